"""Services and groups that are called with "the" and plain words: "the net loft", "the busy fingers".

Grammar needs no word between "the" and "loft": one that says nothing of which loft it is, or what for, makes a name.
"""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.organisations.naming import is_a_thing, is_general, is_over
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_HOUSES, _ROOMS = words("articled", "houses"), words("articled", "rooms and shops")
_TOGETHER = words("articled", "people together")
_WITH_LITTLE, _JOINING = words("articled", "together with general words"), words("articled", "joining")
_OLD, _SAYS_LITTLE = words("articled", "old houses"), words("articled", "says little")
_PAIRS = frozenset(tuple(pair.split()) for pair in phrases("articled", "ordinary pairs"))
_OF_A_TOWN = frozenset(tuple(pair.split()) for pair in phrases("articled", "one in a town"))
_PARTS, _ENDS = words("articled", "parts of anything"), words("organisations", "ends a name")
_BUSY = words("articled", "busy") | _WITH_LITTLE
_OF_A_TIME = words("articled", "of a time")
_COLOURED = words("articled", "coloured so")
_HEADS = _HOUSES | _ROOMS | _TOGETHER
_THINGS_THERE = words("articled", "rooms and shops") - words("articled", "everywhere")
_LONGEST = 3
_SHORTEST = 3


def articled(tokens: Sequence[Token], place: int, lists: Lists, *, is_there: bool) -> int:
    """Give where a name ends that begins behind "the" at this place; 0 where none does.

    `is_there` tells that somebody goes there, works there or rings: then it may be a room or a shop.
    """
    begin = place + 1
    for length in range(_LONGEST, 1, -1):
        end = begin + length
        if (
            end <= len(tokens)
            and _may_end_one(tokens[end - 1].key, is_there)
            and _is_a_name(tokens, begin, end, lists, is_there)
        ):
            return end
    last = key_at(tokens, begin + 1)
    if is_there and (key_at(tokens, begin), last) in _OF_A_TOWN and _stand_in_a_row(tokens, begin, begin + 2):
        return begin + 2
    return 0


def is_busy(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a name that ends here is of people together, where any word makes one: "the busy fingers"."""
    return tokens[end - 1].key in _BUSY


def _is_a_name(tokens: Sequence[Token], begin: int, end: int, lists: Lists, is_there: bool) -> bool:
    head, before = tokens[end - 1].key, tokens[end - 2].key
    if (before, head) in _PAIRS or key_at(tokens, end) == "of" or not _stand_in_a_row(tokens, begin, end):
        return False
    if before in ("old", "new"):
        return head in _OLD
    if head not in _HOUSES and head not in _TOGETHER and not is_there:
        return False
    if key_at(tokens, begin - 2) in _JOINING and head in _WITH_LITTLE:
        return is_over(tokens, end)
    if end == begin + 2 and before in _OF_A_TIME and head in _BUSY:
        return True
    if end == begin + 2 and before in _COLOURED:
        return (head in _BUSY or (is_there and head in _THINGS_THERE)) and is_over(tokens, end)
    says = [_may_be_in_a_name(token, lists) for token in tokens[begin : end - 1]]
    said = head in _OLD and says[-1] and not is_general(tokens[end - 2].word)  # “the old carpet mill”
    old = tokens[begin].key in ("old", "new") and end - begin > 2 and (before in _OLD or said)
    return old or (all(says) and _goes_on(tokens, end))


def _may_end_one(key: str, is_there: bool) -> bool:
    return key in _HEADS or (is_there and is_a_thing(key) and key not in _PARTS)


def _stand_in_a_row(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether they are written as plain words, with nothing between them but spaces."""
    row = tokens[begin:end]
    return all(_is_plain(token) for token in row) and not tokens[end - 1].possessive


def _is_plain(token: Token) -> bool:
    return token.gap in (" ", "' ", "’ ") and (token.lower or token.upper)


def _may_be_in_a_name(token: Token, lists: Lists) -> bool:
    key = token.key
    plain = len(key) >= _SHORTEST and key.isalpha() and token.word in lists.english
    says = key not in _SAYS_LITTLE and key not in _ENDS
    return plain and says and not key.endswith(("ly", "est", "tion", "ment", "ity", "ness", "able"))


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    after = token_at(tokens, end)
    return is_over(tokens, end) or after is None or after.key.endswith("ed") or is_general(after.word)
