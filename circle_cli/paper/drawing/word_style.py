"""How our Word files look: A4, black on white, in English, for office printers."""

from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from circle_cli.paper.document import Document

HINT, RULED, WORDS, CUT = "Circle hint", "Circle lines", "Circle words", "Circle cut"
"""Our styles: small print, empty lines to write on, a person's words, and where to cut."""

WIDTH = Mm(180)
"""Of what is printed on a page."""

REPORT_WIDTH = Mm(160)
"""The same where it is read from beginning to end."""

_TABLES = ("TableNormal", "TableGrid")


def element(tag: str, **attributes: str) -> Any:
    """Make an element of WordprocessingML with its attributes."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_up(word: Word, document: Document) -> None:
    """Make a Word document ready to write on."""
    _leave_out_tables(word)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(12), Mm(17)
    section.header_distance = section.footer_distance = Mm(6)
    size = 14 if document.large else 10
    plain = _style(word, "Normal", size, after=3)
    plain.paragraph_format.line_spacing = 1.1
    _style(word, "List Bullet", size, after=2 if document.large else 1)
    for level, points in ((1, 18 if document.large else 16), (2, 11.5), (3, 10)):
        heading = _style(word, f"Heading {level}", points, before=7 if level > 1 else 0, after=1, bold=True)
        heading.paragraph_format.keep_with_next = True
    _style(word, HINT, 9 if not document.large else 12, after=0).paragraph_format.keep_with_next = not document.large
    _style(word, WORDS, size, after=4)
    ruled = _style(word, RULED, size, after=0)
    ruled.paragraph_format.line_spacing = Pt(19)
    ruled.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    _border(ruled, "bottom", "between")
    _style(word, "Footer", 8)
    cut = _style(word, CUT, 4, after=14)
    _border(cut, "bottom", line="dashed")
    if document.report:
        _set_as_report(word)
    _speak_english(word)


def _set_as_report(word: Word) -> None:
    """Set larger, with room around it, what is read from beginning to end; the pages are numbered."""
    section = word.sections[0]
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)
    section.header_distance = section.footer_distance = Mm(10)
    _style(word, "Normal", 11, after=6).paragraph_format.line_spacing = 1.2
    _style(word, WORDS, 11, after=8)
    _style(word, "List Bullet", 11, after=4)
    _style(word, HINT, 9.5, after=4)
    for level, points in ((1, 20), (2, 13), (3, 11)):
        _style(word, f"Heading {level}", points, before=0 if level == 1 else 14, after=4, bold=True)


def rule_lightly(table: Any) -> None:
    """Rule a table between its rows alone, with room above and below the words."""
    borders, room = element("w:tblBorders"), element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {"val": "single", "sz": "4", "space": "0", "color": "808080"}
        borders.append(element(f"w:{side}", **(line if side in ("bottom", "insideH") else {"val": "nil"})))
    for side, width in (("top", "60"), ("left", "0"), ("bottom", "60"), ("right", "110")):
        room.append(element(f"w:{side}", w=width, type="dxa"))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(room)


def number_pages(footer: Any) -> None:
    """Put a page's number at the end of a footer's line."""
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(REPORT_WIDTH, alignment=WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("\t")
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = footer.add_run()._r
        run.append(element("w:fldChar", fldCharType=kind) if kind else element("w:instrText"))
        if text:
            run[-1].text = text


def _leave_out_tables(word: Word) -> None:
    """Take out how a hundred kinds of table look that no print has: most of the file, and of reading it back."""
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)


def _style(word: Word, name: str, points: float, *, before: float = 0, after: float = 0, bold: bool = False) -> Any:
    styles = word.styles
    style: Any = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold = "Arial", Pt(points), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _border(style: Any, *sides: str, line: str = "single") -> None:
    borders = element("w:pBdr")
    for side in sides:
        borders.append(element(f"w:{side}", val=line, sz="4", space="0", color="808080"))
    properties = style.element.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)


def _speak_english(word: Word) -> None:
    """Set the language in which Word checks spelling and reads aloud."""
    for part in (word.styles.element, word.settings.element):
        for tag in ("w:lang", "w:themeFontLang"):
            for element in part.iter(qn(tag)):
                element.set(qn("w:val"), "en-GB")
