"""The words that the check's own rules are made of, read from `words/grammar/`: titles, months, what only people do.

The lists beside that folder (`lists.py`) say what is known, and a log adds to them. To these nothing outside can add:
they are as much a part of the rules as the code that asks for them. So RULES stands for them in the version of the
lists, and not their bytes: a remark that is said better must not undo what people decided under that version.

A file is read once, when the first module that asks for it is imported; nothing imports one but to check a text.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_MANY = 12  # from so many on, a search is faster where the first letter is looked at once
_BEGINS_WITH_A_LETTER = re.compile(r"[a-z](?![?*+{|])")
_FOLDER = Path(__file__).parent / "words" / "grammar"


def words(file: str, section: str) -> frozenset[str]:
    """Give single words, apart by spaces in the file."""
    return frozenset(_sections(file)[section].split())


def phrases(file: str, section: str) -> tuple[str, ...]:
    """Give words or pieces of a pattern in their order, apart by commas in the file."""
    return tuple(map(str.strip, " ".join(_sections(file)[section].split()).split(",")))


def instead(file: str, section: str) -> Mapping[str, str]:
    """Give for each word what can be said instead: "lane avenue = the street"."""
    lines = (line.partition(" = ") for line in _sections(file)[section].split("\n"))
    return {word: general for named, _, general in lines for word in named.split()}


def either(*pieces: str | Iterable[str]) -> str:
    """Give a pattern that any of the pieces fits; where two begin alike, the first that fits counts."""
    flat = [piece for each in pieces for piece in ((each,) if isinstance(each, str) else each)]
    if len(flat) < _MANY or not all(_BEGINS_WITH_A_LETTER.match(piece) for piece in flat):
        return f"(?:{'|'.join(flat)})"
    by_letter: dict[str, list[str]] = {}
    for piece in flat:
        by_letter.setdefault(piece[0], []).append(piece[1:])
    groups = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(groups)})"


@cache
def _sections(file: str) -> Mapping[str, str]:
    """Give the lines of each section, without remarks."""
    text = (_FOLDER / f"{file}.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^\[(.+)\]$", re.sub(r"(?m)^#.*\n?", "", text))
    return dict(zip(parts[1::2], map(str.strip, parts[2::2]), strict=True))
