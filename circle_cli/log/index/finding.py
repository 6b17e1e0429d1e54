"""Sessions listed and searched: by the index where there are many, and else by their files; the answer is the same."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import FoundEntry
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.matching import day_in, newest_first, when
from circle_cli.log.folder import INDEX, NO_TRUST, Log, session_files
from circle_cli.session.spelling import folded

if TYPE_CHECKING:  # SQLite, and what reads a session, are loaded where there is something for them to do
    from circle_cli.log.index.months import Listed, Months

T = TypeVar("T")

WORTH_IT = 100
"""Sessions from which on an index is kept: fewer are read as fast."""

Report = Callable[[CircleError], None]


def newest_entries(log: Log, filters: Filters, limit: int | None, report: Report) -> list[FoundEntry]:
    """Give the newest sessions that the filters let through; looks at no more files than that takes."""

    def find(months: "Months", report: Report) -> list[FoundEntry]:
        in_order = newest_first(months.listed(), lambda each: day_in(each.path), when)
        found = (each for listed in in_order for each in _read_if_unknown(listed, report))
        return list(islice((each for each in found if filters.let_through(each.entry)), limit))

    def read(files: list[str]) -> list[FoundEntry]:
        from circle_cli.log.entries.sessions import newest_among

        return newest_among(files, filters, limit, report)

    return found_by_either(log, report, find, read, looks_at_all=limit is None)


def search_entries(log: Log, text: str, filters: Filters, limit: int | None, report: Report) -> list[FoundEntry]:
    """Give the newest sessions that hold every word of `text`, however it is spelt, with the lines that hold one."""
    words = folded(text).split()
    if not words:
        return []

    def find(months: "Months", report: Report) -> list[FoundEntry]:
        hits = (each for each in _holding(months, words, report) if filters.let_through(each.entry))
        return list(islice(newest_first(hits, lambda hit: hit.entry.id[:10], when), limit))

    def read(files: list[str]) -> list[FoundEntry]:
        from circle_cli.log.entries.sessions import search_among

        return search_among(files, words, filters, limit, report)

    return found_by_either(log, report, find, read)


def with_some_to_do(log: Log, report: Report) -> tuple[Sequence[FoundEntry | str], list[str]]:
    """Give the sessions that are ahead or have an open action, and the names of all sessions' files.

    Of the sessions that the index does not know, the paths of their files are given.
    """

    def find(months: "Months", _: Report) -> tuple[Sequence[FoundEntry | str], list[str]]:
        return months.with_some_to_do(), months.names()

    return found_by_either(log, report, find, lambda files: (files, [file[file.rfind(os.sep) + 1 :] for file in files]))


def found_by_either(
    log: Log,
    report: Report,
    find: Callable[["Months", Report], T],
    read: Callable[[list[str]], T],
    *,
    looks_at_all: bool = True,
) -> T:
    """Find by the index where it knows all files as they are; else by it and them; where they are few, by them."""
    if looks_at_all and os.path.lexists(log.root / INDEX):
        found = _by_the_index(log, report, find, None)
        if found is not None:
            return found
    files = session_files(log, report)
    found = _by_the_index(log, report, find, files) if len(files) >= WORTH_IT else None
    return read(files) if found is None else found


def _by_the_index(
    log: Log, report: Report, find: Callable[["Months", Report], T], files: Sequence[str] | None
) -> T | None:
    """Find by the index of a log; None where there is none, or where it turns out not to be what was written."""
    if log.trust is NO_TRUST:
        return None
    from circle_cli.log.index.months import Months
    from circle_cli.log.index.state import state_of
    from circle_cli.log.index.store import opened

    found, unread = None, list[CircleError]()
    with opened(log) as index:
        if index and (files is not None or index.is_as(state_of(log.sessions))):
            found = find(Months(index, log.sessions, files), unread.append)
    if found is not None:  # else what was damaged ended it, and what is wrong with files is told by whoever reads them
        for error in unread:
            report(error)
    return found


def _read_if_unknown(listed: "Listed", report: Report) -> Iterator[FoundEntry]:
    if (entry := listed.entry) is not None:
        yield FoundEntry(path=listed.path, entry=entry)
        return
    from circle_cli.log.entries.sessions import entries_in

    yield from entries_in([listed.path], report)


def _holding(months: "Months", words: Sequence[str], report: Report) -> Iterator[FoundEntry]:
    for each in months.hits(words):
        if isinstance(each, FoundEntry):
            yield each
        else:
            from circle_cli.log.entries.sessions import hits_in

            yield from hits_in([each], words, report)
