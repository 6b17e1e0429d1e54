"""What is still to do: the open actions of a log's sessions, and the sessions that are planned."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import FoundEntry, entry_of
from circle_cli.log.folder import Log
from circle_cli.log.index.finding import with_some_to_do
from circle_cli.vocabulary import Status

if TYPE_CHECKING:  # what the index knows has no need of sessions, which take longer to load
    from circle_cli.session.record import Session

_TEXT = rb'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_ALL_DONE = (
    rb"\naction_points:\n"
    rb"(?:  - \{id: [0-9]+, what: %b(?:, (?:who|tracked_by): %b|, by: [0-9-]{10})*, done: [0-9-]{10}"
    rb"(?:, note: %b)?\}\n)+(?:[a-z_]+:|\Z)" % (_TEXT, _TEXT, _TEXT)
)
"""A list of actions, each of them done, as this program writes it; what a hand has touched is read in full.

As a text: where the index knows all, nobody asks.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """An action that is not done, by its `number` in the `session` that it belongs to: its id, title and file.

    `short` names that session in this log.
    """

    number: int
    what: str
    who: str | None = None
    by: date | None = None
    tracked_by: str | None = None
    note: str | None = None
    session: str
    title: str
    short: str
    path: str

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day has gone."""
        return self.is_due(today) and self.by != today

    def is_due(self, until: date) -> bool:
        """Tell whether it is to be done by that day."""
        return self.by is not None and self.by <= until

    def is_for(self, *names: str) -> bool:
        """Tell whether somebody does it or keeps track of it."""
        from circle_cli.log.entries.named import is_among  # nobody else has need of it

        return is_among(names, (self.who, self.tracked_by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A session that is planned; `short` names it in this log."""

    session: "Session"
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StillToDo:
    """The open actions, by their day, those without one last; and the planned sessions, by theirs."""

    actions: tuple[OpenAction, ...]
    planned: tuple[Planned, ...]


def still_to_do(log: Log, report: Callable[[CircleError], None]) -> StillToDo:
    """Find what is still to do; of sessions that the index knows, it opens those alone that are planned."""
    known, names = with_some_to_do(log, report)
    unread = [each for each in known if isinstance(each, str)]
    entries = [each for each in known if isinstance(each, FoundEntry)]
    ahead = [each.path for each in entries if each.entry.status == Status.PLANNED]
    read = _read([*unread, *ahead], report) if unread or ahead else []
    new = set(unread)
    entries += [found for found, _ in read if found.path in new]
    short = _shorten(names, {each.entry.id for each in entries})
    actions = [_open(each, action, short) for each in entries for action in each.entry.open_actions]
    planned = [
        Planned(session=session, short=short(session.id)) for _, session in read if session.status is Status.PLANNED
    ]
    return StillToDo(
        actions=tuple(sorted(actions, key=_by_day)),
        planned=tuple(sorted(planned, key=_by_time)),
    )


def _read(files: Sequence[str], report: Callable[[CircleError], None]) -> list[tuple[FoundEntry, "Session"]]:
    from circle_cli.log.entries.sessions import read_sessions

    found = read_sessions(files, report, _may_hold_some)
    return [(FoundEntry(path=str(each.path), entry=entry_of(each.session)), each.session) for each in found]


def _open(found: FoundEntry, action: Sequence[Any], short: Callable[[str], str]) -> OpenAction:
    number, what, who, by, tracked_by, note = action
    return OpenAction(
        number=number,
        what=what,
        who=who,
        by=date.fromisoformat(by) if by else None,
        tracked_by=tracked_by,
        note=note,
        session=found.entry.id,
        title=found.entry.title,
        short=short(found.entry.id),
        path=found.path,
    )


def _by_day(each: OpenAction) -> tuple[date, str, int]:
    return each.by or date.max, each.session, each.number


def _by_time(each: Planned) -> tuple[date, str, int, str]:
    plan, event = each.session.plan, each.session.event
    day = date.max if each.session.is_undated else each.session.date
    return day, (plan and plan.at) or "", event.group if event else 0, each.session.id


def _may_hold_some(content: bytes) -> bool:
    """Rule out most files by their bytes; never one that holds an open action or is planned."""
    from circle_cli.log.entries.sessions import spelt_out

    front = content[: content.find(b"\n---\n", 3) + 1] or content
    if b"planned" in front or spelt_out(front):
        return True
    times, begins = front.count(b"action_points"), front.find(b"\naction_points:\n")
    return times > 1 or (times == 1 and (begins < 0 or not re.compile(_ALL_DONE).match(front, begins)))


def _shorten(names: Iterable[str], ids: Collection[str]) -> Callable[[str], str]:
    """Give what shortens these ids: to their last four letters, unless another session of the log ends in the same."""
    ends = {session_id[11:] for session_id in ids}
    tails = Counter([end for name in names if (end := name[11:15]) in ends])
    return lambda session_id: session_id[11:] if tails[session_id[11:]] < 2 else session_id
