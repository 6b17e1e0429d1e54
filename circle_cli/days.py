"""Days as people write and say them: the one reader of them, and the words that say back what was understood.

Pure: today is passed in. The names of months and days are English, whatever the computer's language is.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum, auto
from re import Match
from typing import NamedTuple

WAYS = "2026-12-01, 1 Dec, next Friday or in two weeks"
"""Examples, for a message that asks again."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "a couple": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

_NOISE = re.compile(r"\b(?:of|the|by|on|at)\b|['’]s?(?!\w)|['’‘](?=\d\d\b)|[,()]|(?<=[a-z])\.|\.$")
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_COUNTS)})"
_DAY, _MONTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", "(?P<month>[a-z]{3,9})"
_YEAR = r"(?:[ /.-](?P<year>\d{4}|\d{2}))?"
_WEEKDAY, _AFTER = "(?P<weekday>[a-z]{3,9})", "(?: (?P<after>[a-z]{3,9}))?"
_FROM_NOW = "time|today|from today|from now|(?P<ago>ago)"
_LONGEST = 60
"""In characters: nothing longer is a day."""

_NOT_FAR = timedelta(days=62)


class Years(Enum):
    """Which one a day is that was written without its year: the one to come, the one that was, or the nearest."""

    COMING = auto()
    PAST = auto()
    NEAREST = auto()


def in_words(day: date) -> str:
    """Say a day in full: `Friday 4 December 2026`; `read_day` reads it back."""
    return f"{_WEEKDAYS[day.weekday()]} {in_print(day)}"


def in_print(day: date) -> str:
    """Say a day where it stays, and is read in another year: `4 December 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_in_words(month: int) -> str:
    """Say a month by its name."""
    return _MONTHS[month - 1]


def in_brief(day: date, today: date) -> str:
    """Say a day in a list: `4 December`, with the year where it is not this one."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != today.year else "")


def read_day(text: str, today: date | None = None) -> date | None:
    """Read `2026-12-01`, `1/12/2026`, `1st of December 2026`, and where `today` is known `1 Dec`, `in two weeks` ...

    Numbers are day before month. A day without a year is the next one of that name, today included. A week begins on
    Monday: "next Friday" is the Friday of next week, "this Friday" the first from today on, "Friday" the first after
    today, and "Monday week" seven days after "Monday". "The end of the week" is its Friday. A name that goes with
    another day ("Friday 1 December 2026", a Tuesday) is not read.

    Returns None for anything else.
    """
    if day := read_date(text, today, Years.COMING):
        return day
    plain = _plain(text)
    with suppress(ValueError, OverflowError):  # a day beyond the calendar
        for pattern, spoken in _SPOKEN.items():
            if today and (found := re.fullmatch(pattern, plain)) and (day := spoken(found, today)):
                return day
    return None


def read_date(text: str, near: date | None, years: Years) -> date | None:
    """Read a day that is written as a date, and not seen from the day on which somebody wrote it.

    One without a year is read where `near` is known. The name of its weekday may tell that it is the other one of the
    two days of that name beside `near`, if that is not far: seen from 24 November 2026, `Mon 16 Nov` is not to come.
    """
    plain = _plain(text)
    with suppress(ValueError, OverflowError):  # 31 February, or a day beyond the calendar
        for pattern, read in _WRITTEN.items():
            if (found := re.fullmatch(pattern, plain)) and (written := read(found)):
                return written.seen_from(near, years)
    return None


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    return " ".join(_NOISE.sub(" ", text.lower().replace("weds", "wed")).split())


class _Written(NamedTuple):
    """What a date says; `weekday` is counted from Monday, which is 0."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def seen_from(self, near: date | None, years: Years) -> date | None:
        if self.year is not None:
            day = date(self.year, self.month, self.day)
            return day if self.weekday in (None, day.weekday()) else None
        first, *other = self._beside(near, years) if near else (None,)
        if first is None or self.weekday in (None, first.weekday()):
            return first
        near_by = (day for day in other if near and abs(day - near) <= _NOT_FAR and day.weekday() == self.weekday)
        return next(near_by, None)

    def _beside(self, near: date, years: Years) -> tuple[date, ...]:
        """Give the next and the last day of that name, the one that is asked for first."""
        coming = self._first(near, range(near.year, near.year + 9), 1)  # 29 February may be eight years off
        past = self._first(near, range(near.year, near.year - 9, -1), -1)
        days = [day for day in ((coming, past) if years is Years.COMING else (past, coming)) if day]
        return tuple(sorted(days, key=lambda day: abs(day - near)) if years is Years.NEAREST else days)

    def _first(self, near: date, tried: Iterable[int], way: int) -> date | None:
        for year in tried:
            with suppress(ValueError):
                day = date(year, self.month, self.day)
                if (day - near).days * way >= 0:
                    return day
        return None


def _iso(found: Match[str]) -> _Written:
    return _Written(int(found["day"]), int(found["month"]), int(found["year"]))


def _numbers(found: Match[str]) -> _Written | None:
    if found["between"] == "-" and not found["year"]:
        return None  # "1-12" may be from one to twelve
    return _named(found, int(found["month"]), found["weekday"])


def _words(found: Match[str]) -> _Written | None:
    month = _place(found["month"], _MONTHS)
    return None if month is None else _named(found, month + 1, found["weekday"] or found["after"])


def _named(found: Match[str], month: int, weekday: str | None) -> _Written | None:
    which = _place(weekday, _WEEKDAYS)
    if weekday and which is None:
        return None
    year = _full(found["year"]) if found["year"] else None
    return _Written(int(found["day"]), month, year, which)


def _near(found: Match[str], today: date) -> date | None:
    return today + timedelta(days=_NEAR[found[0]])


def _ordinal(found: Match[str], today: date) -> date | None:
    """Read `the 15th`: the next one, today included; and `Tuesday 15th`, if that is a Tuesday."""
    which = _place(found["weekday"], _WEEKDAYS)
    for month in range(3):  # a 30th or 31st may be two months off
        with suppress(ValueError):
            day = months_on(today.replace(day=1), month).replace(day=int(found["day"]))
            if day >= today:
                return day if found["weekday"] is None or which == day.weekday() else None
    return None


def _counted(found: Match[str], today: date) -> date | None:
    count = (_COUNTS.get(found["count"]) or int(found["count"])) * (-1 if found["ago"] else 1)
    return _on(today, count, found["unit"])


def _one_on(found: Match[str], today: date) -> date | None:
    return _on(today, 1, found["unit"])


def _weeks_from(found: Match[str], today: date) -> date | None:
    """Read `a week on Monday`, `two weeks tomorrow`, `Monday week`."""
    count = found.groupdict().get("count", "a")
    start = read_day(found["start"], today) if found["start"] in _NEAR else _weekday_after(found["start"], today)
    return start and _on(start, _COUNTS.get(count) or int(count), found["unit"])


def _weekday(found: Match[str], today: date) -> date | None:
    which = _place(found["weekday"], _WEEKDAYS)
    if which is None:
        return None
    if "next" in (found["which"], found["week"]):
        return _monday(today) + timedelta(days=7 + which)
    if found["which"] == "last":
        return today - timedelta(days=(today.weekday() - which - 1) % 7 + 1)
    if found["which"] == "this":
        return today + timedelta(days=(which - today.weekday()) % 7)
    return _weekday_after(found["weekday"], today)


def _end(found: Match[str], today: date) -> date | None:
    """Read `the end of the week`, `the end of next month`, `this month`."""
    day = _on(today, 1, found["unit"]) if found["which"] == "next" else today
    if found["unit"] == "week":
        friday = _monday(day) + timedelta(days=4)
        return friday if found["which"] == "next" or today <= friday else _monday(day) + timedelta(days=6)
    return _last(day.year, 12 if found["unit"] == "year" else day.month)


def _end_of_month(found: Match[str], today: date) -> date | None:
    month = _place(found["month"], _MONTHS)
    if month is None:
        return None
    return _last(_full(found["year"]) if found["year"] else today.year + (month + 1 < today.month), month + 1)


_WRITTEN = {
    r"(?P<year>\d{4})(?P<between>[/.-])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})": _iso,
    rf"(?:{_WEEKDAY} )?(?P<day>\d{{1,2}})(?P<between>[/.-])(?P<month>\d{{1,2}})"
    r"(?:(?P=between)(?P<year>\d{4}|\d{2}))?": _numbers,
    f"(?:{_WEEKDAY} )?{_DAY}[ /.-]?{_MONTH}{_YEAR}{_AFTER}": _words,
    f"(?:{_WEEKDAY} )?{_MONTH} ?{_DAY}{_YEAR}{_AFTER}": _words,
}
"""How a date is written, and what reads it."""

_SPOKEN = {
    "|".join(_NEAR): _near,
    rf"(?:{_WEEKDAY} )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)": _ordinal,
    f"(?:in )?{_COUNT} (?P<unit>day|week|fortnight|month|year)s?(?: (?:{_FROM_NOW}))?": _counted,
    "next (?P<unit>week|month|year)": _one_on,
    f"{_COUNT} (?P<unit>week|fortnight)s? (?:from )?(?P<start>[a-z]+)": _weeks_from,
    "(?P<start>[a-z]+) (?P<unit>week|fortnight)": _weeks_from,
    f"(?:(?P<which>this|next|last) )?(?:coming )?{_WEEKDAY}(?: (?P<week>next) week)?": _weekday,
    "(?:end (?:(?P<which>this|next) )?|this )(?P<unit>week|month|year)": _end,
    f"end {_MONTH}{_YEAR}": _end_of_month,
}
"""How a day is said, seen from today."""


def _place(beginning: str | None, names: tuple[str, ...]) -> int | None:
    """Find a name by its first letters, three at least; counted from 0."""
    return next((place for place, name in enumerate(names) if beginning and name.lower().startswith(beginning)), None)


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _on(day: date, count: int, unit: str) -> date:
    """Go on by so many units; a month from 31 January is the last of February."""
    if unit in ("month", "year"):
        return months_on(day, count * (12 if unit == "year" else 1))
    return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def months_on(day: date, count: int) -> date:
    """Give the same day so many months later, or earlier; the last of the month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return min(_last(year, month + 1), date(year, month + 1, 1) + timedelta(days=day.day - 1))


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekday_after(name: str, today: date) -> date | None:
    which = _place(name, _WEEKDAYS)
    return None if which is None or len(name) < 3 else today + timedelta(days=(which - today.weekday() - 1) % 7 + 1)
