"""Numbers that count something ordinary: ten minutes, 7 out of 10, 50%. Nothing else in figures is quiet."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import Token

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
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if is_year(token.text) and place and tokens[place - 1].key in _DATED and token.gap in (" ", " (", ", "):
        return True
    if token.key[:2] in _GUIDELINES and token.key[2:].isdigit():
        return True  # a guideline of NICE
    if token.gap == "(" and after is not None and after.gap.startswith(")") and place and tokens[place - 1].digits:
        return len(token.text) < 3  # a subsection: 117(2)
    if not token.text.isdecimal() or len(token.text) > 3:  # "፩" is a digit, and no number to int()
        return token.key in _RANKS or _has_unit(token.key)
    if after is not None and token.opens and after.gap in (". ", ") ", ".\t"):
        return True
    if _counts_units(tokens, place):
        return True
    if (
        after is not None
        and _is_a_range(tokens, place)
        and _counts_units(tokens, place + 1 + (after.key in ("to", "or")))
    ):
        return True
    return _is_of_a_scale(tokens, place)


def _counts_units(tokens: Sequence[Token], place: int) -> bool:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None:
        return False
    beyond = tokens[place + 2] if place + 2 < len(tokens) else None
    is_age = beyond is not None and beyond.key in _MAKES_AN_AGE
    return after.gap.startswith("%") or (after.gap in (" ", "-") and after.key in _UNITS and not is_age)


def _has_unit(key: str) -> bool:
    number = key.rstrip("abcdefghijklmnopqrstuvwxyz")
    return number.isdigit() and len(number) <= 2 and key[len(number) :] in _WRITTEN_ON


def _is_a_range(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether another number follows: 6 to 8 weeks, 6-8 weeks."""
    after = tokens[place + 1]
    if after.gap in ("-", "–", " - ", " – "):
        return after.text.isdigit() and len(after.text) <= 3
    beyond = tokens[place + 2] if place + 2 < len(tokens) else None
    return after.key in ("to", "or") and after.gap == " " and beyond is not None and beyond.text.isdigit()


def _is_of_a_scale(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it stands on a scale up to ten: 7 out of 10, from 3 to 6, 4/10."""
    number = int(tokens[place].text)
    near = [token.key for token in tokens[max(0, place - 40) : place + 6]]
    if number > 10:
        return False
    if tokens[place].gap == "/" or (place + 1 < len(tokens) and tokens[place + 1].gap == "/"):
        return "10" in near
    return ("out" in near and "10" in near) or not _SCALES.isdisjoint(near)
