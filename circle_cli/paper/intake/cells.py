"""Rows of a filled-in sheet, taken apart: what has a place, and what else was written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.front_matter.located import Value
from circle_cli.paper.intake.found import Row
from circle_cli.paper.layout import COLUMNS, HEADINGS, MORE_COLUMNS
from circle_cli.paper.letters import letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Values by their key in the front matter; what else was written, understood and left open, a line each."""

    values: Mapping[str, Value]
    unplaced: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()


def filled(rows: Iterable[Row]) -> list[list[str]]:
    """Give the cells of each row in which something is written."""
    return [list(row.cells) for row in rows if any(text.strip() for text in row.cells)]


def labelled(part: str, rows: Iterable[Row], known: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Read a table whose first column is ours: what is written beside each label, and what is not.

    `known` are the rows' ids by the letters of their labels.
    """
    written: dict[str, str] = {}
    unplaced: list[str] = []
    for row in rows:
        label, *cells = row.cells
        name = row.id if row.id in known.values() else known.get(letters(label))
        text = "\n".join(each for each in cells if each.strip())
        if name is None or name in written:
            whole = f"{label.strip()} {text}".strip()
            unplaced += [f"{HEADINGS[part]}: {whole}"] if text or (name is None and whole) else []
            continue
        if row.id and label.strip():
            unplaced.append(f"{HEADINGS[part]}: {label.strip()}")
        if text:
            written[name] = text
    return written, unplaced


def left_over(part: str, cells: Sequence[str], beside: str) -> list[str]:
    """Say what stands in cells that could not be read, with the name of each column."""
    names = [*COLUMNS[part], *MORE_COLUMNS.get(part, ()), *["in a column of your own"] * len(cells)]
    found = [f"{name}: {text}" for name, text in zip(names, cells, strict=False) if text.strip()]
    return [f"{beside}: {'; '.join(found)}"] if found else []
