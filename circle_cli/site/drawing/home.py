"""What the home page shows of the learning points: by question, by theme, and the newest."""

from collections.abc import Mapping

from markupsafe import Markup

from circle_cli.site.drawing.browse import NONE_YET
from circle_cli.site.drawing.circle import draw_circle
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, draw_items, draw_link, uri_of
from circle_cli.site.drawing.groups import Facet

HOME = "index.md"
_NEWEST = 5


def home_marks(collection: Collection) -> Mapping[str, Markup]:
    """Give what stands in the place of each mark of the home page, as one block of HTML without blank lines."""
    return {
        "circle": _circle(collection),
        "themes": _ways(collection, "theme", "Themes are listed here once enough learning points share one."),
        "newest": _newest(collection),
    }


def chosen_address(collection: Collection, facet: str, group: str, seen_from: str) -> str:
    """Give the address of the page to choose from, with one group of learning points chosen."""
    return f"{collection.link(INDEX, seen_from)}?{facet}={group}"


def told(count: int) -> str:
    """Say how many learning points."""
    return f"{count} learning point{'' if count == 1 else 's'}"


def _circle(collection: Collection) -> Markup:
    counts = {group.id: group.count for group in collection.facets["question"].groups}
    return draw_circle(
        collection.guidance.questions,
        page=lambda question: collection.link(f"questions/{question}.md", HOME),
        counts=counts,
        chosen=lambda question: chosen_address(collection, "question", question, HOME),
    )


def _ways(collection: Collection, facet: str, none: str) -> Markup:
    shown: Facet = collection.facets[facet]
    if not collection.points:
        return NONE_YET
    if not shown.groups:
        return Markup("<p>{}</p>").format(none)
    items = draw_items(
        Markup("{} ({})").format(draw_link(chosen_address(collection, facet, group.id, HOME), group.title), group.count)
        for group in shown.groups
    )
    return Markup('<ul class="ways">{}</ul>').format(items)


def _newest(collection: Collection) -> Markup:
    items = draw_items(
        Markup("{} <small>{}</small>").format(draw_link(collection.link(uri_of(point), HOME), point.title), point.year)
        for point in collection.points[:_NEWEST]
    )
    every = draw_link(collection.link(INDEX, HOME), f"All {told(len(collection.points))}")
    return Markup('<ul class="near">{}</ul><p>{}</p>').format(items, every) if items else Markup("")
