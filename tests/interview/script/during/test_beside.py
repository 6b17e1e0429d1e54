"""What is asked beside the answers: what a safety worry needs, and which frameworks and outcomes it shows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import ActionPoint
from circle_cli.vocabulary import Setting


def test_safeguarding_asks_for_the_day_only_if_something_needs_raising(interview: Interview, hold: Any) -> None:
    assert "safeguarding/on" not in hold(interview, {"safeguarding/raised": "1"}).asker.asked
    held = hold(interview, {"safeguarding/raised": "yes", "safeguarding/on": "tomorrow"})
    assert held.answers["safeguarding/on"] == "2026-11-24"
    asked = next(screen.prompt for screen in held.asker.screens if screen.prompt.key == "safeguarding/on")
    assert "raise it there" in " ".join(asked.remark)


def test_a_safety_worry_that_needs_raising_may_need_something_done_too(interview: Interview, hold: Any) -> None:
    said = {"safeguarding/raised": "yes", "safeguarding/action": "Ring the duty worker"}
    held = hold(interview, said)
    assert held.asker.asked.index("safeguarding/action") == held.asker.asked.index("safeguarding/on") + 1
    base = new_session("2026-11-23-k3f9", interview.day, interview.mode)
    made = compose(interview, held.answers, base)
    assert made.action_points == (ActionPoint(id=1, what="Ring the duty worker", who="me"),)
    assert compose(interview, {**decompose(made), "safeguarding/action": "Ring the duty worker"}, made) == made
    assert "safeguarding/action" not in hold(interview, answers=decompose(made)).asker.asked


@pytest.mark.parametrize("raised", ["1", ""])
def test_whoever_says_no_is_asked_no_more_and_reminded_at_the_actions(
    interview: Interview, hold: Any, raised: str
) -> None:
    held = hold(interview, {"safety": "She sleeps at night, all of it.", "safeguarding/raised": raised})
    assert not {"safeguarding/on", "safeguarding/action"} & set(held.asker.asked)
    remarks = {screen.prompt.key: screen.prompt.remark for screen in held.asker.screens}
    assert remarks["actions"] == ("Does anything that you wrote about safety need to go in here?",)
    assert "actions" not in {key for key, remark in remarks.items() if remark == remarks["actions"]} - {"actions"}
    unsaid = {screen.prompt.key: screen.prompt.remark for screen in hold(interview).asker.screens}
    assert unsaid["actions"] == ()


def test_what_is_still_to_be_done_for_safety_is_offered_among_the_actions(interview: Interview) -> None:
    answers = {"safety": "Keep calm was what I did. I will ring the school on Friday.", "actions": "I will ask Jo."}
    script = replace(interview, saved=True, adding=(Addition.ACTIONS,)).draw_up(answers)
    labels = [option.label for prompt in script for option in prompt.options]
    assert labels == ["Ask Jo", "Ring the school, by Friday 27 November 2026"]


def frameworks(interview: Interview, answers: Mapping[str, str | None] = MappingProxyType({})) -> list[str]:
    script = replace(interview, adding=(Addition.FRAMEWORKS,)).draw_up(answers)
    [prompt] = [prompt for prompt in script if prompt.key == "frameworks/1/framework"] or [None]
    return [option.value for option in prompt.options] if prompt else []


def test_only_frameworks_in_force_on_the_day_of_the_session_are_offered(interview: Interview) -> None:
    assert "kss-child-family" in frameworks(replace(interview, day=date(2027, 3, 31)))
    assert "kss-child-family" not in frameworks(replace(interview, day=date(2027, 4, 1)))
    # going on later with a session changes nothing
    assert "kss-child-family" in frameworks(replace(interview, today=date(2028, 1, 1)))


ADULTS, CHILDREN, ALL = "kss-adults", ["kss-child-family-supervisors", "kss-child-family"], "pcf-2018"


@pytest.mark.parametrize(
    ("services", "said", "order"),
    [
        (None, None, [ADULTS, *CHILDREN, ALL]),
        (Setting.BOTH, None, [ADULTS, *CHILDREN, ALL]),
        (Setting.CHILDREN, None, [*CHILDREN, ALL, ADULTS]),
        (Setting.ADULTS, None, [ADULTS, ALL, *CHILDREN]),
        (Setting.ADULTS, "children", [*CHILDREN, ALL, ADULTS]),
    ],
)
def test_the_frameworks_of_ones_own_services_come_first(
    interview: Interview, services: Setting | None, said: str | None, order: list[str]
) -> None:
    assert frameworks(replace(interview, services=services), {"setting": said}) == ["", *order]


def test_learning_outcomes_are_typed_in_a_line_beside_those_that_are_there(whole: Interview, hold: Any) -> None:
    base = replace(new_session("2026-11-23-k3f9", whole.day, whole.mode), learning_outcomes=("LO1, a; b",))
    adding = replace(whole, saved=True, adding=(Addition.FRAMEWORKS,), outcomes=base.learning_outcomes)
    held = hold(adding, {"learning-outcomes": "Unit 2: listen, and wait; LO3;LO1"}, answers=decompose(base))
    assert "There already: LO1, a; b." in held.asker.screens[-1].prompt.remark
    made = compose(adding, held.answers, base)
    assert made.learning_outcomes == ("LO1, a; b", "Unit 2: listen, and wait", "LO3", "LO1")
    assert compose(adding, held.answers, made) == made
    assert compose(adding, hold(adding, answers=decompose(made)).answers, made) == made


def test_where_no_framework_is_in_force_nobody_is_asked(interview: Interview) -> None:
    bare = replace(interview, guidance=replace(interview.guidance, frameworks=()))
    assert frameworks(bare) == []
