"""The days after a session: what is asked, what comes of it, and that a second follow-up loses nothing of the first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose_follow_up import compose_follow_up, decompose_follow_up
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.following import FollowUp, note_to_manager
from circle_cli.session.body import FOLLOW_UP_PARTS
from circle_cli.session.record import ActionPoint, LearningPoint, Observation, Session
from circle_cli.vocabulary import Mode, Scope, Status

DAY = date(2026, 11, 23)
Hold = Callable[..., Any]

SESSION = Session(
    id="2026-11-20-k3f9",
    title="The key on the hook",
    date=date(2026, 11, 20),
    mode=Mode.GROUP,
    status=Status.RECORDED,
    roles={"presenter": ("Sam",), "questioner": ("Jo",), "encourager": ("Ade",)},
    observations=(
        Observation(by="Ade", to="Sam", text="You waited."),
        Observation(by="Ade", to="Jo", text="Your second question."),
    ),
    learning_points=(LearningPoint(id=1, text="Ask where the key is.", scope=Scope.GENERAL),),
    action_points=(
        ActionPoint(id=1, what="Try it", who="Sam", by=date(2026, 12, 1), note="Begun."),
        ActionPoint(id=2, what="Ring the nurse"),
        ActionPoint(id=3, what="Rest", done=date(2026, 11, 21)),
    ),
    answers={
        "what-worked": "The story of the hook.",
        "theory": "Relationship based practice.\nAnd more.",
        "notes": "- theory: Bowlby\n- action: ring\n- research: keys",
    },
)


@pytest.fixture
def follow_up(guidance: Guidance) -> FollowUp:
    return FollowUp(guidance=guidance, session=SESSION, today=DAY)


def followed(follow_up: FollowUp, answers: dict[str, str | None]) -> Session:
    return compose_follow_up(follow_up, answers, follow_up.session)


def again(follow_up: FollowUp, hold: Hold, session: Session, said: dict[str, Any]) -> Session:
    """Follow a session up once more, as the command does."""
    start = decompose_follow_up(session)
    second = replace(follow_up, session=session, today=date(2026, 12, 2))
    return compose_follow_up(second, hold(second, said, answers=start).answers, session)


def screens(held: Any) -> dict[str, Any]:
    return {screen.prompt.key: screen.prompt for screen in held.asker.screens}


def test_everything_of_the_page_on_following_up_is_asked_for(follow_up: FollowUp, hold: Hold) -> None:
    held = hold(follow_up, {"follow-up/tell": "1", "follow-up/ways": "1"})
    assert held.asker.asked == [
        "follow-up/looked-back",
        "follow-up/summary",
        "follow-up/references",
        "follow-up/reflections",
        "follow-up/tell",
        "follow-up/manager",
        "follow-up/ways",
        "follow-up/who-shares",
        "action/1/became",
        "action/2/became",
    ]


def test_what_the_session_holds_is_there_to_look_at(follow_up: FollowUp, hold: Hold) -> None:
    asked = screens(hold(follow_up))
    assert asked["follow-up/summary"].remark == ("- Ask where the key is.",)
    assert asked["follow-up/references"].remark[:3] == (
        "- Relationship based practice.",
        "- theory: Bowlby",
        "- research: keys",
    )
    assert asked["action/1/became"].ask == "What became of this: Try it (Sam, by Tuesday 1 December 2026)?"
    assert asked["action/1/became"].remark == ("- So far: Begun.",)


def test_alone_there_is_no_presenter_to_think_of_and_one_to_one_there_is(follow_up: FollowUp, hold: Hold) -> None:
    alone = replace(SESSION, mode=Mode.INDIVIDUAL, roles={"presenter": ("Sam",)})
    assert "follow-up/tell" not in hold(replace(follow_up, session=alone)).asker.asked
    both = replace(alone, roles={"presenter": ("Sam",), "questioner": ("Jo",)})
    assert "follow-up/tell" in hold(replace(follow_up, session=both)).asker.asked


def test_the_note_to_a_manager_says_what_was_seen_in_the_presenter_and_nothing_of_the_story() -> None:
    note = note_to_manager(SESSION)
    assert "On Friday 20 November 2026 Sam brought" in note
    assert "- You waited." in note
    assert "hook" not in note and "second question" not in note
    bare = note_to_manager(replace(SESSION, observations=(), roles={}))
    assert "your colleague" in bare and "Colleagues told" not in bare


def test_what_was_said_stands_under_a_heading_each_and_the_session_is_followed_up(
    follow_up: FollowUp, hold: Hold
) -> None:
    said = {"follow-up/summary": "Ask first.", "follow-up/ways": "1, by post", "follow-up/who-shares": "Jo, in May"}
    session = followed(follow_up, hold(follow_up, said).answers)
    assert session.status is Status.FOLLOWED_UP
    assert session.answers["follow-up"] == (
        "### The main learning\n\nAsk first.\n\n### What will be shared, and how\n\nTeam meeting, by post.\nJo, in May"
    )
    assert {key: text for key, text in session.answers.items() if key != "follow-up"} == dict(SESSION.answers)


def test_what_became_of_an_action_is_added_to_its_note(follow_up: FollowUp, hold: Hold) -> None:
    said = {
        "action/1/became": "2",
        "action/1/by": ["soonish", "11 Dec"],
        "action/1/note": "She was away.",
        "action/2/became": "3",
        "action/2/note": "it did not fit here",
    }
    first, second, third = followed(follow_up, hold(follow_up, said).answers).action_points
    assert (first.done, first.by, first.note) == (None, date(2026, 12, 11), "Begun.; She was away.")
    assert (second.done, second.note) == (DAY, "Let go: it did not fit here")
    assert third == SESSION.action_points[2]


def test_an_action_nobody_spoke_of_stays_as_it_is(follow_up: FollowUp, hold: Hold) -> None:
    held = hold(follow_up, {"action/1/became": Move.SKIP})
    assert followed(follow_up, held.answers).action_points == SESSION.action_points


def test_where_the_presenter_is_asked_first_that_is_kept_and_asked_again(follow_up: FollowUp, hold: Hold) -> None:
    first = followed(follow_up, hold(follow_up, {"follow-up/tell": "2"}).answers)
    assert "The presenter will be asked first." in first.answers["follow-up"]
    assert again(follow_up, hold, first, {"follow-up/tell": [Move.SKIP]}).answers == first.answers
    second = again(follow_up, hold, first, {"follow-up/tell": "1"})
    assert "I thought that you would like to know." in second.answers["follow-up"]
    assert "asked first" not in second.answers["follow-up"]
    assert again(follow_up, hold, second, {}).answers == second.answers


def test_a_second_follow_up_asks_what_is_open_and_adds_to_what_was_decided(follow_up: FollowUp, hold: Hold) -> None:
    said = {"follow-up/summary": "Ask first.", "follow-up/ways": "1", "action/2/became": "1", "action/2/note": "Done."}
    first = followed(follow_up, hold(follow_up, said).answers)
    second = replace(follow_up, session=first)
    held = hold(second, {}, answers=decompose_follow_up(first))
    assert "follow-up/summary" not in held.asker.asked
    assert "action/2/became" not in held.asker.asked
    assert screens(held)["follow-up/ways"].remark[0] == "- So far: Team meeting."
    third = again(follow_up, hold, first, {"follow-up/ways": "1, 2", "action/1/became": "1"})
    assert third.answers["follow-up"].endswith("Team meeting.\nTeam meeting, newsletter.")
    assert third.action_points[0].note == "Begun."
    assert third.action_points[1] == first.action_points[1]


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip).filter(bool)
texts = st.lists(words | st.sampled_from(["### Mine", "### The main learning", "", "# x", "- a"]), max_size=4).map(
    lambda lines: "\n".join(lines).strip("\n")
)


@settings(max_examples=examples(80))
@given(texts, st.fixed_dictionaries({}, optional={f"follow-up/{part}": words for part in FOLLOW_UP_PARTS}))
def test_following_up_twice_loses_nothing(there: str, said: dict[str, str | None]) -> None:
    """Whatever a hand has written into the section, and whatever was said before."""
    begun = replace(SESSION, answers={**SESSION.answers, "follow-up": there})
    follow = FollowUp(guidance=load_guidance(None), session=begun, today=DAY)
    first = compose_follow_up(follow, {**decompose_follow_up(begun), **said}, begun)
    for line in (each for each in (*there.splitlines(), *said.values()) if each and not _replaced(each, there, said)):
        assert line.strip() in first.answers["follow-up"], line
    second = compose_follow_up(follow, decompose_follow_up(first), first)
    assert second == first


def _replaced(line: str, there: str, said: dict[str, str | None]) -> bool:
    """Tell whether a line stood in a part that was said anew."""
    before = decompose_follow_up(replace(SESSION, answers={"follow-up": there}))
    return any(line in (before.get(key) or "") for key in said) or (bool(said) and line.startswith("### The main"))


def test_what_a_hand_changed_meanwhile_is_kept_beside_what_was_said(follow_up: FollowUp) -> None:
    start = {"follow-up/summary": "Ask."}
    ours = {"follow-up/summary": "Ask first.", "follow-up/references": "Bowlby"}
    theirs = {"follow-up/summary": "Ask, always.", "follow-up/looked-back": "Well."}
    assert merge(ours, start, theirs) == {
        "follow-up/summary": "Ask, always.\n\nAsk first.",
        "follow-up/references": "Bowlby",
        "follow-up/looked-back": "Well.",
    }
