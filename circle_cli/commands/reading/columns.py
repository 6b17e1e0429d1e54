"""Lists side by side, in columns of a terminal's window."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from circle_cli.shown import lines_of, shown

_NARROWEST, _WIDEST, _GAP = 24, 48, 3
"""How wide a column and the space between two may be."""


Listed = tuple[str, Sequence[str]]
"""A list and its name."""


def beside(lists: Sequence[Listed], wide: int) -> list[str]:
    """Set lists out in columns below their names.

    Nothing comes of it where there is only one, where they do not fit into `wide` columns, or where letters are not all
    of one width: then they go one below the other.
    """
    width = min((wide + _GAP) // max(len(lists), 1) - _GAP, _WIDEST)
    if len(lists) < 2 or width < _NARROWEST:
        return []
    columns = [_column(shown(name), [shown(item) for item in items], width) for name, items in lists]
    if not all(_is_even(line) for column in columns for line in column):
        return []
    space = " " * _GAP
    return [space.join(cell.ljust(width) for cell in row).rstrip() for row in zip_longest(*columns, fillvalue="")]


def _column(name: str, items: Sequence[str], width: int) -> list[str]:
    lines = [line for item in items for line in lines_of(f"- {item}", width)]
    return [name, "-" * len(name), *lines]


def _is_even(line: str) -> bool:
    return line.isascii() or not any(
        unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) in ("Mn", "Me", "Cf")
        for letter in line
    )
