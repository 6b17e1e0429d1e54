"""A git repository as a folder: where it begins, where git keeps its own, what somebody is in the middle of.

And how git spells the path of a file in it.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath

_UNFINISHED = (  # found in git's folder: what is going on, what finishes it
    ("rebase-apply/applying", "a series of patches", "git am --continue"),
    ("rebase-merge", "a rebase", "git rebase --continue"),
    ("rebase-apply", "a rebase", "git rebase --continue"),
    ("MERGE_HEAD", "a merge", "git merge --continue"),
    ("CHERRY_PICK_HEAD", "a cherry-pick", "git cherry-pick --continue"),
    ("REVERT_HEAD", "a revert", "git revert --continue"),
    ("sequencer", "a series of commits", "git status, which says how to go on"),
    ("BISECT_LOG", "a bisect", "git bisect reset"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A git repository: its `top`, and git's own `folder`, `.git` mostly; `top` itself with no files (bare)."""

    top: Path
    folder: Path

    @property
    def common(self) -> Path:
        """Where git keeps what all work trees share: hooks, settings, the history; `folder` mostly."""
        pointer = self.folder / "commondir"
        try:
            return self.folder / os.fsdecode(pointer.read_bytes().rstrip(b"\r\n")) if pointer.is_file() else self.folder
        except OSError:
            return self.folder

    @property
    def unfinished(self) -> tuple[str, str] | None:
        """Give what somebody is in the middle of, and what finishes it."""
        return next(((what, finish) for mark, what, finish in _UNFINISHED if (self.folder / mark).exists()), None)

    @property
    def ends(self) -> frozenset[str]:
        """Give the commits whose parents this copy has not got: those at which a shallow one ends."""
        shallow = self.common / "shallow"
        return frozenset(shallow.read_text(encoding="ascii", errors="replace").split() if shallow.is_file() else ())

    @property
    def on_branch(self) -> bool:
        """Tell whether a branch is checked out."""
        head = self.folder / "HEAD"
        return head.is_symlink() or head.read_bytes().startswith(b"ref:")


def find_repository(folder: Path) -> Repository | None:
    """Find what git would find, without waiting for git."""
    for top in (folder, *folder.parents):
        dot = top / ".git"
        if dot.is_file():  # a worktree or a submodule: it says where git's own folder is
            pointer = os.fsdecode(dot.read_bytes()).removeprefix("gitdir: ").rstrip("\r\n")
            return Repository(top=top, folder=top / pointer)
        if (dot / "HEAD").exists():
            return Repository(top=top, folder=dot)
        if (top / "HEAD").exists() and (top / "objects").is_dir() and (top / "refs").is_dir():
            return Repository(top=top, folder=top)
    return None


def repository_around(root: Path) -> Path | None:
    """Give the folder of the repository that a log is only a part of; None where it has one of its own, or none."""
    try:
        repository = find_repository(root)
    except OSError:
        return None
    return None if repository is None or repository.top in (root, repository.folder) else repository.top


def spelling(path: PurePath, top: PurePath, *, macos: bool = sys.platform == "darwin") -> bytes:
    """Spell a file's path as git does, whatever the system's own way: everything that git is given or gave is so.

    Windows has back-slashes; the disks of macOS may take letters and their accents apart, which git puts together.
    """
    name = path.relative_to(top).as_posix()
    if macos:
        import unicodedata

        name = unicodedata.normalize("NFC", name)
    return os.fsencode(name)
