"""Everybody in the sessions of a log: for what is refused at once where it names one of them.

What goes out is swept with the casts as the files have them, whatever stands here.
"""

from typing import TYPE_CHECKING, NamedTuple

from circle_cli.errors import CircleError
from circle_cli.log.entries.sessions import read_sessions
from circle_cli.log.folder import Log, all_session_files
from circle_cli.log.index.finding import Report, found_by_either
from circle_cli.session.record import CastEntry

if TYPE_CHECKING:
    from circle_cli.log.index.months import Months


class InSessions(NamedTuple):
    """Everybody in any session, each once, in the order of the alphabet; and the sessions' ids."""

    everybody: tuple[CastEntry, ...]
    ids: frozenset[str]


_Told = tuple[str, tuple[str, ...], str | None]
"""A cast's entry: the name, the others, and what could be said instead."""


def in_sessions(log: Log, report: Report) -> InSessions:
    """Give who is in the sessions of a log; a file that cannot be read is reported. Copies count as sessions do.

    Where the index has anything to report, a copy or what it could not read, all files are read.

    Raises:
        CircleError: a folder of them may not be looked into.
    """
    odd: list[CircleError] = []

    def find(months: "Months", report: Report) -> InSessions:
        ids, told = set[str](), set[_Told]()
        for path, session_id, cast in months.casts():
            if session_id is None:
                report(CircleError(path))
                break
            ids.add(session_id)
            told.update((name, tuple(also), say) for name, also, say in cast)
        return InSessions(_each_once(told), frozenset(ids))

    found = found_by_either(log, odd.append, find, lambda _: None)
    return _read(log, report) if found is None or odd else found


def _read(log: Log, report: Report) -> InSessions:
    sessions = [each.session for each in read_sessions(all_session_files(log), report)]
    told = {(entry.name, entry.also, entry.say) for session in sessions for entry in session.cast or ()}
    return InSessions(_each_once(told), frozenset(session.id for session in sessions))


def _each_once(told: set[_Told]) -> tuple[CastEntry, ...]:
    in_order = sorted(told, key=lambda each: (each[0], each[1], each[2] or ""))
    by_names = {(name, *also): CastEntry(name=name, also=also, say=say) for name, also, say in in_order}
    return tuple(by_names.values())
