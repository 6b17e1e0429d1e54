"""What could be said instead: general words for people, places and services."""

from collections.abc import Iterable

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import instead, words

_SERVICES, _PLACES = instead("places", "services"), instead("places", "places")
GENERAL = {**_PLACES, **_SERVICES}
"""What can be said instead of a name with such a word in it."""

PLAIN_IN_NAMES = GENERAL.keys() | words("places", "plain in names")
"""Words of names of places that say nothing by themselves: "the school" names no school."""

INSTEAD = {
    Identifier.PERSON: "who they are here, such as “the young person” or “her aunt”",
    Identifier.NAME: "what it is in general, such as “the young person”, “a charity” or “the town”",
    Identifier.PLACE: "“the town”, “the area”, or nothing",
    Identifier.WORD: "the word as it is spelt, or a general word",
    Identifier.LETTERS: "the words they stand for, or a general word",
    Identifier.NUMBER: "a round number in words, such as “several”, or nothing",
    Identifier.CODE: "nothing: leave the reference out",
}


def instead_of(keys: Iterable[str]) -> str:
    """Give a general wording for a name made of these words."""
    for key in reversed(list(keys)):
        if key in GENERAL:
            return GENERAL[key]
    return "the person"


def kind_of_name(keys: Iterable[str]) -> Identifier:
    """Tell what a name names, where one of its words says so."""
    for key in reversed(list(keys)):
        if key in _SERVICES:
            return Identifier.ORGANISATION
        if key in _PLACES:
            return Identifier.PLACE
    return Identifier.NAME
