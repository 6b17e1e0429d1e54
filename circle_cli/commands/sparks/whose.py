"""Whose a spark is: said in a log that others read, so that nobody begins a session with a colleague's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from circle_cli.commands.folders import drafts_folders
from circle_cli.commands.own_settings import my_name
from circle_cli.errors import CircleError
from circle_cli.ids import MARK, id_in
from circle_cli.log.folder import Log, session_files
from circle_cli.log.history.elsewhere import places
from circle_cli.log.sparks.finding import FoundSpark, find_sparks, open_ones
from circle_cli.sparks.file import as_name
from circle_cli.system.no_links import content_if_there

_TEAM = re.compile(rb"^kind:[ \t]*[\"']?team\b", re.MULTILINE)


def who_else_reads(log: Log) -> str:
    """Say who else sees what is kept in the log: its team, or whoever reads it where it goes; empty if nobody."""
    try:
        content = content_if_there(log.root / MARK) or b""
    except CircleError:
        content = b""
    if _TEAM.search(content):
        return "This is a team's log: your team sees it, with your name."
    return "This log also goes elsewhere: whoever reads it there sees it, with your name." if places(log.root) else ""


def is_shared(log: Log) -> bool:
    """Tell whether others read the log."""
    return bool(who_else_reads(log))


def signed_by(log: Log) -> str:
    """Give the name that stands with a spark: nothing in a log that nobody else reads."""
    return as_name(my_name(log)) if is_shared(log) else ""


def mine(log: Log, found: Sequence[FoundSpark]) -> list[FoundSpark]:
    """Give those of whoever types here; of one without a name nobody knows otherwise."""
    if not any(each.spark.by for each in found):
        return list(found)
    name = as_name(my_name(log)).casefold()
    return [each for each in found if each.spark.by.casefold() in ("", name)]


def still_open(log: Log, found: Sequence[FoundSpark]) -> list[FoundSpark]:
    """Give those with which no session was begun that is still there, saved or unfinished."""
    if not any(each.spark.sessions for each in found):
        return list(found)
    drafts = (path.stem for folder in drafts_folders(log) for path in folder.glob("*.jsonl"))
    known = {id_in(name) for name in (*drafts, *(path[_name_at(path) :] for path in session_files(log)))}
    return open_ones(found, known.__contains__)


def as_they_stand(log: Log, found: Sequence[FoundSpark]) -> list[FoundSpark]:
    """Give them all, the open ones without the sessions that were begun with them and of which nothing is left."""
    open_now = frozenset(still_open(log, found))
    return [replace(each, spark=replace(each.spark, sessions=())) if each in open_now else each for each in found]


def my_open_ones(log: Log) -> list[FoundSpark]:
    """Give the sparks that wait for whoever types here, the newest first; nothing is said of what cannot be read."""
    found = find_sparks(log, lambda _: None)
    return still_open(log, mine(log, found)) if found else []


def _name_at(path: str) -> int:
    return max(path.rfind("/"), path.rfind("\\")) + 1
