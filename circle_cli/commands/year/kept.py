"""What was made of a session for others to read, kept in the log for its owner alone and out of git's sight.

So nobody uses a session twice unawares, and what they wrote the first time is not lost. Erasing a session takes it out.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from circle_cli.commands.folders import HIDDEN, hide_from_git
from circle_cli.errors import CircleError, Place
from circle_cli.ids import SESSION_ID
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.folder import Log
from circle_cli.system.no_links import content_if_there, names_in
from circle_cli.text import decode

if TYPE_CHECKING:  # for the name alone: whoever looks at a year only asks which sessions were used
    from circle_cli.evidence.writing.fields import Evidence

_KEPT, _ENDING = "evidence", ".json"


def evidence_folder(log: Log) -> Path:
    """Give where pieces of evidence are kept."""
    return log.root / HIDDEN / _KEPT


def used(log: Log) -> frozenset[str]:
    """Give the ids of the sessions of which evidence was made here."""
    try:
        paths = names_in(evidence_folder(log), _ENDING)
    except (OSError, CircleError):
        return frozenset()
    return frozenset(path.stem for path in paths if SESSION_ID.fullmatch(path.stem))


def made_so_far(log: Log) -> Mapping[str, bool]:
    """Give the ids of those sessions, and whether what was made says what was learnt from a peer.

    Of a file that is not as it was written, only that it is there.
    """
    found: dict[str, bool] = {}
    for session_id in used(log):
        found[session_id] = False
        with suppress(OSError, CircleError):
            made = kept_evidence(log, session_id)
            found[session_id] = bool(made and made.fields["peer"].strip())
    return found


def keep_evidence(log: Log, evidence: "Evidence") -> Path:
    """Keep a piece of evidence in the place of what was made of the session before."""
    path = _path(log, evidence.session)
    hide_from_git(path.parent)
    told = {
        "session": evidence.session,
        "made": evidence.made.isoformat(),
        "fields": dict(evidence.fields),
        "explained": dict(evidence.explained),
    }
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    replace_anywhere(path, text.encode("utf-8"), content_if_there(path))
    return path


def kept_evidence(log: Log, session_id: str) -> "Evidence | None":
    """Read what was made of a session before; None where nothing was.

    Raises:
        CircleError: the file is not as it was written.
    """
    path = _path(log, session_id)
    content = content_if_there(path)
    if content is None:
        return None
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return _read(json.loads(decode(content, str(path))), session_id)
    raise CircleError("this is not as circle kept it", where=Place(path), do="put it right, or take it away")


def _read(found: Mapping[str, Any], session_id: str) -> "Evidence":
    from circle_cli.evidence.writing.fields import FIELDS, Evidence

    fields, explained = found["fields"], found.get("explained") or {}
    return Evidence(
        session=session_id,
        made=date.fromisoformat(found["made"]),
        fields={key: str(fields.get(key) or "") for key in FIELDS},
        explained={str(words): str(reason) for words, reason in explained.items()},
    )


def _path(log: Log, session_id: str) -> Path:
    return evidence_folder(log) / f"{session_id}{_ENDING}"
