"""Whether a session that is to be copied is in the other log already, or was taken out of it for good."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from circle_cli.commands.asking.twice import most_alike
from circle_cli.commands.erasing.names_kept import kept_of_erased
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.folder import ERASED, Log, session_with_id
from circle_cli.session.file import read_session, session_as_json
from circle_cli.session.record import Session
from circle_cli.share.release.erased import hashes_of, hashing, terms_in
from circle_cli.system.running import run_git

_LIMIT = 30.0  # seconds


def why_twice(there: Log, session: Session, *, by_id: bool = False) -> str | None:
    """Say that the other log has the session, or one like it, or had it; None where it knows nothing of it.

    `by_id`: that is asked of its id alone.

    Raises:
        CircleError: the log cannot be looked into.
    """
    if path := session_with_id(there, session.id):
        return f"A session {session.id} is there already{_called(path)}."
    if by_id:
        return None
    if alike := most_alike(there, session, {"date"}):
        return f"One like it is there already: {alike.path}"
    if when := _taken_out(there, session.id):
        return f"It was there once, and was taken out {when}."
    return None


def _called(path: Path) -> str:
    try:
        return f": “{read_session(path).title}”"
    except CircleError:
        return f", in {path}"


def _taken_out(there: Log, session_id: str) -> str:
    """Say when a session was deleted, or its saving undone, by the messages of our own commits."""
    asks = ("log", "-1", "--no-merges", "--format=%s%x00%cr", "--fixed-strings", f"--grep=session {session_id}")
    output = run_git("-C", os.fsencode(there.root), *asks, "--", "sessions", limit=_LIMIT)
    message, _, when = output.out.decode("utf-8", "replace").strip().partition("\0")
    gone = message.startswith(("Delete session ", "Call off session ", "Undo: Record session "))
    return when if output.code == 0 and gone else ""


def refuse_erased(there: Log, session: Session) -> None:
    """Refuse what names somebody whom `circle erase` took out of the other log for good.

    Raises:
        CircleError: so; whom, is not said.
    """
    if naming_erased(there)(session):
        wrong = "it names somebody of a session that was erased there, so it was not copied"
        raise CircleError(wrong, USAGE, where=Place(there.root / ERASED), do="speak with whoever erased it first")


def naming_erased(there: Log) -> Callable[[Session], bool]:
    """Give what tells whether a session names somebody whom `circle erase` took out of a log for good.

    Each word is hashed once, however many sessions have it; no hash of what is private is kept.
    """
    lists = load_lists(None)
    kept = [(each, lru_cache(maxsize=None)(hashing(each.salt))) for each in kept_of_erased(there)]

    def names_somebody(session: Session) -> bool:
        texts = tuple(_texts(session_as_json(session)))
        return any(
            set(hashes_of(session.cast or (), lists, hashed)) & each.hashes.keys()
            or terms_in(texts, each, lists, hashed)
            for each, hashed in kept
        )

    return names_somebody


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []
