"""All that is looked through on a site, and the files of its index."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from circle_cli.guidance.vocabulary import Meaning
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, NEWS, THEMES, Drawn, theme_uri, uri_of
from circle_cli.site.drawing.listing.pages import is_further
from circle_cli.site.searching.documents import Document, Shown, document_of_point, documents_of_page
from circle_cli.site.searching.index import index_of
from circle_cli.site.searching.shards import Ways, files_of
from circle_cli.waiting import how_far

_TOP = "index.md"
_NO_WORDS_OF_THEIR_OWN = frozenset((INDEX, NEWS))
"""What stands there stands on other pages, too."""

_COUNTS = {"keeping-a-base.md": 0.2, "accessibility.md": 0.3, "privacy.md": 0.5}
"""What a word counts there beside one elsewhere: what these pages are about is not what most people look for."""


@dataclass(frozen=True, kw_only=True)
class Searching:
    """What can be found on a site: its learning points, and the pages that are added once they are built."""

    collection: Collection
    vocabulary: Sequence[Meaning]
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the name by which MkDocs knows a page: its title, and its content as HTML."""

    def files(self, draw: Callable[[str], Drawn]) -> dict[str, bytes]:
        """Write the index, by the places of its files on the site; the learning points first, as the list has them.

        `draw` gives the page of a learning point, and is asked once for each.
        """
        shown: list[Shown] = []

        def documents() -> Iterator[Document]:
            every = how_far.each(self.collection.points, "Drawing the pages")
            points = (self._point(point, draw(uri_of(point))) for point in every)
            for document in chain(points, self._parts()):
                shown.append(document.shown)
                yield document

        entries = index_of(documents(), self.vocabulary)
        return files_of(shown, len(self.collection.points), entries, self._ways())

    def _point(self, point: LearningPoint, drawn: Drawn) -> Document:
        labels = self.collection.labels[point.id]
        return document_of_point(point, str(drawn.html), labels, self.collection.guidance, self._address(uri_of(point)))

    def _parts(self) -> Iterator[Document]:
        notices = {uri_of(notice) for notice in self.collection.published.withdrawn}
        points = {uri_of(point) for point in self.collection.points}
        for uri in sorted(self.pages.keys() - notices - points - _NO_WORDS_OF_THEIR_OWN):
            if not is_further(uri):
                title, html = self.pages[uri]
                page = "" if uri == _TOP else title  # "Home" says nothing of what stands there
                yield from documents_of_page(html, page, self._address(uri), _COUNTS.get(uri, 1))

    def _ways(self) -> Ways:
        themes = self.collection.facets["theme"].groups
        return Ways(
            themes=[(theme.title, self._address(theme_uri(theme.id))) for theme in themes],
            every=self._address(INDEX),
            all_themes=self._address(THEMES),
        )

    def _address(self, uri: str) -> str:
        return self.collection.link(uri, _TOP)
