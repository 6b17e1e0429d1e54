"""Numbers that count something ordinary: ten minutes, 7 out of 10, 50%. Nothing else in figures is quiet."""

import re
from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.figures.numbering import (
    is_one_of_a_list,
    may_follow,
    numbers_a_list,
    numbers_a_part,
)
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_UNITS = words("numbers", "units")
_WRITTEN_ON = words("numbers", "units written on")
_MAKES_AN_AGE = words("numbers", "makes an age")
_RANKS = words("numbers", "ranks")
_SCALES = words("numbers", "scales")
_GUIDELINES = words("numbers", "guidelines")
_DATED = words("numbers", "dated")
_SCORES = words("numbers", "scores")
_BEFORE_A_FEW = words("numbers", "before a few")
_NO_THINGS = words("numbers", "no things") | words("days", "cut short") | words("days", "written out")
_NEVER_COUNTED = words("shorthand", "never counted") | words("numbers", "on the way") | words("numbers", "remembered")
_SECTION = re.compile(r"(?:ss?|sec|reg|para|art|sch|cl)\d{1,3}[A-Za-z]{0,2}")
_DECADE = re.compile(r"(?:19|20)\d0s")
_ORDERS = words("shorthand", "lasting")
_ON_A = (("on", "the"), ("on", "a"), ("on", "her"), ("on", "his"))
_STUDIED = words("numbers", "studied")
_FEW = 10
_BEFORE_ONE, _BEHIND_ONE = words("numbers", "before one"), words("numbers", "behind one")
_MONEY, _EACH = ("quid", "pound", "pounds", "pence"), ("a", "an", "per", "each", "every", "weekly")
_SPARE = 20  # pounds
_SMALL_SUM = re.compile(r"[1-4]?\d")  # below fifty pounds
_VERSION = re.compile(r"[vV]\d{1,2}|q\d{1,2}h?|Q\d{1,2}")
_LEVEL = re.compile(r"[lLeE][1-5]")
_THRESHOLDS = ("16", "18", "25", "65")


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


def _is_a_threshold(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it says from which age on a service is for: "18+"."""
    after = token_at(tokens, place + 1)
    return tokens[place].text in _THRESHOLDS and after is not None and after.gap.startswith("+")


def _is_a_rank(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in _RANKS


def _has_its_unit_on(tokens: Sequence[Token], place: int) -> bool:
    key = tokens[place].key
    number = key.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = key[len(number) :]
    weighs = unit == "st" and not number.endswith("1")  # "9st 2"
    return number.isdigit() and len(number) <= 2 and (weighs or unit in _WRITTEN_ON)


def _is_a_small_sum(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is money of which anybody may have as much: "£5", "£3.40"."""
    token, before = tokens[place], token_at(tokens, place - 1)
    if token.gap.endswith("£"):
        return bool(_SMALL_SUM.fullmatch(token.text))
    after = token_at(tokens, place + 1)
    if after is not None and after.gap == " " and after.key in _MONEY:
        weekly = key_at(tokens, place + 2) in _EACH
        return token.text.isdecimal() and len(token.text) < 3 and int(token.text) <= _SPARE and not weekly
    pounds = before.text if before is not None and before.gap.endswith("£") and token.gap == "." else ""
    return bool(_SMALL_SUM.fullmatch(pounds)) and token.text.isdecimal()


def _stands_for_one(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is “one” said of a thing that was spoken of: "not just the last 1"."""
    after = token_at(tokens, place + 1)
    over = after is None or after.gap != " " or after.key in _BEHIND_ONE
    return (
        tokens[place].text in ("1", "1s")
        and key_at(tokens, place - 1) in _BEFORE_ONE
        and tokens[place].gap == " "
        and over
    )


def _is_a_version(tokens: Sequence[Token], place: int) -> bool:
    studied = key_at(tokens, place - 1) in _STUDIED and tokens[place].gap == " "
    return bool(_VERSION.fullmatch(tokens[place].text)) or (studied and bool(_LEVEL.fullmatch(tokens[place].text)))


def _is_more_than_a_count(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].text
    return not word.isdecimal() or len(word) > 3  # "፩" is a digit, and no number to int()


def _begins_a_share(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a share with a point begins with it, of which another rule tells what it may single out: "97.5%"."""
    after, beyond = token_at(tokens, place + 1), token_at(tokens, place + 2)
    points = after is not None and after.gap == "." and after.text.isdecimal()
    return points and beyond is not None and beyond.gap.startswith("%")


def _counts_units(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    if after is None:
        return False
    is_age = key_at(tokens, place + 2) in _MAKES_AN_AGE
    return after.gap.startswith("%") or (after.gap in (" ", "-", "+ ") and after.key in _UNITS and not is_age)


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
    return ("out" in near and "10" in near) or "outta" in near or not _SCALES.isdisjoint(near)


def _is_a_section(tokens: Sequence[Token], place: int) -> bool:
    return bool(_SECTION.fullmatch(tokens[place].text))


def _is_a_decade(tokens: Sequence[Token], place: int) -> bool:
    return bool(_DECADE.fullmatch(tokens[place].text)) and key_at(tokens, place - 2) != "born"


def _is_scored(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is a result: "scored 17", "14 on the GAD-7"."""
    before, beyond = key_at(tokens, place - 1), key_at(tokens, place - 2)
    if before in _SCORES or (before == "of" and beyond in _SCORES):
        return True
    on_a = (key_at(tokens, place + 1), key_at(tokens, place + 2)) in _ON_A
    scale = token_at(tokens, place + 3)
    return (
        on_a
        and scale is not None
        and scale.upper
        and tokens[place + 1].lower
        and scale.gap == " "
        and scale.key not in _ORDERS
    )


def _is_one_of_so_many(tokens: Sequence[Token], place: int) -> bool:
    first = place if key_at(tokens, place + 1) == "of" and key_at(tokens, place + 2).isdecimal() else place - 2
    of_all = key_at(tokens, first + 1) == "of" and key_at(tokens, first).isdecimal()
    counted = token_at(tokens, first + 3)
    return first >= 0 and of_all and (counted is None or counted.gap != " " or counted.key not in _NEVER_COUNTED)


def _counts_few_things(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it counts a few of what says nothing of anybody: "2 other ideas", "prev 2 no reply"."""
    token = tokens[place]
    stands_alone = token.opens or not token.gap.strip(" \n(;>,:–")
    if int(token.text) > _FEW or not stands_alone or not may_follow(tokens, place):
        return False
    if key_at(tokens, place - 1) in _BEFORE_A_FEW:
        return True
    near = tokens[place + 1 : place + 4]
    if not near or near[0].gap != " " or near[0].possessive or near[0].digits:
        return False
    if not (near[0].lower or (near[0].upper and len(near[0].text) > 2)):
        return False
    return near[0].key not in _NO_THINGS and all(each.key not in _NEVER_COUNTED for each in near if each.gap == " ")


_RULES = (
    Rule("Care Act 2014", _dates_a_law, True),
    Rule("NG225", _is_a_guideline, True),
    Rule("117(2)", _is_a_subsection, True),
    Rule("117(225)", _is_in_brackets_behind_a_number, False),
    Rule("the 18+ team", _is_a_threshold, True),
    Rule("2nd", _is_a_rank, True),
    Rule("10min", _has_its_unit_on, True),
    Rule("s9, s117A", _is_a_section, True),
    Rule("the 1970s, but not “born in the 1970s”", _is_a_decade, True),
    Rule("£5, £3.40", _is_a_small_sum, True),
    Rule("not just the last 1", _stands_for_one, True),
    Rule("v6, q30, ESOL L1", _is_a_version, True),
    Rule("anything but one to three figures", _is_more_than_a_count, False),
    Rule("1. Ask first.", numbers_a_list, True),
    Rule("1.1 Before court", numbers_a_part, True),
    Rule("97.5%", _begins_a_share, True),
    Rule("10 minutes, 50%, but not 9 months old", _counts_units, True),
    Rule("6 to 8 weeks, 6-8 weeks", _begins_a_range_of_units, True),
    Rule("7 out of 10, from 3 to 6 on a scale, 4/10", _is_on_a_scale, True),
    Rule("1 u came 2 we ate", is_one_of_a_list, True),
    Rule("scored 17, 14 on the GAD-7", _is_scored, True),
    Rule("session 4 of 6", _is_one_of_so_many, True),
    Rule("2 other ideas, prev 2, but not “7 now”, “2 brothers”, “7 elm road”", _counts_few_things, True),
)
