"""Whatever becomes of the index meanwhile, the answers are the files': damage, others at work, no room, no right."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from making import put_session
from running import NOBODY, Ended, run_copied

from circle_cli.commands.edge import trust
from circle_cli.errors import CircleError
from circle_cli.log.entries.filters import Filters
from circle_cli.log.folder import INDEX, NO_TRUST, Log, Trust
from circle_cli.log.index import finding, rows
from circle_cli.log.index.finding import newest_entries, search_entries
from circle_cli.log.reading.actions import still_to_do

MONTHS, IN_EACH = 4, 5
ACTION = "action_points:\n  - {id: 1, what: Ring the school}\n"


@pytest.fixture(autouse=True)
def settled_and_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all logs be large, and what a test has just written count as settled."""
    monkeypatch.setattr(finding, "WORTH_IT", 1)
    monkeypatch.setattr(rows, "TICK", 0)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A log of some months, whose index has been made, on a computer that remembers it all."""
    remembered: set[Any] = set()
    kept = Trust(knows=lambda *what: what in remembered, keep=lambda *what: remembered.add(what))
    log = Log(root=filled(tmp_path / "log"), trust=kept)
    answers(log)
    return log


def filled(root: Path) -> Path:
    for number in range(MONTHS * IN_EACH):
        name = f"2026-{number // IN_EACH + 1:02}-{number % IN_EACH + 1:02}-{'abcdefghjk'[number % 10] * 4}"
        front = ACTION if number % 3 else ""
        put_session(root, name, f"A walk {number}", front, what_worked=f"Kettle {number}, and tea.\nA heron. " * 20)
    return root


def answers(log: Log) -> list[Any]:
    """List, search and ask for what is to do; what cannot be read is an answer, too."""
    said: list[str] = []

    def report(error: CircleError) -> None:
        said.append(str(error))

    asked: Sequence[Callable[[], Any]] = (
        lambda: newest_entries(log, Filters(), None, report),
        lambda: newest_entries(log, Filters(), 3, report),
        lambda: search_entries(log, "heron", Filters(), None, report),
        lambda: search_entries(log, "kettle 7", Filters(), None, report),
        lambda: still_to_do(log, report),
    )
    return [[ask() for ask in asked], sorted(said)]


def from_files(log: Log) -> list[Any]:
    return answers(replace(log, trust=NO_TRUST))


def test_a_bit_that_flips_anywhere_is_noticed_or_does_no_harm(log: Log) -> None:
    place, right = log.root / INDEX, from_files(log)
    whole = place.read_bytes()
    used = [at for at in range(0, len(whole)) if whole[at]]
    for step, at in enumerate((*range(0, 100, 5), *used[:: max(1, len(used) // 60)])):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << step % 8]) + whole[at + 1 :])
        assert answers(log) == right, f"bit {step % 8} of byte {at}"


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM months WHERE month = '2026-02'",
        "UPDATE months SET month = CAST(month AS BLOB) WHERE month = '2026-02'",
        "UPDATE months SET month = '2026-09' WHERE month = '2026-02'",
        "UPDATE state SET state = 'as it was'",
    ],
)
def test_a_row_that_is_gone_or_goes_by_another_name_is_noticed(log: Log, change: str) -> None:
    with sqlite3.connect(log.root / INDEX) as kept:
        assert kept.execute(change).rowcount == 1
    kept.close()
    assert answers(log) == from_files(log)


@pytest.mark.parametrize("cut", [0, 1, 99, 100, 65_536, 65_537])
def test_one_that_ends_too_soon_is_made_anew(log: Log, cut: int) -> None:
    place = log.root / INDEX
    place.write_bytes(place.read_bytes()[:cut])
    assert answers(log) == from_files(log)
    assert place.stat().st_size > 65_537


def look_often(root: Path, number: int) -> int:
    """Look at a log ten times, as one of several programs; give how often the answers were not those of the files."""
    log = Log(root=root, trust=trust())
    right, wrong = from_files(log), 0
    for step in range(10):
        if (step + number) % 4 == 0:
            (root / INDEX).unlink(missing_ok=True)
        wrong += answers(log) != right
    return wrong


@pytest.mark.skipif(sys.platform == "win32", reason="needs copies of a process")
def test_several_programs_at_once_trouble_nobody(log: Log) -> None:
    with get_context("fork").Pool(3) as programs:
        assert programs.map(partial(look_often, log.root), range(3), chunksize=1) == [0, 0, 0]


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for a file's size")
@pytest.mark.parametrize("room", [0, 1, 4096, 65_536, 70_000, 140_000])
@pytest.mark.parametrize("there", [True, False])
def test_where_there_is_no_room_for_it_the_files_are_read(log: Log, room: int, there: bool) -> None:
    import resource

    right, before = from_files(log), resource.getrlimit(resource.RLIMIT_FSIZE)
    if not there:
        (log.root / INDEX).unlink()
    put_session(log.root, "2026-01-09-mmmm", "Another", what_worked="Nothing of that.")
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        found, again = answers(log), answers(log)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert found == again == from_files(log) != right
    assert answers(log) == found


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may be somebody else")
@pytest.mark.parametrize("there", [True, False])
def test_in_a_folder_that_may_only_be_read_the_answers_are_the_same(there: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        top, home = Path(folder), Path(folder) / "home"
        root = filled(top / "log")
        home.mkdir()
        own(top)
        if there:
            assert as_nobody(root, home, "search heron").returncode == 0 and (root / INDEX).exists()
        right = [as_nobody(root, home, words) for words in ("list", "search kettle 7", "actions")]
        if not there:
            shutil.rmtree(root / ".circle")
        for path in (root, *root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        found = [as_nobody(root, home, words) for words in ("list", "search kettle 7", "actions")]
        assert [(each.stdout, each.stderr) for each in found] == [(each.stdout, each.stderr) for each in right]
        assert (root / INDEX).exists() is there


def own(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)


def as_nobody(root: Path, home: Path, words: str) -> Ended:
    env = {**os.environ, "HOME": str(home), **{f"XDG_{name}_HOME": str(home) for name in ("DATA", "STATE", "CONFIG")}}
    return run_copied("--log", str(root), *words.split(), cwd=Path("/"), env=env, **NOBODY)
