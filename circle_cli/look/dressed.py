"""What a log's `circle.yml` says of how its site looks, put where MkDocs, and a browser, look for it.

It goes before what the log's `mkdocs.yml` says: that is a copy of the program's in most logs, and few look into it.
"""

from collections.abc import Iterator, Mapping, Sequence

from circle_cli.front_matter.located import Value
from circle_cli.look.colours import BLACK, NIGHT, WHITE, Colour, Colours, lightened, mixed
from circle_cli.look.record import Look

COLOURS = "colours.css"
"""The style that a log's own colours make, by its place on the site."""

DRESSED = ("site_name", "site_url", "nav")
"""What of MkDocs' settings may be another than in `mkdocs.yml`."""

_MENU = "More from us"
"""What the log's own pages stand under in the menu, where no organisation is named."""

_LIGHT, _DARK = (0.15, 0.23, 0.38), (0.18, 0.24, 0.32)
"""How much of the colour the drawings' three fills have: words on each can be read, whatever the colour."""


def dressed(values: Mapping[str, Value], look: Look, publisher: str) -> dict[str, Value]:
    """Give settings of MkDocs' with the name, the address and the pages that a log's own settings say.

    In the menu its pages stand under the publisher's name.
    """
    found, menu = dict(values), values.get("nav")
    if look.name:
        found["site_name"] = look.name
    if look.address:
        found["site_url"] = look.address
    if missing := [page for page in look.pages if page not in set(_pages_in(menu))]:
        found["nav"] = [*(menu or []), {publisher or _MENU: missing}]
    return found


def _pages_in(menu: Value) -> Iterator[str]:
    if isinstance(menu, str):
        yield menu
    else:
        inner = menu.values() if isinstance(menu, dict) else menu or ()
        for each in inner:
            yield from _pages_in(each)


def style_of(colours: Colours) -> str:
    """Write the style; what a scheme's colours are not given for is made from the other's, or stays ours.

    On paper all is black on white, so it is for screens alone.
    """
    light, dark = colours.light, colours.dark
    rules = _of_bar(light.main) if light.main else ""
    rules += _of_scheme("default", light.main, light.accent or light.main, WHITE, _LIGHT)
    main = dark.main or (lightened(light.main) if light.main else None)
    accent = dark.accent or dark.main or (lightened(light.accent) if light.accent else main)
    rules += _of_scheme("slate", main, accent, NIGHT, _DARK)
    return f"@media screen {{\n{rules}}}\n"


def _of_bar(main: Colour) -> str:
    """Paint the bar at the top and the foot, in both schemes: the words there are white."""
    return _rule(
        ("default", "slate"),
        {
            "md-primary-fg-color": main,
            "md-primary-fg-color--light": mixed(main, WHITE, 0.85),
            "md-primary-fg-color--dark": mixed(main, BLACK, 0.7),
            "md-primary-bg-color--light": WHITE,
        },
    )


def _of_scheme(scheme: str, main: Colour | None, accent: Colour | None, ground: Colour, fills: Sequence[float]) -> str:
    values: dict[str, Colour | str] = {}
    if main:
        names = ("circle-fill", "circle-fill-2", "circle-hover")
        values |= {"md-typeset-a-color": main, "circle-line": main}
        values |= {name: mixed(main, ground, share) for name, share in zip(names, fills, strict=True)}
    if accent:
        values |= {"md-accent-fg-color": accent, "md-accent-fg-color--transparent": f"{accent}26"}
    return _rule((scheme,), values) if values else ""


def _rule(schemes: Sequence[str], values: Mapping[str, object]) -> str:
    """Write a rule that also goes before the theme's own colours, which a log's `mkdocs.yml` may choose."""
    each = ", ".join(
        f'[data-md-color-scheme="{name}"]{primary}' for name in schemes for primary in ("", "[data-md-color-primary]")
    )
    lines = "".join(f"    --{name}: {value};\n" for name, value in values.items())
    return f"  {each} {{\n{lines}  }}\n"
