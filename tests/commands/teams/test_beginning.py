"""A log goes elsewhere for the first time: one that is somebody's own only once they have said so."""

from pathlib import Path
from typing import Any

import pytest
from making import keep_session


@pytest.mark.parametrize(("key", "sent"), [("1", False), ("2", True)])
def test_a_log_that_is_not_a_teams_is_sent_once_somebody_has_said_so(
    terminal: Any, log: Path, tmp_path: Path, key: str, sent: bool
) -> None:
    keep_session(log, "2026-11-23-k3f9", "Mine alone", what_worked="A heron.")
    there = tmp_path / "drive.git"
    at = terminal("--plain", "sync", "--with", str(there), size=(24, 250))
    at.until("is not a team's log", "every session too", "Send it there?", "Type a number").keys(f"{key}\r")
    at.until(f"Made: {there}." if sent else "Nothing was sent.")
    assert (at.end(), there.exists()) == (0, sent)


def test_a_teams_own_log_goes_to_the_team_without_a_question(terminal: Any, log: Path, tmp_path: Path) -> None:
    (log / "circle.yml").write_text("kind: team\n")
    keep_session(log, "2026-11-23-k3f9", "Ours", what_worked="A heron.")
    at = terminal("--plain", "sync", "--with", str(tmp_path / "drive.git"), size=(24, 250)).until("Made: ")
    assert at.end() == 0 and "Send it there?" not in at.text
