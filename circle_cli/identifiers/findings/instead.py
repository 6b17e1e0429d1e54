"""What could be said instead: general words for people, places and services."""

from collections.abc import Iterable

from circle_cli.identifiers.findings.record import Identifier

_SERVICES = {
    "primary": "a primary school",
    "infants": "a primary school",
    "infant": "a primary school",
    "juniors": "a primary school",
    "junior": "a primary school",
    "academy": "a school",
    "school": "a school",
    "college": "a college",
    "university": "a university",
    "nursery": "a nursery",
    "preschool": "a nursery",
    "surgery": "the GP surgery",
    "practice": "the GP surgery",
    "clinic": "a clinic",
    "hospital": "the hospital",
    "infirmary": "the hospital",
    "hospice": "a hospice",
    "ward": "a hospital ward",
    "team": "the team",
    "hub": "the team",
    "trust": "the trust",
    "council": "the council",
    "court": "the court",
    "church": "a place of worship",
    "chapel": "a place of worship",
    "mosque": "a place of worship",
    "gurdwara": "a place of worship",
    "temple": "a place of worship",
    "synagogue": "a place of worship",
    "prison": "a prison",
    "project": "a local project",
    "charity": "a charity",
    "centre": "a community centre",
    "club": "a local club",
    "library": "a library",
    "pharmacy": "a pharmacy",
    "police": "the police",
}
_PLACES = {
    "home": "the care home",
    "house": "the home",
    "lodge": "the home",
    "manor": "the home",
    "grange": "the home",
    "cottage": "the home",
    "hall": "the home",
    "villa": "the home",
    "flats": "the home",
    "terrace": "the street",
    "road": "the street",
    "street": "the street",
    "lane": "the street",
    "avenue": "the street",
    "close": "the street",
    "crescent": "the street",
    "drive": "the street",
    "gardens": "the street",
    "mews": "the street",
    "way": "the street",
    "row": "the street",
    "place": "the street",
    "square": "the street",
    "grove": "the street",
    "rise": "the street",
    "walk": "the street",
    "estate": "the neighbourhood",
    "park": "a park",
    "village": "the village",
    "town": "the town",
    "city": "the city",
    "green": "the neighbourhood",
    "hill": "the neighbourhood",
    "bridge": "the neighbourhood",
    "island": "the area",
    "site": "the site",
    "station": "the station",
    "farm": "the home",
}
ROLE_WORD = (
    _SERVICES.keys() | _PLACES.keys() | {"care", "children's", "childrens", "county", "borough", "north", "south"}
)
ROLE_WORD |= {"east", "west", "new", "old", "high", "community", "residential", "nursing", "family", "young", "people"}
"""Words of names of places that say nothing by themselves: "the school" names no school."""

SERVICES, PLACES = frozenset(_SERVICES), frozenset(_PLACES)

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
        if key in _SERVICES or key in _PLACES:
            return _SERVICES.get(key) or _PLACES[key]
    return "the person"


def kind_of_name(keys: Iterable[str]) -> Identifier:
    """Tell what a name names, where one of its words says so."""
    for key in reversed(list(keys)):
        if key in _SERVICES:
            return Identifier.ORGANISATION
        if key in _PLACES:
            return Identifier.PLACE
    return Identifier.NAME


SEASONS = (
    ("in the winter",) * 2
    + ("in the spring",) * 3
    + ("in the summer",) * 3
    + ("in the autumn",) * 3
    + ("in the winter",)
)
"""What to say for each month, January first."""


def for_age(years: int) -> str:
    """Give a wording for somebody of that age: one that many share, since an exact age helps to tell who it is."""
    bands = (
        (5, "a child under five"),
        (11, "a child"),
        (18, "a young person"),
        (26, "a young adult"),
        (65, "an adult"),
    )
    return next((said for limit, said in bands if years < limit), "an older adult")
