"""What can be added once the questions are saved: asked only where it is wanted, and typed as people type it."""

from dataclasses import replace
from typing import Any

import pytest

from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.adding import MADE_OF, Addition
from circle_cli.interview.answers.during import in_their_places
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.during.about import who_and_where
from circle_cli.interview.script.during.adding import READ, offer
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import CastEntry

ADDED = [
    "learning-points/1/text", "action-points/1/what", "people-and-places",
    "themes", "setting", "frameworks/1/framework", "learning-outcomes",
]  # fmt: skip
TOLD = dict.fromkeys(QUESTIONS, "she came and we all had some tea")


def test_what_is_added_is_asked_in_the_order_in_which_it_is_offered(whole: Interview, hold: Any) -> None:
    asked = hold(whole).asker.asked
    assert asked[asked.index("actions") + 1 :] == ADDED


def test_of_what_is_saved_only_what_is_added_is_asked(interview: Interview, hold: Any) -> None:
    for addition in Addition:
        held = hold(replace(interview, saved=True, adding=(addition,)))
        assert held.asker.asked == [key for key in ADDED if any(each.takes(key) for each in MADE_OF[addition])]
        assert not any(screen.total for screen in held.asker.screens)


def test_a_scale_is_offered_where_its_question_was_answered(interview: Interview, hold: Any) -> None:
    scales = replace(interview, saved=True, adding=(Addition.SCALES,))
    assert hold(scales).asker.asked == []
    assert hold(scales, answers={"safety": "She slept."}).asker.asked == ["scales/safety"]


@pytest.mark.parametrize(
    ("typed", "scores"),
    [
        ("8", [("presenter", 8)]),
        ("8/10", [("presenter", 8)]),
        ("me 8, her mum 9", [("presenter", 8), ("her mum", 9)]),
        ("Maria 8, Jaydn 9", [("Maria", 8), ("Jaydn", 9)]),
        ("Maria: 8; Jaydn = 10", [("Maria", 8), ("Jaydn", 10)]),
        ("8 for Maria and 9 for Jaydn", [("Maria", 8), ("Jaydn", 9)]),
        ("8 out of 10 from Maria", [("Maria", 8)]),
    ],
)
def test_scores_are_typed_in_a_line_as_people_say_them(
    whole: Interview, hold: Any, typed: str, scores: list[tuple[str, int]]
) -> None:
    held = hold(whole, {**TOLD, "scales/what-worked": typed})
    session = compose(whole, held.answers, new_session("2026-11-23-k3f9", whole.day, whole.mode))
    assert [(each.by, each.score) for each in session.scaling] == scores
    assert {each.asked for each in session.scaling} == {whole.questions[0].scaling}


@pytest.mark.parametrize(
    "typed",
    [
        "eleven",
        "11",
        "0",
        "8 how safe was it?, 3 or 4",
        "Maria",
        "Maria 8 9",
        "8 told",
        "told, Maria 8",
        "Maria told",
        "Maria 8 told and imagined",
    ],
)
def test_what_is_no_score_never_becomes_one(whole: Interview, hold: Any, typed: str) -> None:
    held = hold(whole, {**TOLD, "scales/what-worked": [typed, ""]})
    assert held.asker.told == ["Please type a number from 1 to 10, with a name if it is not yours: 8, or Maria 8."]
    assert held.answers["scales/what-worked"] is None


@pytest.mark.parametrize("name", ["nobody", "Nobody ", "NOBODY"])
def test_nobody_is_an_answer(whole: Interview, hold: Any, name: str) -> None:
    held = hold(whole, {"people-and-places": name})
    assert compose(whole, held.answers, new_session("2026-11-23-k3f9", whole.day, whole.mode)).cast == ()


def test_people_and_places_are_typed_in_a_line_as_people_type_them(whole: Interview, hold: Any) -> None:
    held = hold(whole, {"people-and-places": "Amira (Mira, Am), her gran; Larkspur Road = the street"})
    session = compose(whole, held.answers, new_session("2026-11-23-k3f9", whole.day, whole.mode))
    assert session.cast == (
        CastEntry(name="Amira", also=("Mira", "Am")),
        CastEntry(name="her gran"),
        CastEntry(name="Larkspur Road", say="the street"),
    )
    kept = "Kept: Amira, also Mira or Am; her gran; Larkspur Road, said as “the street”."
    assert held.asker.told == [kept]


def test_names_that_were_seen_stand_there_with_what_to_say_instead(whole: Interview, hold: Any) -> None:
    seen = (CastEntry(name="Amira", say="somebody"), CastEntry(name="Larkspur Road", say="the street"))
    held = hold(replace(whole, seen=seen), {"people-and-places": "amira (Mira), Elm School"})
    assert ("people-and-places", "Amira = somebody, Larkspur Road = the street") in held.asker.found
    assert held.answers["people-and-places"] == "amira (Mira) = somebody, Elm School"
    told = "It begins with what may be names in what you wrote: change it as you like."
    assert [told in who_and_where({}, each).remark for each in (seen, ())] == [True, False]


def test_who_is_there_already_is_not_proposed_again_and_takes_more_names(whole: Interview, hold: Any) -> None:
    base = replace(
        new_session("2026-11-23-k3f9", whole.day, whole.mode),
        cast=(CastEntry(name="Amira", also=("Mira",), say="the girl"), CastEntry(name="Elm School")),
    )
    adding = replace(whole, saved=True, adding=(Addition.PEOPLE,), seen=(CastEntry(name="Amira", say="somebody"),))
    held = hold(adding, {"people-and-places": "Amira (Am), her gran"}, answers=decompose(base))
    assert held.asker.found == [("people-and-places", "")]
    assert "There already: Amira, Elm School." in held.asker.screens[0].prompt.remark
    assert compose(adding, held.answers, base).cast == (
        CastEntry(name="Amira", also=("Mira", "Am"), say="the girl"),
        CastEntry(name="Elm School"),
        CastEntry(name="her gran"),
    )


def test_an_answer_is_changed_where_it_stands_and_both_texts_stay_where_the_file_was_changed_too(
    interview: Interview, hold: Any
) -> None:
    base = replace(new_session("2026-11-23-k3f9", interview.day, interview.mode), answers={"situation": "A visit."})
    start = decompose(base)
    held = hold(
        replace(interview, saved=True, adding=(Addition.CHANGE,)),
        {"changed/which": "1", "changed/text": "A visit, and tea."},
        answers=start,
    )
    assert held.asker.found == [("changed/which", ""), ("changed/text", "A visit.")]
    changed = in_their_places(held.answers)
    assert compose(interview, merge(changed, start, start), base).answers == {"situation": "A visit, and tea."}
    theirs = replace(base, answers={"situation": "Her first visit."})
    both = compose(interview, merge(changed, start, decompose(theirs)), theirs).answers["situation"]
    assert "Her first visit." in both and "A visit, and tea." in both


def test_an_answer_that_is_chosen_and_left_alone_stays(interview: Interview, hold: Any) -> None:
    base = replace(new_session("2026-11-23-k3f9", interview.day, interview.mode), answers={"situation": "A visit."})
    changing = replace(interview, saved=True, adding=(Addition.CHANGE,))
    for said in ({}, {"changed/which": "1"}, {"changed/which": "1", "changed/text": ""}):
        held = hold(changing, said, answers=decompose(base))
        merged = merge(in_their_places(held.answers), decompose(base), decompose(base))
        assert compose(interview, merged, base) == base


def test_what_is_offered_says_how_much_there_is_and_can_be_read(interview: Interview) -> None:
    answers = {**TOLD, "learning-points/1/text": "Ask.", "themes": "voice, safety", "scales/safety": "8"}
    labels = {option.value: option.label for option in offer(interview, answers).options}
    assert labels[Addition.LEARNING_POINTS] == "Learning points (1 so far)"
    assert labels[Addition.THEMES] == "Themes (2 so far)"
    assert offer(interview, answers).read("?") == READ
    assert Addition.SCALES not in {option.value for option in offer(interview, {}).options}


def test_themes_are_added_to_those_that_are_there(whole: Interview, hold: Any) -> None:
    base = replace(new_session("2026-11-23-k3f9", whole.day, whole.mode), themes=("relationships", "a walk, alone"))
    adding = replace(whole, saved=True, adding=(Addition.THEMES,), themes=base.themes)
    known = {key: text for key, text in decompose(base).items() if key != "themes"}
    held = hold(adding, {"themes": "tea, Relationships"}, answers=known)
    assert "There already: Building relationships; a walk, alone." in held.asker.screens[0].prompt.remark
    theirs = replace(base, themes=(*base.themes, "voice"))
    made = compose(adding, merge(held.answers, decompose(base), decompose(theirs)), theirs).themes
    assert made[:3] == theirs.themes and {"tea"} <= set(made)
    assert compose(adding, hold(adding, answers=known).answers, base).themes == base.themes


def test_a_theme_of_ones_own_is_said_at_once_and_a_slip_is_asked_about(whole: Interview, hold: Any) -> None:
    held = hold(whole, {"themes": "direct wrok, 1, tea"})
    assert held.asker.told == [
        "In words of your own: direct wrok, tea. They stay with this session.\n"
        "Did you mean 2, Direct work? Ctrl-B (or .back) goes back."
    ]
    assert hold(whole, {"themes": "1, direct work"}).asker.told == []
