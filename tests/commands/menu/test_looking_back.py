"""`circle` alone suggests, kindly and once, to follow up what was a little while ago, alone or with others."""

from datetime import date, timedelta
from pathlib import Path

from making import keep_session

from circle_cli.commands.menu.looking_back import looking_back
from circle_cli.log.folder import Log

DAY = date(2026, 11, 23)


def test_following_up_is_suggested_once_for_each_session_of_the_last_fortnight(log: Path) -> None:
    for session_id in ("2026-11-23-aaaa", "2026-11-21-bbbb", "2026-11-20-cccc", "2026-11-01-dddd"):
        keep_session(log, session_id, f"About {session_id[-4:]}")
    said = [looking_back(Log(root=log), DAY) for _ in range(4)]
    assert "“About bbbb” was a little while ago." in said[0][0] and "circle follow-up bbbb" in said[0][0]
    assert "circle follow-up cccc" in said[1][0]
    assert said[2:] == [[], []]
    assert "circle follow-up aaaa" in looking_back(Log(root=log), DAY + timedelta(days=1))[0]


def test_what_was_followed_up_or_is_still_to_come_is_left_alone(log: Path) -> None:
    for number, status in enumerate(("followed-up", "planned")):
        keep_session(log, f"2026-11-2{number}-aaaa", "Tea", f"status: {status}")
    assert looking_back(Log(root=log), DAY) == []
