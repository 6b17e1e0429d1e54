"""Which sessions are wanted."""

from dataclasses import dataclass, replace
from datetime import date

from circle_cli.log.entries.entry import Entry
from circle_cli.session.spelling import folded
from circle_cli.vocabulary import Mode, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which sessions are wanted; None and empty mean all. Dates are included on both ends.

    `who` are the names by which one person goes.
    """

    since: date | None = None
    until: date | None = None
    mode: Mode | None = None
    status: Status | None = None
    theme: str | None = None
    who: tuple[str, ...] = ()

    def of(self, who: tuple[str, ...]) -> "Filters":
        """Give the same, and only those of somebody."""
        return replace(self, who=who)

    def let_through_begun(self, day: date, mode: str) -> bool:
        """Tell whether something is wanted that was begun, and has neither a status nor themes yet."""
        return self.of_day(day) and self.mode in (None, mode) and self.status is None and self.theme is None

    def of_day(self, day: date) -> bool:
        """Tell whether a day is wanted."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def let_through(self, entry: Entry) -> bool:
        """Tell whether a session is wanted."""
        return (
            (self.since is self.until is None or self.of_day(date.fromisoformat(entry.day)))
            and self.mode in (None, entry.mode)
            and self.status in (None, entry.status)
            and (self.theme is None or folded(self.theme) in (folded(theme) for theme in entry.themes))
            and (not self.who or self._is_theirs(entry))
        )

    def _is_theirs(self, entry: Entry) -> bool:
        from circle_cli.log.entries.named import is_among  # nobody else has need of it

        return is_among(self.who, entry.people)
