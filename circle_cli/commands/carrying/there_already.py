"""What of the sessions that are to be taken in is in the log already: by its words, in one reading of the log."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from circle_cli.errors import CircleError
from circle_cli.importing.composing import Composed
from circle_cli.importing.proposal import Proposed
from circle_cli.log.folder import Log, session_files, session_with_id
from circle_cli.log.reading.sessions import read_sessions, spelt_out
from circle_cli.session.alike import folded, is_held_by
from circle_cli.session.record import Session

_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_SHORT = 40
"""In characters: an answer that is shorter may well be part of somebody else's."""


@dataclass(slots=True)
class _Known:
    """What is known of one that is to be taken in: where the same is, and where one like it."""

    composed: Composed
    sought: tuple[bytes, ...]
    there: str = ""
    like: str = ""


def proposed(log: Log, composed: Sequence[Composed], brought: Sequence[str | None]) -> list[Proposed]:
    """Find of each whether it is there; `brought` are the ids that sessions of ours have of their own."""
    known = [_Known(each, _sought(each.session)) for each in composed]
    for each, own in zip(known, brought, strict=True):
        if own and (path := session_with_id(log, own)):
            each.there = f"that session is in the log, {path}; circle edit changes it there"
    _look_through(log, [each for each in known if not each.there])
    _twice_here(known)
    return [Proposed(composed=each.composed, there=each.there, like="" if each.there else each.like) for each in known]


def _look_through(log: Log, known: Sequence[_Known]) -> None:
    def may_hold(content: bytes) -> bool:
        return spelt_out(content) or any(words in content for each in known for words in each.sought)

    for found in read_sessions(session_files(log), _pass_over, may_hold) if known else ():
        for each in known:
            if not each.there and _same(each.composed, found.session):
                each.there = str(found.path)
            elif not each.like and _like(each.composed.session, found.session):
                each.like = str(found.path)


def _same(composed: Composed, there: Session) -> bool:
    """Tell whether a session is there, though it may hold more by now, or go by another title."""
    new = composed.session
    if (composed.dated and new.date != there.date) or not is_held_by(new, there, ()):
        return False
    if not new.answers:
        return folded(new.title) == folded(there.title)
    long = any(len(folded(text)) >= _SHORT for text in new.answers.values())
    equal = all(folded(text) == folded(there.answers.get(name, "")) for name, text in new.answers.items())
    return long or equal


def _like(new: Session, there: Session) -> bool:
    same_name = folded(new.title) == folded(there.title) and new.date == there.date
    return same_name or (bool(new.answers) and is_held_by(new, there, ()))


def _twice_here(known: Iterable[_Known]) -> None:
    """Find what is there twice among what is to be taken in now: in two files, or two rows of one."""
    seen: dict[tuple[object, ...], str] = {}
    for each in known:
        new = each.composed.session
        texts = tuple(sorted((name, folded(text)) for name, text in new.answers.items()))
        key = (folded(new.title), new.date, folded(new.preamble), texts)
        if not each.there and key in seen:
            each.there = f"the same as {seen[key]}"
        seen.setdefault(key, each.composed.entry.where)


def _sought(session: Session) -> tuple[bytes, ...]:
    wanted = (_longest([session.title]), _longest(session.answers.values()))
    return tuple(words.encode() for words in wanted if words)


def _longest(texts: Iterable[str]) -> str:
    return max((words for text in texts for words in _PLAIN.findall(text)), key=len, default="")


def _pass_over(_: CircleError) -> None:
    """Leave a file that cannot be read to the commands that are asked to read it."""
