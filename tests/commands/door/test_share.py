"""`circle share` at a plain terminal: what is found is settled in place, and a kill loses nothing of it."""

import os
import re
import signal
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import git, session_text

from circle_cli.log.history.whose import identity
from circle_cli.points.record import PARTS, LearningPoint
from circle_cli.session.file import read_session
from circle_cli.session.record import CastEntry
from circle_cli.share.proposal import (
    INTRUDER,
    Proposal,
    Reading,
    State,
    path_of,
    proposal_files,
    read_proposal,
    render_proposal,
)
from circle_cli.vocabulary import Setting

FRONT = """setting: children
cast: [{name: "Robin Vale", also: ["Rob"], say: "the young person"}]
learning_points:
  - {id: 1, text: "Let Robin choose where to meet.", scope: general, share: "no"}
  - {id: 2, text: "Robin talks while walking.", scope: specific, share: "no"}
"""
SESSION = session_text("2026-05-05-abcd", "The walk", FRONT)


@pytest.fixture
def session(log: Path) -> Path:
    path = log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md"
    path.parent.mkdir()
    path.write_text(SESSION, encoding="utf-8")
    return path


def test_a_point_is_proposed_in_a_few_minutes_and_a_kill_loses_nothing(
    terminal: Any, log: Path, session: Path, drafts: Path
) -> None:
    at = terminal("share", "abcd", "--plain").until("One learning point belongs to this situation alone")
    at.until("A name for it", "Now: “Let the young person choose where to meet.”").type("\n")
    at.until("What to try").type(".note\n").until("Notes belong to the eight questions").type(".\n")
    at.until("Why it seems to work").type("We asked Rob on 3 May.\n.\n")
    at.until("Replaced, since they are in the cast: “Rob” by “the young person”.")
    at.until("“3 May” says which day", "asked the young person on [3 May].", "1. Say “in the spring” instead")
    assert at.kill() == -signal.SIGKILL
    terminal("share", "abcd", "--plain").until("Welcome back.", "[3 May]").kill()  # no second draft beside the first
    again = terminal("resume", "abcd-1", "--plain").until("Welcome back.", "[3 May]").type("1\n")
    again.until("Where it may not fit").type("Not known yet.\n.\n")
    again.until("How to do it").type("Offer three places; Temitope did so.\n.\n")
    again.until("“Temitope”", "1. Put other words there").type("1\n")
    again.until("What could stand there instead").type("Robin\n").until("Something in those words").type(
        "a colleague\n"
    )
    again.until("What it rests on").type(".\n")
    again.until("Which of the eight").type("\n").until("What is it about?").type("\n")
    again.until("Who does it concern?", "4. Professionals and other services").type(".note\n")
    again.until("Back to: Who does it concern?").type("1, carers\n").until("carers is not in the list").type("1, 3\n")
    again.until("Which services").type("\n")
    again.until("does it depend on the situation?", "Enter takes “Not known yet”").type("3\n")
    again.until("This is what others would read", "We asked the young person in the spring.", "a colleague did so.")
    again.type("1\n").until("It is proposed, and nothing is published yet.")
    assert again.end() == 0
    (path,) = proposal_files(log)
    text = path.read_text(encoding="utf-8")
    assert "Rob" not in text
    point = read_proposal(path).point
    assert point.parts["why"] == "We asked the young person in the spring."
    assert point.themes == ("concerns-child", "concerns-family", "conditions-specific")
    assert not list(drafts.iterdir())
    assert os.access(path, os.R_OK)


def test_who_is_in_the_story_is_asked_on_the_spot_where_nobody_has_said_it(
    terminal: Any, log: Path, session: Path
) -> None:
    session.write_text(
        re.sub(r"cast: .*\n", "", SESSION) + "\n## x {#situation}\n\nWe asked Robin.\n", encoding="utf-8"
    )
    at = terminal("share", "abcd", "--plain").until("who is in the story?", "Who and where is in this story?")
    at.until("Now: “Robin = somebody”").type("Robin Vale (Rob) = the young person\n")
    at.until(
        "One learning point belongs to this situation alone", "A name for it", "Let the young person choose"
    ).kill()
    assert read_session(session).cast == (CastEntry(name="Robin Vale", also=("Rob",), say="the young person"),)


def test_what_was_returned_is_there_to_be_mended_beside_what_its_reader_said(
    terminal: Any, log: Path, session: Path, drafts: Path
) -> None:
    point = LearningPoint(
        id="k3f9abcd",
        title="Let people choose",
        themes=(),
        setting=Setting.BOTH,
        questions=("learning",),
        year=2026,
        parts={key: f"What was said of {key}." for key in PARTS},
    )
    day = date(2026, 5, 20)
    answers = tuple((key, "no") for key in INTRUDER)
    reading = Reading(by="bea@example.org", on=day, decision=State.RETURNED, answers=answers, comment="Say more.")
    proposal = Proposal(point=point, state=State.RETURNED, author="jo@example.org", proposed=day, readings=(reading,))
    path = path_of(log, point.id)
    path.parent.mkdir()
    path.write_text(render_proposal(proposal), encoding="utf-8")
    came_from = SESSION.replace('general, share: "no"', "general, share: proposed, point: k3f9abcd")
    session.write_text(came_from, encoding="utf-8")
    at = terminal("share", "abcd", "--plain").until("A reader said: Say more.", "Let people choose").type("\n")
    at.until("What to try", "What was said of what-to-try.").type(".\n")
    at.until("Why it seems to work", "What was said of why.")
    at.kill()


def test_an_author_who_gave_a_name_alone_is_asked_for_the_rest_alone_and_may_leave_it(
    terminal: Any, log: Path, session: Path, own_home: Path
) -> None:
    (own_home / ".gitconfig").write_text("[user]\n\tname = Sam Example\n\tuseConfigOnly = true\n")
    at = (
        terminal("share", "abcd", "--plain")
        .until("told apart by their addresses", "Your e-mail address?")
        .type(".back\n")
    )
    at.until("the second reader must be somebody else", "To put that right")
    assert (at.end(), "Whose name" in at.text, "A name for it" in at.text) == (2, False, False)


def test_an_author_whom_git_does_not_know_is_asked_before_anything_is_written(
    terminal: Any, log: Path, session: Path, own_home: Path
) -> None:
    (own_home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    at = terminal("share", "abcd", "--plain").until("told apart by their addresses", "Whose name")
    at.type("Sam Example\n").until("Your e-mail address?").type("\n").until("This needs an address")
    at.type("sam@example.org\n").until("A name for it")
    at.kill()
    assert identity(log) == "sam@example.org"
    terminal("share", "abcd", "--plain").until("A name for it").kill()  # and is not asked again
    git(log, "config", "--local", "--unset", "user.email")  # as in a draft that was begun before it was asked for first
    terminal("resume", "abcd-1", "--plain").until("Your e-mail address?").type("sam@example.org\n").until(
        "A name for it"
    ).kill()
