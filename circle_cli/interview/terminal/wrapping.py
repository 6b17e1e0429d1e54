"""Text set to the window's width."""

import os
import textwrap

from circle_cli.shown import WIDEST, shown


def window() -> tuple[int, int]:
    """Give the window's columns and rows; shutil knows too, but takes longer to load than the question to show."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return 80, 24
    return columns or 80, rows or 24


def width() -> int:
    """Give how many characters fit on a line, one column left free."""
    return max(16, min(WIDEST, window()[0] - 1))


def wrapped(text: str, indent: str = "", less: int = 0) -> list[str]:
    """Break a text into lines that fit; what a file may have put into it is shown, not obeyed.

    A long word, such as a path, stays whole, to be copied. Lines after the first of a list's item are indented.
    `less` columns are wanted for something else.
    """
    lines: list[str] = []
    for line in shown(text).split("\n"):
        follow = "  " if line.startswith(("· ", "- ")) else indent
        lines += textwrap.wrap(
            line, max(8, width() - less), subsequent_indent=follow, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return lines
