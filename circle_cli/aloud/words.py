"""The id of a learning point as four plain words, and back: `k3f9abcd` is said over a telephone by nobody.

An id is eight of 31 signs, so two of them are one of 961 words (31 x 31), and the four words are the id itself in other
letters: no two ids have the same, however many there are, and nothing has to be looked up.
"""

import re
from functools import cache
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import ALPHABET

_SIGNS = len(ALPHABET)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile("[\\s,.\N{HYPHEN}-\N{HORIZONTAL BAR}-]+")


@cache
def words() -> tuple[str, ...]:
    """Give the words, each at its place for good."""
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def aloud(id_: str) -> str:
    """Say an id in its words, with hyphens between, so that they are one thing to copy."""
    places = (ALPHABET.index(id_[at]) * _SIGNS + ALPHABET.index(id_[at + 1]) for at in range(0, len(id_), 2))
    return "-".join(words()[place] for place in places)


def typed_id(said: str) -> str:
    """Give the id, or the beginning of one, that somebody typed as it is or in two of its words or more.

    Raises:
        CircleError: a word is none of them.
    """
    found = [word for word in _BETWEEN.split(said.strip().casefold()) if word]
    if len(found) < 2 or not all(map(_WORD.fullmatch, found)):
        return said
    return "".join(_signs(word) for word in found)


def _signs(word: str) -> str:
    if word in words():
        first, second = divmod(words().index(word), _SIGNS)
        return ALPHABET[first] + ALPHABET[second]
    from difflib import get_close_matches  # who types an id, or all four words, waits for nothing

    near = get_close_matches(word, words(), n=2, cutoff=0.7)
    do = f"is it {' or '.join(near)}?" if near else "the page of a learning point shows its four words"
    raise CircleError(f"{word}: none of the words that a learning point goes by", USAGE, do=do)
