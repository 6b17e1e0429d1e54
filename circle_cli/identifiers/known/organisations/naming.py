"""Which plain words services call themselves by: "second chance", "shine a light", "men in sheds".

Each function gives where such a name ends that begins at a place, and 0 where none does.
"""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.name_or_word import WITHIN
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_QUALITIES, _QUALIFIED = words("organisations", "qualities"), words("organisations", "qualified")
_SAID_OF_ANYBODY = frozenset(phrases("organisations", "said of anybody"))
_FIRST_OF_TWO, _ONLY_SAID = words("organisations", "first of two"), words("organisations", "only services say")
_THINGS_OF_TWO, _PLAIN_THINGS = (
    words("organisations", "the thing of two"),
    words("organisations", "before a thing of two"),
)
_WISH, _WITHIN_A_WISH = words("organisations", "begins a wish"), words("organisations", "within a wish")
_FOR_WHOM, _PURPOSE = words("organisations", "begins a purpose"), words("organisations", "purpose")
_FOR_WHAT = words("organisations", "ends a purpose")
_NO_PURPOSE = frozenset(phrases("organisations", "no purpose"))
_SAYS, _ANEW, _ITS_OWN = (
    words("organisations", "says"),
    words("organisations", "begins anew"),
    words("organisations", "its own"),
)
_ENDS = words("organisations", "ends a name")
_NO_NAME = words("organisations", "no name") | words("organisations", "no place")
_GENERAL = _NO_NAME | words("people", "kin") | words("bare", "nobody") | WITHIN | _ENDS | _ITS_OWN
_GENERAL |= words("posts", "words") | frozenset(phrases("roles", "plain places"))
_NEVER_A_PART = ("ing", "ed", "ly")
_HEADS, _GENERAL_HERE = words("organisations", "heads"), _GENERAL | words("organisations", "general before heads")
_GENERAL_HERE |= {
    form
    for said in phrases("services", "general before a service")
    for form in (said.replace("?", ""), said.rstrip("s?"))
}


def several(tokens: Sequence[Token], begin: int, *, sure: bool, to: bool = False) -> int:
    """Give where two or three words end that services put together: “second chance”, “shine a light”."""
    keys = [key_at(tokens, at) for at in range(begin, begin + 3)]
    gaps = [token.gap for token in tokens[begin + 1 : begin + 3]]
    if gaps[:1] != [" "] or tokens[begin].possessive:
        return 0
    pair = f"{keys[0]} {keys[1]}"
    if keys[0] in _QUALITIES and keys[1] in _QUALIFIED and (sure or to or is_over(tokens, begin + 2)):
        if sure or to or pair not in _SAID_OF_ANYBODY:
            return begin + 2
    if sure and keys[0] in _WISH and keys[1] in ("out", "up", "on", "forward") and is_over(tokens, begin + 2):
        return begin + 2
    if len(gaps) < 2 or gaps[1] != " ":
        return 0
    if keys[0] in _FOR_WHOM and keys[1] in _PURPOSE and keys[2] in _FOR_WHAT:
        return 0 if f"{keys[0]} {keys[2]}" in _NO_PURPOSE and not sure else begin + 3
    if keys[0] in _WISH and keys[1] in _WITHIN_A_WISH and sure:
        return begin + 3 if keys[2] not in _ENDS or keys[2] in ("out", "up", "on", "over") else begin + 2
    return 0


def anything(tokens: Sequence[Token], begin: int, longest: int) -> int:
    """Give where words end that say nothing in general, up to so many."""
    at = begin
    while (
        at < len(tokens)
        and at - begin < longest
        and (tokens[at].gap == " ")
        and (tokens[at].key not in _ENDS or (at == begin and tokens[at].key in _FIRST_OF_TWO))
    ):
        key = tokens[at].key
        first_of_two = key in _FIRST_OF_TWO and at == begin and not is_over(tokens, at + 1)
        plain = len(key) < 3 or (key in _GENERAL and not first_of_two) or key.endswith("ly")
        if plain or not key.isalpha() or (at == begin and key.endswith(_NEVER_A_PART[1:])):
            return 0
        at += 1
    return at if at > begin and is_over(tokens, at) else 0


def the_two(tokens: Sequence[Token], begin: int) -> int:
    """Give where “singing kettle” ends behind “the”; “waiting room” and the like are everywhere."""
    if begin + 1 >= len(tokens) or tokens[begin + 1].gap != " " or tokens[begin].possessive:
        return 0
    first, second = tokens[begin].key, tokens[begin + 1].key
    plain = first in _PLAIN_THINGS or first in _GENERAL or first.endswith(("ed", "ly", "est", "er")) or len(first) < 3
    over = is_over(tokens, begin + 2) and key_at(tokens, begin + 2) != "of"
    return begin + 2 if second in _THINGS_OF_TWO and not plain and over else 0


def two_words(tokens: Sequence[Token], begin: int) -> int:
    """Give where exactly two words end that say nothing in general."""
    end = anything(tokens, begin, 2)
    return end if end == begin + 2 else 0


def is_over(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name before this place cannot go on with the word that stands there."""
    token = token_at(tokens, place)
    if tokens[place - 1].possessive or (token is not None and token.key in _ITS_OWN):
        return True
    return token is None or token.gap != " " or token.key in _ENDS


def with_its_kind(tokens: Sequence[Token], place: int) -> int:
    """Give where “airmens club” ends; “the walking group” and the like are everywhere."""
    after, word = token_at(tokens, place + 1), tokens[place]
    if (
        after is None
        or after.key not in _HEADS
        or not after.lower
        or not word.lower
        or after.gap != " "
        or after.possessive
        or word.possessive
    ):
        return 0
    plain = (
        len(word.key) < 3
        or word.key in _GENERAL_HERE
        or word.key.endswith((*_NEVER_A_PART, "ion", "al", "ity", "ent", "ive"))
    )
    return 0 if plain or not word.key.isalpha() else place + 2


def two_that_say(tokens: Sequence[Token], place: int) -> int:
    """Give where two bare words end that open a clause and do what services do: “tin roof have said yes”."""
    after = token_at(tokens, place + 2)
    if after is None or after.key not in _ONLY_SAID or after.gap != " " or tokens[place + 1].gap != " ":
        return 0
    opens = tokens[place].opens or tokens[place].gap in (", ", "; ") or key_at(tokens, place - 1) in _ANEW
    if not opens or tokens[place + 1].key.endswith(_NEVER_A_PART):
        return 0
    first, second = tokens[place], tokens[place + 1]
    plain = first.key in _GENERAL or second.key in _GENERAL or len(first.key) < 3 or len(second.key) < 3
    return 0 if plain or first.possessive or second.possessive or first.key.endswith(_NEVER_A_PART) else place + 2
