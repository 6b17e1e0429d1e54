"""Lists that somebody types in one line: who and where is in a story; numbers, and who gave them. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from circle_cli.errors import CircleError
from circle_cli.interview.answers.notation import Notation, optional
from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry
from circle_cli.vocabulary import Role, View

NOBODY = "nobody"
"""What says that nobody is in the story."""

_BETWEEN_ENTRIES = re.compile(r"[,;\n](?![^(]*\))")
"""A comma or semicolon that stands in no brackets."""

_BETWEEN_SCORES = re.compile(r"[,;\n]|\band\b")
_MINE = frozenset(("", "i", "me", "mine", "my own", "myself", "my view"))
_SCORE = re.compile(
    r"(?P<before>.*?)[\s:=]*\b(?P<score>10|[1-9])\b(?:\s*(?:/|out of)\s*10\b)?\s*(?:(?:for|by|from)\s+)?(?P<behind>.*)",
    re.IGNORECASE | re.DOTALL,
)


def _entries(text: str) -> tuple[CastEntry, ...]:
    """Read `Amira Hassan (Mira), her gran = a relative, Larkspur Road`; nobody is no entry.

    Raises:
        ValueError: one of them is no name.
    """
    if text.strip().casefold() == NOBODY:
        return ()
    try:
        return tuple(typed_entry(part) for part in _BETWEEN_ENTRIES.split(text) if part.strip())
    except CircleError as error:
        raise ValueError(str(error)) from None


def written_entry(entry: CastEntry) -> str:
    """Write an entry as somebody would type it."""
    also = f" ({', '.join(entry.also)})" if entry.also else ""
    return f"{entry.name}{also}" + (f" = {entry.say}" if entry.say else "")


WHO_AND_WHERE: Notation[tuple[CastEntry, ...] | None] = optional(
    _entries, lambda entries: ", ".join(map(written_entry, entries)) or NOBODY, between=", "
)

_VIEWS = {
    View.TOLD: re.compile(r"\(?\b(?:as )?told(?: (?:me|us|by))?\b\)?", re.IGNORECASE),
    View.IMAGINED: re.compile(r"\(?\b(?:as )?(?:(?:i|we) )?imagined?(?: (?:it|by))?\b\)?", re.IGNORECASE),
}
"""How people say that a number was told, or is imagined; wherever it stands beside it."""


class GivenScore(NamedTuple):
    """A number, whose view it is, and of somebody who is not there whether it was told or imagined."""

    by: str
    score: int
    view: View | None = None


Scores = Sequence[GivenScore]


def apart_from_view(part: str) -> tuple[str, View | None]:
    """Take out of what was typed for one number whether it was told or imagined.

    Raises:
        ValueError: it says both.
    """
    found = [view for view, said in _VIEWS.items() if said.search(part)]
    if len(found) > 1:
        raise ValueError(part)
    for view in found:
        return _VIEWS[view].sub(" ", part), view
    return part, None


def _scores(text: str) -> Scores:
    """Read `8`, `Maria 8, Jaydn 9 imagined` or `8 for Maria and 9 for Jaydn`; a number alone is the presenter's.

    Raises:
        ValueError: a part is no number from 1 to 10, with or without a name; or one's own is told or imagined.
    """
    found: list[GivenScore] = []
    for part in _BETWEEN_SCORES.split(text):
        words, view = apart_from_view(part)
        if view and not words.strip() and found and found[-1].by != Role.PRESENTER and not found[-1].view:
            found[-1] = found[-1]._replace(view=view)  # as in `8 for her, as told`
        elif part.strip():
            found.append(_score(words, view))
    return tuple(found)


def _score(words: str, view: View | None) -> GivenScore:
    found = _SCORE.fullmatch(words.strip())
    names = [found[side].strip(" :=-–()") for side in ("before", "behind")] if found else []
    if found is None or all(names) or re.search(r"\d", "".join(names)):
        raise ValueError(words)
    name = "".join(names)
    mine = name.casefold() in _MINE
    if mine and view:
        raise ValueError(words)
    return GivenScore(str(Role.PRESENTER) if mine else name, int(found["score"]), view)


def _written_scores(scores: Scores) -> str:
    def each() -> Iterator[str]:
        for name, score, view in scores:
            whose = "" if name == Role.PRESENTER else f"{name} "
            yield f"{whose}{score}{f' {view}' if view else ''}"

    return ", ".join(each())


SCORES_IN_A_LINE: Notation[Scores] = Notation(_scores, _written_scores, between=", ")


def _matters(text: str) -> Mapping[int, int]:
    parts = (part.split(": ") for part in text.split(", ") if part)
    return {int(number): int(score) for number, score in parts}


MATTERS_BY_NUMBER: Notation[Mapping[int, int]] = Notation(
    _matters, lambda given: ", ".join(f"{number}: {score}" for number, score in given.items())
)
"""How much each learning point matters, by its number among the answers: `1: 8, 2: 6`."""
