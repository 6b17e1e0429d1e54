"""A month's row in the index: how what is known of its files is put together, and taken apart again."""

import json
from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import Any, NamedTuple

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import Entry, FoundEntry, entry_of
from circle_cli.log.entries.matching import hits_among
from circle_cli.log.index.state import STAMP
from circle_cli.log.index.store import Month
from circle_cli.session.cast.called import called

TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a disk that is in use
UNSURE = STAMP.pack(-2, -2, -2, -2)
"""The stamp of a file that is not the same again, whatever it looks like."""

NOTHING, SOME, UNREAD = b".!?"
"""What is marked of each file: nothing is to do, something is, or it could not be read."""

_BETWEEN = "\0"
"""Stands between the texts of two sessions; a file that has one in its own is read each time."""

_FIELDS = tuple(Entry.__dataclass_fields__)
"""A session in short is kept as its values in this order: their names would be most of it."""


class Row(NamedTuple):  # one for each of ten thousand files; to make a dataclass takes ten times as long
    """Of one file: its stamp, its session in short, its words folded, its lines as they were written, its cast.

    A cast's entries are a name, the others, and what could be said instead.
    """

    stamp: bytes
    entry: list[Any] | None
    words: str = ""
    lines: str = ""
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
    lines = "\n".join(lines_in(session))
    if _BETWEEN in lines:
        return Row(unsure, None)  # it is read each time
    *times, _, _ = STAMP.unpack_from(stamp)
    sure = all(0 <= each < now - TICK for each in times)
    return Row(
        stamp=stamp if sure else unsure,
        entry=[*asdict(entry_of(session)).values()],
        words=folded(lines),
        lines=lines,
        cast=[[each.name, each.also, each.say] for each in session.cast or ()],
    )


def joined(rows: Sequence[Row]) -> Month:
    """Put together what is known of a month's files."""
    numbers = b"".join(row.stamp[: STAMP.size] for row in rows)
    words = _BETWEEN.join(row.words for row in rows)
    people = sorted({(name, tuple(also), say) for row in rows for name, also, say in row.cast}, key=str)
    return Month(
        stamps=numbers + b"\0".join(row.stamp[STAMP.size :] for row in rows),
        marks=bytes(
            UNREAD if row.entry is None else SOME if entry_of_row(row.entry).to_do else NOTHING for row in rows
        ),
        words_once="\n".join({*words.replace(_BETWEEN, " ").split()}).encode("utf-8", "surrogatepass"),
        entries=json.dumps([row.entry for row in rows]).encode(),
        called="\n".join(called((name, *also)) for name, also, _ in people).encode(),
        people=json.dumps(people).encode(),
        casts=json.dumps([row.cast for row in rows]).encode(),
        words=words.encode("utf-8", "surrogatepass"),
        lines=_BETWEEN.join(row.lines for row in rows).encode("utf-8", "surrogatepass"),
    )


def sure_rows(month: Month) -> Iterator[tuple[bytes, Row]]:
    """Give what is known of each file, by its stamp."""
    stamps = each_stamp(month.stamps, len(month.marks))
    parts = stamps, json.loads(month.entries), _apart(month.words), _apart(month.lines), json.loads(month.casts)
    for row in map(Row._make, zip(*parts, strict=True)):
        if not row.stamp.startswith(UNSURE):
            yield row.stamp, row


def hits_in_row(month: Month, paths: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str | FoundEntry]]:
    """Give each of a month's files that holds all these words, with its session; or itself, if it cannot be read."""
    entries, lines, times = json.loads(month.entries), _apart(month.lines), written_in_row(month)
    for number, (path, entry, whole) in enumerate(zip(paths, entries, _apart(month.words), strict=True)):
        if entry is None:
            yield path, path
        elif all(word in whole for word in words):
            hits = hits_among(lines[number].split("\n"), whole, words)
            yield path, FoundEntry(path=path, entry=entry_of_row(entry), lines=hits, written=times[number])


def kept_in_row(month: Month) -> list[list[Any] | None]:
    """Give each session in short as the row has it, as far as it could be read."""
    return json.loads(month.entries)  # type: ignore[no-any-return]  # as `joined` wrote it


def written_in_row(month: Month) -> Sequence[int]:
    """Give when each file was written, in nanoseconds; something below nought where that is not known."""
    return unpack_from(f"<{4 * len(month.marks)}q", month.stamps)[::4]


def people_in_row(month: Month) -> list[list[Any]]:
    """Give everybody in the casts, once, in the order in which `called` has them."""
    return json.loads(month.people)  # type: ignore[no-any-return]  # as `joined` wrote it


def entry_of_row(values: Sequence[Any]) -> Entry:
    """Give a session in short."""
    return Entry(**dict(zip(_FIELDS, values, strict=True)))


def _apart(texts: bytes) -> list[str]:
    return texts.decode("utf-8", "surrogatepass").split(_BETWEEN)
