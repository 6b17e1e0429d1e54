"""`circle check` names a proposal that waits and could not be approved: its author signed something else, or before."""

from pathlib import Path
from shutil import rmtree

import pytest
from decided import decided, public, start_of
from making import git
from proposing import sign_anew

from circle_cli.commands.checking.examined import examine
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import LISTS_FOLDER
from circle_cli.log.folder import Log
from circle_cli.points.notices import notice_of, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.share.proposal import State, read_proposal


def found(log: Path, place: Path) -> list[tuple[str, str]]:
    """Give what is said of the proposal, by kind and line."""
    lines = place.read_text(encoding="utf-8").split("\n")
    named = [each for each in examine(Log(root=log)).findings if each.path == str(place)]
    assert not any(words in each.what for each in named for words in ("Zyxwv", "Robin", "Kidlington"))
    return [(str(each.kind), lines[each.line - 1].partition(" ")[0]) for each in named]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_one_that_is_as_its_author_signed_it_is_no_finding(log: Path, place: Path) -> None:
    assert found(log, place) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One account.", "Two accounts."),
        ('author: "jo@example.org"', 'author: "sam@example.org"'),
        ('reason: "an author"', 'reason: "a method"'),
        ("cast: checked", "cast: stated"),
        ('tool: "', 'tool: "9.'),
        ('lists: "', 'lists: "9'),
    ],
)
def test_what_was_changed_in_it_is_named_by_its_line(log: Path, place: Path, old: str, new: str) -> None:
    change(place, old, new)
    assert found(log, place) == [("signature-does-not-fit", "statement:")]


def test_a_name_that_came_into_the_cast_since_is_named_and_not_said(log: Path, place: Path, walk: Path) -> None:
    change(walk, "cast:\n", 'cast:\n  - {name: "Zyxwv"}\n')
    assert found(log, place) == [("identifier", "statement:")]


def test_so_is_a_session_that_says_no_longer_who_is_in_it(log: Path, place: Path, walk: Path) -> None:
    change(walk, 'cast:\n  - {name: "Robin Vale", also: ["Rob"], say: "the young person"}\n', "")
    change(walk, '  - {name: "Larkspur Road"}\n', "")
    assert found(log, place) == [("identifier", "statement:")]


def test_so_are_words_that_the_check_asks_about_by_now(log: Path, place: Path) -> None:
    change(place, "One account.", "One account, from Kidlington.")
    sign_anew(place)  # as if it had been compared when Kidlington was in a list
    assert found(log, place) == [("identifier", "statement:")]
    path = log / LISTS_FOLDER / "allowed.txt"
    path.parent.mkdir()
    path.write_text("Kidlington\n", encoding="utf-8")
    assert found(log, place) == []


def test_one_that_was_decided_does_not_wait(log: Path, place: Path) -> None:
    decided(place, start_of(place), "bea", State.RETURNED, "More.")
    change(place, "One account.", "Two accounts.")
    assert found(log, place) == []


def test_what_was_withdrawn_is_not_approved_again_though_its_notice_is_gone(log: Path, place: Path) -> None:
    notice = notice_of(log / "guidance", place.stem)
    notice.parent.mkdir(parents=True)
    notice.write_text(render_notice(Withdrawn(id=place.stem, year=2026)), encoding="utf-8")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Taken back")
    git(log, "rm", "-q", str(notice))
    git(log, "commit", "-qm", "Tidied up")
    rmtree(log / "guidance")
    with pytest.raises(CircleError, match="it was withdrawn, and stays so"):
        decided(place, start_of(place), "bea", State.APPROVED)
    assert read_proposal(place).state is State.PROPOSED and not public(place).exists()
