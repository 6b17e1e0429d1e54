"""What was decided about the words of sessions for a portfolio, kept in the log for its owner alone and out of git.

So nobody settles the same words twice. A file for each session: erasing it takes what was decided about it along.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.folders import decided_folder, hide_from_git
from circle_cli.errors import CircleError, Place
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.folder import Log
from circle_cli.share.proposing.deciding import Before
from circle_cli.share.proposing.settling import Resolution
from circle_cli.system.no_links import content_if_there
from circle_cli.text import decode


def keep_decided(log: Log, decided: Mapping[str, Before]) -> None:
    """Keep what was decided about the texts of each session, by its id, beside what was decided of others before."""
    for session_id, made in decided.items():
        before = kept_decided(log, session_id)
        if any(made.values()) and {**before, **made} != before:
            _put(log, session_id, {**before, **made})


def _put(log: Log, session_id: str, decided: Before) -> None:
    path = _path(log, session_id)
    hide_from_git(path.parent)
    told = [
        {"text": text, "words": words, "instead": each.instead, "reason": each.reason}
        for text, made in decided.items()
        for words, each in made.items()
    ]
    content = json.dumps({"session": session_id, "decided": told}, ensure_ascii=False, indent=2) + "\n"
    replace_anywhere(path, content.encode("utf-8"), content_if_there(path))


def kept_decided(log: Log, session_id: str) -> Before:
    """Read what was decided about a session's texts before.

    Raises:
        CircleError: the file is not as it was written.
    """
    path = _path(log, session_id)
    content = content_if_there(path)
    if content is None:
        return {}
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        found: dict[str, dict[str, Resolution]] = {}
        for each in json.loads(decode(content, str(path)))["decided"]:
            made = Resolution(instead=_text(each, "instead"), reason=_text(each, "reason"))
            found.setdefault(str(each["text"]), {})[str(each["words"])] = made
        return found
    raise CircleError("this is not as circle kept it", where=Place(path), do="put it right, or take it away")


def _path(log: Log, session_id: str) -> Path:
    return decided_folder(log) / f"{session_id}.json"


def _text(entry: Mapping[str, object], key: str) -> str | None:
    value = entry.get(key)
    return None if value is None else str(value)
