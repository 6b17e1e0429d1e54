"""A lock that another git left: whether that one is still at work, how old it is, and taking it away."""

import os
import time
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryFile

_LONG = 600.0  # seconds: where nobody can tell who is at work, a lock as old as this was left
_PROC = Path("/proc")


class Owner(Enum):
    """Whether the program that made a lock is still there."""

    GONE = auto()
    AT_WORK = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A lock as it was found; another one of the same name is not it."""

    path: Path
    made: float
    inode: int
    owner: Owner

    def age(self, now: float) -> str:
        """Say how long it has been there."""
        minutes = max(0, int(now - self.made)) // 60
        for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
            if minutes >= size:
                count = minutes // size
                return f"{count} {name}{'' if count == 1 else 's'}"
        return "less than a minute"


def find_lock(
    path: Path, top: Path, *, processes: Path = _PROC, now: float | None = None, shared: bool = False
) -> Lock | None:
    """Look at a lock that is in the way of the repository at `top`; None where it has gone meanwhile.

    Where that is `shared`, whoever made it may be on another computer: only its age tells.
    """
    try:
        found = path.lstat()
    except OSError:
        return None
    owner = Owner.UNKNOWN if shared else _owner(path, top, found.st_uid, processes)
    now = now or (_time_there(top) if shared else time.time())
    if owner is Owner.UNKNOWN and now - found.st_mtime > _LONG:
        owner = Owner.GONE
    return Lock(path=path, made=found.st_mtime, inode=found.st_ino, owner=owner)


def take_away(lock: Lock, top: Path, *, processes: Path = _PROC, shared: bool = False) -> bool:
    """Remove a lock whose owner is gone, unless it is another one by now, or somebody has come back to work."""
    again = find_lock(lock.path, top, processes=processes, shared=shared)
    if again is None:
        return True
    if again.owner is not Owner.GONE or (again.made, again.inode) != (lock.made, lock.inode):
        return False
    try:
        lock.path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _time_there(top: Path) -> float:
    """Give the time by the clock of a disk, which may be a server's; 0 where it cannot be had, and nothing is old."""
    try:
        with TemporaryFile(dir=top) as made:
            return os.fstat(made.fileno()).st_mtime
    except OSError:
        return 0.0


def _owner(path: Path, top: Path, uid: int, processes: Path) -> Owner:
    """Look for a git that works in the repository, or anything that has the lock open."""
    try:
        numbers = [entry for entry in processes.iterdir() if entry.name.isdecimal()]
    except OSError:
        numbers = []
    if not numbers:
        return Owner.UNKNOWN
    places = {os.path.realpath(top), os.path.realpath(path.parent)}
    for process in numbers:
        try:
            if process.lstat().st_uid not in (uid, 0):
                continue  # nobody else's program made this file
            if _is_git(process) and _works_in(process, places):
                return Owner.AT_WORK
            if _has_open(process, os.path.realpath(path)):
                return Owner.AT_WORK
        except PermissionError:
            if _is_git(process):
                return Owner.UNKNOWN
        except OSError:
            continue  # it has ended meanwhile
    return Owner.GONE


def _is_git(process: Path) -> bool:
    try:
        return (process / "comm").read_bytes().startswith(b"git")
    except OSError:
        return False


def _works_in(process: Path, places: set[str]) -> bool:
    if (process / "stat").read_bytes().rpartition(b")")[2].split()[:1] in ([b"Z"], [b"X"]):
        return False
    here = str((process / "cwd").readlink())
    named = os.fsdecode((process / "cmdline").read_bytes())
    return any(here == place or here.startswith(place + os.sep) or place in named for place in places)


def _has_open(process: Path, path: str) -> bool:
    try:
        return any(str(entry.readlink()) == path for entry in (process / "fd").iterdir())
    except OSError:
        return False
