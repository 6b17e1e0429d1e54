"""What a merge left for somebody to settle, as git's index has it: also where no line of the file says so."""

import os
from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.log.folder import Log
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode, left_by_git, two_versions

_UNDER_WAY = ("MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD")


def unsettled(log: Log, *, for_sure: bool = False) -> list[TwoVersions]:
    """Give, for each file of the log whose versions git could not bring together, what is to be done.

    Git is asked only where a merge is under way, since a list does not wait for it; `for_sure`, always: what was put
    aside (git stash) and comes back leaves no other sign.
    """
    if not for_sure and not any(_under_way(log.root)):
        return []
    from circle_cli.log.history.running import run_git

    try:
        output = run_git("-C", os.fsencode(log.root), "ls-files", "-u", "-z", "--", ".", limit=10.0)
    except OSError:
        return []
    if output.code != 0:
        return []
    names = dict.fromkeys(entry.partition(b"\t")[2] for entry in output.out.split(b"\0") if entry)
    return [_said_of(log.root / os.fsdecode(name)) for name in names]


def _under_way(root: Path) -> Iterator[bool]:
    for top in (root, *root.parents):
        if os.path.lexists(top / ".git"):
            is_folder = (top / ".git").is_dir()  # in a worktree, a file says where git's own folder is
            yield not is_folder or any(os.path.lexists(top / ".git" / mark) for mark in _UNDER_WAY)
            return


def _said_of(path: Path) -> TwoVersions:
    try:
        lines = two_versions(decode(content_of(path), str(path)))
    except CircleError:
        lines = []
    if lines:
        return left_by_git(str(path), lines[0])
    wrong = "git has two versions of it, and nobody has chosen yet"
    wrong += "" if os.path.lexists(path) else ": in one of them it was deleted"
    do = "bring it into the state that is right, then tell git so: git add, and that file; git commit"
    return TwoVersions(wrong, where=Place(path), do=do)
