"""Draws the circle as inline SVG, with the same eight questions as a list beside it. Shapes only; colours are CSS."""

import textwrap
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from circle_cli.guidance.records import Question
from circle_cli.look.ring import CENTRE, OUTER, at, middle_of, outline

INNER = 72
LINE_HEIGHT = 21
LABEL_WIDTH = 9
"""Characters that fit on one line of a segment."""

Address = Callable[[str], str]
"""Gives an address for a question's id."""

_DRAWN = Markup(
    '<div class="circle">'
    '<svg class="circle__drawing" data-search-exclude="true" viewBox="0 0 400 400" role="group"'
    ' aria-labelledby="circle-title" aria-describedby="circle-desc">'
    '<title id="circle-title">The questions, drawn as a circle</title>'
    '<desc id="circle-desc">The practice situation is in the middle. The questions go round it clockwise,'
    " beginning at the top.{} The same follows as a list.</desc>"
    '{}{}</svg><ol class="circle__list">{}</ol></div>'
)
_NUMBERS = " The number under a question says how many learning points speak to it."


def draw_circle(questions: Sequence[Question], *, page: Address, counts: Mapping[str, int], chosen: Address) -> Markup:
    """Draw the questions clockwise, the first at the top.

    Each leads to its `page`. Those that have a count show how many learning points speak to them, and in the list a
    link to these: `chosen`.

    Returns:
        one block of HTML without blank lines, so that it can stand in Markdown as it is.
    """
    join = Markup("").join
    segments = join(
        _segment(question, page(question.id), place, len(questions), counts.get(question.id))
        for place, question in enumerate(questions)
    )
    items = join(
        Markup('<li><a href="{}">{}</a>{}</li>').format(
            page(question.id),
            question.title,
            Markup('<br><a class="circle__count" href="{}">{} learning points</a>').format(
                chosen(question.id), counts[question.id]
            )
            if question.id in counts
            else "",
        )
        for question in questions
    )
    return _DRAWN.format(_NUMBERS if counts else "", segments, _middle(), items)


def _segment(question: Question, address: str, place: int, around: int, count: int | None) -> Markup:
    x, y = at((OUTER + INNER) / 2, middle_of(place, around))
    lines = [str(question.order), *textwrap.wrap(question.short, LABEL_WIDTH)]
    lines += [] if count is None else [f"({count})"]
    top = y - LINE_HEIGHT * (len(lines) - 1) / 2
    words = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(f"{x:.1f}", f"{top + LINE_HEIGHT * number:.1f}", line)
        for number, line in enumerate(lines)
    )
    # The name begins with the words that can be seen, so that it can be called by them in voice control.
    seen = f"{question.order} {question.short}" + ("" if count is None else f" ({count})")
    name = f"{seen}: {question.title}" + ("" if count is None else f" {count} learning points")
    return Markup('<a href="{}" aria-label="{}"><path d="{}"/><text>{}</text></a>').format(
        address, name, outline(INNER, place, around), words
    )


def _middle() -> Markup:
    return Markup(
        '<circle cx="{0}" cy="{0}" r="{1}"/>'
        '<text class="circle__middle"><tspan x="{0}" y="{2}">practice</tspan>'
        '<tspan x="{0}" y="{3}">situation</tspan></text>'
    ).format(CENTRE, INNER - 8, CENTRE - 10, CENTRE + 12)
