"""Draws learning points as cards: the title, which is the one link, the sentence to try, and what each is about.

A learning point's own page says what it is about in the same words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from circle_cli.guidance.records import Theme
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import SETTINGS, draw_strip, filled, joined, uri_of
from circle_cli.site.drawing.groups import Facet
from circle_cli.site.drawing.labels import Labels
from circle_cli.site.drawing.ladder import TOLD, Rung
from circle_cli.vocabulary import Setting

_BEFORE = Markup('<div class="every" data-search-exclude="true"><ul class="points">')
_BEHIND = Markup("</ul></div>")

SAME = "Says the same as: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says of a learning point, and its address; `marks` are the choices that it fits."""

    address: str
    title: str
    sentence: str
    same: str
    facts: Sequence[Markup | str]
    marks: Labels


def cards_of(
    points: Iterable[LearningPoint], collection: Collection, here: str, choices: Mapping[str, Facet]
) -> Iterator[Card]:
    """Give the cards of learning points, in the order given, as they are seen from a page.

    They stand side by side and can be counted, so a card says no more of a learning point than which `choices` it fits.
    """
    for point in points:
        marks = collection.marks_of(point, choices)
        yield Card(
            address=collection.link(uri_of(point), here),
            title=point.title,
            sentence=collection.sentences[point.id],
            same="; ".join(each.title for each in collection.same_as(point)),
            facts=facts_of(marks, collection.guidance.themes),
            marks=marks,
        )


def draw_cards(cards: Iterable[Card], draw_marks: Callable[[Labels], Markup] = lambda marks: Markup("")) -> Markup:
    """Draw a list of cards; each may bear marks by which a script finds it.

    The site's search finds each learning point by its own page, not here. `assets/list.js` draws a card as this does.
    """
    drawn = joined(
        filled(
            '<li{}><a href="{}">{}</a><p>{}</p>{}{}</li>',
            draw_marks(card.marks),
            card.address,
            card.title,
            card.sentence,
            filled(" <small>{}{}</small>", SAME, card.same) if card.same else "",
            draw_strip(card.facts) if card.facts else "",
        )
        for card in cards
    )
    return filled("{}{}{}", _BEFORE, drawn, _BEHIND)


def without_cards(html: str) -> str:
    """Leave out of a page its lists of cards, of which no search is to find anything here."""
    before, *parts = html.split(_BEFORE)
    return "".join((before, *(part.partition(_BEHIND)[2] for part in parts)))


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
