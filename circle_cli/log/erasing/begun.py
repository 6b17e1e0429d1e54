"""An erasing that has begun: a folder for it beside the backups, which tells the next run if this one was killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import DISK, CircleError, Place
from circle_cli.ids import SESSION_ID
from circle_cli.locks import Lock, lock
from circle_cli.log.durable import locked
from circle_cli.system.files import remove_tree

_PREFIX, _LOG = "circle-erasing-", "log"


@dataclass(slots=True, kw_only=True)
class Begun:
    """What is under way: a `folder` that only its owner may enter, and whether anything is `changed` for good."""

    folder: Path
    changed: bool = False


@contextmanager
def begun(nearby: Path, root: Path, session_id: str) -> Iterator[Begun]:
    """Begin to erase a session of the log at `root`; the folder goes, unless something is left to be done.

    Raises:
        CircleError: the disk refused; nothing was erased.
    """
    try:
        nearby.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(nearby, 10.0):
            for left, whose in _dead(nearby):
                _empty(left, keep=whose not in (None, (root, session_id)))
            folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{session_id}-", dir=nearby))
            mark = (folder / _LOG).open("wb")
            mark.write(os.fsencode(root))
            mark.flush()
            lock(mark.fileno())
    except OSError as error:
        raise _refused(error, nearby, "nothing was erased") from error
    doing = Begun(folder=folder)
    with mark:
        try:
            yield doing
        except BaseException as error:
            _empty(folder, keep=doing.changed)
            if isinstance(error, OSError):
                after = "do this again to finish it" if doing.changed else "nothing was erased"
                raise _refused(error, nearby, after) from error
            raise
    _empty(folder, keep=False)


def left_undone(nearby: Path, root: Path) -> tuple[str, ...]:
    """Give the ids of the sessions of this log that somebody began to erase, and that no run is erasing now.

    Folders that say nothing, since their run had not begun or was all but done, go.
    """
    if not any(nearby.glob(f"{_PREFIX}*")):
        return ()
    with locked(nearby, 2.0):
        dead = list(_dead(nearby))
        for folder, whose in dead:
            if whose is None:
                _empty(folder, keep=False)
    return tuple(dict.fromkeys(whose[1] for _, whose in dead if whose and whose[0] == root))


def _dead(nearby: Path) -> Iterator[tuple[Path, tuple[Path, str] | None]]:
    """Give each folder that a run left behind, with the log and the session's id that it was about."""
    for folder in sorted(nearby.glob(f"{_PREFIX}*")):
        named = SESSION_ID.match(folder.name.removeprefix(_PREFIX))
        try:
            with (folder / _LOG).open("r+b") as mark:
                if lock(mark.fileno()) is not Lock.OURS:
                    continue
                root = Path(os.fsdecode(mark.read()))
        except OSError:
            yield folder, None
        else:
            yield folder, (root, named.group()) if named and root.is_absolute() and root.is_dir() else None


def _empty(folder: Path, *, keep: bool) -> None:
    """Take away what is in a folder, and unless it is to `keep` its name in memory the folder too."""
    for path in folder.iterdir():
        if path.name != _LOG:
            with suppress(OSError):
                remove_tree(path) if path.is_dir() else path.unlink()
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)


def _refused(error: OSError, nearby: Path, after: str) -> CircleError:
    return CircleError(f"the disk refused: {error.strerror}", DISK, where=Place(error.filename or nearby), do=after)
