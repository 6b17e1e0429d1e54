"""What somebody who ends a demo in another way than by Ctrl-C may expect: its temporary folder goes all the same."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

_ASKS = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@contextmanager
def folder_that_goes() -> Iterator[Path]:
    """Give a temporary folder; a kill, or a terminal that is closed, ends the program in order, and clears it away.

    What is asked while the folder is being made waits until somebody would clear it away.
    """
    asked: list[int] = []
    for each in _signals():
        signal.signal(each, lambda number, _: asked.append(number))
    with TemporaryDirectory(prefix="circle-demo-") as folder:
        for each in _signals():
            signal.signal(each, _stop)
        for number in asked:
            _stop(number, None)
        yield Path(folder)


def stop_as_others() -> None:
    """Take that back, in a copy of the program that is to be another."""
    for each in _signals():
        signal.signal(each, signal.SIG_DFL)


def _signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _ASKS if hasattr(signal, name)]


def _stop(number: int, frame: FrameType | None) -> None:
    for each in _signals():
        signal.signal(each, signal.SIG_IGN)  # clearing away is not interrupted
    sys.exit(128 + number)
