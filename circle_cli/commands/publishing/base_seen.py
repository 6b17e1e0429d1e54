"""What a team's log saw when it last looked at its base: kept on this computer alone, so that nothing is done twice."""

import json
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.folder import Log
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_if_there, content_of

_NOTE = Path(".circle") / "base-seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Where the base's branch stood, what was being withdrawn here then, and what of this log is withdrawn there."""

    head: str = ""
    taking: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def seen_of(log: Log) -> Seen:
    """Give what was noted; nothing where that cannot be read: then the base is looked through once more."""
    try:
        found = json.loads(content_of(log.root / _NOTE))
        taking, withdrawn = (tuple(map(str, found.get(key, ()))) for key in ("taking", "withdrawn"))
        return Seen(head=str(found["head"]), taking=taking, withdrawn=withdrawn)
    except (CircleError, ValueError, KeyError, TypeError, AttributeError):
        return Seen()


def note_seen(log: Log, seen: Seen) -> None:
    """Note it."""
    place = log.root / _NOTE
    make_folder(place.parent)
    ignore_all(place.parent)
    content = json.dumps({"head": seen.head, "taking": seen.taking, "withdrawn": seen.withdrawn}).encode("ascii")
    replace_anywhere(place, content, content_if_there(place))
