"""Runs of words that the lists account for, such as "Care Act #": found by their first two words, the longest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.identifiers.drawers import Drawers
from circle_cli.identifiers.seen.tokens import Token, tokenise

NUMBER = "#"
"""Stands in a phrase for a number of up to four digits, with letters and brackets if there are any: 47, 117(2), 3A."""

ANY_SECOND = frozenset(("", NUMBER))
"""Stand for the second word where a phrase is one word, or has a number there: then the next word tells nothing."""

_STAND_IN = "anumber"
_DASHES = str.maketrans("–—‐‑\u2011", "-----")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, and what may stand between them. `capital`: it may be written with capitals.

    `exact` holds, for each word that is letters such as EDI or DoLS, how it must be written: in other letters it may be
    somebody's name. It is empty for all other words.
    """

    keys: tuple[str, ...]
    exact: tuple[str, ...]
    gaps: tuple[str, ...]
    capital: bool
    own: bool
    """It is one word with a possessive: "Down's", which says nothing of "Down"."""


_BySecond = Mapping[str, Sequence[Phrase]]
"""Phrases by their second word, the longest first; "" where there is none."""


class Phrases:
    """Many phrases, to be looked for in a text."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take phrases as people write them."""
        self.by_first: Mapping[str, _BySecond] = Drawers(lines, _standing_in, _by_first, {})
        """By the words with which they begin; to be asked with brackets, and nothing where none does."""

    def __contains__(self, key: str) -> bool:
        return "" in self.by_first[key]

    def at(self, tokens: Sequence[Token], place: int, *, loud: bool = False) -> int:
        """Give how many words from `place` on a phrase accounts for; 0 where none does.

        In a loud line, written in capitals alone, they say as little as small letters do.
        """
        known = self.by_first[tokens[place].word]
        if not known:
            return 0
        longest = 0
        if place + 1 < len(tokens):
            after = tokens[place + 1]
            longest = _longest(known.get(after.word, ()), tokens, place, loud=loud)
            if NUMBER in known and _is_number(after.text):
                longest = max(longest, _longest(known[NUMBER], tokens, place, loud=loud))
        return longest or _longest(known.get("", ()), tokens, place, loud=loud)


def _longest(known: Sequence[Phrase], tokens: Sequence[Token], place: int, *, loud: bool) -> int:
    for phrase in known:
        if _fits(phrase, tokens, place, loud=loud):
            return len(phrase.keys)
    return 0


def _by_first(lines: Iterable[str]) -> Mapping[str, _BySecond]:
    by_first: dict[str, dict[str, list[Phrase]]] = {}
    for phrase in sorted(map(_phrase, lines), key=lambda phrase: -len(phrase.keys)):
        first, second = (*phrase.keys, "")[:2]
        by_first.setdefault(first, {}).setdefault(second, []).append(phrase)
    return by_first


def _standing_in(line: str) -> str:
    return line.replace(NUMBER, _STAND_IN)


def _phrase(line: str) -> Phrase:
    tokens = tokenise(_standing_in(line))
    keys = tuple(NUMBER if token.text == _STAND_IN else token.word for token in tokens)
    exact = tuple(token.text if _is_letters(token.text) else "" for token in tokens)
    gaps = tuple(_plain(token.gap) for token in tokens[1:])
    own = len(tokens) == 1 and tokens[0].possessive
    return Phrase(keys=keys, exact=exact, gaps=gaps, capital=line != line.lower() or NUMBER in line, own=own)


def _is_letters(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _plain(gap: str) -> str:
    """Give what stands between two words, where a space, a line's end and a hyphen are alike."""
    return gap.translate(_DASHES).strip(' \t\n-*_"“”‘’') or " "


def _fits(phrase: Phrase, tokens: Sequence[Token], place: int, *, loud: bool) -> bool:
    end = place + len(phrase.keys)
    if end > len(tokens) or not (phrase.capital or loud or tokens[place].opens or tokens[place].lower):
        return False
    if not _is_written(phrase, 0, tokens[place]) or (phrase.own and not tokens[place].possessive):
        return False
    for number in range(1, len(phrase.keys)):
        token = tokens[place + number]
        wanted = phrase.keys[number]
        right = _is_number(token.text) if wanted == NUMBER else token.word == wanted
        if not right or _plain(token.gap) != phrase.gaps[number - 1] or not _is_written(phrase, number, token):
            return False
    return True


def _is_written(phrase: Phrase, number: int, token: Token) -> bool:
    exact = phrase.exact[number]
    return not exact or token.upper or token.text == exact


def _is_number(word: str) -> bool:
    return word[0].isdigit() and len(word) <= 5 and word.rstrip("abcdefABCDEF").isdigit()
