"""Names that are run together: with each other ("rosemary", of Rose and Mary), or with other words ("askrosetoday")."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

_SHORTEST = 3
"""Letters that make a piece of an ordinary word a name; two are in nearly every word."""

_LITTLE = frozenset("a i s to of in on at is my me we he so do no go if or an as by up us it am be".split())
"""Words of one or two letters; of all that English has, some part nearly every surname."""

_LONGEST = 60
"""Letters: nobody reads more in one word, and taking it apart takes as long as the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Names ready to be looked for inside words."""

    names: frozenset[str]
    apart: "re.Pattern[str]"
    """Fits a word that is nothing but names, with "and" between them or without."""
    inside: "re.Pattern[str]"

    def first_of(self, word: str) -> str | None:
        """Give the first name of a word that is nothing but names."""
        if len(word) > _LONGEST or not self.apart.fullmatch(word):
            return None
        found = self.inside.match(word)
        return found.group() if found else None

    def inside_of(self, word: str, english: Set[str]) -> str | None:
        """Give a name that stands in a word with nothing but English words around it."""
        if len(word) > _LONGEST:
            return None
        return next(
            (
                found.group()
                for found in self.inside.finditer(word)
                if _are_words(word[: found.start()], english, self.names)
                and _are_words(word[found.end() :], english, self.names)
            ),
            None,
        )


def make_run(names: Iterable[str]) -> Run | None:
    """Make names ready; None where all are too short to be told in a word."""
    all_ = frozenset(name for name in names if len(name) > 1 and name.isalpha())
    long = sorted((name for name in all_ if len(name) >= _SHORTEST), key=lambda name: (-len(name), name))
    if not long:
        return None
    either = "|".join(map(re.escape, long))
    return Run(
        names=all_,
        apart=re.compile(rf"(?:{either})s?(?:(?:and|n)?(?:{either})s?)+"),
        inside=re.compile(either),
    )


def _are_words(letters: str, english: Set[str], names: Set[str]) -> bool:
    """Tell whether letters can be parted into words."""
    reached = [True] + [False] * len(letters)
    for end in range(1, len(letters) + 1):
        reached[end] = any(
            reached[start] and _is_piece(letters[start:end], english, names) for start in range(max(0, end - 20), end)
        )
    return reached[-1]


def _is_piece(piece: str, english: Set[str], names: Set[str]) -> bool:
    return piece in names or piece in _LITTLE or (len(piece) >= _SHORTEST and piece in english)
