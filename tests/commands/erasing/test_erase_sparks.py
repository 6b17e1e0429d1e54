"""A spark goes with the session that began with it, out of every version of its month; the others stay."""

from datetime import date
from pathlib import Path

import pytest
from erased import SENTENCE, assert_gone
from making import SESSION_ID, git
from running import Run

from circle_cli.identifiers.lists import load_lists
from circle_cli.log.erasing.finding.sparked import Sparked, sparked_by
from circle_cli.log.folder import NAMES_WAITING, Log
from circle_cli.log.sparks.finding import find_sparks
from circle_cli.log.sparks.keeping import keep_sparks, mark_begun
from circle_cli.share.release.erased import hashing, parse_erased, terms_in
from circle_cli.sparks.record import Spark

LISTS = load_lists(None)
DAY = date(2026, 11, 20)
OTHERS = "- 2026-11-20: The kettle sang\n- 2026-11-20: Adeyemi rang himself\n"


def begin_with(log: Log, words: str, session_id: str = SESSION_ID) -> None:
    [found] = [each for each in find_sparks(log, pytest.fail) if each.spark.text == words]
    assert mark_begun(log, found, session_id)


@pytest.fixture
def month(log: Path, other: Path, session: Path) -> Path:
    """A month with three sparks, one of which the session that goes began with."""
    here = Log(root=log)
    for words in ("The kettle sang", SENTENCE, "Adeyemi rang himself"):
        keep_sparks(here, [Spark(day=DAY, text=words)])
    begin_with(here, SENTENCE)
    return log / "sparks" / "2026-11.md"


def test_its_line_goes_from_the_file_and_from_the_history(circle: Run, log: Path, month: Path) -> None:
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert f"the spark that it began with, a line of {month}" in done.stderr
    assert month.read_text(encoding="utf-8") == OTHERS
    assert_gone(log)
    versions = git(log, "log", "--format=%H", "--", "sparks").split()
    kept = [git(log, "show", f"{each}:sparks/2026-11.md") for each in versions]
    assert kept == [OTHERS, OTHERS.splitlines(keepends=True)[0]]
    assert git(log, "status", "--porcelain") == ""
    assert git(log, "fsck", "--no-dangling") == ""


def test_a_month_that_held_nothing_else_goes(circle: Run, log: Path, session: Path) -> None:
    here = Log(root=log)
    keep_sparks(here, [Spark(day=DAY, text=SENTENCE)])
    begin_with(here, SENTENCE)
    assert circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert not (log / "sparks" / "2026-11.md").exists()
    assert_gone(log)
    assert git(log, "status", "--porcelain") == ""


def test_what_an_interrupted_run_left_in_the_file_goes_the_next_time(circle: Run, log: Path, month: Path) -> None:
    before = month.read_bytes()
    circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    month.write_bytes(before)  # as a kill leaves it, between the history and the file
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert month.read_text(encoding="utf-8") == OTHERS
    assert git(log, "status", "--porcelain") == ""


def test_a_spark_is_erased_by_itself_by_its_words_or_its_place(circle: Run, log: Path, month: Path) -> None:
    for said, confirm in (("the kettle  SANG", "The kettle sang"), ("sparks/2026-11.md:2", "sparks/2026-11.md:2")):
        done = circle("erase", said, "--confirm", confirm, cwd=log)
        assert done.returncode == 0, done.stderr
    assert "kettle" not in git(log, "log", "-p", "--all") and "Adeyemi" not in git(log, "log", "-p", "--all")
    assert SENTENCE in month.read_text(encoding="utf-8")
    assert git(log, "status", "--porcelain") == ""
    [kept] = parse_erased((log / NAMES_WAITING).read_text(encoding="utf-8"), "")
    assert terms_in(["Then adeyemi said so."], kept, LISTS, hashing(kept.salt)) and len(kept.hashes) == 1


def test_a_spark_is_not_erased_without_its_words_nor_without_the_session_that_began_with_it(
    circle: Run, log: Path, month: Path
) -> None:
    before = month.read_bytes()
    for said, confirm, why in (
        ("The kettle sang", "The kettle", "nothing was erased"),
        (SENTENCE, SENTENCE, "circle erase k3f9 erases both"),
        ("No such words", "No such words", "no session of that id"),
    ):
        done = circle("erase", said, "--confirm", confirm, cwd=log)
        assert done.returncode == 2 and why in done.stderr
    assert month.read_bytes() == before


def test_a_spark_of_two_sessions_stays_for_the_other_without_the_id() -> None:
    both = b"- 2026-11-20 [2026-11-23-k3f9, 2026-11-24-c3de]: One\n- 2026-11-21 [2026-11-23-k3f9]: Two\nwhat is this\n"
    sparked = sparked_by(SESSION_ID, [both], {"2026-11-24-c3de"})
    assert sparked.without(both) == b"- 2026-11-20 [2026-11-24-c3de]: One\nwhat is this\n"
    assert sparked.without(b"- 2026-11-21: Two\n") == b""
    assert Sparked().without(both) == both
    never_saved = sparked_by(SESSION_ID, [both])
    assert never_saved.without(both) == b"what is this\n"
