"""What somebody names on the command line to be read: a file, a pipe, or standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.system.no_links import LARGEST


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
        with Path(source).open("rb") as file:
            return _all_of(file, source)
    except OSError as error:
        wrong = f"could not be read: {error.strerror}"
        raise CircleError(wrong, USAGE, where=Place(source), do="check the name") from error


def _all_of(file: BinaryIO, source: str) -> bytes:
    """Read to the end, and wait for it: whoever names a pipe wants that. But some devices have none."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise CircleError("larger than anything that can be read here", USAGE, where=Place(source), do="check the name")
    return content
