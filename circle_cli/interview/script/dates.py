"""Days as people say them in an interview: one that was not understood is asked for again."""

from datetime import date

from circle_cli import days
from circle_cli.interview.script.prompts import Misread, Prompt, line


def ask_day(
    key: str, ask: str, today: date, *, remark: tuple[str, ...], default: str = "", prefill: str = ""
) -> Prompt:
    """Make a prompt for a day, which says back in full what was understood; its answer reads 2026-12-01."""
    return line(
        key,
        ask,
        remark=remark,
        default=default,
        prefill=prefill,
        anew=True,
        reading=lambda typed: answer_as_day(typed, today),
        echo=lambda day: f"{days.in_words(date.fromisoformat(day))}." if day else "",
    )


def answer_as_day(typed: str, today: date) -> str:
    """Read a day, as `circle_cli.days` reads it; gives it as 2026-12-01.

    Raises:
        Misread: it is no day.
    """
    day = days.read_day(typed, today)
    if day is None:
        raise Misread(f"I could not read “{typed}” as a date. You could write {days.WAYS}.")
    return day.isoformat()
