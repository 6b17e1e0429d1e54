"""Draws the page of what is new: the newest learning points, those that others tried, and those to look at again."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.chart import draw_chart
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, NEWS, Drawn, draw_items, draw_link, uri_of
from circle_cli.site.drawing.following.feeds import draw_follow
from circle_cli.site.drawing.ladder import how_many_told
from circle_cli.site.drawing.pages.browse import NONE_YET

MOST = 10
"""Learning points under a heading that has only the newest."""

LOOK_AGAIN = 3
"""Years without a word about a learning point after which somebody should look at it again."""

_TITLE = "New, and tried by others"
_INTRO = "What came in last, and what others say who tried it."
_YEARS = (
    "A learning point holds a year and no day, on purpose: a day might show whose work it was. So no dates stand here."
)
_TRIED_NEWEST = f"What others told us about last comes first; here are no more than {MOST}."
_DUE = Markup(
    "<p>These are at least {} years old, and so is the last that anybody reported from trying them. Services, law and "
    "research may have changed since. If you use one, say how it went: <code>circle tried</code> and its name, such as "
    "<code>circle tried {}</code>. If one of yours no longer fits, take it back: <code>circle withdraw</code> and its "
    "name.</p>"
)
_NOT_ENOUGH = "Learning points are listed here when there are at least {} {}."


def draw_news(collection: Collection) -> Drawn:
    """Draw the page; where there are too few of a kind, it says when they will be listed."""
    body = _body(collection) if collection.points else NONE_YET
    return Drawn(
        html=Markup("<h1>{}</h1><p>{}</p>{}{}").format(_TITLE, _INTRO, body, draw_follow(collection, NEWS)),
        meta={"title": escape(_TITLE), "description": escape(_INTRO)},
    )


def tried_by_others(points: Iterable[LearningPoint]) -> tuple[LearningPoint, ...]:
    """Choose those that somebody reported from, the newest reports first."""
    return tuple(sorted((point for point in points if point.trials), key=_reported, reverse=True))


def due(points: Iterable[LearningPoint], this_year: int) -> tuple[LearningPoint, ...]:
    """Choose those of which nobody has said anything for LOOK_AGAIN years, the oldest first."""
    since = this_year - LOOK_AGAIN
    return tuple(sorted((point for point in points if max(point.year, _reported(point)) <= since), key=_year))


def _reported(point: LearningPoint) -> int:
    return max((trial.year for trial in point.trials), default=0)


def _year(point: LearningPoint) -> int:
    return point.year


def _body(collection: Collection) -> Markup:
    every = draw_link(collection.link(INDEX, NEWS), "All learning points")
    return Markup("<p>{}</p>").format(_YEARS) + Markup("").join(
        (
            Markup('<h2 id="new">New</h2>{}<p>{}</p>').format(_new(collection), every),
            Markup('<h2 id="tried">Tried by others</h2>{}').format(_tried(collection)),
            _due(collection),
            _chart(collection),
        )
    )


def _new(collection: Collection) -> Markup:
    """List the newest of those whose years may be told."""
    points, least = [each for each in collection.points if collection.year_of(each)], collection.settings.smallest_group
    if not points:
        return Markup("<p>{}</p>").format(_NOT_ENOUGH.format(least, "of one year that are alike in all else"))
    return _listed(points[:MOST], collection, lambda point: str(point.year))


def _tried(collection: Collection) -> Markup:
    found, least = tried_by_others(collection.points), collection.settings.smallest_group
    if len(found) < least:
        return Markup("<p>{}</p>").format(_NOT_ENOUGH.format(least, "that others have tried"))
    return Markup("<p>{}</p>{}").format(_TRIED_NEWEST, _how_it_went(found[:MOST], collection, NEWS))


def draw_tried(collection: Collection, here: str, most: int) -> Markup:
    """Lead from another page to what others said last; nowhere where too few were tried to list them."""
    found = tried_by_others(collection.points)
    if len(found) < collection.settings.smallest_group:
        return Markup("")
    every = draw_link(f"{collection.link(NEWS, here)}#tried", "More that others tried")
    listed = Markup("<h3>Read how it went for others</h3>{}<p>{}</p>").format(
        _how_it_went(found[:most], collection, here), every
    )
    return Markup('<div class="beyond" data-search-exclude="true">{}</div>').format(listed)


def _how_it_went(points: Iterable[LearningPoint], collection: Collection, here: str) -> Markup:
    """List what was tried, each with the way to what others say of it."""
    items = draw_items(
        Markup("{} <small>{}</small>").format(
            draw_link(f"{collection.link(uri_of(point), here)}#tried", point.title), how_many_told(point)
        )
        for point in points
    )
    return Markup('<ul class="near" data-search-exclude="true">{}</ul>').format(items)


def _due(collection: Collection) -> Markup:
    told = [point for point in collection.points if collection.year_of(point)]
    found, least = due(told, collection.this_year), collection.settings.smallest_group
    if len(found) < least:
        return Markup("")
    listed = _DUE.format(LOOK_AGAIN, found[0].id) + _listed(found, collection, _how_old)
    return Markup('<h2 id="due">Due for another look</h2>') + listed


def _how_old(point: LearningPoint) -> Markup:
    last = f"; the newest report is from {_reported(point)}" if point.trials else ""
    return Markup("{}{}. Its name: <code>{}</code>").format(point.year, last, point.id)


def _listed(
    points: Iterable[LearningPoint], collection: Collection, about: Callable[[LearningPoint], Markup | str]
) -> Markup:
    items = draw_items(
        Markup("{} <small>{}</small>").format(
            draw_link(collection.link(uri_of(point), NEWS), point.title), about(point)
        )
        for point in points
    )
    return Markup('<ul class="near" data-search-exclude="true">{}</ul>').format(items)


def _chart(collection: Collection) -> Markup:
    chart = draw_chart(
        collection.facets["year"],
        address=None,
        least=collection.settings.smallest_group,
    )
    return Markup('<h2 id="years">Year by year</h2>{}').format(chart) if chart else chart
