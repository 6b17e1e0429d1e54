"""Sessions listed and searched: by the index where there are many, and else by their files; the answer is the same."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import FoundEntry
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.matching import day_in, newest_first
from circle_cli.log.folder import NO_TRUST, Log, session_files
from circle_cli.session.spelling import folded

if TYPE_CHECKING:  # SQLite, and what reads a session, are loaded where there is something for them to do
    from circle_cli.log.index.months import Months

T = TypeVar("T")

WORTH_IT = 100
"""Sessions from which on an index is kept: fewer are read as fast."""

Report = Callable[[CircleError], None]


def newest_entries(log: Log, filters: Filters, limit: int | None, report: Report) -> list[FoundEntry]:
    """Give the newest sessions that the filters let through; looks at no more files than that takes."""
    files, unread = session_files(log, report), Unread()

    def find(months: "Months") -> list[FoundEntry]:
        in_order = newest_first(files, day_in, str)
        found = (each for path in in_order for each in _listed(months, path, unread.append))
        return list(islice((each for each in found if filters.let_through(each.entry)), limit))

    found = by_the_index(log, files, find)
    if found is not None:
        return unread.told(report, found)
    from circle_cli.log.entries.sessions import newest_among

    return newest_among(files, filters, limit, report)


def search_entries(log: Log, text: str, filters: Filters, limit: int | None, report: Report) -> list[FoundEntry]:
    """Give the newest sessions that hold every word of `text`, however it is spelt, with the lines that hold one."""
    files, words, unread = session_files(log, report), folded(text).split(), Unread()
    if not words:
        return []

    def find(months: "Months") -> list[FoundEntry]:
        hits = (each for each in _holding(months, words, unread.append) if filters.let_through(each.entry))
        return list(islice(newest_first(hits, lambda hit: hit.entry.id[:10], lambda hit: hit.path), limit))

    found = by_the_index(log, files, find)
    if found is not None:
        return unread.told(report, found)
    from circle_cli.log.entries.sessions import search_among

    return search_among(files, words, filters, limit, report)


def with_some_to_do(log: Log, files: Sequence[str]) -> Sequence[FoundEntry | str]:
    """Give the sessions that are ahead or have an open action; of those that the index does not know, the files."""
    found = by_the_index(log, files, lambda months: months.with_some_to_do())
    return files if found is None else found


def by_the_index(log: Log, files: Sequence[str], find: Callable[["Months"], T]) -> T | None:
    """Find by the index of a log; None where there is none, or where it turns out not to be what was written."""
    if len(files) < WORTH_IT or log.trust is NO_TRUST:
        return None
    from circle_cli.log.index.months import Months
    from circle_cli.log.index.store import opened

    with opened(log) as index:
        return find(Months(index, str(log.sessions), files)) if index else None
    return None  # what was damaged ended it


class Unread(list[CircleError]):
    """What is wrong with files, kept until it is known that the answer is the one that counts."""

    def told(self, report: Report, found: T) -> T:
        """Report all of it, and give what was found."""
        for error in self:
            report(error)
        return found


def _listed(months: "Months", path: str, report: Report) -> Iterator[FoundEntry]:
    entry = months.entry(path)
    if entry is not None:
        yield FoundEntry(path=path, entry=entry)
        return
    from circle_cli.log.entries.sessions import entries_in

    yield from entries_in([path], report)


def _holding(months: "Months", words: Sequence[str], report: Report) -> Iterator[FoundEntry]:
    for each in months.hits(words):
        if isinstance(each, FoundEntry):
            yield each
        else:
            from circle_cli.log.entries.sessions import hits_in

            yield from hits_in([each], words, report)
