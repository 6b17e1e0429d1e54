"""Notes on the way, words that are not understood, and what a short answer is asked."""

from typing import Any

import pytest

from circle_cli.interview.asker import Move
from circle_cli.interview.script.script import Interview


def test_notes_are_offered_again_where_they_belong(interview: Interview, hold: Any) -> None:
    held = hold(
        interview,
        {
            "what-worked": [(Move.NOTE, "she"), "she came to all three of them"],
            "note": ["Winnicott: holding", "ask the school"],
            "note-kind": ["theory", "3"],
            "influence": [Move.NOTE, Move.NEXT],
        },
    )
    assert held.asker.found[3] == ("note", "")
    assert held.asker.found[5] == ("what-worked", "she")
    assert held.answers["notes"] == "- theory: Winnicott: holding\n- action: ask the school"
    recalled = {screen.prompt.key: screen.recalled for screen in held.asker.screens if screen.recalled}
    assert recalled == {"theory": ("theory: Winnicott: holding",), "actions": ("action: ask the school",)}


def test_an_empty_note_is_none_and_a_note_may_be_of_any_kind(interview: Interview, hold: Any) -> None:
    held = hold(
        interview,
        {
            "title": [Move.NOTE, Move.NOTE, Move.NOTE],
            "note": ["", "a book", "a call"],
            "note-kind": ["2", "nonsense", ""],
        },
    )
    assert held.answers["notes"] == "- research: a book\n- action: a call"


def test_a_note_that_was_left_half_written_is_still_there(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"title": [Move.NOTE, Move.NOTE], "note": [(Move.BACK, "Winni"), "Winnicott"]})
    assert [text for key, text in held.asker.found if key == "note"] == ["", "Winni"]
    assert held.answers["notes"] == "- action: Winnicott"


@pytest.mark.parametrize("where", ["note", "note-kind"])
def test_a_pause_in_the_middle_of_a_note_keeps_it(interview: Interview, hold: Any, where: str) -> None:
    said = {"note": [(Move.PAUSE, "Winni")]} if where == "note" else {"note": ["Winni"], "note-kind": [Move.PAUSE]}
    held = hold(interview, {"title": (Move.NOTE, "Te"), **said})
    assert held.paused.interrupted
    assert ("left", "title", "Te", "title") in held.draft.kept
    assert held.draft.kept[-1] == ("left", "note", "Winni", "title")
    again = hold(interview, {"note-kind": "1"}, halves={"note": "Winni", "title": "Te"}, at="title")
    assert again.asker.found[:3] == [("note", "Winni"), ("note-kind", ""), ("title", "Te")]
    assert again.answers["notes"] == "- theory: Winni"
    assert again.draft.kept[1:3] == [("answered", "notes", "- theory: Winni", "title"), ("left", "note", "", "title")]


def test_ctrl_c_in_an_empty_note_pauses_too(interview: Interview, hold: Any) -> None:
    assert hold(interview, {"title": Move.NOTE, "note": Move.PAUSE}).paused.interrupted


def test_a_few_words_get_one_curious_question_and_whoever_goes_on_is_not_asked_again(
    interview: Interview, hold: Any
) -> None:
    held = hold(interview, {"what-worked": "She came.", "influence": "I listened.", "perspectives": "Fine."})
    assert held.asker.asked.count("what-worked") == 2
    assert held.asker.asked.count("influence") == held.asker.asked.count("perspectives") == 1
    [more] = held.asker.told
    assert more.startswith(interview.questions[0].more)
    assert more.endswith("Or just go on.")
    assert held.answers["what-worked"] == "She came."
    assert ("left", "what-worked", "She came.", "what-worked") in held.draft.kept


def test_who_tells_more_may_be_asked_for_more_at_another_question(interview: Interview, hold: Any) -> None:
    held = hold(
        interview, {"what-worked": ["She came.", "She came, and she stayed for tea."], "influence": ["I?", "I"]}
    )
    assert len(held.asker.told) == 2


@pytest.mark.parametrize("answer", ["", "Five words are quite enough", "   "])
def test_nobody_is_asked_for_more_of_nothing_or_of_enough(interview: Interview, hold: Any, answer: str) -> None:
    assert hold(interview, {"what-worked": answer}).asker.told == []


@pytest.mark.parametrize(
    ("key", "wrong", "right", "kept"),
    [
        ("safeguarding/raised", "maybe", "1", "no"),
        ("setting", "9", "both", "both"),
        ("themes", "1, 99", "1, 2", "relationships, direct-work"),
        ("scales/safety", "eleven", "10", "10"),
        ("scales/safety", "11", "8 for her, as told", "her 8 told"),
    ],
)
def test_what_was_not_understood_is_asked_again_with_its_text_kept(
    whole: Interview, hold: Any, key: str, wrong: str, right: str, kept: str
) -> None:
    held = hold(whole, {"safety": "she slept, and so did I, at last", key: [wrong, right]})
    before = "" if key == "safeguarding/raised" else wrong  # what protects somebody is never half a reply
    assert [text for asked, text in held.asker.found if asked == key] == ["", before]
    assert held.answers[key] == kept
    assert len(held.asker.told) == 1
    assert ("left", key, wrong, key) in held.draft.kept


def test_what_was_not_understood_can_be_skipped(whole: Interview, hold: Any) -> None:
    held = hold(whole, {"setting": ["9", (Move.SKIP, "9")]})
    assert held.answers["setting"] is None
