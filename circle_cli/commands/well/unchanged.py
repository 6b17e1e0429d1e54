"""Whether a log is, file by file, as it was when all of it was well: then nobody need look into any of them.

What is kept is a line of words, and a digest of it, of this program, and of all files as the disk tells of them, made
with a key that lies in the person's own folder: what was damaged, or is another's, is that of nothing.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from struct import unpack
from typing import NamedTuple

from circle_cli.commands.folders import HIDDEN
from circle_cli.commands.well.entries import keyed, place_of, program
from circle_cli.errors import CircleError
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.history.repository import find_repository
from circle_cli.log.index.state import stamps_in, stamps_of
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_if_there, content_of, is_there

_KEPT = "well"
_SIZE = 16
_TICK = timedelta(seconds=2)
"""What was changed just now might change once more within a tick of the disk's clock, and look the same."""

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
"""By which git would look at other files."""

_BASE, _OWN = b"base\n", b"own\n"


class Well(NamedTuple):
    """What was said when all was well, and whether the log is a base."""

    said: str
    base: bool


class _LeadsElsewhereError(Exception):
    """Something is a link: what it leads to may change unseen."""


def whole_state(root: Path, now: datetime) -> bytes | None:
    """Give what stands for all files of a log as they are, but for git's objects and our own caches.

    None where that would not tell all: a link is there, git's own folder is elsewhere, something changed just now.
    """
    if any(name in os.environ for name in _ELSEWHERE):
        return None
    repository = find_repository(root)
    if repository and (repository.folder != root / ".git" or repository.common != repository.folder):
        return None
    beside = [*_settings_of_git()]
    try:
        inside = _inside(str(root))
        stamps = b"".join([*(stamps_in(folder, names) for folder, names in inside), stamps_of(beside)])
    except (OSError, _LeadsElsewhereError):
        return None
    numbers = unpack(f"<{len(stamps) // 8}q", stamps)
    if max(*numbers[::4], *numbers[1::4]) >= (now - _TICK).timestamp() * 1_000_000_000:
        return None
    told = [f"{name}={os.environ[name]}" for name in sorted(os.environ) if name.startswith("GIT_")]
    named = (word for folder, names in inside for word in (folder, *names, ""))
    return stamps + os.fsencode("\0".join((*named, *beside, *told)))


def was_well(root: Path, state: bytes) -> Well | None:
    """Give what was said when all was well, if that was in this state; None where nothing is known of it."""
    with suppress(OSError, CircleError):
        place = place_of(root, _KEPT)
        content = content_of(place) if is_there(place) else b""
        digest, said = content[:_SIZE], content[_SIZE:]
        entries = keyed(root, _KEPT)
        if entries.key and digest == entries.digest(program(), state, said):
            kind, _, line = said.partition(b"\n")
            return Well(said=line.decode(), base=kind + b"\n" == _BASE)
    return None


def keep_well(root: Path, state: bytes, said: str, *, base: bool) -> None:
    """Keep what was said when all was well; where that cannot be written, all is looked at the next time."""
    with suppress(OSError, CircleError):
        entries, words = keyed(root, _KEPT), (_BASE if base else _OWN) + said.encode()
        if entries.key:
            place = place_of(root, _KEPT)
            make_folder(place.parent)
            ignore_all(place.parent)
            replace_anywhere(place, entries.digest(program(), state, words) + words, content_if_there(place))


def _inside(root: str) -> list[tuple[str, list[str]]]:
    """Give each folder of a log and its files' names; what a folder's own times tell is only that something was in it.

    Raises:
        OSError: one may not be looked into.
        _LeadsElsewhereError: there is a link.
    """
    passed_over = (f"{root}{os.sep}{HIDDEN}", f"{root}{os.sep}.git{os.sep}objects")
    folders, found = [root], list[tuple[str, list[str]]]()
    for folder in folders:
        names: list[str] = []
        found.append((folder, names))
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    raise _LeadsElsewhereError
                if not entry.is_dir(follow_symlinks=False):
                    names.append(entry.name)
                elif entry.path not in passed_over:
                    folders.append(entry.path)
    return found


def _settings_of_git() -> Iterator[str]:
    """Give the files by which git may take another file for one that is to be committed."""
    home = os.path.expanduser("~")  # noqa: PTH111 (Path's own raises where nobody has a home)
    for folder in (os.environ.get("XDG_CONFIG_HOME") or f"{home}/.config", home):
        yield from (f"{folder}/{name}" for name in ("git/config", "git/ignore", ".gitconfig"))
