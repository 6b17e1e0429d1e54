"""Days as people write them. Pure: today is passed in."""

import re
from contextlib import suppress
from datetime import date, timedelta

from circle_cli.interview.prompts import Misread

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_day(said: str, today: date) -> str:
    """Read `2026-12-01`, `1/12/2026`, `1 Dec`, `today`, `tomorrow`, `in 2 weeks`; gives the day as 2026-12-01.

    A day without a year is the next one of that name, today included.

    Raises:
        Misread: it is none of these.
    """
    text = said.strip().lower()
    try:
        day = _near(text, today) or _written(text, today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise Misread(f"I could not read “{said}” as a date. You could write 2026-12-01, or 1 Dec, or in 2 weeks.")
    return day.isoformat()


def _near(text: str, today: date) -> date | None:
    if text in ("today", "tomorrow", "yesterday"):
        return today + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[text])
    found = re.fullmatch(r"in (\d{1,3}|a|an|one|two|three|four) (day|week)s?", text)
    if not found:
        return None
    words = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
    count = words.get(found[1]) or int(found[1])
    return today + timedelta(days=count * (7 if found[2] == "week" else 1))


def _written(text: str, today: date) -> date | None:
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        year, month, day = (int(part) for part in text.split("-"))
        return date(year, month, day)
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?", text)
    if found:
        return _dated(int(found[1]), int(found[2]), found[3], today)
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,?(?: (\d{2}|\d{4}))?", text)
    if found and found[2][:3] in _MONTHS:
        return _dated(int(found[1]), _MONTHS.index(found[2][:3]) + 1, found[3], today)
    return None


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for later in range(9):  # 29 February may be eight years off
        with suppress(ValueError):
            found = date(today.year + later, month, day)
            if found >= today:
                return found
    raise ValueError("no such day")
