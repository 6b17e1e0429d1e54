"""Draws the circle as the SVG of a page for paper: black on white, with room to write in its middle."""

import textwrap

from markupsafe import Markup

from circle_cli.look.ring import CENTRE, OUTER, at, middle_of, outline
from circle_cli.paper.document import Circle

_INNER = 100
_LINE_HEIGHT, _SIGNS = 12, 17
"""Of the words in a piece of the ring: how high a line is, and how many signs fit on one."""

_RULED = range(-32, 73, 26)
"""Where the lines to write on are in the middle, seen from the centre."""

_DRAWN = Markup(
    '<svg class="circle" viewBox="0 0 400 400" role="img" aria-labelledby="circle-title circle-desc">'
    '<title id="circle-title">{}</title><desc id="circle-desc">{}</desc>{}{}</svg>'
)


def draw_circle(circle: Circle) -> Markup:
    """Draw it; what it says is told to those who cannot see it, in the order of the questions."""
    numbered = [f"{number}. {title}" for number, title in enumerate(circle.questions, start=1)]
    around = len(numbered)
    pieces = Markup("").join(_piece(title, place, around) for place, title in enumerate(circle.questions))
    return _DRAWN.format(circle.caption, " ".join(numbered), pieces, _middle(circle.middle))


def _piece(title: str, place: int, around: int) -> Markup:
    x, y = at((OUTER + _INNER) / 2, middle_of(place, around))
    lines = textwrap.wrap(title, _SIGNS)
    top = y - _LINE_HEIGHT * (len(lines) - 1) / 2
    words = Markup("").join(_line(line, x, top + _LINE_HEIGHT * (number + 0.5)) for number, line in enumerate(lines))
    number = Markup('<tspan class="number" x="{}" y="{}">{}</tspan>').format(
        f"{x:.1f}", f"{top - _LINE_HEIGHT * 0.8:.1f}", place + 1
    )
    return Markup('<path d="{}"/><text>{}{}</text>').format(outline(_INNER, place, around), number, words)


def _line(words: str, x: float, y: float) -> Markup:
    return Markup('<tspan x="{}" y="{}">{}</tspan>').format(f"{x:.1f}", f"{y:.1f}", words)


def _middle(label: str) -> Markup:
    ruled = Markup("").join(_ruled(place) for place in _RULED)
    return Markup('<text class="middle">{}</text>{}').format(_line(label, CENTRE, CENTRE - 66), ruled)


def _ruled(place: int) -> Markup:
    half = (_INNER**2 - place**2) ** 0.5 - 12
    return Markup('<line x1="{0:.1f}" y1="{2}" x2="{1:.1f}" y2="{2}"/>').format(
        CENTRE - half, CENTRE + half, CENTRE + place
    )
