"""What somebody who ends a demo in another way than by Ctrl-C may expect: its temporary folder goes all the same."""

import signal
import sys
from types import FrameType

_ASKS = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP


def stop_as_asked() -> None:
    """Have a kill, or a terminal that is closed, end the program in order, so that what is open is cleared away."""
    for each in _signals():
        signal.signal(each, _stop)


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
