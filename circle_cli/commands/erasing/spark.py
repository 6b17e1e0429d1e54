"""A spark with which no session began, erased by itself: named by its words, or by its file and line."""

import re

from circle_cli.commands.edge import pick
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import SESSION_ID, SPARKS, short_id
from circle_cli.log.folder import Log, session_with_id, unused_id
from circle_cli.log.sparks.finding import FoundSpark, find_sparks
from circle_cli.log.sparks.keeping import mark_begun
from circle_cli.session.spelling import folded

_PLACE = re.compile(rf"(?:.*\b{SPARKS}[/\\])?([0-9]{{4}}-[0-9]{{2}}\.md):([0-9]{{1,9}})")


def spark_meant(log: Log, said: str) -> FoundSpark | None:
    """Find the spark that somebody names; None where what they say is none, and may be a session's id.

    Raises:
        CircleError: several have these words; or a session began with it, and it goes with that.
    """
    if SESSION_ID.fullmatch(said):
        return None
    there = find_sparks(log, lambda _: None)
    place = _PLACE.fullmatch(said.strip())
    if place:
        found = [each for each in there if (each.path.name, str(each.line)) == place.groups()]
    else:
        found = [each for each in there if folded(each.spark.text) == folded(" ".join(said.split()))]
    if len({each.spark for each in found}) > 1:
        places = ", ".join(f"{SPARKS}/{each.path.name}:{each.line}" for each in found)
        raise CircleError("several sparks have these words", USAGE, do=f"name one of them by its place: {places}")
    if not found:
        return None
    for session_id in found[0].spark.sessions:
        if session_with_id(log, session_id):
            do = f"circle erase {short_id(session_id)} erases both"
            raise CircleError(f"the session {session_id} began with this spark", USAGE, do=do)
    return found[0]


def explained(found: FoundSpark) -> list[str]:
    """Give what is said before it is confirmed."""
    return [
        f"This erases a spark for good: “{found.spark.text}”, of {found.spark.day}",
        f"It goes out of {found.path}, and out of every version of that in the log's history, which is written anew. "
        "A backup of the whole history is made first, and named.",
        "If somebody is named in it, the name stays as a salted hash, so that no site says it.",
        "It cannot reach clones of this log, backups of this computer, and copies that somebody made.",
    ]


def as_a_session(log: Log, found: FoundSpark) -> str:
    """Mark it with an id, by which it is then erased as a session's, whatever interrupts that; give the id."""
    session_id = unused_id(log, found.spark.day, pick, lambda _: False)
    if mark_begun(log, found, session_id) is None:
        raise CircleError("somebody changed this spark meanwhile; nothing was erased", USAGE, do="do this again")
    return session_id
