"""The same sheet in every kind of file, and with every kind of control, that Word and its like can make."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from other_programs import NAMESPACES, elsewhere, repacked, strict, with_main
from sheets import drawn_once

from circle_cli.guidance.records import Guidance
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.record import Session

Opened = docx.document.Document

PACKED: dict[str, Callable[[bytes], bytes]] = {
    "Strict Open XML": lambda content: repacked(content, {"*": strict}),
    "another name beside it": lambda content: elsewhere(content, "word/document2.xml", "word/document2.xml"),
    "another folder": lambda content: elsewhere(content, "content/main.xml", "/content/main.xml"),
    "no folder": lambda content: elsewhere(content, "main.xml", "./main.xml"),
    "a name with a space": lambda content: elsewhere(content, "word/my sheet.xml", "word/my%20sheet.xml"),
    "another case": lambda content: elsewhere(content, "Word/Document.XML", "word/document.xml"),
    "back-slashes": lambda content: elsewhere(content, "word\\document.xml", "word\\document.xml"),
    "UTF-16": lambda content: in_utf_16(content),
    "a name that is declared by nobody": lambda content: repacked(content, {}, {"_rels/.rels": "_rels/other.rels"}),
}


def in_utf_16(content: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    return made.getvalue()


@pytest.mark.parametrize("kind", PACKED)
def test_a_sheet_says_the_same_however_it_is_packed(kind: str, whole: Session, guidance: Guidance) -> None:
    filled = drawn_once(recording_sheet(guidance, whole))
    sheet = read_sheet_docx(PACKED[kind](filled), "x.docx", guidance)
    assert sheet == read_sheet_docx(filled, "x.docx", guidance)
    assert sheet.unplaced == () and len(sheet.answers) > 10


def box(text: str) -> str:
    return f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"


def drawn(text: str) -> str:
    return (
        "<w:drawing><wp:anchor><wp:positionH><wp:posOffset>914400</wp:posOffset></wp:positionH><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{box(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )


def in_vml(text: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{box(text)}</v:textbox></v:shape></w:pict>"


def either(first: str, second: str) -> str:
    choice = f'<mc:Choice Requires="wps">{first}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"


BOXES = {
    "of Word": either(drawn("In a box."), in_vml("In a box.")),
    "of LibreOffice": drawn("In a box."),
    "of old": in_vml("In a box."),
    "with words for old programs only": either("<w:drawing/>", in_vml("In a box.")),
    "in three versions": either(drawn("In a box."), "").replace(
        "<mc:Fallback>", f'<mc:Choice Requires="w16">{drawn("In a box.")}</mc:Choice><mc:Fallback>'
    ),
    "in a box": drawn(f"In a </w:t></w:r><w:r>{either(drawn('box.'), in_vml('box.'))}</w:r><w:r><w:t>"),
}


@pytest.mark.parametrize("kind", BOXES)
def test_the_words_in_a_text_box_are_read_once(kind: str, read_changed: Callable[..., SheetContent]) -> None:
    def fill(opened: Opened) -> None:
        for paragraph in (opened.paragraphs[5], opened.tables[0].rows[1].cells[1].paragraphs[0]):
            paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}>{BOXES[kind]}</w:r>"))

    sheet = read_changed(fill)
    said = "In a \n\nbox." if kind == "in a box" else "In a box."
    assert sheet.answers == {"situation": said}
    assert sheet.values == {"title": said.replace("\n", " ")}
    assert sheet.unplaced == ()


def test_a_text_box_at_a_heading_or_a_hint_is_part_of_the_answer(read_changed: Callable[..., SheetContent]) -> None:
    def fill(opened: Opened) -> None:
        heading, hint = (each for each in opened.paragraphs if each.text.startswith(("What worked", "To paint")))
        for paragraph in (heading, hint):
            paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}>{BOXES['of Word']}</w:r>"))

    assert read_changed(fill).answers == {"what-worked": "In a box.\n\nIn a box."}


def test_a_picture_is_named_once_and_a_line_across_the_page_is_none(read_changed: Callable[..., SheetContent]) -> None:
    picture = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    rule = '<w:pict><v:rect o:hr="t"/></w:pict>'

    def fill(opened: Opened) -> None:
        for content in (either(picture, "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"), rule):
            opened.paragraphs[5]._p.append(parse_xml(f"<w:r {NAMESPACES}>{content}</w:r>"))

    assert read_changed(fill).unplaced == ("1 picture(s), which stay in sheet.docx",)


def test_a_file_that_was_put_into_the_sheet_is_named(blank: bytes, guidance: Guidance) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="chunk.html"/></Relationships>'
    changes = {"word/_rels/document.xml.rels": lambda xml: xml.replace("</Relationships>", relation)}
    sheet = read_sheet_docx(repacked(blank, changes), "x.docx", guidance)
    assert sheet.unplaced == ("1 other file(s) put into this one, which stay in x.docx",)


def test_a_row_that_leaves_out_its_first_column_keeps_its_crosses_where_they_are(
    read_changed: Callable[..., SheetContent],
) -> None:
    def fill(opened: Opened) -> None:
        row = opened.tables[2].rows[1]
        row.cells[2].text = "general"
        first = row.cells[0]._tc
        first.getparent().remove(first)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:gridBefore {nsdecls('w')} w:val='1'/>"))

    assert read_changed(fill).unplaced == ("a row without a learning point: May hold elsewhere: general",)


def test_the_main_part_must_be_a_document(blank: bytes, guidance: Guidance) -> None:
    with pytest.raises(Exception, match="not a Word file"):
        read_sheet_docx(with_main(blank, lambda _: "<workbook/>"), "x.docx", guidance)
