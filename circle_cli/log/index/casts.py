"""Whom, of everybody in the sessions of a log, a text may name: for what is refused at once where it names one of them.

What goes out is swept with the casts as the files have them, whatever stands here.
"""

from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING, NamedTuple

from circle_cli.errors import CircleError
from circle_cli.log.entries.sessions import read_sessions
from circle_cli.log.folder import Log, all_session_files
from circle_cli.log.index.finding import Report, found_by_either
from circle_cli.session.cast.called import called
from circle_cli.session.record import CastEntry

if TYPE_CHECKING:
    from circle_cli.log.index.months import Months


class Sought(NamedTuple):
    """What of the casts counts: `among` gives, of all that people are called (`called`), that; and whether ids do."""

    among: Callable[[str], Set[str]]
    ids: bool


class InSessions(NamedTuple):
    """Those in any session who are sought, each once, in the order of the alphabet; and the sessions' ids."""

    people: tuple[CastEntry, ...]
    ids: frozenset[str]


_Told = tuple[str, tuple[str, ...], str | None]
"""A cast's entry: the name, the others, and what could be said instead."""


def in_sessions(log: Log, sought: Sought, report: Report) -> InSessions:
    """Give who is in the sessions of a log; a file that cannot be read is reported. Copies count as sessions do.

    Where the index has anything to report, a copy or what it could not read, all files are read.

    Raises:
        CircleError: a folder of them may not be looked into.
    """
    odd: list[CircleError] = []

    def find(months: "Months", report: Report) -> InSessions:
        people = months.people(sought.among)
        ids = months.ids() if sought.ids else ()
        if months.has_unread:
            report(CircleError("all files are read"))
        return InSessions(_each_once((name, tuple(also), say) for name, also, say in people), frozenset(ids))

    found = found_by_either(log, odd.append, find, lambda _: None)
    return _read(log, sought, report) if found is None or odd else found


def _read(log: Log, sought: Sought, report: Report) -> InSessions:
    sessions = [each.session for each in read_sessions(all_session_files(log), report)]
    told = {(entry.name, entry.also, entry.say) for session in sessions for entry in session.cast or ()}
    lines = {each: called((each[0], *each[1])) for each in told}
    wanted = sought.among("\n".join(lines.values()))
    ids = frozenset(session.id for session in sessions if sought.ids)
    return InSessions(_each_once(each for each in told if not wanted.isdisjoint(lines[each].split())), ids)


def _each_once(told: Iterable[_Told]) -> tuple[CastEntry, ...]:
    in_order = sorted({*told}, key=lambda each: (each[0], each[1], each[2] or ""))
    by_names = {(name, *also): CastEntry(name=name, also=also, say=say) for name, also, say in in_order}
    return tuple(by_names.values())
