"""Slips of the pen: “timetbale”, “assocation”, and in a text that is full of them also “askde”, “refusd”, “hapy”.

A name may be such a slip by chance: two in a hundred of the shortest that count for their kind, and of the long ones a
few in a thousand. So the shorter ones count only where a text shows that it was typed in haste, and known names that
read so never do. What was meant must be a word that says nothing of anybody: no name, no town, no number.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.lists import Lists

_NUMBERS = frozenset(
    number for section in ("ones", "tens", "ordinals", "ordinal tens") for number in phrases("dates", section)
)
_HEARD = (("s", "c"), ("c", "s"), ("s", "z"), ("z", "s"), ("f", "ph"))
_A_VOWEL = "aeiou"
_VOWELS, _NO_VOWEL = re.compile("[aeiou]"), re.compile("[b-df-hj-np-tv-xz]+")
_SHORTEST, _LONGEST = 4, 30
"""No word of English is longer; what may have been meant of a word of a thousand letters would take minutes."""

_SO_MANY = 3
"""So many different slips make a text one that was typed in haste."""


def is_a_slip(word: str, lists: Lists, *, in_haste: bool) -> bool:
    """Tell whether it is a word that was typed otherwise than it was meant; in haste, a shorter one may be, too."""
    return len(word) <= _LONGEST and _was_meant(word, _meant(word, lists.english, in_haste), lists)


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


def _was_meant(word: str, meant: Sequence[str], lists: Lists) -> bool:
    return bool(meant) and word not in _names() and not any(_says_something(each, lists) for each in meant)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return words("slips", "names")  # opened where something was typed so: they are many


def _says_something(word: str, lists: Lists) -> bool:
    of_somebody = not lists.is_word(word) or word in lists.both or word in lists.soft
    return of_somebody or word in lists.places or word in _NUMBERS


@lru_cache(maxsize=5_000)
def _meant(word: str, english: frozenset[str], in_haste: bool) -> tuple[str, ...]:
    """Give the words that it may have been; the first letter is typed right."""
    made = (make(word) for make, hastily, anywhere in _SLIPS if len(word) >= (hastily if in_haste else anywhere))
    return tuple(each for typed in made for each in typed if each in english)


def _with_two_swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))


def _with_one_more(word: str) -> Iterator[str]:
    return (word[:at] + letter + word[at:] for at in range(1, len(word)) for letter in ascii_lowercase)


def _with_one_doubled(word: str) -> Iterator[str]:
    return (word[:at] + word[at] + word[at:] for at in range(1, len(word)))


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _without_one_said_twice(word: str) -> Iterator[str]:
    """Leave out a letter that stands again up to two places off: “carrirer”."""
    around = (word[max(0, at - 2) : at] + word[at + 1 : at + 3] for at in range(len(word)))
    return (word[:at] + word[at + 1 :] for at, near in enumerate(around) if at and word[at] in near)


def _as_heard(word: str) -> Iterator[str]:
    heard = ((at, meant) for at in range(1, len(word)) for as_is, meant in _HEARD if word[at] == as_is)
    return (word[:at] + meant + word[at + 1 :] for at, meant in heard)


def _with_another_vowel(word: str) -> Iterator[str]:
    at_vowels = (at for at in range(1, len(word)) if word[at] in _A_VOWEL)
    return (word[:at] + vowel + word[at + 1 :] for at in at_vowels for vowel in _A_VOWEL)


def _with_an_end(word: str) -> Iterator[str]:
    return (word + letter for letter in ascii_lowercase)


_SLIPS: tuple[tuple[Callable[[str], Iterator[str]], int, int], ...] = (
    (_with_two_swapped, 5, 7),  # “timetbale”
    (_with_one_doubled, 4, 6),  # “hapy”, “admision”
    (_as_heard, 5, 9),  # “twise”
    (_with_one_more, 6, 9),  # “refusd”, “assocation”
    (_without_one_said_twice, 6, 9),  # “carrirer”
    (_with_another_vowel, 7, 9),  # “trampolene”
    (_with_an_end, 7, 9),  # “advocat”
    (_without_one, 8, 10),  # “compleated”
)
"""What may have been meant, and how many letters a word has, at least, that is read so: in haste, and anywhere."""
