"""Whether any file of a log is other than it was: all are looked at, and none is put in order or read for it."""

import os
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from struct import Struct, pack

from circle_cli.errors import CircleError
from circle_cli.log.folder import folders_of, sessions_among

STAMP = Struct("<4q")
_MOST = (1 << 63) - 1
_GONE = (-1,) * 4
"""The stamp of a file that cannot be looked at."""


def stamps_of(paths: Sequence[str]) -> bytes:
    """Give by what files are told apart from what they were: four packed numbers of each.

    They are its times to the nanosecond, its size and its place on the disk.
    """
    look, numbers = os.lstat, list[int]()
    for path in paths:
        try:
            found = look(path)
        except OSError:
            numbers += _GONE
        else:
            numbers += (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino & _MOST)
    return pack(f"<{len(numbers)}q", *numbers)


def stamps_in(folder: str, names: Sequence[str]) -> bytes:
    """Give the stamps of files in one folder, which the system need not find for each of them."""
    if os.stat not in os.supports_dir_fd:
        return stamps_of([f"{folder}{os.sep}{name}" for name in names])
    look, numbers = os.stat, list[int]()
    place = os.open(folder, os.O_RDONLY)
    try:
        for name in names:
            try:
                found = look(name, dir_fd=place, follow_symlinks=False)
            except OSError:
                numbers += _GONE
            else:
                numbers += (found.st_mtime_ns, found.st_ctime_ns, found[6], found[1] & _MOST)
    finally:
        os.close(place)
    return pack(f"<{len(numbers)}q", *numbers)


def state_of(sessions: Path, stamped: Callable[[str, Sequence[str]], bytes] = stamps_in) -> bytes | None:
    """Give what stands for all that lies in the folder of the sessions; None where it cannot be looked at.

    `stamped` gives the stamps of a folder's files in another way than by looking at them, and a KeyError where it knows
    none.
    """
    state = blake2b(digest_size=16)
    try:
        for folder in folders_of(sessions):
            names = os.listdir(folder)  # noqa: PTH208 (ten thousand Paths cost more than reading the folder)
            state.update("\0".join((folder, *names, "")).encode("utf-8", "surrogateescape"))
            state.update(stamped(folder, sessions_among(names)))
    except (OSError, CircleError, KeyError):
        return None
    return state.digest()
