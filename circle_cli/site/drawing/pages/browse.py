"""Draws the page on which to look for learning points: the first fifty as cards, and beside them what to choose by.

`browse.js` shows those that were chosen, page by page. It reads what it needs from this page where all are on it, else
from files beside it (`listing/files.py`). Without it there are no controls, which could do nothing, and links lead to
the other pages of the list.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.card import cards_of, draw_cards
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, THEMES, Drawn, draw_link, filled, joined
from circle_cli.site.drawing.following.feeds import draw_follow
from circle_cli.site.drawing.following.since import draw_since
from circle_cli.site.drawing.groups import Facet, Group
from circle_cli.site.drawing.labels import Labels
from circle_cli.site.drawing.listing.files import CHOICES, Listing, is_told, is_whole, orders_of
from circle_cli.site.drawing.listing.pages import AT_ONCE, draw_ways
from circle_cli.site.drawing.words import draw_box
from circle_cli.vocabulary import ReviewKind

_INTRO = "Things that went well somewhere, for others to try: the idea, without the people, the place and the dates."
NONE_YET = Markup(
    "<p>There are no learning points yet. This is how the first one is made:</p><ol>"
    "<li>Go round the circle with a piece of practice that went well: <code>circle reflect</code>.</li>"
    "<li>Choose one thing from it that might help somebody else, and write it without the people, the place and the "
    "dates: <code>circle share</code>.</li>"
    "<li>Let somebody else read it, who asks whether anybody could tell who it is about: <code>circle review</code>."
    "</li></ol><p>Once it is approved, it stands here when the site is next built.</p>"
)
_CHOICES = Markup(
    '<section class="browse" aria-label="Choose learning points" data-search-exclude="true" data-least="{}" hidden>'
    '<h2 class="browse__title">Choose what to see</h2><div class="browse__panel" id="choices"><div class="browse__all">'
    "<p>Two things ticked under one heading show what has either.</p>"
    '<p class="browse__why" hidden>What is grey cannot be added: nothing would be left, or so little more or less that '
    "it might show whose work it was.</p>"
    '<div class="browse__facets">{}</div></div><p class="browse__done"><button type="button">Show the list</button></p>'
    "</div></section>"
)
_ABOVE = Markup(
    '<div class="above" data-search-exclude="true" hidden><p class="browse__count" role="status"></p></div>'
    '<div class="beside" data-search-exclude="true" hidden>'
    '<ul class="browse__chosen" aria-label="Chosen" hidden></ul>'
    '<ul class="browse__instead" aria-label="What you could take away" hidden></ul>'
    '<fieldset class="beside__order"><legend>In order:</legend>{}</fieldset>'
    '<p class="beside__ways"><button type="button">Copy link</button><a href="mailto:">E-mail this list</a></p>'
    '<p class="beside__said" hidden></p></div>'
)
_FACET = Markup('<details{}><summary>{}</summary><fieldset aria-label="{}">{}</fieldset></details>')
_CHOICE = Markup(
    '<label><input type="checkbox" name="{}" value="{}"{}> <span>{}</span> '
    '<span class="browse__fit">({})</span></label>'
)
_ORDER = Markup('<label><input type="radio" name="order" value="{}"{}> <span>{}</span></label>')
_OPEN = 1
"""Of the ways to choose, those that are seen at once; the others unfold."""


def draw_browse(collection: Collection, listing: Listing) -> Drawn:
    """Draw all learning points, and what to choose by."""
    points = collection.points
    facets = _draw_facets(collection)
    choices = _CHOICES.format(collection.settings.smallest_group, facets) if facets else Markup("")
    cards = draw_cards(cards_of(points[:AT_ONCE], collection, INDEX, collection.choices), _draw_marks)
    shown = _ABOVE.format(_draw_orders(collection)) + cards + draw_ways(1, collection)
    by_theme = Markup("<p>{}</p>").format(draw_link(collection.link(THEMES, INDEX), "Or look by theme"))
    listed = Markup('<div class="choosing"{}>{}<div class="choosing__list">{}</div></div>').format(
        _draw_beside(listing), choices, shown
    )
    body = draw_box(collection) + by_theme + listed if points else NONE_YET
    alone = _alone(points)
    return Drawn(
        html=Markup("<h1>Learning points</h1><p>{}</p>{}{}{}").format(
            _INTRO, body, alone, draw_since(collection, INDEX) + draw_follow(collection, INDEX)
        ),
        meta={"title": Markup("Learning points"), "description": escape(_INTRO)},
    )


def _alone(points: Sequence[LearningPoint]) -> Markup:
    """Say how many no second person has read."""
    single = sum(each.approval is not None and each.approval.review is ReviewKind.SINGLE for each in points)
    if not single:
        return Markup()
    who = "They are the work of one person alone" if single == len(points) else "Some are the work of one person alone"
    return Markup("<p>{}: no second person has read {}.</p>").format(who, "them" if single == len(points) else "those")


def chosen_address(collection: Collection, facet: str, group: str, seen_from: str) -> str:
    """Give the address of the page to choose from, with one group of learning points chosen that is offered there."""
    return f"{collection.link(INDEX, seen_from)}?{facet}={group}"


def is_offered(collection: Collection, facet: str, group: str) -> bool:
    """Tell whether a group can be chosen there."""
    return facet in collection.choosable and collection.choosable[facet].find(group) is not None


def _draw_marks(marks: Labels) -> Markup:
    return joined(filled(' data-{}="{}"', facet, " ".join(found)) for facet, found in marks.items() if found)


def _draw_facets(collection: Collection) -> Markup:
    """Draw what can be chosen by; the first is open."""
    return joined(
        _FACET.format(" open" if place < _OPEN else "", facet.title, facet.title, _draw_choices(facet, collection))
        for place, facet in enumerate(collection.choosable.values())
    )


def _draw_choices(facet: Facet, collection: Collection) -> Markup:
    return joined(
        _CHOICE.format(facet.id, group.id, _fitting(facet, group, collection), group.title, group.count)
        for group in facet.groups
    )


def _draw_beside(listing: Listing) -> Markup:
    """Say how long the list is, and where its files are; nothing where it is all here."""
    if is_whole(listing.collection):
        return Markup()
    return Markup(' data-many="{}" data-choices="{}" data-version="{}"').format(
        len(listing.collection.points), listing.collection.link(CHOICES, INDEX), listing.version
    )


def _fitting(facet: Facet, group: Group, collection: Collection) -> Markup:
    """Say which cards fit a choice, by their places, where the cards may not say it."""
    if is_told(facet, group, collection):
        return Markup()
    return Markup(' data-cards="{}"').format(_places(group.points, collection))


def _draw_orders(collection: Collection) -> Markup:
    """Draw the orders in which the list can stand; the first is that in which it is drawn."""
    first = "newest first" if any(map(collection.year_of, collection.points)) else "by title"
    orders = [_ORDER.format("", Markup(" checked"), first)]
    for name, (words, points) in orders_of(collection).items():
        orders.append(_ORDER.format(name, Markup(' data-order="{}"').format(_places(points, collection)), words))
    return joined(orders)


def _places(points: Iterable[LearningPoint], collection: Collection) -> str:
    """Give the places of learning points in the list, if it is all here."""
    return " ".join(str(collection.places[point.id]) for point in points) if is_whole(collection) else ""
