"""Numbers that count something ordinary: ten minutes, 7 out of 10, 50%. Nothing else in figures is quiet."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_UNITS = words("numbers", "units")
_WRITTEN_ON = words("numbers", "units written on")
_MAKES_AN_AGE = words("numbers", "makes an age")
_RANKS = words("numbers", "ranks")
_SCALES = words("numbers", "scales")
_GUIDELINES = words("numbers", "guidelines")
_DATED = words("numbers", "dated")


def is_year(word: str) -> bool:
    """Tell whether it may be a year, as in (1984) or 1984a."""
    return len(word) in (4, 5) and word[:4].isdigit() and word[:2] in ("18", "19", "20")


def counts_something(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the number at `place` counts something that says nothing of anybody."""
    return decided(_RULES, tokens, place) is True


def _dates_a_law(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return is_year(token.text) and key_at(tokens, place - 1) in _DATED and token.gap in (" ", " (", ", ")


def _is_a_guideline(tokens: Sequence[Token], place: int) -> bool:
    key = tokens[place].key
    return key[:2] in _GUIDELINES and key[2:].isdigit()


def _is_a_subsection(tokens: Sequence[Token], place: int) -> bool:
    return _is_in_brackets_behind_a_number(tokens, place) and len(tokens[place].text) < 3


def _is_in_brackets_behind_a_number(tokens: Sequence[Token], place: int) -> bool:
    before, after = token_at(tokens, place - 1), token_at(tokens, place + 1)
    in_brackets = tokens[place].gap == "(" and after is not None and after.gap.startswith(")")
    return in_brackets and before is not None and before.digits


def _is_a_rank(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in _RANKS


def _has_its_unit_on(tokens: Sequence[Token], place: int) -> bool:
    key = tokens[place].key
    number = key.rstrip("abcdefghijklmnopqrstuvwxyz")
    return number.isdigit() and len(number) <= 2 and key[len(number) :] in _WRITTEN_ON


def _is_more_than_a_count(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].text
    return not word.isdecimal() or len(word) > 3  # "፩" is a digit, and no number to int()


def _numbers_a_list(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    return tokens[place].opens and after is not None and after.gap in (". ", ") ", ".\t")


def _counts_units(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    if after is None:
        return False
    is_age = key_at(tokens, place + 2) in _MAKES_AN_AGE
    return after.gap.startswith("%") or (after.gap in (" ", "-") and after.key in _UNITS and not is_age)


def _begins_a_range_of_units(tokens: Sequence[Token], place: int) -> bool:
    in_words = key_at(tokens, place + 1) in ("to", "or")
    return _is_a_range(tokens, place) and _counts_units(tokens, place + 1 + in_words)


def _is_a_range(tokens: Sequence[Token], place: int) -> bool:
    after, beyond = token_at(tokens, place + 1), token_at(tokens, place + 2)
    if after is None:
        return False
    if after.gap in ("-", "–", " - ", " – "):
        return after.text.isdigit() and len(after.text) <= 3
    return after.key in ("to", "or") and after.gap == " " and beyond is not None and beyond.text.isdigit()


def _is_on_a_scale(tokens: Sequence[Token], place: int) -> bool:
    if int(tokens[place].text) > 10:
        return False
    near = [token.key for token in tokens[max(0, place - 40) : place + 6]]
    after = token_at(tokens, place + 1)
    if tokens[place].gap == "/" or (after is not None and after.gap == "/"):
        return "10" in near
    return ("out" in near and "10" in near) or not _SCALES.isdisjoint(near)


_RULES = (
    Rule("Care Act 2014", _dates_a_law, True),
    Rule("NG225", _is_a_guideline, True),
    Rule("117(2)", _is_a_subsection, True),
    Rule("117(225)", _is_in_brackets_behind_a_number, False),
    Rule("2nd", _is_a_rank, True),
    Rule("10min", _has_its_unit_on, True),
    Rule("anything but one to three figures", _is_more_than_a_count, False),
    Rule("1. Ask first.", _numbers_a_list, True),
    Rule("10 minutes, 50%, but not 9 months old", _counts_units, True),
    Rule("6 to 8 weeks, 6-8 weeks", _begins_a_range_of_units, True),
    Rule("7 out of 10, from 3 to 6 on a scale, 4/10", _is_on_a_scale, True),
)
