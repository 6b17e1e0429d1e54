"""Models, scales and tools whose names are made of plain words: "Trauma Recovery Model", "Ladder of Inference"."""

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_only_a_word
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, Words, token_at

_METHODS = words("posts", "methods")
_JOINING = words("posts", "joining")
_LONGEST = 5


def length_of_method(tokens: Words, place: int, lists: Lists) -> int:
    """Give how many words from `place` on are the name of a method; 0 if none are.

    With a word in it that is no plain English, or a name as well, it may be called after a place or somebody.
    """
    if _METHODS.isdisjoint(tokens.keys) or not _is_plain(tokens[place], lists):
        return 0
    for length in range(2, _LONGEST + 1):
        token = token_at(tokens, place + length - 1)
        if token is None or token.opens or token.gap not in (" ", "-"):
            return 0
        if token.capital and token.key in _METHODS:
            after = token_at(tokens, place + length)
            return 0 if after is not None and after.gap == " " and after.capital else length
        if not (_is_plain(token, lists) or (token.lower and token.key in _JOINING)):
            return 0
    return 0


def _is_plain(token: Token, lists: Lists) -> bool:
    plain = token.capital and not token.upper and not token.possessive and len(token.text) > 1
    return plain and token.word not in lists.places and is_only_a_word(token.word, lists)
