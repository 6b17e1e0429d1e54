"""Locks on open files: advice to other runs of this program, which ends with its process, even by kill -9."""

import sys
from enum import Enum, auto

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock(Enum):
    """Whose lock a file has after it was asked for."""

    OURS = auto()
    ANOTHERS = auto()
    NOBODYS = auto()
    """The disk has no locks."""


def lock(descriptor: int) -> Lock:
    """Lock an open file until it is closed, without waiting."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return Lock.ANOTHERS
        return Lock.OURS
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return Lock.ANOTHERS
    except OSError:
        return Lock.NOBODYS
    return Lock.OURS
