"""The sessions of one training event, found among all."""

import re
from collections.abc import Callable, Iterator

from circle_cli.errors import USAGE, CircleError
from circle_cli.log.entries.sessions import FoundSession, read_sessions, spelt_out
from circle_cli.log.folder import Log, goes_by, session_files
from circle_cli.session.record import Event

_EVENT = re.compile(rb"event[\"']?\s*:")
"""What a file holds that belongs to an event."""

Member = tuple[Event, FoundSession]


def sessions_of_event(log: Log, short: str, report: Callable[[CircleError], None]) -> list[Member]:
    """Give the sessions of the event whose id is `short`, begins with it or ends in it, by their groups.

    `short` may also be the id of one of the sessions. Files that cannot be read are reported.

    Raises:
        CircleError: there is no such event, or there are several.
    """
    wanted = short.strip().lower()
    problems: list[CircleError] = []
    members = list(_members(log, wanted, problems.append))
    ids = {event.id for event, _ in members if goes_by(event.id, wanted)}
    if not ids:
        ids = {event.id for event, found in members if goes_by(found.session.id, wanted)}
        if len(ids) == 1:
            problems.clear()
            members = list(_members(log, next(iter(ids)), problems.append))
    for problem in problems:
        report(problem)
    if not ids:
        raise CircleError(f"{short}: no training event in {log.root} goes by that id, nor does a session of one", USAGE)
    if len(ids) > 1:
        names = ", ".join(sorted(ids)[:5]) + (" ..." if len(ids) > 5 else "")
        wrong = f"{short}: could be any of {len(ids)} events ({names})"
        raise CircleError(wrong, USAGE, do="give a little more of the id")
    ours = [(event, found) for event, found in members if event.id in ids]
    return sorted(ours, key=lambda member: (member[0].group, member[1].session.id))


def _members(log: Log, wanted: str, report: Callable[[CircleError], None]) -> Iterator[Member]:
    """Read the sessions that belong to an event and hold `wanted`; most files are ruled out by their bytes."""
    sought = wanted.encode("utf-8", "surrogateescape")

    def holds(content: bytes) -> bool:
        if spelt_out(content):
            return True
        return sought in content and _EVENT.search(content) is not None

    for found in read_sessions(session_files(log, report), report, holds):
        if found.session.event:
            yield found.session.event, found
