"""Who else on this computer may read a log: nobody but its owner, whichever way it came here."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from circle_cli.ids import MARK, PROPOSALS
from circle_cli.log.folder import Log
from circle_cli.log.history.repository import Repository, find_repository
from circle_cli.log.history.running import run_git

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_SHARED = re.compile(rb"(?i)sharedrepository")
_LIMIT = 10.0  # seconds
_ACCESS_LIST = "system.posix_acl_access"

CLOSED = (
    "Others on this computer could look into this learning log; from now on only you can: {root}. "
    "(Colleagues work on a copy each, and not in one folder.)"
)
LEFT_OPEN = "Others on this computer may look into this learning log, and that was left as it is: {why}. {root}"


def close_to_others(log: Log) -> tuple[str, bool]:
    """Close a log's folder, and git's, to everybody else; say what was done, or why it was not. Empty: nothing was.

    True where it was left open, which will be so the next time too.
    """
    root = log.root
    if sys.platform == "win32":
        return "", False  # there the folders of a person's account are that person's
    with suppress(OSError):
        if not (log.own or (root / MARK).is_file()):
            return "", False
        open_ones = [place for place in (root, *_folders_of_git(root)) if _is_open(place) and _is_mine(place)]
        shared = _is_shared(root)
        if not open_ones and not shared:
            return "", False
        if why := _on_purpose(root):
            return LEFT_OPEN.format(why=why, root=root), True
        for place in open_ones:
            place.chmod(0o700)
        if shared:
            run_git("-C", os.fsencode(root), "config", "--local", "--unset-all", "core.sharedRepository", limit=_LIMIT)
        close_files(root)
        if any(_is_open(place) for place in open_ones):
            return LEFT_OPEN.format(why="this disk knows no owners, as a USB stick does not", root=root), True
        return CLOSED.format(root=root), False
    return "", False


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
    return any(path.is_relative_to(root / name) for name in ("sessions", PROPOSALS))


def _private(root: Path) -> Iterator[Path]:
    for name in ("sessions", PROPOSALS):
        for folder, _, files in os.walk(root / name):
            yield Path(folder)
            yield from (Path(folder) / file for file in files)


def _folders_of_git(root: Path) -> list[Path]:
    """Give where the history lies: for a worktree, where that of all of them does."""
    repository = find_repository(root)
    if repository is None or repository.top != root:
        return []
    return [place for place in dict.fromkeys((repository.folder, _common(repository))) if place.is_dir()]


def _common(repository: Repository) -> Path:
    try:
        return repository.folder / os.fsdecode((repository.folder / "commondir").read_bytes().rstrip(b"\r\n"))
    except OSError:
        return repository.folder


def _is_open(place: Path) -> bool:
    return bool(place.stat().st_mode & _OTHERS)


def _is_mine(place: Path) -> bool:
    return sys.platform != "win32" and place.stat().st_uid == os.geteuid()


def _is_shared(root: Path) -> bool:
    """Tell whether git was told to open what it writes to a group, or to all."""
    try:
        return bool(_SHARED.search((root / ".git" / "config").read_bytes()))
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
