"""What `circle` alone says of the days ahead: actions that are due, sessions that are planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from circle_cli.commands.edge import text_width
from circle_cli.commands.reading.actions import when, wrapped
from circle_cli.days import in_words
from circle_cli.log.reading.actions import OpenAction, Planned, StillToDo
from circle_cli.shown import shortened

_SOON = timedelta(days=7)
_AT_MOST = 3
"""Lines of each kind: this is a greeting, not a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Actions that are overdue or due within a week, and sessions planned for today or later, the nearest first."""

    today: date
    due: tuple[OpenAction, ...]
    planned: tuple[Planned, ...]

    def lines(self) -> list[str]:
        """Say it, in a few lines."""
        lines = [*self._due_lines(), *self._planned_lines()]
        return [part for long in lines for part in wrapped(long) or [""]]

    @property
    def for_today(self) -> tuple[Planned, ...]:
        """Give the first of those planned for today."""
        return tuple(each for each in self.planned if self._is_today(each))[:_AT_MOST]

    def _is_today(self, each: Planned) -> bool:
        return each.session.date == self.today and not each.session.is_undated

    def _due_lines(self) -> list[str]:
        if not self.due:
            return []
        lines = [self._action(each) for each in self.due[:_AT_MOST]]
        return ["", "To do, within a week or overdue:", *lines, *_more(self.due, "circle actions shows them all")]

    def _planned_lines(self) -> list[str]:
        if not self.planned:
            return []
        lines = [self._session(each) for each in self.planned[:_AT_MOST]]
        begin = f"  To begin one: circle reflect {self.planned[0].short}"
        return ["", "Planned:", *lines, *_more(self.planned, "circle list --status planned shows them all"), begin]

    def _action(self, each: OpenAction) -> str:
        about = ", ".join(part for part in (each.who, when(each.by, self.today)) if part)
        return _fitted(f"{each.short} {each.number}", each.what, about)

    def _session(self, each: Planned) -> str:
        session = each.session
        day = "today" if self._is_today(each) else in_words(session.date)
        day = "no day yet" if session.is_undated else day
        at = f" at {session.plan.at}" if session.plan and session.plan.at else ""
        return _fitted(each.short, session.title, f"{day}{at}")


def look_ahead(to_do: StillToDo, today: date) -> Ahead:
    """Pick what is near."""
    return Ahead(
        today=today,
        due=tuple(each for each in to_do.actions if each.is_due(today + _SOON)),
        planned=tuple(each for each in to_do.planned if each.session.is_undated or each.session.date >= today),
    )


def _more(items: Sequence[object], how: str) -> list[str]:
    return [f"  and {len(items) - _AT_MOST} more: {how}"] if len(items) > _AT_MOST else []


def _fitted(short: str, text: str, about: str) -> str:
    """Set something out on one line, where the window is wide enough for a few of its words."""
    room = text_width() - len(f"  {short}   ({about})")
    return f"  {short}  {shortened(text, max(20, room))} ({' '.join(about.split())})"
