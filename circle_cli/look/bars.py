"""Bars, each under its words and its number: widths are parts of a hundred, to fit any screen. Shapes only."""

import textwrap
from collections.abc import Sequence

from markupsafe import Markup

LINE_HEIGHT, BAR, GAP = 19, 8, 9
LABEL_WIDTH = 30
"""Characters of a title that fit on one line of the narrowest screen, beside the number."""

_WORDS = Markup('<text x="0" y="{}">{}</text>')
_NUMBER = Markup('<text class="chart__number" x="100%" y="{}">{}</text>')
_BAR = Markup('<rect x="0" y="{}" width="{:.1f}%" height="{}"/>')


def draw_bars(counted: Sequence[tuple[str, int]]) -> tuple[Markup, int]:
    """Draw for each title and number a bar under them; gives the height of all."""
    most = max(count for _, count in counted)
    drawn, top = Markup(""), 0
    for title, count in counted:
        for line in textwrap.wrap(title, LABEL_WIDTH):
            top += LINE_HEIGHT
            drawn += _WORDS.format(top - LINE_HEIGHT / 2, line)
        drawn += _NUMBER.format(top - LINE_HEIGHT / 2, count) + _BAR.format(top, 100 * count / most, BAR)
        top += BAR + GAP
    return drawn, top - GAP
