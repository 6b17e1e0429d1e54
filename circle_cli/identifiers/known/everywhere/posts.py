"""Posts, teams and boards that every authority has, put together from general words: "Deputy Team Manager"."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

POST_WORDS = words("posts", "words")
"""What the names of posts are put together from."""

_JOINING = words("posts", "joining")
_WHOSE = words("posts", "whose")
_ALONE = words("posts", "alone")
_LONGEST_JOINT = 2  # "for the"
_BETWEEN = (" ", "-", ", ", " & ", "/", "’ ", "' ", "'s ", "’s ")


def length_of_post(tokens: Sequence[Token], place: int) -> int:
    """Give how many words from `place` on are a general name in capital letters; 0 if none are.

    One word alone is a name of that kind only behind "the", "our" and the like; it is never the beginning of another
    name ("the Panel Larkspur").
    """
    if not _is_general(tokens[place]):
        return _length_alone(tokens, place)
    length = capitals = 1
    while (more := _goes_on(tokens, place + length)) > 0:
        length += more
        capitals += 1
    if capitals == 1:
        return _length_alone(tokens, place)
    return 0 if _is_part_of_more(tokens, place, place + length) else length


def _is_general(token: Token) -> bool:
    return token.capital and token.key in POST_WORDS


def _goes_on(tokens: Sequence[Token], place: int) -> int:
    """Give how many words it goes on by: the next one, and small ones before it."""
    for length in range(1, _LONGEST_JOINT + 2):
        token = token_at(tokens, place + length - 1)
        if token is None or token.opens or token.gap not in _BETWEEN:
            return 0
        if _is_general(token):
            return length
        if not (token.lower and token.key in _JOINING) or (length > 1 and key_at(tokens, place) == "and"):
            return 0  # "the Panel and the Chair" are two
    return 0


def _is_part_of_more(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether "of" leads from a name to these words, or from them to one: "Ministry of", "of Larkspur"."""
    before, after = token_at(tokens, start - 2), token_at(tokens, end + 1)
    led_to = key_at(tokens, start - 1) == "of" and before is not None and before.capital and not before.opens
    leads_on = key_at(tokens, end) == "of" and after is not None and after.capital
    return led_to or leads_on


def _length_alone(tokens: Sequence[Token], place: int) -> int:
    token, before, after = tokens[place], token_at(tokens, place - 1), token_at(tokens, place + 1)
    if before is None or not token.capital or token.key not in _ALONE or token.gap != " ":
        return 0
    begins_more = after is not None and after.gap in (" ", "-") and after.capital
    return int(before.key in _WHOSE and not begins_more and key_at(tokens, place + 1) != "of")
