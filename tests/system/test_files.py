"""What one system needs of files and another does not."""

import os
import sys
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.system.files import ignore_all, leads_elsewhere, make_folder, patiently, remove_tree, to_the_disk
from circle_cli.system.no_links import content_of


class Busy:
    """A file that another program has open, for so many tries."""

    def __init__(self, times: int) -> None:
        self.left, self.pauses = times, 0

    def __call__(self) -> None:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(13, "Access is denied")

    def pause(self, _: float) -> None:
        self.pauses += 1


def test_on_windows_a_file_that_is_open_elsewhere_is_waited_for() -> None:
    busy = Busy(3)
    patiently(busy, pause=busy.pause, windows=True)
    assert busy.pauses == 3


def test_but_not_for_ever() -> None:
    busy = Busy(1000)
    with pytest.raises(PermissionError):
        patiently(busy, pause=busy.pause, windows=True)
    assert busy.pauses < 100


def test_elsewhere_what_is_not_allowed_is_said_at_once() -> None:
    busy = Busy(1)
    with pytest.raises(PermissionError):
        patiently(busy, pause=busy.pause, windows=False)
    assert busy.pauses == 0


def test_links_are_told_from_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    found = {name: leads_elsewhere(tmp_path / name) for name in ("file", "link", "missing", ".")}
    assert found == {"file": False, "link": True, "missing": False, ".": False}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may delete anything")
def test_what_may_not_be_deleted_is_an_error_and_not_forced(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    (tmp_path / "kept").chmod(0o500)
    with pytest.raises(PermissionError):
        remove_tree(tmp_path / "kept")


def test_a_tree_is_deleted_and_what_it_links_to_is_not(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "file").touch()
    (tmp_path / "tree" / "in").mkdir(parents=True)
    (tmp_path / "tree" / "in" / "link").symlink_to(tmp_path / "outside")
    remove_tree(tmp_path / "tree")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "outside"]


def test_a_file_and_a_folder_reach_the_disk(tmp_path: Path) -> None:
    for name in ("file", "."):
        (tmp_path / "file").touch()
        descriptor = os.open(tmp_path / name, os.O_RDONLY)
        to_the_disk(descriptor)
        os.close(descriptor)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no modes of files")
def test_a_folder_that_is_made_is_closed_to_others_whatever_is_usual_here(tmp_path: Path) -> None:
    usual = os.umask(0o022)
    try:
        make_folder(tmp_path / "own" / "log" / "sessions")
    finally:
        os.umask(usual)
    made = (tmp_path / "own", tmp_path / "own" / "log", tmp_path / "own" / "log" / "sessions")
    assert [folder.stat().st_mode & 0o777 for folder in made] == [0o700] * 3


def test_a_file_in_the_way_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "file" / "sessions")


def test_a_file_that_grows_while_it_is_read_comes_to_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "growing").write_bytes(b"x" * 9)
    monkeypatch.setattr(os, "read", lambda *_: b"x" * (1 << 24))
    with pytest.raises(CircleError, match="larger than any file of ours"):
        content_of(tmp_path / "growing")


@pytest.mark.parametrize("half", [None, b"", b"*"])
def test_what_keeps_git_out_is_whole_or_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, half: bytes | None
) -> None:
    mark = tmp_path / ".gitignore"
    if half is not None:
        mark.write_bytes(half)
    with monkeypatch.context() as killed:
        killed.setattr(os, "replace", lambda *_: sys.exit(9))
        with pytest.raises(SystemExit):
            ignore_all(tmp_path)
    assert (mark.read_bytes() if mark.exists() else None) == half
    ignore_all(tmp_path)
    assert mark.read_bytes() == b"*\n"
    assert [path.name for path in tmp_path.iterdir()] == [".gitignore"]


def test_it_is_never_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("kept")
    for name in ("..gitignore.tmp-0", ".gitignore"):
        (tmp_path / ".gitignore").unlink(missing_ok=True)
        (tmp_path / name).symlink_to("elsewhere")
        ignore_all(tmp_path)
        assert not (tmp_path / ".gitignore").is_symlink()
    assert (tmp_path / "elsewhere").read_text() == "kept"
