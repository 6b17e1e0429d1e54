"""Locks on open files: advice to other runs of this program, which ends with its process, even by kill -9."""

import os
import sys
from collections.abc import Callable
from enum import Enum, auto

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_OUT_OF_REACH = 1 << 30
"""A byte that no file here has. Windows keeps others from a locked byte itself, who may well want to read the file."""


class Lock(Enum):
    """Whose lock a file has after it was asked for."""

    OURS = auto()
    ANOTHERS = auto()
    NOBODYS = auto()
    """The disk has no locks."""


def lock(descriptor: int) -> Lock:
    """Lock an open file until it is closed, without waiting."""
    if sys.platform == "win32":
        return lock_a_byte(descriptor, lambda: msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return Lock.ANOTHERS
    except OSError:
        return Lock.NOBODYS
    return Lock.OURS


def lock_a_byte(descriptor: int, lock_here: Callable[[], None]) -> Lock:
    """Lock as Windows does, a byte at the place where the file is read next; that place stays where it was."""
    before = os.lseek(descriptor, 0, os.SEEK_CUR)
    os.lseek(descriptor, _OUT_OF_REACH, os.SEEK_SET)
    try:
        lock_here()
    except OSError:
        return Lock.ANOTHERS
    finally:
        os.lseek(descriptor, before, os.SEEK_SET)
    return Lock.OURS
