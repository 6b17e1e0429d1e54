"""Sessions that are not where they are looked for: whoever takes them for none passes over the people in them."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import MARK, SESSION_ID
from circle_cli.log.folder import Log, all_session_files, session_id_in
from circle_cli.system.files import leads_elsewhere

_NOT_LOOKED_INTO = ("site", "learning-points", "node_modules", "tests")
"""Folders that hold too much to read, and no session: pages, which others see; and what programmers made up."""

_BEGINNING = 4096
_MARKED = b"circle:"
_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?\s*---\n(.*?)(?:\n---|\Z)", re.DOTALL)


def astray(log: Log, tracked: Iterable[str]) -> Iterator[CircleError]:
    """Say what of a log's sessions is missing or elsewhere.

    `tracked` names the files below `sessions/` that git knows.

    Raises:
        CircleError: the folder of the sessions may not be looked into.
    """
    if not os.path.lexists(log.sessions):
        do = "put the folder back where it was; a log that never had a session needs an empty one"
        yield CircleError("the folder of the sessions is not there", where=Place(log.sessions), do=do)
    known = frozenset(map(os.path.realpath, all_session_files(log)))
    for name in tracked:
        path = log.root / name
        if path.suffix == ".md" and SESSION_ID.match(path.name) and not os.path.lexists(path):
            do = "bring it back with git, or take it out with circle delete or circle erase"
            yield CircleError("a session that git knows is not there", where=Place(path), do=do)
    for path in _files(log.root):
        if not (known and os.path.realpath(path) in known) and _is_session(path):
            do = "move it to where sessions are, in sessions/, or out of the log"
            yield CircleError("a session that is not where sessions are looked for", where=Place(path), do=do)


def _files(root: Path) -> Iterator[Path]:
    """Give every file of a log; neither links nor what is hidden, and no other log."""
    for folder, folders, files in os.walk(root, onerror=None):
        here = Path(folder)
        folders[:] = sorted(
            each
            for each in folders
            if not (each.startswith(".") or each in _NOT_LOOKED_INTO)
            and not leads_elsewhere(here / each)
            and not (here / each / MARK).is_file()
        )
        yield from (here / each for each in sorted(files))


def _is_session(path: Path) -> bool:
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return SESSION_ID.match(path.name) is not None
    front = _FRONT.match(beginning.replace(b"\r\n", b"\n"))
    return front is not None and _MARKED in front[1] and session_id_in(front[1]) is not None
