"""What a log's `circle.yml` and `mkdocs.yml` say on its site, and which of it is a name or a contact where it belongs.

A name or contact in its own place need not be read by anybody else: it is what the place is for. It must look like one.
All else, such as a heading of the menu, is words like those of any page.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from circle_cli.front_matter.located import KeyPath, Located
from circle_cli.front_matter.reading import read
from circle_cli.guidance.files import DRAWN, PAGES, own_pages
from circle_cli.guidance.frameworks import load_frameworks, load_themes
from circle_cli.ids import MARK
from circle_cli.own_words.passages import Belongs, Passage, texts_in, value_at
from circle_cli.own_words.picture import read_logo
from circle_cli.packed import packed
from circle_cli.system.no_links import is_there
from circle_cli.text import text_of

OF_SITE = "mkdocs.yml"
"""Where a log says what its site is called, and how it looks."""

_NAME = re.compile(r"(?!.*://)(?:[^\d@\n]|(?<!\d)(?:19|20)\d\d(?!\d)){1,100}")
"""No digits but those of a year: what has others may be an address, a number or a date."""

_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")

_PLACES: Mapping[tuple[str, ...], tuple[Belongs, re.Pattern[str]]] = {
    ("organisation",): (Belongs.NAME, _NAME),
    ("name",): (Belongs.NAME, _NAME),
    ("address",): (Belongs.ADDRESS, _ADDRESS),
    ("contact", "email"): (Belongs.EMAIL, re.compile(r"\S+@\S+")),
    ("contact", "telephone"): (Belongs.TELEPHONE, re.compile(r"[\d\s()+./-]+(?:\s*ext(?:ension)?\.?\s*\d+)?")),
    ("contact", "post"): (Belongs.POST, re.compile(r".{1,200}")),
    ("accessibility", "tested-by"): (Belongs.NAME, _NAME),
    ("site_name",): (Belongs.NAME, _NAME),
    ("site_author",): (Belongs.NAME, _NAME),
    ("copyright",): (Belongs.NAME, _NAME),
    ("site_url",): (Belongs.ADDRESS, _ADDRESS),
}
_SAID = ("organisation", "name", "address", "contact", "reply-within", "accessibility", "pages")
_SHOWN = ("site_name", "site_description", "site_author", "site_url", "copyright", "nav", "extra")


def said_in_settings(log_root: Path) -> tuple[Passage, ...]:
    """Give what the settings say on the site; of `mkdocs.yml`, what the program's own has not.

    Raises:
        CircleError: one of them is not readable; file and line are named.
    """
    settings = _read(log_root / MARK)
    site = _read(log_root / OF_SITE)
    ours = _known()
    added = settings.values.get("pages")
    pages = _pages().union(str(each) for each in added) if isinstance(added, list) else _pages()
    shown = [*_values(settings, _SAID), *(each for each in _of_site(site, pages) if each[1] not in ours)]
    said = tuple(_passage(settings if at[0] in _SAID else site, at, text) for at, text in shown)
    return (*said, *_logo(log_root, settings))


def _logo(log_root: Path, settings: Located) -> Iterator[Passage]:
    """Give the logo as words that change when its pixels do: nobody but a person can tell what it shows."""
    name = settings.values.get("logo")
    if name and isinstance(name, str):
        picture, width, height = read_logo(log_root, name)
        said = f"{name}, {width} x {height} pixels, sha256 {hashlib.sha256(picture).hexdigest()}; open it and look"
        yield value_at(settings, ("logo",), said, Belongs.PICTURE)


def _passage(source: Located, at: KeyPath, text: str) -> Passage:
    belongs, shape = _PLACES.get(tuple(map(str, at)), (Belongs.NOTHING, _NAME))
    text = text.removesuffix(".md").replace("-", " ") if at[0] == "pages" else text  # a part of an address on the site
    return value_at(source, at, text, belongs if shape.fullmatch(text.strip()) else Belongs.NOTHING)


@cache
def _known() -> frozenset[str]:
    return frozenset(text for _, text in _of_site(_read(packed(OF_SITE)), _pages()))


@cache
def _pages() -> frozenset[str]:
    """Name the pages that every site may have: of any other, what it is called would be told by a link to it."""
    themes = (theme.id for listed in load_themes((own_pages(),)) for theme in listed)
    drawn = (*(f"themes/{id_}.md" for id_ in themes), *(f"frameworks/{each.id}.md" for each in load_frameworks()))
    return frozenset((*PAGES, *DRAWN, *drawn))


def _read(path: Path) -> Located:
    """Read settings; none where the log has no such file."""
    return read(text_of(path), str(path)) if is_there(path) else Located(values={}, lines={}, where=str(path))


def _values(source: Located, keys: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
    for key in keys:
        yield from texts_in(source.values.get(key), (key,))


def _of_site(source: Located, pages: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    """Give every text of a `mkdocs.yml` that its pages show: a menu's headings and where they lead, say."""
    for key in _SHOWN:
        value = source.values.get(key)
        for at, text in texts_in(value, (key,), keys=key == "nav"):
            if not (key == "nav" and text in pages and at[-1] != text):  # else it is a heading, whatever it looks like
                yield at, text
    yield from _under(source, "theme", "name")
    yield from _under(source, "markdown_extensions", "title", "permalink")


def _under(source: Located, key: str, *names: str) -> Iterator[tuple[KeyPath, str]]:
    found = texts_in(source.values.get(key), (key,))
    yield from ((at, text) for at, text in found if len(at) > len((key, "name")) and at[-1] in names)
