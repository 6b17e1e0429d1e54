"""What of a text is a word, and which words are alike whatever their endings and their spelling.

`assets/words.js` does the same with the same rules; a table of pairs is run in both (tests/site/search).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from circle_cli.site.searching.rules import IRREGULAR, SPELLING, STEPS

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouwxy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1")
_ALIKE = str.maketrans("\u2018\u2019\u02bc\u2010\u2011", "'''--")
_VERBS = 1
"""The step of the endings of verbs."""

_ENDINGS = tuple(tuple(ending for ending, _, _ in step) for step in STEPS)


def fold(text: str) -> str:
    """Give a text in small letters without accents, and with one kind of apostrophe and hyphen."""
    if text.isascii():
        return text.lower()
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Mn")
    return plain.translate(_ALIKE).lower()


def words_in(text: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a text, in order; one with hyphens is several, which are also looked for as one."""
    return map(parts_of, tokens_in(text))


def tokens_in(text: str) -> Sequence[str]:
    """Give the words of a text whole, in order."""
    found: list[str] = _WORD.findall(fold(text))
    return found


def parts_of(token: str) -> tuple[str, ...]:
    """Give the words that stand in one with hyphens, or one with an apostrophe without it."""
    if token.isalnum():
        return (token,)
    whole = token.removesuffix("'s").removesuffix("'ll").replace("'", "")
    return tuple(part for part in whole.split("-") if part)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give what a word has in common with its other forms."""
    word = IRREGULAR.get(word, word)
    if word in IRREGULAR or len(word) < 4 or not word.isalpha():
        return word
    for old, new, least in SPELLING:
        place = word.find(old, least)
        if place >= 0:
            word = word[:place] + new + word[place + len(old) :]
    for number, (step, endings) in enumerate(zip(STEPS, _ENDINGS, strict=True)):
        shorter = _without_ending(word, step) if word.endswith(endings) else word
        if number == _VERBS and len(shorter) < len(word):
            shorter = _whole_again(shorter)
        word = IRREGULAR.get(shorter, shorter)
        if word in IRREGULAR:
            return word
    return word[:-1] if len(word) > 3 and word.endswith("e") and not _SHORT.fullmatch(word[:-1]) else word


def _without_ending(word: str, step: tuple[tuple[str, str, int], ...]) -> str:
    for ending, instead, least in step:
        before = word[: len(word) - len(ending)]
        if word.endswith(ending) and len(before) >= least and (not least or _VOWEL.search(before)):
            return before + instead
    return word


def _whole_again(word: str) -> str:
    if _DOUBLED.fullmatch(word[-2:]):
        return word[:-1]
    return f"{word}e" if _SHORT.fullmatch(word) else word
