"""A repository apart, for one asking, which has never seen an object of the log; what goes is a commit of nobody's."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time
from pathlib import Path

from circle_cli.system.files import ignore_all, make_folder, remove_tree
from circle_cli.system.processes import left_by_the_dead

NOBODY = "circle <circle@circle.invalid>"
"""Whose commit it says it is."""

_FILE = b"100644"


@contextmanager
def folder_apart(log_root: Path, name: str) -> Iterator[Path]:
    """Give where such a repository can lie, out of sight of the log's git; what a kill left of another goes first."""
    around = log_root / ".circle"
    for left in left_by_the_dead(around, f"{name}-"):
        _clear_away(left)
    make_folder(around)
    ignore_all(around)
    folder = around / f"{name}-{os.getpid()}.git"
    _clear_away(folder)
    try:
        yield folder
    finally:
        _clear_away(folder)


def _clear_away(folder: Path) -> None:
    with suppress(OSError):
        remove_tree(folder)


def one_commit(
    ref: str, files: Iterable[tuple[str, bytes | None]], day: date, *, message: str, on: str, anew: bool = False
) -> bytes:
    """Write a commit as `git fast-import` reads it: nobody is its author, and its time is that of a whole day.

    It comes `on` another, or is the first of a branch; None takes a file out. `anew`: of what was there before, nothing
    stays.
    """
    when = int(datetime.combine(day, time(), UTC).timestamp())
    who = f"author {NOBODY} {when} +0000\ncommitter {NOBODY} {when} +0000\n"
    head = f"commit {ref}\n{who}data {len(message)}\n{message}\n"
    head += f"from {on}\n" * bool(on) + "deleteall\n" * anew
    return head.encode() + b"".join(_change(path.encode(), content) for path, content in files) + b"\ndone\n"


def _change(path: bytes, content: bytes | None) -> bytes:
    if content is None:
        return b"D %b\n" % path
    return b"M %b inline %b\ndata %d\n%b\n" % (_FILE, path, len(content), content)
