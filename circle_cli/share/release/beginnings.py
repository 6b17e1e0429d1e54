"""Which of many beginnings of long names stand in a text without gaps. Pure.

Only every fifth letter is looked at: wherever such a beginning stands, five of its letters stand from one of them on.
"""

from collections.abc import Iterable

LONG = 9
"""Letters from which on a name is also looked for with all white space taken out, and those of a beginning."""

MANY = 150
"""First words, or beginnings, from which on it is quicker to take a text apart than to look for each."""

_PART = (LONG + 1) // 2


class Beginnings:
    """The beginnings of long names, ready to be looked for."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self.every = frozenset(beginnings)
        self._parts = frozenset(each[at : at + _PART] for each in self.every for at in range(LONG - _PART + 1))

    def found_in(self, letters: str) -> frozenset[str]:
        """Give those that stand in a text of letters and digits."""
        if len(self.every) < MANY:
            return frozenset(each for each in self.every if each in letters)
        parts = self._parts
        near = [at for at in range(0, len(letters) - _PART + 1, _PART) if letters[at : at + _PART] in parts]
        back = LONG - _PART
        return self.every.intersection(
            letters[at : at + LONG] for place in near for at in range(max(0, place - back), place + 1)
        )
