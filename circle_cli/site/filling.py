"""The pages that are filled in, and the index of words: each page is drawn, written, and let go before the next one is.

In a preview each is made when somebody asks for it: most of them nobody looks at before the next edit.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock

from mkdocs.config.defaults import MkDocsConfig

from circle_cli.site.building.contents import Contents
from circle_cli.site.drawing.drawn import Drawn
from circle_cli.site.known import addresses, filled_in
from circle_cli.site.searching.shards import FOLDER
from circle_cli.site.shell import Shell, page_above
from circle_cli.site.written import Written


@dataclass(kw_only=True)
class Filling:
    """What is left to be made of a site, once the theme has drawn what it draws; `left` are the pages."""

    contents: Contents
    shell: Shell
    config: MkDocsConfig
    left: set[str]
    _indexed: bool = False
    _folders: set[str] = field(default_factory=set)
    _one_at_a_time: Lock = field(default_factory=Lock)

    def all(self) -> Mapping[str, bytes]:
        """Make all of it; gives the files of the index of words, in which a page looks things up.

        Raises:
            CircleError: a text cannot be shown; file and line are named.
        """
        files = self.contents.searching.files(self._page)
        for uri in sorted(self.left):
            self._page(uri)
        self._indexed = True
        return Written(Path(self.config.site_dir), files.items())

    def for_address(self, place: str) -> None:
        """Make what is asked for at a place on the site, if it is not there yet.

        Raises:
            CircleError: a text cannot be shown; file and line are named.
        """
        with self._one_at_a_time:
            for uri in self.left.intersection(_names(place)):
                self._page(uri)
            if place in self.contents.feeds:
                with open(self._ready(f"{self.config.site_dir}{os.sep}{place}"), "w", encoding="utf-8") as file:  # noqa: PTH123
                    file.write(self.contents.feeds[place])
            if place.startswith(f"{FOLDER}/") and not self._indexed:
                self.all()

    def _page(self, uri: str) -> Drawn:
        drawn = self.contents.many[uri].draw()
        if uri in self.left:
            self.left.remove(uri)
            file = filled_in(uri, self.config)
            html = self.shell.fill(drawn, file, page_above(file, self._url))
            with open(self._ready(file.abs_dest_path), "wb") as page:  # noqa: PTH123  # thousands of them
                page.write(html.encode("utf-8", errors="xmlcharrefreplace"))
        return drawn

    @cached_property
    def _url(self) -> Callable[[str], str]:
        return addresses(self.config)

    def _ready(self, place: str) -> str:
        """Give a place whose folder is there."""
        if (folder := os.path.dirname(place)) not in self._folders:  # noqa: PTH120
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
        return place


def _names(place: str) -> Iterator[str]:
    """Give the names that a page at a place may have, as MkDocs knows pages: it can be a file, or a folder's."""
    for ending in (".html", "/index.html", "/"):
        if place.endswith(ending):
            yield f"{place.removesuffix(ending)}.md"
