"""Numbers from 1 to 10: of those who are not there, as told or imagined; and how much each learning point matters."""

from dataclasses import replace
from typing import Any

import pytest

from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.answers.during import SCALES, in_their_places
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import LearningPoint, Score, Session
from circle_cli.vocabulary import Mode, Scope, View

HOW_MUCH = "how-much-points-matter"


@pytest.mark.parametrize(
    ("typed", "scores"),
    [
        ("8, Maria 9 told, Jaydn 7 imagined", [("presenter", 8, None), ("Maria", 9, "told"), ("Jaydn", 7, "imagined")]),
        ("Maria (told) 9; Jaydn: 7 (imagined)", [("Maria", 9, "told"), ("Jaydn", 7, "imagined")]),
        ("9 for Maria as told and I imagine 7 for Jaydn", [("Maria", 9, "told"), ("Jaydn", 7, "imagined")]),
        ("Maria told me 9, 7 as I imagine it for her gran", [("Maria", 9, "told"), ("her gran", 7, "imagined")]),
        ("her gran 7, as told", [("her gran", 7, "told")]),
        ("Tolden 7, Maria 8", [("Tolden", 7, None), ("Maria", 8, None)]),
    ],
)
def test_a_number_of_somebody_who_is_not_there_is_told_or_imagined(typed: str, scores: list[Any]) -> None:
    notation = SCALES["safety"].notation
    read = [tuple(each) for each in notation.read(typed)]
    assert read == scores
    assert [tuple(each) for each in notation.read(notation.write(notation.read(typed)))] == scores


def test_it_is_asked_of_those_alone_who_were_not_there(interview: Interview, hold: Any) -> None:
    scales = replace(interview, saved=True, adding=(Addition.SCALES,), mode=Mode.GROUP)
    known = {"safety": "She slept.", "people": "Sam, Jo"}
    held = hold(scales, {"scales/safety": "8, jo 7, Maria 9, Kit 6 told"}, answers=known)
    [told] = held.asker.told
    assert told.startswith("Kept: Maria 9. To say whether") and told.endswith("goes back: Maria 9 told.")
    assert hold(scales, {"scales/safety": "8, Kit 6 imagined"}, answers=known).asker.told == []


def test_a_session_keeps_how_a_number_came_in_and_a_second_saving_adds_nothing(whole: Interview) -> None:
    base = new_session("2026-11-23-k3f9", whole.day, whole.mode)
    answers = {"safety": "She slept.", "scales/safety": "Maria 9 told"}
    made = compose(whole, answers, base)
    asked = next(question.scaling for question in whole.questions if question.id == "safety")
    assert made.scaling == (Score(question="safety", asked=asked or "", by="Maria", score=9, view=View.TOLD),)
    assert compose(whole, {**decompose(made), **answers}, made) == made


def test_how_much_a_point_matters_is_asked_once_the_points_are_there(whole: Interview, hold: Any) -> None:
    points = replace(whole, saved=True, adding=(Addition.LEARNING_POINTS,))
    assert HOW_MUCH not in hold(points).asker.asked
    said = {"learning-points/1/text": "Ask.", "learning-points/2/text": "Wait.", HOW_MUCH: ["1: 8, 2: 11", "8 6"]}
    held = hold(points, said)
    assert held.asker.asked[-2:] == [HOW_MUCH] * 2
    [*_, prompt] = [screen.prompt for screen in held.asker.screens]
    assert prompt.remark[:2] == ("1: Ask.", "2: Wait.")
    assert prompt.ask.startswith(next(page.scaling or "" for page in whole.questions if page.id == "learning"))
    assert "Kept: 8 for “Ask.”\nKept: 6 for “Wait.”" in held.asker.told
    made = compose(points, held.answers, new_session("2026-11-23-k3f9", whole.day, whole.mode))
    assert [(each.text, each.matters) for each in made.learning_points] == [("Ask.", 8), ("Wait.", 6)]
    assert made.scaling == ()


@pytest.mark.parametrize("company", [{}, {"people": "Sam, Jo"}])
def test_question_seven_has_no_scale_before_there_is_a_point(interview: Interview, company: dict[str, str]) -> None:
    mode = Mode.GROUP if company else Mode.INDIVIDUAL
    answers = {**dict.fromkeys(QUESTIONS, "Tea."), **company}
    asked = {prompt.key for prompt in replace(interview, mode=mode, adding=(Addition.SCALES,)).draw_up(answers)}
    assert asked.isdisjoint({"scales/learning", "scores/learning"})
    assert {"scales/safety"} <= asked


@pytest.mark.parametrize(
    ("typed", "matters"),
    [("2: 6", [None, 6]), ("1=9; 2 = 10", [9, 10]), ("9, 10", [9, 10]), ("", [None, None])],
)
def test_each_is_named_by_its_place_or_all_are_given_in_order(
    whole: Interview, hold: Any, typed: str, matters: list[Any]
) -> None:
    points = replace(whole, saved=True, adding=(Addition.LEARNING_POINTS,))
    held = hold(points, {"learning-points/1/text": "Ask.", "learning-points/2/text": "Wait.", HOW_MUCH: typed})
    made = compose(points, held.answers, new_session("2026-11-23-k3f9", whole.day, whole.mode))
    assert [each.matters for each in made.learning_points] == matters


@pytest.mark.parametrize("typed", ["8", "8 6 7", "3: 8", "1: 0", "1: 11", "much", "1: 8, much", "0 1"])
def test_what_says_not_how_much_is_asked_again(whole: Interview, hold: Any, typed: str) -> None:
    points = replace(whole, saved=True, adding=(Addition.LEARNING_POINTS,))
    said = {"learning-points/1/text": "Ask.", "learning-points/2/text": "Wait.", HOW_MUCH: [typed, ""]}
    assert "Please type a number from 1 to 10 for each point, such as 1: 8, 2: 6." in hold(points, said).asker.told


def learnt(*points: LearningPoint, of: Interview) -> Session:
    return replace(new_session("2026-11-23-k3f9", of.day, of.mode), learning_points=points)


def test_the_numbers_stay_with_their_points_where_somebody_else_added_one_meanwhile(whole: Interview) -> None:
    one = LearningPoint(id=1, text="Ask.", scope=Scope.GENERAL)
    before, theirs = learnt(one, of=whole), learnt(one, LearningPoint(id=2, text="Theirs."), of=whole)
    start = decompose(before)
    ours = {**start, "learning-points/2/text": "Wait.", HOW_MUCH: "1: 8, 2: 6"}
    made = compose(whole, merge(in_their_places(ours), start, decompose(theirs)), theirs)
    found = {each.text: each.matters for each in made.learning_points}
    assert found == {"Ask.": 8, "Theirs.": None, "Wait.": 6}


def test_points_that_have_their_numbers_are_not_asked_about_again(whole: Interview, hold: Any) -> None:
    base = learnt(LearningPoint(id=3, text="Ask.", scope=Scope.GENERAL, matters=8), of=whole)
    points = replace(whole, saved=True, adding=(Addition.LEARNING_POINTS,), points=1)
    assert HOW_MUCH not in hold(points, answers=decompose(base)).asker.asked
    held = hold(points, {"learning-points/2/text": "Wait.", HOW_MUCH: "2: 6"}, answers=decompose(base))
    assert held.asker.screens[-1].prompt.remark[:2] == ("1: Ask. (8 so far)", "2: Wait.")
    assert [each.matters for each in compose(points, held.answers, base).learning_points] == [8, 6]


def test_what_an_earlier_draft_said_of_question_seven_stays_with_the_question(whole: Interview) -> None:
    base = new_session("2026-11-23-k3f9", whole.day, Mode.GROUP)
    group = replace(whole, mode=Mode.GROUP)
    answers = {"people": "Sam, Jo", "learning": "Ask.", "scales/learning": "8", "scores/learning": "Sam 9, Jo 7"}
    scores = [(each.question, each.by, each.score) for each in compose(group, answers, base).scaling]
    assert scores == [("learning", "presenter", 8), ("learning", "Sam", 9), ("learning", "Jo", 7)]


@pytest.mark.parametrize("key", ["scales/learning", "scores/learning"])
def test_what_was_being_typed_there_goes_to_the_notes(interview: Interview, hold: Any, key: str) -> None:
    held = hold(interview, halves={key: "8, or 9"})
    assert held.answers["notes"] == "- 8, or 9"
