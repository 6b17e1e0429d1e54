"""Names that are run together: with each other ("rosemary", of Rose and Mary), or with other words ("askrosetoday")."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

SHORTEST = 3
"""Letters that make a piece of an ordinary word a name; two are in nearly every word."""

_LITTLE = frozenset("a i s to of in on at is my me we he so do no go if or an as by up us it am be".split())
"""Words of one or two letters; of all that English has, some part nearly every surname."""

_LONGEST = 60
"""Letters: nobody reads more in one word, and taking it apart takes as long as the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Names to be looked for inside words; the `longest` of them has so many letters.

    Looked up, and not in one pattern: to make that of ten thousand names takes a second.
    """

    names: frozenset[str]
    longest: int

    def first_of(self, word: str) -> str | None:
        """Give the first name of a word that is nothing but names, with "and" between them or without."""
        first = self._at(word, 0) if len(word) <= _LONGEST else None
        return first if first and self._is_all_names(word) else None

    def inside_of(self, word: str, english: Set[str]) -> str | None:
        """Give a name that stands in a word with nothing but English words around it."""
        place = 0
        while place < len(word) <= _LONGEST:
            found = self._at(word, place)
            end = place + len(found or " ")
            if found and all(_are_words(each, english, self.names) for each in (word[:place], word[end:])):
                return found
            place = end
        return None

    def _at(self, word: str, place: int) -> str | None:
        """Give the longest name that stands at a place."""
        lengths = range(min(self.longest, len(word) - place), SHORTEST - 1, -1)
        return next((name for length in lengths if (name := word[place : place + length]) in self.names), None)

    def _is_all_names(self, word: str) -> bool:
        """Tell whether two names or more can be what a word is made of, each with an s behind it or without."""
        waiting, done = [*self._behind_one(word, 0)], set[int]()
        while waiting:
            place = waiting.pop()
            for between in ("", "and", "n"):
                if word.startswith(between, place):
                    new = {*self._behind_one(word, place + len(between))} - done
                    done |= new
                    waiting += new
        return len(word) in done

    def _behind_one(self, word: str, place: int) -> Iterator[int]:
        for end in range(place + SHORTEST, min(len(word), place + self.longest) + 1):
            if word[place:end] in self.names:
                yield end
                if word.startswith("s", end):
                    yield end + 1


def make_run(names: Iterable[str]) -> Run | None:
    """Make names ready; None where all are too short to be told in a word."""
    all_ = frozenset(name for name in names if len(name) > 1 and name.isalpha())
    longest = max(map(len, all_), default=0)
    return Run(names=all_, longest=longest) if longest >= SHORTEST else None


def _are_words(letters: str, english: Set[str], names: Set[str]) -> bool:
    """Tell whether letters can be parted into words."""
    reached = [True] + [False] * len(letters)
    for end in range(1, len(letters) + 1):
        reached[end] = any(
            reached[start] and _is_piece(letters[start:end], english, names) for start in range(max(0, end - 20), end)
        )
    return reached[-1]


def _is_piece(piece: str, english: Set[str], names: Set[str]) -> bool:
    return piece in names or piece in _LITTLE or (len(piece) >= SHORTEST and piece in english)
