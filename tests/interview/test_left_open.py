"""Words that became no answer: what was typed and skipped, changed and gone back from, noted and closed."""

from dataclasses import dataclass
from typing import Any

from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.asker import Move
from circle_cli.interview.script.prompts import LATER, Prompt, choice
from circle_cli.interview.script.script import Beside, Interview

DAY = "safeguarding/on"
HALF = "when she is ready"
RAISED = "safeguarding/raised"
SAID = {"safeguarding/raised": "2"}


def test_words_that_are_no_answer_stay_when_they_are_skipped_and_are_asked_for_at_the_end(
    interview: Interview, hold: Any
) -> None:
    held = hold(interview, {**SAID, DAY: [(Move.SKIP, HALF), "3 May"]})
    assert ("left", DAY, HALF, "safeguarding/action") in held.draft.kept
    assert held.asker.asked[-1] == DAY
    assert held.asker.found[-1] == (DAY, HALF)
    assert held.answers[DAY] == "2027-05-03"
    assert f"“{HALF}” stays here, and is no answer yet; you will be asked once more at the end." in held.asker.told


def test_words_that_are_skipped_twice_are_left_out_and_nobody_is_asked_for_ever(
    interview: Interview, hold: Any
) -> None:
    held = hold(interview, {**SAID, DAY: [(Move.SKIP, HALF), (Move.SKIP, HALF)]})
    assert held.paused is None
    assert held.answers[DAY] is None
    assert held.asker.told[-1] == f"“{HALF}” is left out."


def test_whoever_comes_back_is_shown_what_waits(interview: Interview, hold: Any) -> None:
    first = hold(interview, {**SAID, DAY: (Move.SKIP, HALF), "theory": (Move.PAUSE, "I only")})
    answered = {key: text for kind, key, text, _ in first.draft.kept if kind == "answered"}
    halves = {key: text for kind, key, text, _ in first.draft.kept if kind == "left"}
    again = hold(interview, {DAY: "3 May"}, answers=answered, halves=halves, at="theory")
    assert again.asker.told[0].endswith(f"\n{HALF}")
    assert again.asker.found[0] == ("theory", "I only")
    assert (DAY, HALF) in again.asker.found


def test_an_answer_that_was_changed_on_the_way_back_is_come_to_again(interview: Interview, hold: Any) -> None:
    held = hold(
        interview,
        {
            "situation": ["a visit", (Move.BACK, "a visit, and tea")],
            "what-worked": [Move.BACK, Move.NEXT],
            "title": ["Tea", Move.NEXT],
        },
    )
    found = held.asker.found[3:6]
    assert found == [("situation", "a visit"), ("title", "Tea"), ("situation", "a visit, and tea")]
    assert held.answers["situation"] == "a visit, and tea"


def test_an_answer_that_was_only_looked_at_is_not_asked_for_again(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"situation": ["a visit", Move.BACK], "what-worked": [Move.BACK, Move.NEXT]})
    assert held.asker.asked[:6] == ["title", "situation", "what-worked", "situation", "title", "what-worked"]


def test_an_option_that_was_only_looked_at_is_not_taken_by_a_skip(whole: Interview, hold: Any) -> None:
    held = hold(whole, {"setting": (Move.SKIP, "both")})
    assert held.answers["setting"] is None


def test_a_note_that_was_begun_and_closed_stands_among_the_notes(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"title": [Move.NOTE, "Tea"], "note": [(Move.BACK, "Winni")]})
    assert held.answers["notes"] == "- Winni"
    assert held.draft.kept[-1] == ("answered", "notes", "- Winni", None)


def test_an_option_that_waits_is_shown_in_its_own_words(whole: Interview, hold: Any) -> None:
    held = hold(whole, halves={"setting": "both"}, at="title")
    assert held.asker.told[0].endswith("\nBoth")


def test_words_that_are_asked_for_otherwise_by_now_stand_among_the_notes(interview: Interview, hold: Any) -> None:
    held = hold(interview, halves={"scaling/safety/2/score": "nine if she were asked"}, at="title")
    assert held.answers["notes"] == "- nine if she were asked"
    assert held.asker.told[-1].endswith("stands among the notes: nine if she were asked")


@dataclass(frozen=True)
class _Asks(Beside):
    """Asks whether something is to be made, and nothing else."""

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        return (
            choice(
                RAISED,
                "Shall it go?",
                ("yes", "Yes"),
                (LATER, "Not yet"),
                needed="x",
                pauses=LATER,
                guarded=True,
            ),
        )


def test_whoever_says_not_yet_pauses_and_is_asked_again(hold: Any) -> None:
    held = hold(_Asks(), {RAISED: "2"})
    assert [each.notes for each in held.asker.screens] == [False]  # nothing that is kept would have it
    assert held.paused and held.paused.interrupted
    assert held.draft.kept == [("left", RAISED, "", RAISED)] and not held.answers
    assert hold(_Asks(), {RAISED: "1"}, at=RAISED).answers == {RAISED: "yes"}
