"""Drawings that bars alone cannot give: parts of a whole, how often in each period, and how a scale moved.

Shapes only, whose colours are CSS; places across are parts of a hundred, so that a drawing fits any screen.
"""

import textwrap
from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

from circle_cli.insights.record import Moved, Theme, Viewed
from circle_cli.look.bars import GAP, LABEL_WIDTH, LINE_HEIGHT

_BAR, _DOT, _ROOM = 12, 9, 26
_TEN, _ONE, _FOOT = 12, 102, 126
_LEFT, _ACROSS = 6.0, 90.0
"""Where a scale begins and how wide it is, in parts of a hundred: its numbers stand before it."""

_TEXT = Markup('<text{} x="{:.1f}%" y="{:.1f}">{}</text>')
_PART = Markup('<rect class="{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"/>')
_CIRCLE = Markup('<circle cx="{:.2f}%" cy="{}" r="{:.1f}"/>')
_LINE = Markup('<line{} x1="{:.2f}%" y1="{:.1f}" x2="{:.2f}%" y2="{:.1f}"/>')
_END = Markup(' class="end"')
_RULE = Markup(' class="rule"')


def draw_views(views: Sequence[Viewed]) -> tuple[Markup, int]:
    """Draw for each view a bar of three parts; gives the height of all."""
    drawn, top = Markup(""), 0
    for each in views:
        words, top = _words(each.whose, top)
        drawn += words
        start, whole = 0.0, each.heard + each.imagined + each.missing or 1
        for kind in ("heard", "imagined", "missing"):
            width = 100 * getattr(each, kind) / whole
            drawn += _PART.format(kind, start, top, width, _BAR) if width else Markup("")
            start += width
        top += _BAR + GAP
    return drawn, top


def draw_themes(themes: Sequence[Theme], periods: Sequence[str]) -> tuple[Markup, int]:
    """Draw for each theme a dot in each period, of an area like the number of sessions."""
    shown = [(each.title, each.by_period) for each in themes if each.by_period]
    most = max((max(figures) for _, figures in shown), default=1)
    drawn, top = Markup(""), 0
    for title, figures in shown:
        words, top = _words(title, top)
        drawn += words
        middle = top + _ROOM // 2
        for place, figure in enumerate(figures):
            drawn += _CIRCLE.format(_across(place, periods), middle, _DOT * sqrt(figure / most)) if figure else ""
        top += _ROOM
        drawn += _LINE.format(_RULE, 0, top, 100, top)
    return drawn + _ends(periods, top + LINE_HEIGHT), top + LINE_HEIGHT + GAP


def draw_moved(moved: Moved, periods: Sequence[str]) -> tuple[Markup, int]:
    """Draw the answers from 1 to 10, a dot for each period in which there was one, and lines between them."""
    drawn = Markup("")
    for score in (1, 5, 10):
        drawn += _LINE.format(_RULE, _LEFT, _height(score), 100, _height(score))
        drawn += _TEXT.format("", 0, _height(score), score)
    before: tuple[float, float] | None = None
    for period, mean in moved.known:
        here = _LEFT + _ACROSS * _across(period, periods) / 100, _height(mean)
        drawn += _LINE.format("", *before, *here) if before else Markup("")
        drawn += _CIRCLE.format(here[0], f"{here[1]:.1f}", 5)
        before = here
    return drawn + _ends(periods, _FOOT), _FOOT + GAP


def _words(title: str, top: int) -> tuple[Markup, int]:
    drawn = Markup("")
    for line in textwrap.wrap(title, LABEL_WIDTH):
        top += LINE_HEIGHT
        drawn += _TEXT.format("", 0, top - LINE_HEIGHT / 2, line)
    return drawn, top


def _across(place: int, periods: Sequence[str]) -> float:
    return 100 * (place + 0.5) / len(periods)


def _height(score: float) -> float:
    return _ONE - (_ONE - _TEN) * (score - 1) / 9


def _ends(periods: Sequence[str], top: int) -> Markup:
    """Say under a drawing where it begins and ends."""
    first = _TEXT.format("", 0, top, periods[0])
    return first + _TEXT.format(_END, 100, top, periods[-1]) if len(periods) > 1 else first
