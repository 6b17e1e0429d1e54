"""`circle tried --from`: an e-mail that a page began is taken in as it was meant, and who sent it is not kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import POINT, git

from circle_cli.points.by_email.letters import Letter, mail_of
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import State
from circle_cli.share.reporting import Reported, read_reported, reported_files, told_by
from circle_cli.vocabulary import Outcome

Run = Callable[..., Any]
HEAD = "From: Kim Ashdown <kim@example.org>\nDate: Tue, 25 Nov 2025 09:00:00 +0000\nSubject: I tried\n\n"
TRIED = mail_of(Letter.TRIED, POINT, POINT.title).body.replace("[ ] It worked in", "[x] It worked in")
BETTER = mail_of(Letter.BETTER, POINT, POINT.title).body.replace("please.\n", "please.\nSay “ask”, not “tell”.\n")


def told(log: Path) -> list[Reported]:
    return [read_reported(path) for path in reported_files(log)]


def saved(log: Path, body: str, name: str = "mail.eml") -> str:
    (log.parent / name).write_text(HEAD + body, encoding="utf-8", newline="\r\n")
    return str(log.parent / name)


def with_words(words: str) -> str:
    return TRIED.replace("Or leave it empty.\n", f"Or leave it empty.\n{words}\n")


def test_what_it_says_is_proposed_and_who_sent_it_is_not_kept(circle: Run, log: Path, published: Path) -> None:
    done = circle("tried", "k3f9", "--from", saved(log, with_words("By phone.") + "\nBest wishes\nKim\n"), cwd=log)
    assert done.returncode == 0, done.stderr
    [reported] = told(log)
    report = reported.report
    assert (report.outcome, report.year, report.differed) == (Outcome.PARTLY, 2025, "By phone.")
    assert (reported.author, told_by(reported) is not None) == ("jo@example.org", True)
    assert "no place in a report" in done.stderr and "  Best wishes\n  Kim\n" in done.stderr
    [path] = reported_files(log)
    assert not any(name in path.read_text(encoding="utf-8").lower() for name in ("kim", "ashdown"))
    assert "kim" not in git(log, "log", "-p", "--format=%B%n%an").lower()


def test_the_author_takes_in_what_two_others_tell_and_the_same_e_mail_counts_once(
    circle: Run, log: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposed(point, State.APPROVED)
    first = saved(log, with_words("By phone."))
    assert circle("tried", "k3f9", "--from", first, cwd=log).returncode == 0
    again = circle("tried", "k3f9", "--from", first, cwd=log)
    assert (again.returncode, "in the log already" in again.stderr) == (65, True)
    done = circle("tried", "k3f9", "--from", saved(log, TRIED, "other.txt"), cwd=log)
    assert (done.returncode, "Other e-mails on it are in the log" in done.stderr) == (0, True)
    assert [each.report.differed for each in told(log)].count("By phone.") == 1 and len(told(log)) == 2
    own = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (own.returncode, "you wrote it" in own.stderr) == (2, True)


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (with_words("With Amira, on 3 March."), 65, "in other words"),
        (with_words("by phone " * 40), 2, "please say it in 300"),
        (TRIED.replace("[x]", "[ ]"), 2, "say how it went"),
        (TRIED.replace("frequency", "anchor"), 2, "this e-mail is about anchor-cricket"),
        ("Lunch at one?", 65, "none of the e-mails"),
    ],
)
def test_what_cannot_be_taken_in_is_said_and_the_file_stays(
    circle: Run, log: Path, published: Path, session: Path, body: str, code: int, said: str
) -> None:
    file = saved(log, body)
    done = circle("tried", "k3f9", "--from", file, cwd=log)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert told(log) == [] and Path(file).is_file()


def test_words_that_may_not_stand_are_put_to_whoever_takes_it_in(
    at_terminal: Run, log: Path, published: Path, session: Path
) -> None:
    child = at_terminal("tried", "k3f9", "--plain", "--from", saved(log, with_words("With Amira.")))
    child.expect("The e-mail says: “With Amira.”")
    child.expect("What differed")
    child.send("\r")  # what differed may be left out
    child.expect("nothing is published yet")
    assert [(each.report.outcome, each.report.differed) for each in told(log)] == [(Outcome.PARTLY, None)]


def test_better_words_are_proposed_whoever_told_how_it_went(circle: Run, log: Path, published: Path) -> None:
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 0
    assert circle("tried", "k3f9", "--from", saved(log, BETTER), cwd=log).returncode == 0
    assert circle("tried", "k3f9", "--suggest", "Say where.", cwd=log).returncode == 0
    words = {each.report.differed for each in told(log) if each.report.outcome is None}
    assert words == {"Say where.", "Say “ask”, not “tell”."}


def test_better_words_go_alone(circle: Run, log: Path, published: Path) -> None:
    done = circle("tried", "k3f9", "--suggest", "x", "--outcome", "worked", cwd=log)
    assert (done.returncode, "--suggest goes alone" in done.stderr) == (2, True)
