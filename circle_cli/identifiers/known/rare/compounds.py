"""Trades that no list need hold, as they are put together from general words: "a dog breeder", "a wheelwright"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import Token, Words, key_at

_OF_A_VERB, _NO_TRADE = words("does", "made of a verb"), words("does", "not of a trade")
_ENDINGS, _ENDS_LIKE = tuple(words("does", "of one word")), words("does", "ends like a trade")
_WHOSE = frozenset(
    ("a", "an", "the", "as", "was", "is", "retired", "his", "her", "their", "our", "that", "by", "former", "ex")
)
_OF_A_SERVICE = frozenset(
    ("model", "approach", "role", "plan", "meeting", "group", "assessment", "service", "team", "scheme")
)
_SHORTEST = 7
"""Letters of a word that ends like a trade: “poacher” is one, “smith” a name."""


def find_compounds(tokens: Words) -> Iterator[Mark]:
    """Find them where an article or the like stands before."""
    for place in [place for place, key in enumerate(tokens.row) if _may_be_one(key)]:
        token = tokens[place]
        if token.key in _OF_A_VERB or token.key.removesuffix("s") in _OF_A_VERB:
            if _is_put_together(tokens, place):
                yield _mark(tokens[place - 1].start, token.end)
        elif _is_one_word(tokens, place):
            yield _mark(token.start, token.end)


@lru_cache(maxsize=20_000)
def _may_be_one(key: str) -> bool:
    return key in _OF_A_VERB or key.removesuffix("s") in _OF_A_VERB or key.endswith(_ENDINGS)


def _mark(start: int, end: int) -> Mark:
    return Mark(
        kind=Identifier.ROLE,
        start=start,
        end=end,
        reason="says what somebody does or did",
        suggestion="“worked”, or a general word",
    )


def _is_put_together(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    before = key_at(tokens, place - 1)
    if len(before) < 2 or before in _NO_TRADE or before.endswith("ly") or token.gap not in (" ", "-"):
        return False
    led_to = key_at(tokens, place - 2) in _WHOSE or key_at(tokens, place - 3) in _WHOSE
    return led_to and key_at(tokens, place + 1) not in _OF_A_SERVICE


def _is_one_word(tokens: Sequence[Token], place: int) -> bool:
    key = tokens[place].key
    known = len(key) >= _SHORTEST and key not in _ENDS_LIKE
    return known and (key_at(tokens, place - 1) in _WHOSE or key_at(tokens, place - 2) in _WHOSE)
