"""Jobs and places as classes: a text in which each stands as one capital letter over its whole length.

The flat text has no capital letters, so they are free. Some six hundred names are looked for once instead of in every
pattern that speaks of them; and every place is as it was.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.shapes import Beginnings, Text
from circle_cli.system.worked_out import worked_out

_COMMON = frozenset(phrases("roles", "common posts"))
_BEFORE_A_JOB = frozenset(each.removesuffix("'s") for each in phrases("rare", "before a job"))
_RARE, _PLAIN = phrases("roles", "rare places"), phrases("roles", "plain places")
_CLASSES = {
    "W": [trade for trade in phrases("roles", "occupations") if trade not in _COMMON],
    "X": [*dict.fromkeys((*phrases("roles", "common posts"), *phrases("rare", "jobs")))],
    "Y": [place for place in _RARE if place not in _BEFORE_A_JOB],
    "Z": [place for place in _PLAIN if place not in _BEFORE_A_JOB],
    "U": [place for place in _RARE if place in _BEFORE_A_JOB],
    "V": [place for place in _PLAIN if place in _BEFORE_A_JOB],
}
TRADE, COMMON_JOB, JOB, RARE_PLACE, PLAIN_PLACE, SMALL_WORLD = "W+", "X+", "[WX]+", "[UY]+", "[UVYZ]+", "[UV]+(?:'s)?"
"""A job that few have, that many do, or any; a place of which a town has few, or any; one to name a job after."""


@cache
def _beginning_with(letter: str) -> "re.Pattern[str]":
    """Give what finds those of one first letter: to make a pattern of all takes longer than to look at a text."""
    known = {
        # “chapel of rest” before “chapel”
        kind: sorted({name: None for name in names if name[0] == letter}, key=len, reverse=True)
        for kind, names in _CLASSES.items()
    }
    each = (rf"(?P<{kind}>{either(names)}s?\b)" for kind, names in known.items() if names)
    return re.compile("|".join(each))


_SOURCE = Path(__file__).read_bytes() if Path(__file__).is_file() else b""
_BEGINS = Beginnings(*chain.from_iterable(_CLASSES.values()))


def as_classes(pieces: Sequence[str]) -> Mapping[str, str]:
    """Give for each piece of a pattern what it is in a text with classes."""
    sources = (_SOURCE, *(name.encode() for names in (*_CLASSES.values(), pieces) for name in names))
    (known,) = worked_out(
        Path(__file__).parent, "as_classes", sources, lambda: ({piece: in_classes(Text(piece)) for piece in pieces},)
    )
    return known


def in_classes(text: Text) -> str:
    """Give a text with its jobs and places as classes, as long as it was."""
    parts: list[str] = []
    end = 0
    for start in _BEGINS.where(text):
        if start >= end and (found := _beginning_with(text.flat[start]).match(text.flat, start)):
            parts += (text.flat[end:start], (found.lastgroup or "") * (found.end() - start))
            end = found.end()
    return "".join((*parts, text.flat[end:])) if parts else text.flat
