"""One decision on learning points at a time in a log: compared with what was read, saved and committed, as one."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.locks import Lock, lock
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import inside

_HIDDEN = ".circle"
_DECIDING = "Somebody else's decision on a learning point is being saved in this log just now"
_PATIENCE, _PAUSE = 5.0, 0.05  # seconds: somebody else's commit may take long, and is not waited for to its end


@contextmanager
def deciding(root: Path, patience: float | None = None) -> Iterator[None]:
    """Let nobody else decide in the log at `root` meanwhile: taken when a decision is made, not while one reads.

    It ends with the program, however that ends. Where it cannot be kept, such as on a disk without locks, the one who
    is second is told by the proposal's file alone, which is replaced only as it was read.

    Raises:
        CircleError: somebody else's decision is still being saved; nothing was changed.
    """
    with one_at_a_time(root, "deciding", _DECIDING, patience):
        yield


@contextmanager
def one_at_a_time(root: Path, name: str, wrong: str | None, patience: float | None = None) -> Iterator[None]:
    """Let nobody else be in the middle of the same in the log at `root`; it goes by a name.

    Where somebody else stays so, `wrong` says what that is; without it, this goes on all the same.

    Raises:
        CircleError: somebody else is, and stays so.
    """
    descriptor = _opened(root, name)
    try:
        if descriptor is not None:
            _take(descriptor, _PATIENCE if patience is None else patience, wrong)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _opened(root: Path, name: str) -> int | None:
    with suppress(OSError, CircleError):
        place = inside(root, root / _HIDDEN / name)
        make_folder(place.parent)
        ignore_all(place.parent)
        return os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    return None


def _take(descriptor: int, patience: float, wrong: str | None) -> None:
    end = time.monotonic() + patience
    while lock(descriptor) is Lock.ANOTHERS:
        if time.monotonic() >= end:
            if wrong is None:
                return
            raise CircleError(wrong, USAGE, do="wait a moment, and do this again")
        time.sleep(_PAUSE)
