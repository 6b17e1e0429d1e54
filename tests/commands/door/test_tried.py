"""`circle tried`: it went so, in that year, and a few checked words on what differed. Nobody is named."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import git

from circle_cli.errors import Place
from circle_cli.points.approval import refuse_unapproved
from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint, Trial
from circle_cli.signing.readers import load_readers
from circle_cli.vocabulary import Outcome

Run = Callable[..., Any]
YEAR = date.today().year


def trials(path: Path) -> tuple[Trial, ...]:
    point = read_point(path)
    assert isinstance(point, LearningPoint)
    refuse_unapproved(point, load_readers(path.parents[2]), Place("x"))
    return point.tried


def test_a_trial_is_added_and_the_approval_holds(circle: Run, log: Path, published: Path) -> None:
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert "how learning travels" in done.stderr
    assert circle("tried", "k3f9", "--outcome", "partly", "--differed", " By  phone. ", cwd=log).returncode == 0
    assert trials(published) == (
        Trial(outcome=Outcome.WORKED, year=YEAR),
        Trial(outcome=Outcome.PARTLY, year=YEAR, differed="By phone."),
    )


def test_its_commit_holds_it_alone_and_names_nobody(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "not", "--require-commit", cwd=log).returncode == 0
    said = [line for line in git(log, "show", "--format=%B", "--name-only").split("\n") if line]
    assert said == ["Add a trial to learning point k3f9abcd", "guidance/learning-points/k3f9abcd.md"]


@pytest.mark.parametrize(
    "words", ["We tried it with Amira.", "it was mira who wanted it", "On 3 March, by phone.", "Ring 01632 960123."]
)
def test_words_that_may_tell_who_or_when_are_refused_with_another_wording(
    circle: Run, log: Path, published: Path, session: Path, words: str
) -> None:
    before = published.read_bytes()
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", words, cwd=log)
    assert done.returncode == 65
    assert "in other words" in done.stderr and "Instead: " in done.stderr
    assert published.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"), [("a" * 301, 2), ("by\x07 phone", 65), ("by\u200bphone", 65), ("by phone " * 30, 0)]
)
def test_a_story_and_what_cannot_be_seen_are_refused(
    circle: Run, log: Path, published: Path, words: str, code: int
) -> None:
    before = published.read_bytes()
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", words, cwd=log)
    assert done.returncode == code, done.stderr
    assert (published.read_bytes() == before) is (code != 0)


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_it_is_asked_and_asked_again(at_terminal: Run, published: Path, session: Path, flags: tuple[str, ...]) -> None:
    child = at_terminal("tried", "k3f9", *flags)
    child.expect("Let people choose the place.*How did it go")
    child.send("2\r")
    child.expect("What differed")
    child.send("With Amira\r")
    child.expect("in other words.*Amira")
    child.send("\x15By phone\r" if not flags else "By phone\r")
    child.expect("Thank you: ")
    child.expect("first report")
    assert trials(published) == (Trial(outcome=Outcome.PARTLY, year=YEAR, differed="By phone"),)


def test_what_differed_may_be_left_out(at_terminal: Run, published: Path) -> None:
    child = at_terminal("tried", "k3f9", "--outcome", "worked", "--plain")
    child.expect("What differed")
    child.send("\r")
    child.expect("first report")
    assert trials(published) == (Trial(outcome=Outcome.WORKED, year=YEAR),)


def test_leaving_changes_nothing(at_terminal: Run, published: Path) -> None:
    before = published.read_bytes()
    child = at_terminal("tried", "k3f9", "--plain")
    child.expect("How did it go")
    child.send("\x04")
    child.expect("Nothing was added")
    assert published.read_bytes() == before


def test_without_a_terminal_it_asks_for_the_flag(circle: Run, log: Path, published: Path) -> None:
    done = circle("tried", "k3f9", cwd=log)
    assert done.returncode == 2
    assert "--outcome" in done.stderr


def test_nothing_is_added_to_what_was_withdrawn_changed_or_never_approved(
    circle: Run, log: Path, published: Path
) -> None:
    whole = published.read_text(encoding="utf-8")
    published.write_text(whole.replace("year: 2026", "year: 2025"), encoding="utf-8")
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (done.returncode, "changed since it was approved" in done.stderr) == (65, True)
    published.write_text(whole, encoding="utf-8")
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (done.returncode, "was withdrawn" in done.stderr) == (2, True)
