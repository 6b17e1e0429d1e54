"""What keeps working, as values: figures of sessions and never of people, without a score and without a comparison."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: of how many sessions, and of how many in each period; None where that would be too few to tell."""

    title: str
    sessions: int
    by_period: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed:
    """Somebody's or something's view: in how many sessions it was heard, imagined, or missing."""

    whose: str
    heard: int
    imagined: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A scaling question, and its answers by period: the mean of those who were there, None where it was not asked."""

    asked: str
    sessions: int
    by_period: tuple[float | None, ...]

    @property
    def known(self) -> list[tuple[int, float]]:
        """Give the periods in which it was asked, by their place, each with the answer."""
        return [(place, score) for place, score in enumerate(self.by_period) if score is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An action that was done, in which session it was agreed, and what became of it."""

    what: str
    on: date
    session: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """How many were done, and how many are open; `which` were done, where the log is somebody's own.

    In a log that others share both are counted in steps of the smallest group: there are so many at least.

    `sessions` are how many led to those that were done, and to those that are open.
    """

    done: int
    still_open: int
    sessions: tuple[int, int]
    which: tuple[Done, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A word that comes again, and in how many sessions it stands."""

    word: str
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """All of it. `least` is the smallest number that is told: 1 in somebody's own log.

    `hidden` tells that something is not told, since it would be fewer.
    """

    least: int
    hidden: bool = False
    sessions: int = 0
    first: date | None = None
    last: date | None = None
    periods: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    views: tuple[Viewed, ...] = ()
    moved: tuple[Moved, ...] = ()
    actions: Actions | None = None
    again: tuple[Again, ...] = ()
