"""Looks through a log's `mkdocs.yml` before MkDocs obeys it: what could publish a private file is not known here.

The lists are closed. Hooks and other plugins run code over the pages; snippets, `INHERIT`, `!ENV` and a theme's own
folder put other files into them; edit links tell private paths; analytics and fonts call other hosts.
"""

from collections.abc import Iterable
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import KeyPath, Located, Value, quoted
from circle_cli.front_matter.reading import read
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.own_words.site import OF_SITE
from circle_cli.packed import packed
from circle_cli.site.building.theme_values import refuse_extension_values, refuse_theme_values
from circle_cli.system.no_links import is_there
from circle_cli.text import text_of

_KNOWN = frozenset(
    "site_name site_description site_author site_url copyright docs_dir site_dir strict use_directory_urls theme "
    "plugins markdown_extensions exclude_docs not_in_nav validation extra nav".split()
)
_THEME = frozenset("name language direction font favicon logo icon features palette".split())
_PLUGINS = frozenset(("search", "circle"))
_EXTENSIONS = frozenset(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html sane_lists smarty tables toc".split()
)
_EXTRA = frozenset(("generator",))
_ATTRIBUTES = frozenset(("theme", "site_url", "nav"))
"""What the theme also puts into attributes, where a quotation mark would end one; others are escaped."""


def program_settings() -> Path:
    """Give the program's own `mkdocs.yml`."""
    return packed(OF_SITE)


def settings_of(log_root: Path) -> Path:
    """Find the log's `mkdocs.yml`, else the program's."""
    own = log_root / OF_SITE
    return own if is_there(own) else program_settings()


def looked_through(log_root: Path) -> dict[str, Value]:
    """Give what a log's `mkdocs.yml` says, else the program's.

    Raises:
        CircleError: it could publish more than is meant, or its name or address is wrong; file and line are named.
    """
    path = settings_of(log_root)
    refuse_settings(path)
    source = _read(path)
    if not isinstance(source.values.get("site_name"), str):
        raise source.problem(("site_name",), "expected the name of the site, in quotes")
    address = source.values.get("site_url") or ""
    if not isinstance(address, str) or (address and "://" not in address):
        raise source.problem(("site_url",), "expected the whole address, such as `https://example.org/`, or none")
    return source.values


def refuse_settings(path: Path) -> None:
    """Refuse a `mkdocs.yml` that could publish more than the pages of the guidance and the learning points.

    Raises:
        CircleError: it holds what is not known here, or the plugin `circle` is missing; file and line are named.
    """
    source = _read(path)
    values = source.values
    _refuse_html(source, (), values)
    _known(source, (), values, _KNOWN)
    theme = values.get("theme")
    if not isinstance(theme, dict) or theme.get("name") != "material" or theme.get("font") is not False:
        raise source.problem(("theme",), "expected `name: material` and `font: false`; others load from other hosts")
    _known(source, ("theme",), theme, _THEME)
    refuse_theme_values(source, theme)
    _known(source, ("extra",), values.get("extra") or {}, _EXTRA)
    _known(source, ("markdown_extensions",), values.get("markdown_extensions") or [], _EXTENSIONS)
    refuse_extension_values(source, values.get("markdown_extensions") or [])
    plugins = values.get("plugins") or []
    _known(source, ("plugins",), plugins, _PLUGINS)
    if not any(each == "circle" for each in plugins) or not all(isinstance(each, str) for each in plugins):
        raise source.problem(("plugins",), "expected `- circle`, without settings of its own")


def refuse_elsewhere(path: Path, pages: Path, log_root: Path) -> None:
    """Refuse settings, and a folder of pages, that are not the log's own: nobody would have read what they say.

    Raises:
        CircleError: so; the settings are named.
    """
    own = settings_of(log_root)
    if pages.name != GUIDANCE or own.parent.resolve() / own.name != path.parent.resolve() / path.name:
        do = f"keep them as `{OF_SITE}` beside the folder `{GUIDANCE}`, with `docs_dir: {GUIDANCE}`"
        raise CircleError("not the settings of the log whose pages they show", where=Place(path), do=do)


def _read(path: Path) -> Located:
    return read(text_of(path), str(path))


def _refuse_html(source: Located, place: KeyPath, value: Value) -> None:
    """Refuse HTML in names and words: the theme puts them into every page as they are."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_html(source, (*place, key), key)
            _refuse_html(source, (*place, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _refuse_html(source, (*place, number), inner)
    elif isinstance(value, str) and ({*"<>"} & {*value} or ('"' in value and place[0] in _ATTRIBUTES)):
        raise source.problem(place, "HTML is not used here", do="write it in plain words", unknown_key=True)


def _known(source: Located, place: KeyPath, values: Value, known: frozenset[str]) -> None:
    """Refuse a name that is not known, whether it stands alone, in a list, or before settings of its own."""
    for where, name in _names(values, place):
        if name not in known:
            wrong = "… is not used on this site, since it could publish more than is meant"
            key = where[-1] == name
            raise source.problem(where, wrong, do="take it out", words=quoted(name), unknown_key=key)


def _names(values: Value, place: KeyPath) -> Iterable[tuple[KeyPath, Value]]:
    if isinstance(values, dict):
        return [((*place, name), name) for name in values]
    if not isinstance(values, list):
        return [(place, values)]
    return [each for number, inner in enumerate(values) for each in _names(inner, (*place, number))]
