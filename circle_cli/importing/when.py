"""The day of an entry, as its source has it: read where there is one way to read it, and said where there are two."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from circle_cli.days import Years, in_words, read_date
from circle_cli.paper.intake.understood import session_day

_FIGURES = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)", re.DOTALL)
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](.*))?", re.DOTALL)
_MAILED = re.compile(r"\s*(?:[A-Z][a-z]{2}, *)?(\d{1,2} [A-Z][a-z]{2} \d{4}) (\d{1,2}:\d{2}.*)")
"""As the head of an e-mail has it."""

_SERIAL = re.compile(r"\s*([2-9]\d{4})(?:\.\d+)?\s*")
_MIDNIGHT = re.compile(r"(?:00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_IN_A_NAME = re.compile(r"(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?:[-_ T]?\d{4}(?:\d{2})?)?(?!\d)")
_BETWEEN = "-–.,_"
"""What stands between a day and the rest of a name."""

_1900, _1904 = date(1899, 12, 30), date(1904, 1, 1)
"""From which Excel counts days: the second where a workbook was begun on an old Mac."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, what else was written with it, and how it was read, where that does not go without saying."""

    day: date
    rest: str = ""
    said: str = ""


def read_when(text: str, *, month_first: bool = False, since_1904: bool = False) -> Day | None:
    """Read a day that was written down whole; None where it has no year, or is none.

    Figures are day before month, as in the United Kingdom, unless that is no day, or other rows of the same column show
    that it is `month_first`.
    """
    shown = " ".join(text.split())
    if found := _ISO.fullmatch(text):
        day = _date(found[1], found[2], found[3])
        rest = found[4] or ""
        return Day(day=day, rest="" if _MIDNIGHT.fullmatch(rest) else rest) if day else None
    if (found := _MAILED.fullmatch(text)) and (day := read_date(found[1], None, Years.PAST)):
        return Day(day=day, rest=found[2])
    if found := _SERIAL.fullmatch(text):
        day = (_1904 if since_1904 else _1900) + timedelta(days=int(found[1]))
        return Day(day=day, rest="", said=f"“{shown}” as {in_words(day)}, as Excel counts days")
    if found := _FIGURES.fullmatch(text):
        return _in_figures(found, shown, month_first=month_first)
    read = session_day(text, None, None)
    if read is None or not isinstance(read.value, date):
        return None
    return Day(day=read.value, rest=read.left, said="; ".join(read.told(text)))


def _in_figures(found: re.Match[str], shown: str, *, month_first: bool) -> Day | None:
    first, second, rest = int(found[1]), int(found[3]), found[5].strip(" ,")
    year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
    uk, us = _date(year, second, first), _date(year, first, second)
    day = us if (month_first and us) or not uk else uk
    if day is None:
        return None
    how = "month first" if day == us and uk != us else "day first"
    if uk and us and uk != us:
        return Day(day=day, rest=rest, said=f"“{shown}” as {in_words(day)}, {how}")
    return Day(day=day, rest=rest, said=f"“{shown}” as {in_words(day)}, {how}" if day != uk else "")


def is_month_first(column: Iterable[str]) -> bool:
    """Tell whether a column has days that only make sense month first, and none that only make sense day first."""
    found = [match for text in column if (match := _FIGURES.fullmatch(text))]
    return any(int(each[3]) > 12 for each in found) and not any(int(each[1]) > 12 for each in found)


def day_in_name(name: str) -> tuple[date | None, str]:
    """Find the day in a file's name, and give what is left of the name."""
    for found in _IN_A_NAME.finditer(name):
        if day := _date(found[1], found[2], found[3]):
            return day, _tidied(f"{name[: found.start()]} {name[found.end() :].lstrip(_BETWEEN)}")
    if (written := re.match(r"\d{1,2}[ .-]\w+[ .-]\d{4}(?!\d)", name)) and (
        spoken := read_date(written[0].replace("-", " "), None, Years.PAST)
    ):
        return spoken, _tidied(name[written.end() :].lstrip(_BETWEEN))
    return None, _tidied(name)


def day_at_an_end(title: str) -> date | None:
    """Find the day with which a title begins or ends: in its middle it may be of something else."""
    found = re.fullmatch(r"(?:.*\s)?(\d{4})-(\d{2})-(\d{2})", title) or re.match(
        r"(\d{4})-(\d{2})-(\d{2})(?!\S)", title
    )
    return _date(found[1], found[2], found[3]) if found else None


def _tidied(name: str) -> str:
    """Give a name without what stands at its ends; a minus before a figure is its own."""
    return re.sub(r"^(?:[ .,]|[-–](?!\d))+|[ .,–-]+$", "", " ".join(name.replace("_", " ").split()))


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2199 else None
