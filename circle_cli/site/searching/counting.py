"""What is found of an entry, counted in whole numbers, and written in signs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from circle_cli.site.drawing.listing.signs import in_signs, steps

HEAVIEST = 15
"""What a word counts in a document is a whole number from 1 to this."""

Weights = dict[int, float]
"""By the number of a document: how much something counts there."""

Found = tuple[Mapping[int, float], float]
"""Where something is found that finds an entry, and the share of it that counts."""

ByWeight = Mapping[int, Sequence[int]]
"""By what something counts, in whole numbers: the documents in which it counts so much."""


def by_weight(weights: Mapping[int, float], share: float) -> ByWeight:
    """Count in whole numbers, of a share of it."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, weight in weights.items():
        found[round(weight * share * HEAVIEST) or 1].append(number)
    return found


def together(found: Iterable[ByWeight]) -> Iterator[tuple[int, Sequence[int]]]:
    """Give each document with the most that anything found counts there, those with the most first."""
    every, seen = [*found], set[int]()
    if len(every) == 1:  # as with most
        yield from ((weight, sorted(every[0][weight])) for weight in sorted(every[0], reverse=True))
        return
    for weight in sorted({weight for each in every for weight in each}, reverse=True):
        here = set[int]().union(*(each.get(weight, ()) for each in every)) - seen
        seen |= here
        yield weight, sorted(here)


class Packed:
    """Writes which documents hold an entry most; many entries find the very same, so each of that is written once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._counted: dict[tuple[int, float], ByWeight] = {}
        self._written: dict[tuple[tuple[int, float], ...], str] = {}

    def of(self, found: Sequence[Found]) -> str:
        """Write it; what is found is there for as long as this is, so that it is known by its place in memory."""
        name = tuple((id(weights), share) for weights, share in found)
        if name not in self._written:
            for each, (weights, share) in zip(name, found, strict=True):
                if each not in self._counted:
                    self._counted[each] = by_weight(weights, share)
            self._written[name] = packed(together(map(self._counted.__getitem__, name)), self._most)
        return self._written[name]


def packed(found: Iterable[tuple[int, Sequence[int]]], most: int) -> str:
    """Write so many documents: for each weight, the steps from one to the next."""
    written = []
    for weight, numbers in found:
        if some := numbers[:most]:
            written.append(in_signs(weight) + steps(some))
        most -= len(some)
    return " ".join(written)
