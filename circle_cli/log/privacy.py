"""Who else on this computer may read a log: nobody but its owner, whichever way it came here."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from circle_cli.ids import MARK, PROPOSALS, SPARKS
from circle_cli.log.folder import Log
from circle_cli.log.history.repository import Repository, find_repository, repository_around
from circle_cli.system.files import leads_elsewhere

_FOLDERS = ("sessions", SPARKS, PROPOSALS)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_SHARED = re.compile(rb"(?i)sharedrepository")
_LIMIT = 10.0  # seconds
_ACCESS_LIST = "system.posix_acl_access"

CLOSED = (
    "Others on this computer could look into this learning log; from now on only you can: {root}. "
    "(Colleagues work on a copy each, and not in one folder.)"
)
LEFT_OPEN = "Others on this computer may look into this learning log, and that was left as it is: {why}. {root}"
PART_OF = (
    "This learning log lies inside the git repository {top}: what is saved here goes into the history of that one, and "
    "circle cannot change who has a copy of it. To keep a log apart: `circle init`, and another folder."
)
_AROUND_CLOSED = "Others on this computer could read the history of {top}; from now on only you can."
_AROUND_OPEN = "Others on this computer may read the history of {top}, and that was left as it is: {why}."


def close_to_others(log: Log) -> Iterator[tuple[str, bool]]:
    """Close a log's folder, and git's, to everybody else; say what was done, or why it was not.

    True with what will be so the next time too.
    """
    root = log.root
    with suppress(OSError):
        if not (log.own or (root / MARK).is_file()):
            return
        repository = find_repository(root)
        is_own = repository is not None and repository.top == root
        if sys.platform != "win32":  # there the folders of a person's account are that person's
            yield from _close(root, repository if is_own else None)
        if repository and (top := repository_around(root)):
            yield PART_OF.format(top=top), True
            yield from _close_around(repository) if sys.platform != "win32" else ()


def _close(root: Path, repository: Repository | None) -> Iterator[tuple[str, bool]]:
    folders = (root, *(_history(repository) if repository else ()))
    open_ones = [place for place in folders if _is_open(place) and _is_mine(place)]
    shared = repository is not None and _is_shared(repository)
    if not open_ones and not shared:
        return
    if why := _on_purpose(root):
        yield LEFT_OPEN.format(why=why, root=root), True
        return
    for place in open_ones:
        place.chmod(0o700)
    if shared:
        from circle_cli.system.running import run_git  # hardly any log is so, and each command asks

        run_git("-C", os.fsencode(root), "config", "--local", "--unset-all", "core.sharedRepository", limit=_LIMIT)
    close_files(root)
    if any(_is_open(place) for place in open_ones):
        yield LEFT_OPEN.format(why="this disk knows no owners, as a USB stick does not", root=root), True
    else:
        yield CLOSED.format(root=root), False


def _close_around(repository: Repository) -> Iterator[tuple[str, bool]]:
    """Close the history that a log shares with what lies around it; the files around it are not ours to close."""
    open_ones = [place for place in _history(repository) if _is_open(place)]
    if not open_ones:
        return
    if any(not _is_mine(place) for place in open_ones):
        why = "it is somebody else's"
    elif _is_shared(repository):
        why = "git was told to share it"
    else:
        why = next(filter(None, map(_on_purpose, open_ones)), "")
    for place in () if why else open_ones:
        place.chmod(0o700)
    said = _AROUND_OPEN if why else _AROUND_CLOSED
    yield said.format(top=repository.top, why=why), bool(why)


def close_files(root: Path) -> None:
    """Have what is private readable by its owner alone: a clone, a pull or a copy makes it as everything else is."""
    for path in _private(root):
        with suppress(OSError):
            found = path.lstat()
            if found.st_mode & _OTHERS and not stat.S_ISLNK(found.st_mode) and found.st_uid == os.geteuid():
                path.chmod(0o700 if stat.S_ISDIR(found.st_mode) else 0o600)


def close_pulled(root: Path) -> None:
    """Close the files that a pull brought into a log that is closed itself."""
    with suppress(OSError):
        if sys.platform != "win32" and not _is_open(root):
            close_files(root)


def is_private(root: Path, path: Path) -> bool:
    """Tell whether a file of the log is for its owner alone."""
    return any(path.is_relative_to(root / name) for name in _FOLDERS)


def _private(root: Path) -> Iterator[Path]:
    own = (root / name for name in _FOLDERS)
    for place in (each for each in own if not leads_elsewhere(each)):  # what lies elsewhere is not ours to close
        for folder, _, files in os.walk(place):
            yield Path(folder)
            yield from (Path(folder) / file for file in files)


def _history(repository: Repository) -> list[Path]:
    """Give where the history lies: for a worktree, where that of all of them does."""
    return [place for place in dict.fromkeys((repository.folder, repository.common)) if place.is_dir()]


def _is_open(place: Path) -> bool:
    return bool(place.stat().st_mode & _OTHERS)


def _is_mine(place: Path) -> bool:
    return sys.platform != "win32" and place.stat().st_uid == os.geteuid()


def _is_shared(repository: Repository) -> bool:
    """Tell whether git was told to open what it writes to a group, or to all."""
    try:
        return bool(_SHARED.search((repository.common / "config").read_bytes()))
    except OSError:
        return False


def _on_purpose(root: Path) -> str:
    """Say why a folder is open on purpose, or is more than a log; empty where it is neither."""
    if root.stat().st_mode & stat.S_ISVTX or root.parent == root or os.path.ismount(root):
        return "it is a folder for everybody, or a whole disk"
    if root.stat().st_mode & stat.S_ISGID or _has_access_list(root):
        return "somebody has set this folder up for a group"
    if any(entry.stat(follow_symlinks=False).st_uid != root.stat().st_uid for entry in os.scandir(root)):
        return "there are other people's files in this folder"
    return ""


def _has_access_list(root: Path) -> bool:
    listed = getattr(os, "listxattr", None)
    if listed is None:
        return False
    try:
        return _ACCESS_LIST in listed(root)
    except OSError:
        return False
