"""What lies in a folder that everyone may read: files named by ids, and nothing else but what git needs to keep it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from circle_cli.errors import CircleError, Place
from circle_cli.ids import POINT_FILE
from circle_cli.system.copied import in_words
from circle_cli.system.no_links import names_in

OfFile = Callable[[Path, object, Callable[[], Any]], Any]
"""Gives what is read of a file, by what it is read by beside; may know it from before."""


Look = Callable[[object, Callable[[], Sequence[Any]]], Sequence[Any]]
"""Takes what is said, and what looks for something wrong in it; it need not be called where there was nothing before.

What is said is all that it depends on, and is compared by how `repr` writes it.
"""


def look_each_time(_: object, look: Callable[[], Sequence[Any]]) -> Sequence[Any]:
    """Look, whatever was found before."""
    return look()


def read_anew(_: Path, by: object, read: Callable[[], Any]) -> Any:
    """Read a file, whatever was read of it before."""
    return read()


def files_in(folder: Path) -> list[Path]:
    """Give what is in it, in the order of the names, whatever it is.

    Raises:
        CircleError: it may not be looked into, is none, or is a link.
    """
    return [path for path in names_in(folder) if not _keeps_it(path)]


def is_anything_in(folder: Path) -> bool:
    """Tell whether there is anything; raises as `files_in` does."""
    return any(not _keeps_it(path) for path in names_in(folder))


def refuse_stray(path: Path, what: str) -> None:
    """Refuse what is neither a file named by an id nor a link, which is refused where it is read.

    Raises:
        CircleError: so; `what` says it, unless it looks like the copy that another program made.
    """
    if not path.is_symlink() and not (path.is_file() and POINT_FILE.fullmatch(path.name)):
        do = "take it out of the folder, where anybody may read it"
        raise CircleError(in_words(path) or what, where=Place(path), do=do)


def _keeps_it(path: Path) -> bool:
    return path.name == ".gitkeep" and not path.is_symlink() and path.is_file() and not path.stat().st_size
