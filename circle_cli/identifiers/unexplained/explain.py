"""Every word of a text is accounted for by something, or found: this is the rule that lets no unknown name through."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Mark
from circle_cli.identifiers.known.figures.numbers import counts_something
from circle_cli.identifiers.known.writers import dates_a_citation
from circle_cli.identifiers.rules import Rule, decided, otherwise
from circle_cli.identifiers.seen.scripts import is_mixed
from circle_cli.identifiers.seen.tokens import Token
from circle_cli.identifiers.unexplained.letters import LETTERS
from circle_cli.identifiers.unexplained.ordinary import keep_as_ordinary
from circle_cli.identifiers.unexplained.reading import Reading, ReadingRule
from circle_cli.identifiers.unexplained.small import SMALL
from circle_cli.identifiers.unexplained.verdicts import MIXED_SCRIPTS, QUIET, UNKNOWN_NUMBER
from circle_cli.identifiers.unexplained.with_capitals import ALL_CAPITALS, CAPITAL


def find_unexplained(reading: Reading) -> Iterator[Mark]:
    """Find the words that nothing accounts for."""
    quiet, ordinary = reading.quiet, reading.lists.ordinary
    for place, token in enumerate(reading.tokens):
        if quiet[place]:
            continue
        word = ordinary.get(token.text)
        if word is None:
            word = keep_as_ordinary(token.text, reading.lists)
        if word == token.word and (token.lower or _only_opens(reading, token)):
            continue  # as most words of a text are: they are asked no rule
        rules = decided(_WRITTEN, token) or ()
        if verdict := decided(rules, reading, place):
            kind, reason = verdict
            yield Mark(kind=kind, start=token.start, end=token.end, reason=reason, suggestion=INSTEAD[kind])


def _only_opens(reading: Reading, token: Token) -> bool:
    if not token.opens or token.gap == " (":
        return False
    return reading.times[token.key] == 1 or token.word not in reading.names  # elsewhere in the text


def _has_digits(token: Token) -> bool:
    return token.digits


def _is_a_letter(token: Token) -> bool:
    return len(token.key) == 1


def _is_mixed(token: Token) -> bool:
    return is_mixed(token.text)


def _is_small(token: Token) -> bool:
    return token.lower


def _is_in_capitals(token: Token) -> bool:
    return token.upper


def _counts(reading: Reading, place: int) -> bool:
    return counts_something(reading.tokens, place)


def _dates(reading: Reading, place: int) -> bool:
    return dates_a_citation(reading.tokens, place, reading.lists)


_NUMBER: tuple[ReadingRule, ...] = (
    Rule("10 minutes", _counts, QUIET),
    Rule("Bowlby, 1969", _dates, QUIET),
    Rule("any other number", otherwise, UNKNOWN_NUMBER),
)
_MIXED: tuple[ReadingRule, ...] = (Rule("always", otherwise, MIXED_SCRIPTS),)
_WRITTEN: Sequence[Rule[[Token], Sequence[ReadingRule]]] = (
    Rule("a number", _has_digits, _NUMBER),
    Rule("one letter", _is_a_letter, LETTERS),
    Rule("letters of two scripts", _is_mixed, _MIXED),
    Rule("small letters", _is_small, SMALL),
    Rule("capitals", _is_in_capitals, ALL_CAPITALS),
    Rule("a capital letter first, or inside", otherwise, CAPITAL),
)
"""Which rules a word is read by."""
