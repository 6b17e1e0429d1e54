"""Draws what it takes to look for learning points by their words, where they have an index of their own.

`words.js` shows the box, and fills the list; without it, or read from a folder, neither is seen.
"""

from markupsafe import Markup

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection

_BOX = Markup(
    '<div class="words" role="search" aria-label="Learning points" data-search-exclude="true" data-least="{}" hidden>'
    '<label for="words">Search for words</label>'
    '<input id="words" type="search" autocomplete="off" spellcheck="false">'
    '<p role="status"></p></div>'
)
_FOUND = Markup(
    '<div class="found" data-search-exclude="true" hidden><ul class="points"></ul>'
    '<button type="button" hidden>Show more</button></div>'
)


def draw_box(collection: Collection) -> Markup:
    """Draw where the words are typed."""
    return _BOX.format(collection.settings.smallest_group) if collection.indexed else Markup("")


def draw_found(collection: Collection) -> Markup:
    """Draw where what is found will stand."""
    return _FOUND if collection.indexed else Markup("")


def draw_indexed(html: Markup, point: LearningPoint, collection: Collection) -> Markup:
    """Mark what a learning point says for the index, and which of the choices it fits."""
    if not collection.indexed:
        return html
    marks = Markup("").join(
        Markup('<span data-pagefind-filter="{}:{}"></span>').format(facet, each)
        for facet, ids in collection.marks_of(point, collection.choices).items()
        for each in ids
    )
    return Markup("<div data-pagefind-body>{}{}</div>").format(marks, html)
