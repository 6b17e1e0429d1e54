"""A log's own questions on the recording sheet: printed after the eight, and read back under their own ids."""

from dataclasses import replace
from datetime import date

import pytest
import yaml

from circle_cli.guidance.pages import load_guidance
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.intake.sheet import read_sheet_docx, read_sheet_md
from circle_cli.paper.layout import HEADINGS, on_sheet
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Status

IDS = ("about", "family-words", "a-question-whose-id-is-as-long-as-can-be")
[FIRST, *_] = load_guidance().questions
OWN = tuple(replace(FIRST, id=name, title=f"And {name}?", order=9) for name in IDS)
GUIDANCE = replace(load_guidance(), own=OWN)
DAY = date(2026, 11, 23)
WHOLE = Session(
    id="2026-11-23-k3f9",
    title="Tea",
    date=DAY,
    mode=Mode.GROUP,
    status=Status.RECORDED,
    answers={"actions": "Ring.", **{name: f"All of {name}." for name in IDS}, "notes": "None."},
)


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_they_are_read_back_to_the_letter_whatever_they_are_called(kind: str) -> None:
    sheet = recording_sheet(GUIDANCE, WHOLE)
    read = (
        read_sheet_docx(draw_word(sheet), "s.docx", GUIDANCE)
        if kind == "docx"
        else read_sheet_md(draw_markdown(sheet), "s.md", GUIDANCE)
    )
    assert dict(read.answers) == WHOLE.answers
    assert yaml.safe_load(read.as_yaml())["own_questions"] == list(IDS)
    assert read_incoming(read.as_yaml(), "s", DAY, {})[0].answers == WHOLE.answers


def test_a_heading_of_ours_is_never_one_of_theirs() -> None:
    assert not {on_sheet(name) for name in IDS} & HEADINGS.keys()
    assert all(len(on_sheet(name)) <= 12 for name in IDS), "Word knows no bookmark of more than 40 letters"


def test_a_sheet_in_word_of_another_log_keeps_what_they_say_in_the_notes() -> None:
    read = read_sheet_docx(draw_word(recording_sheet(GUIDANCE, WHOLE)), "s.docx", load_guidance())
    assert all(f"All of {name}." in read.answers["notes"] for name in IDS)
