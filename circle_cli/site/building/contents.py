"""Reads all that the site of a log holds: the same for MkDocs, through our plugin, and for another builder."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.guidance.vocabulary import load_vocabulary
from circle_cli.look.dressed import COLOURS, style_of
from circle_cli.look.record import Look
from circle_cli.own_words.pages import added_pages
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.picture import LOGO, logo_of
from circle_cli.own_words.reading import own_words, refuse_unread
from circle_cli.points.folder import POINTS_FOLDER, Published, read_published
from circle_cli.points.of_base.same import linked, load_same
from circle_cli.points.open_folder import Look as LookAgain
from circle_cli.points.open_folder import OfFile, look_each_time, read_anew
from circle_cli.points.record import LearningPoint
from circle_cli.settings import Settings
from circle_cli.site.building.published import choose_pages
from circle_cli.site.checked import CHECKED
from circle_cli.site.drawing.collection import Collection, Link
from circle_cli.site.drawing.drawn import INDEX, Drawn, OfMany, Pages, uri_of
from circle_cli.site.drawing.following.feeds import draw_feeds, whole
from circle_cli.site.drawing.following.since import IDS, ids_of
from circle_cli.site.drawing.listing.files import Listing
from circle_cli.site.drawing.pages.about import PRIVACY, privacy_marks
from circle_cli.site.drawing.pages.all_pages import draw_pages
from circle_cli.site.drawing.pages.guidance import PageText, compose_pages
from circle_cli.site.drawing.pages.home import HOME, home_marks
from circle_cli.site.drawing.pages.kit import KIT, kit_marks, led_back, reflect_here
from circle_cli.site.drawing.pages.statement import STATEMENT, statement_marks
from circle_cli.site.searching.site import Searching
from circle_cli.site.written import digests_of

ROBOTS = "robots.txt"

Inspect = Callable[[Published], frozenset[str]]
"""Looks at the learning points before they become pages; gives the ids of those it let through."""

LeaveOut = Callable[[Published], Published]
"""Leaves out, and names, what others report and may not be shown; before it is inspected."""

Handouts = Iterable[tuple[str, bytes]]
MakeHandouts = Callable[[Published, Settings, Callable[[LearningPoint], str], Link, str], Handouts]
"""Makes what of each learning point is handed out, by its places on the site, one after the other.

It gets what gives the whole address of a page, if it has one, and what stands above each.
"""

Again = Callable[[str, Callable[[], object], Callable[[], Any]], Any]
"""Takes a name, what tells what something rests on, and what makes it; need not make it if that was the same before."""

MakeKit = Callable[[Guidance], Mapping[str, bytes]]
"""Makes what a site offers to print, by its places on the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a site holds. `let_through` has the ids of the learning points that were inspected; None: nobody looked."""

    published: Published
    let_through: frozenset[str] | None
    pages: Mapping[str, PageText | Drawn]
    many: Mapping[str, OfMany]
    """Those of them that are drawn each time when they are asked for."""

    feeds: Mapping[str, str]
    """By their places on the site: what feed readers follow, by what a browser knows what is new to somebody, and in
    what it looks up a long list."""

    kit: Mapping[str, bytes]
    handouts: Mapping[str, bytes]
    searching: Searching
    beside: Mapping[str, bytes]
    added: tuple[str, ...]

    @property
    def as_made(self) -> Mapping[str, bytes]:
        """What stays on the site as it is, to the byte: the kit, the logo, and the style of a log's own colours."""
        return together(self.kit, self.beside, self.handouts)

    @property
    def digests(self) -> Mapping[str, bytes]:
        """What stands for each of these."""
        return digests_of(self.kit, self.beside, self.handouts)

    @property
    def inspected(self) -> bool:
        """Whether each of the learning points was looked at and let through."""
        return self.let_through == frozenset(point.id for point in self.published.points)


def together(*files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give several files by one name for all; none of them is read."""
    return ChainMap(*files)  # type: ignore[arg-type]  # it could be written to, and is not


def beside_pages(log_root: Path, look: Look) -> Mapping[str, bytes]:
    """Give the logo and the style of its own colours, by their places on the site; those that a log has."""
    logo = logo_of(log_root)
    colours = {COLOURS: style_of(look.colours).encode("utf-8")} if look.colours else {}
    return {**({LOGO: logo[0]} if logo else {}), **colours}


def _for_robots(address: str | None) -> bytes:
    """Let search engines read the site, and say where its pages are listed, if that is known."""
    listed = f"Sitemap: {whole(address, 'sitemap.xml')}\n" if address else ""
    return f"User-agent: *\nAllow: /\n{listed}".encode()


def _whole(address: str | None, link: Link) -> Callable[[LearningPoint], str]:
    """Give what gives the address of a page as it is typed anywhere; nothing where nobody knows it."""
    return lambda point: whole(address, link(uri_of(point), HOME))


def read_contents(
    folder: Path, *, name: str, address: str | None, settings: Settings, this_year: int, link: Link,
    inspect: Inspect | None, make_kit: MakeKit | None, leave_out: LeaveOut | None = None,
    make_handouts: MakeHandouts | None = None, keep: Callable[[Handouts], Mapping[str, bytes]] = dict, notice: str = "",
    log_root: Path | None = None, look: Callable[[Sequence[OwnWords]], None] = refuse_unread,
    again: Again = lambda _, rests_on, make: make(), of_file: OfFile = read_anew, lie: Callable[[Path], object] = str,
    approved: LookAgain = look_each_time,
) -> Contents:  # fmt: skip
    """Read all there is to publish from a log's `guidance/`, and make the pages and feeds of it.

    `name` is the site's, and `address` where it can be found, if that is known. Without `make_kit` it offers nothing to
    print, and without `make_handouts` no page of a learning point's; `keep` takes these and gives them back.
    `leave_out` drops reports that may not be shown.
    `log_root` is the log's folder, where that is not the one around `folder`; `look` gets what it says there in its own
    words. In a preview `again` knows what was made of the learning points before, `of_file` what was read of each file,
    and `lie` tells how these lie there. `approved` may know that an approval counted before.

    In this order: a link to a private place is refused before it is followed.

    Raises:
        CircleError: something is malformed, missing or not approved; file and line are named.
    """
    added = added_pages(log_root or folder.parent)
    chosen = choose_pages(folder, added)
    guidance = load_guidance(folder).public
    kit = led_back(make_kit(guidance), link) if make_kit else {}
    published: Published = again(
        "read", lambda: lie(folder.parent), lambda: read_published(folder / POINTS_FOLDER, of_file, approved)
    )
    published = leave_out(published) if leave_out else published
    let_through = None if inspect is None else inspect(published)
    handouts = keep(make_handouts(published, settings, _whole(address, link), link, notice) if make_handouts else ())
    same, offered = linked(load_same(log_root or folder.parent)), frozenset((*kit, *handouts))

    def draw() -> tuple[Collection, Pages, Mapping[str, str]]:
        collection = Collection(
            published=published, guidance=guidance, settings=settings, this_year=this_year, link=link,
            same=same, offered=offered,
        )  # fmt: skip
        listing = Listing(collection=collection)
        others = {IDS: ids_of(collection), **listing.files}
        feeds: Mapping[str, str] = ChainMap(draw_feeds(collection, name=name, address=address), others)  # type: ignore[arg-type]  # it could be written to
        return collection, draw_pages(collection, address, listing), feeds

    rests_on = (published, guidance, settings, this_year, same, offered, name, address, link(INDEX, HOME))
    collection, drawn, feeds = again("drawn", lambda: rests_on, draw)
    marks = {
        HOME: {**home_marks(collection), "reflect": reflect_here(kit, link, HOME)},
        KIT: kit_marks(kit, link),
        PRIVACY: privacy_marks(settings, published.points),
        STATEMENT: statement_marks(settings, CHECKED),
    }
    contents = Contents(
        published=published,
        let_through=let_through,
        pages=ChainMap(drawn, compose_pages(chosen, guidance, marks)),  # type: ignore[arg-type]  # it could be written to
        many=drawn.many,
        feeds=feeds,
        kit=kit,
        handouts=handouts,
        added=added,
        beside={**beside_pages(log_root or folder.parent, settings.look), ROBOTS: _for_robots(address)},
        searching=Searching(collection=collection, vocabulary=load_vocabulary(folder)),
    )
    look(own_words(log_root or folder.parent))
    return contents
