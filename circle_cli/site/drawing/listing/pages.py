"""The list of all learning points in pages of fifty, each a file of its own: the first is the one to choose from.

The others are for whoever reads without a script, and for paper. They lead to each other.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from markupsafe import Markup, escape

from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.card import cards_of, draw_cards
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, Drawn, OfMany, draw_link, filled, told

AT_ONCE = 50
"""Cards on a page; `assets/browse.js` shows as many."""

_PAGE = f"{POINTS_FOLDER}/list-page-"
_WAYS = Markup(
    '<div class="pages" role="navigation" aria-label="Pages of the list" data-search-exclude="true"{}>{}</div>'
)


def pages_of(collection: Collection) -> Sequence[Sequence[LearningPoint]]:
    """Give the learning points in the order of the list, page by page."""
    points = collection.points
    return [points[at : at + AT_ONCE] for at in range(0, len(points), AT_ONCE)]


def list_uri(number: int) -> str:
    """Name a page of the list; the first is the page to choose from."""
    return INDEX if number == 1 else f"{_PAGE}{number}.md"


def is_further(uri: str) -> bool:
    """Tell whether a page is one of those after the first: what it says stands on other pages, too."""
    return uri.startswith(_PAGE)


def draw_ways(number: int, collection: Collection) -> Markup:
    """Draw what leads from one page of the list to the others; it is hidden where there are none."""
    last = len(pages_of(collection))
    before = {"First page": 1, "Previous page": number - 1} if number > 2 else {"Previous page": number - 1}
    after = {"Next page": number + 1, "Last page": last} if number < last - 1 else {"Next page": number + 1}

    def lead(ways: Mapping[str, int]) -> list[Markup]:
        here = list_uri(number)
        return [draw_link(collection.link(list_uri(to), here), words) for words, to in ways.items() if 1 <= to <= last]

    where = filled("<span>{}</span>", f"Page {number} of {last}")
    return _WAYS.format("" if last > 1 else Markup(" hidden"), Markup(" ").join([*lead(before), where, *lead(after)]))


def further_pages(collection: Collection) -> Mapping[str, OfMany]:
    """Give the pages after the first, by the names by which MkDocs knows pages."""
    pages = pages_of(collection)
    return {
        list_uri(number): OfMany(
            title=_title(number, len(pages)), draw=partial(_draw_further, number, pages[number - 1], collection)
        )
        for number in range(2, len(pages) + 1)
    }


def _title(number: int, last: int) -> str:
    return f"Learning points, page {number} of {last}"


def _draw_further(number: int, points: Sequence[LearningPoint], collection: Collection) -> Drawn:
    here, every = list_uri(number), len(collection.points)
    title, first = _title(number, -(-every // AT_ONCE)), (number - 1) * AT_ONCE + 1
    html = filled(
        "<h1>{}</h1><p>{}</p>{}{}<p>{}</p>",
        title,
        f"{first} to {first + len(points) - 1} of {told(every)}.",
        draw_cards(cards_of(points, collection, here, collection.choices)),
        draw_ways(number, collection),
        draw_link(collection.link(INDEX, here), "Choose from all of them"),
    )
    return Drawn(html=html, meta={"title": escape(title), "description": escape(f"{title}.")}, lean=True)
