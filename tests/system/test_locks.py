"""A lock keeps other runs out, and nobody from reading."""

import os
from pathlib import Path

import pytest

from circle_cli.locks import Lock, lock, lock_a_byte


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.jsonl"
    path.write_bytes(b"three lines\n" * 3)
    return path


def test_who_comes_second_learns_that_the_lock_is_anothers(file: Path) -> None:
    with file.open("r+b") as first, file.open("r+b") as second:
        assert (lock(first.fileno()), lock(second.fileno())) == (Lock.OURS, Lock.ANOTHERS)
        assert second.read() == file.read_bytes()


def test_windows_locks_a_byte_that_no_reader_comes_to(file: Path) -> None:
    locked: list[int] = []
    with file.open("r+b", buffering=0) as opened:
        opened.seek(5)
        assert (
            lock_a_byte(opened.fileno(), lambda: locked.append(os.lseek(opened.fileno(), 0, os.SEEK_CUR))) is Lock.OURS
        )
        assert opened.tell() == 5
    assert locked[0] > 1_000_000
    assert file.stat().st_size == 36


def test_a_byte_that_another_has_locked_is_anothers(file: Path) -> None:
    def refused() -> None:
        raise PermissionError(13, "Permission denied")

    with file.open("r+b", buffering=0) as opened:
        assert lock_a_byte(opened.fileno(), refused) is Lock.ANOTHERS
        assert opened.tell() == 0
