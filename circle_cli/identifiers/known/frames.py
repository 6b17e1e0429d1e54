"""Company that tells a name from a word: titles, kin, what only people do, and words of places beside it."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.seen.tokens import Token

TITLES = words("people", "titles")
_SURE_TITLES = words("people", "sure titles")
KIN = words("people", "kin")
_CALLED = words("name_or_word", "called")
_DOES = words("name_or_word", "does")
_FEELS = words("name_or_word", "feels")
_SPOKE = words("name_or_word", "spoken")
_MODALS = words("name_or_word", "modals")
_SEEMS = words("name_or_word", "seems")
_NO_NAME = words("people", "no name after a title")
WITHIN = words("name_or_word", "within")
_DWELLS = words("name_or_word", "dwelling")
_BEFORE_A_TOWN = words("name_or_word", "before a town")
_SEASONS = frozenset(phrases("dates", "seasons"))


def names_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word that may be a name stands where only a name would, whatever its capitals."""
    token = tokens[place]
    before = tokens[place - 1].key if place else ""
    after = _next_key(tokens, place)
    if before in ("to", "with", "by") and place > 1 and tokens[place - 2].key in _SPOKE and not token.opens:
        return True
    if before in ("said", "says", "told") and after in _MODALS:
        return True
    if before in WITHIN:
        return False
    if token.possessive and token.key not in _SEASONS:
        return True
    if not token.opens and (before in _CALLED or (before in KIN and token.gap == " ")):
        return True
    if after == "and" and [each.key for each in tokens[place + 2 : place + 4]][:1] in (["her"], ["his"], ["their"]):
        return any(each.key in KIN for each in tokens[place + 3 : place + 5])
    if token.key in ("will", "may"):
        return after in _MODALS or (after in _DOES and after.endswith(("ed", "s", "t", "said", "told", "came", "went")))
    return after in _DOES or (after in _SEEMS and _next_key(tokens, place + 1) in _FEELS)


def may_name_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word may be a name here in a text without capital letters."""
    before = tokens[place - 1].key if place else ""
    return names_somebody(tokens, place) or not (
        before in WITHIN or before in ("in", "on") or _next_key(tokens, place) == "of"
    )


def is_where_somebody_is(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word stands where people say where they live: "moved to", "services in"."""
    if place < 2 or tokens[place].gap != " " or tokens[place - 1].key not in _BEFORE_A_TOWN:
        return False
    return tokens[place - 2].key in _DWELLS


def _next_key(tokens: Sequence[Token], place: int) -> str:
    if place + 1 >= len(tokens) or tokens[place + 1].gap != " ":
        return ""
    return tokens[place + 1].key


def find_titles(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find who stands behind a title: "Mr", "auntie", "PC"."""
    last = 0
    for place, token in enumerate(tokens[:-1]):
        if place < last or token.key not in TITLES or tokens[place + 1].gap not in (" ", ". ", "."):
            continue
        first = tokens[place + 1]
        if first.text == "I":
            continue
        if token.key in _SURE_TITLES and token.opens and token.key == "miss" and first.lower:
            continue
        if not (first.capital or token.key in _SURE_TITLES) or (first.lower and first.key in _NO_NAME) or first.opens:
            continue
        last = place + 1
        while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].gap in (" ", ".", ". ", "-"):
            if tokens[last + 1].opens:
                break
            last += 1
        yield Mark(
            kind=Identifier.PERSON,
            start=first.start,
            end=tokens[last].end,
            reason="follows a title, so it is somebody's name",
            suggestion=INSTEAD[Identifier.PERSON],
        )
