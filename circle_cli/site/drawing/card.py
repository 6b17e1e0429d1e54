"""Draws learning points as cards: the title, which is the one link, and under it what each is about."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import draw_strip, uri_of
from circle_cli.site.drawing.pages.point import facts_of


def draw_cards(
    points: Iterable[LearningPoint],
    collection: Collection,
    here: str,
    marks_of: Callable[[LearningPoint], Markup] = lambda point: Markup(""),
) -> Markup:
    """Draw a list of cards, in the order given; each may bear marks by which a script finds it.

    The site's search finds each by its own page, not here.
    """
    cards = Markup("").join(
        Markup('<li{}><a href="{}">{}</a>{}</li>').format(
            marks_of(point),
            collection.link(uri_of(point), here),
            point.title,
            draw_strip(facts_of(point, collection.guidance.themes)),
        )
        for point in points
    )
    return Markup('<div class="every" data-search-exclude="true"><ul class="points">{}</ul></div>').format(cards)
