"""The answers by which a learning point is proposed, each declared once. Pure."""

import zlib

from circle_cli.interview.answers.answer import Answer, AnswerForEach
from circle_cli.interview.answers.notation import NUMBER, TEXT
from circle_cli.points.record import PARTS

POINT_TITLE = Answer("title", TEXT)
POINT_PARTS = {part: Answer(f"part/{part}", TEXT) for part in PARTS}
WRITTEN = (POINT_TITLE, *POINT_PARTS.values())
"""What the identifier check reads."""

REWORD, KEEP = "reword", "keep"
"""What can be decided about words that the check found, beside taking what it suggests."""

A_WORD = "word"
"""Decided about a name of the cast: in this text it is the ordinary word, wherever it stands."""

NOTHING = "."
"""Put in the place of words that are only to be taken out."""

_TAKE = "say "

FINDING = AnswerForEach("finding/{}", TEXT)
REWORDING = AnswerForEach("reword/{}", TEXT)
REASON = AnswerForEach("reason/{}", TEXT)
MEANT = AnswerForEach("meant/{}", TEXT)
"""What a name of the cast means where it is the ordinary word: said once for the whole text."""

WARNED = AnswerForEach("warned {}", TEXT, unrecorded="it says that the warnings were read; they are found anew")
SEND = AnswerForEach("send {}", TEXT, unrecorded="it says that the learning point may be proposed")
LEARNT_NUMBER = Answer("number", NUMBER, unrecorded="it says which learning point of the session is meant")
POINT_ID = Answer("point id", TEXT)
"""The learning point's id: a save that was cut short makes no second proposal."""


def about(decision: AnswerForEach[str | None], part: Answer[str | None], text: str, words: str) -> Answer[str | None]:
    """Give the answer that decides on these words in a part that has this very text, and no other."""
    return decision.of(f"{part.key}/{mark_of(text)}/{words}")


def taking(suggestion: str) -> str:
    """Say that a suggestion is taken."""
    return f"{_TAKE}{suggestion}"


def taken(decision: str) -> str | None:
    """Give the suggestion that was taken; None where something else was decided."""
    return decision.removeprefix(_TAKE) if decision.startswith(_TAKE) else None


def mark_of(text: str) -> str:
    """Give a few characters that change when a text does."""
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
