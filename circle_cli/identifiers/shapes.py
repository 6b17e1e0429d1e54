"""Patterns in a table: what each finds, why, and what could be said instead."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from circle_cli.identifiers.beginnings import LENGTH, alternatives, beginnings, in_general, needed
from circle_cli.identifiers.findings.record import Identifier, Mark

_WORD_BEGINS = re.compile(r"\b\w")
_EVERYWHERE = frozenset(
    "a an the his her he she they was is were in on at of to and with for by from who that it as be had has have i we "
    "my our their you not but so or if all this when one t w s h".split()
)
"""Words that nearly every text has, so that to look for them is no help."""

_ANYWHERE = frozenset(("",))
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
            start = word.start()
            by_beginning.setdefault(general[start : start + LENGTH], []).append(start)
        self._by_beginning = by_beginning
        self.known: frozenset[str] = frozenset().union(*map(_shorter, by_beginning))
        """How its words begin, in each length."""

    @cached_property
    def _places(self) -> Mapping[str, Sequence[Sequence[int]]]:
        found: dict[str, list[list[int]]] = {}
        for beginning, places in self._by_beginning.items():
            for shorter in _shorter(beginning):
                found.setdefault(shorter, []).append(places)
        return found

    def where(self, beginnings: frozenset[str]) -> list[int]:
        """Give where a word begins in one of these ways."""
        found: list[int] = []
        for beginning in beginnings & self.known:
            for places in self._places[beginning]:
                found += places
        return found


@lru_cache(maxsize=50_000)
def _shorter(beginning: str) -> tuple[str, ...]:
    """Give the beginning of a word in each length up to its own."""
    return tuple(beginning[:length] for length in range(1, len(beginning) + 1))


class Alternative:
    """What one part of a pattern between its bars finds, made ready when a text may have it."""

    __slots__ = ("_ready", "begins", "needs", "pattern")

    def __init__(self, pattern: str) -> None:
        """Read how it begins, and what stands in it."""
        self.pattern = pattern
        self.begins = beginnings(pattern)
        """How a word begins where it could be found; None for anywhere."""
        self.needs = needed(pattern)
        """How words begin that must stand there, for each of these one."""
        self._ready: re.Pattern[str] | None = None

    def may_be_in(self, text: Text) -> bool:
        """Tell whether the text has all words that it needs."""
        for each in self.needs:  # no generator: it is asked some hundred times for every text
            if each.isdisjoint(text.known):
                return False
        return True

    @property
    def ready(self) -> "re.Pattern[str]":
        """Give it as it is tried."""
        if self._ready is None:
            self._ready = _compiled(self.pattern)
        return self._ready

    def where(self, text: Text) -> Iterable[int]:
        """Give where it is to be tried."""
        return _everywhere(self.ready, text.flat) if self.begins is None else text.where(self.begins)


class Pattern:
    """Alternatives, each made ready when a text has a word with which it could begin, and tried only there."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Take patterns as they are written."""
        self.pattern = "|".join(patterns)

    @cached_property
    def alternatives(self) -> Sequence[Alternative]:
        """Give each alternative, in their order."""
        return [Alternative(each) for each in alternatives(self.pattern)]

    def search(self, text: str) -> "re.Match[str] | None":
        """Find the first, in a piece of a text."""
        return _compiled(self.pattern).search(text)

    def finditer(self, text: Text, numbers: Iterable[int] | None = None) -> "Iterator[re.Match[str]]":
        """Find what one pattern of all alternatives would find: the leftmost, the earlier alternative first.

        `numbers` are those that could be in the text, where that is known already.
        """
        each = self.alternatives
        if numbers is None:
            numbers = [number for number, one in enumerate(each) if one.may_be_in(text)]
        candidates = [(place, number) for number in numbers for place in each[number].where(text)]
        candidates.sort()
        end = 0
        for start, number in candidates:
            found = each[number].ready.match(text.flat, start) if start >= end else None
            if found:
                yield found
                end = found.end()


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


def find_shapes(shapes: tuple[Shape, ...], text: Text) -> Iterator[Mark]:
    """Find them all, in the order of the table."""
    for each, numbers in _which_may_be(shapes, text):
        for found in each.pattern.finditer(text, numbers):
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


def _which_may_be(shapes: tuple[Shape, ...], text: Text) -> Iterator[tuple[Shape, list[int]]]:
    """Give those of which an alternative could be in the text, and which: most could not, so none is asked."""
    rows, by_beginning = _index(shapes)
    begun = set(by_beginning[""]).union(*map(by_beginning.__getitem__, by_beginning.keys() & text.known))
    found: dict[int, list[int]] = {}
    for row in sorted(begun):
        shape_number, number, alternative = rows[row]
        if alternative.may_be_in(text):
            found.setdefault(shape_number, []).append(number)
    for shape_number, numbers in found.items():
        yield shapes[shape_number], numbers


@cache
def _index(shapes: tuple[Shape, ...]) -> tuple[Sequence[tuple[int, int, Alternative]], Mapping[str, Sequence[int]]]:
    """Give all alternatives in their order, and the numbers of those that begin in one way; "" is for anywhere."""
    rows: list[tuple[int, int, Alternative]] = []
    by_beginning: dict[str, list[int]] = {"": []}
    for shape_number, shape_ in enumerate(shapes):
        for number, each in enumerate(shape_.pattern.alternatives):
            for beginning in _rarest(each):
                by_beginning.setdefault(beginning, []).append(len(rows))
            rows.append((shape_number, number, each))
    return rows, by_beginning


def _rarest(alternative: Alternative) -> frozenset[str]:
    """Give how a word begins without which it cannot be found, where such words are rare; ("",) for anywhere."""
    needs = [each for each in (alternative.begins, *alternative.needs) if each]
    return min(
        needs,
        key=lambda each: (sum(beginning.strip() in _EVERYWHERE for beginning in each), len(each)),
        default=_ANYWHERE,
    )


def _is_meant_otherwise(each: Shape, found: "re.Match[str]", flat: str) -> bool:
    near = flat[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
    return bool((each.but and each.but.search(found.group())) or (each.not_near and each.not_near.search(near)))
