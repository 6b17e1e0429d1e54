"""`circle` alone on a terminal, and a quick session that is gone on with."""

import re
from pathlib import Path
from typing import Any

import pytest
from keys import CTRL_C, CTRL_D, ENTER
from making import session_text

from circle_cli.ids import QUESTIONS

PLAIN = ("--plain",)


@pytest.fixture
def unfinished(terminal: Any) -> None:
    """A quick session, left at its first question."""
    at = terminal("reflect", "--quick", "--plain").until("What shall we call it?").type("Tea\n")
    at.until("Question 1 of 3").type("half a th")
    at.until("half a th").keys(CTRL_C).until("Paused")
    assert at.end() == 130


def test_alone_it_says_what_is_waiting_and_goes_on_there(terminal: Any, unfinished: None) -> None:
    at = terminal().until(
        "Unfinished:", "Tea (0 of 3 questions answered, one begun)", "1) Go on with", ": Tea", "5) Nothing"
    )
    at.shows("Nothing is chosen yet. Enter leaves.").keys("1", ENTER).until(
        "Welcome back.", "Question 1 of 3", "half a th", "Ctrl-G"
    )


def test_alone_it_begins_a_session(terminal: Any) -> None:
    at = terminal(*PLAIN).until("1. Reflect on something that went well: all eight questions").type("1\n")
    at.until("Let us look at something that went well.", "What shall we call it?")


@pytest.mark.parametrize("reply", ["4", "", ".pause", CTRL_D])
def test_alone_it_leaves_it_at_that(terminal: Any, drafts: Path, reply: str) -> None:
    at = terminal(*PLAIN).until("4. Nothing just now").type(f"{reply}\n")
    at.until("circle --help shows all there is.")
    assert at.end() == 0
    assert not drafts.exists()


def test_a_quick_session_is_deepened_without_typing_anything_again(terminal: Any, sessions: Any) -> None:
    at = terminal("reflect", "--quick", "--plain").until("What shall we call it?").type("Tea\n")
    for number, said in enumerate(("She came.", "I had time.", "Have time."), start=1):
        at.until(f"Question {number} of 3").type(f"{said} And that was what mattered most.\n.\n")
    at.until("go on to the 5 questions you left out")
    assert at.end() == 0
    [path] = sessions()
    before = path.read_text("utf-8")

    at = terminal("resume", path.name[11:15], "--plain").until("What you wrote is there already", "practice situation")
    at.keys("A first visit.\n", ".\n").until("Question 3 of 8").skip_all()
    assert at.end() == 0
    assert "Question 3 of 8" in at.told and not re.search("Question [128] of 8", at.told)
    assert sessions() == [path]
    _, _, answers = before.partition("\n## ")
    after = path.read_text("utf-8")
    assert "## The practice situation {#situation}\n\nA first visit.\n\n" in after
    assert after.endswith(f"\n## {answers}")


def test_something_that_is_being_added_is_gone_on_with_alone(terminal: Any, log: Path) -> None:
    path = log / "sessions" / "2026" / "2026-05-05-abcd-tea.md"
    path.parent.mkdir(exist_ok=True)
    text = session_text("2026-05-05-abcd", "Tea", "safeguarding: {raised: false}\n")
    answers = "".join(f"\n## x {{#{name}}}\n\nSo it was.\n" for name in ("situation", *QUESTIONS))
    path.write_text(text + answers, encoding="utf-8")
    at = terminal("resume", "abcd", *PLAIN).until("Everything that you were asked is there.", "1. Learning points")
    at.type("2\n").until("Something to do").keys("Ring the sch").until("Ring the sch").keys(CTRL_C).until("Paused")
    assert at.end() == 130
    at = terminal(*PLAIN).until("Unfinished:", "Tea (being added to)", "1. Go on with").type("1\n")
    at.until("Welcome back. Here is where you were.", "Ring the sch").type("Ring the school\n")
    at.until("By when?").type("\n").until("Another action?").type("\n").until("Actions (1 so far)").type("\n")
    assert at.until("What you might do next").end() == 0
    assert 'what: "Ring the school", who: "me"' in path.read_text("utf-8")
