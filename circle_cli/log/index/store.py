"""The index's file: SQLite, in the log's `.circle/`, for its owner alone and out of git's sight; a cache and no more.

Whatever is wrong with it, the answer is the same as without it: a row that is not what was written, a file of another
version or of somebody else, is thrown away; what cannot be written is done without. That it is ours is known by a
token, which is kept among the person's own things and not in the log: an index that came along with one is none.
"""

import os
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from circle_cli import __version__
from circle_cli.log.folder import INDEX, Log
from circle_cli.system.files import BINARY, ignore_all, leads_elsewhere, make_folder

DAMAGED = (
    "The index by which sessions are found fast was damaged: it was taken away, and is made anew when next needed."
)

_FORMAT = 9
_VERSION = f"{_FORMAT} {__version__} {unicodedata.unidata_version}"
"""What made it: another program may read a session otherwise, and fold its letters otherwise."""

_WAIT = 0.2  # seconds, for another program that writes
PARTS = ("words_once", "entries", "called", "people", "casts", "words", "lines")
"""What is known of a month beside its stamps and marks; SQLite reads a row from its beginning: large ones are last."""

_TABLES = f"""
CREATE TABLE made (token TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE state (state BLOB NOT NULL);
CREATE TABLE months (
    month TEXT PRIMARY KEY, marked_sum INT NOT NULL, {"".join(f"{part}_sum INT NOT NULL, " for part in PARTS)}
    stamps BLOB NOT NULL, marks BLOB NOT NULL, {", ".join(f"{part} BLOB NOT NULL" for part in PARTS)}
);
"""

_OURS = (
    "PRAGMA page_size=65536; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON; "
    "PRAGMA temp_store=MEMORY;"
)
"""No copy of a word lies beside the file, and none stays in it; what a power cut leaves is noticed and made anew.

A month's words are large, and come in few pieces where pages are.
"""


class NotWhatWasWritten(Exception):
    """The index holds something that nobody wrote; caught where it is opened."""


class ChangedMeanwhile(Exception):
    """Another program changed the index while it was read; caught where it is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What is known of the files whose names begin with one month, in the order in which they are listed.

    `stamps` tell the files apart from what they were, `marks` say where something is to do, `words_once` has each word
    of the month once, `called` a line for each of the `people` in its casts, `entries`, `people` and `casts` are JSON,
    `words` are the texts in which is searched, `lines` the same as they were written, each with NUL between the texts
    of two sessions.
    """

    stamps: bytes
    marks: bytes
    words_once: bytes = b""
    entries: bytes = b""
    called: bytes = b""
    people: bytes = b""
    casts: bytes = b""
    words: bytes = b""
    lines: bytes = b""


class Index:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take one that was found to be ours."""
        self._connection = connection

    def month(self, month: str, *parts: str) -> Month | None:
        """Give what is known of a month: its stamps and marks, and of the other parts those that are named."""
        sums = [f"{part}_sum" for part in ("marked", *parts)]
        columns = ", ".join(("stamps", "marks", *parts, *sums))
        query = f"SELECT {columns} FROM months WHERE month = ?"  # noqa: S608 (names of ours)
        row: tuple[Any, ...] | None = self._connection.execute(query, (month,)).fetchone()
        if row is None:
            return None
        found, told = row[: -len(sums)], row[-len(sums) :]
        if not all(isinstance(each, bytes) for each in found) or _sums(month, *found) != told:
            raise NotWhatWasWritten  # a bit decides of which kind a value is, too
        return Month(**dict(zip(("stamps", "marks", *parts), found, strict=True)))

    def months(self) -> list[str]:
        """Give the months that are known, newest first."""
        known = [month for (month,) in self._connection.execute("SELECT month FROM months ORDER BY month DESC")]
        if not all(isinstance(month, str) for month in known):
            raise NotWhatWasWritten  # a bit decides of which kind a value is
        return known

    def is_as(self, state: bytes | None) -> bool:
        """Tell whether all is known as it is in this state, and all of that is still here."""
        kept = self._connection.execute("SELECT state FROM state").fetchall()
        return state is not None and kept == [(self._with_months(state),)]

    def keep_state(self, state: bytes) -> None:
        """Keep in what state all is known; what is changed afterwards makes that void."""
        whole = self._with_months(state)
        with suppress(sqlite3.OperationalError), self._changing():
            self._connection.execute("INSERT INTO state VALUES (?)", (whole,))

    def _with_months(self, state: bytes) -> bytes:
        """Name the months, too: a bit can make rows of a table be missed, and nothing else would tell of it."""
        return state + "\0".join(self.months()).encode("utf-8", "surrogateescape")

    def keep(self, month: str, found: Month) -> None:
        """Keep what is known of a month; where that cannot be done now, it is found again the next time."""
        parts = (found.stamps, found.marks, *(getattr(found, part) for part in PARTS))
        values = (month, *_sums(month, *parts), *parts)
        places = ", ".join("?" * len(values))
        with suppress(sqlite3.OperationalError), self._changing():
            self._connection.execute(f"INSERT OR REPLACE INTO months VALUES ({places})", values)  # noqa: S608 (marks)

    def drop(self, month: str) -> None:
        """Forget a month, if it is known; what it held is written over."""
        if month not in self.months():
            return  # a report, or whatever else is no session: all else is as it was
        with self._changing():
            self._connection.execute("DELETE FROM months WHERE month = ?", (month,))

    def keep_only(self, months: Sequence[str]) -> None:
        """Forget all other months."""
        if gone := {*self.months()}.difference(months):
            with suppress(sqlite3.OperationalError), self._changing():
                self._connection.executemany("DELETE FROM months WHERE month = ?", [(month,) for month in gone])

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._connection:
            self._connection.execute("DELETE FROM state")
            yield


@contextmanager
def opened(log: Log) -> Iterator[Index | None]:
    """Open the index of a log, made anew where it is not there or not ours; None where there can be none just now.

    What is found to be damaged meanwhile ends what the caller does with it, is taken away, and said.
    """
    place = log.root / INDEX
    connection = _connect(log, place)
    try:
        yield Index(connection) if connection else None
    except sqlite3.OperationalError as error:
        if not _is_busy(error):
            _take_away(log, connection)
    except (NotWhatWasWritten, sqlite3.DatabaseError):
        _take_away(log, connection)
    except ChangedMeanwhile:
        pass  # then the files are looked at
    finally:
        if connection:
            connection.close()


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _take_away(log: Log, connection: sqlite3.Connection | None) -> None:
    if connection:
        connection.close()
    with suppress(OSError):
        purge(log.root)
    log.tell(DAMAGED)


def purge(root: Path) -> None:
    """Take the index away, and write over what it held first: nothing of an erased session stays in it.

    Raises:
        OSError: the disk refuses.
    """
    place = root / INDEX
    if not os.path.lexists(place):
        return
    if not leads_elsewhere(place) and place.is_file():
        with place.open("r+b") as file:
            for _ in range(0, place.stat().st_size, 1 << 20):
                file.write(bytes(1 << 20))
            file.flush()
            os.fsync(file.fileno())
    place.unlink(missing_ok=True)


def _connect(log: Log, place: Path) -> sqlite3.Connection | None:
    try:
        if leads_elsewhere(place.parent) or leads_elsewhere(place):
            return None
        if place.is_file():
            if (known := _known(log, place)) is not None:
                return known
            purge(log.root)
        return _new(log, place)
    except (OSError, sqlite3.Error):
        return None


def _known(log: Log, place: Path) -> sqlite3.Connection | None:
    """Connect to the index that is there; None where it is damaged, of another version, or not ours."""
    connection = sqlite3.connect(place, timeout=_WAIT)
    try:
        connection.executescript(_OURS)
        made = connection.execute("SELECT token, version FROM made").fetchall()
        if len(made) == 1 and made[0][1] == _VERSION and log.trust.knows(log.root, _trusted(made[0][0])):
            return connection
    except sqlite3.OperationalError as error:
        if _is_busy(error):
            connection.close()
            raise
    except (sqlite3.DatabaseError, UnicodeError):
        log.tell(DAMAGED)
    connection.close()
    return None


def _new(log: Log, place: Path) -> sqlite3.Connection | None:
    make_folder(place.parent)
    ignore_all(place.parent)
    os.close(os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600))
    connection = sqlite3.connect(place, timeout=_WAIT)
    connection.executescript(_OURS)
    with connection:
        connection.executescript(_TABLES)
        (token,) = connection.execute("SELECT lower(hex(randomblob(16)))").fetchone()
        connection.execute("INSERT INTO made VALUES (?, ?)", (token, _VERSION))
    log.trust.keep(log.root, _trusted(token))
    if log.trust.knows(log.root, _trusted(token)):
        return connection
    connection.close()  # nothing can be remembered here, so that no index would ever be known again
    purge(log.root)
    return None


def _trusted(token: str) -> str:
    return f"index {token}"


def _sums(month: str, stamps: bytes, marks: bytes, *others: bytes) -> tuple[int, ...]:
    """Give the sums of a month's parts: of what is marked; of each other part with that."""
    marked = zlib.crc32(marks, zlib.crc32(stamps, zlib.crc32(month.encode("utf-8", "surrogateescape"))))
    return marked, *(zlib.crc32(part, marked) for part in others)
