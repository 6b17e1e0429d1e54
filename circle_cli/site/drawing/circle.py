"""Draws the circle as inline SVG, with the same eight questions as a list beside it. Shapes only; colours are CSS."""

import textwrap
from collections.abc import Callable, Sequence
from html import escape
from math import cos, pi, sin

from circle_cli.guidance.records import Question

CENTRE, OUTER, INNER = 200, 194, 72
LINE_HEIGHT = 21
LABEL_WIDTH = 9
"""Characters that fit on one line of a segment."""


def draw_circle(questions: Sequence[Question], link: Callable[[str], str]) -> str:
    """Draw the questions clockwise, the first at the top; `link` gives the address of a page of the guidance.

    Returns:
        one block of HTML without blank lines, so that it can stand in Markdown as it is.
    """
    addresses = [escape(link(f"questions/{question.id}.md")) for question in questions]
    segments = "".join(
        _segment(question, address, place, len(questions))
        for place, (question, address) in enumerate(zip(questions, addresses, strict=True))
    )
    items = "".join(
        f'<li><a href="{address}">{escape(question.title)}</a></li>'
        for question, address in zip(questions, addresses, strict=True)
    )
    return (
        '<div class="circle">'
        '<svg class="circle__drawing" data-search-exclude="true" viewBox="0 0 400 400" role="group"'
        ' aria-labelledby="circle-title" aria-describedby="circle-desc">'
        '<title id="circle-title">The questions, drawn as a circle</title>'
        '<desc id="circle-desc">The practice situation is in the middle. The questions go round it clockwise,'
        " beginning at the top. The same questions follow as a list.</desc>"
        f"{segments}{_middle()}</svg>"
        f'<ol class="circle__list">{items}</ol></div>'
    )


def _segment(question: Question, address: str, place: int, count: int) -> str:
    turn = 2 * pi / count
    start = (place - 0.5) * turn
    x, y = _at((OUTER + INNER) / 2, place * turn)
    lines = [str(question.order), *textwrap.wrap(question.short, LABEL_WIDTH)]
    top = y - LINE_HEIGHT * (len(lines) - 1) / 2
    words = "".join(
        f'<tspan x="{x:.1f}" y="{top + LINE_HEIGHT * number:.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    # The name begins with the words that can be seen, so that it can be called by them in voice control.
    name = escape(f"{question.order} {question.short}: {question.title}")
    return f'<a href="{address}" aria-label="{name}"><path d="{_ring(start, start + turn)}"/><text>{words}</text></a>'


def _ring(start: float, end: float) -> str:
    """Give the outline of a piece of the ring; angles in radians, clockwise from the top."""
    (a, b), (c, d), (e, f), (g, h) = _at(OUTER, start), _at(OUTER, end), _at(INNER, end), _at(INNER, start)
    return (
        f"M{a:.1f} {b:.1f}A{OUTER} {OUTER} 0 0 1 {c:.1f} {d:.1f}L{e:.1f} {f:.1f}A{INNER} {INNER} 0 0 0 {g:.1f} {h:.1f}Z"
    )


def _at(radius: float, angle: float) -> tuple[float, float]:
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def _middle() -> str:
    return (
        f'<circle cx="{CENTRE}" cy="{CENTRE}" r="{INNER - 8}"/>'
        f'<text class="circle__middle"><tspan x="{CENTRE}" y="{CENTRE - 10}">practice</tspan>'
        f'<tspan x="{CENTRE}" y="{CENTRE + 12}">situation</tspan></text>'
    )
