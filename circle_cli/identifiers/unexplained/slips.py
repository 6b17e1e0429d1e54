"""Slips of the pen: “timetbale”, “assocation”, and in a text that is full of them also “askde”, “refusd”, “carrirer”.

A name may be such a slip by chance: of nine letters or more, two in a thousand are; of five, twenty-four. So the
shorter ones count only where a text shows that it was typed in haste, and known names that read so never do. What was
meant must be a word that says nothing of anybody: no name, no town, no number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.lists import Lists

_NUMBERS = frozenset(
    number for section in ("ones", "tens", "ordinals", "ordinal tens") for number in phrases("dates", section)
)
_LONG, _SHORT, _SHORTEST = 7, 5, 4
_SO_LONG = 9
"""So long a word is a slip in any text."""
_HEARD = (("s", "c"), ("c", "s"), ("s", "z"), ("z", "s"), ("f", "ph"))
_LETTERS_HEARD, _LETTERS_MORE, _LETTERS_OTHERWISE = 5, 6, 7
"""So many letters a word has, at least, that is read as spelt by ear, with a letter too many, or with another vowel."""
_A_VOWEL = "aeiou"
_VOWELS, _NO_VOWEL = re.compile("[aeiou]"), re.compile("[b-df-hj-np-tv-xz]+")
_SO_MANY = 3
"""So many different slips make a text one that was typed in haste."""


def is_a_slip(word: str, lists: Lists, *, in_haste: bool) -> bool:
    """Tell whether it is a word with two neighbouring letters swapped; in haste, also one with any other slip."""
    if _is_swapped(word, lists, _SHORT if in_haste else _LONG):
        return True
    return (in_haste or len(word) >= _SO_LONG) and _was_meant(word, _otherwise(word, lists.english), lists)


def are_in_haste(typed: Iterable[str], lists: Lists) -> bool:
    """Tell of the different words of a text whether it was typed in haste."""
    slips = (word for word in typed if word not in lists.english and is_a_slip(word, lists, in_haste=True))
    return len([*islice(slips, _SO_MANY)]) == _SO_MANY


def is_typed_short(word: str, lists: Lists) -> bool:
    """Tell whether it is a word without its vowels, or one that was done, without the last: “grnd”, “askd”."""
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    done = word[:-1] + "ed"
    if word[-1] == "d" and done in lists.english:
        return _was_meant(word, (done,), lists)
    return bool(_NO_VOWEL.fullmatch(word)) and _was_meant(word, _with_vowels(word, lists.english), lists)


def _with_vowels(word: str, english: frozenset[str]) -> tuple[str, ...]:
    """Give the words of which only these consonants are left."""
    same = _by_consonants(english).get(word, ())
    return tuple(each for each in same if each[0] == word[0] and each[-1] in (word[-1], *"aeiou"))


@lru_cache(maxsize=1)
def _by_consonants(english: frozenset[str]) -> dict[str, list[str]]:
    """Give all words by what is left of them: to go through them for each would take seconds in a long text."""
    found: dict[str, list[str]] = {}
    for each in english:
        found.setdefault(_VOWELS.sub("", each), []).append(each)
    return found


def _is_swapped(word: str, lists: Lists, shortest: int) -> bool:
    return len(word) >= shortest and _was_meant(word, _swapped(word, lists.english), lists)


def _was_meant(word: str, meant: Sequence[str], lists: Lists) -> bool:
    return bool(meant) and word not in _names() and not any(_says_something(each, lists) for each in meant)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return words("slips", "names")  # opened where something was typed so: they are many


def _says_something(word: str, lists: Lists) -> bool:
    of_somebody = not lists.is_word(word) or word in lists.both or word in lists.soft
    return of_somebody or word in lists.places or word in _NUMBERS


@lru_cache(maxsize=5_000)
def _swapped(word: str, english: frozenset[str]) -> tuple[str, ...]:
    """Give the words that it may have been, if two letters were swapped; the first letter is typed right."""
    typed = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    return tuple(each for each in typed if each in english)


@lru_cache(maxsize=5_000)
def _otherwise(word: str, english: frozenset[str]) -> tuple[str, ...]:
    """Give the words that it may have been, if a letter is missing, too many, or another one; never the first."""
    return tuple(each for each in _typed_otherwise(word) if each in english)


def _typed_otherwise(word: str) -> Iterator[str]:
    inside = range(1, len(word))
    if len(word) >= _LETTERS_HEARD:
        yield from (word[:at] + meant + word[at + 1 :] for at in inside for as_is, meant in _HEARD if word[at] == as_is)
    if len(word) >= _LETTERS_MORE:
        yield from (word[:at] + letter + word[at:] for at in inside for letter in ascii_lowercase)
        yield from (word[:at] + word[at + 1 :] for at in inside if word[at] in _around(word, at))
    if len(word) >= _LETTERS_OTHERWISE:
        yield from (word + letter for letter in ascii_lowercase)
        yield from (word[:at] + vowel + word[at + 1 :] for at in inside if word[at] in _A_VOWEL for vowel in _A_VOWEL)


def _around(word: str, at: int) -> str:
    """Give the letters up to two places off: “carrirer” has an “r” too many."""
    return word[max(0, at - 2) : at] + word[at + 1 : at + 3]
