"""Draws a print as a Word file: real headings and header rows, no author, the same bytes every time.

Only this module and `word_style` know python-docx. A heading of the sheet, a label and a hint each carry a bookmark
with a fingerprint of their words, so that a sheet that was filled in, moved about and saved by other programs is still
found again.
"""

import re
from io import BytesIO
from itertools import count, zip_longest
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from circle_cli.paper.document import (
    CREDIT,
    SHORT_CREDIT,
    Block,
    Bullets,
    Circle,
    CutLine,
    Document,
    Field,
    Heading,
    NameLine,
    PageBreak,
    Paragraph,
    Table,
    fingerprint,
)
from circle_cli.paper.drawing.copies import LONG_AGO
from circle_cli.paper.drawing.word_halves import room_above_cut
from circle_cli.paper.drawing.word_style import (
    CUT,
    HINT,
    REPORT_WIDTH,
    RULED,
    WIDTH,
    WORDS,
    element,
    number_pages,
    rule_lightly,
    set_up,
)
from circle_cli.paper.words import paragraphs_of, to_xml

_OTHER_SCRIPTS = re.compile(rb'<a:font script="[^"]*" typeface="[^"]*"/>')
"""Fonts for scripts that we do not print; some are people's names ("Kartika"), which no sweep should meet."""

_AROUND = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))
"""Where questions stand round a middle: row and column."""

_WHOLE = 12
"""A list of no more items than this stands whole on a page."""

_UNNEEDED = ("thumbnail", "customXml", "extended-properties", "stylesWithEffects")


def draw_word(document: Document) -> bytes:
    """Draw the whole print, and give the file's content."""
    word = docx.Document()
    set_up(word, document)
    pen = _Pen(word, document)
    for block, behind in zip_longest(document.blocks, document.blocks[1:]):
        pen.ends = behind is None or pen.begins_anew(behind)
        pen.draw(block)
    footer = word.sections[0].footer.paragraphs[0]
    footer.text = SHORT_CREDIT if document.report else CREDIT
    if document.report:
        number_pages(footer)
    _forget_author(word, to_xml(document.title))
    unsorted = BytesIO()
    word.save(unsorted)
    return _same_every_time(unsorted)


class _Pen:
    """Writes blocks at the end of a Word document, and numbers its bookmarks."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word, self.numbers = word, count(1)
        self.are_cards, self.stays_whole = document.large, not (document.fillable or document.report)
        self.is_report = document.report
        self.width = REPORT_WIDTH if document.report else WIDTH
        self.ends = False
        self.drawn: list[Block] = []
        self.style_ids: dict[str, str] = {}
        self.new_page = False

    def begins_anew(self, block: Block) -> bool:
        """Tell whether something begins here that need not stand on the page of what is before it: a card, a part."""
        if isinstance(block, CutLine | PageBreak):
            return True
        return isinstance(block, Heading) and block.level <= 2 and not self.are_cards

    def draw(self, block: Block) -> None:
        self.drawn.append(block)
        match block:
            case Heading():
                self.heading(block)
            case Paragraph():
                self.paragraph(block)
            case Bullets():
                self.bullets(block)
            case Field():
                self.field(block)
            case Table():
                self.table(block)
            case NameLine():
                self.name_line(block)
            case Circle():
                self.circle(block)
            case CutLine():
                self.add("", CUT).paragraph_format.space_before = Pt(room_above_cut(self.drawn))
            case PageBreak():
                self.drawn = []
                self.new_page = True  # a property of the next heading: a break of its own would leave an empty line

    def add(self, text: str, style: str = "") -> Any:
        """Add a paragraph. The id of its style is kept: python-docx would look through all 160 for each paragraph."""
        paragraph = self.word.add_paragraph(text)
        if style:
            paragraph._p.style = self.style_id(style)
        return paragraph

    def style_id(self, style: str) -> str:
        self.style_ids[style] = self.style_ids.get(style) or self.word.styles[style].style_id
        return self.style_ids[style]

    def heading(self, block: Heading) -> None:
        heading = self.add(to_xml(block.text), f"Heading {block.level}")
        heading.paragraph_format.page_break_before = self.new_page or None
        self.new_page = False
        if block.id:
            self.bookmark(heading, block.id, block.text)

    def paragraph(self, block: Paragraph) -> None:
        paragraph = self.add(to_xml(block.text), HINT if block.hint else "")
        if block.hint:
            self.bookmark(paragraph, "hint", block.text)

    def bullets(self, block: Bullets) -> None:
        for place, item in enumerate(block.items, start=1):
            looks = self.add(to_xml(item), "List Bullet").paragraph_format
            more = place < len(block.items) or not self.ends
            looks.keep_with_next = (self.stays_whole and more and len(block.items) <= _WHOLE) or None

    def field(self, field: Field) -> None:
        paragraphs = paragraphs_of(field.text) if field.text else [""] * field.lines
        for paragraph in paragraphs:
            self.add(paragraph, WORDS if field.text else RULED)

    def name_line(self, block: NameLine) -> None:
        paragraph = self.add(to_xml(f"{block.label}: {block.text}" if block.text else f"{block.label}:\t"))
        paragraph.paragraph_format.tab_stops.add_tab_stop(self.width, leader=WD_TAB_LEADER.LINES)
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.paragraph_format.keep_with_next = self.are_cards or None

    def table(self, block: Table) -> None:
        table = self.word.add_table(1 + len(block.rows), len(block.header))
        table._tbl.tblStyle_val = self.style_id("Table Grid")
        table.autofit = False
        _describe(table, block.caption)
        if self.is_report:
            rule_lightly(table)
        for column, share in zip(table.columns, block.widths, strict=True):
            column.width = self.share(share)  # for LibreOffice, which does not look at the cells' own
        for number, (row, texts) in enumerate(zip(table.rows, (block.header, *block.rows), strict=True)):
            height = row._tr.get_or_add_trPr()
            height.append(element("w:cantSplit"))
            if number == 0:
                height.append(element("w:tblHeader"))
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = self.share(block.widths[place])
                ours = number == 0 or (place == 0 and bool(block.row_ids))
                self.cell(cell, text, bold=ours)
                if ours and number:
                    self.bookmark(cell.paragraphs[0], f"row-{block.row_ids[number - 1]}", text)
            row.height = Mm(7)
        self.add("", HINT).paragraph_format.line_spacing = Pt(4)

    def circle(self, block: Circle) -> None:
        """Set the questions round the middle of a table of nine cells, clockwise from its upper left."""
        table = self.word.add_table(3, 3)
        table._tbl.tblStyle_val = self.style_id("Table Grid")
        table.autofit = False
        table._tbl.tblPr.append(element("w:tblCaption", val=block.caption))
        for row, height in zip(table.rows, (50, 102, 50), strict=True):
            row.height = Mm(height)
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for number, ((row, column), title) in enumerate(zip(_AROUND, block.questions, strict=False), start=1):
            self.cell(table.cell(row, column), f"{number}. {title}", bold=False)
        self.cell(table.cell(1, 1), block.middle, bold=True)
        for place, width in enumerate((25, 50, 25)):
            for cell in table.columns[place].cells:
                cell.width = self.share(width)
            table.columns[place].width = self.share(width)

    def cell(self, cell: Any, text: str, *, bold: bool) -> None:
        for number, part in enumerate(paragraphs_of(text)):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            if part:
                paragraph.add_run(part).bold = bold or None

    def share(self, of_a_hundred: int) -> Length:
        return Length(self.width * of_a_hundred // 100)

    def bookmark(self, paragraph: Any, name: str, text: str) -> None:
        number = str(next(self.numbers))
        full = f"circle_{name.replace('-', '_')}_{fingerprint(text)}"
        start = element("w:bookmarkStart", id=number, name=full)
        first = paragraph._p.find(qn("w:r"))
        first.addprevious(start)
        paragraph._p.append(element("w:bookmarkEnd", id=number))


def _describe(table: Any, caption: str) -> None:
    """Say that the first row is a header, and what the table is, to those who hear it read."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(element("w:tblLook", val="0220", firstRow="1", lastRow="0", firstColumn="0", noHBand="1"))
    properties.append(element("w:tblCaption", val=caption))


def _forget_author(word: Word, title: str) -> None:
    properties = word.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "content_status"):
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = title, "en-GB", 1
    properties.created = properties.modified = LONG_AGO
    for part in (word.part.package, word.part):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNNEEDED:
                del part.rels[name]


def _same_every_time(unsorted: BytesIO) -> bytes:
    """Pack the parts anew: in one order, and all dated alike."""
    packed = BytesIO()
    with ZipFile(unsorted) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=_order):
            info = ZipInfo(name, date_time=LONG_AGO.timetuple()[:6])
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            after.writestr(info, _OTHER_SCRIPTS.sub(b"", before.read(name)))
    return packed.getvalue()


def _order(name: str) -> tuple[bool, str]:
    return name != "[Content_Types].xml", name  # which readers expect to find first
