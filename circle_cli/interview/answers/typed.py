"""Lists that somebody types in one line: who and where is in a story; numbers, and who gave them. Pure."""

import re
from collections.abc import Iterator, Sequence

from circle_cli.errors import CircleError
from circle_cli.interview.answers.notation import Notation, optional
from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry
from circle_cli.vocabulary import Role

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

Scores = Sequence[tuple[str, int]]
"""Numbers, each with whose view it is."""


def _scores(text: str) -> Scores:
    """Read `8`, `Maria 8, Jaydn 9` or `8 for Maria and 9 for Jaydn`; a number alone is the presenter's.

    Raises:
        ValueError: a part is no number from 1 to 10, with or without a name.
    """
    return tuple(_score(part) for part in _BETWEEN_SCORES.split(text) if part.strip())


def _score(part: str) -> tuple[str, int]:
    found = _SCORE.fullmatch(part.strip())
    names = [found[side].strip(" :=-–()") for side in ("before", "behind")] if found else []
    if found is None or all(names) or re.search(r"\d", "".join(names)):
        raise ValueError(part)
    name = "".join(names)
    return (str(Role.PRESENTER) if name.casefold() in _MINE else name), int(found["score"])


def _written_scores(scores: Scores) -> str:
    def each() -> Iterator[str]:
        for name, score in scores:
            yield str(score) if name == Role.PRESENTER else f"{name} {score}"

    return ", ".join(each())


SCORES_IN_A_LINE: Notation[Scores] = Notation(_scores, _written_scores, between=", ")
