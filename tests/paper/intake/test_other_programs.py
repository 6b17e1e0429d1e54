"""A sheet that another program opened and saved: what is printed on it is known again, and what was written is kept."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from other_programs import BY_PROGRAM, MAIN, dropped, edited, renamed, with_main, without_styles
from sheets import drawn_once

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.intake.earlier import LINES, TITLES
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.paper.kinds import is_sheet
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.record import Session
from circle_cli.text import decode

NOTHING = SheetContent(values={}, answers={}, preamble="", unplaced=())
HOOK = "What worked, and why?"


@pytest.mark.parametrize("program", BY_PROGRAM)
def test_a_blank_sheet_says_nothing_whatever_a_program_did_to_it(
    program: str, blank: bytes, guidance: Guidance, tmp_path: Path
) -> None:
    (tmp_path / "blank.docx").write_bytes(blank)
    main = ZipFile(tmp_path / "blank.docx").read(MAIN).decode()
    assert BY_PROGRAM[program](main) != main
    assert read_sheet_docx(with_main(blank, BY_PROGRAM[program]), "x.docx", guidance) == NOTHING


@pytest.mark.parametrize("program", BY_PROGRAM)
def test_a_filled_sheet_says_the_same_whatever_a_program_did_to_it(
    program: str, whole: Session, guidance: Guidance
) -> None:
    filled = drawn_once(recording_sheet(guidance, whole))
    changed = with_main(filled, BY_PROGRAM[program])
    assert read_sheet_docx(changed, "x.docx", guidance) == read_sheet_docx(filled, "x.docx", guidance)


def paragraph_of(opened: "docx.document.Document", text: str) -> docx.text.paragraph.Paragraph:
    return next(each for each in opened.paragraphs if each.text.startswith(text))


@pytest.mark.parametrize("program", ["renamed bookmarks", "no bookmarks and no styles"])
def test_what_was_written_beside_a_hint_stays_when_its_bookmark_is_gone(
    program: str, blank: bytes, guidance: Guidance
) -> None:
    def fill(opened: "docx.document.Document") -> None:
        paragraph_of(opened, "To paint").add_run(" She smiled.")
        paragraph_of(opened, "To find the strengths").insert_paragraph_before("I sat down.")
        paragraph_of(opened, "To see it again").runs[
            0
        ].text = "Pleased. To see it again through the eyes of the different people involved.\nAnd warm."
        paragraph_of(opened, "To keep to what").runs[0].text = "To keep going when it became difficult"
        paragraph_of(opened, "Put a cross in").add_run(" Two came to mind.")

    filled = edited(with_main(blank, BY_PROGRAM[program]), fill)
    assert read_sheet_docx(filled, "x.docx", guidance).answers == {
        "what-worked": "She smiled.",
        "influence": "I sat down.",
        "perspectives": "Pleased.\nAnd warm.",
        "barriers": "To keep going when it became difficult",
        "learning": "Two came to mind.",
    }


def test_a_hint_that_was_joined_to_its_heading_and_to_the_next_hint_is_none_of_the_answer(
    blank: bytes, guidance: Guidance
) -> None:
    def fill(opened: "docx.document.Document") -> None:
        wanted = (HOOK, "To paint", "Put a cross where", "To see it again")
        heading, hint, other, another = (paragraph_of(opened, text) for text in wanted)
        heading.add_run(f"{hint.text} She smiled.")
        other.runs[0].text = another.text + other.text
        for gone in (hint, another):
            gone._p.getparent().remove(gone._p)

    for change in (lambda xml: xml, renamed, dropped):
        filled = edited(with_main(blank, change), fill)
        assert read_sheet_docx(filled, "x.docx", guidance).answers == {"what-worked": "She smiled."}


def test_words_of_a_hint_that_somebody_wrote_are_an_answer_where_the_hint_has_its_bookmark(
    blank: bytes, guidance: Guidance
) -> None:
    hint = "To name a few main points that are worth keeping."
    filled = edited(blank, lambda opened: paragraph_of(opened, HOOK).insert_paragraph_before(hint))
    assert read_sheet_docx(filled, "x.docx", guidance).answers == {"situation": hint}


def test_prompts_that_were_copied_onto_a_sheet_without_bookmarks_are_no_answer(
    blank: bytes, guidance: Guidance
) -> None:
    prompt = next(question for question in guidance.questions if question.id == "influence").prompts[0]

    def fill(opened: "docx.document.Document") -> None:
        paragraph_of(opened, HOOK).insert_paragraph_before(prompt)
        paragraph_of(opened, "What was my part").insert_paragraph_before(f"{prompt} Asking twice.")

    answers = read_sheet_docx(edited(with_main(blank, dropped), fill), "x.docx", guidance).answers
    assert answers == {"what-worked": f"{prompt} Asking twice."}


@pytest.mark.parametrize("change", [str, dropped])
def test_a_sheet_that_was_printed_with_earlier_titles_says_the_same(
    change: Callable[[str], str], whole: Session, guidance: Guidance
) -> None:
    earlier = dict(TITLES)
    questions = tuple(replace(each, title=earlier.get(each.id, each.title)) for each in guidance.questions)
    before = drawn_once(recording_sheet(replace(guidance, questions=questions), whole))
    today = drawn_once(recording_sheet(guidance, whole))
    assert before != today
    wanted = read_sheet_docx(today, "x.docx", guidance)
    assert read_sheet_docx(with_main(before, change), "x.docx", guidance) == wanted


def test_earlier_lines_that_were_copied_onto_a_sheet_without_bookmarks_are_no_answer(
    blank: bytes, guidance: Guidance
) -> None:
    def fill(opened: "docx.document.Document") -> None:
        for line in LINES:
            paragraph_of(opened, HOOK).insert_paragraph_before(line)

    assert read_sheet_docx(edited(with_main(blank, dropped), fill), "x.docx", guidance) == NOTHING


def test_a_bookmark_within_a_bookmark_and_a_second_copy_of_one_are_read(blank: bytes, guidance: Guidance) -> None:
    def nested(xml: str) -> str:
        ours = '<w:bookmarkStart w:id="1" w:name="circle_sheet_a5d4e811"/>'
        assert ours in xml
        around = (
            '<w:bookmarkStart w:id="800" w:name="_GoBack"/><w:bookmarkStart w:id="801" w:name="circle_notes_00000000"/>'
        )
        return xml.replace(ours, around + ours + '<w:bookmarkEnd w:id="801"/><w:bookmarkEnd w:id="800"/>')

    assert read_sheet_docx(with_main(blank, nested), "x.docx", guidance) == NOTHING


@pytest.fixture
def other_guidance(tmp_path: Path) -> Guidance:
    """The guidance of a log that asks in its own words, and for a view of its own."""
    page = tmp_path / "guidance" / "questions" / "perspectives.md"
    page.parent.mkdir(parents=True)
    own = Path("guidance/questions/perspectives.md").read_text(encoding="utf-8")
    page.write_text(
        own.replace("How would others see it?", "Who else was there?")
        .replace(
            "To see it again through the eyes of the different people involved.", "To look through a second window."
        )
        .replace("managers", "the caretaker"),
        encoding="utf-8",
    )
    role = tmp_path / "guidance" / "roles" / "recorder.md"
    role.parent.mkdir()
    role.write_text(
        Path("guidance/roles/recorder.md").read_text(encoding="utf-8").replace('title: "Recorder"', 'title: "Scribe"'),
        encoding="utf-8",
    )
    return load_guidance(tmp_path / "guidance")


@pytest.mark.parametrize("program", BY_PROGRAM)
def test_a_sheet_that_was_printed_with_our_guidance_is_known_in_a_log_with_other_guidance(
    program: str, blank: bytes, other_guidance: Guidance
) -> None:
    assert read_sheet_docx(with_main(blank, BY_PROGRAM[program]), "x.docx", other_guidance) == NOTHING


@pytest.mark.parametrize("program", BY_PROGRAM)
def test_a_sheet_that_was_printed_with_a_logs_own_guidance_is_known_in_that_log(
    program: str, other_guidance: Guidance
) -> None:
    printed = drawn_once(recording_sheet(other_guidance))
    assert read_sheet_docx(with_main(printed, BY_PROGRAM[program]), "x.docx", other_guidance) == NOTHING


def test_page_numbers_that_a_program_added_are_no_words(blank: bytes, guidance: Guidance, tmp_path: Path) -> None:
    def number(opened: "docx.document.Document") -> None:
        for text in ("Page 1 of 3", "2", "Team North"):
            opened.sections[0].footer.add_paragraph(text)

    assert read_sheet_docx(edited(blank, number), "x.docx", guidance).unplaced == ("Team North",)


def test_changes_that_are_tracked_comments_controls_and_smart_tags_leave_a_hint_a_hint(
    blank: bytes, guidance: Guidance
) -> None:
    by = 'w:id="900" w:author="A" w:date="2026-11-23T00:00:00Z"'

    def fill(opened: "docx.document.Document") -> None:
        for number, text in enumerate(("To paint", "To find", "To see it", "To keep")):
            paragraph = paragraph_of(opened, text)
            run = paragraph.runs[0]._r
            around = parse_xml(
                (
                    f"<w:ins {nsdecls('w')} {by}/>",
                    f"<w:smartTag {nsdecls('w')} w:element='place'/>",
                    f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>",
                    f"<w:hyperlink {nsdecls('w')}/>",
                )[number]
            )
            run.addprevious(around)
            (around[-1] if number == 2 else around).append(run)
            paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')} {by}><w:r><w:delText>No.</w:delText></w:r></w:del>"))
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:commentReference w:id='1'/></w:r>"))

    for change in (lambda xml: xml, renamed, lambda xml: without_styles(dropped(xml))):
        assert read_sheet_docx(edited(with_main(blank, change), fill), "x.docx", guidance) == NOTHING


MARKDOWN: dict[str, Callable[[str], str]] = {
    "the mark thrown away": lambda text: text.partition("-->")[2],
    "the mark and the ids": lambda text: re.sub(r" \{#[a-z-]+\}", "", text.partition("-->")[2]),
    "no quotations": lambda text: text.replace("\n> ", "\n"),
    "none of these": lambda text: re.sub(r" \{#[a-z-]+\}|(?<=\n)> ", "", text.partition("-->")[2]),
    "hints in italics": lambda text: re.sub(r"^> (.*)$", r"> *\1*", text, flags=re.MULTILINE),
    "Windows' line ends": lambda text: text.partition("-->")[2].replace("\n", "\r\n"),
}


@pytest.mark.parametrize("change", MARKDOWN)
def test_a_sheet_in_markdown_is_known_again_whatever_an_editor_did_to_it(
    change: str, whole: Session, guidance: Guidance
) -> None:
    changed = decode(MARKDOWN[change](draw_markdown(recording_sheet(guidance))).encode(), "x.md")
    assert is_sheet(changed)
    assert read_sheet_md(changed, "x.md", guidance) == NOTHING
    filled = draw_markdown(recording_sheet(guidance, whole))
    changed = decode(MARKDOWN[change](filled).encode(), "x.md")
    assert read_sheet_md(changed, "x.md", guidance) == read_sheet_md(filled, "x.md", guidance)


@pytest.mark.parametrize(
    "text",
    [
        "---\ncircle: 1\n---\n# Recording sheet\n",
        "\n---\ntitle: x\ncircle: 1\n---\n<!-- circle recording sheet 1 -->\n",
        "answers:\n  notes: |\n    # Recording sheet\n",
        "# Notes\n",
        "",
    ],
)
def test_a_session_or_any_other_text_is_no_sheet(text: str) -> None:
    assert not is_sheet(text)
