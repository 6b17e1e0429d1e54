"""`circle` alone on a terminal: what is waiting, and what to do."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import POINT, session_text

from circle_cli.share.proposal import Proposal, State, render_proposal

DAY = date.today()


@pytest.fixture
def busy(log: Path) -> Path:
    """A log with an action due, and a session planned."""
    folder = log / "sessions" / "2026"
    folder.mkdir()
    soon = (DAY + timedelta(days=1)).isoformat()
    ring = f"{{id: 1, what: Ring the school, who: Sam, by: {soon}}}"
    due = f"mode: group\naction_points:\n  - {ring}\n  - {{id: 2, what: Sit down, who: Jo}}\n"
    planned = f"date: {DAY.isoformat()}\nmode: group\nstatus: planned\n"
    for session_id, title, front in (("2026-11-01-aaaa", "Tea", due), ("2026-11-02-bbbb", "Our circle", planned)):
        (folder / f"{session_id}-x.md").write_text(session_text(session_id, title, front), encoding="utf-8")
    return folder


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_what_is_due_and_planned_is_said_and_the_list_offered(terminal: Any, busy: Path, flags: tuple[str]) -> None:
    at = terminal(*flags)
    at.until("To do, within a week", "aaaa 1 Ring the school", "Planned:", "bbbb Our circle (today)", "circle reflect")
    at.until("See all that is still to do")
    number = next(line.strip() for line in at.text.split("\n") if "See all that" in line).lstrip("❯> ")[0]
    at.keys(number, "\r").until("aaaa 2 Sit down", "circle done aaaa 1")
    assert at.end() == 0


def test_with_nothing_ahead_nothing_is_said_of_it(terminal: Any) -> None:
    at = terminal().until("What would you like to do?", "Esc leave it")
    assert "To do" not in at.told
    assert "Planned" not in at.told
    assert "still to do" not in at.told


def test_a_file_that_cannot_be_read_does_not_stand_in_the_way(terminal: Any, busy: Path) -> None:
    (busy / "2026-11-03-cccc-x.md").write_text("---\naction_points: {\n---\n", encoding="utf-8")
    terminal().until("Not every session file could be read", "To do", "What would you like to do?")


def test_the_session_that_is_planned_for_today_can_be_begun_from_here(terminal: Any, busy: Path) -> None:
    at = terminal("--plain").until("What would you like to do?", "Begin bbbb, planned for today: Our circle")
    at.keys("1\n").until("Our circle", "Who is here?").type("Sam, Jo\n")
    at.until("Who facilitates?").keys(".pause\n").until("Paused").end()
    again = terminal("--plain").until("Unfinished:", "Go on with bbbb", "Type a number")
    assert "Begin bbbb" not in again.told


def test_a_review_that_was_paused_is_offered_by_its_name_and_gone_on_with(terminal: Any, log: Path) -> None:
    proposal = Proposal(point=POINT, state=State.PROPOSED, author="sam@example.org", proposed=DAY)
    (log / "proposals").mkdir()
    (log / "proposals" / f"{POINT.id}.md").write_text(render_proposal(proposal), encoding="utf-8")
    at = terminal("review", "--plain").until("This is what everyone would read", "Type a number")
    at.keys("1\n").until("Could a relative").keys(".pause\n").until("Paused").end()
    again = terminal("--plain").until("Unfinished:", f"Go on with {POINT.id}: {POINT.title}")
    again.keys("1\n").until("Welcome back. Here is where you were.", "Could a relative")
    again.keys(".pause\n").end()


def test_in_a_base_nobody_is_asked_to_reflect(terminal: Any, log: Path) -> None:
    (log / "circle.yml").write_text("kind: base\n", encoding="utf-8")
    at = terminal("--plain").until("Check that nothing private stands in it", "Nothing just now", "Type a number")
    assert "Reflect" not in at.told and "quick way" not in at.told
    at.keys("1\n").until("All is well")
