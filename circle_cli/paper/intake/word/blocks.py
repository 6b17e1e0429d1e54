"""What stands in a Word file, in its order: paragraphs and tables, with our bookmarks in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from circle_cli.paper.intake.found import FilledRows, Row, without_ours
from circle_cli.paper.intake.word.styles import Styles
from circle_cli.paper.intake.word.text import is_bold, paragraphs, read_paragraph
from circle_cli.paper.intake.word.tree import Element, below
from circle_cli.paper.words import text_of

_OURS = re.compile(r"circle_([a-z_]+)_([0-9a-f]{8})")
_MOST_MARKS = 120
"""So many bookmarks of ours are looked at: our own sheet has 50, and each one costs a search."""

_MOST_COLUMNS = 20

Mark = tuple[str, str]
"""What a bookmark of ours marks, and the fingerprint of the words that were printed there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParagraph:
    """A paragraph as it stands there."""

    text: str
    marks: tuple[Mark, ...]
    is_heading: bool
    is_item: bool
    is_title: bool = False
    is_bold: bool = False


class Blocks:
    """Goes through a document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.marks_left = _MOST_MARKS

    def read(self, top: Element) -> Iterator[WordParagraph | FilledRows]:
        """Give the blocks; those of a text box follow the paragraph that it hangs on."""
        before: list[Mark] = []  # a program may set a bookmark before its paragraph, and not within
        for block in below(top, "p", "tbl", "bookmarkStart"):
            if block.tag == "bookmarkStart":
                before += self._marks(block)
            elif block.tag == "tbl":
                yield FilledRows(rows=tuple(self._row(each) for each in below(block, "tr") if not _is_deleted(each)))
            else:
                text, boxes = read_paragraph(block)
                marks = (*before, *self._marks(block))
                if text or marks:
                    is_heading, is_item = self.styles.is_heading(block), self.styles.is_item(block)
                    yield WordParagraph(
                        text=text,
                        marks=marks,
                        is_heading=is_heading,
                        is_item=is_item,
                        is_title=self.styles.is_title(block),
                        is_bold=is_bold(block),
                    )
                before = []
                for box in boxes:
                    yield from self.read(box)

    def _row(self, row: Element) -> Row:
        found = [cell for each in below(row, "tc") for cell in (each, *[None] * (_columns(each) - 1))]
        found = [*[None] * _left_out(row), *found]
        cells = ["" if each is None else self._cell(each) for each in found]
        across = sum(each is not None for each in found) == 1
        bold = frozenset(number for number, each in enumerate(found) if each is not None and is_bold(each))
        mark = next((mark for mark in self._first_marks(row) if mark[0].startswith("row-")), None)
        if mark is None or not cells:
            return Row(cells=tuple(cells), bold=bold, across=across)
        rest = without_ours(cells[0], mark[1])
        return Row(
            cells=(cells[0] if rest is None else rest, *cells[1:]),
            id=mark[0].removeprefix("row-"),
            bold=bold,
            across=across,
        )

    def _first_marks(self, row: Element) -> list[Mark]:
        """Give our bookmarks in a row's first paragraph, and before it."""
        found: list[Mark] = []
        for each in below(row, "p", "bookmarkStart"):
            found += self._marks(each)
            if each.tag == "p":
                break
        return found

    def _cell(self, cell: Element) -> str:
        if cell.find("tcPr/cellDel") is not None:
            return ""
        return text_of(self._with_bullet(paragraph, text) for paragraph, text in paragraphs(cell))

    def _with_bullet(self, paragraph: Element, text: str) -> str:
        if not self.styles.is_item(paragraph):
            return text
        return f"- {text}" if text else self.styles.tick(paragraph)

    def _marks(self, block: Element) -> list[Mark]:
        found = [_OURS.fullmatch(mark.get("name", "")) for mark in block.iter("bookmarkStart")]
        marks = [(each[1].replace("_", "-"), each[2]) for each in found if each][: self.marks_left]
        self.marks_left -= len(marks)
        return marks


def _columns(cell: Element) -> int:
    """Give over how many columns a cell goes: those that follow it stand further right."""
    looks = cell.find("tcPr")
    return 1 if looks is None else max(_number(looks.find("gridSpan")), 1)


def _left_out(row: Element) -> int:
    """Give how many columns a row leaves out at its beginning."""
    return _number(row.find("trPr/gridBefore"))


def _number(element: Element | None) -> int:
    digits = "" if element is None else element.get("val", "")
    return min(int(digits), _MOST_COLUMNS) if re.fullmatch("[0-9]{1,3}", digits) else 0


def _is_deleted(row: Element) -> bool:
    return row.find("trPr/del") is not None
