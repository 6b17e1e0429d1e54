"""Two cards on a page of Word, cut apart in its middle.

Nothing in Word holds a paragraph there that is not in a box of its own; so how high the upper card is, is reckoned.
"""

import textwrap
from collections.abc import Iterable
from math import ceil

from circle_cli.paper.document import Block, Bullets, Heading, NameLine, Paragraph

_HALF = 388.0
"""From the top margin to the middle of an A4 page, in points."""

_LEAST = 24.0
_LINE, _SIGNS = 17.7, 80
"""How high a line of a card is, in points, and how many signs fit on one."""

_HINT = 15.2


def room_above_cut(card: Iterable[Block]) -> float:
    """Give how many points to leave between the upper card and the cut."""
    return float(max(ceil(_HALF - sum(map(_height, card))), _LEAST))


def _height(block: Block) -> float:
    match block:
        case Heading():
            return 24.0 if block.level == 1 else 23.0
        case NameLine():
            return _LINE + 11
        case Bullets():
            return sum(_lines(item) * _LINE + 2 for item in block.items)
        case Paragraph():
            return _lines(block.text) * (_HINT if block.hint else _LINE) + (0 if block.hint else 3)
        case _:
            return 0.0


def _lines(text: str) -> int:
    return len(textwrap.wrap(text, _SIGNS)) or 1
