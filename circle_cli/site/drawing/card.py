"""Draws learning points as cards: the title, which is the one link, the sentence to try, and what each is about.

A learning point's own page says what it is about in the same words.
"""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from circle_cli.guidance.records import Theme
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import SETTINGS, draw_strip, filled, uri_of
from circle_cli.site.drawing.groups import Facet
from circle_cli.site.drawing.labels import Labels
from circle_cli.site.drawing.ladder import TOLD, Rung
from circle_cli.vocabulary import Setting


def draw_cards(
    points: Iterable[LearningPoint],
    collection: Collection,
    here: str,
    choices: Mapping[str, Facet],
    draw_marks: Callable[[Labels], Markup] = lambda marks: Markup(""),
) -> Markup:
    """Draw a list of cards, in the order given; each may bear marks by which a script finds it.

    They stand side by side and can be counted, so a card says no more of a learning point than which `choices` it fits.
    The site's search finds each by its own page, not here.
    """
    themes = collection.guidance.themes
    cards = Markup("").join(
        filled(
            '<li{}><a href="{}">{}</a><p>{}</p>{}{}</li>',
            draw_marks(marks),
            collection.link(uri_of(point), here),
            point.title,
            collection.sentences[point.id],
            _same(point, collection),
            draw_strip(facts) if (facts := facts_of(marks, themes)) else "",
        )
        for point, marks in ((point, collection.marks_of(point, choices)) for point in points)
    )
    return filled('<div class="every" data-search-exclude="true"><ul class="points">{}</ul></div>', cards)


def _same(point: LearningPoint, collection: Collection) -> Markup:
    titles = "; ".join(each.title for each in collection.same_as(point))
    return filled(" <small>Says the same as: {}</small>", titles) if titles else Markup("")


def facts_of(
    labels: Labels,
    among: Iterable[Theme],
    draw_theme: Callable[[Theme], Markup | str] = lambda theme: theme.title,
) -> list[Markup | str]:
    """Say what labels tell, always in the same order; of themes, those that are `among` the given."""
    ids = {each for facet in ("theme", "concerns", "conditions") for each in labels.get(facet, ())}
    themes = [draw_theme(theme) for theme in among if theme.id in ids]
    tried = [TOLD[Rung(each)] for each in labels.get("tried", ())]
    return [*setting_of(labels), *themes, *labels.get("year", ()), *tried]


def setting_of(labels: Labels) -> list[str]:
    """Say which services it is from, if that may be told."""
    told = labels.get("setting", ())
    return [SETTINGS[Setting.BOTH if len(told) > 1 else Setting(told[0])]] if told else []
