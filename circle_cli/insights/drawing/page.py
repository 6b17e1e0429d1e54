"""The figures as one page that is private: drawn as inline SVG, and in tables; nothing is fetched."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from circle_cli.confided.words import COUNTED
from circle_cli.insights.drawing.shapes import draw_moved, draw_themes, draw_views
from circle_cli.insights.record import Insights
from circle_cli.insights.telling import TITLE, Part, opening, parts_of, too_few
from circle_cli.look.bars import draw_bars

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --shape: #0b5394; --soft: #767676; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #16191d; --shape: #8ab8ea; --soft: #9a9a9a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .3rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
p { margin: 0 0 .8rem; }
svg { display: block; width: 100%; margin: .5rem 0 1rem; overflow: visible; break-inside: avoid; }
svg text { fill: var(--ink); font-size: .875rem; dominant-baseline: middle; }
svg .chart__number, svg .end { text-anchor: end; }
svg rect, svg circle { fill: var(--shape); }
svg line { stroke: var(--shape); stroke-width: 2; }
svg .rule { stroke: var(--soft); stroke-width: .5; }
svg .imagined { fill: url(#stripes); stroke: var(--shape); }
svg .missing { fill: none; stroke: var(--shape); }
#stripes path { stroke: var(--shape); stroke-width: 3; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--soft); }
th { overflow-wrap: normal; }
td { overflow-wrap: break-word; }
th[scope="row"] { min-width: 8.5rem; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
@page { size: A4; margin: 18mm 20mm; }
@media print { :root { --ink: #000; --paper: #fff; --shape: #333; --soft: #777; } body { padding: 0; max-width: none; }
  .wide { overflow: visible; } table { font-size: .75rem; } td { overflow-wrap: anywhere; } }
"""
_POLICY = Markup("default-src 'none'; style-src 'unsafe-inline'")
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    "<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{opening}</p>\n<p>{private}</p>\n{parts}"
    "</main>\n</body>\n</html>\n"
)
_STRIPES = Markup(
    '<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0V6"/></pattern></defs>'
)
_DRAWN = Markup(
    '<svg height="{height}" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{title}</title>'
    '<desc id="{id}-desc">{about} The table below has the same figures.</desc>{shapes}</svg>\n'
)
_TABLE = Markup(
    '<div class="wide" role="region" aria-label="{caption}, in figures" tabindex="0"><table><caption>{caption}, in '
    "figures</caption><thead><tr>{header}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
)
_LEGEND = Markup("<p>Filled: heard. Striped: imagined. Empty: missing.</p>\n")

Drawn = tuple[str, str, Markup, int]
"""The title of a drawing, what it shows, its shapes and their height."""


def draw_page(insights: Insights) -> str:
    """Draw the whole page."""
    parts = Markup("").join(_part(part, insights) for part in parts_of(insights))
    fewer = too_few(insights) if insights.sessions else ""
    page = _PAGE.format(
        policy=_POLICY,
        title=TITLE,
        style=Markup(_STYLE),  # noqa: S704  # ours
        opening=opening(insights),
        private=COUNTED,
        parts=parts + (Markup("<p>{}</p>\n").format(fewer) if fewer else ""),
    )
    return str(page)


def _part(part: Part, insights: Insights) -> Markup:
    drawn = Markup("<section>\n<h2>{}</h2>\n<p>{}</p>\n").format(part.title, part.about)
    for number, (title, about, shapes, height) in enumerate(_DRAWINGS[part.id](insights), start=1):
        name = f"{part.id}-{number}"
        drawn += Markup("<h3>{}</h3>\n").format(title) if part.id == "scales" else ""
        drawn += _DRAWN.format(id=name, title=title, about=about, shapes=shapes, height=height)
    drawn += _LEGEND if part.id == "views" else ""
    return drawn + (_table(part) if part.rows else "") + Markup("</section>\n")


def _table(part: Part) -> Markup:
    join = Markup("").join
    header = join(Markup('<th scope="col">{}</th>').format(text) for text in part.header)
    rows = join(
        Markup('<tr><th scope="row">{}</th>{}</tr>\n').format(
            row[0], join(Markup("<td>{}</td>").format(text) for text in row[1:])
        )
        for row in part.rows
    )
    return _TABLE.format(caption=part.title, header=header, rows=rows)


def _themes(insights: Insights) -> Iterator[Drawn]:
    counted = [(each.title, each.sessions) for each in insights.themes]
    yield "Themes, drawn as bars", "The longer the bar, the more sessions.", *draw_bars(counted)
    if len(insights.periods) > 1 and any(each.by_period for each in insights.themes):
        about = "A dot for each period, from left to right: the larger, the more sessions."
        yield "Themes over the months, drawn as dots", about, *draw_themes(insights.themes, insights.periods)


def _views(insights: Insights) -> Iterator[Drawn]:
    shapes, height = draw_views(insights.views)
    yield "Whose views there were, drawn as bars", "Of each bar: heard, imagined, missing.", _STRIPES + shapes, height


def _moved(insights: Insights) -> Iterator[Drawn]:
    for each in insights.moved:
        about = "A dot for each period in which it was asked; the higher, the nearer to 10."
        yield each.asked, about, *draw_moved(each, insights.periods)


def _actions(insights: Insights) -> Iterator[Drawn]:
    if actions := insights.actions:
        counted = [("Done", actions.done), ("Open", actions.still_open)]
        yield "Actions, drawn as bars", "The longer the bar, the more actions.", *draw_bars(counted)


def _words(insights: Insights) -> Iterator[Drawn]:
    counted = [(each.word, each.sessions) for each in insights.again]
    yield "Words that come again, drawn as bars", "The longer the bar, the more sessions.", *draw_bars(counted)


_DRAWINGS: dict[str, Callable[[Insights], Iterator[Drawn]]] = {
    "themes": _themes,
    "views": _views,
    "scales": _moved,
    "actions": _actions,
    "words": _words,
}
