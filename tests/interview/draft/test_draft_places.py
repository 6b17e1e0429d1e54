"""Where a draft is kept: deleted, moved, full, not ours; it is put back, or it is said."""

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from drafted import HEAD, ID, TEXT, until

from circle_cli.errors import DISK, PERMISSION, CircleError
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.glance import is_idle
from circle_cli.interview.draft.holding import is_open
from circle_cli.interview.draft.lines import read_draft

needs_root = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may do this")


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_deleted_draft_is_put_back_with_the_next_reply(draft: Draft, folder: Path, gone: str) -> None:
    draft.answered("situation", TEXT, "company")
    draft.path.unlink()
    if gone == "folder":
        folder.rmdir()
    draft.answered("company", "alone", "what-worked")
    assert read_draft(draft.path).answers == {"situation": TEXT, "company": "alone"}
    assert stat.S_IMODE(draft.path.stat().st_mode) == 0o600
    assert is_open(draft.path)


def halves(path: Path) -> Mapping[str, str]:
    """Give what is half-written there; nothing as long as the draft is still on its way."""
    try:
        return read_draft(path).halves
    except (FileNotFoundError, CircleError):
        return {}


@pytest.mark.parametrize("how", ["deleted", "moved"])
def test_a_draft_whose_folder_went_is_put_back_with_the_next_keystroke(draft: Draft, folder: Path, how: str) -> None:
    draft.answered("situation", TEXT, "company")
    if how == "deleted":
        draft.path.unlink()
        folder.rmdir()
    else:
        folder.rename(folder.with_name("elsewhere"))
    draft.typed("company", "al")
    until(lambda: halves(draft.path) == {"company": "al"})
    draft.close()  # else what is being typed may just be changing places
    state = read_draft(draft.path)
    assert (state.answers, state.halves) == ({"situation": TEXT}, {"company": "al"})


def test_a_draft_can_move_and_leaves_nothing_behind_in_the_end(draft: Draft, folder: Path, tmp_path: Path) -> None:
    draft.answered("situation", TEXT, "company")
    draft.typed("company", "al")
    draft.flush()
    draft.move_to(tmp_path / "stick")
    draft.answered("company", "alone", "what-worked")
    assert draft.path == tmp_path / "stick" / f"{ID}.jsonl"
    assert read_draft(draft.path).answers == {"situation": TEXT, "company": "alone"}
    assert read_draft(folder / f"{ID}.jsonl").answers == {"situation": TEXT}
    draft.remove()
    assert [*folder.iterdir(), *(tmp_path / "stick").iterdir()] == []


def test_a_move_to_where_nothing_can_be_written_changes_nothing(draft: Draft, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CircleError):
        draft.move_to(tmp_path / "file")
    draft.answered("situation", TEXT, "company")
    assert read_draft(draft.path).answers == {"situation": TEXT}


def test_a_limit_on_file_size_refuses_the_reply_and_keeps_what_was_kept(draft: Draft) -> None:
    draft.answered("situation", TEXT, "company")
    import resource  # Windows has none

    content = draft.path.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(content) + 20, before[1]))
    try:
        with pytest.raises(CircleError, match="File too large") as refused:
            draft.answered("what-worked", "x" * 200, "influence")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refused.value.exit_code == DISK
    assert draft.path.read_bytes() == content
    draft.answered("what-worked", "x" * 200, "influence")
    assert read_draft(draft.path).answers["what-worked"] == "x" * 200


@needs_root
def test_a_full_disk_is_said_and_what_was_typed_is_tried_again(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        draft = Draft.begin(disk / "drafts", HEAD)
        draft.answered("situation", TEXT, "company")
        filler = disk / "filler"
        with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 1024)
        with pytest.raises(CircleError, match="No space left on device; make room") as refused:
            draft.answered("what-worked", "y" * 30_000, "influence")
        assert refused.value.exit_code == DISK
        draft.typed("what-worked", "y" * 30_000)
        draft.flush()
        assert read_draft(draft.path).answers == {"situation": TEXT}
        filler.unlink()
        until(lambda: read_draft(draft.path).halves == {"what-worked": "y" * 30_000})
        draft.answered("what-worked", "y" * 30_000, "influence")
        assert read_draft(draft.path).answers == {"situation": TEXT, "what-worked": "y" * 30_000}
        draft.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@needs_root
def test_a_folder_of_somebody_else_is_a_matter_of_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    begin = (
        "import sys; from pathlib import Path; from circle_cli.interview.draft.draft import Draft, DraftHead\n"
        "from circle_cli.errors import CircleError\n"
        "head = DraftHead(id='2026-11-23-k3f9', log='', mode='individual', date='2026-11-23', quick=False)\n"
        "try: Draft.begin(Path(sys.argv[1]) / 'drafts', head)\n"
        "except CircleError as error: sys.exit(error.exit_code)"
    )
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    done = subprocess.run([*as_nobody, sys.executable, "-c", begin, str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == PERMISSION, done.stderr


def test_the_folder_is_brought_to_the_disk_with_each_name_that_comes_or_goes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        real(descriptor)

    def new() -> list[Path]:
        found = [path for path in synced if path.is_dir()]
        synced.clear()
        return found

    monkeypatch.setattr(os, "fsync", fsync)
    draft = Draft.begin(folder, HEAD)
    assert new() == [folder.parents[1], folder.parent, folder]
    draft.answered("situation", TEXT, "company")
    assert new() == []
    draft.typed("company", "al")
    draft.flush()
    assert folder in new()
    draft.move_to(folder / "stick")
    assert new() == [folder, folder / "stick"]
    Draft.take_over(draft.path).remove()
    assert new() == [folder / "stick"] * 3


def test_at_a_glance_it_is_idle_only_where_nothing_was_written_and_nobody_has_it_open(
    draft: Draft, tmp_path: Path
) -> None:
    head = draft.path.read_bytes()
    assert not is_idle(draft.path)  # it is open
    draft.answered("situation", TEXT, "company")
    copy = tmp_path / "copy" / draft.path.name
    copy.parent.mkdir()
    for content, idle in ((b"", True), (head, True), (head + b"\0", False), (draft.path.read_bytes(), False)):
        copy.write_bytes(content)
        assert is_idle(copy) is idle, content
    copy.write_bytes(head)
    copy.with_suffix(".typing").write_bytes(b"")
    assert not is_idle(copy) and not is_idle(copy.with_name("no.jsonl"))
