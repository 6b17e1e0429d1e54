"""What is asked to prepare a session, and what is asked again when it is prepared once more: without a terminal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_plan, decompose_plan
from circle_cli.interview.script.before.choosing import suggested
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.session.record import Gathered, Plan, Session
from circle_cli.vocabulary import Focus, Mode, Status

DAY = date(2026, 11, 23)
PEOPLE = "Sam, Jo, Cy, Dee, Ade, Bea"
Hold = Callable[..., Any]
LATER: dict[str, Any] = {"company": "1"}


@pytest.fixture
def preparation(guidance: Guidance) -> Preparation:
    return Preparation(guidance=guidance, today=DAY)


def planned(preparation: Preparation, answers: dict[str, str | None]) -> Session:
    return compose_plan(preparation, answers, new_session("2026-11-23-k3f9", DAY, Mode.INDIVIDUAL))


def prompts(held: Any) -> dict[str, Any]:
    return {screen.prompt.key: screen.prompt for screen in held.asker.screens}


@pytest.mark.parametrize(
    ("people", "involved", "learning", "fits"),
    [
        ("one", "no", "no", Mode.INDIVIDUAL),
        ("some", "no", "no", Mode.GROUP),
        ("one", "yes", "no", Mode.COLLABORATIVE),
        ("many", "yes", "yes", Mode.COLLABORATIVE),
        ("many", "no", "no", Mode.TRAINING),
        ("some", "no", "yes", Mode.GROUP),
    ],
)
def test_short_questions_find_the_way_that_fits(people: str, involved: str, learning: str, fits: Mode) -> None:
    said = {"choose/people": people, "choose/involved": involved, "choose/learning": learning}
    assert suggested(said) is fits


def test_what_seems_to_fit_is_offered_and_another_can_be_taken(preparation: Preparation, hold: Hold) -> None:
    three = {"mode": "help", "choose/people": "2", "choose/involved": "2", "choose/learning": "2"}
    held = hold(preparation, {**three, "facilitator": "Jo", "people": PEOPLE})
    assert prompts(held)["mode-suggested"].ask == "This seems to fit: In a group"
    assert preparation.chosen(held.answers) is Mode.GROUP
    other = hold(preparation, {**three, "mode-suggested": "1"})
    assert preparation.chosen(other.answers) is Mode.INDIVIDUAL


def test_until_a_way_is_chosen_nothing_else_is_asked(preparation: Preparation, hold: Hold) -> None:
    held = hold(preparation, {"mode": ["", Move.SKIP, Move.PAUSE]})
    assert held.paused
    assert set(held.asker.asked) == {"mode"}
    assert held.asker.told.count("Please choose one; the last helps you to find it.") == 2


@pytest.mark.parametrize("mode", Mode)
def test_each_way_shows_what_to_bear_in_mind_its_own_choices_and_every_one_of_its_checks(
    preparation: Preparation, hold: Hold, mode: Mode
) -> None:
    page = next(page for page in preparation.guidance.modes if page.id == mode)
    said = {"facilitator": "Jo", "people": PEOPLE, "groups": "2"}
    asked = prompts(hold(replace(preparation, mode=mode), said))
    assert asked["considered"].remark == tuple(f"- {each}" for each in page.considerations)
    assert tuple(option.value for option in asked["focus"].options) == page.focus
    assert [key for key in asked if key.startswith("ready/")] == [f"ready/{check.id}" for check in page.readiness]


@pytest.mark.parametrize("mode", [Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING])
def test_who_facilitates_can_stay_open_and_it_is_said_why_somebody_has_to(
    preparation: Preparation, hold: Hold, mode: Mode
) -> None:
    held = hold(replace(preparation, mode=mode), {"facilitator": ["Jo and Cy", ""]})
    kind = "With others, somebody facilitates: plans, guides, sees that all take part."
    assert f"Left open. {kind} It has to be settled before you begin." in held.asker.left_open
    assert held.paused is None
    assert any(said.startswith("Please type one name: whoever leads") for said in held.asker.told)


def test_only_with_those_involved_a_check_says_that_it_has_to_hold(preparation: Preparation, hold: Hold) -> None:
    for mode in (Mode.GROUP, Mode.COLLABORATIVE):
        page = next(page for page in preparation.guidance.modes if page.id == mode)
        asked = prompts(hold(replace(preparation, mode=mode), {"facilitator": "Jo", "people": PEOPLE}))
        must = {key for key in asked if key.startswith("ready/") and "to protect people" in " ".join(asked[key].remark)}
        needed = {f"ready/{check.id}" for check in page.readiness if check.required}
        assert must == (needed if mode is Mode.COLLABORATIVE else set())


def test_whoever_plans_the_opening_sees_what_is_said_there(preparation: Preparation, hold: Hold) -> None:
    for mode in (Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING):
        asked = prompts(hold(replace(preparation, mode=mode), {"facilitator": "Jo", "people": PEOPLE}))
        assert asked["ready/opening"].remark == tuple(f"- {each}" for each in preparation.guidance.running.opening)


def test_a_time_said_with_the_day_is_not_asked_for_again(preparation: Preparation, hold: Hold) -> None:
    held = hold(preparation, {"mode": "2", "date": "tomorrow 2pm", "place": "Room 2", "people": PEOPLE})
    assert "at" not in held.asker.asked
    assert "Tuesday 24 November 2026, 14:00." in held.asker.told
    session = planned(preparation, held.answers)
    assert (session.date, session.plan) == (date(2026, 11, 24), Plan(at="14:00", minutes=60, place="Room 2"))


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("move", [Move.NEXT, Move.SKIP])
def test_all_of_it_can_be_left_open(preparation: Preparation, hold: Hold, mode: Mode, move: Move) -> None:
    """Enter goes on at every prompt; the day is then open, and not today."""
    script = replace(preparation, mode=mode)
    every = {prompt.key for prompt in script.draw_up({})}
    held = hold(script, dict.fromkeys(every, move) if move is Move.SKIP else {})
    assert held.paused is None
    session = planned(script, held.answers)
    assert session.plan is not None and session.plan.undated
    again = replace(script, settled=decompose_plan(session))
    dated = planned(again, {**again.settled, "date": "2026-12-04"})
    assert dated.date == date(2026, 12, 4)
    assert not (dated.plan and dated.plan.undated)


def test_people_with_lived_experience_are_asked_what_they_would_like_before_any_role(
    preparation: Preparation, hold: Hold
) -> None:
    said = {
        "people": "Sam, Jo, Mrs Vale",
        "facilitator": "Lee",
        "wishes": "Mrs Vale: to tell it herself; her son: to listen",
    }
    held = hold(replace(preparation, mode=Mode.COLLABORATIVE), said)
    roles = [key for key in held.asker.asked if key.startswith("roles of")]
    order = [held.asker.asked.index(key) for key in ("people", "wishes", "presenting", *roles)]
    assert order == sorted(order)
    session = planned(replace(preparation, mode=Mode.COLLABORATIVE), held.answers)
    assert session.plan and session.plan.wishes == ("Mrs Vale: to tell it herself", "her son: to listen")
    assert session.roles["encourager"] == ("Sam", "Jo", "Mrs Vale")


def test_a_session_may_go_past_midnight(preparation: Preparation, hold: Hold) -> None:
    said = {**LATER, "mode": "1", "date": "31 Dec", "at": "23:30", "minutes": ["for ever", "1h30"]}
    held = hold(preparation, said)
    assert "From 23:30 to 01:00, the next day." in held.asker.told
    session = planned(preparation, held.answers)
    assert (session.date, session.plan) == (date(2026, 12, 31), Plan(at="23:30", minutes=90))


def test_a_plan_holds_what_was_settled_and_what_was_not_stays_open(preparation: Preparation, hold: Hold) -> None:
    said = {
        "mode": "2",
        "title": "The lunch",
        "situation": "A lunch for everybody.",
        "focus": "A theme",
        "date": "next friday",
        "facilitator": "jo",
        "people": PEOPLE,
        "presenting": "bea",
        "gathered/1/by": "her daughter",
        "gathered/1/text": "She slept that night.",
        "ready/time": "1",
        "ready/cards": "2",
    }
    session = planned(preparation, hold(preparation, said).answers)
    assert (session.status, session.mode, session.date) == (Status.PLANNED, Mode.GROUP, date(2026, 12, 4))
    assert (session.focus, session.facilitator) == (Focus.THEME, "Jo")
    assert session.roles["presenter"] == ("Bea",)
    assert session.gathered == (Gathered(by="her daughter", text="She slept that night."),)
    assert session.plan == Plan(minutes=60, ready=("time",))
    assert session.answers == {"situation": "A lunch for everybody."}


def test_when_somebody_else_presents_the_roles_are_agreed_anew(preparation: Preparation, hold: Hold) -> None:
    said = {"mode": "2", "facilitator": "Jo", "people": PEOPLE, "presenting": ["Sam", "Cy"], "gathered/1/by": Move.BACK}
    key = next(key for key in hold(preparation, dict(said)).asker.asked if key.startswith("roles of"))
    held = hold(preparation, {**said, key: ["1", Move.BACK]})
    assert planned(preparation, held.answers).roles["presenter"] == ("Cy",)


def test_evidence_is_thought_of_beforehand_and_how_it_shows_is_left_for_the_session(
    preparation: Preparation, hold: Hold
) -> None:
    said = {**LATER, "mode": "1", "frameworks/1/framework": "pcf-2018", "frameworks/1/statement": "6"}
    held = hold(preparation, said)
    assert prompts(held)["frameworks/1/framework"].ask.startswith("Will it be evidence")
    assert [key for key in held.asker.asked if key.startswith("frameworks/1")] == [
        "frameworks/1/framework",
        "frameworks/1/statement",
    ]
    (link,) = planned(preparation, held.answers).frameworks
    assert (link.framework, link.statement, link.how) == ("pcf-2018", "6", None)


@pytest.mark.parametrize("mode", [Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING])
def test_a_session_with_others_can_be_evidence_too_for_whoever_says_so(
    preparation: Preparation, hold: Hold, mode: Mode
) -> None:
    said = {"people": PEOPLE, "groups": "2", "frameworks/1/framework": "pcf-2018", "frameworks/1/statement": "6"}
    script = replace(preparation, mode=mode)
    assert "frameworks/1/framework" not in hold(script, dict(said)).asker.asked
    held = hold(script, {**said, "considered": "2"})
    (link,) = planned(script, held.answers).frameworks
    assert (link.framework, link.statement) == ("pcf-2018", "6")


def test_one_group_is_offered_to_be_a_group_session(preparation: Preparation, hold: Hold) -> None:
    training = replace(preparation, mode=Mode.TRAINING)
    held = hold(training, {"people": "Sam, Jo, Cy", "groups": "1", "one-group": "1", "presenting": "Cy"})
    assert training.chosen(held.answers) is Mode.GROUP
    assert not training.of_several_groups(held.answers)
    session = planned(training, held.answers)
    assert (session.mode, session.roles["presenter"]) == (Mode.GROUP, ("Cy",))
    stays = hold(training, {"people": "Sam, Jo, Cy", "groups": "1", "one-group": "2"})
    assert training.of_several_groups(stays.answers)


@pytest.fixture
def again(preparation: Preparation) -> Preparation:
    """A group session that is planned, to be prepared once more."""
    session = replace(
        new_session("2026-11-23-k3f9", date(2026, 12, 4), Mode.GROUP),
        title="The lunch",
        status=Status.PLANNED,
        focus=Focus.THEME,
        roles={"presenter": ("Bea",), "questioner": ("Jo",), "recorder": ("Sam",), "encourager": ("Cy", "Dee", "Ade")},
        facilitator="Jo",
        plan=Plan(minutes=60, ready=("facilitator", "time")),
        gathered=(Gathered(by="her daughter", text="She slept that night."),),
        answers={"situation": "A lunch for everybody."},
    )
    return replace(preparation, mode=Mode.GROUP, settled=decompose_plan(session))


def test_what_is_settled_is_shown_and_only_what_is_open_is_asked(again: Preparation, hold: Hold) -> None:
    held = hold(again)
    assert held.asker.asked == ["again", "at", "place", "gathered/2/by", "ready/presenter", "ready/roles",
                                "ready/privacy", "ready/cards", "ready/opening"]  # fmt: skip
    assert held.asker.screens[0].prompt.remark == (
        "- The name: The lunch",
        "- The situation: A lunch for everybody.",
        "- What you will look at: A theme",
        "- Day, time and place: Friday 4 December 2026, 60 minutes",
        "- People and roles: Bea, Jo, Sam, Cy, Dee, Ade; Jo facilitates; Bea presents",
        "- What people said beforehand: her daughter",
        "- What was ticked: 2 of 7",
    )


def test_what_is_settled_stands_there_to_be_changed_where_it_is_wished(again: Preparation, hold: Hold) -> None:
    held = hold(again, {"again": "4, what was", "date": "11 Dec", "minutes": "", "ready/time": "1"})
    assert held.asker.found[:4] == [("again", ""), ("date", "2026-12-04"), ("at", ""), ("minutes", "60")]
    merged = {**again.settled, **held.answers}
    session = planned(again, merged)
    assert (session.date, session.plan) == (
        date(2026, 12, 11),
        Plan(ready=("time",)),
    )  # what is not said anew is not ticked
    [ticked] = [screen.prompt for screen in held.asker.screens if screen.prompt.key == "ready/facilitator"]
    assert ticked.remark == ("Last time: Yes",)
    assert session.title == "The lunch"


def test_the_roles_that_were_agreed_are_proposed_again(again: Preparation, hold: Hold) -> None:
    held = hold(again, {"again": "people", "people": f"{PEOPLE}, Kit"})
    roles = planned(again, {**again.settled, **held.answers}).roles
    assert (roles["presenter"], roles["questioner"]) == (("Bea",), ("Jo",))
    assert "Kit" in roles["encourager"]
