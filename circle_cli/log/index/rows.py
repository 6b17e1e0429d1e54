"""A month's row in the index: how what is known of its files is put together, and taken apart again."""

import json
import zlib
from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import Any, NamedTuple

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import Entry, FoundEntry, entry_of
from circle_cli.log.entries.matching import hits_among
from circle_cli.log.index.state import STAMP
from circle_cli.log.index.store import Month

TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a disk that is in use
UNSURE = STAMP.pack(-2, -2, -2, -2)
"""The stamp of a file that is not the same again, whatever it looks like."""

NOTHING, SOME, UNREAD = b".!?"
"""What is marked of each file: nothing is to do, something is, or it could not be read."""

_FIELDS = tuple(Entry.__dataclass_fields__)
"""A session in short is kept as its values in this order: their names would be most of it."""


class Row(NamedTuple):  # one for each of ten thousand files; to make a dataclass takes ten times as long
    """Of one file: its stamp, its session in short, its words folded, its lines as they were written, its cast.

    A cast's entries are a name, the others, and what could be said instead.
    """

    stamp: bytes
    entry: list[Any] | None
    words: str = ""
    lines: Sequence[str] = ()
    cast: Sequence[Sequence[Any]] = ()


def each_stamp(stamps: bytes, count: int) -> list[bytes]:
    """Give the stamp of each of so many files, its name behind its numbers."""
    names = stamps[count * STAMP.size :].split(b"\0")
    return [stamps[at * STAMP.size : (at + 1) * STAMP.size] + name for at, name in enumerate(names)]


def read_row(path: str, stamp: bytes, now: int) -> Row:
    """Read a session's file, which was as `stamp` says at most at `now`."""
    from dataclasses import asdict  # what is new alone is read

    from circle_cli.log.entries.sessions import lines_in
    from circle_cli.session.file import parse_session
    from circle_cli.session.spelling import folded
    from circle_cli.system.no_links import content_of
    from circle_cli.text import decode

    unsure = UNSURE + stamp[STAMP.size :]
    try:
        session = parse_session(decode(content_of(path), path), path)
    except CircleError:
        return Row(unsure, None)
    *times, _, _ = STAMP.unpack_from(stamp)
    sure = all(0 <= each < now - TICK for each in times)
    lines = lines_in(session)
    return Row(
        stamp=stamp if sure else unsure,
        entry=[*asdict(entry_of(session)).values()],
        words=folded("\n".join(lines)),
        lines=lines,
        cast=[[each.name, each.also, each.say] for each in session.cast or ()],
    )


def joined(rows: Sequence[Row]) -> Month:
    """Put together what is known of a month's files."""
    numbers = b"".join(row.stamp[: STAMP.size] for row in rows)
    words = "\0".join(row.words.replace("\0", "") for row in rows)
    return Month(
        stamps=numbers + b"\0".join(row.stamp[STAMP.size :] for row in rows),
        marks=bytes(UNREAD if row.entry is None else SOME if _entry(row.entry).to_do else NOTHING for row in rows),
        words_once="\n".join({*words.replace("\0", " ").split()}).encode("utf-8", "surrogatepass"),
        entries=json.dumps([row.entry for row in rows]).encode(),
        casts=json.dumps([row.cast for row in rows]).encode(),
        words=words.encode("utf-8", "surrogatepass"),
        lines=zlib.compress(json.dumps([row.lines for row in rows]).encode(), 1),
    )


def sure_rows(month: Month) -> Iterator[tuple[bytes, Row]]:
    """Give what is known of each file, by its stamp."""
    stamps = each_stamp(month.stamps, len(month.marks))
    parts = stamps, json.loads(month.entries), _words(month), _lines(month), casts_in_row(month)
    for row in map(Row._make, zip(*parts, strict=True)):
        if not row.stamp.startswith(UNSURE):
            yield row.stamp, row


def hits_in_row(month: Month, paths: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str | FoundEntry]]:
    """Give each of a month's files that holds all these words, with its session; or itself, if it cannot be read."""
    lines: Sequence[Sequence[str]] = ()
    times = written_in_row(month)
    for number, (path, entry, whole) in enumerate(zip(paths, entries_in_row(month), _words(month), strict=True)):
        if entry is None:
            yield path, path
        elif all(word in whole for word in words):
            lines = lines or _lines(month)
            hits = hits_among(lines[number], whole, words)
            yield path, FoundEntry(path=path, entry=entry, lines=hits, written=times[number])


def entries_in_row(month: Month) -> list[Entry | None]:
    """Give each session in short, as far as it could be read."""
    return [each and _entry(each) for each in json.loads(month.entries)]


def written_in_row(month: Month) -> Sequence[int]:
    """Give when each file was written, in nanoseconds; something below nought where that is not known."""
    return unpack_from(f"<{4 * len(month.marks)}q", month.stamps)[::4]


def casts_in_row(month: Month) -> list[list[list[Any]]]:
    """Give the cast of each session, as a row has it."""
    return json.loads(month.casts)  # type: ignore[no-any-return]  # as `joined` wrote it


def _entry(values: Sequence[Any]) -> Entry:
    return Entry(**dict(zip(_FIELDS, values, strict=True)))


def _words(month: Month) -> list[str]:
    return month.words.decode("utf-8", "surrogatepass").split("\0")


def _lines(month: Month) -> list[list[str]]:
    return json.loads(zlib.decompress(month.lines))  # type: ignore[no-any-return]  # as `joined` wrote it
