"""Any Word document: its headings and the labels in its tables, and what stands below and beside them."""

from collections.abc import Collection, Iterator, Sequence

from circle_cli.importing.entry import Entry, Found, LeftOut, Piece, joined
from circle_cli.importing.reading.forms import could_be_heading, is_bold_label, rows_of_form
from circle_cli.importing.reading.laid_out import Heading, Line, Words, headed, pieces_of
from circle_cli.importing.reading.tables import TableRow, as_entries
from circle_cli.importing.targets import DATE, FIELDS, Targets
from circle_cli.importing.when import read_when
from circle_cli.paper.intake.found import FilledRows
from circle_cli.paper.intake.sheet import HEADINGS_OF_OURS
from circle_cli.paper.intake.word.blocks import WordParagraph
from circle_cli.paper.intake.word.reading import read_any_word
from circle_cli.paper.letters import letters

_LONGEST_LEFT = 200
BESIDE = "Beside the text"
"""What notes, comments, headers and pictures stand under."""


def read_document(content: bytes, where: str, targets: Targets, ours: Collection[str]) -> Found | None:
    """Read a Word document; None where it looks like a sheet of ours, with its bookmarks or its headings.

    It is one entry, but for tables with a day in each row, where a row is one. `ours` are our headings' letters.

    Raises:
        CircleError: it is locked, damaged, or too large.
    """
    blocks, beside, gone = read_any_word(content, where)
    if _is_like_ours(blocks, ours):
        return None
    logs = [block for block in blocks if isinstance(block, FilledRows) and _is_log(_cells(block), targets)]
    found = [_of_log(_cells(log), f"{where}, table {number}", targets) for number, log in enumerate(logs, start=1)]
    rest = [block for block in blocks if block not in logs]
    name, pieces = headed(pieces_of(_lines(rest, targets), targets), targets)
    aside = (Piece(label=BESIDE, text="\n\n".join(each.text for each in beside), aside=True),) if beside else ()
    entry = Entry(where=where, name=name, pieces=(*pieces, *aside))
    struck = tuple(LeftOut(where=where, why=f"struck out with “track changes” on: {text}") for text in gone)
    return joined([*found, _around(entry) if logs else Found(entries=(entry,)), Found(left_out=struck)])


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
    if len(text) > _LONGEST_LEFT:
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
    bold = any(is_bold_label(text, targets) for text in _in_bold(blocks))
    for block in blocks:
        if isinstance(block, FilledRows):
            yield from rows_of_form(block.rows, targets, bold=bold)
            continue
        text = block.text.strip()
        if text and (block.is_heading or (bold and block.is_bold and not block.is_item and could_be_heading(text))):
            yield Heading(text=text, line=text, level=1 if block.is_title else 0)
        else:
            yield Words(text=f"- {block.text}" if block.is_item and text else block.text, tight=block.is_item)


def _in_bold(blocks: Sequence[WordParagraph | FilledRows]) -> Iterator[str]:
    """Give what is set in bold and stands by itself: a paragraph, or the one cell of a row with words."""
    for block in blocks:
        if isinstance(block, WordParagraph) and block.is_bold and not block.is_heading:
            yield block.text.strip()
        elif isinstance(block, FilledRows):
            for row in block.rows:
                filled = [number for number, cell in enumerate(row.cells) if cell.strip()]
                if len(filled) == 1 and filled[0] in row.bold:
                    yield row.cells[filled[0]].strip()
