"""The months of a stretch of time, or its quarters or years where it has more months than can be shown. Pure."""

from collections.abc import Sequence
from datetime import date

from circle_cli.days import month_in_words

_MOST = 12
_QUARTER = 3
_MONTHS = 12


def periods_of(days: Sequence[date]) -> tuple[tuple[str, ...], dict[date, int]]:
    """Give the names of the periods from the first day to the last, none left out, and in which of them each day is."""
    if not days:
        return (), {}
    for length in (1, _QUARTER, _MONTHS):
        first, last = (_place(day, length) for day in (min(days), max(days)))
        if last - first < _MOST or length == _MONTHS:
            break
    names = tuple(_name(place, length) for place in range(first, last + 1))
    return names, {day: _place(day, length) - first for day in days}


def _place(day: date, length: int) -> int:
    return (day.year * _MONTHS + day.month - 1) // length


def _name(place: int, length: int) -> str:
    year, month = divmod(place * length, _MONTHS)
    if length == _MONTHS:
        return str(year)
    short = month_in_words(month + 1)[:3]
    return f"{short} {year}" if length == 1 else f"{short} to {month_in_words(month + length)[:3]} {year}"
