"""Shorthand: what minutes and messages shorten in a way that could also be somebody, a date or a number.

"w" is "with" and "MO" the mother only where a text is full of such writing; anywhere else they may be initials.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.everywhere.counts import COUNTS, counts_parts, is_a_number_word
from circle_cli.identifiers.known.everywhere.measured import MEASURED
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.capitals import in_capital_lines
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

_MINUTES = words("shorthand", "signs of minutes")
_MESSAGES = words("shorthand", "signs of messages")
_SHORTENED = _MINUTES | _MESSAGES
_FIGURES = "123456789"
_ROLES = words("shorthand", "letters of roles")
_LETTERS = words("shorthand", "letters of messages")
_BEFORE_A_PERSON = words("shorthand", "before a person")
_BEHIND = {"2": words("shorthand", "behind two"), "4": words("shorthand", "behind four")}
_SO_OLD = words("shorthand", "before an age")
_ASKED, _BEFORE_ONE = words("shorthand", "asked"), words("shorthand", "before one")
_NO_ONE_THING = words("shorthand", "no one thing") | words("numbers", "units")
_NO_COUNT_BEFORE = words("shorthand", "no count before")
_LEADS_TO = {"2": words("shorthand", "before two"), "4": words("shorthand", "before four")}
_NO_THINGS = words("shorthand", "never counted") | words("numbers", "units") | words("numbers", "no things")
_SHORT_UNITS = words("shorthand", "short units")
_TITLES = words("people", "titles")
_BEFORE_A_STROKE = words("shorthand", "before a stroke")
_BEHIND_AND = words("shorthand", "behind and")
_WHO_GOES_ON = ("she", "he", "i", "we", "they", "it")
_BEFORE_WITH = words("shorthand", "before with")
_BEFORE_VERY, _VERY = words("shorthand", "before very"), words("shorthand", "very so")
_BEFORE_YOU = words("shorthand", "before you")
_RANKS = frozenset(("dc", "ds", "di", "dci", "pcso"))
_DIALECT, _PATOIS = words("shorthand", "signs of dialect"), words("shorthand", "signs of patois")
_ANY = _SHORT_UNITS | _LETTERS | _RANKS | _ROLES
"""No word of letters alone is shorthand but these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is written: as minutes, as messages are typed, as people speak.

    `loud` are its words in lines of capitals alone.
    """

    minutes: bool
    messages: bool
    dialect: bool
    patois: bool
    loud: frozenset[int]
    weeks: bool
    """It writes weeks as "2/52", so that "3/7" and "6/12" are days and months, and no dates."""


def manner_of(tokens: Words) -> Manner:
    """Tell how a text is written: one shortened word makes neither minutes nor a message of it."""
    keys, loud = tokens.keys, in_capital_lines(tokens)
    if not loud and _SIGNS.isdisjoint(keys) and all(map(str.isalpha, keys)):
        return _PLAIN
    with_signs = [key for key in keys if not key.isalpha()]
    any_of_them = not _SHORTENED.isdisjoint(keys) or not _SHORTENED.isdisjoint(
        key.rstrip(_FIGURES) for key in with_signs
    )
    shortened = [token.key for token in tokens if not token.possessive] if any_of_them else ()
    minutes = {key.rstrip(_FIGURES) for key in shortened} & _MINUTES
    messages = [key for key in shortened if key in _MESSAGES]
    ands = sum(token.text == "n" and token.gap == " " for token in tokens) if "n" in keys else 0
    return Manner(
        minutes=len(minutes) > 1,
        messages=len(messages) > 2 or len(set(messages)) > 1 or ands > 2,
        dialect=len(keys & _DIALECT) + any(key.startswith("t'") for key in with_signs) > 1,
        patois=len(keys & _PATOIS) > 3,
        loud=loud,
        weeks="52" in keys and any(token.text == "52" and token.gap == "/" for token in tokens),
    )


_SIGNS = _SHORTENED | _DIALECT | _PATOIS | {"n"}
_PLAIN = Manner(minutes=False, messages=False, dialect=False, patois=False, loud=frozenset(), weeks=False)
"""As most texts are written: without any of these words, a word with a sign or a figure in it, and a loud line."""


def length_of_shorthand(tokens: Sequence[Token], place: int, manner: Manner) -> int:
    """Give how many words from `place` on are shorthand that tells nothing of anybody; 0 if none are."""
    if not may_be_shorthand(tokens[place].key):
        return 0
    counted = decided(COUNTS, tokens, place) or (decided(MEASURED, tokens, place) if tokens[place].digits else 0)
    return counted or decided(_RULES, tokens, place, manner) or 0


@lru_cache(maxsize=20_000)
def may_be_shorthand(key: str) -> bool:
    """Tell whether a word may be shorthand where it stands so; most could nowhere."""
    return not key.isalpha() or key in _ANY or (len(key) == 1 and key in _BEFORE_A_STROKE)


def _is_a_short_unit(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    token, before = tokens[place], token_at(tokens, place - 1)
    written = token.lower or place in manner.loud
    counted = before is not None and token.gap in (" ", "-") and _is_a_number(before)
    return written and token.key in _SHORT_UNITS and counted


def _is_a_number(token: Token) -> bool:
    return token.text.isdecimal() or is_a_number_word(token)


def _is_a_letter(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    token, after = tokens[place], token_at(tokens, place + 1)
    before = key_at(tokens, place - 1)
    plainly = (
        (token.text == "u" and before in _BEFORE_YOU)
        or (token.text == "n" and key_at(tokens, place + 1) in _BEHIND_AND)
        or (
            token.text == "w"
            and before in _BEFORE_WITH
            and key_at(tokens, place + 1) not in ("and", "n", "or", "but", "who")
        )
        or (token.text == "v" and before in _BEFORE_VERY and key_at(tokens, place + 1) in _VERY)
    )
    so_written = manner.messages or manner.minutes or plainly or _is_and(tokens, place, manner)
    if token.key not in _LETTERS or token.possessive or not so_written:
        return False
    goes_on = after is not None and after.gap in (" ", "/ ", "/")
    stands_alone = (token.gap in (" ", ") ", ", ") or token.opens) and (goes_on or token.key == "u")
    written = token.lower or place in manner.loud
    and_so = token.key == "n" and key_at(tokens, place + 1) in _WHO_GOES_ON
    no_name = (before in ("is", "was", "and") and (plainly or token.key == "n")) or and_so
    somebody = token.key != "u" and not token.opens and before in _BEFORE_A_PERSON and not no_name
    return written and stands_alone and not somebody


def _is_and(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    return manner.dialect and tokens[place].text == "n" and tokens[place - 1].lower  # "a roll n sausage"


def _is_before_a_stroke(tokens: Sequence[Token], place: int, _manner: Manner) -> bool:
    token, after = tokens[place], token_at(tokens, place + 1)
    begins = token.lower and (token.gap.endswith(" ") or token.opens)
    return token.key in _BEFORE_A_STROKE and begins and after is not None and after.gap in ("/", "/ ")


def _is_a_figure_for_a_word(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    token, after, before = tokens[place], token_at(tokens, place + 1), key_at(tokens, place - 1)
    to_do = token.text == "2" and before in ("just", "only") and after is not None and after.key in _BEHIND["2"]
    if token.gap != " " or token.opens or not manner.messages or (before in _SO_OLD and not to_do):
        return False
    if token.text == "1":
        return before in _BEFORE_ONE
    if after is None or after.gap != " ":
        return token.text == "4" and before in _ASKED
    led = before in _LEADS_TO.get(token.text, ()) and after.key not in _NO_THINGS
    return led or after.key in _BEHIND.get(token.text, ()) or _leads_to_one(tokens, place)


def _leads_to_one(tokens: Sequence[Token], place: int) -> bool:
    """Tell of "2" and "4" whether one thing follows, or what is done: "get her 2 baby group", "4 luv nor money"."""
    after, beyond = tokens[place + 1], key_at(tokens, place + 2)
    if tokens[place].text not in _BEHIND or key_at(tokens, place - 1) in _NO_COUNT_BEFORE:
        return False
    one = after.lower and after.key.isalpha() and not after.key.endswith("s") and after.key not in _NO_ONE_THING
    return one and not beyond.endswith("s") and beyond not in _NO_ONE_THING and not beyond.isdigit()


def _is_a_role(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    token = tokens[place]
    key = token.key.rstrip("123456789") if token.digits else token.key
    numbered = token.digits and len(token.key) == len(key) + 1
    known = key in _ROLES or (numbered and key in _MINUTES)
    if key_at(tokens, place - 1) in _TITLES:
        return False
    if numbered and key in _MINUTES and token.text[:-1].isupper():
        return True  # "YP1" is nobody, in any text
    somebody = key == "mo" and manner.messages  # who writes “mo told me” to a friend means Mo
    return manner.minutes and known and not somebody and _is_written_as_letters(token)


def _is_a_span(tokens: Sequence[Token], place: int, manner: Manner) -> bool:
    return manner.weeks and manner.minutes and counts_parts(tokens, place)


def _is_a_rank(tokens: Sequence[Token], place: int, _manner: Manner) -> bool:
    after = token_at(tokens, place + 1)
    return (
        tokens[place].upper and tokens[place].key in _RANKS and after is not None and after.capital and after.gap == " "
    )


def _is_written_as_letters(token: Token) -> bool:
    """Tell whether a word is written as letters for a role are: "MO", "fa", and "Pt" only where a line begins."""
    begins = token.opens and token.key != "mo"  # "Mo said": Mo is a name
    return token.lower or token.text == token.text.upper() or begins


_RULES: tuple[Rule[[Sequence[Token], int, Manner], int], ...] = (
    Rule("ten min", _is_a_short_unit, 1),
    Rule("w/ her, p/w mum", _is_before_a_stroke, 1),
    Rule("me n her, w toast, in a message or in minutes", _is_a_letter, 1),
    Rule("need 2 tell her, in a message", _is_a_figure_for_a_word, 1),
    Rule("DC Okafor, whose name is found", _is_a_rank, 1),
    Rule("MO, fa, YP2, in minutes", _is_a_role, 1),
    Rule("6/12, in minutes that have 2/52 as well", _is_a_span, 2),
)
