"""Draws learning points as cards: the title, which is the one link, and under it what each is about.

A learning point's own page says what it is about in the same words.
"""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from circle_cli.guidance.records import Theme
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import SETTINGS, draw_strip, uri_of
from circle_cli.site.drawing.ladder import TOLD, rung_of


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


def facts_of(
    point: LearningPoint,
    among: Iterable[Theme],
    draw_theme: Callable[[Theme], Markup | str] = lambda theme: theme.title,
) -> list[Markup | str]:
    """Give what a point is about, always in the same order; of its themes, those that are `among` the given."""
    themes = [draw_theme(theme) for theme in among if theme.id in point.themes]
    return [SETTINGS[point.setting], *themes, str(point.year), TOLD[rung_of(point)]]
