"""Numbers written in signs, and no letters: to whoever looks through the files of a site, what is a word is one. Pure.

`assets/list.js` and `assets/ask.js` read them.
"""

from collections.abc import Iterable, Sequence
from operator import sub

_LAST, _MORE = "!#()*+,-./:;=?@[", "]^_{|}~'"
"""The signs in which numbers are written: how one ends, and what may stand before."""


def in_signs(number: int) -> str:
    """Write a whole number from 0 up."""
    text, number = _LAST[number % len(_LAST)], number // len(_LAST)
    while number:
        number, digit = divmod(number - 1, len(_MORE))
        text = _MORE[digit] + text
    return text


class _Written(dict[int, str]):
    """Numbers as they are written: the first ones are there, since they are written most."""

    def __missing__(self, number: int) -> str:
        return in_signs(number)


_SIGNS = _Written((number, in_signs(number)) for number in range(2**12))


def steps(numbers: Sequence[int]) -> str:
    """Write whole numbers, each greater than the one before, as the steps from one to the next."""
    return row(map(sub, numbers, (-1, *numbers)))


def row(numbers: Iterable[int]) -> str:
    """Write whole numbers, one after the other."""
    return "".join(map(_SIGNS.__getitem__, numbers))
