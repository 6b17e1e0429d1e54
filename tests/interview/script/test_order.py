"""The order of an interview, and what becomes of every reply: without a terminal."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import CircleError
from circle_cli.ids import QUESTIONS
from circle_cli.interview.asker import Move
from circle_cli.interview.run import Run
from circle_cli.interview.script.script import Interview, next_prompt, previous_prompt

BARE = [
    "title", "situation", "what-worked", "influence", "perspectives", "barriers", "safety", "safeguarding/raised",
    "theory", "learning", "actions",
]  # fmt: skip
ADDED = [
    "learning-points/1/text",
    "action-points/1/what",
    "people-and-places",
    "themes",
    "setting",
    "frameworks/1/framework",
]
TOLD = dict.fromkeys(QUESTIONS, "she came and we all had some tea")


def test_an_interview_asks_the_eight_in_order_and_nothing_that_can_wait(interview: Interview, hold: Any) -> None:
    held = hold(interview)
    assert held.asker.asked == BARE
    assert held.answers == dict.fromkeys(BARE)
    assert [screen.number for screen in held.asker.screens if screen.number] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {screen.total for screen in held.asker.screens if screen.number} == {8}


def test_the_quick_path_asks_its_three_and_nothing_else(quick: Interview, hold: Any) -> None:
    held = hold(quick, {"title": "Tea"})
    assert held.asker.asked == ["title", "what-worked", "influence", "actions"]
    assert {screen.total for screen in held.asker.screens[1:]} == {3}


def test_one_to_one_asks_who_is_there(interview: Interview, hold: Any) -> None:
    asked = hold(interview, {"presenter": "Sam", "questioner": "Jo"}, answers={"company": "with"}).asker.asked
    assert asked[1:6] == ["opening", "situation", "presenter", "questioner", "what-worked"]
    begun = {"company": "with", "title": "Tea", "situation": "A visit."}
    assert "opening" not in hold(interview, answers=begun).asker.asked  # an earlier version had none


def test_each_answer_is_kept_before_the_next_prompt_with_where_to_go_on(interview: Interview, hold: Any) -> None:
    kept = hold(interview, {"title": "Tea", "situation": "A visit"}).draft.kept
    assert kept[:2] == [("answered", "title", "Tea", "situation"), ("answered", "situation", "A visit", "what-worked")]
    assert kept[-1] == ("answered", "actions", None, None)
    assert [entry[1] for entry in kept] == BARE


def test_the_ring_shows_which_questions_are_done(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"what-worked": "she came and we all had some tea", "barriers": Move.SKIP})
    fifth = next(screen for screen in held.asker.screens if screen.number == 5)
    assert fifth.done == (True, *[False] * 7)


def test_back_keeps_what_stands_and_going_on_returns_there(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"situation": [(Move.BACK, "half a visit"), "a whole visit"], "title": ["Tea", "Coffee"]})
    assert held.asker.found[:4] == [("title", ""), ("situation", ""), ("title", "Tea"), ("situation", "half a visit")]
    assert held.answers["title"] == "Coffee"
    assert ("left", "situation", "half a visit", "title") in held.draft.kept


def test_back_at_the_beginning_says_so_and_loses_nothing(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"title": [(Move.BACK, "Te"), "Tea"]})
    assert held.asker.told == ["This is the beginning."]
    assert held.asker.found[1] == ("title", "Te")


def test_skip_goes_on_and_keeps_what_was_written(interview: Interview, hold: Any) -> None:
    held = hold(interview, {"situation": (Move.SKIP, "half a thought"), "theory": (Move.SKIP, "")})
    assert (held.answers["situation"], held.answers["theory"]) == ("half a thought", None)


@pytest.mark.parametrize(("move", "interrupted"), [(Move.PAUSE, True), (Move.END, False)])
def test_a_pause_keeps_what_stands_and_where_it_was(
    interview: Interview, hold: Any, move: Move, interrupted: bool
) -> None:
    held = hold(interview, {"title": "Tea", "influence": (move, "I only")})
    assert held.paused.interrupted is interrupted
    assert held.draft.kept[-1] == ("left", "influence", "I only", "influence")
    again = hold(interview, answers=held.answers, halves={"influence": "I only"}, at="influence")
    assert again.asker.found[0] == ("influence", "I only")
    assert again.paused is None


def test_an_interview_goes_on_at_the_first_open_prompt_where_the_place_is_not_known(
    interview: Interview, hold: Any
) -> None:
    answers: dict[str, str | None] = {"title": "Tea", "situation": None}
    assert hold(interview, answers=answers).asker.asked[0] == "what-worked"
    assert hold(interview, answers=answers, at="gone").asker.asked[0] == "what-worked"


def test_each_learning_point_opens_the_next(whole: Interview, hold: Any) -> None:
    held = hold(
        whole,
        {"learning-points/1/text": "Ask first", "learning-points/1/scope": "1", "learning-points/2/text": "Listen"},
    )
    points = [key for key in held.asker.asked if key.startswith("learning-points")]
    assert points == [f"learning-points/{end}" for end in ("1/text", "1/scope", "2/text", "2/scope", "3/text")]


def test_an_action_asks_by_when_and_with_somebody_who_does_it_and_who_keeps_an_eye_on_it(
    whole: Interview, hold: Any
) -> None:
    said = {"action-points/1/what": "Ring her", "action-points/1/by": ["soonish", "in 2 weeks"]}
    held = hold(whole, said, answers={"company": "with"})
    asked = [key for key in held.asker.asked if key.startswith("action-points")]
    assert asked == [f"action-points/{e}" for e in ("1/what", "1/who", "1/by", "1/by", "1/tracked-by", "2/what")]
    assert held.answers["action-points/1/by"] == "2026-12-07"
    assert any("soonish" in told for told in held.asker.told)


def test_a_framework_asks_which_part_and_how(whole: Interview, hold: Any) -> None:
    held = hold(whole, {"frameworks/1/framework": "pcf-2018", "frameworks/1/statement": "6", "setting": "2"})
    linked = [key for key in held.asker.asked if key.startswith("frameworks")]
    assert linked == [f"frameworks/{end}" for end in ("1/framework", "1/statement", "1/how", "2/framework")]
    assert held.answers["frameworks/1/statement"] == "§6"


@pytest.mark.parametrize(
    ("group", "field"),
    [
        ("learning-points", "text"),
        ("action-points", "what"),
        ("frameworks", "framework"),
    ],
)
def test_clearing_an_item_never_hides_a_later_one(whole: Interview, group: str, field: str) -> None:
    said = {"framework": "pcf-2018"}.get(field, "words")
    answers: dict[str, str | None] = {**TOLD, **{f"{group}/{n}/{field}": said for n in (1, 2, 3)}}
    answers[f"{group}/2/{field}"] = None
    keys = [prompt.key for prompt in whole.draw_up(answers)]
    assert [f"{group}/{n}/{field}" in keys for n in (1, 2, 3, 4)] == [True] * 4


def test_next_and_previous_agree_with_the_script(interview: Interview) -> None:
    script = interview.draw_up({})
    assert previous_prompt(script, "title") is None
    assert previous_prompt(script, "not there") == script[-1]
    for before, after in pairwise(script):
        assert previous_prompt(script, after.key) == before
        assert next_prompt(script, {}, before.key) == after
    assert next_prompt(script, dict.fromkeys(BARE), None) is None


def test_where_the_disk_refuses_another_folder_is_offered_and_nothing_is_lost(
    interview: Interview, hold: Any, tmp_path: Path
) -> None:
    held = hold(interview)
    draft = type(held.draft)()
    refuse = [True, True]

    def answered(key: str, text: str | None, then: str | None) -> None:
        if key == "situation" and refuse:
            refuse.pop()
            raise CircleError("the disk is full", 74)
        draft.kept.append(("answered", key, text, then))

    draft.answered = answered
    held = hold(interview, {"situation": "A visit", "elsewhere": ["", str(tmp_path)]}, draft=draft)
    assert draft.moved == [tmp_path]
    assert ("answered", "situation", "A visit", "what-worked") in draft.kept
    assert held.asker.asked[:4] == ["title", "situation", "elsewhere", "elsewhere"]


def test_who_has_no_other_folder_is_shown_every_word(interview: Interview, hold: Any) -> None:
    before = hold(interview)
    draft = type(before.draft)()

    def refuse(*_: object) -> None:
        raise CircleError("the disk is full", 74)

    draft.left = refuse
    asker = type(before.asker)({"title": ["Tea"], "situation": [(Move.BACK, "A visit")], "elsewhere": [Move.PAUSE]})
    with pytest.raises(CircleError, match="the disk is full"):
        Run(interview, asker, draft, {}, {}, lambda: 0.0).go(None)
    assert "Tea" in asker.told[-1]
    assert "A visit" in asker.told[-1]


def test_all_eight_ids_are_asked(interview: Interview) -> None:
    assert tuple(p.key for p in interview.draw_up({}) if p.question) == QUESTIONS
