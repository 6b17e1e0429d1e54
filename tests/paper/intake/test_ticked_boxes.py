"""Crosses and choices, by every means that Word has to make one."""

from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from other_programs import NAMESPACES, edited, repacked

from circle_cli.guidance.records import Guidance
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx

Opened = docx.document.Document


def content_box(checked: str, sign: str) -> str:
    state = f'<w14:checkbox>{checked}<w14:checkedState w14:val="2612"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr><w:id w:val='1'/>{state}</w:sdtPr><w:sdtContent><w:r>{sign}</w:r></w:sdtContent></w:sdt>"


def form_box(inside: str) -> str:
    box = f"<w:ffData><w:checkBox><w:sizeAuto/>{inside}</w:checkBox></w:ffData>"
    begin = f'<w:fldChar w:fldCharType="begin">{box}</w:fldChar>'
    code = '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
    return f'<w:r>{begin}</w:r>{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def typed(text: str, font: str = "", more: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f"<w:r><w:rPr>{fonts}{more}</w:rPr><w:t>{text}</w:t></w:r>"


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


TICKED = {
    "a content control": content_box('<w14:checked w14:val="1"/>', "<w:t>☒</w:t>"),
    "a content control that says true": content_box('<w14:checked w14:val="true"/>', "<w:t>☒</w:t>"),
    "a content control that says nothing more": content_box("<w14:checked/>", "<w:t>☒</w:t>"),
    "a content control with a sign of its own": content_box('<w14:checked w14:val="1"/>', "<w:t>◦</w:t>"),
    "a content control with a symbol": content_box(
        '<w14:checked w14:val="1"/>', '<w:sym w:font="Wingdings" w:char="F0FE"/>'
    ),
    "a form field": form_box('<w:default w:val="0"/><w:checked/>'),
    "a form field that says 1": form_box('<w:default w:val="0"/><w:checked w:val="1"/>'),
    "a form field that is ticked from the start": form_box("<w:default/>"),
    **{f"Wingdings {code}": symbol("Wingdings", f"F0{code}") for code in ("FB", "FC", "FD", "FE", "78")},
    **{f"Wingdings 2 {code}": symbol("Wingdings 2", f"F0{code}") for code in ("4F", "50", "51", "52", "53", "54")},
    "Webdings": symbol("Webdings", "F061"),
    "a symbol without its own page": symbol("Wingdings", "00FC"),
    "a letter in Wingdings": typed("ü", "Wingdings"),
    "LibreOffice's letter in Wingdings": typed("\uf0fe", "Wingdings"),
    "a letter in Wingdings 2": typed("R", "Wingdings 2"),
    "a letter whose font is gone": typed("\uf0fc"),
    **{
        f"typed {sign}": typed(sign)
        for sign in ("x", "X", "✓", "✔", "✔\ufe0f", "✗", "✘", "☑", "☒", "√", "×", "✕", "✅", "❌")
    },
    **{f"typed {sign}": typed(sign) for sign in ("yes", "Y", "[x]", "(X)", "x.", " x ", "☐ x", "x☐", "/", "ok")},
    "a deleted empty box and a tick": '<w:del w:id="9" w:author="A"><w:r><w:delText>☐</w:delText></w:r></w:del>'
    + typed("☒"),
    "a struck out cross and one that is not": typed("x", more="<w:strike/>") + typed("x"),
}
UNTICKED = {
    "an empty cell": "",
    "a content control": content_box('<w14:checked w14:val="0"/>', "<w:t>☐</w:t>"),
    "a content control that says false": content_box('<w14:checked w14:val="false"/>', "<w:t>☐</w:t>"),
    "a content control nobody touched": content_box("", "<w:t>☐</w:t>"),
    "a content control with a misleading sign": content_box('<w14:checked w14:val="0"/>', "<w:t>x</w:t>"),
    "a form field": form_box('<w:default w:val="0"/>'),
    "a form field that was ticked": form_box('<w:default/><w:checked w:val="0"/>'),
    "Wingdings A8": symbol("Wingdings", "F0A8"),
    "Wingdings 6F": symbol("Wingdings", "F06F"),
    "Wingdings 2 A3": symbol("Wingdings 2", "F0A3"),
    "a letter in Wingdings": typed("o", "Wingdings"),
    **{f"typed {sign}": typed(sign) for sign in ("☐", "□", "[ ]", "( )", "no", "-", "–", "○", "n/a", "__")},
    "a cross that was struck out": typed("x", more="<w:strike/>"),
    "a cross that was struck out twice": typed("✓", more="<w:dstrike/>"),
    "a cross that was deleted": '<w:del w:id="9" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del>',
    "highlighting alone": typed(" ", more='<w:highlight w:val="yellow"/>'),
}

CROSSES = [*((name, cross, True) for name, cross in TICKED.items())]
CROSSES += [*((name, cross, False) for name, cross in UNTICKED.items())]


@pytest.mark.parametrize(("cross", "ticked"), [each[1:] for each in CROSSES], ids=[f"{n} {t}" for n, _, t in CROSSES])
def test_a_box_is_ticked_or_not_however_it_was_made(
    cross: str, ticked: bool, read_changed: Callable[..., SheetContent]
) -> None:
    def fill(opened: Opened) -> None:
        views, learning = opened.tables[1], opened.tables[2]
        learning.rows[1].cells[0].text = "Listen"
        for cell in (learning.rows[1].cells[2], views.rows[1].cells[1]):
            for element in parse_xml(f"<w:p {NAMESPACES}>{cross}</w:p>"):
                cell.paragraphs[0]._p.append(element)

    sheet = read_changed(fill)
    view = {"views": {"heard": ["the child, adult or family"]}} if ticked else {}
    point = {"id": 1, "text": "Listen", **({"scope": "general"} if ticked else {}), "share": "no"}
    assert sheet.values == {"learning_points": [point], **view}
    assert [line.partition(", ")[0] for line in sheet.left_open] == ["“Listen”: no column has a cross"] * (not ticked)
    assert sheet.unplaced == ()


def test_a_control_around_a_whole_cell_says_whether_it_is_ticked(read_changed: Callable[..., SheetContent]) -> None:
    def fill(opened: Opened) -> None:
        for number, checked in ((1, 0), (2, 1)):
            cell = opened.tables[1].rows[number].cells[1]._tc
            box = content_box(f'<w14:checked w14:val="{checked}"/>', "<w:t>◦</w:t>")
            control = parse_xml(f"<w:body {NAMESPACES}>{box}</w:body>")[0]
            cell.addprevious(control)
            cell.find(qn("w:p")).append(control[-1][0])
            control[-1].append(cell)

    assert read_changed(fill).values == {"views": {"heard": ["colleagues and other professionals"]}}


def test_a_tick_that_is_a_bullet_counts(blank: bytes, guidance: Guidance) -> None:
    bullet = (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0fc"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl></w:abstractNum>'
    )
    number = '<w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num></w:numbering>'

    def fill(opened: Opened) -> None:
        paragraph = opened.tables[1].rows[1].cells[2].paragraphs[0]
        item = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='78'/></w:numPr>"
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(item))

    def numbered(xml: str) -> str:
        return xml.replace("<w:num ", f"{bullet}<w:num ", 1).replace("</w:numbering>", number)

    sheet = read_sheet_docx(repacked(edited(blank, fill), {"word/numbering.xml": numbered}), "x.docx", guidance)
    assert sheet.values == {"views": {"imagined": ["the child, adult or family"]}}


def test_what_a_control_shows_before_anybody_chose_is_no_answer(blank: bytes, guidance: Guidance) -> None:
    def control(style: str, text: str) -> str:
        run = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>{text}</w:t></w:r>'
        return f"<w:sdt {NAMESPACES}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"

    def fill(opened: Opened) -> None:
        opened.paragraphs[5]._p.append(parse_xml(control("Platzhaltertext", "Click or tap here to enter text.")))
        opened.tables[0].rows[2].cells[1].paragraphs[0]._p.append(
            parse_xml(control("Platzhaltertext", "Choose a date."))
        )
        opened.tables[0].rows[1].cells[1].paragraphs[0]._p.append(
            parse_xml(control("Strong", "Filled in by a program"))
        )

    style = '<w:style w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/></w:style></w:styles>'
    changes = {"word/styles.xml": lambda xml: xml.replace("</w:styles>", style)}
    sheet = read_sheet_docx(repacked(edited(blank, fill), changes), "x.docx", guidance)
    assert (sheet.values, sheet.answers) == ({"title": "Filled in by a program"}, {})


def test_an_entry_chosen_from_a_list_of_the_old_kind_is_read(read_changed: Callable[..., SheetContent]) -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="In a group"/><w:listEntry w:val="training"/>'
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData></w:fldChar>'

    def fill(opened: Opened) -> None:
        opened.tables[0].rows[3].cells[1].paragraphs[0]._p.append(parse_xml(f"<w:r {NAMESPACES}>{begin}</w:r>"))

    assert read_changed(fill).values == {"mode": "training"}


def test_signs_that_word_puts_in_place_of_a_smile_or_an_arrow_are_read_as_they_look(
    read_changed: Callable[..., SheetContent],
) -> None:
    def fill(opened: Opened) -> None:
        opened.paragraphs[5]._p.append(parse_xml(f"<w:body {NAMESPACES}>{symbol('Wingdings', 'F04A')}</w:body>")[0])
        opened.paragraphs[5]._p.append(parse_xml(f"<w:body {NAMESPACES}>{symbol('Wingdings', 'F0E0')}</w:body>")[0])

    assert read_changed(fill).answers == {"situation": "☺→"}


def test_a_box_that_cannot_be_read_is_said_and_not_taken_for_empty(read_changed: Callable[..., SheetContent]) -> None:
    """A box of ActiveX keeps its state in a file of its own, and shows a picture."""
    drawn = '<v:shape><v:imagedata/></v:shape><w:control w:name="CheckBox1"/>'

    def fill(opened: Opened) -> None:
        for number, outside in ((1, "object"), (2, "pict")):
            run = parse_xml(f"<w:r {NAMESPACES}><w:{outside}>{drawn}</w:{outside}></w:r>")
            opened.tables[1].rows[number].cells[1].paragraphs[0]._p.append(run)

    sheet = read_changed(fill)
    said = "2 box(es) or field(s) of the kind called ActiveX: what is ticked or written in them could not be read"
    assert sheet.unplaced == (f"{said}; it stays in sheet.docx",)
    assert said in sheet.answers["notes"]
