"""Places and services that are named in ordinary words: "willow ward", "larkspur road", "in the cedars"."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import GENERAL, INSTEAD, instead_of, kind_of_name
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.name_or_word import KIN, WITHIN
from circle_cli.identifiers.known.organisations.naming import may_name_a_place
from circle_cli.identifiers.seen.tokens import Token, Words, key_at

_SCENERY = words("places", "scenery")
_ALWAYS_PLACE = words("places", "always a place")
_OFTEN_PLACE = words("places", "often a place")
_PLAIN_BEFORE_PLACE = WITHIN | words("places", "plain before a place")
_MOVING = words("places", "moving")
_HOMES = words("places", "homes")
_SOMEBODYS = words("places", "ground of somebody")
_GROUND, _BARE = words("places", "ground"), words("places", "before a bare place")

_ANY_PLACE = _OFTEN_PLACE | _ALWAYS_PLACE | _GROUND


def find_homes(tokens: Words) -> Iterator[Mark]:
    """Find homes that are called like trees, with an article: "in the cedars"."""
    if _HOMES.isdisjoint(tokens.keys):
        return
    for place, token in enumerate(tokens):
        if token.key in _HOMES and _stands_in_the(tokens, place):
            yield Mark(
                kind=Identifier.PLACE,
                start=token.start,
                end=token.end,
                reason="reads like the name of a home",
                suggestion="the care home",
            )


def _stands_in_the(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place - 1) == "the" and key_at(tokens, place - 2) in ("in", "at", "to", "from")


def find_named_places(tokens: Words) -> Iterator[Mark]:
    """Find places and services named in ordinary words, in any case: "willow ward", "larkspur road"."""
    if _ANY_PLACE.isdisjoint(tokens.keys):
        return
    for place, token in enumerate(tokens):
        if token.key not in _ANY_PLACE or not place:
            continue
        before = tokens[place - 1]
        if _stand_together(before, token) and (
            _is_often_a_place(before, token) or _is_always_a_place(before, token) or _is_bare(tokens, place)
        ):
            keys = (before.key, token.key)
            yield Mark(
                kind=kind_of_name(keys) if token.key in GENERAL else Identifier.PLACE,
                start=before.start,
                end=token.end,
                reason="reads like the name of a place or service",
                suggestion=instead_of(keys) if token.key in GENERAL else INSTEAD[Identifier.PLACE],
            )


def _stand_together(before: Token, token: Token) -> bool:
    """Tell whether two words can be one name: nothing but a space between, the first no adverb and no participle."""
    return token.gap in (" ", "-") and not token.possessive and not before.text.endswith(("ly", "ing", "ed"))


def _is_often_a_place(before: Token, token: Token) -> bool:
    if token.key not in _OFTEN_PLACE or before.key in WITHIN or before.key in _MOVING:
        return False
    scenery = before.key in _SCENERY and not before.possessive
    capitals = before.capital and token.capital and not before.opens
    return scenery or capitals


def _is_always_a_place(before: Token, token: Token) -> bool:
    a_noun = len(before.key) > 2 and not before.possessive and not before.digits
    return token.key in _ALWAYS_PLACE and a_noun and before.key not in _PLAIN_BEFORE_PLACE


def _is_bare(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it has no article and says nothing in general: "to clover house", "on mill brow"."""
    before, token = tokens[place - 1], tokens[place]
    if token.key not in _GROUND or before.digits or token.gap != " ":
        return False
    led = key_at(tokens, place - 2) in _BARE and before.gap == " "
    if before.possessive and not (led and token.key in _SOMEBODYS and before.key not in KIN):
        return False
    return (led or before.opens) and before.key not in _PLAIN_BEFORE_PLACE and may_name_a_place(before)
