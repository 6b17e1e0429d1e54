"""What of the sessions that are to be taken in is in the log already: by its words, in one reading of the log."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from circle_cli.errors import CircleError
from circle_cli.importing.composing import Composed
from circle_cli.importing.proposal import Proposed
from circle_cli.importing.when import read_when
from circle_cli.log.entries.sessions import read_sessions, spelt_out
from circle_cli.log.folder import Log, session_files, session_with_id
from circle_cli.session.alike import folded
from circle_cli.session.record import Session
from circle_cli.vocabulary import Role

_WORD = re.compile(r"[^\W_]+")
_SHORT = 40
"""In characters: an answer that is shorter may well be part of somebody else's."""

_FEW = 4
"""So many different words two sessions must have to be compared by their words alone."""


@dataclass(slots=True)
class _Known:
    """One that is to be taken in: its texts as they are compared, where the same is, and where one like it is."""

    composed: Composed
    texts: Mapping[str, str]
    sought: Collection[str]
    there: str = ""
    like: str = ""


def proposed(log: Log, composed: Sequence[Composed], brought: Sequence[str | None]) -> list[Proposed]:
    """Find of each whether it is there; `brought` are the ids that sessions of ours have of their own."""
    common = Counter(word for each in composed for word in _words(each.session))
    known = [_Known(each, _texts(each.session), _sought(each.session, common)) for each in composed]
    for each, own in zip(known, brought, strict=True):
        if own and (path := session_with_id(log, own)):
            each.there = (
                f"that session is in the log, {path}; circle edit changes it, reflect --from fills in a planned one"
            )
    _look_through(log, [each for each in known if not each.there])
    _twice_here(known)
    return [Proposed(composed=each.composed, there=each.there, like="" if each.there else each.like) for each in known]


def _look_through(log: Log, known: Sequence[_Known]) -> None:
    """Compare each session of the log with those that have a word in common with it which is long in them."""
    by_word = _by_word(known)
    wanted: list[_Known] = []

    def may_hold(content: bytes) -> bool:
        words = {"", *_WORD.findall(content.decode("utf-8", "replace").casefold())}
        wanted[:] = known if spelt_out(content) else [each for word in words & by_word.keys() for each in by_word[word]]
        return bool(wanted)

    for found in read_sessions(session_files(log), _pass_over, may_hold) if known else ():
        texts = _texts(found.session)
        for each in wanted:
            if not each.there and _same(each, found.session, texts):
                each.there = str(found.path)
            elif not each.like and _like(each, found.session, texts):
                each.like = str(found.path)


def _same(known: _Known, there: Session, texts: Mapping[str, str]) -> bool:
    """Tell whether a session is there, though it may hold more by now, or go by another title, or stand otherwise."""
    new = known.composed.session
    if (known.composed.dated and new.date != there.date) or _is_of_another(new, there):
        return False
    named = folded(new.title) == folded(there.title)
    if not _is_held(known.texts, texts):
        return named and _has_its_words(known, there, texts)
    if not new.answers:
        return named and _has_its_themes(new, there, texts) and new.roles.items() <= there.roles.items()
    long = any(len(text) >= _SHORT for text in known.texts.values())
    return long or all(text == texts.get(name) for name, text in known.texts.items())


def _is_of_another(new: Session, there: Session) -> bool:
    """Tell whether it is somebody else's: two people may well have written the same few words on the same day."""
    presenters = [set(each.roles.get(Role.PRESENTER, ())) for each in (new, there)]
    return all(presenters) and presenters[0] != presenters[1]


def _has_its_themes(new: Session, there: Session, texts: Mapping[str, str]) -> bool:
    known = set(_WORD.findall(folded(" ".join((*there.themes, *texts.values())))))
    return known.issuperset(_WORD.findall(folded(" ".join(new.themes))))


def _has_its_words(known: _Known, there: Session, texts: Mapping[str, str]) -> bool:
    """Tell whether each of its parts is there, though under another label: a column became something else before."""
    session = known.composed.session
    parts = [text for piece in known.composed.entry.pieces if (text := _in_words(piece.text))]
    held = [*texts.values(), there.title, *there.themes, *(name for names in there.roles.values() for name in names)]
    whole = "".join(f" {_in_words(each)} " for each in held)
    days = {_in_words(piece.text) for piece in known.composed.entry.pieces if _is_day(piece.text, session)}
    return len(set(" ".join(parts).split())) >= _FEW and all(f" {part} " in whole or part in days for part in parts)


def _in_words(text: str) -> str:
    return " ".join(_WORD.findall(folded(text)))


def _is_day(text: str, session: Session) -> bool:
    read = (read_when(text, month_first=first) for first in (False, True))
    return any(each is not None and each.day == session.date for each in read)


def _like(known: _Known, there: Session, texts: Mapping[str, str]) -> bool:
    new = known.composed.session
    same_name = new.date == there.date and folded(new.title) == folded(there.title)
    return same_name or (bool(new.answers) and _is_held(known.texts, texts))


def _is_held(new: Mapping[str, str], there: Mapping[str, str]) -> bool:
    return all(text in there.get(name, "") for name, text in new.items())


def _texts(session: Session) -> dict[str, str]:
    """Give what is written in a session, as it is compared."""
    return {name: folded(text) for name, text in (*session.answers.items(), ("", session.preamble)) if text}


def _twice_here(known: Sequence[_Known]) -> None:
    """Find what is there twice among what is to be taken in now: in two files, or two rows of one.

    Of two that say the same the one stays that says more, and else the first.
    """
    by_word = _by_word(known)
    order = {id(each): number for number, each in enumerate(known)}
    for other in known:
        if other.there:
            continue
        session, where = other.composed.session, other.composed.entry.where
        words = {"", *_words(session)}
        for each in {id(each): each for word in words & by_word.keys() for each in by_word[word]}.values():
            if each is other or each.there:
                continue
            if _all_same(each, other) and (order[id(each)] > order[id(other)] or not _all_same(other, each)):
                each.there = f"the same as {where}"
            elif not each.like and order[id(each)] > order[id(other)] and _like(each, session, other.texts):
                each.like = where


def _all_same(one: _Known, other: _Known) -> bool:
    """Tell whether one of two that came together is in the other; rows of one table are the same only word for word."""
    new, there = one.composed.session, other.composed.session
    if one.composed.entry.table and one.composed.entry.table == other.composed.entry.table:
        return replace(new, id=there.id) == there
    return _same(one, there, other.texts) and _has_its_themes(new, there, other.texts)


def _by_word(known: Iterable[_Known]) -> dict[str, list[_Known]]:
    found: dict[str, list[_Known]] = {}
    for each in known:
        for word in each.sought or ("",):
            found.setdefault(word, []).append(each)
    return found


def _words(session: Session) -> set[str]:
    return set(_WORD.findall(" ".join((session.title, session.preamble, *session.answers.values())).casefold()))


def _sought(session: Session, common: Mapping[str, int]) -> set[str]:
    """Give words by which a session is found: of its title, and of what is written in it, the least common here.

    The rows of one form have the form's words in common, and would all be compared with each other.
    """
    texts = (session.title, " ".join((*session.answers.values(), session.preamble)))
    return {
        min(words, key=lambda word: (common[word], -len(word), word))
        for text in texts
        if (words := _WORD.findall(text.casefold()))
    }


def _pass_over(_: CircleError) -> None:
    """Leave a file that cannot be read to the commands that are asked to read it."""
