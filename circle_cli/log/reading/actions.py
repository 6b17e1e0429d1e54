"""What is still to do: the open actions of a log's sessions, and the sessions that are planned."""

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.entries.named import is_among
from circle_cli.log.entries.sessions import read_sessions, spelt_out
from circle_cli.log.folder import Log, session_files
from circle_cli.log.index.finding import files_with_some_to_do
from circle_cli.session.record import ActionPoint, Session
from circle_cli.vocabulary import Status

_TEXT = rb'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_ALL_DONE = re.compile(
    rb"\naction_points:\n"
    rb"(?:  - \{id: [0-9]+, what: %b(?:, (?:who|tracked_by): %b|, by: [0-9-]{10})*, done: [0-9-]{10}"
    rb"(?:, note: %b)?\}\n)+(?:[a-z_]+:|\Z)" % (_TEXT, _TEXT, _TEXT)
)
"""A list of actions, each of them done, as this program writes it; what a hand has touched is read in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """An action that is not done, and the session it belongs to; `short` names that session in this log."""

    action: ActionPoint
    session: Session
    short: str
    path: Path

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has gone."""
        return self.is_due(today) and self.action.by != today

    def is_due(self, until: date) -> bool:
        """Tell whether it is to be done by that day."""
        return self.action.by is not None and self.action.by <= until

    def is_for(self, *names: str) -> bool:
        """Tell whether somebody does it or keeps track of it."""
        return is_among(names, (self.action.who, self.action.tracked_by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A session that is planned; `short` names it in this log."""

    session: Session
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StillToDo:
    """The open actions, by their day, those without one last; and the planned sessions, by theirs."""

    actions: tuple[OpenAction, ...]
    planned: tuple[Planned, ...]


def still_to_do(log: Log, report: Callable[[CircleError], None]) -> StillToDo:
    """Find what is still to do; reads the files, and parses those that may hold some of it."""
    files = session_files(log, report)
    found = list(read_sessions(files_with_some_to_do(log, files), report, _may_hold_some))
    short = _shorten(files, {each.session.id for each in found})
    actions = [
        OpenAction(action=action, session=each.session, short=short(each.session.id), path=each.path)
        for each in found
        for action in each.session.action_points
        if action.done is None
    ]
    planned = [
        Planned(session=each.session, short=short(each.session.id))
        for each in found
        if each.session.status is Status.PLANNED
    ]
    return StillToDo(
        actions=tuple(sorted(actions, key=_by_day)),
        planned=tuple(sorted(planned, key=_by_time)),
    )


def _by_day(each: OpenAction) -> tuple[date, str, int]:
    return each.action.by or date.max, each.session.id, each.action.id


def _by_time(each: Planned) -> tuple[date, str, int, str]:
    plan, event = each.session.plan, each.session.event
    day = date.max if each.session.is_undated else each.session.date
    return day, (plan and plan.at) or "", event.group if event else 0, each.session.id


def _may_hold_some(content: bytes) -> bool:
    """Rule out most files by their bytes; never one that holds an open action or is planned."""
    front = content[: content.find(b"\n---\n", 3) + 1] or content
    if b"planned" in front or spelt_out(front):
        return True
    times, begins = front.count(b"action_points"), front.find(b"\naction_points:\n")
    return times > 1 or (times == 1 and (begins < 0 or not _ALL_DONE.match(front, begins)))


def _shorten(files: Iterable[str], ids: Collection[str]) -> Callable[[str], str]:
    """Give what shortens these ids: to their last four letters, unless another session of the log ends in the same."""
    ends = {session_id[11:] for session_id in ids}
    behind = len(os.sep) + len("2026-11-23-")
    names = (file[file.rfind(os.sep) + behind :][:4] for file in files)  # a Path for each costs too much
    tails = Counter(end for end in names if end in ends)
    return lambda session_id: session_id[11:] if tails[session_id[11:]] < 2 else session_id
