"""Which of many comes first, and which lines hold what is sought: the same whether files were read or an index was."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from circle_cli.ids import SESSION_ID

T = TypeVar("T")


class HasWritten(Protocol):
    """A file that was found, and when it was written, in nanoseconds; below nought where nobody knows."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def written(self) -> int:
        """When."""


def newest_first(each: Iterable[T], day_of: Callable[[T], str], when: Callable[[T], int]) -> Iterator[T]:
    """Put those of one day in order, too: the one that was written last comes first. An id says the day alone."""
    for _, those in groupby(each, key=day_of):
        several = list(those)
        if len(several) > 1:
            several.sort(key=when, reverse=True)
        yield from several


def day_in(path: str) -> str:
    """Give the day of which a session's file is by its name; a file by another name stays where it is."""
    name = path[path.rfind(os.sep) + 1 :]
    return name[:10] if SESSION_ID.match(name) else name


def written(path: str) -> int:
    """Tell when a file was written last; one that somebody took away meanwhile comes last."""
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116  # ten thousand Paths take as long as looking at them
    except OSError:
        return 0


def when(found: HasWritten) -> int:
    """Tell when a file that was found was written, as `written` does."""
    return found.written if found.written >= 0 else written(found.path)


def hits_among(lines: Sequence[str], whole: str, words: Sequence[str]) -> tuple[str, ...]:
    """Give the lines that hold one of the words; none unless all are in `whole`, which is the lines folded."""
    if not all(word in whole for word in words):
        return ()
    plainly = zip(lines, whole.split("\n"), strict=True)
    if len(words) == 1:  # mostly; and `any` takes ten times as long
        return tuple(line for line, plain in plainly if words[0] in plain)
    return tuple(line for line, plain in plainly if any(word in plain for word in words))
