"""How far long work is, and how long it still takes: said after a second to whoever waits at a terminal, and else not.

Who waits is known where the program meets the world, and what takes long is deep inside: as with a log of Python's,
nothing is handed through all that lies between.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

SILENT = 1.0  # seconds in which nobody wonders
REDRAWN, _NOW_AND_THEN = 0.2, 10.0  # seconds between two lines: in the place of the last, or below it
_HOUR, _MINUTE = 3600, 60
_SOON = 5  # seconds, and what the others are rounded to
_MOST_MINUTES = 90


class Waiting:
    """Somebody who waits: `write` shows them something, `columns` is how wide their window is.

    Where they wish it `plain`, each line stays, and there are few of them: a screen reader says each.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        write: Callable[[str], object],
        columns: Callable[[], int],
        plain: Callable[[], bool],
    ) -> None:
        """Begin; nothing is shown yet."""
        self._clock, self._write, self._columns, self._plain = clock, write, columns, plain
        self._doing, self._done, self._began = "", 0, 0.0
        self._next: float | None = None
        self._shown = 0

    def hear(self, doing: str, done: int, total: int) -> None:
        """Take note of how far something is, and show it if it is time."""
        now = self._clock()
        if doing != self._doing or done < self._done:
            self._began = now
        self._doing, self._done = doing, done
        if self._next is None:
            self._next = now + SILENT
        if done >= total > 0:
            self._wipe()
        elif now >= self._next:
            self._next = now + (_NOW_AND_THEN if self._plain() else REDRAWN)
            self._show(fitting(doing, done, total, now - self._began, max(1, self._columns() - 1)))

    def clear(self) -> None:
        """Make room for something else that is said; whoever reads that does not wonder for another second."""
        self._wipe()
        self._next = None

    def _show(self, text: str) -> None:
        if self._plain():
            self._write(f"{text}\n")
        else:
            self._write(f"\r{text.ljust(self._shown)}")
            self._shown = len(text)

    def _wipe(self) -> None:
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r")
            self._shown = 0


def fitting(doing: str, done: int, total: int, seconds: float, columns: int) -> str:
    """Say on a line that fits what is done, how far that is after so many seconds, and how long it still takes."""
    if not total:
        return f"{doing} …"[:columns]
    far = f"{done:,} of {total:,}"
    if not done or seconds < SILENT:
        ways = [f"{doing}: {far}", far]
    else:
        left, short = _left(seconds * (total - done) / done)
        ways = [
            f"{doing}: {far}, {left} to go",
            f"{doing}: {100 * done // total}%, {short} to go",
            f"{far}, {left} to go",
            far,
        ]
    return next((way for way in ways if len(way) <= columns), far[:columns])


def _left(seconds: float) -> tuple[str, str]:
    """Say roughly how long something takes, in words and shortly."""
    fives = round(seconds / _SOON) * _SOON
    if fives < _MINUTE:
        return (f"about {fives} seconds", f"{fives} s") if seconds >= _SOON else ("a few seconds", f"{_SOON} s")
    minutes = round(seconds / _MINUTE)
    if minutes < _MOST_MINUTES:
        return f"about {minutes} minute{'' if minutes == 1 else 's'}", f"{minutes} min"
    hours = round(seconds / _HOUR)
    return f"about {hours} hours", f"{hours} h"


_waiting: list[Waiting] = []
"""Whoever waits now; mostly nobody."""


@contextmanager
def told_to(waiting: Waiting | None) -> Iterator[None]:
    """Have somebody told of all that takes long meanwhile; nothing of it is left on their screen afterwards."""
    before = _waiting[:]
    _waiting[:] = [waiting] if waiting else []
    try:
        yield
    finally:
        clear()
        _waiting[:] = before


def each(things: Iterable[T], doing: str) -> Iterable[T]:
    """Give the things one after the other, and say how far that is; nothing of those of which nobody knows how many."""
    total = len(things) if _waiting and isinstance(things, Sized) else 0
    return _told(things, doing, total) if total else things


def _told(things: Iterable[T], doing: str, total: int) -> Iterator[T]:
    try:
        for done, thing in enumerate(things):
            hear(doing, done, total)
            yield thing
    finally:
        hear(doing, total, total)


def hear(doing: str, done: int = 0, total: int = 0) -> None:
    """Say how far something is; without a total, that it is begun: what it is left to says no more."""
    for waiting in _waiting:
        waiting.hear(doing, done, total)


def clear() -> None:
    """Make room on the screen: something else is said."""
    for waiting in _waiting:
        waiting.clear()
