"""Any Word document: headings and labels in tables that are near our questions, and all the rest."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from sheets import drawn_once

from circle_cli.errors import CircleError
from circle_cli.guidance.records import Guidance
from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Found
from circle_cli.paper.prints.sheet import recording_sheet

Made = Callable[[str, bytes | str], list[Composed]]
Read = Callable[[str, bytes | str], Found]


def saved(document: "docx.document.Document") -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_supervision_record_with_headings(sessions: Made) -> None:
    document = docx.Document()
    document.add_heading("Supervision in March", 0)
    document.add_paragraph("Date: 12/03/2026")
    document.add_paragraph("Robin moved in spring.")
    document.add_heading("2. What went well?", 2)
    document.add_paragraph("We sat on the floor.")
    document.add_paragraph("The carer stayed.", style="List Bullet")
    document.add_paragraph("What have I learnt?")
    document.add_paragraph("To wait.")
    document.add_heading("Signatures", 2)
    document.add_paragraph("Jo")
    document.sections[0].header.paragraphs[0].text = "North team, private"
    (made,) = sessions("supervision.docx", saved(document))
    assert (made.session.title, made.session.date) == ("Supervision in March", date(2026, 3, 12))
    assert made.session.answers == {
        "situation": "Robin moved in spring.",
        "what-worked": "We sat on the floor.\n\n- The carer stayed.",
        "learning": "To wait.",
        "notes": "Signatures\n\nJo\n\nBeside the text: North team, private",
    }


def test_a_form_with_labels_beside_and_above_the_answers(sessions: Made) -> None:
    document = docx.Document()
    document.add_paragraph("Reflective log")
    beside = document.add_table(rows=0, cols=2)
    for label, answer in (
        ("Name of student", "Bea"),
        ("Date of visit", "4th March 2026"),
        ("1. Describe what happened", "Amir came early."),
        ("Signed by assessor", "Jo"),
    ):
        row = beside.add_row()
        row.cells[0].text, row.cells[1].text = label, answer
    above = document.add_table(rows=4, cols=1)
    for number, text in enumerate(
        ("What went well (and why)?", "He chose the room.", "Links to theory", "Attachment.")
    ):
        above.rows[number].cells[0].text = text
    (made,) = sessions("form.docx", saved(document))
    assert made.session.title == "form"
    assert made.session.date == date(2026, 3, 4)
    assert made.session.roles == {"presenter": ("Bea",)}
    assert made.session.answers == {
        "situation": "Reflective log\n\nAmir came early.",
        "what-worked": "He chose the room.",
        "theory": "Attachment.",
        "notes": "Signed by assessor: Jo",
    }


def test_a_councils_form_with_several_labels_in_a_row_and_headings_in_bold(sessions: Made) -> None:
    document = docx.Document()
    document.add_heading("Reflective supervision record", 0)
    head = (("Worker:", "Bea", "Team:", "North"), ("Date:", "4 March 2026", "Date of birth:", "1 May 2019"))
    above = document.add_table(rows=2, cols=4)
    for row, cells in zip(above.rows, head, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    below = document.add_table(rows=0, cols=1)
    for number, text in enumerate(
        ("1. What has gone well since May?", "He smiled.", "2. Analysis", "Slow.", "3. Next steps", "Ring.")
    ):
        below.add_row().cells[0].paragraphs[0].add_run(text).bold = number % 2 == 0
    signed = document.add_table(rows=1, cols=3)
    for cell, text in zip(signed.rows[0].cells, ("Signed", "Bea", "4/3/26"), strict=True):
        cell.text = text
    document.add_paragraph().add_run("Risk of Robin running").bold = True
    (made,) = sessions("Robin at the door.docx", saved(document))
    assert (made.session.title, made.session.date) == ("Robin at the door", date(2026, 3, 4))
    assert made.session.roles == {"presenter": ("Bea",)}
    assert made.session.answers == {
        "what-worked": "1. What has gone well since May?\n\nHe smiled.",
        "actions": "Ring.",
        "notes": "Team: North\n\nDate of birth: 1 May 2019\n\n2. Analysis\n\nSlow.\n\nSigned\n\nBea\n\n4/3/26\n\n"
        "heading: Reflective supervision record\n\nRisk of Robin running",
    }


def test_a_title_may_have_a_word_of_ours_in_it(sessions: Made) -> None:
    document = docx.Document()
    document.add_heading("Learning to wait", 0)
    document.add_paragraph("We walked.")
    for name, content in (("a.docx", saved(document)), ("a.md", "# Learning to wait\n\nWe walked.\n")):
        (made,) = sessions(name, content)
        assert (made.session.title, made.session.answers) == ("Learning to wait", {"situation": "We walked."}), name


def test_several_labels_on_a_line(sessions: Made) -> None:
    (made,) = sessions("n.txt", "Name: Bea     Date: 4 March 2026\n\nWhat went well?\nWe walked.\n")
    assert made.session.date == date(2026, 3, 4)
    assert made.session.answers == {"what-worked": "We walked.", "notes": "Name: Bea"}


def test_a_table_with_labels_in_its_first_row(sessions: Made) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    rows = (("What happened", "What went well", "Ward"), ("a", "b", "c"), ("d", "", "e"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    (made,) = sessions("log.docx", saved(document))
    assert made.session.answers == {"situation": "a\n\nd", "what-worked": "b", "notes": "Ward\n\nc\n\ne"}


def test_a_document_without_labels_is_the_situation_and_what_was_struck_out_is_named(
    sessions: Made, read: Read
) -> None:
    document = docx.Document()
    gone = "<w:del w:id='1' w:author='J'><w:r><w:delText>Amir rang.</w:delText></w:r></w:del>"
    document.add_paragraph("Bea rang.")._p.append(parse_xml(gone.replace(">", f" {nsdecls('w')}>", 1)))
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("x", "y", "z"), strict=True):
        cell.text = text
    (made,) = sessions("2026-03-12 Bea.docx", saved(document))
    left_out = read("Bea.docx", saved(document)).left_out
    assert [each.why for each in left_out] == ["struck out with “track changes” on: Amir rang."]
    assert made.session.answers == {"situation": "Bea rang.\n\nx | y | z"}
    assert (made.session.title, made.session.date) == ("Bea", date(2026, 3, 12))


def test_our_own_sheet_is_read_as_our_sheet(read: Read, guidance: Guidance) -> None:
    document = docx.Document(BytesIO(drawn_once(recording_sheet(guidance))))
    document.tables[0].rows[1].cells[1].text = "The key"
    (entry,) = read("sheet.docx", saved(document)).entries
    assert entry.ours is not None
    assert "The key" in entry.ours


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"PK\x03\x04 nothing", "damaged"),
        ("a.docx", b"words", "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.rtf", b"{\\rtf1", "RTF"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.txt", b"\x00\x01\x02\x03binary\x00\x00", "no text"),
        ("a.json", b"{", "JSON"),
        ("a.json", b'{"a": 1}', "not known"),
        ("a.json", b'[{"a": "\\ud800"}]', "half a character"),
    ],
)
def test_what_cannot_be_read_says_why(read: Read, name: str, content: bytes, said: str) -> None:
    with pytest.raises(CircleError, match=said):
        read(name, content)


def test_a_log_with_a_day_in_each_row_is_a_session_for_each(sessions: Made, read: Read) -> None:
    document = docx.Document()
    document.add_heading("My reflective log", 0)
    rows = (
        ("Date", "What happened", "Learning", "Signed"),
        ("4/3/26", "a", "b", "Jo"),
        ("5th March 2026", "c", "", ""),
    )
    table = document.add_table(rows=3, cols=4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    first, second = sessions("log.docx", saved(document))
    assert [each.session.date.day for each in (first, second)] == [4, 5]
    assert first.session.answers == {"situation": "a", "learning": "b", "notes": "Signed: Jo"}
    assert first.entry.where == "log.docx, table 1, row 2"
    left_out = read("log.docx", saved(document)).left_out
    assert [(each.where, each.why) for each in left_out] == [("log.docx", "beside its table: My reflective log")]
