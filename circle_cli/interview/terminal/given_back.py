"""Giving the terminal back as it was when the program is ended from outside."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any


@contextmanager
def given_back(descriptor: int, give_back: Callable[[], None]) -> Iterator[None]:
    """Have `give_back` called before SIGTERM, SIGHUP or SIGQUIT ends the program; what is ignored stays so.

    Whatever was typed is in the draft by then, all but the last half second.
    """

    def end(number: int, _: Any) -> None:
        with suppress(Exception):  # the terminal has gone, or is another program's by now
            if os.tcgetpgrp(descriptor) == os.getpgrp():
                _undraw()
                give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    usual = [
        each for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT) if signal.getsignal(each) is signal.SIG_DFL
    ]
    for each in usual:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each in usual:
            signal.signal(each, signal.SIG_DFL)


def _undraw() -> None:
    if "prompt_toolkit" in sys.modules:  # plain lines load none of it
        from circle_cli.interview.terminal.editing.undraw import undraw

        undraw()
