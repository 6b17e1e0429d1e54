"""Which replies in a draft this version can put into a session: it may come from a later one, or from anybody."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from circle_cli.evidence.portfolio.answers import SHOWING
from circle_cli.evidence.writing.fields import WRITING
from circle_cli.ids import POINT_ID, SESSION_ID
from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.before import BEFORE, EVENT_IDS
from circle_cli.interview.answers.listed import AnswerList
from circle_cli.interview.composing import compose_follow_up
from circle_cli.interview.composing.compose import TAKEN
from circle_cli.interview.draft.lines import DraftKind, DraftState
from circle_cli.share.proposing import answers as proposing
from circle_cli.share.proposing.script import PROPOSING
from circle_cli.share.reviewing import REVIEWING

_TAKEN: Mapping[DraftKind, tuple[Declared, ...]] = {
    DraftKind.REFLECT: (*TAKEN, *BEFORE),
    DraftKind.PREPARE: (*TAKEN, *BEFORE),
    DraftKind.FOLLOW_UP: compose_follow_up.TAKEN,
    DraftKind.SHARE: PROPOSING,
    DraftKind.REVIEW: REVIEWING,
    DraftKind.PACKET: REVIEWING,
    DraftKind.EVIDENCE: WRITING,
    DraftKind.PORTFOLIO: SHOWING,
}
_IDS: Mapping[str, Callable[[str], object]] = {
    EVENT_IDS.key: lambda text: all(SESSION_ID.fullmatch(each) for each in text.split()),
    proposing.POINT_ID.key: POINT_ID.fullmatch,
}
"""Replies that name a file: what they have to look like."""


def understood(state: DraftState) -> DraftState:
    """Leave out the replies that nothing takes, and those that say nothing that could have been said here.

    They stay in the draft's file, and count as unread.
    """
    taken = _TAKEN[state.head.kind]
    answers, start = _taken(state.answers, taken), _taken(state.head.start, taken)
    foreign = len(state.answers) - len(answers) + len(state.head.start) - len(start)
    return replace(state, answers=answers, head=replace(state.head, start=start), unread=state.unread + foreign)


def _taken(answers: Answers, taken: tuple[Declared, ...]) -> dict[str, str | None]:
    return {key: text for key, text in answers.items() if any(_fits(each, key, text) for each in taken)}


def _fits(declared: Declared, key: str, text: str | None) -> bool:
    """Tell whether a reply is one of these, and says a value."""
    if not declared.takes(key):
        return False
    if not text:
        return True
    if key in _IDS:
        return bool(_IDS[key](text))
    parts = declared.parts.values() if isinstance(declared, AnswerList) else (declared,)
    end = key.rpartition("/")[2]
    read = [part for part in parts if isinstance(part, Answer | AnswerForEach) and (part.takes(key) or part.takes(end))]
    with suppress(ValueError, LookupError, TypeError):
        for part in read[:1]:
            part.notation.read(text)
        return True
    return isinstance(declared, AnswerList) and text == declared.none
