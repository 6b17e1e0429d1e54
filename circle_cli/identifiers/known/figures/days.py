"""Days of the week, written out or cut short, one or many: "weds", "Tuesdays", "14 on sat"."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.figures.general import season_of
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

DAYS = words("days", "written out")
_CUT_SHORT, _ALSO_WORDS = words("days", "cut short"), words("days", "also words")
_BEFORE, _AFTER = words("days", "before a day"), words("days", "after a day")
_EVERY = words("days", "every")
_MOST = words("days", "most")
_INDEFINITE, _SUNDAY = words("days", "indefinite"), words("days", "behind sunday")
_DOES = words("name_or_word", "does")
_THAT = ("that", "this", "it", "which", "when")
_OPEN = ("open", "opens", "runs", "run", "available", "staffed", "closed", "works")
_DONE, _BACK, _SET = words("days", "done then"), words("days", "back then"), words("days", "set then")
_WENT = words("days", "how it went")
_NO_WED = ("were", "just", "newly", "was", "to", "be", "got")
_WHO = ("he", "she", "we", "they")
_BETWEEN = ("and", "n", "or", "to")
_ANY = DAYS | _CUT_SHORT | _ALSO_WORDS


def find_days(tokens: Words) -> Iterator[Mark]:
    """Find them in small letters, in capitals and plural; "every Sunday" and "Monday to Friday" name no day."""
    if _ANY.isdisjoint(tokens.keys):
        return
    for place, token in enumerate(tokens):
        if token.key in _ANY and decided(_RULES, tokens, place):
            yield Mark(
                kind=Identifier.DATE,
                start=token.start,
                end=token.end,
                reason="says on which day of the week it was",
                suggestion=season_of(token.key),
            )


def _is_of_any_week(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], key_at(tokens, place - 1)
    if before in _MOST and token.gap == " ":
        return token.capital and token.key in DAYS
    if before == "a" and key_at(tokens, place - 2) == "was":
        return False  # "it was a Sunday"
    led = (
        before in _EVERY
        or (before == "other" and key_at(tokens, place - 2) in _EVERY)
        or (key_at(tokens, place - 2) in _INDEFINITE and token.capital and tokens[place - 1].lower)
    )
    return led and token.gap == " " and token.capital and token.key in DAYS and not token.key.endswith("s")


def _is_of_any_sunday(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    sunday = tokens[place].capital and tokens[place].key == "sunday"
    return sunday and after is not None and after.gap == " " and after.key in _SUNDAY


def _is_the_working_week(tokens: Sequence[Token], place: int) -> bool:
    def keys(first: int) -> tuple[str, ...]:
        return tuple(key_at(tokens, at) for at in range(first, first + 3) if at >= 0)

    ends = ("friday", "fri", "saturday", "sat", "sunday", "sun")
    whole = tuple((first, "to", last) for first in ("monday", "mon") for last in ends)
    dashed = tokens[place].key in ("monday", "mon") and key_at(tokens, place + 1) in ("friday", "fri")
    dashed_end = tokens[place].key in ("friday", "fri") and key_at(tokens, place - 1) in ("monday", "mon")
    return keys(place) in whole or keys(place - 2) in whole or dashed or dashed_end


def _is_when_something_is_open(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is the first or the last of the days on which there is something each week."""
    for first in (place, place - 2):
        both = [token_at(tokens, at) for at in (first, first + 2)]
        days = all(token is not None and token.key in DAYS and token.capital for token in both)
        if days and key_at(tokens, first + 1) == "to" and key_at(tokens, first - 1) in _OPEN:
            return True
    return False


def _is_a_day(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in DAYS or tokens[place].key in _CUT_SHORT


def _stands_like_a_day(tokens: Sequence[Token], place: int) -> bool:
    token, after = tokens[place], token_at(tokens, place + 1)
    beside = [key_at(tokens, place + step) for step in (-1, 1)]
    beside += [key_at(tokens, place + 2 * step) for step in (-1, 1) if key_at(tokens, place + step) in _BETWEEN]
    a_day_beside = any(key in _ANY for key in beside)
    led = key_at(tokens, place - 1) in _BEFORE and token.gap == " "
    goes_on = after is not None and after.gap == " " and after.key in _AFTER
    done = key_at(tokens, place - 1).endswith("ed") and token.gap == " " and (after is None or after.gap != " ")
    ends = after is None or after.gap[:1] in (".", "!", ",", "\n")
    of_a_thing = key_at(tokens, place - 1) in ("was", "is", "were") and key_at(tokens, place - 2) in _THAT
    led = led or (ends and key_at(tokens, place - 1) in _WENT)  # "it went well sat."
    led = led or (ends and of_a_thing)  # "that was sat.", but not "he was sat."
    written_so = token.capital and not token.opens and not token.upper
    return led or done or goes_on or a_day_beside or written_so


def _is_before_who_did_it(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    who = after is not None and after.gap == " " and after.key in _WHO
    return who and tokens[place].key != "wed" and _is_written_in_passing(tokens[place])


def _is_set_then(tokens: Sequence[Token], place: int) -> bool:
    before, after = key_at(tokens, place - 1), key_at(tokens, place + 1)
    set_then = before in _SET and after in ("was", "is", "went", "n", "and")
    it_was = tokens[place].key == "wed" and before not in _NO_WED and after in ("was", "is")
    return (set_then or it_was) and _is_written_in_passing(tokens[place])


def _is_behind_what_was_done(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], key_at(tokens, place - 1)
    return (before in _DONE or (token.key == "wed" and before in _BACK)) and _is_written_in_passing(token)


def _is_written_in_passing(token: Token) -> bool:
    return not token.capital and (token.gap in (" ", ", ") or token.opens)


def _does_what_people_do(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    return tokens[place].capital and after is not None and after.gap == " " and after.key in _DOES


_RULES = (
    Rule("Sunday told me", _does_what_people_do, False),
    Rule("every Sunday", _is_of_any_week, False),
    Rule("Sunday lunch", _is_of_any_sunday, False),
    Rule("Monday to Friday", _is_the_working_week, False),
    Rule("open Tuesday to Thursday", _is_when_something_is_open, False),
    Rule("tues, Mondays", _is_a_day, True),
    Rule("on sat, sun night", _stands_like_a_day, True),
    Rule("then sat he asked", _is_before_who_did_it, True),
    Rule("contact sat was at, the wed was", _is_set_then, True),
    Rule("moved sat, came back wed", _is_behind_what_was_done, True),
)
