"""Looks at a built site before it is released: only files of known kinds, exactly the pages meant, no other host.

Then gives every page the policy that has a browser hold to the same.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from circle_cli.errors import CircleError, Place
from circle_cli.site.building.policy import with_policy
from circle_cli.system.files import leads_elsewhere

WRITTEN = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
"""What MkDocs writes beside the pages; all else must be a file of the theme's or ours, to the byte."""

_LOADS = frozenset("src srcset poster data action formaction background manifest ping xlink:href".split())
_HREF_LOADS = frozenset(("link", "base", "image", "use"))
_ONLY_NAMES = frozenset("canonical prev next alternate author license".split())
"""What a `<link>` may name on another host: a browser does not fetch it."""

_IN_STYLE = re.compile(r"(?i)@import|url\(\s*['\"]?\s*(?:[a-z][a-z0-9+.-]*:)?//")


def files_of(site: Path) -> frozenset[str]:
    """Name every file of a built site.

    Raises:
        CircleError: one of them is a link to another place.
    """
    for path in site.rglob("*"):
        if leads_elsewhere(path):
            wrong = "a link to another place, which may be private; nothing was published"
            raise CircleError(wrong, where=Place(path))
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir())


def untouched(site: Path, of_theme: Mapping[str, Path]) -> frozenset[str]:
    """Name the files that are the theme's or ours to the byte; `of_theme` says where each of them comes from."""
    return frozenset(
        name
        for name, source in of_theme.items()
        if (site / name).is_file() and (site / name).read_bytes() == source.read_bytes()
    )


def finish(
    site: Path, pages: frozenset[str], own: frozenset[str], kit: Mapping[str, bytes] = MappingProxyType({})
) -> frozenset[str]:
    """Give the names of the files that may be released; `pages` are those meant, `own` what the theme brings.

    Every page has its policy then. What the `kit` holds, and the index of words, stays as it is, to the byte: its
    pages bring their own.

    Raises:
        CircleError: a page is missing, a file is none that was meant, or a page would load from another host or holds
            a script that is not the theme's.
    """
    files = files_of(site)
    for name in sorted(pages - files):
        raise CircleError("this page was not built; nothing was published", where=Place(name))
    for name, content in kit.items():
        if name not in files or (site / name).read_bytes() != content:
            raise CircleError("is not on the site as it was made; nothing was published", where=Place(name))
    for name in sorted(files - pages - own - kit.keys() - WRITTEN):
        raise CircleError("nobody meant this file to be on the site; nothing was published", where=Place(name))
    for name in sorted(files - own):
        for line, wrong in _calls(site / name):
            do = " Find it in the page, and take it out"
            raise CircleError(f"{wrong}; nothing was published.", where=Place(name, line), do=do)
    for name in sorted(name for name in files - kit.keys() if name.endswith(".html")):
        page = site / name
        page.write_text(with_policy(page.read_text(encoding="utf-8"), name), encoding="utf-8", newline="\n")
    return files


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    """Find what a page would load from elsewhere, or run: gives the line, and what it is."""
    if path.suffix == ".html":
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        reader.close()
        yield from reader.found


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
