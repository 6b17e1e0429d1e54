"""Draws the page on which to look for learning points: all of them as cards, and above them what to choose by.

Everything is on it when it is drawn. `browse.js` hides what was not chosen; without it, all is shown and the controls,
which could do nothing, are not.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.drawn import INDEX, Drawn, Link, draw_facts, uri_of
from circle_cli.site.drawing.facets import LEAST, Facet, facets_of, marks_of

_INTRO = "Things that went well somewhere, for others to try: the idea, without the people, the place and the dates."
_NONE = Markup(
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


def draw_browse(
    points: Sequence[LearningPoint],
    guidance: Guidance,
    link: Link,
    second_reader: bool | None,
    least: int = LEAST,
) -> Drawn:
    """Draw all learning points, in the order given; what fewer than `least` have in common is no choice."""
    cards = Markup("").join(_card(point, guidance, link) for point in points)
    facets = facets_of(points, guidance, least)
    controls = _CONTROLS.format(least, Markup("").join(map(_facet, facets))) if facets else ""
    body = Markup('{}<ul class="points">{}</ul>').format(controls, cards) if points else _NONE
    alone = Markup("<p>{}</p>").format("They are the work of one person alone: no second person has read them.")
    return Drawn(
        html=Markup("<h1>Learning points</h1><p>{}</p>{}{}").format(
            _INTRO, body, alone if points and second_reader is False else ""
        ),
        meta={"title": Markup("Learning points"), "description": escape(_INTRO)},
    )


def _card(point: LearningPoint, guidance: Guidance, link: Link) -> Markup:
    marks = Markup("").join(
        Markup(' data-{}="{}"').format(facet, " ".join(found)) for facet, found in marks_of(point).items()
    )
    return Markup('<li{}><a href="{}">{}</a>{}</li>').format(
        marks, link(uri_of(point), INDEX), point.title, draw_facts(point, guidance)
    )


def _facet(facet: Facet) -> Markup:
    boxes = Markup("").join(
        Markup('<label><input type="checkbox" name="{}" value="{}"> <span>{}</span> ({})</label>').format(
            facet.id, choice.id, choice.title, choice.count
        )
        for choice in facet.choices
    )
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(facet.title, boxes)
