"""How dangerous what was found is: what nobody may explain away, whatever they mean by it.

By a telephone number, a postcode, a date of birth or a full name somebody is found within minutes, so a reason is no
protection. An example needs an invented form, and for that some are reserved: by Ofcom (telephone numbers for drama),
by the internet's standards (example.org), by the health service (numbers that begin with 999), by HMRC (QQ).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from circle_cli.identifiers.findings.instead import GENERAL
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases, words
from circle_cli.identifiers.known.figures.checksums import has_check_digit
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, tokenise

_NEVER = (
    Identifier.PHONE,
    Identifier.POSTCODE,
    Identifier.EMAIL,
    Identifier.NHS,
    Identifier.NI,
    Identifier.UPN,
)
_OF_DAYS = (Identifier.DATE, Identifier.NUMBER, Identifier.CODE)
_NAMES = (Identifier.NAME, Identifier.PERSON, Identifier.LETTERS, Identifier.WORD)
"""Two of these with a space between can be one name: "zofia Kowalska" is found as two."""

_OF_PEOPLE = (*_NAMES, Identifier.PLACE)
"""A place too: Rose Green is one, and somebody."""

_OF_FIGURES = (Identifier.CODE, Identifier.NUMBER, Identifier.LETTERS)

_GRADED = frozenset((*_NEVER, *_OF_FIGURES, *_OF_DAYS, *_OF_PEOPLE, Identifier.AGE))
"""Only these may be such that nobody may explain them."""

_RESERVED = re.compile(
    r"(?:\+44|0044|0)0?(?:7700900|1632960|2079460|1(?:13|14|15|16|17|18|21|31|41|51|61)4960|1914980|2896496|2920180"
    r"|3069990|8081570|9098790)\d{3}"
    r"|999\d{7}"
    r"|QQ\d{6}[A-D]?"
    r"|ZZ99\d[A-Z]{2}"
    r"|[^@]+@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|[\w-]+\.(?:example|test|invalid))",
    re.IGNORECASE,
)
_SPACING = re.compile(r"(?<=\d)\s?(?:ext|x)\.?\s?\d{1,5}$|[\s()-]|(?<=\d)\.(?=\d)", re.IGNORECASE)
_BIRTH = re.compile(rf"\b{either(*phrases('people', 'birth'))}(?!\w)", re.IGNORECASE)
_AROUND = 30
"""Characters before and behind a date in which a word such as “born” makes it a date of birth."""

_SENTENCE_ENDS = re.compile(r"(?<![.\s][a-zA-Z])[.!?](?=\s)|\n")
_SHORTEST_IN_CAPITALS = 5
"""Letters: what is shorter may be EHCP."""

_NEXT_WORD = re.compile(r" [^\W\d_]+")
_HELPING = words("name_or_word", "helping verbs")
_OF_METHODS = words("people", "never in a name")


def graded(marks: Iterable[Mark], text: str, lists: Lists) -> Iterator[Mark]:
    """Say of each mark that must be settled whether somebody may explain it."""
    marks = list(marks)
    names = {mark.start: mark.end for mark in marks if mark.kind in _NAMES}
    for mark in marks:
        goes_on = mark.kind in _NAMES and text.startswith(" ", mark.end)
        found = text[mark.start : names.get(mark.end + 1, mark.end) if goes_on else mark.end]
        never = mark.kind in _GRADED and not mark.only_warns and decided(_RULES, mark, found, text, lists)
        yield replace(mark, may_stay=False) if never else mark


def tightened(marks: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """Let nothing stay that is a piece of what may not: the cast is never weaker than no cast."""
    never = [mark for mark in others if not mark.may_stay]
    return [
        replace(mark, may_stay=False)
        if any(each.start < mark.end and mark.start < each.end for each in never)
        else mark
        for mark in marks
    ]


def _is_reserved(mark: Mark, found: str, _text: str, _lists: Lists) -> bool:
    return mark.kind in _NEVER and bool(_RESERVED.fullmatch(_SPACING.sub("", found)))


def _is_looked_up(mark: Mark, _found: str, _text: str, _lists: Lists) -> bool:
    return mark.kind in _NEVER


def _has_a_check_digit(mark: Mark, found: str, _text: str, _lists: Lists) -> bool:
    return mark.kind in _OF_FIGURES and has_check_digit(found)


def _is_of_birth(mark: Mark, found: str, text: str, _lists: Lists) -> bool:
    if mark.kind is Identifier.AGE:
        return found.lower().startswith("born") and any(letter.isdigit() for letter in found)
    if mark.kind not in _OF_DAYS:
        return False
    before = _SENTENCE_ENDS.split(text[max(0, mark.start - _AROUND) : mark.start])[-1]
    behind = _SENTENCE_ENDS.split(text[mark.end : mark.end + _AROUND])[0]
    return any(_BIRTH.search(part) for part in (before, found, behind))


def _is_a_full_name(mark: Mark, found: str, text: str, lists: Lists) -> bool:
    if mark.kind not in _OF_PEOPLE:
        return False
    if found.isalpha() and not _NEXT_WORD.match(text, mark.end):
        return False  # most are one word, and nothing behind it makes it more
    tokens = tokenise(found)
    return _is_full_name(tokens, lists) or (len(tokens) == 1 and _goes_on(tokens[0], text, mark.end, lists))


def _goes_on(first: Token, text: str, end: int, lists: Lists) -> bool:
    """Tell whether a surname follows that is a word as well, and so is not found in small letters: "jack smith"."""
    after = _NEXT_WORD.match(text, end)
    surname = after.group().strip() if after else ""
    is_one = (surname in lists.both or surname in lists.always) and surname not in _HELPING
    return first.lower and _is_hardly_a_word(first, lists) and is_one


_RULES: tuple[Rule[[Mark, str, str, Lists], bool], ...] = (
    Rule("07700 900123, name@example.org", _is_reserved, False),
    Rule("07911 123456, AB10 1XG", _is_looked_up, True),
    Rule("4929 1234 5678 9012, with its check digit right", _has_a_check_digit, True),
    Rule("born on 3 May 2010", _is_of_birth, True),
    Rule("Zofia Kowalska", _is_a_full_name, True),
)


def _is_full_name(tokens: Sequence[Token], lists: Lists) -> bool:
    """Tell a forename with a surname from what else two words with capital letters may be: a model, a service."""
    written_so = any(token.capital for token in tokens)  # and not as in "zofia kowalska"
    named = [token for token in tokens if not written_so or token.capital or _may_be_a_small_name(token, lists)]
    if len(named) < 2 or any(_is_of_something_else(token, lists) for token in named):
        return False
    first, rest = named[0], named[1:]
    given = first.word in lists.always or first.word in lists.both
    may_begin = given or first.initial or _is_unknown(first, lists)
    return may_begin and any(given or _is_unknown(each, lists) or _is_a_name(each, lists) for each in rest)


def _is_of_something_else(token: Token, lists: Lists) -> bool:
    """Tell of a word whether services, places or methods are called so, and nobody; or that it is but letters."""
    shortened = token.upper and len(token.key) < _SHORTEST_IN_CAPITALS and _is_unknown(token, lists)
    general = token.key in GENERAL and not _is_a_name(token, lists)
    return shortened or general or token.key in _OF_METHODS


def _is_hardly_a_word(token: Token, lists: Lists) -> bool:
    return token.word in lists.always or _is_unknown(token, lists)


def _may_be_a_small_name(token: Token, lists: Lists) -> bool:
    """Hold for "jack" before "Smith", but not for the end of "Co-op"."""
    return token.gap != "-" and _is_hardly_a_word(token, lists)


def _is_unknown(token: Token, lists: Lists) -> bool:
    return len(token.key) > 1 and token.word not in lists.english


def _is_a_name(token: Token, lists: Lists) -> bool:
    return token.word in lists.always or token.word in lists.both or token.word in lists.soft
