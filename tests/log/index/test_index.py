"""The index of a log: never another answer than the files give, and nothing in it of what was taken out."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import ROOT

from circle_cli.errors import CircleError
from circle_cli.log.entries.filters import Filters
from circle_cli.log.folder import INDEX, NO_TRUST, Log, Trust
from circle_cli.log.index import finding, rows
from circle_cli.log.index.finding import newest_entries, search_entries
from circle_cli.log.index.forgetting import forget
from circle_cli.log.index.store import DAMAGED
from circle_cli.log.reading.actions import still_to_do
from circle_cli.session.file import render_session
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Status


@pytest.fixture(autouse=True)
def kept_from_the_first_session_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "WORTH_IT", 1)


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a test has just written count as settled."""
    monkeypatch.setattr(rows, "TICK", 0)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A log of three sessions in two months, on a computer that remembers; what is told stands in `told`."""
    remembered: set[Any] = set()
    trust = Trust(knows=lambda *what: what in remembered, keep=lambda *what: remembered.add(what))
    log = Log(root=tmp_path / "log", trust=trust, tell=told.append)
    told.clear()
    for session_id, words in (("2026-01-02-aaaa", "kettle"), ("2026-01-03-bbbb", "herons"), ("2026-02-04-cccc", "tea")):
        write(log, session_id, words)
    return log


told: list[str] = []


def write(log: Log, session_id: str, words: str) -> Path:
    day, kinds = date.fromisoformat(session_id[:10]), {"mode": Mode.INDIVIDUAL, "status": Status.RECORDED}
    session = Session(id=session_id, title="A walk", date=day, answers={"what-worked": words}, **kinds)  # type: ignore[arg-type]  # two enums
    path = log.sessions / session_id[:4] / f"{session_id}-a-walk.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_session(session, {}), encoding="utf-8", newline="\n")
    return path


def ids(log: Log, words: str = "") -> list[str]:
    if words:
        found = search_entries(log, words, Filters(), None, failed)
    else:
        found = newest_entries(log, Filters(), None, failed)
    return [each.entry.id for each in found]


def failed(error: CircleError) -> None:
    pytest.fail(str(error))


@pytest.mark.parametrize("seed", range(12))
def test_no_answer_ever_differs_from_reading_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench" / "index"))
    monkeypatch.setattr(rows, "TICK", 10_000_000)
    from indexed import history

    assert [said for same, said in history(tmp_path, seed) if not same] == []


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """The sessions' files that are opened."""
    names: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event == "open" and str(arguments[0]).endswith(".md"):
            names.append(os.path.basename(str(arguments[0]))[:15])  # noqa: PTH119  # a Path here would be watched, too

    sys.addaudithook(watch)
    yield names
    watching.clear()


@pytest.mark.usefixtures("long_ago")
def test_what_has_not_changed_is_not_opened_again(log: Log, opened: list[str]) -> None:
    assert ids(log) == ids(log) == ["2026-02-04-cccc", "2026-01-03-bbbb", "2026-01-02-aaaa"]
    assert sorted(opened) == ["2026-01-02-aaaa", "2026-01-03-bbbb", "2026-02-04-cccc"]
    opened.clear()
    assert ids(log, "heron") == ["2026-01-03-bbbb"]
    assert still_to_do(log, failed).actions == ()
    write(log, "2026-01-03-bbbb", "storks")
    opened.clear()
    assert (ids(log, "heron"), ids(log, "stork"), opened) == ([], ["2026-01-03-bbbb"], ["2026-01-03-bbbb"])


def test_a_file_that_was_written_just_now_is_read_again_since_it_may_change_within_a_tick(
    log: Log, opened: list[str]
) -> None:
    assert ids(log) == ids(log)
    assert sorted(opened) == sorted(2 * ["2026-01-02-aaaa", "2026-01-03-bbbb", "2026-02-04-cccc"])


def test_it_is_for_its_owner_alone_and_out_of_gits_sight(log: Log) -> None:
    ids(log)
    assert (log.root / INDEX.parent / ".gitignore").read_text() == "*\n"
    if sys.platform != "win32":
        assert (log.root / INDEX).stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("long_ago")
def test_nothing_stays_in_it_of_a_session_that_was_deleted(log: Log) -> None:
    path = log.sessions / "2026" / "2026-01-03-bbbb-a-walk.md"
    ids(log)
    with sqlite3.connect(log.root / INDEX) as kept:
        ((lines,),) = kept.execute("SELECT lines FROM months WHERE month = '2026-01'").fetchall()
    kept.close()
    before = (log.root / INDEX).read_bytes()
    assert b"herons" in lines and lines in before and before.count(b"herons") > 1
    path.unlink()
    forget(log, path)
    after = (log.root / INDEX).read_bytes()
    assert b"herons" not in after and lines not in after and b"tea" in after
    assert ids(log) == ["2026-02-04-cccc", "2026-01-02-aaaa"]


@pytest.mark.usefixtures("long_ago")
def test_it_is_made_anew_with_a_word_where_it_is_gone_damaged_or_somebody_elses(log: Log) -> None:
    place = log.root / INDEX
    first = ids(log)
    place.unlink()
    assert (ids(log), told) == (first, [])
    content = place.read_bytes()
    at = content.index(b"herons")
    place.write_bytes(content[:at] + b"H" + content[at + 1 :])
    assert (ids(log, "heron"), told) == (["2026-01-03-bbbb"], [DAMAGED])
    assert (ids(log, "heron"), told[1:]) == (["2026-01-03-bbbb"], [])
    with sqlite3.connect(place) as kept:
        kept.execute("UPDATE made SET token = 'brought along'")
    kept.close()
    assert (ids(log, "heron"), told[1:]) == (["2026-01-03-bbbb"], [])


def test_where_it_cannot_be_kept_the_files_are_read(log: Log) -> None:
    ids(log)
    busy = sqlite3.connect(log.root / INDEX, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    assert ids(log, "heron") == ["2026-01-03-bbbb"]
    busy.close()
    (log.root / INDEX).unlink()
    assert ids(replace(log, trust=Trust(knows=lambda *_: False, keep=lambda *_: None))) == ids(log)
    (log.root / INDEX).unlink()
    assert ids(replace(log, trust=NO_TRUST)) == ids(replace(log, trust=NO_TRUST))
    assert not (log.root / INDEX).exists()
    (log.root / INDEX).mkdir()
    assert ids(log, "heron") == ["2026-01-03-bbbb"]


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights of their own there")
def test_it_is_written_through_no_link(log: Log, tmp_path: Path) -> None:
    (log.root / INDEX.parent).mkdir(exist_ok=True)
    (log.root / INDEX).symlink_to(tmp_path / "elsewhere")
    assert len(ids(log)) == 3
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.usefixtures("long_ago")
def test_what_is_no_session_is_taken_out_and_all_else_is_known_as_before(log: Log) -> None:
    ids(log, "heron")
    assert kept_state(log)
    forget(log, log.root / "proposals" / "reports" / "abcdefgh.md")
    assert kept_state(log)


def kept_state(log: Log) -> list[Any]:
    with sqlite3.connect(log.root / INDEX) as kept:
        found = kept.execute("SELECT state FROM state").fetchall()
    kept.close()
    return found
