"""What somebody names on the command line to be read: a file, a pipe, or standard input."""

import os
import sys
from pathlib import Path
from typing import IO

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.system.no_links import LARGEST

_AT_ONCE = 1 << 20
"""Bytes that are read in one step: more is never asked for than may well be there."""


def read_source(source: str) -> bytes:
    """Read a file that was named on the command line, or standard input for `-`.

    Raises:
        CircleError: it cannot be read.
    """
    if source == "-":
        if sys.stdin is None:
            raise CircleError("-: standard input is closed", USAGE, do="name a file instead")
        return _all_of(sys.stdin.buffer, source)
    try:
        with Path(source).open("rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise _too_large(source)
            return _all_of(file, source)
    except OSError as error:
        wrong = f"could not be read: {error.strerror}"
        raise CircleError(wrong, USAGE, where=Place(source), do="check the name") from error


def _all_of(file: IO[bytes], source: str) -> bytes:
    """Read to the end, and wait for it: whoever names a pipe wants that. But some devices have none."""
    content = bytearray()
    while piece := file.read(_AT_ONCE):
        content += piece
        if len(content) > LARGEST:
            raise _too_large(source)
    return bytes(content)


def _too_large(source: str) -> CircleError:
    wrong = "larger than anything that can be read here"
    return CircleError(wrong, USAGE, where=Place(source), do="check the name")
