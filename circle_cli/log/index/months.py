"""What the index knows of a log's files, month by month: what has not changed is taken from it, all else is read.

A file is the same if its times to the nanosecond, its size and its place on the disk are. One that was changed just
before it was read could change once more within a tick of the disk's clock, so that it is read again the next time.
"""

import json
import os
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from struct import Struct, pack
from typing import Any

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import Entry, FoundEntry, entry_of
from circle_cli.log.entries.matching import hits_among
from circle_cli.log.index.store import PARTS, Index, Month

_MONTH = len("2026-11")
TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a disk that is in use
_STAMP = Struct("<4q")
_MOST = (1 << 63) - 1
_GONE, _UNSURE = (-1,) * 4, _STAMP.pack(-2, -2, -2, -2)
"""Stamps of a file that cannot be looked at, and of one that is not the same again whatever it looks like."""

_NOTHING, _SOME, _UNREAD = b".!?"
"""What is marked of each file: nothing is to do, something is, or it could not be read."""

_Row = tuple[bytes, dict[str, Any] | None, str, Sequence[str]]
"""Of one file: its stamp, its session in short, its words folded, its lines as they were written."""


class Months:
    """The files of a log, looked at through its index."""

    def __init__(self, index: Index, root: str, files: Iterable[str]) -> None:
        """Take the `files` below `root`, which is the folder of the sessions."""
        self._index, self._root = index, root
        self._runs = [(month, list(paths)) for month, paths in groupby(files, month_of)]
        self._files: dict[str, list[str]] = {}
        self._entries: dict[str, Entry | None] = {}
        for month, paths in self._runs:
            self._files.setdefault(month, []).extend(paths)

    def entry(self, path: str) -> Entry | None:
        """Give a session in short; None where its file cannot be read."""
        if path not in self._entries:
            month = month_of(path)
            paths = self._files[month]
            found = self._fresh(self._index.month(month, "entries"), paths) or self._renewed(month, paths)
            self._entries |= zip(paths, _entries(found), strict=True)
        return self._entries[path]

    def with_some_to_do(self) -> list[FoundEntry | str]:
        """Give the sessions that are ahead or have an open action, and the path of each file that cannot be read."""
        marked = {month: self._to_do(month, paths) for month, paths in self._files.items()}
        found = (path for month, paths in self._runs if marked[month] for path in paths if path in marked[month])
        return [FoundEntry(path=path, entry=entry) if (entry := self.entry(path)) else path for path in found]

    def hits(self, words: Sequence[str]) -> Iterator[str | FoundEntry]:
        """Give the sessions that hold all these words, folded; and the path of each file that cannot be read."""
        sought = [word.encode("utf-8", "surrogatepass") for word in words]
        found: dict[str, dict[str, str | FoundEntry]] = {}
        for month, paths in self._runs:
            if month not in found:
                found[month] = self._hits(month, sought, words)
            if hits := found[month]:
                yield from (hits[path] for path in paths if path in hits)
        self._index.keep_only(tuple(self._files))

    def _to_do(self, month: str, paths: Sequence[str]) -> set[str]:
        found = self._fresh(self._index.month(month), paths) or self._renewed(month, paths)
        return {path for path, mark in zip(paths, found.marks, strict=True) if mark != _NOTHING}

    def _hits(self, month: str, sought: Sequence[bytes], words: Sequence[str]) -> dict[str, str | FoundEntry]:
        paths = self._files[month]
        found = self._fresh(self._index.month(month, "words_once"), paths) or self._renewed(month, paths)
        if not (_UNREAD in found.marks or all(word in found.words_once for word in sought)):
            return {}
        whole = found if found.lines else self._index.month(month, *PARTS)
        whole = whole if whole and whole.stamps == found.stamps else self._renewed(month, paths)
        return dict(_hits_in(whole, paths, words))

    def _fresh(self, kept: Month | None, paths: Sequence[str]) -> Month | None:
        return kept if kept and kept.stamps == self._stamps(paths) else None

    def _renewed(self, month: str, paths: Sequence[str]) -> Month:
        kept = self._index.month(month, *PARTS)
        known = dict(_sure_rows(kept)) if kept else {}
        now = time.time_ns()
        stamped = zip(paths, _each(self._stamps(paths), len(paths)), strict=True)
        found = _joined([known.get(stamp) or _read(path, stamp, now) for path, stamp in stamped])
        if found != kept:
            self._index.keep(month, found)
        return found

    def _stamps(self, paths: Sequence[str]) -> bytes:
        """Give by what the files are told apart from what they were: packed numbers of each, then their names."""
        skipped, look, numbers = len(self._root), os.lstat, list[int]()
        for path in paths:
            try:
                found = look(path)
            except OSError:
                numbers += _GONE
            else:
                numbers += (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino & _MOST)
        names = "\0".join([path[skipped:] for path in paths])
        return pack(f"<{len(numbers)}q", *numbers) + names.encode("utf-8", "surrogateescape")


def month_of(path: str) -> str:
    """Give under which month a file is kept: how its name begins, whatever that is."""
    start = path.rfind(os.sep) + 1
    return path[start : start + _MONTH]


def _each(stamps: bytes, count: int) -> list[bytes]:
    """Give the stamp of each of so many files, its name behind its numbers."""
    names = stamps[count * _STAMP.size :].split(b"\0")
    return [stamps[at * _STAMP.size : (at + 1) * _STAMP.size] + name for at, name in enumerate(names)]


def _read(path: str, stamp: bytes, now: int) -> _Row:
    """Read a session's file, which was as `stamp` says at most at `now`."""
    from dataclasses import asdict

    from circle_cli.log.entries.sessions import lines_in
    from circle_cli.session.file import parse_session
    from circle_cli.session.spelling import folded
    from circle_cli.system.no_links import content_of
    from circle_cli.text import decode

    unsure = _UNSURE + stamp[_STAMP.size :]
    try:
        session = parse_session(decode(content_of(path), path), path)
    except CircleError:
        return unsure, None, "", ()
    *times, _, _ = _STAMP.unpack_from(stamp)
    sure = all(0 <= each < now - TICK for each in times)
    lines = lines_in(session)
    return stamp if sure else unsure, asdict(entry_of(session)), folded("\n".join(lines)), lines


def _joined(rows: Sequence[_Row]) -> Month:
    numbers = b"".join(row[0][: _STAMP.size] for row in rows)
    words = "\0".join(row[2].replace("\0", "") for row in rows)
    return Month(
        stamps=numbers + b"\0".join(row[0][_STAMP.size :] for row in rows),
        marks=bytes(_UNREAD if row[1] is None else _SOME if Entry(**row[1]).to_do else _NOTHING for row in rows),
        words_once="\n".join({*words.replace("\0", " ").split()}).encode("utf-8", "surrogatepass"),
        entries=json.dumps([row[1] for row in rows]).encode(),
        words=words.encode("utf-8", "surrogatepass"),
        lines=zlib.compress(json.dumps([row[3] for row in rows]).encode(), 1),
    )


def _sure_rows(month: Month) -> Iterator[tuple[bytes, _Row]]:
    """Give what is known of each file, by its stamp."""
    stamps = _each(month.stamps, len(month.marks))
    for row in zip(stamps, json.loads(month.entries), _words(month), _lines(month), strict=True):
        if not row[0].startswith(_UNSURE):
            yield row[0], row


def _hits_in(month: Month, paths: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str | FoundEntry]]:
    lines: Sequence[Sequence[str]] = ()
    for number, (path, entry, whole) in enumerate(zip(paths, _entries(month), _words(month), strict=True)):
        if entry is None:
            yield path, path
        elif all(word in whole for word in words):
            lines = lines or _lines(month)
            yield path, FoundEntry(path=path, entry=entry, lines=hits_among(lines[number], whole, words))


def _entries(month: Month) -> list[Entry | None]:
    return [each and Entry(**each) for each in json.loads(month.entries)]


def _words(month: Month) -> list[str]:
    return month.words.decode("utf-8", "surrogatepass").split("\0")


def _lines(month: Month) -> list[list[str]]:
    return json.loads(zlib.decompress(month.lines))  # type: ignore[no-any-return]  # as `_joined` wrote it
