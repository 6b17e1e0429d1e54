"""What people and their programs do to a sheet: everything they wrote is found again, or is said to have no place."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from sheets import drawn_once

from circle_cli.guidance.records import Guidance
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.record import Session

Edit = Callable[[Callable[..., None]], SheetContent]
HOOK = "What worked, and why?"


@pytest.fixture
def edited(guidance: Guidance) -> Edit:
    """Reads the blank sheet after something was done to it in Word."""

    def read(change: Callable[..., None]) -> SheetContent:
        opened = docx.Document(BytesIO(drawn_once(recording_sheet(guidance))))
        change(opened)
        saved = BytesIO()
        opened.save(saved)
        return read_sheet_docx(saved.getvalue(), "sheet.docx", guidance)

    return read


def under(opened: docx.document.Document, heading: str) -> list[docx.text.paragraph.Paragraph]:
    """The heading and what stands below it, down to the next heading."""
    paragraphs = opened.paragraphs
    start = next(number for number, each in enumerate(paragraphs) if each.text == heading)
    below = range(start + 1, len(paragraphs))
    end = next((n for n in below if (paragraphs[n].style.name or "").startswith("Heading")), None)
    return paragraphs[start:end]


def test_words_typed_after_a_heading_or_a_hint_are_an_answer(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        heading, hint, line, *_ = under(opened, HOOK)
        heading.add_run(" She smiled.")
        hint.add_run(" At last.")
        line.add_run("And so did I.")

    assert edited(change).answers == {"what-worked": "She smiled.\n\nAt last.\n\nAnd so did I."}


def test_a_sheet_is_found_again_when_its_bookmarks_are_gone(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        under(opened, HOOK)[2].add_run("She smiled.")
        opened.tables[0].rows[1].cells[1].text = "The hook"
        opened.tables[4].rows[3].cells[1].text = "Jo and Kit"
        for mark in list(opened.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            mark.getparent().remove(mark)

    sheet = edited(change)
    assert sheet.values == {"title": "The hook", "roles": {"questioner": ["Jo", "Kit"]}}
    assert sheet.answers["what-worked"].endswith("She smiled.")


def test_a_heading_in_other_words_is_still_that_heading_and_the_words_are_kept(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        heading, _, line, *_ = under(opened, HOOK)
        heading.runs[0].text = "What was lovely?"
        line.add_run("She smiled.")

    assert edited(change).answers == {"what-worked": "She smiled.", "notes": "What was lovely?"}


def test_what_is_typed_with_track_changes_on_counts_and_what_is_struck_out_does_not(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        line = under(opened, HOOK)[2]
        by = 'w:id="900" w:author="A" w:date="2026-11-23T00:00:00Z"'
        line._p.append(parse_xml(f"<w:ins {nsdecls('w')} {by}><w:r><w:t>She smiled.</w:t></w:r></w:ins>"))
        line._p.append(parse_xml(f"<w:del {nsdecls('w')} {by}><w:r><w:delText>No.</w:delText></w:r></w:del>"))

    assert edited(change).answers == {"what-worked": "She smiled."}


def test_lists_links_tabs_and_text_boxes_are_read(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        line = under(opened, HOOK)[2]
        line.insert_paragraph_before("one", style="List Bullet")
        line.insert_paragraph_before("two", style="List Number")
        line._p.append(
            parse_xml(f"<w:hyperlink {nsdecls('w')}><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:hyperlink>")
        )
        box = "<w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict>"
        line._p.append(parse_xml(f"<w:r {nsdecls('w')}>{box}</w:r>"))

    sheet = edited(change)
    assert sheet.answers["what-worked"] == "- one\n- two\n\na\tb\n\nin a box"
    assert sheet.unplaced == ()


def test_a_table_of_ones_own_stays_where_it_was_put(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        table = opened.add_table(2, 2)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = str(number)
        under(opened, HOOK)[2]._p.addnext(table._tbl)

    assert edited(change).answers == {"what-worked": "0 | 1\n2 | 3"}


def test_columns_may_be_moved_and_what_was_added_is_kept(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        table = opened.tables[3]
        rows = [["By when", "What", "Who", "Who keeps track", "Done"], ["1 Dec 2026", "Ring", "Sam", "Jo", ""]]
        for row, texts in zip(table.rows, rows, strict=False):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.add_column(10000).cells[1].text = "soon"

    sheet = edited(change)
    assert sheet.as_yaml().startswith(
        'action_points:\n  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01, tracked_by: "Jo"}\n'
    )
    assert sheet.unplaced == ("“Ring”: in a column of your own: soon",)


def test_a_cell_that_was_merged_with_its_neighbour_moves_no_cross(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        cells = opened.tables[2].rows[1].cells
        cells[2].text = "x"
        cells[0].merge(cells[1]).text = "Listen"

    sheet = edited(change)
    assert sheet.values["learning_points"] == [{"id": 1, "text": "Listen", "scope": "general", "share": "no"}]


def test_what_cannot_be_read_goes_to_the_notes_a_line_each_and_is_named(edited: Edit) -> None:
    def change(opened: docx.document.Document) -> None:
        about, views, learning, actions, _, seen, _, peers, taken = (table.rows for table in opened.tables)
        about[2].cells[1].text = "last Tuesday"
        about[3].cells[1].text = "in the car"
        views[6].cells[0].text = "her sister"
        views[2].cells[2].text = "only the nurse"
        taken[1].cells[1].text = "To wait."
        learning[1].cells[0].text = "Listen"
        learning[2].cells[0].text = "Wait"
        learning[2].cells[1].text = learning[2].cells[2].text = "x"
        learning[2].cells[3].text = "a lot"
        learning[3].cells[1].text = "x"
        peers[1].cells[1].text = "You waited."
        actions[1].cells[0].text = "Ring"
        actions[1].cells[2].text = "end of term"
        seen[1].cells[2].text = "Calm."
        under(opened, "Jotted notes")[1].add_run("Mine.")

    sheet = edited(change)
    assert sheet.unplaced == (
        "Date: last Tuesday",
        "How we used the circle: in the car",
        "“Wait”: both columns have a cross, so it stays open where it holds, and it cannot be shared until "
        "somebody has said; circle resume asks",
        "“Wait”: Matters, 1 to 10: a lot",
        "a row without a learning point: This situation only: x",
        "“Ring”: By when: end of term",
        "Good things the encouragers saw: What good practice, questioning or sharing was seen: Calm.",
        "Feedback from peers, for the presenter to keep: What they said to the presenter: You waited.",
        "What each of us takes away: What I take away, or will do: To wait.",
        "“colleagues and other professionals”: Imagined: only the nurse",
        "a view without a cross: Whose view: her sister",
    )
    assert sheet.values["views"] == {"imagined": ["colleagues and other professionals"]}
    assert [set(point) for point in sheet.values["learning_points"]] == [{"id", "text", "share"}] * 2
    assert len(sheet.left_open) == 1 and sheet.left_open[0].startswith("“Listen”: no column has a cross, so it stays")
    assert sheet.answers == {"notes": "\n\n".join(("Mine.", *sheet.unplaced))}


def test_comments_footnotes_and_headers_are_kept_too(guidance: Guidance) -> None:
    content = drawn_once(recording_sheet(guidance))
    comment = f"<w:comments {nsdecls('w')}><w:comment><w:p><w:r><w:t>Ask Jo.</w:t></w:r></w:p></w:comment></w:comments>"
    saved = BytesIO(content)
    with ZipFile(saved, "a", ZIP_DEFLATED) as packed:
        packed.writestr("word/comments.xml", comment)
    assert read_sheet_docx(saved.getvalue(), "x.docx", guidance).unplaced == ("Ask Jo.",)


def test_a_sheet_printed_with_other_guidance_is_read_all_the_same(guidance: Guidance, typed: Session) -> None:
    def renamed(text: str) -> str:
        return re.sub(r"^(#+ |> )[^{\n]*", r"\1Something else ", text, flags=re.MULTILINE)

    text = draw_markdown(recording_sheet(guidance, typed))
    assert read_sheet_md(text, "x.md", guidance).answers["theory"] == typed.answers["theory"]
    answers = read_sheet_md(renamed(text), "x.md", guidance).answers
    assert answers["theory"] == f"> Something else \n\n{typed.answers['theory']}"


def test_a_hint_that_an_editor_broke_over_lines_is_still_a_hint(guidance: Guidance) -> None:
    text = draw_markdown(recording_sheet(guidance)).replace("> To stay", "> To\n> stay")
    broken = re.sub(r"^(> \S+ \S+) ", r"\1\n> ", text, flags=re.MULTILINE)
    assert broken != text
    assert read_sheet_md(broken, "x.md", guidance).answers == {}


def test_words_outside_any_part_of_a_markdown_sheet_are_kept(guidance: Guidance) -> None:
    text = draw_markdown(recording_sheet(guidance))
    text = text.replace("## The practice situation", "Between.\n\n## The practice situation")
    text = text.replace("{#sheet}", "{#sheet}\n\nAbove.")
    sheet = read_sheet_md(text, "x.md", guidance)
    assert sheet.preamble == "Above."
    assert sheet.unplaced == ("About this session: Between.",)
