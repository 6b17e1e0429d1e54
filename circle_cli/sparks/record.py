"""One spark: a line of what went well, and the sessions that began with it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A line of what went well, and its day. `by` is whose it is, where others read the log; nothing in one's own.

    `sessions` are the ids of those that were begun with it: mostly one, two where that happened on two computers.
    """

    day: date
    text: str
    by: str = ""
    sessions: tuple[str, ...] = ()
