"""Draws the page on which to look for learning points: all of them as cards, and above them what to choose by.

Everything is on it when it is drawn. `browse.js` hides what was not chosen; without it, all is shown and the controls,
which could do nothing, are not.
"""

from markupsafe import Markup, escape

from circle_cli.points.record import LearningPoint
from circle_cli.settings import Review
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, Drawn, draw_strip, uri_of
from circle_cli.site.drawing.groups import Facet, marks_of
from circle_cli.site.drawing.point import facts_of
from circle_cli.site.drawing.words import draw_box, draw_found

_INTRO = "Things that went well somewhere, for others to try: the idea, without the people, the place and the dates."
NONE_YET = Markup(
    "<p>There are none yet. This is how the first one is made:</p><ol>"
    "<li>Go round the circle with a piece of practice that went well: <code>circle reflect</code>.</li>"
    "<li>Choose one thing from it that might help somebody else, and write it without the people, the place and the "
    "dates: <code>circle share</code>.</li>"
    "<li>Let somebody else read it, who asks whether anybody could tell who it is about: <code>circle review</code>."
    "</li></ol><p>Once it is approved, it stands here when the site is next built.</p>"
)
_CONTROLS = Markup(
    '<section class="browse" aria-label="Choose learning points" data-search-exclude="true" data-least="{}" hidden>'
    "<details><summary>Choose what to see</summary>"
    "<p>Several ticks under one heading show what has any of them; each further heading narrows it down.</p>"
    '<div class="browse__facets">{}</div></details>'
    '<ul class="browse__chosen" aria-label="Chosen" hidden></ul>'
    '<p class="browse__count" role="status"></p>'
    '<ul class="browse__instead" aria-label="What you could take away" hidden></ul>'
    "</section>"
)


def draw_browse(collection: Collection) -> Drawn:
    """Draw all learning points; what all of them have in common is no choice."""
    points = collection.points
    cards = Markup("").join(_card(point, collection) for point in points)
    facets = Markup("").join(_facet(facet, len(points)) for facet in collection.facets.values())
    controls = _CONTROLS.format(collection.settings.smallest_group, facets) if facets else ""
    controls = draw_box(collection) + controls + draw_found(collection)
    # The theme's search finds each by its own page, not here.
    every = Markup('{}<div class="every" data-search-exclude="true"><ul class="points">{}</ul></div>')
    body = every.format(controls, cards) if points else NONE_YET
    alone = Markup("<p>{}</p>").format("They are the work of one person alone: no second person has read them.")
    single = collection.settings.review is Review.SINGLE
    return Drawn(
        html=Markup("<h1>Learning points</h1><p>{}</p>{}{}").format(_INTRO, body, alone if points and single else ""),
        meta={"title": Markup("Learning points"), "description": escape(_INTRO)},
    )


def _card(point: LearningPoint, collection: Collection) -> Markup:
    marks = Markup("").join(
        Markup(' data-{}="{}"').format(facet, " ".join(found)) for facet, found in marks_of(point).items() if found
    )
    return Markup('<li{}><a href="{}">{}</a>{}</li>').format(
        marks, collection.link(uri_of(point), INDEX), point.title, draw_strip(facts_of(point, collection.guidance))
    )


def _facet(facet: Facet, everybody: int) -> Markup:
    boxes = Markup("").join(
        Markup('<label><input type="checkbox" name="{}" value="{}"> <span>{}</span> ({})</label>').format(
            facet.id, group.id, group.title, group.count
        )
        for group in facet.groups
        if group.count < everybody
    )
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(facet.title, boxes) if boxes else Markup("")
