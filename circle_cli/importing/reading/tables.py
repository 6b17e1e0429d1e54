"""Tables with one row a session: CSV from Microsoft Forms, Excel and others; and rows of any table, as entries."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from circle_cli.importing.entry import Entry, Found, LeftOut, Piece
from circle_cli.importing.targets import Targets

_SEPARATORS = ",;\t|"
_SAYS_ITS_SEPARATOR = re.compile(r"sep=(.)\n")
_SUMS = ("total", "totals", "sum", "average", "mean", "count")
_LONGEST_CELL = 1 << 20
_LOOKED_AT = 200
"""In lines, to find what parts the cells."""

_LONGEST_LABEL = 100
"""In characters, of a label that stands for itself: a longer cell may well be somebody's answer."""

_ROWS_ABOVE = 20
"""So many rows are looked through for the one that names the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row, and what it is called where it stands: `row 3`, `line 12`.

    The columns in which it is `merged` with a row above say what stands there.
    """

    place: str
    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()

    @property
    def filled(self) -> int:
        """Count the cells with something in them."""
        return sum(1 for cell in self.cells if cell.strip())

    @property
    def said(self) -> str:
        """Give all its words on one line."""
        return " | ".join(" ".join(cell.split()) for cell in self.cells if cell.strip())


def read_csv(text: str, where: str, targets: Targets) -> Found:
    """Read a table as text; a row with a quotation mark that is never closed is named, and the next one is read."""
    separator = None
    skipped = 0
    if said := _SAYS_ITS_SEPARATOR.match(text):
        separator, text, skipped = said[1], text[said.end() :], 1
    lines = text.splitlines(keepends=True) if "\r" in text else [f"{line}\n" for line in text.split("\n")]
    separator = separator or _separator(lines)
    rows: list[TableRow] = []
    unread: list[LeftOut] = []
    for found in _records(lines, separator, skipped):
        if isinstance(found, TableRow):
            rows.append(found)
        else:
            unread.append(LeftOut(where=f"{where}, {found[0]}", why=found[1]))
    table = as_entries(rows, where, targets)
    return Found(entries=table.entries, left_out=(*table.left_out, *unread))


def _separator(lines: Sequence[str]) -> str:
    """Find what parts the cells: the sign that cuts most of the first rows into as many cells as each other."""
    return max(_SEPARATORS, key=lambda sign: _evenness(lines[:_LOOKED_AT], sign))


def _evenness(lines: Sequence[str], sign: str) -> tuple[float, int]:
    """Tell which part of the rows has as many cells as most have, and how many; a row of one cell says nothing."""
    widths: list[int] = []
    with suppress(csv.Error):  # of what follows, nothing can be said
        widths += (len(cells) for cells in csv.reader(lines, delimiter=sign, strict=True) if any(cells))
    usual, times = max(Counter(width for width in widths if width > 1).items(), key=_last, default=(0, 0))
    return (times / len(widths) if widths else 0, usual)


def _last(pair: tuple[int, int]) -> tuple[int, int]:
    return pair[1], pair[0]


def _records(lines: Sequence[str], separator: str, skipped: int) -> Iterator[TableRow | tuple[str, str]]:
    csv.field_size_limit(_LONGEST_CELL)
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=separator, strict=True)
        begun = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield TableRow(place=f"line {start + begun + 1 + skipped}", cells=tuple(cells))
                begun = reader.line_num
            return
        except csv.Error as error:
            row = " ".join(lines[start + begun].split())
            yield f"line {start + begun + 1 + skipped}", f"this row could not be read: {_in_words(error)}: {row}"
            start += begun + 1


def _in_words(error: csv.Error) -> str:
    said = str(error)
    if "end of data" in said or "expected after" in said:
        return "a quotation mark in it does not fit"
    return "it is larger than a row can be" if "larger" in said else said


def as_entries(rows: Sequence[TableRow], where: str, targets: Targets, *, since_1904: bool = False) -> Found:
    """Give an entry for each row below the one that names the columns; what stands above that one is named.

    A form whose labels stand at the beginning of its rows is one entry.
    """
    if _is_form(rows, targets):
        pieces = tuple(piece for row in rows for piece in _beside(row))
        return Found(entries=(Entry(where=where, pieces=pieces, since_1904=since_1904),))
    head = _head(rows, targets)
    if head is None:
        return Found(left_out=(LeftOut(where=where, why="nothing is written in it"),) if not rows else ())
    named, first = rows[head].cells, head + 1
    if first < len(rows) and any(head_cell.strip() for head_cell in _over(rows[first], rows[head])):
        named, first = tuple(_with_second(named, rows[first].cells)), first + 1
    none = {row.place: why for row in rows[first:] if (why := _is_no_row(row, rows[head]))}
    labels = _labels(named, max(len(row.cells) for row in rows[head:]))
    entries = tuple(
        Entry(
            where=f"{where}, {row.place}",
            pieces=tuple(
                Piece(label=label, text=text) for label, text in zip(labels, row.cells, strict=False) if text.strip()
            ),
            table=where,
            labels=labels,
            since_1904=since_1904,
        )
        for row in rows[first:]
        if row.place not in none
    )
    above = [_left_above(row, where) for row in rows[:head]]
    above += [LeftOut(where=f"{where}, {place}", why=why) for place, why in none.items()]
    alone = (
        []
        if entries or first > head + 1
        else [LeftOut(where=f"{where}, {rows[head].place}", why=f"one row, and none below it: {rows[head].said}")]
    )
    return Found(entries=entries, left_out=(*above, *alone))


def _is_form(rows: Sequence[TableRow], targets: Targets) -> bool:
    """Tell whether labels of ours stand at the beginning of rows, and hardly any in one row."""
    beside = sum(1 for row in rows if row.filled > 1 and targets.surely(row.cells[0]))
    above = max((_labels_of_ours(row, targets) for row in rows[:1]), default=0)
    return beside > 1 and above < 2 and all(row.filled < 4 for row in rows)


def _beside(row: TableRow) -> Iterator[Piece]:
    """Give a label and what stands beside it in its row; where nothing does, it stands above what follows."""
    label, *rest = row.cells
    text = "\n\n".join(cell.strip() for cell in rest if cell.strip())
    yield (
        Piece(label=" ".join(label.split()), text=text) if label.strip() and text else Piece(text=label.strip() or text)
    )


def _head(rows: Sequence[TableRow], targets: Targets) -> int | None:
    """Find the row that names the columns: the one with most labels of ours, else one as full as rows mostly are."""
    if not rows:
        return None
    usual = sorted(row.filled for row in rows)[len(rows) // 2]
    wanted = min(usual, 2) if usual < 4 else usual // 2
    full = next((number for number, row in enumerate(rows[:_ROWS_ABOVE]) if row.filled >= wanted), 0)
    known = [_labels_of_ours(row, targets) for row in rows[:_ROWS_ABOVE]]
    most = max(known)
    best = known.index(most)
    as_full = sum(1 for row in rows[:best] if row.filled >= rows[best].filled)  # several are no title, but entries
    return best if most > 1 and as_full < 2 and full < len(known) and known[full] * 2 < most else full


def _labels_of_ours(row: TableRow, targets: Targets) -> int:
    return sum(1 for cell in row.cells if cell.strip() and len(cell) <= _LONGEST_LABEL and targets.nearly(cell))


def _labels(head: Iterable[str], width: int) -> tuple[str, ...]:
    """Name the columns; one without a name, or with that of another, goes by its letter."""
    named: list[str] = []
    cells = [" ".join(cell.split()) for cell in head]
    for number in range(width):
        name = cells[number] if number < len(cells) else ""
        letter = _letter(number)
        named.append(f"column {letter}" if not name else f"{name} ({letter})" if name in named else name)
    return tuple(named)


def _letter(number: int) -> str:
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _left_above(row: TableRow, where: str) -> LeftOut:
    return LeftOut(where=f"{where}, {row.place}", why=f"above the names of the columns: {row.said}")


def _over(row: TableRow, head: TableRow) -> list[str]:
    """Give the cells of the row that names the columns with which cells of the next one are merged."""
    return [cell for column, cell in enumerate(head.cells) if column in row.merged]


def _with_second(head: Sequence[str], second: Sequence[str]) -> list[str]:
    width = max(len(head), len(second))
    pairs = zip([*head, *[""] * (width - len(head))], [*second, *[""] * (width - len(second))], strict=True)
    return [one if one.strip() == other.strip() else f"{one} {other}".strip() for one, other in pairs]


def _is_no_row(row: TableRow, head: TableRow) -> str:
    """Say why a row is nobody's: it names the columns once more, or sums them up."""
    cells = [cell.strip() for cell in row.cells]
    if cells == [cell.strip() for cell in head.cells][: len(cells)]:
        return f"the names of the columns, once more: {row.said}"
    first = next((cell for cell in cells if cell), "")
    if first.casefold().rstrip(":") in _SUMS and row.filled < head.filled:
        return f"it sums up the rows above: {row.said}"
    return ""
