"""The head of a draft: what it is for. Read from a file that anybody may have written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from circle_cli.ids import POINT_ID, SESSION_ID
from circle_cli.interview.answers.adding import Addition
from circle_cli.vocabulary import Mode


class DraftKind(StrEnum):
    """What is asked: the eight questions, or something before a session, after it, or at the door."""

    REFLECT = "reflect"
    PREPARE = "prepare"
    FOLLOW_UP = "follow-up"
    SHARE = "share"
    REVIEW = "review"
    PACKET = "packet"
    EVIDENCE = "evidence"
    PORTFOLIO = "portfolio"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """What a draft is for: which session, in which log, begun when; `mode` is empty while it is open.

    `deepens` is the path of the session's file where there is one already. `start` are the answers known at the start;
    those `anew` are asked again all the same. `adding` is what is added to a session whose questions are saved;
    `groups` says how many a training event has. `named` is what the draft is called where no answer of its own says it.
    """

    id: str
    log: str
    mode: str
    date: str
    quick: bool = False
    deepens: str | None = None
    anew: tuple[str, ...] = ()
    kind: DraftKind = DraftKind.REFLECT
    groups: int | None = None
    named: str | None = None
    adding: str | None = None
    start: Mapping[str, str | None] = field(default_factory=dict)


class NewerHead(Exception):
    """A head with something in it that only a newer version can know."""


_OF_A_POINT = re.compile(rf"{SESSION_ID.pattern}-[0-9]{{1,4}}")
_OF_A_PACKET = re.compile(rf"packet-{POINT_ID.pattern}")
_OF_EVIDENCE = re.compile(rf"{SESSION_ID.pattern}-evidence")
_OF_A_PORTFOLIO = re.compile(r"portfolios-[a-z0-9-]{1,60}")
_IDS = {
    DraftKind.SHARE: _OF_A_POINT,
    DraftKind.REVIEW: POINT_ID,
    DraftKind.PACKET: _OF_A_PACKET,
    DraftKind.EVIDENCE: _OF_EVIDENCE,
    DraftKind.PORTFOLIO: _OF_A_PORTFOLIO,
}
_MAY_BE_OPEN = {DraftKind.PREPARE, DraftKind.REVIEW, DraftKind.PACKET, DraftKind.PORTFOLIO}
"""What can be begun before anybody knows in which way the circle is used."""

_FITS: Mapping[str, Callable[[Any], bool]] = {
    "quick": lambda value: isinstance(value, bool),
    "deepens": lambda value: value is None or isinstance(value, str),
    "anew": lambda value: isinstance(value, list | tuple) and all(isinstance(each, str) for each in value),
    "groups": lambda value: value is None or (type(value) is int and 0 < value < 1000),
    "named": lambda value: value is None or isinstance(value, str),
    "adding": lambda value: value is None or value in list(Addition),
    "start": lambda value: isinstance(value, dict) and {str, type(None)} >= {*map(type, value.values())},
}
"""What a draft can do without, and what it has to look like."""


def read_head(entry: Mapping[str, Any]) -> tuple[DraftHead, int] | None:
    """Read a head, and count what in it is not understood; None where it does not say what the draft is for.

    Raises:
        NewerHead: a kind, or a way to use the circle, that this version does not know.
    """
    kind, mode = entry.get("kind", DraftKind.REFLECT), entry.get("mode")
    if not isinstance(kind, str) or not isinstance(mode, str):
        return None
    if kind not in list(DraftKind) or (mode and mode not in list(Mode)):
        raise NewerHead
    kind = DraftKind(kind)
    pattern = _IDS.get(kind, SESSION_ID)
    named, log, day = entry.get("id"), entry.get("log"), entry.get("date")
    if (
        not isinstance(named, str)
        or not pattern.fullmatch(named)
        or not isinstance(log, str)
        or "\0" in log
        or not _is_day(day)
    ):
        return None
    if not mode and kind not in _MAY_BE_OPEN:
        return None
    more = {name: entry[name] for name, fits in _FITS.items() if name in entry and fits(entry[name])}
    understood = {"draft", "id", "log", "mode", "date", "kind", *more}
    more["anew"] = tuple(more.get("anew", ()))
    more.setdefault("start", _least(kind, named))
    head = DraftHead(id=named, log=log, mode=mode, date=str(day), kind=kind, **more)
    return head, len(set(entry) - understood)


def _is_day(text: object) -> bool:
    try:
        return isinstance(text, str) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def guessed_head(name: str, answers: Mapping[str, str | None]) -> DraftHead | None:
    """Make a head for a draft that lost its own, by its file's name; None where that tells nothing.

    `log` is empty, since nobody knows any more which one it was.
    """
    stem = name.removesuffix(".jsonl")
    for open_mode in (DraftKind.REVIEW, DraftKind.PACKET, DraftKind.PORTFOLIO):
        if _IDS[open_mode].fullmatch(stem):
            return DraftHead(id=stem, log="", mode="", date="", kind=open_mode, start=_least(open_mode, stem))
    session = SESSION_ID.match(stem)
    if session is None or not _is_day(day := stem[:10]):
        return None
    if _OF_A_POINT.fullmatch(stem):
        kind, known = DraftKind.SHARE, stem
    elif _OF_EVIDENCE.fullmatch(stem):
        kind, known = DraftKind.EVIDENCE, stem
    else:
        kind, known = _kind_of(answers), session.group()
    mode = Mode.GROUP if answers.get("people") else Mode.INDIVIDUAL
    return DraftHead(id=known, log="", mode=mode, date=day, kind=kind, start=_least(kind, known))


def _kind_of(answers: Mapping[str, str | None]) -> DraftKind:
    """Tell by the keys of its replies what was asked of a session."""
    if any(key.startswith("follow-up/") or re.fullmatch("action/[^/]+/(became|by|note)", key) for key in answers):
        return DraftKind.FOLLOW_UP
    return DraftKind.PREPARE if {"mode", "considered"} & answers.keys() else DraftKind.REFLECT


def _least(kind: DraftKind, known: str) -> dict[str, str | None]:
    """Give what was surely known at the start: which learning point is shared; a reading counts for no text we know."""
    if kind is DraftKind.SHARE:
        return {"number": known.rpartition("-")[2]}
    return {"digest": "lost"} if kind in (DraftKind.REVIEW, DraftKind.PACKET) else {}
