"""Whether a surname is a writer's who is cited here, and not somebody's who was met."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.frames import KIN, TITLES, names_somebody
from circle_cli.identifiers.known.numbers import is_year
from circle_cli.identifiers.lists import RARE, Lists
from circle_cli.identifiers.seen.tokens import Token

_ABOUT = words("citing", "about")
_LEADING = words("citing", "leading")


def is_cited(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether the word at `place` is part of a citation: beside a year, a forename or a word such as "theory"."""
    token = tokens[place]
    if token.key not in lists.writers:
        return _is_forename(tokens, place, lists)
    before = tokens[place - 1] if place else None
    if before is not None and before.key in TITLES:
        return False
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    theirs = after in KIN if token.possessive else names_somebody(tokens, place)
    rare = RARE in lists.writers[token.key] and not theirs
    if rare and (before is None or token.opens or not before.capital or before.key in lists.writers):
        return True
    if before is not None and before.key in lists.writers[token.key] and token.gap in (" ", "-"):
        return True
    if (
        before is not None
        and before.capital
        and not before.opens
        and token.gap == " "
        and before.key not in lists.writers
    ):
        return False
    around = tokens[place + 1 : place + 4]
    if any(is_year(each.text) for each in around) or any(each.key in _ABOUT for each in around[:2]):
        return True
    if around and around[0].key == "et":
        return True
    if around[1:2] and around[0].key == "and" and around[1].key in lists.writers:
        beyond_and = tokens[place + 3 : place + 6]
        return any(is_year(each.text) for each in beyond_and) or any(each.key in _ABOUT for each in beyond_and[:2])
    beyond = tokens[place - 2] if place > 1 else None
    if before is not None and before.key in ("and", "by") and beyond is not None and beyond.key in lists.writers:
        return True
    return before is not None and before.key in _LEADING and not token.opens


def dates_a_citation(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a year belongs to a writer named just before it: "(Bowlby, 1969)"."""
    near = tokens[max(0, place - 4) : place]
    return is_year(tokens[place].text) and any(token.key in lists.writers or token.key == "al" for token in near)


def _is_forename(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    for length, after in enumerate(tokens[place + 1 : place + 4]):
        if after.gap not in (" ", "-", ". "):
            return False
        if after.key in lists.writers:
            return tokens[place].key in lists.writers[after.key]
        if length and not (after.capital or len(after.key) <= 3):
            return False
    return False
