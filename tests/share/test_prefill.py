"""What stands in a field of sharing already is never longer than what is read there, and is cut where words end."""

from dataclasses import replace

import pytest
from walked import sharing

from circle_cli.interview.script.prompts import Misread, Prompt
from circle_cli.points.record import LONGEST_PART, LONGEST_TITLE
from circle_cli.session.record import Session
from circle_cli.share.proposing.script import beginning

SENTENCE = "Let somebody choose where to meet, and ask them again the next time that you do. "


def field(key: str, learnt: str, theory: str = "") -> Prompt:
    script = sharing()
    answers = {**script.session.answers, "theory": theory}
    session: Session = replace(script.session, answers=answers)
    asked = replace(script, learnt=replace(script.learnt, text=learnt), session=session, check=lambda _: ())
    return next(prompt for prompt in asked.draw_up({}) if prompt.key == key)


def test_a_text_that_fits_stands_there_whole_and_nothing_is_said() -> None:
    assert beginning("One. Two.", 9) == ("One. Two.", ())


@pytest.mark.parametrize(
    ("text", "longest", "begins"),
    [
        ("One is here. Two is there.", 20, "One is here."),
        ("He said “so it is.” Then he left.", 22, "He said “so it is.”"),
        ("A line\nand another one", 12, "A line"),
        ("A. Then one long sentence without an end", 20, "A. Then one long"),
        ("one, two, three", 9, "one, two"),
        ("x" * 30, 10, "x" * 10),
    ],
)
def test_a_longer_one_is_cut_behind_a_sentence_or_else_a_word(text: str, longest: int, begins: str) -> None:
    stands, said = beginning(text, longest)
    assert stands == begins
    assert said == (f"This is the beginning of it; at most {longest} characters are read.",)


def test_what_stands_in_a_field_can_be_taken_as_it_is() -> None:
    for key, longest in (("title", LONGEST_TITLE), ("part/what-to-try", LONGEST_PART), ("part/why", LONGEST_PART)):
        prompt = field(key, SENTENCE * 100, "A theory\nof attachment. " * 400)
        assert 0 < len(prompt.prefill) <= longest
        assert prompt.read(prompt.prefill) == prompt.prefill.strip()
        assert any("This is the beginning of it" in line for line in prompt.remark)
    assert field("title", SENTENCE).prefill == SENTENCE.strip()
    assert field("title", "Ask\nagain").prefill == "Ask again"


def test_a_text_that_names_make_too_long_is_asked_for_once_more() -> None:
    title = next(iter(sharing().draw_up({})))
    name = sharing().session.cast[0].name if sharing().session.cast else ""
    typed = f"{name} " + "a" * (LONGEST_TITLE - len(name) - 1)
    with pytest.raises(Misread, match="With names replaced it is"):
        title.read(typed)
