"""Whether all that one record of a session says stands in another."""

from collections.abc import Iterable
from typing import Any

from circle_cli.session import spelling
from circle_cli.session.file import session_as_json
from circle_cli.session.record import Session

_DECIDED_LATER = {"id", "share", "scope", "point"}
"""What the log says of an entry, and a sheet does not."""


def is_held_by(session: Session, there: Session, keys: Iterable[str]) -> bool:
    """Tell whether another record holds these keys of a session, and its answers; it may well hold more."""
    said, held = session_as_json(session), session_as_json(there)
    return _is_in(session.preamble, there.preamble) and all(
        _is_in(said.get(key), held.get(key)) for key in (*keys, "answers")
    )


def _is_in(new: Any, old: Any) -> bool:
    if isinstance(new, dict):
        return isinstance(old, dict) and all(
            key in _DECIDED_LATER or _is_in(value, old.get(key)) for key, value in new.items()
        )
    if isinstance(new, list):
        return isinstance(old, list) and all(any(_is_in(each, other) for other in old) for each in new)
    if isinstance(new, str) and isinstance(old, str):
        return folded(new) in folded(old)
    return new is None or new == old


def folded(text: str) -> str:
    """Give a text as it is compared: without regard to spelling, spaces and line breaks."""
    return " ".join(spelling.folded(text).split())
