"""What is measured: scores, ratios, changes, what an audit found. It tells how something went, and of nobody."""

import re
from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.rules import Rule
from circle_cli.identifiers.seen.tokens import Token, key_at, number_of, token_at

_ARROWS = (">", "->", "→", "=>", "-->", "⇒")
_AUDITS, _FILES = words("numbers", "audits"), words("numbers", "files")
_SCALED = words("numbers", "scored in letters")
_MULTIPLIED = words("numbers", "units") | words("shorthand", "counted")
_DIGITS = 3
_WHOLE = 100  # percent
_PAGE, _NEARBY = 120, 10  # words
_STONES = re.compile(r"\d?[02-9]st")
_MAPPED = re.compile(r"[KSB]\d{1,2}")


def _is_measured(tokens: Sequence[Token], place: int, steps: int = 0) -> bool:
    """Tell whether it stands behind what is measured, in capitals: "CFS 6", "CORE-34 = 24", "DASH 19 to 6"."""
    token, letters = tokens[place], token_at(tokens, place - 1)
    if not token.text.isdecimal() or len(token.text) > _DIGITS or letters is None:
        return False
    if letters.key in ("now", "then") and key_at(tokens, place - 2) in _SCALED:
        return tokens[place - 2].upper
    if letters.key in ("to", "then", "now") and key_at(tokens, place - 2).isdecimal() and token.gap == " ":
        return steps < _NEARBY and _is_measured(tokens, place - 2, steps + 1)
    if token.gap not in ("-", " ", ": ", " = ", "="):
        return False
    if letters.digits and token.gap != "-" and tokens[place - 1].gap == "-":
        letters = token_at(tokens, place - 2)
    return letters is not None and letters.upper and letters.key in _SCALED


def _is_mapped(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is knowledge, skill or behaviour of an apprentice: "KSBs: S3, B2"."""
    near = (
        {token.key for token in tokens[max(0, place - _NEARBY) : place]}
        if _MAPPED.fullmatch(tokens[place].text)
        else ()
    )
    return "ksb" in near or "ksbs" in near


def _is_none(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it says that there was none: "PRN use = 0"."""
    return (
        tokens[place].text == "0" and tokens[place].gap.strip() in ("", "=", "–", "-", ",") and tokens[place].gap != ""
    )


def _is_a_ratio(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it says how many there are for each: "a ratio of 1:2"."""
    before, after = token_at(tokens, place - 1), token_at(tokens, place + 1)
    if after is not None and after.gap == ":" and tokens[place].gap != ":":
        return _are_shares(tokens[place].text, after.text)
    return before is not None and tokens[place].gap == ":" and _are_shares(before.text, tokens[place].text)


def _is_read_or_weighed(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is for whom a text is written, or pounds behind stones: "a reading age of 9", "9st 2"."""
    token, before = tokens[place], token_at(tokens, place - 1)
    if before is None or not token.text.isdecimal() or token.gap != " ":
        return False
    first = place - 1 - (before.key == "of")
    read = key_at(tokens, first) == "age" and key_at(tokens, first - 1) in ("reading", "spelling")
    return read or bool(_STONES.fullmatch(before.key))


def _are_shares(first: str, second: str) -> bool:
    one, other = number_of(first), number_of(second)
    if one is None or other is None:
        return False
    return len(first) == len(second) == 1 or one + other == _WHOLE  # "50:50"


def _changes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it says how much more or less there is of something: "incidents 14 > 2", "3 -> 7"."""
    token, after = tokens[place], token_at(tokens, place + 1)
    if not token.text.isdecimal() or len(token.text) > _DIGITS:
        return False
    ahead = after is not None and after.gap.strip() in _ARROWS and after.text.isdecimal() and len(after.text) < 4
    return ahead or (token.gap.strip() in _ARROWS and key_at(tokens, place - 1).isdecimal())


def _comes_every_so_often(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it counts minutes: "a break every 20."."""
    after = token_at(tokens, place + 1)
    over = after is None or after.gap[:1] in (".", ",", ";", ")", "\n")
    return tokens[place].text.isdecimal() and key_at(tokens, place - 1) == "every" and tokens[place].gap == " " and over


def _is_times(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it multiplies: "hours x 20"."""
    unit = key_at(tokens, place - 2).removesuffix("s") in _MULTIPLIED
    return tokens[place].text.isdecimal() and key_at(tokens, place - 1) == "x" and tokens[place].gap == " " and unit


def _is_found_in_an_audit(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it counts files that somebody looked through: "audit of 20 files, up to date in 17"."""
    before, after = key_at(tokens, place - 1), token_at(tokens, place + 1)
    over = after is None or after.gap[:1] in (".", ",", ";", ")", "\n") or after.gap in (" – ", " - ", " (")
    stands = (
        tokens[place].text.isdecimal()
        and before in ("in", "of")
        and tokens[place].gap == " "
        and (over or after is None or after.key in _FILES)
    )
    near = {token.key for token in tokens[max(0, place - _PAGE) : place + _NEARBY]} if stands else set[str]()
    return not near.isdisjoint(_AUDITS) and not near.isdisjoint(_FILES)


MEASURED: tuple[Rule[[Sequence[Token], int], int], ...] = (
    Rule("CFS 6, CORE-34 = 24", _is_measured, 1),
    Rule("KSBs: S3, B2", _is_mapped, 1),
    Rule("PRN use = 0", _is_none, 1),
    Rule("a reading age of 9, 9st 2", _is_read_or_weighed, 1),
    Rule("a ratio of 1:2, 50:50", _is_a_ratio, 1),
    Rule("incidents 14 > 2", _changes, 1),
    Rule("a break every 20.", _comes_every_so_often, 1),
    Rule("hours x 20", _is_times, 1),
    Rule("audit of 20 files: up to date in 17", _is_found_in_an_audit, 1),
)
