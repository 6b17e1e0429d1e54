"""Patterns in a table: what each finds, why, and what could be said instead."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from circle_cli.identifiers.beginnings import LENGTH, alternatives, beginnings, in_general, needed
from circle_cli.identifiers.findings.record import Identifier, Mark

_WORD_BEGINS = re.compile(r"\b\w")
_BEFORE, _BEHIND = 240, 40
"""How near, in characters: about what stands in the sentence, and in the one before."""


class Text:
    """A flat text, and where in it a word begins in which way."""

    def __init__(self, flat: str) -> None:
        """Look at the beginning of every word once, for all patterns."""
        self.flat = flat
        general = in_general(flat)
        by_beginning: dict[str, list[int]] = {}
        for word in _WORD_BEGINS.finditer(general):
            by_beginning.setdefault(general[word.start() : word.start() + LENGTH], []).append(word.start())
        self._places: dict[str, list[list[int]]] = {}
        for beginning, places in by_beginning.items():
            for length in range(1, len(beginning) + 1):
                self._places.setdefault(beginning[:length], []).append(places)
        self._known = frozenset(self._places)

    def has(self, begins: frozenset[str] | None, pattern: str) -> bool:
        """Tell whether it has every word that a pattern needs."""
        first = begins is None or not begins.isdisjoint(self._known)
        return first and all(not each.isdisjoint(self._known) for each in needed(pattern))

    def where(self, beginnings: frozenset[str]) -> Iterator[int]:
        """Give where a word begins in one of these ways."""
        for beginning in beginnings & self._known:
            for places in self._places[beginning]:
                yield from places


class Pattern:
    """Alternatives, each made ready when a text has a word with which it could begin, and tried only there."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Take patterns as they are written."""
        self.pattern = "|".join(patterns)

    @cached_property
    def _alternatives(self) -> Sequence[tuple[str, frozenset[str] | None]]:
        return [(each, beginnings(each)) for each in alternatives(self.pattern)]

    def search(self, text: str) -> "re.Match[str] | None":
        """Find the first, in a piece of a text."""
        return _compiled(self.pattern).search(text)

    def finditer(self, text: Text) -> "Iterator[re.Match[str]]":
        """Find what one pattern of all alternatives would find: the leftmost, the earlier alternative first."""
        end = 0
        for start, number in sorted(self._candidates(text)):
            found = _compiled(self._alternatives[number][0]).match(text.flat, start) if start >= end else None
            if found:
                yield found
                end = found.end()

    def _candidates(self, text: Text) -> Iterator[tuple[int, int]]:
        for number, (pattern, begins) in enumerate(self._alternatives):
            if not text.has(begins, pattern):
                continue
            places = _everywhere(_compiled(pattern), text.flat) if begins is None else text.where(begins)
            for place in places:
                yield place, number


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern)


def _everywhere(pattern: "re.Pattern[str]", flat: str) -> Iterator[int]:
    found = pattern.search(flat)
    while found:
        yield found.start()
        found = pattern.search(flat, found.start() + 1)


@dataclass(frozen=True, slots=True)  # not keyword-only: a row of a table is read across
class Shape:
    """`pattern` is tried on the flat text; of what it finds, the named group is marked, where there is one.

    Where `but` is found in the same place, or `not_near` shortly before or behind it, nothing is said.
    """

    when: str
    pattern: Pattern
    kind: Identifier
    reason: str
    instead: str | Callable[[str], str]
    only_warns: bool = False
    but: Pattern | None = None
    not_near: Pattern | None = None


def shape(*patterns: str) -> Pattern:
    """Make one pattern of several, tried in their order; for the flat text, so all of them in small letters."""
    return Pattern(patterns)


def find_shapes(shapes: Iterable[Shape], text: Text) -> Iterator[Mark]:
    """Find them all, in the order of the table."""
    for each in shapes:
        for found in each.pattern.finditer(text):
            if _is_meant_otherwise(each, found, text.flat):
                continue
            part = found.lastgroup or 0
            yield Mark(
                kind=each.kind,
                start=found.start(part),
                end=found.end(part),
                reason=each.reason,
                suggestion=each.instead if isinstance(each.instead, str) else each.instead(found.group()),
                only_warns=each.only_warns,
            )


def _is_meant_otherwise(each: Shape, found: "re.Match[str]", flat: str) -> bool:
    near = flat[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
    return bool((each.but and each.but.search(found.group())) or (each.not_near and each.not_near.search(near)))
