"""Patterns in a table: what each finds, why, and what could be said instead."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from itertools import chain
from operator import or_
from pathlib import Path

from circle_cli.identifiers.beginnings import (
    BEGUN_BY,
    ENOUGH,
    LENGTH,
    SIGNS,
    Begun,
    beginnings,
    begun,
    in_general,
    needed,
    note,
)
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.system.worked_out import worked_out

_PARTS = 1 + ENOUGH
"""Of an alternative: how it begins, and the words that it needs."""

_BEGINNINGS = re.compile(rf"\b(?=(\w.{{0,{LENGTH - 1}}}))", re.DOTALL)
_LETTERS = re.compile("[a-z][a-z' -]*")
_SIGN = re.compile(f"[{re.escape(''.join(sorted(SIGNS)))}]")
_BEFORE, _BEHIND = 240, 40
"""How near, in characters: about what stands in the sentence, and in the one before."""


_KEPT = 20_000
"""Beginnings of words of which it is kept what may begin so: those of one text mostly stand in the next one too."""


class Text:
    """A flat text, and in which ways words begin in it."""

    __slots__ = ("_general", "beginnings", "flat")

    def __init__(self, flat: str) -> None:
        """Look at the beginning of every word once, for all patterns."""
        self.flat = flat
        self._general = in_general(flat)
        self.beginnings = {*_BEGINNINGS.findall(self._general), *_SIGN.findall(flat)}
        """Each once; and each of SIGNS that stands there."""

    def where(self, beginning: str) -> Iterator[int]:
        """Give where a word begins so, or such a sign stands."""
        text, size = self._general, len(beginning)
        whole = size == LENGTH or beginning in SIGNS
        at = text.find(beginning) if whole else len(text) - size  # what is shorter ends the text
        while at >= 0:
            if beginning in SIGNS or not at or not (text[at - 1].isalnum() or text[at - 1] == "_"):
                yield at
            at = text.find(beginning, at + 1)


class Beginnings(dict[str, bool]):
    """How some words begin: whether a word of a text may be one of them is told once for each of its beginnings."""

    def __init__(self, *words: str) -> None:
        """Take the words, as pieces of patterns."""
        each = [frozenset((word[:LENGTH],)) if _LETTERS.fullmatch(word) else beginnings(rf"\b{word}") for word in words]
        self._heads = frozenset().union(*filter(None, each))
        if None in each or not SIGNS.isdisjoint(self._heads):
            raise ValueError(f"not the beginning of a word: {words}")  # it would be missed

    def __missing__(self, beginning: str) -> bool:
        if len(self) > _KEPT:
            self.clear()
        may_be = self[beginning] = any(beginning[:length] in self._heads for length in range(1, len(beginning) + 1))
        return may_be

    def where(self, text: Text) -> list[int]:
        """Give where a word begins so, in the order of the text."""
        return sorted(
            start for beginning in filter(self.__getitem__, text.beginnings) for start in text.where(beginning)
        )


class Alternative:
    """What one part of a pattern between its bars finds, made ready when a text may have it."""

    __slots__ = ("_ready", "pattern")

    def __init__(self, pattern: str) -> None:
        """Take it as it is written."""
        self.pattern = pattern
        self._ready: re.Pattern[str] | None = None

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Give how words begin that must stand in it, or signs, for each of these one; it takes a while to read."""
        return needed(self.pattern)

    @property
    def ready(self) -> "re.Pattern[str]":
        """Give it as it is tried."""
        if self._ready is None:
            self._ready = _compiled(self.pattern)
        return self._ready


class Pattern:
    """Alternatives, each made ready when a text has a word with which it could begin, and tried only there."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Take patterns as they are written."""
        self.pattern = "|".join(patterns)

    def search(self, text: str) -> "re.Match[str] | None":
        """Find the first, in a piece of a text."""
        return _compiled(self.pattern).search(text)


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern)


def _everywhere(pattern: "re.Pattern[str]", flat: str) -> Iterator[int]:
    found = pattern.search(flat)
    while found:
        yield found.start()
        found = pattern.search(flat, found.start() + 1)


@dataclass(frozen=True, slots=True, eq=False)  # not keyword-only: a row of a table is read across
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


class Table(tuple[Shape, ...]):
    """Shapes that are looked for together, in their order."""

    name = ""
    """Under which it is kept how they begin; without one, that is worked out by every program that asks."""

    parts: Sequence[int] = ()
    """Of each shape, in which part of the table it stands."""

    @classmethod
    def of(cls, name: str, *parts: Sequence[Shape]) -> "Table":
        """Make a table of the check's own, in one part or several."""
        table = cls(chain.from_iterable(parts))
        table.name = name
        table.parts = [number for number, part in enumerate(parts) for _ in part]
        return table

    @cached_property
    def by_word(self) -> "_Index":
        """What of them may begin with a word, told once."""
        patterns = [each.pattern.pattern for each in self]
        if not self.name:
            return _Index(begun(patterns))
        source = (BEGUN_BY, *(pattern.encode() for pattern in patterns))
        return _Index(worked_out(Path(__file__).parent, self.name, source, lambda: begun(patterns)))


def find_shapes(shapes: Table, text: Text) -> list[list[Mark]]:
    """Find them all, those of each part of the table together, in its order."""
    marks: list[list[Mark]] = [[] for _ in range(shapes.parts[-1] + 1)]
    for number, found in matches(shapes, text):
        each = shapes[number]
        if _is_meant_otherwise(each, found, text.flat):
            continue
        named = found.lastgroup or 0
        mark = Mark(
            kind=each.kind,
            start=found.start(named),
            end=found.end(named),
            reason=each.reason,
            suggestion=each.instead if isinstance(each.instead, str) else each.instead(found.group()),
            only_warns=each.only_warns,
        )
        marks[shapes.parts[number]].append(mark)
    return marks


def matches(shapes: Table, text: Text) -> "Iterator[tuple[int, re.Match[str]]]":
    """Find what each would find if it were tried everywhere: the leftmost, the earlier alternative first.

    Gives the number of the shape in the table.
    """
    last, end = -1, 0
    for number, start, _, alternative in shapes.by_word.candidates(text):
        if number != last:
            last, end = number, 0
        if start >= end and (found := alternative.ready.match(text.flat, start)):
            yield number, found
            end = found.end()


_Candidate = tuple[int, int, int, Alternative]
"""A shape, a place, and an alternative to be tried there, by its number in its pattern."""


class _Index(dict[str, int]):
    """The alternatives of a table, and which of them a word may belong to, by how it begins.

    A word stands for three rows of bits, one bit for each alternative: the first row says which can begin there, the
    others which have one of the words there that they need. Whatever is in a text is so told by one "or" for a word.
    What an alternative needs is read when a text has a word with which it can begin: most texts have few of these.
    """

    def __init__(self, all_begun: Begun) -> None:
        split, self._anywhere, self._bits = all_begun
        self._rows = [
            (number, place, Alternative(each))
            for number, alternatives in enumerate(split)
            for place, each in enumerate(alternatives)
        ]
        self._size = len(self._rows)
        self._all = (1 << self._size) - 1
        self._always, self._read = self._anywhere, 0

    def _note_needs(self, begun: int) -> None:
        """Read what those alternatives need that can begin, and were not read yet."""
        for row in _numbers(begun & ~self._read):
            needs = self._rows[row][2].needs
            for part in range(1, _PARTS):
                bit = 1 << row + part * self._size
                if part > len(needs):
                    self._always |= bit
                else:
                    note(self._bits, needs[part - 1], bit)
        self._read |= begun
        self.clear()

    def __missing__(self, beginning: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        lengths = range(1, len(beginning) + 1)
        bits = self[beginning] = reduce(or_, (self._bits.get(beginning[:length], 0) for length in lengths), 0)
        return bits

    def candidates(self, text: Text) -> list[_Candidate]:
        """Give where what of each shape that may be in a text is to be tried, in the order in which it counts."""
        bits = reduce(or_, map(self.__getitem__, text.beginnings), self._always)
        if bits & self._all & ~self._read:
            self._note_needs(bits & self._all)
            bits = reduce(or_, map(self.__getitem__, text.beginnings), self._always)
        may_be = self._all
        for _ in range(_PARTS):
            may_be &= bits
            bits >>= self._size
        found: list[_Candidate] = []
        for row in _numbers(may_be & self._anywhere):
            number, place, alternative = self._rows[row]
            found += [(number, start, place, alternative) for start in _everywhere(alternative.ready, text.flat)]
        begun = may_be & ~self._anywhere
        for beginning in text.beginnings if begun else ():
            if here := self[beginning] & begun:
                rows = [self._rows[row] for row in _numbers(here)]
                found += [
                    (number, start, place, each) for start in text.where(beginning) for number, place, each in rows
                ]
        found.sort()
        return found


def _numbers(bits: int) -> list[int]:
    """Give the number of each bit that is set."""
    numbers: list[int] = []
    while bits:
        highest = bits.bit_length() - 1
        numbers.append(highest)
        bits ^= 1 << highest
    return numbers


def _is_meant_otherwise(each: Shape, found: "re.Match[str]", flat: str) -> bool:
    near = flat[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
    return bool((each.but and each.but.search(found.group())) or (each.not_near and each.not_near.search(near)))
