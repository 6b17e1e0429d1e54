"""Tables of a Word form: labels beside, above and between the answers, and tables that are somebody's words."""

import re
from collections.abc import Iterator, Sequence

from circle_cli.importing.reading.laid_out import Heading, Line, Pair, Words
from circle_cli.importing.targets import Targets
from circle_cli.paper.intake.found import Row

_LONGEST_LABEL = 200
_SIGNED = re.compile(r"(?:sign(?:ed|ature)?|countersigned)\b", re.I)


def could_be_heading(text: str) -> bool:
    """Tell whether a text in bold may be a heading: it is one line, and no sentence."""
    return "\n" not in text and len(text) <= _LONGEST_LABEL and not text.endswith((".", "!"))


def is_bold_label(text: str, targets: Targets) -> bool:
    """Tell whether a text in bold asks for something: then all else that looks so is a heading as well."""
    return could_be_heading(text) and targets.nearly(text) is not None


def rows_of_form(found: Sequence[Row], targets: Targets, *, bold: bool) -> Iterator[Line]:
    """Read a table: labels stand in its first row, or else at the beginning of each; or it is a table like others.

    Where headings are `bold` in this document, a cell in bold that has its row to itself is one.
    """
    rows = [[cell.strip() for cell in row.cells] for row in found]
    if _has_labels_above(rows, targets):
        yield from _below_labels(rows[0], rows[1:])
        return
    in_pairs = any(_is_in_pairs(row, targets) for row in rows)
    for cells, row in zip(rows, found, strict=True):
        filled = [number for number, cell in enumerate(cells) if cell]
        if in_pairs and len(cells) > 2 and len(filled) > 1:
            yield from _pairs(cells, targets)
        elif len(filled) == 1:
            yield from _alone(cells[filled[0]], targets, bold=bold and filled[0] in row.bold, across=row.across)
        elif filled and cells[0] and _is_label(cells, targets):
            yield Pair(label=cells[0], text="\n\n".join(cells[number] for number in filled[1:]))
        elif filled:
            yield Words(text=" | ".join(cells))


def _has_labels_above(rows: Sequence[Sequence[str]], targets: Targets) -> bool:
    if len(rows) < 2 or sum(1 for cell in rows[0] if cell.endswith(":")) > 1:
        return False
    named = sum(1 for label in rows[0] if label and targets.nearly(label))
    beside = sum(1 for row in rows if row and row[0] and targets.nearly(row[0]))
    return named > max(beside, 1)


def _below_labels(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Give what stands below each label; of several rows, each in a paragraph of its own."""
    for place in range(max(len(labels), *(len(row) for row in rows))):
        label = labels[place] if place < len(labels) else ""
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        if label or cells:
            yield Pair(label=label or f"Column {place + 1}", text="\n\n".join(cells))


def _is_in_pairs(row: Sequence[str], targets: Targets) -> bool:
    """Tell whether a row has several labels, each with its answer: `Worker: | Bea | Date: | 4 March`."""
    filled = [cell for cell in row if cell]
    labels = [_opens(cell, targets) for cell in filled]
    return len(filled) > 2 and labels[0] and sum(labels) > 1 and not all(labels)


def _opens(cell: str, targets: Targets) -> bool:
    return len(cell) <= _LONGEST_LABEL and (cell.endswith(":") or targets.surely(cell) is not None)


def _pairs(row: Sequence[str], targets: Targets) -> Iterator[Line]:
    """Give the labels of a row, each with the cells up to the next one; where none is known, every other one is."""
    known = [number for number, cell in enumerate(row) if cell and _opens(cell, targets)]
    starts = known if known and not any(row[: known[0]]) else list(range(0, len(row), 2))
    for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
        text = "\n\n".join(cell for cell in row[start + 1 : end] if cell)
        if row[start]:
            yield Pair(label=row[start], text=text)
        elif text:
            yield Words(text=text)


def _alone(text: str, targets: Targets, *, bold: bool, across: bool) -> Iterator[Line]:
    """Give the one cell of a row with words: a label over the row below, with or without an answer in it.

    Where there are cells beside it, they are its answer, and nothing stands in them.
    """
    first, _, rest = text.partition("\n")
    known = len(first) <= _LONGEST_LABEL and targets.nearly(first) and (not rest or targets.surely(first))
    if known and not rest and not across:
        yield Pair(label=first, text="")
    elif known or (bold and could_be_heading(text)):
        yield Heading(text=first, line=first)
        yield Words(text=rest.strip("\n"))
    else:
        yield Words(text=text)


def _is_label(row: Sequence[str], targets: Targets) -> bool:
    two = sum(1 for cell in row if cell) == 2
    known = targets.surely(row[0]) is not None or _SIGNED.match(row[0]) is not None
    return len(row[0]) <= _LONGEST_LABEL and (two or known)
