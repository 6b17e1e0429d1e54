"""`circle search`: sessions found by their words."""

from circle_cli.commands.edge import Asked, say_left_out
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.list import print_found
from circle_cli.log.reading.sessions import Filters, search_sessions


def search(asked: Asked, text: str, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """Show the sessions that hold every word, with the lines that do."""
    log = log_for_sessions(asked)
    print_found(search_sessions(log, text, filters, limit, say_left_out), as_json=as_json, nothing="Nothing found.")
