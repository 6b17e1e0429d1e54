"""Days and filters as they were said on the command line; apart from the options, which take longer to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from datetime import date

    from circle_cli.log.entries.filters import Filters
    from circle_cli.vocabulary import Mode, Status


def day_of(said: str | None, option: str, *, last: bool) -> date | None:
    """Read a day, or the first or last day of a month or year.

    Raises:
        CircleError: it is none.
    """
    if said is None:
        return None
    import re
    from calendar import monthrange
    from datetime import date

    if not re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", said) and (spoken := _spoken(said)):
        return spoken
    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", said):
            raise ValueError
        year, month, day = ([int(part) for part in said.split("-")] + [0, 0])[:3]
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        do = "write it as 2026-11-23, 1 Nov, 2026-11 or 2026"
        raise CircleError(f"{option} {said}: not a date", USAGE, do=do) from None


def _spoken(said: str) -> date | None:
    """Read a day as people say it: one without a year is the last of that name, since what is listed has been."""
    from circle_cli import days
    from circle_cli.commands.edge import as_typed, today

    return days.read_date(as_typed(said), today(), days.Years.PAST) or days.read_day(as_typed(said), today())


def days_between(
    since: str | None, until: str | None, options: tuple[str, str] = ("--since", "--until")
) -> tuple[date | None, date | None]:
    """Read the first and the last day of what is wanted.

    Raises:
        CircleError: one is no day, or no day lies between them.
    """
    first, last = day_of(since, options[0], last=False), day_of(until, options[1], last=True)
    if first and last and first > last:
        wrong = f"{options[0]} {since} is later than {options[1]} {until}, so no day lies between"
        raise CircleError(wrong, USAGE, do=f"name the earlier day with {options[0]}")
    return first, last


def filters_of(
    since: str | None,
    until: str | None,
    mode: Mode | None = None,
    status: Status | None = None,
    theme: str | None = None,
) -> Filters:
    """Give which sessions are wanted, as it was said."""
    from circle_cli.commands.edge import as_typed
    from circle_cli.log.entries.filters import Filters

    first, last = days_between(since, until)
    return Filters(
        since=first,
        until=last,
        mode=mode,
        status=status,
        theme=theme and as_typed(theme),
    )
