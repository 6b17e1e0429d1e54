"""`circle sparks`: those that wait for a session to begin with them, or all."""

from collections.abc import Sequence
from datetime import date

from circle_cli.commands.edge import Asked, at_terminal, result_json, row, say, say_left_out, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.sparks.told import line_of, say_what_is_cut, spark_as_json
from circle_cli.commands.sparks.whose import as_they_stand
from circle_cli.errors import CircleError
from circle_cli.interview.terminal.wrapping import most_shown
from circle_cli.log.sparks.finding import FoundSpark, find_sparks


def list_sparks(asked: Asked, since: date | None, *, everything: bool, as_json: bool) -> None:
    """List the sparks, the newest first."""
    log = log_for_sessions(asked)
    unread: list[CircleError] = []
    found = [each for each in find_sparks(log, unread.append) if since is None or each.spark.day >= since]
    for error in unread:
        say_left_out(error)
    shown = [each for each in as_they_stand(log, found) if everything or not each.spark.sessions]
    if as_json:
        result_json([spark_as_json(each) | {"open": not each.spark.sessions} for each in shown])
        return
    most = most_shown()
    for each in shown:
        row(line_of(each, today(), most))
    say_what_is_cut(shown, most)
    if not shown:
        say(_nothing(found, since))
    elif at_terminal() and not all(each.spark.sessions for each in shown):
        say("circle reflect offers to begin with one of them.")


def _nothing(found: Sequence[FoundSpark], since: date | None) -> str:
    if found:
        return "No spark is waiting: with each of them a session was begun. circle sparks --all shows them."
    when = " since then" if since else " yet"
    return f'No sparks{when}. To keep one: circle spark "what went well"'
