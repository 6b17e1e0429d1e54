import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import DISK, PERMISSION, CircleError
from circle_cli.log import durable
from circle_cli.log.durable import FileChanged, check_writable, create, locked, replace


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_whole_private_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "sessions" / "2026" / "a.md"
    assert create(path, b"text\n") is True
    assert path.read_bytes() == b"text\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.stat().st_nlink == 1
    assert names(path.parent) == ["a.md"]


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_file_is_private_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        create(tmp_path / "a.md", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_saving_the_same_again_says_that_it_was_there(tmp_path: Path) -> None:
    assert create(tmp_path / "a.md", b"same") is True
    assert create(tmp_path / "a.md", b"same") is False
    assert names(tmp_path) == ["a.md"]


def test_another_file_of_that_name_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"hers")
    with pytest.raises(FileExistsError):
        create(tmp_path / "a.md", b"mine")
    assert (tmp_path / "a.md").read_bytes() == b"hers"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("kind", ["folder", "dangling link"])
def test_a_name_taken_by_something_else_is_taken(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.md"
    path.mkdir() if kind == "folder" else path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create(path, b"mine")


def test_a_file_left_by_a_killed_run_is_neither_used_nor_in_the_way(tmp_path: Path) -> None:
    left = tmp_path / f".a.md.tmp-{os.getpid()}"
    left.write_bytes(b"half")
    create(tmp_path / "a.md", b"whole")
    assert (tmp_path / "a.md").read_bytes() == b"whole"
    assert left.read_bytes() == b"half"  # perhaps that of another machine on the same disk


def test_a_large_text_is_written_to_its_end(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    create(tmp_path / "a.md", content)
    assert (tmp_path / "a.md").read_bytes() == content


@pytest.mark.parametrize("taken", [False, True])
def test_where_a_file_has_one_name_only_it_is_moved_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "Operation not permitted")))
    path = tmp_path / "a.md"
    if taken:
        path.write_bytes(b"hers")
        with pytest.raises(FileExistsError):
            create(path, b"mine")
    else:
        assert create(path, b"mine") is True
        assert create(path, b"mine") is False
    assert path.read_bytes() == (b"hers" if taken else b"mine")
    assert names(tmp_path) == ["a.md"]


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("")
    with pytest.raises(CircleError, match="a file is where its folder should be") as caught:
        create(tmp_path / "sessions" / "a.md", b"x")
    assert caught.value.exit_code == DISK


def test_a_name_too_long_for_the_disk_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CircleError, match="name is too long"):
        create(tmp_path / ("a" * 300), b"x")


@pytest.mark.parametrize("folder", ["with space", "new\nline", "-x", "é", os.fsdecode(b"\xff")])
def test_any_folder_name_will_do(tmp_path: Path, folder: str) -> None:
    assert create(tmp_path / folder / "a.md", b"x") is True
    replace(tmp_path / folder / "a.md", b"y", b"x")
    assert (tmp_path / folder / "a.md").read_bytes() == b"y"


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    create(tmp_path / "link" / "a.md", b"x")
    assert (tmp_path / "real" / "a.md").read_bytes() == b"x"


def test_an_edit_replaces_the_file_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o644)
    replace(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert names(tmp_path) == ["a.md"]


def test_an_edit_through_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    replace(tmp_path / "link.md", b"new", b"old")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("there", "expected"), [(b"hers", b"old"), (None, b"old"), (b"hers", None)], ids=["changed", "removed", "made"]
)
def test_an_edit_refuses_a_file_that_somebody_else_touched(
    tmp_path: Path, there: bytes | None, expected: bytes | None
) -> None:
    path = tmp_path / "a.md"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(FileChanged, match="nothing was overwritten"):
        replace(path, b"mine", expected)
    assert (path.read_bytes() if path.exists() else None) == there
    assert len(names(tmp_path)) == (there is not None)


def test_an_edit_refuses_a_file_that_changes_while_it_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    fsync = os.fsync

    def fsync_and_be_overtaken(descriptor: int) -> None:
        fsync(descriptor)
        path.write_bytes(b"hers")

    monkeypatch.setattr(os, "fsync", fsync_and_be_overtaken)
    with pytest.raises(FileChanged):
        replace(path, b"mine", b"old")
    assert path.read_bytes() == b"hers"
    assert names(tmp_path) == ["a.md"]


def test_a_file_expected_absent_is_made(tmp_path: Path) -> None:
    replace(tmp_path / "a.md", b"new", None)
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_of_many_edits_at_once_each_one_that_succeeds_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_bytes(b"0")

    def add_one(_: int) -> int:
        before = path.read_bytes()
        try:
            replace(path, str(int(before) + 1).encode(), before)
        except FileChanged:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(add_one, range(100)))
    assert path.read_bytes() == str(done).encode()


def test_a_folder_is_tried_and_left_empty(tmp_path: Path) -> None:
    check_writable(tmp_path / "log" / "sessions")
    assert names(tmp_path / "log" / "sessions") == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_folder_that_cannot_be_written_is_said_before_the_interview() -> None:
    with pytest.raises(CircleError):
        check_writable(Path("/proc/self/sessions"))


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (13, PERMISSION, "not allowed"),
        (1, PERMISSION, "not allowed"),
        (30, PERMISSION, "read but not written"),
        (28, DISK, "disk is full"),
        (5, DISK, "reported a fault"),
        (122, DISK, "quota"),
        (27, DISK, "larger than is allowed"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="these are its error numbers")
def test_each_error_of_the_disk_is_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int, words: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CircleError, match=words) as caught:
        create(tmp_path / "a.md", b"x")
    assert caught.value.exit_code == code
    assert str(tmp_path / "a.md") in str(caught.value)
    assert names(tmp_path) == []


def test_a_folder_is_tried_with_a_name_as_long_as_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def noted(call: Callable[..., Any]) -> Callable[..., Any]:
        def note(path: Path, *how: int) -> Any:
            tried.append(len(str(path)))
            return call(path, *how)

        return note

    for name in ("open", "lstat"):  # looked for, where the file that is tried has no name
        monkeypatch.setattr(os, name, noted(getattr(os, name)))
    check_writable(tmp_path)
    assert max(tried) >= len(str(tmp_path / "2026" / ("x" * durable.LONGEST)))


@pytest.mark.parametrize("before", [None, b"x"])
def test_the_advice_names_the_option_that_chooses_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    path = tmp_path / "a.ics"
    if before:
        path.write_bytes(before)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CircleError) as caught:
        replace(path, b"y", before, option="--ics")
    wrong = "cannot save here, this disk can be read but not written"
    assert str(caught.value) == f"{path}: {wrong}; choose another folder with --ics"


def test_a_folder_kept_by_a_stopped_run_delays_but_does_not_forbid(tmp_path: Path) -> None:
    with locked(tmp_path, 1), locked(tmp_path, 0.05):
        assert names(tmp_path) == []


def test_an_interrupt_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(durable.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        create(tmp_path / "a.md", b"x")
    assert names(tmp_path) == []


def test_saving_needs_no_heavy_module(tmp_path: Path) -> None:
    loaded = "import sys, circle_cli.log.durable; print(sorted({'tempfile', 'shutil', 'asyncio'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True).stdout == "[]\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file that is only tried has a name for a moment")
def test_trying_whether_a_folder_can_be_written_leaves_no_name_for_a_kill_to_find(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_and_look(*arguments: Any, opened: Callable[..., int] = os.open) -> int:
        descriptor = opened(*arguments)
        assert list(tmp_path.iterdir()) == []
        return descriptor

    monkeypatch.setattr(os, "open", open_and_look)
    check_writable(tmp_path)
