"""Numbers written in signs, and no letters: to whoever looks through the files of a site, what is a word is one. Pure.

`assets/list.js` and `assets/ask.js` read them.
"""

from collections.abc import Iterable, Sequence

_LAST, _MORE = "!#()*+,-./:;=?@[", "]^_{|}~'"
"""The signs in which numbers are written: how one ends, and what may stand before."""


def in_signs(number: int) -> str:
    """Write a whole number from 0 up."""
    text, number = _LAST[number % len(_LAST)], number // len(_LAST)
    while number:
        number, digit = divmod(number - 1, len(_MORE))
        text = _MORE[digit] + text
    return text


_FIRST = tuple(map(in_signs, range(2**12)))
"""The numbers that are written most."""


def steps(numbers: Sequence[int]) -> str:
    """Write whole numbers, each greater than the one before, as the steps from one to the next."""
    return row(number - before for before, number in zip((-1, *numbers), numbers, strict=False))


def row(numbers: Iterable[int]) -> str:
    """Write whole numbers, one after the other."""
    return "".join(_FIRST[number] if number < len(_FIRST) else in_signs(number) for number in numbers)
