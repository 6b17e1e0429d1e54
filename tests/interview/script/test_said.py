"""What somebody has said already is offered, and not asked again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.naming import named_after
from circle_cli.interview.script.during.adding import says_a_step
from circle_cli.interview.script.during.said import points_in, steps_in
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import ActionPoint, LearningPoint, Session
from circle_cli.vocabulary import Mode, Scope

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("I will ring the school, by Friday 4 December.", ["Ring the school, by Friday 4 December 2026"]),
        (
            "We'll bring it to the team meeting in two weeks",
            ["Bring it to the team meeting, by Monday 7 December 2026"],
        ),
        ("Sam will ask the cook next Friday.", ["Sam: Ask the cook, by Friday 4 December 2026"]),
        (
            "Zoë O'Hare is going to send the form on 1/12/2026",
            ["Zoë O'Hare: Send the form, by Tuesday 1 December 2026"],
        ),
        (
            "- ring the school\n2. Write to her gran by 3 May",
            ["Ring the school", "Write to her gran, by Monday 3 May 2027"],
        ),
        ("I think I will try to listen more.", ["Listen more"]),
        ("Friday 4 December: team meeting", ["Team meeting, by Friday 4 December 2026"]),
        ("First, I'll ask her aunt. Then we need to write it up.", ["Ask her aunt", "Write it up"]),
        ("It went well. That will do. They will see, and we may march in May.", []),
        ("Will I ring the school?", []),
        ("Yesterday I rang. Ring.", []),
        ("", []),
    ],
)
def test_steps_are_seen_as_people_write_them(text: str, steps: list[str]) -> None:
    assert [step.in_words() for step in steps_in(text, TODAY)] == steps


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("I learnt that people choose better places than we do.", ["People choose better places than we do."]),
        ("- Ask twice, and wait\n- It taught me that waiting is work", ["Ask twice, and wait", "Waiting is work"]),
        ("Why did it work? Yes. Ask first!\nAsk first!", ["Ask first!"][:0]),
        ("word " * 31, []),
    ],
)
def test_points_are_seen_as_people_write_them(text: str, points: list[str]) -> None:
    assert list(points_in(text)) == points


def adding(interview: Interview, addition: Addition, session: Session) -> Interview:
    points, actions = len(session.learning_points), len(session.action_points)
    return replace(interview, saved=True, adding=(addition,), points=points, actions=actions, mode=session.mode)


def saved(interview: Interview, **more: Any) -> Session:
    text = {
        "learning": "I learnt that waiting is work. People choose better places.",
        "actions": "I will ring the school by Friday. Sam will ask the cook.",
    }
    return replace(new_session("2026-11-23-k3f9", interview.day, Mode.INDIVIDUAL), answers=text, **more)


def test_a_ticked_sentence_stands_there_as_a_learning_point(interview: Interview, hold: Any) -> None:
    session = saved(interview)
    held = hold(
        adding(interview, Addition.LEARNING_POINTS, session),
        {
            "said/learning-points": "1, 2",
            "learning-points/1/text": "Waiting is work!",
            "learning-points/2/scope": "1",
        },
        answers=decompose(session),
    )
    assert ("learning-points/1/text", "Waiting is work.") in held.asker.found
    assert ("learning-points/3/text", "") in held.asker.found
    points = compose(interview, held.answers, session).learning_points
    assert [(each.text, each.scope) for each in points] == [
        ("Waiting is work!", None),
        ("People choose better places.", Scope.GENERAL),
    ]


def test_a_ticked_step_is_an_action_with_its_day_and_its_own_person(interview: Interview, hold: Any) -> None:
    session = saved(interview)
    held = hold(
        adding(interview, Addition.ACTIONS, session), {"said/action-points": "1, 2"}, answers=decompose(session)
    )
    assert held.asker.asked == [
        "said/action-points",
        "action-points/1/what", "action-points/1/by",
        "action-points/2/what", "action-points/2/who", "action-points/2/by",
        "action-points/3/what",
    ]  # fmt: skip
    assert compose(interview, held.answers, session).action_points == (
        ActionPoint(id=1, what="Ring the school", who="me", by=date(2026, 11, 27)),
        ActionPoint(id=2, what="Ask the cook", who="Sam"),
    )


def test_what_is_an_action_or_a_point_already_is_not_offered_again(interview: Interview, hold: Any) -> None:
    there = saved(
        interview,
        learning_points=(LearningPoint(id=1, text="Waiting is work.", scope=Scope.SPECIFIC),),
        action_points=(ActionPoint(id=4, what="Ring the school"),),
    )
    for addition, name in ((Addition.LEARNING_POINTS, "learning-points"), (Addition.ACTIONS, "action-points")):
        held = hold(adding(interview, addition, there), {f"said/{name}": "1"}, answers=decompose(there))
        [offered] = [screen.prompt for screen in held.asker.screens if screen.prompt.key == f"said/{name}"]
        assert [option.label for option in offered.options] == [
            {"learning-points": "People choose better places.", "action-points": "Sam: Ask the cook"}[name]
        ]
    assert compose(interview, held.answers, there).action_points[0].who is None


def test_with_others_everybody_is_asked_who_does_it_and_who_keeps_an_eye_on_it(interview: Interview, hold: Any) -> None:
    session = replace(saved(interview), mode=Mode.GROUP)
    held = hold(
        adding(interview, Addition.ACTIONS, session), {"action-points/1/what": "Ring"}, answers=decompose(session)
    )
    ends = [key.rpartition("/")[2] for key in held.asker.asked if key.startswith("action-points/1/")]
    assert ends == ["what", "who", "by", "tracked-by"]


def test_a_quick_session_that_says_a_step_is_told_from_one_that_says_none(quick: Interview) -> None:
    assert says_a_step(quick, {"actions": "I will ring the school."})
    assert not says_a_step(quick, {"actions": "Keep it up. Wait there again next week."}) and not says_a_step(quick, {})


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"situation": "He came down for tea again. Then he laughed."}, "He came down for tea again"),
        (
            {"situation": "Tea.", "what-worked": "- she came, and we all had some tea"},
            "She came, and we all had some tea",
        ),
        ({"situation": "Amira came down for tea. We sat by the window."}, "We sat by the window"),
        ({"what-worked": "word " * 20}, "Word word word word word word word word word word word …"),
        ({"situation": "Amira came."}, ""),
        ({}, ""),
    ],
)
def test_a_session_without_a_title_is_named_by_a_sentence_that_names_nobody(answers: Any, title: str) -> None:
    assert named_after(answers, lambda text: "Amira" not in text) == title
