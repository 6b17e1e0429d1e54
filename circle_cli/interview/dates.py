"""Days as people say them in an interview: one that was not understood is asked for again."""

from datetime import date

from circle_cli import days
from circle_cli.interview.prompts import Misread


def read_day(said: str, today: date) -> str:
    """Read a day, as `circle_cli.days` reads it; gives it as 2026-12-01.

    Raises:
        Misread: it is no day.
    """
    day = days.read_day(said, today)
    if day is None:
        raise Misread(f"I could not read “{said}” as a date. You could write {days.WAYS}.")
    return day.isoformat()
