"""Looks through what a log's `mkdocs.yml` gives the theme and the extensions: what they have not would end in a crash.

The names of languages and icons are read from the theme's own files, and from ours beside them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from circle_cli.front_matter.located import KeyPath, Located, Value

_ASSETS = Path(__file__).parents[1] / "assets"
_LANGUAGES = "partials/languages"
_ICONS = ".icons"
_TOGGLE = ("icon", "name")
_TAKEN = {"toc": {"permalink": bool | str, "title": str, "toc_depth": int | str, "baselevel": int}}
"""The settings that extensions may have, and of which type."""

_DEPTH = re.compile("[0-6](?:-[1-6])?")

_PALETTE = ("media", "scheme", "primary", "accent")
_MEDIA = re.compile(
    r"(?:\((?:prefers|forced)-[a-z-]{1,30}(?:: ?(?:light|dark|more|less|reduce|active|no-preference|none))?\))?"
)
_FEATURE = re.compile(r"(?:announce|content|header|navigation|search|toc)(?:\.[a-z]+)+")
_NAMED = re.compile(rf'"({_FEATURE.pattern})"')
_COLOUR = re.compile(r"\[data-md-color-(scheme|primary|accent)=([a-z-]+)\]")
_OWN_COLOURS = frozenset(("primary", "accent"))
"""What may be `custom`: a style of the log's own colours, or none."""


def refuse_theme_values(source: Located, theme: Mapping[str, Value]) -> None:
    """Refuse a value of the theme's settings that it does not know; file, line and key are named.

    Raises:
        CircleError: there is one.
    """
    for key, look in _LOOKS.items():
        if theme.get(key) is not None:
            look(source, ("theme", key), theme[key])


def refuse_extension_values(source: Located, extensions: Value) -> None:
    """Refuse settings of a Markdown extension that it does not take; file, line and key are named.

    Raises:
        CircleError: there are some.
    """
    if not isinstance(extensions, list):
        raise source.problem(("markdown_extensions",), "expected a list of names, such as `- toc`")
    for number, each in enumerate(extensions):
        for name, values in each.items() if isinstance(each, dict) else ():
            place = ("markdown_extensions", number, name)
            if not isinstance(values or {}, dict):
                raise source.problem(place, "expected settings by name, or none")
            for key, value in (values or {}).items():
                is_depth = key != "toc_depth" or _DEPTH.fullmatch(str(value))
                if not isinstance(value, _TAKEN.get(name, {}).get(key, ())) or not is_depth:
                    raise source.problem(
                        (*place, key), "no setting that it takes here", do="take it out", unknown_key=True
                    )


def _language(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, str) or not _is_there(f"{_LANGUAGES}/{value}.html"):
        raise source.problem(
            place, "no language that the theme knows", do="write `en-GB`, or another code such as `cy`"
        )


def _direction(source: Located, place: KeyPath, value: Value) -> None:
    if value not in ("ltr", "rtl"):
        raise source.problem(place, "expected `ltr` or `rtl`")


def _file(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, str) or not _is_there(value):
        raise source.problem(place, "no picture of the theme's or ours", do="write `circle.svg`, or take the line out")


def _icons(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, dict):
        raise source.problem(place, "expected what each icon is for, such as `logo: material/chart-donut`")
    for key, inner in value.items():
        look = _icons if isinstance(inner, dict) else _icon
        look(source, (*place, key), inner)


def _icon(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, str) or not _is_there(f"{_ICONS}/{value}.svg"):
        raise source.problem(
            place, "no icon that the theme has", do="write one such as `material/chart-donut`", unknown_key=True
        )


def _features(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise source.problem(place, "expected a list of names, such as `- navigation.sections`")
    for number, each in enumerate(value):
        if each not in _known_features():  # each stands in every page
            do = "write one such as `navigation.sections`, or take it out"
            raise source.problem((*place, number), "no feature that the theme has", do=do)


def _palette(source: Located, place: KeyPath, value: Value) -> None:
    for where, each in enumerate(value) if isinstance(value, list) else [(None, value)]:
        here = place if where is None else (*place, where)
        if not isinstance(each, dict):
            raise source.problem(here, "expected keys such as `scheme: default`, or a list of such")
        for key, inner in each.items():
            if key == "toggle":
                _toggle(source, (*here, key), inner)
            elif key not in _PALETTE or not isinstance(inner, str):
                raise source.problem(
                    (*here, key), f"expected words for one of: {', '.join(_PALETTE)}, toggle", unknown_key=True
                )
            elif not _is_known(key, inner):  # it stands in every page
                do = "write one such as `slate`, `teal` or `(prefers-color-scheme: dark)`, or take it out"
                raise source.problem((*here, key), "nothing that the theme knows", do=do)


def _toggle(source: Located, place: KeyPath, value: Value) -> None:
    if not isinstance(value, dict) or set(value) != set(_TOGGLE) or not isinstance(value["name"], str):
        raise source.problem(place, "expected an `icon` and a `name`")
    _icon(source, (*place, "icon"), value["icon"])


_LOOKS: Mapping[str, Callable[[Located, KeyPath, Value], None]] = {
    "language": _language,
    "direction": _direction,
    "favicon": _file,
    "logo": _file,
    "icon": _icons,
    "features": _features,
    "palette": _palette,
}


def _is_known(key: str, value: str) -> bool:
    if key == "media":
        return _MEDIA.fullmatch(value) is not None
    return (key, value) in _known_colours() or (key in _OWN_COLOURS and value == "custom")


@cache
def _known_colours() -> frozenset[tuple[str, str]]:
    return frozenset(found for text in _of_theme("assets/stylesheets/*.css") for found in _COLOUR.findall(text))


@cache
def _known_features() -> frozenset[str]:
    """Give what the theme's pages and script ask for by name."""
    places = ("*.html", "partials/**/*.html", "assets/javascripts/bundle.*.js")
    return frozenset(found for place in places for text in _of_theme(place) for found in _NAMED.findall(text))


def _of_theme(place: str) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in Path(str(files("material")), "templates").glob(place))


@cache
def _is_there(name: str) -> bool:
    """Tell whether the theme, or we, have a file of that name: one that leads nowhere else."""
    if ".." in Path(name).parts or Path(name).is_absolute():
        return False
    return any((folder / name).is_file() for folder in (_ASSETS, Path(str(files("material"))) / "templates"))
