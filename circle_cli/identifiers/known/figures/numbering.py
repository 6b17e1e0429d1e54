"""Numbers that only say which point it is: "1. Ask first.", "1.1 Before court", "what helped 1 she came 2 we ate"."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import Token, key_at, number_of, token_at

_BEGINS_A_POINT = words("shorthand", "behind and")
_NEAR_IN_A_LIST = 40  # words
_NO_COUNT_BEFORE = words("shorthand", "no count before")
_LED_TO = words("places", "leading to a place") | {"of", "off", "past", "next", "outside", "behind", "opposite"}
_FEW = 10


def numbers_a_list(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it numbers a point, alone in its line or within one: "Agreed: 1) ask; 2) wait"."""
    after = token_at(tokens, place + 1)
    beside = place > 0 and tokens[place].gap == " ("  # "Ash (4)"
    if (
        after is not None
        and after.gap[:1] == ")"
        and not any("(" in each.gap for each in tokens[max(0, place - 9) : place + 1])
    ):
        return True  # "Agreed: 1) ask; 2) wait"
    if tokens[place].opens and _is_counted_on(tokens, place):
        return True  # "1 look at the bus. 2 sit in it."
    return tokens[place].opens and not beside and after is not None and after.gap in (". ", ") ", ".\t")


def _is_counted_on(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a sentence near this one begins with the number before it, or the next."""
    number = number_of(tokens[place].text)
    if number is None or number > _FEW or not tokens[place].text.isascii():
        return False
    near = tokens[max(0, place - _NEAR_IN_A_LIST) : place + _NEAR_IN_A_LIST]
    beside = (str(number - 1), str(number + 1))
    return any(each.text in beside and each.opens for each in near)


def numbers_a_part(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is of a number such as "1.1" that a part of a report begins with."""
    token, after = tokens[place], token_at(tokens, place + 1)
    if token.gap == "." and place and tokens[place - 1].opens and tokens[place - 1].text.isdecimal():
        return after is not None and after.gap == " " and after.capital
    beyond = token_at(tokens, place + 2)
    goes_on = after is not None and after.gap == "." and after.text.isdecimal() and len(after.text) < 3
    return token.opens and goes_on and beyond is not None and beyond.gap == " " and beyond.capital


def is_one_of_a_list(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it counts what is said one after the other: "what helped 1 u came 2 we ate 3 the music"."""
    number = int(tokens[place].text)
    if number > _FEW or not _begins_a_point(tokens, place):
        return False
    ahead = tokens[place + 1 : place + _NEAR_IN_A_LIST]
    before = tokens[max(0, place - _NEAR_IN_A_LIST) : place]
    goes_on = any(
        each.text == str(number + 1) and _begins_a_point(tokens, place + 1 + at) for at, each in enumerate(ahead)
    )
    first = max(0, place - _NEAR_IN_A_LIST)
    went_on = any(
        each.text == str(number - 1) and _begins_a_point(tokens, first + at) for at, each in enumerate(before)
    )
    return goes_on or went_on


def _begins_a_point(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    stands_alone = after is not None and after.gap == " " and not tokens[place].gap.strip(" \n().,!?")
    return stands_alone and key_at(tokens, place + 1) in _BEGINS_A_POINT and may_follow(tokens, place)


def may_follow(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what stands before it makes no age, no house and no time of it: neither "Kai 7" nor "flat 2"."""
    before = token_at(tokens, place - 1)
    if before is None or tokens[place].opens:
        return True
    somebody = before.capital and not before.opens and not before.upper
    return not somebody and before.key not in _NO_COUNT_BEFORE | _LED_TO and not before.digits
