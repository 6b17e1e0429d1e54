"""Draws the Atom feeds (RFC 4287) by which a feed reader can follow what is new: all of it, or one theme's.

Where the site's own address is known (`site_url`), every link is whole. Elsewhere links are relative to the feed, which
Atom allows; a few feed readers then do not find the page.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from urllib.parse import urljoin
from uuid import UUID, uuid5

from markupsafe import Markup

from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import FOLLOWING, INDEX, OnceAsked, filled, joined, uri_of
from circle_cli.site.drawing.groups import Group
from circle_cli.site.drawing.render import render_text

ALL = "feed.xml"
STYLE = "feed.css"
MOST = 50
"""Learning points in a feed, and the rest of the year in which that many are reached: nobody knows a year's newest."""

_IDS = UUID("6f1d8c0e-52b7-4a39-9d64-0b8f3c7ae215")
"""Ours, so that an id made from a name is always the same one, and nobody else's."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, whatever way it is written."""

_FEED = Markup(
    '<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="{style}"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
    "<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<author><name>{author}</name></author>\n"
    '<link rel="self" type="application/atom+xml" href="{own}"/>\n'
    '<link rel="alternate" type="text/html" href="{page}"/>\n'
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>This is a feed: give its address to a feed reader, and it tells you '
    'what is new. <a href="{following}">How to follow, and how things are dated here</a>. '
    '<a href="{page}">All learning points</a></p></div>\n'
    "{entries}</feed>\n"
)
"""Whoever opens it in a browser sees the words for people, with our style; a feed reader passes them over."""

_ENTRY = (
    "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n"
    '<link rel="alternate" type="text/html" href="{page}"/>\n{categories}<summary>{summary}</summary>\n</entry>\n'
)
_CATEGORY = '<category term="{}" label="{}"/>\n'
_FOLLOW = Markup('<p class="follow" data-search-exclude="true"><a href="{}">Follow what is new</a></p>')


Entry = Callable[[str, str], Markup]
"""Draws the learning point of that id, of which a page is there; one stands in the feeds of all its themes."""


def draw_feeds(collection: Collection, *, name: str, address: str | None) -> Mapping[str, str]:
    """Draw every feed, by its place on the site: none while there are fewer learning points than the smallest group.

    `name` is the site's, and `address` where it can be found, if that is known.
    """
    entry = cache(partial(_entry, collection))
    return OnceAsked(
        {
            path: partial(_feed, path, group, collection, entry, name=name, address=address)
            for path, group in feeds_of(collection).items()
        }
    )


def draw_follow(collection: Collection, here: str) -> Markup:
    """Draw the link to what there is to follow, for a page of the site; nothing where there is nothing."""
    return _FOLLOW.format(collection.link(FOLLOWING, here)) if feeds_of(collection) else Markup("")


def feeds_of(collection: Collection) -> Mapping[str, Group]:
    """Say which feeds there are, by their places on the site, and what is in each."""
    if len(collection.points) < collection.settings.smallest_group:
        return {}
    everything = Group(id="", title="All learning points", points=collection.points)
    themes = {f"feeds/{group.id}.xml": group for group in collection.facets["theme"].groups}
    return {ALL: everything, **themes}


def whole(address: str | None, path: str) -> str:
    """Give the address of a file of the site as it can be typed anywhere; nothing where the site's is not known."""
    return urljoin(f"{address.rstrip('/')}/", path) if address else ""


def _feed(
    path: str,
    group: Group,
    collection: Collection,
    entry: Callable[[str, str], Markup],
    *,
    name: str,
    address: str | None,
) -> str:
    def link(uri: str) -> str:
        return whole(address, collection.link(uri, ALL)) or collection.link(uri, path)

    points = _newest(group.points, collection)
    xml = _FEED.format(
        id=uuid5(_IDS, f"{name}/{path}").urn,
        title=name if path == ALL else f"{name}: {group.title}",
        updated=_updated(_last_year(points[0], collection)),
        author=name,
        own=link(path),
        page=link(INDEX),
        style=collection.link(STYLE, path),
        following=link(FOLLOWING),
        entries=joined(entry(point.id, link(uri_of(point))) for point in points),
    )
    return _NOT_XML.sub(" ", xml)


def _entry(collection: Collection, id_: str, page: str) -> Markup:
    """Draw a learning point; a theme that is not shown, since it is so small, is no category by which to count it."""
    point = collection.points[collection.places[id_]]
    return filled(
        _ENTRY,
        id=uuid5(_IDS, point.id).urn,
        title=point.title,
        updated=_updated(_last_year(point, collection)),
        page=page,
        categories=joined(
            filled(_CATEGORY, theme.id, theme.title)
            for theme in collection.facets["theme"].groups
            if theme.id in collection.labels[point.id]["theme"]
        ),
        summary=render_text(point.parts["what-to-try"]).striptags(),
    )


def _newest(points: Sequence[LearningPoint], collection: Collection) -> Sequence[LearningPoint]:
    def last(point: LearningPoint) -> int:
        return _last_year(point, collection)

    newest = sorted(points, key=last, reverse=True)
    return [point for point in newest if last(point) >= last(newest[:MOST][-1])]


def _last_year(point: LearningPoint, collection: Collection) -> int:
    """Give the last year that is told of a learning point; where none is, of any: it changes with what is told."""
    told = (collection.year_of(point) or 0, *(trial.year for trial in point.trials))
    return max(told) or collection.last_told


def _updated(year: int) -> str:
    """Give a moment, as Atom wants: a learning point holds a year and no day, since a day might tell whose work it was.

    So it is always the first of January: no day on which anything happened.
    """
    return f"{year}-01-01T00:00:00Z"
