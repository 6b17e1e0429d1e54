"""Draws the page on which to look for learning points: all of them as cards, and above them what to choose by.

Everything is on it when it is drawn. `browse.js` hides what was not chosen; without it, all is shown and the controls,
which could do nothing, are not.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.card import draw_cards
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, THEMES, Drawn, draw_link
from circle_cli.site.drawing.groups import Facet
from circle_cli.site.drawing.labels import Labels
from circle_cli.site.drawing.pages.feeds import draw_follow
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
_CONTROLS = Markup(
    '<section class="browse" aria-label="Choose learning points" data-search-exclude="true" data-least="{}" hidden>'
    "<details><summary>Choose what to see</summary>"
    "<p>Tick two things under one heading to see what has either. Tick something under another heading to see "
    "fewer.</p>"
    '<div class="browse__facets">{}</div></details>'
    '<ul class="browse__chosen" aria-label="Chosen" hidden></ul>'
    '<p class="browse__count" role="status"></p>'
    '<ul class="browse__instead" aria-label="What you could take away" hidden></ul>'
    "</section>"
)
_FACET = Markup('<details{}><summary>{}</summary><fieldset aria-label="{}">{}</fieldset></details>')
_OPEN = 3
"""Of the ways to choose, as many as can be taken in at once; the others unfold."""


def draw_browse(collection: Collection) -> Drawn:
    """Draw all learning points; what all of them have in common is no choice."""
    points = collection.points
    facets = _draw_facets(collection.choices.values(), len(points))
    controls = _CONTROLS.format(collection.settings.smallest_group, facets) if facets else Markup("")
    controls = draw_box(collection) + controls
    cards = draw_cards(points, collection, INDEX, collection.choices, _draw_marks)
    body = controls + _elsewhere(collection) + cards if points else NONE_YET
    alone = _alone(points)
    return Drawn(
        html=Markup("<h1>Learning points</h1><p>{}</p>{}{}{}").format(
            _INTRO, body, alone, draw_follow(collection, INDEX)
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
    return facet in collection.choices and collection.choices[facet].find(group) is not None


def _elsewhere(collection: Collection) -> Markup:
    """Lead to the themes that cannot be chosen together with the rest."""
    themes = collection.facets["theme"].groups
    if all(is_offered(collection, "theme", group.id) for group in themes):
        return Markup()
    return Markup("<p>{}</p>").format(draw_link(collection.link(THEMES, INDEX), "Or look by theme"))


def _draw_marks(marks: Labels) -> Markup:
    return Markup("").join(
        Markup(' data-{}="{}"').format(facet, " ".join(found)) for facet, found in marks.items() if found
    )


def _draw_facets(facets: Iterable[Facet], everybody: int) -> Markup:
    """Draw what can be chosen by; the first few are open."""
    drawn = [(facet, boxes) for facet in facets if (boxes := _boxes(facet, everybody))]
    return Markup("").join(
        _FACET.format(" open" if place < _OPEN else "", facet.title, facet.title, boxes)
        for place, (facet, boxes) in enumerate(drawn)
    )


def _boxes(facet: Facet, everybody: int) -> Markup:
    return Markup("").join(
        Markup('<label><input type="checkbox" name="{}" value="{}"> <span>{}</span> ({})</label>').format(
            facet.id, group.id, group.title, group.count
        )
        for group in facet.groups
        if group.count < everybody
    )
