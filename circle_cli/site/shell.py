"""Of pages that differ in their own words alone the theme draws one, and the others are filled in from it.

To the byte what MkDocs would have written of each: `tests/site/test_shell.py` has it draw them all, too.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from circle_cli.site.drawing.drawn import Drawn, OfMany
from circle_cli.site.here import mark_here

_INDENTED = re.compile(r"\n\s+")
_OF_HEAD = ("title", "description")


def is_alike(page: OfMany) -> bool:
    """Tell whether a page can be filled in: nothing at its edges could run into what the theme puts around it."""
    return page.title == page.title.strip() != ""


def without_indentation(html: str) -> str:
    """Take the templates' indentation out of a page of which there are many: that is a quarter of its bytes."""
    return _INDENTED.sub("\n", html)


def headed(html: str) -> str:
    """Give what was drawn with a heading that can be led to."""
    return html.replace("<h1>", '<h1 id="the-page">', 1)


def page_above(file: File, url: Callable[[str], str]) -> str | None:
    """Give the way from a page to the one under which it is found, if there is one; `url` gives where a page is."""
    folder, _, name = file.src_uri.rpartition("/")
    above = url(f"{folder}/index.md") if folder and name != "index.md" else None
    return get_relative_url(above, file.url) if above else None


@dataclass(kw_only=True)
class Shell:
    """The page that the theme draws with holes in it: each holds signs of this one build, so no words can be one."""

    mark: str = field(default_factory=lambda: f"hole{secrets.token_hex(16)}")
    html: str = ""
    """What the theme drew."""

    _address: str | None = None
    _ready: dict[str | None, list[str]] = field(default_factory=dict)
    """The same in pieces, and marked, by the address of the page under which a page is found."""

    def hollow(self, page: Page) -> None:
        """Put holes into a page, just before it is drawn; `keep` takes what was drawn."""
        self._address = page.canonical_url
        page.meta = {**page.meta, **{key: self._hole(key) for key in _OF_HEAD}}
        page.content = headed(f"<h1>{self._hole('content')}</h1>")
        page.canonical_url = self._hole("address") if page.canonical_url else None

    def keep(self, page: Page, html: str) -> None:
        """Keep what the theme drew of a page with holes, which has its own address again."""
        page.canonical_url = self._address
        self.html = html

    def fill(self, drawn: Drawn, file: File, within: str | None) -> str:
        """Give a page, whole; `within` is the address of the page under which it is found, as its links give it."""
        filling = {key: str(drawn.meta[key]) for key in _OF_HEAD}
        filling |= {"content": headed(str(drawn.html)), "address": (file.page and file.page.canonical_url) or ""}
        own = get_relative_url(file.url, file.url)
        if f'href="{own}"' in self.html:  # a menu leads to this one, though it does not know it
            return without_indentation(mark_here(self._filled(self._pieces(self.html), filling), own, within))
        if within not in self._ready:
            marked = mark_here(self.html, self.mark, within)
            self._ready[within] = self._pieces(without_indentation(marked))
        return self._filled(self._ready[within], {key: without_indentation(each) for key, each in filling.items()})

    def _hole(self, key: str) -> str:
        return f"{self.mark}-{key}-"

    def _pieces(self, html: str) -> list[str]:
        """Cut a page at its holes: what the theme wrote, and the names of holes, by turns."""
        whole = html.replace(headed(f"<h1>{self._hole('content')}</h1>"), self._hole("content"))
        return re.split(f"{self.mark}-([a-z]+)-", whole)

    @staticmethod
    def _filled(pieces: list[str], filling: dict[str, str]) -> str:
        filled = [*pieces]
        filled[1::2] = [filling[name] for name in pieces[1::2]]
        return "".join(filled)
