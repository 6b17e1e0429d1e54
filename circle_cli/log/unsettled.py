"""What a merge left for somebody to settle, as git's index has it: also where no line of the file says so."""

import os
import re
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.log.folder import Log
from circle_cli.log.history.repository import find_repository
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode, left_by_git, two_versions

_WHOLE = re.compile(rb"TREE....\x00([0-9]+) ", re.DOTALL)
"""What git adds to its index as soon as that is one whole tree: never while a file stands there in two versions."""
_AT_ITS_END = 1 << 16
"""Bytes of an index within which that stands, as a rule."""


def unsettled(log: Log) -> list[TwoVersions]:
    """Give, for each file of the log whose versions git could not bring together, what is to be done.

    Git is asked only where its index is no whole tree, since a list does not wait for it.
    """
    if not _may_hold_two_versions(log.root):
        return []
    from circle_cli.system.running import run_git

    try:
        output = run_git("-C", os.fsencode(log.root), "ls-files", "-u", "-z", "--", ".", limit=10.0)
    except OSError:
        return []
    if output.code != 0:
        return []
    names = dict.fromkeys(entry.partition(b"\t")[2] for entry in output.out.split(b"\0") if entry)
    return [_said_of(log.root / os.fsdecode(name)) for name in names]


def _may_hold_two_versions(root: Path) -> bool:
    try:
        repository = find_repository(root)
        return repository is not None and not _is_whole(repository.folder / "index")
    except FileNotFoundError:
        return False  # nothing was ever added
    except OSError:
        return True


def _is_whole(index: Path) -> bool:
    """Tell whether an index is one whole tree; that stands behind all files, which take long to look through."""
    with index.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _AT_ITS_END))
        if _WHOLE.search(file.read()):
            return True
        file.seek(0)
        return size > _AT_ITS_END and _WHOLE.search(file.read()) is not None


def _said_of(path: Path) -> TwoVersions:
    try:
        lines = two_versions(decode(content_of(path), str(path)))
    except CircleError:
        lines = []
    if lines:
        return left_by_git(str(path), lines[0])
    wrong = "git has two versions of it, and nobody has chosen yet"
    wrong += "" if os.path.lexists(path) else ": in one of them it was deleted"
    do = (
        "bring it into the state that is right: circle tells git of a session that it saves, and offers to finish a "
        "merge; by hand: git add, and that file; git commit"
    )
    return TwoVersions(wrong, where=Place(path), do=do)
