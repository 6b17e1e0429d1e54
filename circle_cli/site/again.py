"""What a preview read and drew, taken once more while nothing that it rests on is different.

All of it for one edit would take as long as a build. Nothing that is released is made of it.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from circle_cli.ids import PROPOSALS, REPORTS, SPARKS, WITHDRAWN
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.points.folder import POINTS_FOLDER

_Made = TypeVar("_Made")
_POINTS = (POINTS_FOLDER, REPORTS, WITHDRAWN)
_NOT_READ = (GUIDANCE, "site", "sessions", SPARKS, PROPOSALS, ".circle", ".git")
_OF_GIT = ("HEAD", "packed-refs", "logs", "refs")
"""Where it shows that git's history, which is asked what was taken back, is another."""


class Again:
    """Keeps, under each name, what was made last."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any]] = {}

    def __call__(self, name: str, rests_on: Callable[[], object], make: Callable[[], _Made]) -> _Made:
        """Give what was made last, or make it if it rests on something else now."""
        now, kept = rests_on(), self._kept.pop(name, None)
        if kept is None or kept[0] != now:
            kept = (now, make())
        self._kept[name] = kept
        made: _Made = kept[1]
        return made

    def of_file(self, path: Path, rests_on: object, make: Callable[[], _Made]) -> _Made:
        """Give what was read of a file last, or read it if it is another now, or what it is read by."""
        return self(str(path), lambda: (_seen(str(path)), rests_on), make)


class Anew(Again):
    """Makes everything, whatever was made before."""

    def __call__(self, name: str, rests_on: Callable[[], object], make: Callable[[], _Made]) -> _Made:
        """Make it."""
        return make()


def as_they_lie(log_root: Path) -> tuple[tuple[str, int, int, int], ...]:
    """Give all files that the learning points are read from, with time, size and place on the disk."""
    tops = [path for path in log_root.iterdir() if path.name not in _NOT_READ]
    tops += [*(log_root / GUIDANCE / name for name in _POINTS), *(log_root / ".git" / name for name in _OF_GIT)]
    return tuple(sorted((path, *_seen(path)) for top in tops for path in _files(top)))


def _files(top: Path) -> Iterator[str]:
    if not top.is_dir():
        yield str(top)
    for folder, _, names in os.walk(top):
        yield folder
        yield from (f"{folder}/{name}" for name in names)


def _seen(path: str) -> tuple[int, int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116  # thousands of them, each time
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
