"""An invitation to a planned session: what stands in it, where it is, and that nobody is named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from circle_cli.commands.asking.invitation import invitation_text, invite
from circle_cli.commands.folders import forget_invitation
from circle_cli.guidance.records import Guidance
from circle_cli.interview.composing.compose import new_session
from circle_cli.log.folder import Log
from circle_cli.log.reading.ics import Invitation, draw_invitation
from circle_cli.session.record import Plan, Session
from circle_cli.vocabulary import Mode, Status

NAMES = ("Winnie", "Sam", "Jo", "Mrs Vale", "her son")
PLACE = "Room 2, Larkspur House; ask at the desk \\ or ring https://meet.example.org/a?b=c,d"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def planned() -> Session:
    return replace(
        new_session("2026-11-23-k3f9", date(2026, 12, 4), Mode.GROUP),
        title="Winnie's lunch",
        status=Status.PLANNED,
        roles={"questioner": ("Jo",), "encourager": ("Sam", "Mrs Vale")},
        facilitator="Jo",
        plan=Plan(at="14:00", minutes=60, place=PLACE, wishes=("her son: to listen",)),
        answers={"situation": "Winnie came to lunch."},
    )


def test_the_text_says_what_when_and_where_and_names_nobody(planned: Session, guidance: Guidance) -> None:
    for mode in (Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING, Mode.INDIVIDUAL):
        text = invitation_text(replace(planned, mode=mode), guidance.page_of(mode))
        assert "When: Friday 4 December 2026, from 14:00 to 15:00" in text
        assert f"Where: {PLACE}" in text
        assert "say no" in text
        assert [name for name in NAMES if name in text] == []


def test_whoever_would_like_to_bring_something_is_asked_as_long_as_that_is_open(
    planned: Session, guidance: Guidance
) -> None:
    page = guidance.page_of(Mode.GROUP)
    assert "Would you like to bring something?" in invitation_text(planned, page)
    settled = replace(planned, roles={**planned.roles, "presenter": ("Sam",)})
    assert "bring something" not in invitation_text(settled, page)
    involved = invitation_text(replace(planned, mode=Mode.COLLABORATIVE), guidance.page_of(Mode.COLLABORATIVE))
    assert "success of your own" not in involved and "What would you like to do" in involved


def test_the_file_is_one_that_calendars_read(planned: Session, guidance: Guidance, log: Path) -> None:
    invite(Log(root=log), planned, guidance.page_of(Mode.GROUP))
    made = log / ".circle" / "invitations" / "2026-11-23-k3f9.ics"
    content = made.read_bytes()
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (event["uid"], event["summary"], event["location"]) == (
        "2026-11-23-k3f9@circle", "Practice learning circle", PLACE
    )  # fmt: skip
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        datetime(2026, 12, 4, 14), datetime(2026, 12, 4, 15)
    )  # fmt: skip
    text = made.with_suffix(".txt").read_text(encoding="utf-8")
    assert event["description"].strip() == text.strip()
    assert [name for name in NAMES if name.encode() in content or name in text] == []
    assert {path.stat().st_mode & 0o77 for path in made.parent.iterdir()} == {0}


def test_without_a_time_it_is_for_the_day_and_without_a_day_there_is_no_file_for_a_calendar(
    planned: Session, guidance: Guidance, log: Path
) -> None:
    at_all = Invitation(uid="k3f9", day=date(2026, 12, 4), at=None, minutes=60, place="", title="Circle", text="Come.")
    (event,) = Calendar.from_ical(draw_invitation(at_all, NOW)).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 4), date(2026, 12, 5))
    assert "location" not in event
    late = replace(at_all, at=time(23, 30))
    (event,) = Calendar.from_ical(draw_invitation(late, NOW)).walk("VEVENT")
    assert event.decoded("dtend") == datetime(2026, 12, 5, 0, 30)
    undated = replace(planned, plan=Plan(undated=True))
    invite(Log(root=log), undated, guidance.page_of(Mode.GROUP))
    assert [path.suffix for path in (log / ".circle" / "invitations").iterdir()] == [".txt"]
    assert "When: not settled yet\nWhere: not settled yet" in invitation_text(undated, guidance.page_of(Mode.GROUP))


def test_a_newer_one_updates_the_first_and_one_called_off_is_gone(
    planned: Session, guidance: Guidance, log: Path, circle: Callable[..., Any]
) -> None:
    invite(Log(root=log), planned, guidance.page_of(Mode.GROUP))
    moved = replace(planned, plan=Plan(undated=True))
    invite(Log(root=log), moved, guidance.page_of(Mode.GROUP))
    (left,) = (log / ".circle" / "invitations").iterdir()
    assert "not settled yet" in left.read_text(encoding="utf-8")
    forget_invitation(Log(root=log), planned.id)
    assert list((log / ".circle" / "invitations").iterdir()) == []


def test_where_it_cannot_be_kept_it_is_on_the_screen_all_the_same(
    planned: Session, guidance: Guidance, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (log / ".circle").mkdir(exist_ok=True)
    (log / ".circle" / "invitations").write_text("a file")
    invite(Log(root=log), planned, guidance.page_of(Mode.GROUP))
    said = capsys.readouterr()
    assert "Friday 4 December 2026" in said.out
    assert "It could not be kept as a file" in said.err
