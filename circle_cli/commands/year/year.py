"""`circle year`: what is in a registration year, as the log tells it; without a score, and with nobody compared."""

from datetime import date

from circle_cli.commands.edge import Asked, result_json, row, say_left_out, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.own_settings import own_settings
from circle_cli.commands.sparks.whose import as_they_stand, mine
from circle_cli.commands.year.as_json import as_json as year_as_json
from circle_cli.commands.year.kept import made_so_far
from circle_cli.commands.year.told import told
from circle_cli.commands.year.whose import mine_among, names_of_mine
from circle_cli.errors import USAGE, CircleError
from circle_cli.evidence.contents import YearSeen, look_at_year
from circle_cli.evidence.year import DECEMBER, Year, begins_on, year_named, year_with
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import newest_sessions
from circle_cli.log.folder import Log
from circle_cli.log.sparks.finding import find_sparks


def show_year(asked: Asked, named: str | None, *, as_json: bool) -> None:
    """Show the year that is named, or the one that it is now."""
    log = log_for_sessions(asked)
    day = today()
    seen = year_seen(log, year_meant(named, day), day)
    if as_json:
        result_json(year_as_json(seen))
        return
    for line in told(seen):
        row(line, "  ")


def year_meant(named: str | None, day: date) -> Year:
    """Give the year that somebody names; the one that holds `day` where nobody does.

    Raises:
        CircleError: it is none.
    """
    begins = begins_on(own_settings().year) or DECEMBER
    if named is None:
        return year_with(day, begins)
    year = year_named(named, begins)
    if year is None:
        do = f"name it by the year in which it ends, such as {year_with(day, begins).last.year}"
        raise CircleError(f"{named}: not a year", USAGE, do=do)
    return year


def year_seen(log: Log, year: Year, day: date) -> YearSeen:
    """Gather what is in a year of this log: of one that others share, only what is of whoever types here."""
    found = newest_sessions(log, Filters(since=year.first, until=year.last), say_left_out)
    names = names_of_mine(log)
    return look_at_year(
        year,
        day,
        [each.session for each in mine_among(log, found)],
        [each.spark for each in as_they_stand(log, mine(log, find_sparks(log, say_left_out)))],
        load_guidance(log.guidance, say_left_out).frameworks,
        whose=None if names is None else {name.casefold() for name in names if name},
        made=made_so_far(log),
    )
