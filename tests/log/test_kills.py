"""Killed in the middle of a command: nothing is torn or lost, and the next command finishes it or says so.

One command at a few of its steps; `python bench/kills.py` tries all of them at all.
"""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from making import ROOT

from circle_cli.cli.app import ROOM_OF
from circle_cli.log.durable import create_anywhere

WRITES_NOTHING_INTO_A_LOG = {"list", "show", "search", "actions", "takeaway", "event", "scan", "check", "print"}


@pytest.fixture(autouse=True)
def bench(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what `bench/` holds to be found, and nothing of it after this test."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))


@pytest.mark.skipif(not shutil.which("cc") or sys.platform != "linux", reason="what stops it is made with a compiler")
def test_a_kill_in_the_middle_costs_nothing(tmp_path: Path) -> None:
    from killing.commands import WRITING
    from killing.stopping import build
    from killing.target import Kill
    from killing.writing import ready
    from kills import KINDS

    kill = Kill(target=ready(WRITING[0], tmp_path / "place"), library=build(tmp_path), counts=Counter())
    kill.everywhere(every=30, really=0)
    assert kill.counts["all"] > 1
    assert kill.counts["git"] > 1
    assert [kind for kind in KINDS if kill.counts[kind]] == []


def test_each_command_that_writes_is_killed_in_the_bench() -> None:
    import kills

    assert {name.partition(" ")[0].rstrip(":") for name in kills.NAMES} == ROOM_OF.keys() - WRITES_NOTHING_INTO_A_LOG


def test_what_a_killed_run_had_begun_of_a_file_goes_before_it_is_written_anew(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    (tmp_path / f".a.md.tmp-{ended.pid}-0").write_text("half a takeaw")
    (tmp_path / ".a.md.tmp-1-0").write_text("of a run that is at work")
    create_anywhere(tmp_path / "a.md", b"whole", option="--to")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.md.tmp-1-0", "a.md"]
