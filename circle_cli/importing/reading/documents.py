"""Any Word document: its headings and the labels in its tables, and what stands below and beside them."""

from collections.abc import Collection, Iterator, Sequence

from circle_cli.importing.entry import Entry, Found, LeftOut, Piece, joined
from circle_cli.importing.reading.laid_out import Heading, Line, Pair, Words, headed, pieces_of
from circle_cli.importing.reading.tables import TableRow, as_entries
from circle_cli.importing.targets import DATE, FIELDS, Targets
from circle_cli.importing.when import read_when
from circle_cli.paper.intake.found import FilledRows
from circle_cli.paper.intake.sheet import HEADINGS_OF_OURS
from circle_cli.paper.intake.word.blocks import WordParagraph
from circle_cli.paper.intake.word.reading import read_any_word
from circle_cli.paper.letters import letters

_LONGEST_LABEL = 200
BESIDE = "Beside the text"
"""What notes, comments, headers and pictures stand under."""


def read_document(content: bytes, where: str, targets: Targets, ours: Collection[str]) -> Found | None:
    """Read a Word document; None where it looks like a sheet of ours, with its bookmarks or its headings.

    It is one entry, but for tables with a day in each row, where a row is one. `ours` are our headings' letters.

    Raises:
        CircleError: it is locked, damaged, or too large.
    """
    blocks, beside = read_any_word(content, where)
    if _is_like_ours(blocks, ours):
        return None
    logs = [block for block in blocks if isinstance(block, FilledRows) and _is_log(_cells(block), targets)]
    found = [_of_log(_cells(log), f"{where}, table {number}", targets) for number, log in enumerate(logs, start=1)]
    rest = [block for block in blocks if block not in logs]
    name, pieces = headed(pieces_of(_lines(rest, targets), targets), targets)
    aside = (Piece(label=BESIDE, text="\n\n".join(each.text for each in beside), aside=True),) if beside else ()
    entry = Entry(where=where, name=name, pieces=(*pieces, *aside))
    return joined([*found, _around(entry) if logs else Found(entries=(entry,))])


def _is_log(rows: list[list[str]], targets: Targets) -> bool:
    """Tell whether each row of a table is an entry: its columns have labels, and one of them has a day in each."""
    labels = [targets.nearly(label) if label else None for label in rows[0]] if rows else []
    if DATE not in labels or len({*labels} - {None, *FIELDS}) == 0:
        return False
    place = labels.index(DATE)
    days = [row[place] if place < len(row) else "" for row in rows[1:] if any(row)]
    return len(days) > 1 and all(read_when(day) for day in days)


def _of_log(rows: list[list[str]], where: str, targets: Targets) -> Found:
    return as_entries(
        [TableRow(place=f"row {n}", cells=tuple(row)) for n, row in enumerate(rows, start=1)], where, targets
    )


def _around(entry: Entry) -> Found:
    """Give what stands around a log as an entry of its own, if that is more than its name and where to sign."""
    text = "\n".join(part for part in (entry.name, *(piece.whole for piece in entry.pieces)) if part)
    if len(text) > _LONGEST_LABEL:
        return Found(entries=(entry,))
    return Found(
        left_out=(LeftOut(where=entry.where, why=f"beside its table: {' '.join(text.split())}"),) if text else ()
    )


def _cells(table: FilledRows) -> list[list[str]]:
    return [[cell.strip() for cell in row.cells] for row in table.rows]


def _is_like_ours(blocks: Sequence[WordParagraph | FilledRows], ours: Collection[str]) -> bool:
    found = [block for block in blocks if isinstance(block, WordParagraph)]
    return any(each.marks for each in found) or sum(letters(each.text) in ours for each in found) >= HEADINGS_OF_OURS


def _lines(blocks: Sequence[WordParagraph | FilledRows], targets: Targets) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, FilledRows):
            yield from _rows(_cells(block), targets)
        elif block.is_heading and block.text.strip():
            yield Heading(text=block.text.strip(), line=block.text.strip())
        else:
            item = block.is_item and block.text.strip()
            yield Words(text=f"- {block.text}" if item else block.text, tight=block.is_item)


def _rows(rows: list[list[str]], targets: Targets) -> Iterator[Line]:
    """Read a table: labels stand in its first row, or else at the beginning of each; or it is a table like others."""
    named = [bool(label and targets.nearly(label)) for label in rows[0]] if rows else []
    beside = sum(bool(row and row[0] and targets.nearly(row[0])) for row in rows)
    if len(rows) > 1 and sum(named) > max(beside, 1):
        yield from _below_labels(rows[0], rows[1:])
        return
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) == 1:
            yield from _alone(filled[0], targets)
        elif filled and row[0] and _is_label(row, targets):
            yield Pair(label=row[0], text="\n\n".join(filled[1:]))
        elif filled:
            yield Words(text=" | ".join(row))


def _below_labels(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Give what stands below each label; of several rows, each in a paragraph of its own."""
    for place in range(max(len(labels), *(len(row) for row in rows))):
        label = labels[place] if place < len(labels) else ""
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        if label or cells:
            yield Pair(label=label or f"Column {place + 1}", text="\n\n".join(cells))


def _alone(text: str, targets: Targets) -> Iterator[Line]:
    """Give a cell that has its row to itself: a label over the row below, with or without an answer in it."""
    first, _, rest = text.partition("\n")
    if len(first) <= _LONGEST_LABEL and targets.nearly(first) and (not rest or targets.surely(first)):
        yield Heading(text=first, line=first)
        yield Words(text=rest.strip("\n"))
    else:
        yield Words(text=text)


def _is_label(row: Sequence[str], targets: Targets) -> bool:
    two = sum(1 for cell in row if cell) == 2
    return len(row[0]) <= _LONGEST_LABEL and (two or targets.surely(row[0]) is not None)
