"""Has the index hold nothing of what is taken out of a log."""

import os
from collections.abc import Iterable
from pathlib import Path

from circle_cli.errors import PERMISSION, CircleError, Place
from circle_cli.log.folder import INDEX, Log
from circle_cli.log.index.months import month_of
from circle_cli.log.index.store import opened, purge


def forget(log: Log, path: Path) -> None:
    """Forget a file that was taken out of the log, and all that is known of its month.

    Raises:
        CircleError: the disk refuses.
    """
    if not os.path.lexists(log.root / INDEX):
        return
    done = False
    with opened(log) as index:
        if index:
            index.drop(month_of(str(path)))
            done = True
    if not done:
        forget_all(log.root)


def forget_gone(log: Log, paths: Iterable[Path]) -> None:
    """Forget those of these files that are there no more.

    Raises:
        CircleError: the disk refuses.
    """
    for path in paths:
        if not os.path.lexists(path):
            forget(log, path)


def forget_all(root: Path) -> None:
    """Take the index away, written over.

    Raises:
        CircleError: the disk refuses.
    """
    try:
        purge(root)
    except OSError as error:
        where, do = Place(root / INDEX), "delete it by hand: it holds words of all sessions"
        raise CircleError(f"could not be deleted: {error.strerror}", PERMISSION, where=where, do=do) from error
