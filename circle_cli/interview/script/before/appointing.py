"""When a session takes place: its day, the time it begins, and for how long. Pure."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from circle_cli.days import in_words
from circle_cli.guidance.records import ModePage
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import AT, DATE
from circle_cli.interview.answers.people import MINUTES
from circle_cli.interview.script.company import read_minutes
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.prompts import Misread, Prompt, line

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?")


def ask_when(page: ModePage, today: date, answers: Answers) -> Iterator[Prompt]:
    """Ask for the day, the time and the length; the page of the mode says how long is usual."""
    remark = ("Such as next Friday, 1 Dec or 2026-12-01. Enter for today.",)
    yield ask_day(DATE.key, "Which day?", today, remark=remark, default="today")
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
        echo=lambda length: from_to(AT.text(answers), length),
    )


def read_time(typed: str) -> str:
    """Read a time of day: `14:00`, `2pm`, `9.30`.

    Raises:
        Misread: it is none.
    """
    found = _TIME.fullmatch(typed.strip().lower())
    hour = int(found[1]) if found else 24
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else 24
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
    day, at, minutes = DATE.value(answers), AT.text(answers), MINUTES.text(answers)
    hours = from_to(at, minutes).rstrip(".").lower() or at or (f"{minutes} minutes" if minutes else "")
    return ", ".join(part for part in (day and in_words(day), hours) if part)
