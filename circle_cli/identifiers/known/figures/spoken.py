"""Numbers that are spoken figure by figure: "oh one one seven, four nine six, oh three double four"."""

import re
from collections.abc import Iterator

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import ONES, TENS
from circle_cli.identifiers.shapes import Beginnings, Text

_ZEROS = either(phrases("spoken", "zero"))
_TIMES_OVER = either(phrases("spoken", "more than once"))
_FIGURE = rf"(?:{either(ONES[:9])}|{_ZEROS}|\d{{1,4}})"
_ALSO = rf"(?:{either(TENS, reversed(ONES[9:]))}|hundred|thousand|and)"
_GAP = r"[\s,.;/-]{1,3}"
_PIECE = rf"(?:(?:{_TIMES_OVER}{_GAP})?{_FIGURE}|{_ALSO})"
_ROW = re.compile(rf"\b(?:plus{_GAP})?(?:{_TIMES_OVER}{_GAP})?{_FIGURE}(?:{_GAP}{_PIECE}){{3,24}}\b")
_NAMED_SO = re.compile(
    r"\b(?:ends?|ending|ended|extension|ext|digits|code|pin|ref|reference|number|no|flat|plate|badge|account|ticket|room)\s"
    rf"(?:(?:is|are|was|in|with|on|number)\s){{0,2}}(?P<it>(?:{_TIMES_OVER}{_GAP})?{_FIGURE}(?:{_GAP}(?:{_TIMES_OVER}{_GAP})?{_FIGURE}){{1,9}})\b"
)
_WORD = re.compile(r"[a-z]+|\d+")
_BEGINS = Beginnings(rf"{_FIGURE}[ ,.;/-]")
_GOES_ON = re.compile(rf"{_FIGURE}{_GAP}{_PIECE}")
"""How a figure begins that is said alone, and how a row of them does; without one nothing is said so."""

_OF_TENS = frozenset((*TENS, *ONES[9:], "hundred", "thousand", "and"))
_COUNTED = {word: number for number, word in enumerate(ONES[:9], start=1)}


def find_spoken(text: Text) -> Iterator[Mark]:
    """Find telephone numbers and references that are written as they are said; counting up or down is neither."""
    if not any(map(_BEGINS.__getitem__, text.beginnings)):
        return
    flat = text.flat
    if not any(_GOES_ON.match(flat, start) for start in _BEGINS.where(text)):
        return
    for found in _ROW.finditer(flat):
        said = _WORD.findall(found.group())
        if not _is_a_row_of_figures(said, closely=not re.search(r"[,.;/-]", found.group())):
            continue
        phone = _begins_like_a_telephone_number(said)
        yield Mark(
            kind=Identifier.PHONE if phone else Identifier.CODE,
            start=found.start(),
            end=found.end(),
            reason="is a telephone number in words" if phone else "is a number said figure by figure",
            suggestion="nothing: leave it out",
        )
    for found in _NAMED_SO.finditer(flat):
        said = _WORD.findall(found.group("it"))
        if not all(word.isdigit() for word in said) and len(said) > 2:
            yield Mark(
                kind=Identifier.CODE,
                start=found.start("it"),
                end=found.end("it"),
                reason="is a number said figure by figure",
                suggestion="nothing: leave it out",
            )


def _is_a_row_of_figures(said: list[str], *, closely: bool) -> bool:
    """Tell it from a list of numbers; said `closely`, with nothing between, four are enough: "one nine six six"."""
    figures = [word for word in said if word not in _OF_TENS]
    words = [word for word in figures if not word.isdigit()]
    counted = [_COUNTED[word] for word in words if word in _COUNTED]
    counts = len(counted) == len(figures) and counted in (
        list(range(counted[0], counted[0] + len(counted))),
        list(range(counted[0], counted[0] - len(counted), -1)),
    )
    enough = 4 if closely or _begins_like_a_telephone_number(said) else 5
    return bool(words) and len(figures) >= enough and not counts


def _begins_like_a_telephone_number(said: list[str]) -> bool:
    return said[0] == "plus" or re.fullmatch(_ZEROS, said[0]) is not None
