"""The registration year: when it begins and ends, and how many days are left of it. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from circle_cli.days import Years, in_print, read_date

DECEMBER = (12, 1)
"""The month and the day on which a year begins at Social Work England; whoever has another settles it."""

_YEARS = re.compile(r"([0-9]{4})(?:(?: to |[-/– ])([0-9]{4}|[0-9]{2}))?")
_EVERY_YEAR_HAS = 2001  # no leap year: a year that begins on 29 February would not begin in most
_FIRST, _LAST = 1000, 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A registration year, its first and last day included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """Name it as people do: by the years that it lies in."""
        if self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.year} to {self.last.year}"

    @property
    def in_words(self) -> str:
        """Say from when to when it goes."""
        return f"{in_print(self.first)} to {in_print(self.last)}"

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last

    def days_left(self, today: date) -> int:
        """Count the days that are left, today among them; none where it is over."""
        return max(0, (self.last - max(today, self.first)).days + 1) if today <= self.last else 0

    def months(self, until: date) -> tuple[tuple[int, int], ...]:
        """Give its months (a year and a month each) that have begun by then."""
        found: list[tuple[int, int]] = []
        year, month = self.first.year, self.first.month
        while (year, month) <= (min(self.last, until).year, min(self.last, until).month):
            found.append((year, month))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        return tuple(found)


def begins_on(typed: str) -> tuple[int, int] | None:
    """Read on which day a year begins (`1 September`): its month and day; None where that is none that every year has.

    Whoever says a year with it means each.
    """
    day = read_date(f"{' '.join(typed.split())} {_EVERY_YEAR_HAS}", None, Years.COMING)
    return (day.month, day.day) if day and day.year == _EVERY_YEAR_HAS else None


def year_with(day: date, begins: tuple[int, int] = DECEMBER) -> Year:
    """Give the year in which a day lies."""
    first = day.replace(month=begins[0], day=begins[1])
    return _from(first if first <= day else first.replace(year=first.year - 1))


def year_named(typed: str, begins: tuple[int, int] = DECEMBER) -> Year | None:
    """Give the year that somebody names: by both years that it lies in (`2025-26`), or by the one in which it ends."""
    found = _YEARS.fullmatch(typed.strip())
    if found is None:
        return None
    split = begins != (1, 1)
    named = int(found[1])
    start = named - (1 if split and not found[2] else 0)
    if not _FIRST <= start <= _LAST:
        return None
    year = _from(date(start, *begins))
    ends = int(found[2] or year.last.year)
    return year if ends in (year.last.year, year.last.year % 100) else None


def _from(first: date) -> Year:
    return Year(first=first, last=first.replace(year=first.year + 1) - timedelta(days=1))
