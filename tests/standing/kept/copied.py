"""A folder that was made once, laid down again: from memory, since asking the disk or git for it takes longest."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

Held = tuple[tuple[str, int, bytes | None], ...]
"""Of all that is in a folder: the name behind the folder's own, the mode, and of files what is in them."""

_FILLED: dict[str, Held] = {}


def lay_down(made: Path, at: Path) -> Path:
    """Make a copy of a folder that is never changed; it has its files and modes, but not its times."""
    _lay(_held_once(made), at)
    return at


def filled(log: Path, name: str, fill: Callable[[Path], object]) -> None:
    """Fill an empty log in a way that has a name: once, and from then on with what that made of it."""
    if name not in _FILLED:
        fill(log)
        _FILLED[name] = _held(log)
    else:
        _lay(_FILLED[name], log)


def _lay(held: Held, at: Path) -> None:
    for name, mode, content in held:
        path = f"{at}{name}"
        if content is None:
            if not os.path.isdir(path):  # noqa: PTH112  # this and what follows is done for every test with a log
                os.mkdir(path, mode)  # noqa: PTH102
        elif mode & 0o200 or not os.path.exists(path):  # noqa: PTH110  # what git never changes may be there
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
            os.write(file, content)
            os.close(file)


@cache
def _held_once(made: Path) -> Held:
    return _held(made)


def _held(made: Path) -> Held:
    return tuple(
        (str(path)[len(str(made)) :], path.stat().st_mode & 0o777, None if path.is_dir() else path.read_bytes())
        for path in (made, *sorted(made.rglob("*")))
    )
