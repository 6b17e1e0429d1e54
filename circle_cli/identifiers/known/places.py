"""Places and services that are named in ordinary words: "willow ward", "larkspur road", "in the cedars"."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import GENERAL, INSTEAD, instead_of, kind_of_name
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.frames import WITHIN
from circle_cli.identifiers.seen.tokens import Token

_SCENERY = words("places", "scenery")
_ALWAYS_PLACE = words("places", "always a place")
_OFTEN_PLACE = words("places", "often a place")
_PLAIN_BEFORE_PLACE = WITHIN | words("places", "plain before a place")
_HOMES = words("places", "homes")


def find_homes(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find homes that are called like trees, with an article: "in the cedars"."""
    for place in range(2, len(tokens)):
        token = tokens[place]
        if (
            token.key in _HOMES
            and tokens[place - 1].key == "the"
            and tokens[place - 2].key in ("in", "at", "to", "from")
        ):
            yield Mark(
                kind=Identifier.PLACE,
                start=token.start,
                end=token.end,
                reason="reads like the name of a home",
                suggestion="the care home",
            )


def find_named_places(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find places and services named in ordinary words, in any case: "willow ward", "larkspur road"."""
    for place in range(1, len(tokens)):
        token, before = tokens[place], tokens[place - 1]
        if token.gap not in (" ", "-") or (token.possessive and token.key != "children"):
            continue
        named = before.key in _SCENERY and not before.possessive
        sure = token.key in _ALWAYS_PLACE and before.key not in _PLAIN_BEFORE_PLACE and not before.digits
        capitals = before.capital and token.capital and not before.opens
        often = token.key in _OFTEN_PLACE and (named or capitals) and before.key not in WITHIN
        if not (often or (sure and _is_noun_like(before))) or before.text.endswith(("ly", "ing", "ed")):
            continue
        keys = (before.key, token.key)
        yield Mark(
            kind=kind_of_name(keys) if token.key in GENERAL else Identifier.PLACE,
            start=before.start,
            end=token.end,
            reason="reads like the name of a place or service",
            suggestion=instead_of(keys) if token.key in GENERAL else INSTEAD[Identifier.PLACE],
        )


def _is_noun_like(token: Token) -> bool:
    return len(token.key) > 2 and not token.possessive
