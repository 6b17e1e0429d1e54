"""Every page that is drawn from the learning points."""

from collections.abc import Mapping, Sequence
from functools import partial

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import FOLLOWING, INDEX, NEWS, Drawn, OfMany, Pages, uri_of
from circle_cli.site.drawing.following.page import draw_following
from circle_cli.site.drawing.listing.files import Listing
from circle_cli.site.drawing.listing.pages import further_pages
from circle_cli.site.drawing.pages.browse import draw_browse
from circle_cli.site.drawing.pages.framework import draw_frameworks
from circle_cli.site.drawing.pages.news import draw_news
from circle_cli.site.drawing.pages.point import draw_notice, draw_point
from circle_cli.site.drawing.pages.theme import draw_themes
from circle_cli.site.drawing.related import Related, related_of


def draw_pages(collection: Collection, address: str | None = None, listing: Listing | None = None) -> Pages:
    """Draw them all, by the names by which MkDocs knows pages; `address` is where the site is, if that is known.

    `listing` has the files of the list, if they are made already.

    Raises:
        CircleError: a theme or statement is not known; file and line are named, as they are where a text cannot be
            shown, by whoever asks for its page.
    """
    _refuse_unknown(collection)
    points = collection.points
    related = related_of(points, collection.guidance, collection.labels)
    few = {
        INDEX: draw_browse(collection, listing or Listing(collection=collection)),
        NEWS: draw_news(collection),
        FOLLOWING: draw_following(collection, address),
        **draw_themes(collection),
        **draw_frameworks(collection),
        **{uri_of(notice): draw_notice(notice, collection) for notice in collection.published.withdrawn},
    }
    many = {
        uri_of(point): OfMany(
            title=point.title,
            draw=partial(_point, point, collection, related),
        )
        for point in points
    }
    return Pages(few, {**many, **further_pages(collection)})


def _point(point: LearningPoint, collection: Collection, related: Mapping[str, Sequence[Related]]) -> Drawn:
    return draw_point(point, collection, _others(related, point, collection))


def _others(
    related: Mapping[str, Sequence[Related]], point: LearningPoint, collection: Collection
) -> Sequence[Related]:
    """Give what lies near one, without what says the same: that is named already."""
    same = collection.same.get(point.id, frozenset())
    return [each for each in related[point.id] if each.point.id not in same]


def _refuse_unknown(collection: Collection) -> None:
    published, guidance = collection.published, collection.guidance
    themes, statements = guidance.known_themes, guidance.known_statements
    for point in published.points:
        if not themes.issuperset(point.themes):
            wrong = "names a theme that the guidance does not know"
            raise published.problem(point, "themes", wrong, do="see themes.yml")
        if not statements.issuperset((each.framework, each.statement) for each in point.frameworks):
            wrong = "names a framework or a statement that the guidance does not know"
            raise published.problem(point, "frameworks", wrong, do="see guidance/frameworks")
