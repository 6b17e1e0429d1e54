"""A folder that was made once, laid down again: from memory, since asking the disk for it takes most of the time."""

import os
from functools import cache
from pathlib import Path


def lay_down(made: Path, at: Path) -> Path:
    """Make a copy of a folder that is never changed; it has its files and modes, but not its times."""
    for name, mode, content in _held(made):
        path = f"{at}{name}"
        if content is None:
            os.mkdir(path, mode)  # noqa: PTH102  # this and what follows is done for every test with a log
            continue
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        os.write(file, content)
        os.close(file)
    return at


@cache
def _held(made: Path) -> tuple[tuple[str, int, bytes | None], ...]:
    """Give the name behind that of the folder, the mode, and of files what is in them."""
    return tuple(
        (str(path)[len(str(made)) :], path.stat().st_mode & 0o777, None if path.is_dir() else path.read_bytes())
        for path in (made, *sorted(made.rglob("*")))
    )
