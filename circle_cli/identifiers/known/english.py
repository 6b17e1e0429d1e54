"""Whether English accounts for a word: alone, or made of a word with a prefix or an ending."""

import re
from functools import lru_cache

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.lists import Lists


def is_word(key: str, lists: Lists) -> bool:
    """Tell whether English accounts for a word, alone or made of a prefix and a word, or of a word and an ending."""
    if lists.is_word(key):
        return True
    if key.startswith("t'") and key[2:] in lists.english:
        return key[2:] not in lists.always  # “on t'list”
    if key in lists.always or ("'" in key and not key.endswith(("'", "'d", "'ll", "'ve", "'re", "n't"))):
        return False
    if "'" in key:
        return lists.is_word(key.split("'")[0].removesuffix("n") or key) or lists.is_word(key.split("'")[0])
    return _is_made_of_words(key, lists.english) or _is_drawn_out(key, lists)


def is_only_a_word(key: str, lists: Lists) -> bool:
    """Tell whether it is an English word, and no name that the lists know."""
    return is_word(key, lists) and not any(key in names for names in (lists.always, lists.both, lists.soft))


def _is_drawn_out(key: str, lists: Lists) -> bool:
    """Tell whether it is a word with a letter drawn out, as no name is: "sooo", "yesss"."""
    if not _DRAWN_OUT.search(key):
        return False
    shortest, shorter = _DRAWN_OUT.sub(r"\1", key), _DRAWN_OUT.sub(r"\1\1", key)
    return lists.is_word(shortest) or lists.is_word(shorter)


_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_PREFIXES = words("writing", "prefixes")
_ENDINGS = words("writing", "endings")
_ENDED = ("ing", "ed")
_SHORTEST_DOING = 7
"""Letters: of what is shorter, and said without its last letter, many are surnames."""


@lru_cache(maxsize=20_000)
def _is_made_of_words(key: str, english: frozenset[str]) -> bool:
    for prefix in _PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= 6 and key[len(prefix) :] in english:
            return True
    if key.endswith("in") and len(key) >= _SHORTEST_DOING and key + "g" in english:
        return True  # “safeguardin”
    if key.endswith("aly") and len(key) >= _SHORTEST_DOING and key[:-1] + "ly" in english:
        return True  # “normaly”
    if key.endswith("eds") and len(key) >= _SHORTEST_DOING and key[:-1] in english:
        return True  # “the newly qualifieds”
    for ending in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem.endswith(_ENDED):
            continue  # a word ends once: “Hastings”, “Kissinger” and “Cummings” are none
        if stem != key and len(stem) >= 6 and (stem in english or stem + "e" in english):
            return True
    return False
