"""`circle sparks`: those that wait for a session to begin with them, or all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from circle_cli.commands.edge import Asked, at_terminal, result_json, row, say, say_left_out, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.sparks.told import line_of, spark_as_json
from circle_cli.commands.sparks.whose import still_open
from circle_cli.errors import CircleError
from circle_cli.log.sparks.finding import FoundSpark, find_sparks


def list_sparks(asked: Asked, since: date | None, *, everything: bool, as_json: bool) -> None:
    """List the sparks, the newest first."""
    log = log_for_sessions(asked)
    unread: list[CircleError] = []
    found = [each for each in find_sparks(log, unread.append) if since is None or each.spark.day >= since]
    for error in unread:
        say_left_out(error)
    waiting = still_open(log, found)
    open_now = frozenset(waiting)
    shown = [_with_none(each) if each in open_now else each for each in (found if everything else waiting)]
    if as_json:
        result_json([spark_as_json(each) | {"open": not each.spark.sessions} for each in shown])
        return
    for each in shown:
        row(line_of(each, today()))
    if not shown:
        say(_nothing(found, since))
    elif waiting and at_terminal():
        say("circle reflect offers to begin with one of them.")


def _with_none(each: FoundSpark) -> FoundSpark:
    """Give an open spark without the sessions that were begun with it and of which nothing is left."""
    return replace(each, spark=replace(each.spark, sessions=()))


def _nothing(found: Sequence[FoundSpark], since: date | None) -> str:
    if found:
        return "No spark is waiting: with each of them a session was begun. circle sparks --all shows them."
    when = " since then" if since else " yet"
    return f'No sparks{when}. To keep one: circle spark "what went well"'
