"""What a page would load from elsewhere, or run: read as a browser reads it. Pure.

Pages of one site have most of their lines in common. A page that is written without any licence, as ours and those of
the theme are, is cut into whole tags and the words between them, by lines that are read once for all pages; any other
is read from its beginning to its end.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

_LOADS = frozenset("src srcset poster data action formaction background manifest ping xlink:href".split())
_HREF_LOADS = frozenset(("link", "base", "image", "use"))
_ONLY_NAMES = frozenset("canonical prev next alternate author license".split())
"""What a `<link>` may name on another host: a browser does not fetch it."""

_IN_STYLE = re.compile(r"(?i)@import|url\(\s*['\"]?\s*(?:[a-z][a-z0-9+.-]*:)?//")

_ATTRIBUTES = r"""(?:\s++[^\s"'<>/=]++(?:=(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+"""
_TEXT_OR_TAG = re.compile(
    r"[^<]++|<!(?:doctype|DOCTYPE) html>|<!--[^<>-]*+-->"
    rf"|<script{_ATTRIBUTES}>(?:[^<]|<(?!/))*+</script>|<style{_ATTRIBUTES}>(?:[^<]|<(?!/))*+</style>"
    rf"|<(?!script\b|style\b)[a-z][a-z0-9-]*+{_ATTRIBUTES}/?>|</(?!script\b|style\b)[a-z][a-z0-9-]*+\s*+>"
)
"""What a page without any licence is made of; a script or a style is one whole, with what stands in it."""


_NAMES = r"(?:class|id|(?:aria|data)-[a-z]+(?:-[a-z]+)*+)"
_VALUE = r'="[\w ./#?=-]*"'
_PLAIN = re.compile(
    rf"(?:[^<]++|<(?!script\b|style\b)[a-z][a-z0-9-]*+(?: {_NAMES}{_VALUE})*+>|<a(?: (?:href|{_NAMES}){_VALUE})*+>"
    r'|<meta name="[a-z]*+" content="[^"]*+">'
    r"|</(?!script\b|style\b)[a-z][a-z0-9-]*+>)*+"
)
"""Words, tags that name but themselves, links without the colon that an address that runs a script has, and what a page
says of itself."""

_ENDS, _BEGINS = ">\n", "<"
_CUT, _MOST = _ENDS + _BEGINS, 2**11
_LINES = 40
"""So many lines a script of the theme's may have; what goes on for longer is read with all the page."""


def calls_of(page: str) -> Sequence[tuple[int, str]]:
    """Find what a page would load from elsewhere, or run: gives the line, and what it is."""
    return () if _is_well(page) else read_through(page)


def _is_well(page: str) -> bool:
    """Tell whether each piece, from a line that begins with a tag to one that ends with one, is well by itself.

    Or with those after it that it goes on in. Whole tags and words, one after the other, are the same wherever they are
    cut apart.
    """
    if _CUT not in page:
        return _calls_nothing(page)
    first, *pieces, last = page.split(_CUT)
    first, last = first + _ENDS, _BEGINS + last
    if all(map(_is_whole_and_well, (first, last, *(_BEGINS + piece + _ENDS for piece in {*pieces} - _well)))):
        if len(_well) > _MOST:
            _well.clear()
        _well.update(pieces)
        return True
    begun, held = "", 0
    for piece in (first, *(_BEGINS + piece + _ENDS for piece in pieces), last):
        begun += piece
        if _calls_nothing(begun):
            begun, held = "", 0
        elif (held := held + 1) > _LINES:
            return False
    return not begun


_well: set[str] = set()
"""Pieces that are well by themselves: most of a page's are every page's, and so are told all at once. Few are
kept, since what one page alone has is never asked for again."""


def _is_whole_and_well(text: str) -> bool:
    """Tell whether a text is made of whole tags and words, and calls nothing."""
    if _PLAIN.fullmatch(text):
        return True
    pieces = _TEXT_OR_TAG.findall(text)
    whole = sum(map(len, pieces)) == len(text)
    return whole and not any(_of_tag(piece) for piece in set(pieces) if piece.startswith("<"))


_calls_nothing = lru_cache(2**12)(_is_whole_and_well)
"""The same of what goes on in the next piece: a script that all pages have."""


@lru_cache(2**12)
def _of_tag(tag: str) -> bool:
    return not _PLAIN.fullmatch(tag) and bool(read_through(tag))


def read_through(html: str) -> Sequence[tuple[int, str]]:
    """Find the same, from the beginning of a page to its end."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Reads one page of the site."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        values = {name: value or "" for name, value in reversed(attrs)}  # of two of a name, a browser takes the first
        names = set(values.get("rel", "").lower().split())
        only_named = tag == "link" and names and names <= _ONLY_NAMES
        for name, value in values.items():
            loads = name in _LOADS or (name == "href" and tag in _HREF_LOADS and not only_named)
            if loads and any(_is_elsewhere(part) for part in re.split(r"[\s,]+", value.strip())):
                self._note("would load something from another host")
            if name in ("href", *_LOADS) and _is_script(value):
                self._note("holds a link that would run a script")
            if name.startswith("on"):
                self._note("would run a script")
            if name == "style" and _IN_STYLE.search(value):
                self._note("would load something from another host")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._note("would send its reader elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style and _IN_STYLE.search(data):
            self._note("would load something from another host")

    def _note(self, wrong: str) -> None:
        self.found.append((self.getpos()[0], wrong))


def _is_elsewhere(address: str) -> bool:
    parts = urlsplit("".join(address.replace("\\", "/").split()))
    return bool(parts.netloc) or parts.scheme.lower() not in ("", "data")


def _is_script(address: str) -> bool:
    plain = re.sub(r"[\x00-\x20]+", "", address)
    return re.match(r"(?i)javascript:|vbscript:|data:text/html", plain) is not None
