"""`circle tried`: it went so, in that year, and a few checked words on what differed. A second person reads it next."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import git

from circle_cli.__main__ import _telling
from circle_cli.commands.door.trying.reading import reports_for
from circle_cli.commands.edge import trust
from circle_cli.log.folder import Log
from circle_cli.points.record import LearningPoint, Report
from circle_cli.share.proposal import State
from circle_cli.share.reporting import Reported, read_reported, reported_files, told_by
from circle_cli.vocabulary import Outcome

Run = Callable[..., Any]
YEAR = date.today().year


def told(log: Path) -> list[Reported]:
    return [read_reported(path) for path in reported_files(log)]


def went(report: Report) -> tuple[Outcome, int, str | None]:
    return report.outcome, report.year, report.differed


def test_a_report_is_proposed_and_nothing_is_published(circle: Run, log: Path, published: Path) -> None:
    before = published.read_bytes()
    done = circle("tried", "k3f9", "--outcome", "partly", "--differed", " By  phone. ", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    [reported] = told(log)
    assert "Thank you" in done.stderr and f"circle review {reported.report.id}" in done.stderr
    assert went(reported.report) == (Outcome.PARTLY, YEAR, "By phone.")
    assert (reported.report.point, reported.report.revision) == ("k3f9abcd", 1)
    assert (reported.state, reported.author) == (State.PROPOSED, "jo@example.org")
    assert told_by(reported) is not None
    assert published.read_bytes() == before and not (log / "guidance" / "reports").exists()


def test_its_commit_holds_it_alone_and_its_file_is_private(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "not", "--require-commit", cwd=log).returncode == 0
    [path] = reported_files(log)
    said = [line for line in git(log, "show", "--format=%B", "--name-only").split("\n") if line]
    assert said == ["Report on learning point k3f9abcd", path.relative_to(log).as_posix()]
    assert path.stat().st_mode & 0o077 == 0


def test_two_people_tell_at_once_and_neither_file_is_the_others(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    git(log, "config", "user.email", "bea@example.org")
    [first] = reported_files(log)
    text = first.read_text(encoding="utf-8")
    # another person has another computer, and so another key
    first.write_text(text.replace("jo@example.org", "kim@example.org"), encoding="utf-8")
    assert circle("tried", "k3f9", "--outcome", "not", cwd=log).returncode == 0
    assert len(told(log)) == 2


@pytest.mark.parametrize("address", ["jo@example.org", "JO@Example.org ", "bea@example.org"])
def test_the_same_person_counts_once_told_by_address_or_by_key(
    circle: Run, log: Path, published: Path, address: str
) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    git(log, "config", "user.email", address)
    done = circle("tried", "k3f9", "--outcome", "partly", cwd=log)
    assert (done.returncode, "each counts once" in done.stderr) == (2, True)
    assert len(told(log)) == 1


def test_of_what_only_waits_there_is_nothing_to_withdraw(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    [reported] = told(log)
    done = circle("withdraw", reported.report.id, "--yes", cwd=log)
    assert (done.returncode, "it is proposed, and nothing of it is published" in done.stderr) == (2, True)


def test_what_was_told_can_be_taken_back_and_told_anew(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    assert circle("undo", "--yes", cwd=log).returncode == 0
    assert told(log) == []
    assert circle("tried", "k3f9", "--outcome", "not", cwd=log).returncode == 0
    assert [each.report.outcome for each in told(log)] == [Outcome.NOT]


def test_the_author_does_not_count(
    circle: Run, log: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposed(point, State.APPROVED)
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (done.returncode, "you wrote it" in done.stderr) == (2, True)
    assert told(log) == []


def test_somebody_whom_git_does_not_know_cannot_be_counted(circle: Run, log: Path, published: Path) -> None:
    git(log, "config", "user.email", "")
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log, env={"GIT_CONFIG_GLOBAL": "/dev/null"})
    assert (done.returncode, "no e-mail address of yours is known here" in done.stderr) == (2, True)
    assert told(log) == []


@pytest.mark.parametrize(
    "words", ["We tried it with Amira.", "it was mira who wanted it", "On 3 March, by phone.", "Ring 01632 960123."]
)
def test_words_that_may_tell_who_or_when_are_refused_with_another_wording(
    circle: Run, log: Path, published: Path, session: Path, words: str
) -> None:
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", words, cwd=log)
    assert done.returncode == 65
    assert "in other words" in done.stderr and "Instead: " in done.stderr
    assert told(log) == []


@pytest.mark.parametrize(
    ("words", "code"), [("a" * 301, 2), ("by\x07 phone", 65), ("by\u200bphone", 65), ("by phone " * 30, 0)]
)
def test_a_story_and_what_cannot_be_seen_are_refused(
    circle: Run, log: Path, published: Path, words: str, code: int
) -> None:
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", words, cwd=log)
    assert done.returncode == code, done.stderr
    assert len(told(log)) == (code == 0)


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_it_is_asked_and_asked_again(
    at_terminal: Run, log: Path, published: Path, session: Path, flags: tuple[str, ...]
) -> None:
    child = at_terminal("tried", "k3f9", *flags)
    child.expect("Let people choose the place.*How did it go")
    child.send("2\r")
    child.expect("What differed")
    child.send("With Amira\r")
    child.expect("in other words.*Amira")
    child.send("\x15By phone\r" if not flags else "By phone\r")
    child.expect("Thank you: ")
    child.expect("nothing is published yet")
    child.expect("circle review")
    assert [went(each.report) for each in told(log)] == [(Outcome.PARTLY, YEAR, "By phone")]


def test_leaving_changes_nothing(at_terminal: Run, log: Path, published: Path) -> None:
    child = at_terminal("tried", "k3f9", "--plain")
    child.expect("How did it go")
    child.send("\x04")
    child.expect("Nothing was added")
    assert told(log) == []


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


def test_what_was_told_of_a_point_that_is_withdrawn_meanwhile_waits_for_nobody(
    circle: Run, log: Path, published: Path
) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    here, reader = Log(root=log, trust=trust()), "another@example.org"
    assert len(reports_for(here, reader)) == 1
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    assert reports_for(here, reader) == []


@pytest.mark.parametrize("said", [("frequency-cricket-album-bookshelf",), ("Frequency", "cricket")])
def test_the_words_that_the_page_shows_do_as_the_id_does(
    circle: Run, log: Path, published: Path, said: tuple[str, ...]
) -> None:
    assert circle("tried", *said, "--outcome", "worked", cwd=log).returncode == 0
    assert [each.report.point for each in told(log)] == ["k3f9abcd"]


@pytest.mark.parametrize(
    "words",
    [
        "tried abcdefgh", "tried abcdefgh --outcome", "tried abcdefgh --outcome later", "tried --outcome worked",
        "tried abcdefgh --outcome worked --wording 2", "tried abcdefgh --outcome worked --differed",
        "tried abcdefgh --outcome worked --differed --require-commit", "tried abcdefgh --outcome worked more",
        "tried ab cd --outcome worked", "tried abcdefgh --outcome worked --require-commit --differed later", "undo",
        "tried --help --outcome worked", "tried abcdefgh --outcome --require-commit", "tried --outcome",
    ],
)  # fmt: skip
def test_what_is_said_in_any_other_way_is_read_by_the_parser(words: str) -> None:
    assert _telling(*words.split()) is None


@pytest.mark.parametrize("more", ["", "--differed later", "--require-commit", "--differed later --require-commit"])
def test_in_the_usual_way_it_needs_no_parser(more: str) -> None:
    assert _telling(*f"tried abcdefgh --outcome worked {more}".split())


def test_what_a_reader_will_be_asked_to_look_at_is_said_to_whoever_tells(
    circle: Run, log: Path, published: Path
) -> None:
    said = "They said “we never had such a walk”."
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", said, cwd=log)
    assert (done.returncode, "The reader will be shown, too: " in done.stderr) == (0, True)
