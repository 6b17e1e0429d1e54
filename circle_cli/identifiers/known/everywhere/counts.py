"""How much of what, in figures: "2/52", "x3", "3rd visit", "2 short breaks". Never of people, nor of a home."""

import re
from collections.abc import Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.rules import Rule
from circle_cli.identifiers.seen.tokens import Token, key_at, number_of, token_at

_PARTS_OF_A_YEAR = words("shorthand", "weeks and months")
_LASTING = words("shorthand", "lasting")
_ON_A_DAY = words("shorthand", "on a day")
_COUNTED = words("shorthand", "counted")
_LETTERS = words("shorthand", "counted letters")
_BEFORE_AN_ITEM = words("shorthand", "before a number of an item")
_UNITS = words("numbers", "units")
_NEVER = words("shorthand", "never counted")
_NO_COUNT_BEFORE = words("shorthand", "no count before")
_NUMBERS = {*phrases("dates", "ones"), *phrases("dates", "tens")}
_TIMES = re.compile(r"[Aa]?x[1-9]|x[12]\d|X[1-9]|[1-9]x|[1-9]:1")  # "the X24" is a bus; "Ax2": two help
_RANK = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_DIGITS = 2  # of the number of an item
_ROW = 60  # words: no list of items is longer, and a column of figures that somebody pasted is looked through once
_BETWEEN = ("and", "to", "or")
_HIGHEST = 10  # higher counts are found: they are what people remember


def is_a_number_word(token: Token) -> bool:
    """Tell whether it is a number in a word: "ten"."""
    return token.key in _NUMBERS


def _is_weeks(tokens: Sequence[Token], place: int) -> bool:
    return counts_parts(tokens, place) and tokens[place + 1].key == "52"


def _lasts(tokens: Sequence[Token], place: int) -> bool:
    if not counts_parts(tokens, place):
        return False
    before = key_at(tokens, place - 1)
    near = {token.key for token in tokens[max(0, place - 4) : place - 1]}
    return before in _LASTING or (before == "for" and near.isdisjoint(_ON_A_DAY))


def counts_parts(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether days, weeks or months may be counted as parts of a year: "3/7", "2/52", "6/12"."""
    token, part, beyond = tokens[place], token_at(tokens, place + 1), token_at(tokens, place + 2)
    number = token.key.removeprefix("x")
    if not number.isdecimal() or len(number) > 2 or part is None or part.gap != "/" or token.gap.endswith("/"):
        return False
    return part.key in _PARTS_OF_A_YEAR and (beyond is None or beyond.gap != "/")


def _times_parts(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key.startswith("x") and counts_parts(tokens, place)


def _is_so_many_units(tokens: Sequence[Token], place: int) -> bool:
    return bool(re.fullmatch(r"x\d{1,3}", tokens[place].text)) and key_at(tokens, place + 1) in _UNITS


def _is_times(tokens: Sequence[Token], place: int) -> bool:
    ahead = [token.key for token in tokens[place + 1 : place + 3] if token.gap == " "]
    beside = {key_at(tokens, place - 1), *ahead}
    return bool(_TIMES.fullmatch(tokens[place].text)) and beside.isdisjoint(_NEVER)


def _is_a_turn(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    return bool(_RANK.fullmatch(tokens[place].key)) and after is not None and after.gap == " " and after.key in _COUNTED


def _is_a_small_count(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    number = number_of(token.text)
    if number is None or not 0 < number <= _HIGHEST or not token.text.isascii():
        return False
    if key_at(tokens, place - 1) in _NO_COUNT_BEFORE or token.gap[-1:] in ("/", ".", ":", "-", "£", "#", ","):
        return False
    return _is_counted(tokens, place + 1) or (_is_plain(tokens, place + 1) and _is_counted(tokens, place + 2))


def _is_counted(tokens: Sequence[Token], place: int) -> bool:
    key = key_at(tokens, place)
    known = key in _COUNTED or key in _LETTERS
    return known and _is_plain(tokens, place) and not tokens[place].possessive


def _is_plain(tokens: Sequence[Token], place: int) -> bool:
    token = token_at(tokens, place)
    if token is None or token.gap != " " or token.digits:
        return False
    return token.key not in _NEVER and (not token.capital or token.upper or token.key in _LETTERS)


def _is_an_item(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if not token.text.isdecimal() or len(token.text) > _DIGITS:
        return False
    if token.gap.endswith("#") or (key_at(tokens, place - 1) in _BEFORE_AN_ITEM and token.gap in (" ", ": ")):
        return True
    first = place
    while place - first < _ROW and _is_in_a_row(tokens, first):
        first -= 1 + (key_at(tokens, first - 1) in _BETWEEN)
    led = tokens[first].gap in (" ", ": ", ". ")
    first -= key_at(tokens, first - 1) in ("no", "nos")
    many = first < place and key_at(tokens, first - 1).removesuffix("s")
    return led and (many or key_at(tokens, first - 1)) in _BEFORE_AN_ITEM


def _is_in_a_row(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether another number of an item stands before it: "domains 5, 6 and 7"."""
    joined = key_at(tokens, place - 1) in _BETWEEN and tokens[place].gap == " "
    before = key_at(tokens, place - 1 - joined)
    return (joined or tokens[place].gap in (", ", " & ", ",")) and before.isdecimal() and len(before) <= _DIGITS


def _is_so_many_of_all(tokens: Sequence[Token], place: int) -> bool:
    after, counted = token_at(tokens, place + 1), token_at(tokens, place + 2)
    figures = tokens[place].text.isdecimal() and after is not None and after.text.isdecimal() and after.gap == "/"
    return figures and counted is not None and counted.gap == " " and counted.key in _COUNTED


def _is_a_small_home(tokens: Sequence[Token], place: int) -> bool:
    token, after = tokens[place], token_at(tokens, place + 1)
    written = (
        after is not None
        and after.gap in (" ", "-")
        and after.key in ("bed", "beds", "bedroom", "bedrooms", "bedroomed")
    )
    return token.text in ("1", "2", "3") and (token.gap.endswith(" ") or token.opens) and written


COUNTS: tuple[Rule[[Sequence[Token], int], int], ...] = (
    Rule("2/52", _is_weeks, 2),
    Rule("x9/7", _times_parts, 2),
    Rule("in 6/12, but not “booked for 6/12”", _lasts, 2),
    Rule("x30 secs", _is_so_many_units, 1),
    Rule("x3, but not “children x3”", _is_times, 1),
    Rule("3rd visit", _is_a_turn, 1),
    Rule("4/4 sessions", _is_so_many_of_all, 2),
    Rule("item 6, #3, log no. 4, domains: 5, 6 and 7", _is_an_item, 1),
    Rule("2 bed flat", _is_a_small_home, 1),
    Rule("2 visits, 3 short breaks, but not “2 brothers”", _is_a_small_count, 1),
)
