"""Text set to the window's width."""

import os
import sys
from typing import TextIO

from circle_cli.shown import WIDEST, lines_of, shown

_LEAST = 16
"""Columns that a line has, however narrow the window."""


def window() -> tuple[int, int]:
    """Give the window's columns and rows; shutil knows too, but takes longer to load than the question to show."""
    return _window() or (80, 24)


def _window() -> tuple[int, int] | None:
    for stream in (1, 2):
        try:
            columns, rows = os.get_terminal_size(stream)
        except OSError:
            continue
        return columns or 80, rows or 24
    return None


def width() -> int:
    """Give how many characters fit on a line, one column left free."""
    return min(WIDEST, _room(window()))


def most_shown() -> int | None:
    """Give how many letters of one thing are shown: as many as the window holds beside what is said of it.

    None where standard output is no terminal: a program that reads it gets all of it.
    """
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return width() * max(1, window()[1] - 4)


def _room(window: tuple[int, int]) -> int:
    return max(_LEAST, window[0] - 1)


def wrapped(text: str, indent: str = "", less: int = 0) -> list[str]:
    """Break a text into lines that fit; what a file may have put into it is shown, not obeyed.

    A long word, such as a path, stays whole, to be copied. Lines after the first of a list's item are indented.
    `less` columns are wanted for something else.
    """
    return lines_of(shown(text), max(8, width() - less), indent)


def unbroken(text: str, indent: str = "", stream: TextIO | None = None) -> str:
    """Break lines between words where the window would break them anywhere, and nowhere else: a plain line is a line.

    `stream` is where it goes, standard output if nothing else is said; a program that reads it gets the lines whole.
    """
    there = stream or sys.stdout
    if there is None or not there.isatty() or not (window := _window()):
        return shown(text)
    return "\n".join(lines_of(shown(text), _room(window), indent))
