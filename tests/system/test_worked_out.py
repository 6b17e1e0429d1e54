"""What was worked out once is used again, and only if it is whole and of the same sources."""

import sys
from pathlib import Path

import pytest

from circle_cli.system.worked_out import worked_out


class Working:
    """Works out the same each time, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[list[str], int]:
        self.times += 1
        return ["at", "in"], 1 << 200


def out_of(folder: Path, working: Working, *sources: bytes) -> tuple[list[str], int]:
    return worked_out(folder, "known", sources or (b"one", b"two"), working)


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_it_is_worked_out_once(tmp_path: Path) -> None:
    working = Working()

    assert out_of(tmp_path, working) == out_of(tmp_path, working) == (["at", "in"], 1 << 200)
    assert working.times == 1


def test_other_sources_are_worked_out_anew(tmp_path: Path) -> None:
    working = Working()
    out_of(tmp_path, working)
    out_of(tmp_path, working, b"one", b"three")

    assert working.times == 2


def test_no_damage_is_taken_for_what_was_worked_out(tmp_path: Path) -> None:
    out_of(tmp_path, Working())
    (kept,) = (tmp_path / "__pycache__").iterdir()
    whole = kept.read_bytes()

    for place in range(len(whole)):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        again = Working()
        assert out_of(tmp_path, again) == (["at", "in"], 1 << 200)
        assert again.times == 1
        assert kept.read_bytes() == whole
        kept.write_bytes(whole[:place])
        out_of(tmp_path, again)
        assert again.times == 2


def test_where_nothing_can_be_kept_it_is_worked_out_each_time(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file, where the folder should be")
    working = Working()

    assert out_of(tmp_path, working) == out_of(tmp_path, working)
    assert working.times == 2


def test_of_sources_that_could_not_be_read_nothing_is_kept(tmp_path: Path) -> None:
    working = Working()
    out_of(tmp_path, working, b"one", b"")
    out_of(tmp_path, working, b"one", b"")

    assert (working.times, list(tmp_path.iterdir())) == (2, [])


def test_whoever_wants_no_compiled_files_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    out_of(tmp_path, Working())

    assert list(tmp_path.iterdir()) == []
