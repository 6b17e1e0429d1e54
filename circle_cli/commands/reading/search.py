"""`circle search`: sessions and sparks found by their words."""

import os
from typing import TYPE_CHECKING

from circle_cli.commands.edge import Asked, say_left_out
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.list import print_found
from circle_cli.ids import SPARKS
from circle_cli.log.entries.filters import Filters
from circle_cli.log.folder import Log
from circle_cli.log.index.finding import search_entries

if TYPE_CHECKING:  # for the name alone: whoever has no sparks waits for nothing of theirs
    from circle_cli.log.sparks.finding import FoundSpark


def search(asked: Asked, text: str, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """Show the sessions that hold every word, with the lines that do; then the sparks."""
    log = log_for_sessions(asked)
    found = search_entries(log, text, filters, limit, say_left_out)
    room = None if limit is None else limit - len(found)
    print_found(found, _sparks(log, text, filters)[:room], as_json=as_json)


def _sparks(log: Log, text: str, filters: Filters) -> "list[FoundSpark]":
    """Find the sparks; none has a kind, a status or themes, so whoever asks for one of these wants sessions alone."""
    if (filters.mode, filters.status, filters.theme) != (None, None, None) or not os.path.lexists(log.root / SPARKS):
        return []
    from circle_cli.log.sparks.finding import find_sparks, with_words

    found = with_words(find_sparks(log, say_left_out), text)
    return [each for each in found if filters.of_day(each.spark.day)]
