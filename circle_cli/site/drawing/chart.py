"""Draws how many learning points each group of a facet has: bars as inline SVG, and a table of the same figures.

Shapes only; colours are CSS. Widths are parts of a hundred and words keep their size, so that the drawing fits any
screen.
"""

from collections.abc import Callable

from markupsafe import Markup

from circle_cli.look.bars import draw_bars
from circle_cli.site.drawing.drawn import draw_link
from circle_cli.site.drawing.groups import Facet, Group

_DRAWN = Markup(
    '<div class="chart"><svg class="chart__drawing" data-search-exclude="true" width="100%" height="{height}"'
    ' role="img" aria-labelledby="chart-{id}-title" aria-describedby="chart-{id}-desc">'
    '<title id="chart-{id}-title">{name}, drawn as bars</title>'
    '<desc id="chart-{id}-desc">The longer the bar, the more learning points. The table beside it has the same figures.'
    "</desc>{bars}</svg>"
    '<div class="chart__figures"><table class="chart__table"><caption>{name}</caption>'
    '<thead><tr><th scope="col">{title}</th><th scope="col">Learning points</th></tr></thead>'
    "<tbody>{rows}</tbody></table>{rest}</div></div>"
)
_ROW = Markup('<tr><th scope="row">{}</th><td>{}</td></tr>')


def draw_chart(facet: Facet, *, address: Callable[[Group], str] | None, least: int) -> Markup:
    """Draw the groups that are shown, in their order; in the table each leads to its address, if they have any.

    `least` is the size of the smallest group that may be shown. A facet without groups makes no drawing.
    """
    if not facet.groups:
        return Markup("")
    bars, height = draw_bars([(group.title, group.count) for group in facet.groups])
    return _DRAWN.format(
        id=facet.id,
        name=f"Learning points by {facet.title.lower()}",
        title=facet.title,
        height=height,
        bars=bars,
        rows=Markup("").join(
            _ROW.format(draw_link(address(group), group.title) if address else group.title, group.count)
            for group in facet.groups
        ),
        rest=Markup("<p>Groups of fewer than {} are not shown.</p>").format(least) if facet.rest else "",
    )
