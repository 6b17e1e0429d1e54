"""What another program is doing, as each system says it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from circle_cli.system.processes import Doing, Process, Status, left_by_the_dead, status_of, this_process, what_does

HOLDER = Process(host="laptop", pid=4711, started="99")


@pytest.mark.parametrize(
    ("status", "doing"),
    [
        (Status(letter="S", started="99"), Doing.RUNNING),
        (Status(letter="R"), Doing.RUNNING),
        (Status(letter="T", started="99"), Doing.STOPPED),
        (Status(letter="t", started="99"), Doing.STOPPED),
        (Status(letter="T", started="100"), Doing.GONE),
        (Status(letter="Z", started="99"), Doing.GONE),
        (None, Doing.GONE),
    ],
)
def test_a_program_is_known_by_its_number_and_when_it_began(status: Status | None, doing: Doing) -> None:
    assert what_does(HOLDER, host="laptop", ask=lambda _: status) is doing


def test_of_another_computer_nothing_is_asked() -> None:
    assert what_does(HOLDER, host="desk", ask=lambda _: pytest.fail("asked")) is Doing.ELSEWHERE


@pytest.mark.skipif(os.name != "posix", reason="Windows is asked nothing")
def test_this_program_runs_and_one_that_has_ended_is_gone() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert what_does(this_process()) is Doing.RUNNING
    assert status_of(ended.pid) is None


@pytest.mark.skipif(os.name != "posix", reason="Windows is asked nothing")
@pytest.mark.parametrize("name", ["publishing-{}.git", "publishing-{}", "publishing-{}-3"])
def test_what_a_program_that_is_gone_left_is_found_by_its_number(name: str, tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / name.format(ended.pid)
    left.mkdir()
    for other in (name.format(os.getpid()), "publishing-4x.git", "publishing-", "publishing"):
        (tmp_path / other).mkdir()
    assert left_by_the_dead(tmp_path, "publishing-") == [left]


@pytest.mark.parametrize("value", [None, 3, {}, {"host": "x"}, {"host": "x", "pid": "1", "started": ""}])
def test_what_was_written_is_read_back_and_nothing_else_is(value: object) -> None:
    assert Process.read(HOLDER.written()) == HOLDER
    assert Process.read(value) is None


@pytest.mark.skipif(os.name != "posix" or not os.access("/bin/ps", os.X_OK), reason="needs ps")
def test_where_there_is_no_proc_ps_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr("circle_cli.system.processes._PROC", tmp_path)
    assert status_of(os.getpid()) is not None
    assert status_of(2**22 + 1) is None
