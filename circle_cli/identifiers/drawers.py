"""Words by how they begin, put away until a text has one that begins so: of thousands, a text needs a few."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from circle_cli.identifiers.seen.tokens import tokenise

Line = TypeVar("Line")
Known = TypeVar("Known")

_LETTERS = 2
"""So many tell one drawer from the next."""


class Drawers(dict[str, Known], Generic[Line, Known]):
    """What is known of the phrases that begin with a word: each drawer is opened when one of its words is asked for."""

    def __init__(
        self,
        lines: Iterable[Line],
        written: Callable[[Line], str],
        opened: Callable[[Sequence[Line]], Mapping[str, Known]],
        nothing: Known,
    ) -> None:
        """Put lines away. `written` gives a line's phrase; `opened` what is known of some, by the first word of each.

        Of a word with which none begins, `nothing` is known.
        """
        self._opened, self._nothing = opened, nothing
        self._shut: dict[str, list[Line]] = {}
        for line in lines:
            self._shut.setdefault(_drawer_of(written(line)), []).append(line)

    def __missing__(self, word: str) -> Known:
        if lines := self._shut.get(word[:_LETTERS]):
            self.update(self._opened(lines))
            self._shut.pop(word[:_LETTERS], None)  # only now: whoever asks at the same time opens it, too
        return self.setdefault(word, self._nothing)


def _drawer_of(phrase: str) -> str:
    begin = phrase[:_LETTERS]
    if begin.isascii() and begin.isalpha() and len(begin) == _LETTERS:
        return begin.lower()
    return tokenise(phrase)[0].word[:_LETTERS]
