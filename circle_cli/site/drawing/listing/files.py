"""What a browser looks up of a list that is too long for one page: which learning points fit a choice, and the cards.

Each file is a script that calls one function of the page, so that a page that was opened from a folder can load it too.
It is loaded when somebody chooses, and not before.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.card import Card, cards_of
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX
from circle_cli.site.drawing.groups import Facet, Group
from circle_cli.site.drawing.ladder import furthest_first
from circle_cli.site.drawing.listing.pages import AT_ONCE
from circle_cli.site.drawing.listing.signs import in_signs, row, steps

_FOLDER = f"{POINTS_FOLDER}/list"
CHOICES = f"{_FOLDER}/choices.js"
_TOGETHER = 25
"""Cards in a file; `assets/list.js` reckons with as many."""

_VERSION = 6
"""Bytes that say which files belong together: a browser may have kept one of another day."""


def is_whole(collection: Collection) -> bool:
    """Tell whether all learning points are on one page."""
    return len(collection.points) <= AT_ONCE


def is_told(facet: Facet, group: Group, collection: Collection) -> bool:
    """Tell whether cards say that they fit a choice."""
    return facet.id in collection.choices and collection.choices[facet.id].find(group.id) is not None


def orders_of(collection: Collection) -> Mapping[str, tuple[str, Sequence[LearningPoint]]]:
    """Give the orders in which the list can stand beside that in which it is drawn: what each is called, and it."""
    points, found = collection.points, dict[str, tuple[str, Sequence[LearningPoint]]]()
    if any(map(collection.year_of, points)):
        found["title"] = "by title", sorted(points, key=lambda point: (point.title.casefold(), point.id))
    if sum(bool(point.tried) for point in points) >= collection.settings.smallest_group:
        found["tried"] = "tried by most others first", furthest_first(points)
    return found


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The files of a list, made once; none where all learning points are on one page."""

    collection: Collection

    @cached_property
    def version(self) -> str:
        """Give what is another one whenever anything in the files is."""
        made = sha256("".join(self._texts.values()).encode())
        return in_signs(int.from_bytes(made.digest()[:_VERSION]))

    @property
    def files(self) -> Mapping[str, str]:
        """Give the files, by their places on the site."""
        version = _written(self.version)
        return {
            f"{_FOLDER}/{name}.js": f"circleList({_written(name)},{version},{text})\n"
            for name, text in self._texts.items()
        }

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {} if is_whole(self.collection) else dict(_texts_of(self.collection))


def _texts_of(collection: Collection) -> Iterator[tuple[str, str]]:
    places = collection.places
    cards = [*cards_of(collection.points, collection, INDEX, collection.choices)]
    yield "choices", _written({"sets": _sets(collection), "settings": _settings(cards)})
    for name, (_, points) in orders_of(collection).items():
        yield f"by-{name}", _written(row(places[point.id] for point in points))
    for number, at in enumerate(range(0, len(cards), _TOGETHER)):
        yield f"cards-{number}", "[\n" + ",\n".join(map(_row, cards[at : at + _TOGETHER])) + "\n]"


def _sets(collection: Collection) -> Mapping[str, str]:
    """Give the places of what fits each choice."""
    return {
        f"{facet.id}={group.id}": steps([collection.places[point.id] for point in group.points])
        for facet in collection.choosable.values()
        for group in facet.groups
    }


def _settings(cards: Sequence[Card]) -> Mapping[str, str]:
    """Give the places of the cards that say a setting, by what they say."""
    found: dict[str, list[int]] = {}
    for place, card in enumerate(cards):
        if setting := _setting(card):
            found.setdefault(setting, []).append(place)
    return {setting: steps(places) for setting, places in found.items()}


def _setting(card: Card) -> str:
    return " ".join(card.marks.get("setting", ()))


def _row(card: Card) -> str:
    return _written([card.address, card.title, card.sentence, card.same, _setting(card), *card.facts])


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
