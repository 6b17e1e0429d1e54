"""What a preview read and drew, taken once more while nothing that it rests on is different.

All of it for one edit would take as long as a build. Nothing that is released is made of it, but for the theme's
templates, which are the program's.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any, TypeVar

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache, bc_magic

from circle_cli.ids import PROPOSALS, REPORTS, SPARKS, WITHDRAWN
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.system.worked_out import worked_out

_Made = TypeVar("_Made")
_POINTS = (POINTS_FOLDER, REPORTS, WITHDRAWN)
_NOT_READ = (GUIDANCE, "site", "sessions", SPARKS, PROPOSALS, ".circle", ".git")
_OF_GIT = ("HEAD", "packed-refs", "logs", "refs")
"""Where it shows that git's history, which is asked what was taken back, is another."""


class Templates(BytecodeCache):
    """The theme's templates as Jinja takes them apart, kept beside the program: no log has any of its own."""

    def __init__(self, beside: Path = Path(__file__).parent) -> None:
        self._beside = beside
        self._known: dict[tuple[str, str | None, str], CodeType] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Give one taken apart, as it was if it and all that does so are the same."""
        bucket = Bucket(environment, self.get_cache_key(name, filename), self.get_source_checksum(source))
        if (said := (name, filename, source)) not in self._known:
            made_of = [_by(), repr(sorted(environment.extensions)).encode(), *(str(each).encode() for each in said)]
            kept = f"theme-{bucket.key}"
            taken = worked_out(self._beside, kept, made_of, lambda: (environment.compile(source, name, filename),))
            self._known[said] = taken[0]
        bucket.code = self._known[said]
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing is left to be loaded."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing is left to be kept."""


@cache
def _by() -> bytes:
    return bc_magic + f"{version('jinja2')} {version('mkdocs')}".encode()


class Again:
    """Keeps, under each name, what was made last."""

    def __init__(self) -> None:
        self.templates = Templates()
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
