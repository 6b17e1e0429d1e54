"""Draws the page that says how to follow what is new, and how things are dated here."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import FOLLOWING, NEWS, Drawn, draw_items, draw_link
from circle_cli.site.drawing.following.feeds import MOST, feeds_of, whole
from circle_cli.site.drawing.following.since import draw_since

_TITLE = "Follow what is new"
_INTRO = "Hear of new learning points without coming here to look, and without telling anybody who you are."
_PAGE = Markup(
    "<h1>{title}</h1><p>{intro}</p>"
    '<h2 id="feeds">With a feed reader</h2>'
    "<p>A feed is a file that lists what is new. A feed reader looks at it now and then, and shows you what came in "
    "since. Some programs for e-mail have one (Thunderbird, for instance, which calls it RSS), and there are apps for "
    "telephones. No e-mail address is asked for. A reader on your own computer tells nobody that you follow; one that "
    "is itself a website knows it.</p>{feeds}"
    '<h2 id="dates">Why everything is dated the first of January</h2>'
    "<p>A learning point holds a year and no day, on purpose: a day might show whose work it was. Feed readers want a "
    "day all the same. So each learning point stands under the first of January of the last year that is told of it: "
    "the year in which it came out, or a later one in which somebody reported from trying it.</p>"
    "<p>Some years are not told at all, since fewer than {others} other learning points are like that one in year, "
    "service and whom it concerns. Where none is told, the last year stands there that is told of any learning "
    "point here, or, if there is none, the year in which this site was built: once that is another, your reader may "
    "show such a one again. What it has not seen before it shows as new, whatever its date. A "
    "feed holds the newest {most} learning points, and the rest of the year in which that many are reached.</p>"
    '<h2 id="here">On this site</h2>'
    "<p>{news} lists the newest learning points, those that others have tried, and those due for another look.</p>"
    "{since}"
)
_LISTED = Markup('<p>Give the address of one of these to your feed reader.{how}</p><ul class="ways">{items}</ul>')
_COPY = Markup(
    " This site is not told where it lies, so it cannot spell them out: open the link’s menu (a right click, or a long "
    "touch), and copy the address of the link."
)


def draw_following(collection: Collection, address: str | None) -> Drawn:
    """Draw it; `address` is where the site can be found, if that is known."""
    return Drawn(
        html=_PAGE.format(
            title=_TITLE,
            intro=_INTRO,
            feeds=_feeds(collection, address),
            others=collection.settings.smallest_group - 1,
            most=MOST,
            since=draw_since(collection, FOLLOWING),
            news=draw_link(collection.link(NEWS, FOLLOWING), "New, and tried by others"),
        ),
        meta={"title": escape(_TITLE), "description": escape(_INTRO)},
    )


def _feeds(collection: Collection, address: str | None) -> Markup:
    if items := draw_items(_items(collection, address)):
        return _LISTED.format(how="" if address else _COPY, items=items)
    least = collection.settings.smallest_group
    return Markup("<p>There are feeds here when there are at least {} learning points.</p>").format(least)


def _items(collection: Collection, address: str | None) -> Iterator[Markup]:
    for path, group in feeds_of(collection).items():
        link = Markup('<a type="application/atom+xml" href="{}">{}</a>').format(
            collection.link(path, FOLLOWING), group.title
        )
        spelt = whole(address, path)
        yield link + (Markup("<br><code>{}</code>").format(spelt) if spelt else "")
