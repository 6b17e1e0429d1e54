"""Laws by their names, with the year: "Autism Act 2009", or of general words alone: "Care Planning Regulations"."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.figures.numbers import is_year
from circle_cli.identifiers.seen.tokens import Token, Words, token_at

_NO_LAW = words("name_or_word", "no law")
_INSIDE = words("name_or_word", "inside a law")
_GENERAL = words("posts", "words")
_LAWS = frozenset(("act", "regulations"))
_LONGEST = 12  # words before the year


def length_of_law(tokens: Words, place: int) -> int:
    """Give how many words from `place` on are the name of a law with its year; 0 if none are."""
    if _LAWS.isdisjoint(tokens.keys) or not tokens[place].capital or tokens[place].key in _NO_LAW:
        return 0
    for end in range(place + 1, min(place + _LONGEST, len(tokens))):
        token = tokens[end]
        if token.key in _LAWS and token.capital:
            dated = _is_its_year(token_at(tokens, end + 1))
            return end + 1 + dated - place if dated or _are_general(tokens[place:end]) else 0
        if not _goes_on(token):
            return 0
    return 0


def _are_general(before: Sequence[Token]) -> bool:
    """Tell whether every word says what the law is about, as in "the Care Planning Regulations"."""
    return len(before) > 1 and all(token.key in _GENERAL or token.key in _INSIDE for token in before)


def _is_its_year(token: Token | None) -> bool:
    return token is not None and token.gap == " " and is_year(token.text)


def _goes_on(token: Token) -> bool:
    return token.gap in (" ", ", ", " (", ") ") and (token.capital or token.key in _INSIDE)
