"""The scripts in which words are written: letters of two of them can look alike."""

import unicodedata
from functools import lru_cache


def is_mixed(word: str) -> bool:
    """Tell whether a word has letters of more than one script, which look alike and are not."""
    return not word.isascii() and len({_script(letter) for letter in word if letter.isalpha()}) > 1


@lru_cache(maxsize=2_000)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
