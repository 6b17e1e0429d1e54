"""Whether all that one record of a session says stands in another, and whether two give the same account."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from circle_cli.errors import CircleError
from circle_cli.session import spelling
from circle_cli.session.file import parse_session, session_as_json
from circle_cli.session.record import Session
from circle_cli.text import decode
from circle_cli.vocabulary import Share, Status

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


def same_account(before: bytes | None, after: bytes | None, where: str) -> bool:
    """Tell whether two contents of a session's file differ in nothing but what became of its actions and its points.

    Whoever ticked off an action has written nothing of the story. Of what cannot be read, nobody can say so.
    """
    if before is None or after is None:
        return False
    if before == after:
        return True
    try:
        told = [_account(parse_session(decode(each, where), where)) for each in (before, after)]
    except CircleError:
        return False
    return told[0] == told[1]


def _account(session: Session) -> Session:
    """Take out how far it has come."""
    return replace(
        session,
        status=Status.RECORDED,
        action_points=tuple(replace(each, done=None, note=None) for each in session.action_points),
        learning_points=tuple(replace(each, share=Share.NO, point=None) for each in session.learning_points),
    )
