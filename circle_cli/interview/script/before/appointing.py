"""When and where a session takes place: its day, the time it begins, for how long, and the place. Pure."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from circle_cli.days import in_words, read_day
from circle_cli.guidance.records import ModePage
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import AT, DATE, PLACE, day_of, time_of
from circle_cli.interview.answers.people import MINUTES
from circle_cli.interview.script.company import read_minutes
from circle_cli.interview.script.prompts import Misread, Prompt, line

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?")
_NOON = {"noon": "12:00", "midday": "12:00"}
_SURELY_A_TIME = r"(?:\d{1,2}(?::\d{2}|h\d{2}|(?:[:.]\d{2})?\s*(?:am|pm))(?:\s*(?:am|pm))?|noon|midday)"
_PERHAPS_A_TIME = r"\d{1,2}(?:[:.h]\d{2})?(?:\s*(?:am|pm))?"
_DAY_AND_TIME = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<day>.+?),?\s+at\s+(?P<time>{_PERHAPS_A_TIME}|noon|midday)",
        rf"(?P<day>.+?),?\s+(?P<time>{_SURELY_A_TIME})",
        rf"(?:at\s+)?(?P<time>{_SURELY_A_TIME}),?\s+(?:on\s+)?(?P<day>.+)",
        r"(?P<day>.+?),?\s+(?P<time>\d{1,2}\.\d{2})",
    )
)
"""How a time stands with a day, the clearest first; a day alone is tried before the last."""

_AFTERNOON = range(1, 7)
"""Hours that are meant for the afternoon where nobody says am or writes a nought: nobody meets at two in the night."""


def ask_when(page: ModePage, today: date, answers: Answers) -> Iterator[Prompt]:
    """Ask for the day, the time and the length; the page of the mode says how long is usual."""
    yield line(
        DATE.key,
        "Which day?",
        remark=("With the time, if you know it: tomorrow 2pm, Tue 14:30, 3 Dec at 10.15. Enter leaves it open.",),
        reading=lambda typed: read_when(typed, today),
        echo=lambda when: f"{_when(DATE.notation.read(when))}." if when else "",
    )
    if DATE.value(answers)[1] is None:
        yield line(
            AT.key, "At what time does it begin?", remark=("Such as 14:00. Enter to leave it open.",), reading=read_time
        )
    usual = (
        f"Usually {page.minutes} at most, with ten kept for the closing round (ours)."
        if page.minutes
        else "As you like."
    )
    yield line(
        MINUTES.key,
        "How long, in minutes?",
        remark=(f"{usual} Enter goes on.",),
        prefill=str(page.minutes or ""),
        reading=read_minutes,
        anew=True,
        echo=lambda length: from_to(time_of(answers), length),
    )


def ask_where() -> Prompt:
    """Ask for a room or a link."""
    remark = ("A room, or a link to meet at. It stands in the invitation; never published. Enter leaves it open.",)
    return line(PLACE.key, "Where?", remark=remark)


def read_when(typed: str, today: date) -> str:
    """Read a day, and the time where it stands with it: `tomorrow 2pm`, `Tue 14:30`, `3 Dec at 10.15`.

    Raises:
        Misread: it is no day, or what stands with it is no time.
    """
    text = " ".join(typed.split())
    for number, pattern in enumerate(_DAY_AND_TIME):
        if number == len(_DAY_AND_TIME) - 1 and (day := read_day(text, today)):
            return day.isoformat()
        found = pattern.fullmatch(text)
        if found and (day := read_day(found["day"], today)):
            return f"{day.isoformat()} {read_time(found['time'])}"
    if day := read_day(text, today):
        return day.isoformat()
    ways = "tomorrow 2pm, Tue 14:30, 3 Dec at 10.15, next Friday or 2026-12-01"
    raise Misread(f"I could not read “{typed}” as a date. You could write {ways}.")


def read_time(typed: str) -> str:
    """Read a time of day: `14:00`, `2pm`, `9.30`; `2` and `2.30` are in the afternoon, `02:30` is not.

    Raises:
        Misread: it is none.
    """
    text = typed.strip().lower()
    if text in _NOON:
        return _NOON[text]
    found = _TIME.fullmatch(text)
    hour = int(found[1]) if found else 24
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else 24
    elif found and hour in _AFTERNOON and not found[1].startswith("0"):
        hour += 12
    if not found or hour > 23 or int(found[2] or 0) > 59:
        raise Misread(f"I could not read “{typed}” as a time of day. You could write 14:00, or 2pm.")
    return f"{hour:02}:{int(found[2] or 0):02}"


def from_to(at: str, minutes: str) -> str:
    """Say from when to when it goes, past midnight too; nothing where either is open."""
    if not at or not minutes:
        return ""
    start = datetime.combine(date.min, time.fromisoformat(at))
    end = start + timedelta(minutes=int(minutes))
    return f"From {start:%H:%M} to {end:%H:%M}{', the next day' if end.day > start.day else ''}."


def when_in_words(answers: Answers) -> str:
    """Say in a line what is settled of it."""
    day, at, minutes = day_of(answers), time_of(answers), MINUTES.text(answers)
    hours = from_to(at, minutes).rstrip(".").lower() or at or (f"{minutes} minutes" if minutes else "")
    return ", ".join(part for part in (day and in_words(day), hours, PLACE.text(answers)) if part)


def _when(when: tuple[date | None, str | None]) -> str:
    day, at = when
    return ", ".join(part for part in (day and in_words(day), at) if part)
