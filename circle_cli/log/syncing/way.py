"""A way from one state of a log's folder to another: each file in one step, while it holds what it is known to hold."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from circle_cli.log.durable import remove, replace
from circle_cli.log.erasing.store import Reading
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import content_of, inside

Files = Mapping[str, tuple[str, str]]
"""Files of a commit by their paths: the mode and the id of each."""


@dataclass(frozen=True, kw_only=True)  # without slots: what is found out once is kept
class Way:
    """Where `paths` are to be taken, and the states in which a file of them is known to be."""

    root: Path
    to: Files
    known: tuple[Files, ...]
    paths: Iterable[str]
    reading: Reading

    def strange(self) -> list[str]:
        """Name the files that hold what none of the states has."""
        return [
            path for path in sorted(self.paths) if self._is_blocked(path) or not self._is_known(path, self._held(path))
        ]

    def go(self) -> None:
        """Take each file there that holds what it is known to hold."""
        for path in sorted(self.paths, key=lambda path: (not self._is_in_the_way(path), path)):
            if self._is_blocked(path):
                continue
            wanted, held = self._content(self.to, path), self._held(path)  # what is read once is what is replaced
            if held == wanted or not self._is_known(path, held):
                continue
            if wanted is not None:
                self._make_room(path)
                replace(self.root / path, wanted, held)
                with suppress(OSError):
                    (self.root / path).chmod(0o700 if self.to[path][0] == "100755" else 0o600)
            elif held is not None:
                self._take_out(path, held)

    def _is_blocked(self, path: str) -> bool:
        return _is_folder(self.root / path) and not self._makes_room(path)

    def _is_known(self, path: str, held: bytes | None) -> bool:
        return any(
            held == content or (content is not None and held == content.replace(b"\n", b"\r\n"))
            for content in self._contents(path)
        )

    def _contents(self, path: str) -> Iterator[bytes | None]:
        """Give what it has in any state; under a name with other capitals it may be the same file."""
        for files in self.known:
            for each in (path, *self._otherwise.get(path, ())):
                yield self._content(files, each)

    def _content(self, files: Files, path: str) -> bytes | None:
        return self.reading.content(files[path][1].encode("ascii")) if path in files else None

    def _held(self, path: str) -> bytes | None:
        place = inside(self.root, self.root / path)
        return content_of(place) if os.path.lexists(place) and not self._makes_room(path) else None

    @cached_property
    def _otherwise(self) -> Mapping[str, list[str]]:
        """Give to each path those that are else the same, and have other capitals."""
        alike: dict[str, list[str]] = {}
        for path in self.paths:
            alike.setdefault(as_one(path), []).append(path)
        several = [paths for paths in alike.values() if len(paths) > 1]
        return {path: [each for each in paths if each != path] for paths in several for path in paths}

    def _take_out(self, path: str, held: bytes) -> None:
        place = self.root / path
        for other in self._otherwise.get(path, ()):
            if other in self.to and _is_one(place, self.root / other):
                place.rename(self.root / other)  # on a disk that knows no capitals: it is called so from now on
                return
        remove(place, held)
        with suppress(OSError):
            place.parent.rmdir()  # where nothing else is in it

    @cached_property
    def _around(self) -> set[str]:
        """Give the folders in which something is to be."""
        return {str(folder) for path in self.paths if path in self.to for folder in PurePosixPath(path).parents}

    def _is_in_the_way(self, path: str) -> bool:
        """Tell whether it goes, and a folder comes to its place, or a file to that of a folder around it."""
        if path in self.to:
            return False
        return path in self._around or any(str(folder) in self.to for folder in PurePosixPath(path).parents)

    def _makes_room(self, path: str) -> bool:
        """Tell whether a folder is in its place with nothing in it but files that go."""
        place = self.root / path
        if path not in self.to or not _is_folder(place):
            return False
        goes = {self.root / each for each in self.paths if each not in self.to}
        return all(each in goes for each in place.rglob("*") if not _is_folder(each))

    def _make_room(self, path: str) -> None:
        """Take the folder out of its place whose files have gone."""
        if self._makes_room(path):
            with suppress(OSError):
                for folder in (*sorted((self.root / path).rglob("*"), reverse=True), self.root / path):
                    folder.rmdir()


def as_one(path: str) -> str:
    """Give the same for all names that are one to a disk that knows no capitals, however their accents are written."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFC", path).lower())


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not leads_elsewhere(place)


def _is_one(place: Path, other: Path) -> bool:
    with suppress(OSError):
        return place.samefile(other)
    return False
