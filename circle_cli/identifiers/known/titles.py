"""Who stands behind a title: "Mr", "auntie", "PC"."""

from collections.abc import Iterator, Sequence, Set

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_only_a_word
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, Words, key_at

TITLES = words("people", "titles")
_SURE_TITLES = words("people", "sure titles")
_MISSES = words("people", "before miss as a verb")
_NO_NAME = words("people", "no name after a title")
_DOES = words("name_or_word", "does")


def find_titles(tokens: Words, lists: Lists, loud: frozenset[int]) -> Iterator[Mark]:
    """Find the names that follow titles, without the titles; `loud` are the words in lines of capitals alone."""
    if TITLES.isdisjoint(tokens.keys):
        return
    words = {place for place in loud if is_only_a_word(tokens[place].word, lists)}
    last = 0
    for place, title in enumerate(tokens[:-1]):
        first = tokens[place + 1]
        said = place + 1 in words and title.key not in _SURE_TITLES  # "WHAT DOES THE JUDGE NEED"
        if (
            place >= last
            and title.key in TITLES
            and not said
            and _is_named(title, first, key_at(tokens, place - 1), lists)
        ):
            last = _end_of_name(tokens, place + 1, words)
            yield Mark(
                kind=Identifier.PERSON,
                start=first.start,
                end=tokens[last].end,
                reason="follows a title, so it is somebody's name",
                suggestion=INSTEAD[Identifier.PERSON],
            )


def _is_named(title: Token, first: Token, before: str, lists: Lists) -> bool:
    if title.possessive and first.lower:
        return False  # "the Dr's letter"
    if first.gap not in (" ", ". ", ".") or first.opens or first.text == "I" or first.digits:
        return False
    if first.lower and (first.key in _NO_NAME or (title.key == "miss" and (title.opens or before in _MISSES))):
        return False  # "sister and I", "Miss him?", "what she will miss most"
    if first.lower and first.key in _DOES:
        return False  # "the s12 dr agreed"
    if first.lower and title.upper and is_only_a_word(first.word, lists):
        return False  # "MR submitted"
    return first.capital or title.key in _SURE_TITLES


def _end_of_name(tokens: Sequence[Token], place: int, words: Set[int]) -> int:
    while place + 1 < len(tokens) and place + 1 not in words and _goes_on(tokens[place + 1]):
        place += 1
    return place


def _goes_on(token: Token) -> bool:
    return token.capital and token.gap in (" ", ".", ". ", "-") and not token.opens
