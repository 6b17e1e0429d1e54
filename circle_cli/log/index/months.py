"""What the index knows of a log's files, month by month: what has not changed is taken from it, all else is read.

A file is the same if its times to the nanosecond, its size and its place on the disk are. One that was changed just
before it was read could change once more within a tick of the disk's clock, so that it is read again the next time.
"""

import os
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import islice, takewhile
from operator import le
from pathlib import Path
from typing import Any, NamedTuple

from circle_cli.log.entries.entry import Entry, FoundEntry
from circle_cli.log.index.rows import (
    NOTHING,
    UNREAD,
    UNSURE,
    Row,
    each_stamp,
    entry_of_row,
    hits_in_row,
    joined,
    kept_in_row,
    people_in_row,
    read_row,
    sure_rows,
    written_in_row,
)
from circle_cli.log.index.state import STAMP, stamps_of, state_of
from circle_cli.log.index.store import PARTS, ChangedMeanwhile, Index, Month
from circle_cli.waiting import how_far

_MONTH = len("2026-11")


class Listed(NamedTuple):  # for each of ten thousand sessions; to make a dataclass takes ten times as long
    """A session's file, the session in short as the index keeps it, if that can be read, and when it was written."""

    path: str
    kept: list[Any] | None
    written: int

    @property
    def entry(self) -> Entry | None:
        """Give the session in short: made for those alone that are shown."""
        return entry_of_row(self.kept) if self.kept else None


class Months:
    """The files of a log, looked at through its index."""

    def __init__(self, index: Index, sessions: Path, files: Sequence[str] | None = None) -> None:
        """Take the `files` in the folder of the `sessions`; or, where nothing is other than it was, what is known."""
        self._index, self._sessions = index, sessions
        self._runs: list[tuple[str, Sequence[str]]]
        if files is None:
            self._runs = [(month, ()) for month in index.months()]
        else:
            self._runs = [*_runs_of(files)]
        self._files: dict[str, list[str]] = {}
        self._listed: dict[str, Listed] = {}
        self._seen: dict[str, Month] = {}
        for month, paths in self._runs:
            self._files.setdefault(month, []).extend(paths)

    def listed(self) -> Iterator[Listed]:
        """Give all sessions in short, in the order of their files."""
        for month, paths in self._runs:
            yield from map(self._of, paths) if paths else self._of_month(month)

    def with_some_to_do(self) -> list[FoundEntry | str]:
        """Give the sessions that are ahead or have an open action, and the path of each file that cannot be read."""
        marked = {month: self._to_do(month) for month in self._files}
        found = [
            path for month, paths in self._runs if (some := marked[month]) for path in paths or some if path in some
        ]
        self._keep_state()
        return [FoundEntry(path=path, entry=entry) if (entry := self._of(path).entry) else path for path in found]

    def hits(self, words: Sequence[str]) -> Iterator[str | FoundEntry]:
        """Give the sessions that hold all these words, folded; and the path of each file that cannot be read."""
        sought = [word.encode("utf-8", "surrogatepass") for word in words]
        found: dict[str, dict[str, str | FoundEntry]] = {}
        for month, paths in self._runs:
            if month not in found:
                found[month] = dict(self._hits(month, sought, words))
            if hits := found[month]:
                yield from (hits[path] for path in paths or hits if path in hits)
        self._keep_state()

    def people(self, among: Callable[[str], Set[str]]) -> list[list[Any]]:
        """Give of everybody in the casts those who are called by something of what is `among` all that is known."""
        called = {month: self._known(month, "called").called.decode() for month in self._files}
        wanted, found = among("\n".join(called.values())), list[list[Any]]()
        for month, told in called.items():
            if not wanted.isdisjoint(told.split()):
                whole = self._known(month, "called", "people")
                if whole.called.decode() != told:
                    raise ChangedMeanwhile
                lines = zip(told.split("\n"), people_in_row(whole), strict=True)
                found += [each for line, each in lines if not wanted.isdisjoint(line.split())]
        self._keep_state()
        return found

    def ids(self) -> list[str]:
        """Give the id of each session that can be read."""
        return [
            entry_of_row(kept).id
            for month in self._files
            for kept in kept_in_row(self._known(month, "entries"))
            if kept
        ]

    @property
    def has_unread(self) -> bool:
        """Tell whether there was a file, of those that were looked at, that cannot be read."""
        return any(UNREAD in month.marks for month in self._seen.values())

    def names(self) -> list[str]:
        """Give the name of each file, where all were looked at."""
        every = (paths or _paths(self._seen[month]) for month, paths in self._runs)
        return [path.rpartition(os.sep)[2] for paths in every for path in paths]

    def _of(self, path: str) -> Listed:
        if path not in self._listed:
            self._listed |= {each.path: each for each in self._of_month(month_of(path))}
        return self._listed[path]

    def _of_month(self, month: str) -> Iterator[Listed]:
        found = self._known(month, "entries")
        return map(Listed, self._paths(found), kept_in_row(found), written_in_row(found))

    def _to_do(self, month: str) -> dict[str, int]:
        found = self._known(month)
        if not found.marks.strip(bytes((NOTHING,))):
            return {}
        marked = zip(self._paths(found), found.marks, strict=True)
        return {path: mark for path, mark in marked if mark != NOTHING}

    def _hits(
        self, month: str, sought: Sequence[bytes], words: Sequence[str]
    ) -> Iterable[tuple[str, str | FoundEntry]]:
        found = self._known(month, "words_once")
        if not (UNREAD in found.marks or all(word in found.words_once for word in sought)):
            return ()
        whole = found if found.lines else self._index.month(month, *PARTS)
        if whole is None or whole.stamps != found.stamps:
            whole = self._renewed(month, self._paths(found))
        return hits_in_row(whole, self._paths(whole), words)

    def _known(self, month: str, *parts: str) -> Month:
        """Give what is known of a month, beside its stamps and marks these parts; read is what has changed."""
        paths, found = self._files[month], self._index.month(month, *parts)
        if found is None and not paths:
            raise ChangedMeanwhile
        if found is None or (paths and found.stamps != self._stamps(paths)):
            found = self._renewed(month, paths)
        self._seen[month] = Month(stamps=found.stamps, marks=found.marks)
        return found

    def _renewed(self, month: str, paths: Sequence[str]) -> Month:
        kept = self._index.month(month, *PARTS)
        known = dict(sure_rows(kept)) if kept else {}
        now = time.time_ns()
        stamped = zip(paths, each_stamp(self._stamps(paths), len(paths)), strict=True)
        behind, total = (sum(len(self._files[each]) for each in months) for months in (self._seen, self._files))
        doing, rows = "Reading what changed" if kept else "Making the index anew", list[Row]()
        for done, (path, stamp) in enumerate(stamped, start=behind):
            how_far.hear(doing, done, total)
            rows.append(known.get(stamp) or read_row(path, stamp, now))
        found = joined(rows)
        if found != kept:
            self._index.keep(month, found)
        return found

    def _stamps(self, paths: Sequence[str]) -> bytes:
        """Give the stamps of files, and behind them their names."""
        skipped = len(str(self._sessions))
        return stamps_of(paths) + "\0".join([path[skipped:] for path in paths]).encode("utf-8", "surrogateescape")

    def _paths(self, month: Month) -> list[str]:
        root = str(self._sessions)
        return [root + path for path in _paths(month)]

    def _keep_state(self) -> None:
        """Have the index know how all files are now, so that the next look at them need not put any in order.

        Not where a name does not say where a file stands, a copy or a link is there, or a file may change unseen.
        """
        months = [month for month, _ in self._runs]
        if not self._seen or self._files.keys() != self._seen.keys() or not any(self._files.values()):
            return
        self._index.keep_only(months)
        if months != self._index.months() or any(UNSURE in month.stamps for month in self._seen.values()):
            return
        stamps = dict[str, bytes]()
        for month in self._seen.values():
            each = (month.stamps[at : at + STAMP.size] for at in range(0, len(month.marks) * STAMP.size, STAMP.size))
            stamps |= zip(self._paths(month), each, strict=True)

        def known(folder: str, names: Sequence[str]) -> bytes:
            return b"".join([stamps.pop(f"{folder}{os.sep}{name}") for name in names])

        state = state_of(self._sessions, known)
        if state is not None and not stamps:
            self._index.keep_state(state)


def month_of(path: str) -> str:
    """Give under which month a file is kept: how its name begins, whatever that is."""
    start = path.rfind(os.sep) + 1
    return path[start : start + _MONTH]


def _runs_of(files: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Give the files of one month after another, as they stand together in one folder."""
    in_order, first = not any(map(le, files, islice(files, 1, None))), 0
    while first < len(files):
        last = _end_of_run(files, first, in_order=in_order)
        yield month_of(files[first]), files[first:last]
        first = last


def _end_of_run(files: Sequence[str], first: int, *, in_order: bool) -> int:
    """Give where those end that begin as the first does, as far as its month; found by halving where it can be."""
    far = files[first].rfind(os.sep) + 1 + _MONTH
    begins = files[first][:far]
    if in_order:
        return bisect_left(files, True, first, key=lambda path: path[:far] != begins)
    return first + sum(1 for _ in takewhile(lambda path: path[:far] == begins, islice(files, first, None)))


def _paths(month: Month) -> list[str]:
    """Give the paths of a month's files below the folder of the sessions, as they stand behind their stamps."""
    return month.stamps[len(month.marks) * STAMP.size :].decode("utf-8", "surrogateescape").split("\0")
