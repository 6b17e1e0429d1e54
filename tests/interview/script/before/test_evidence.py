"""What of a session will be evidence: it is settled beforehand where that is known."""

from dataclasses import replace
from datetime import date
from typing import Any

from circle_cli.guidance.records import Guidance
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_plan, decompose_plan
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.vocabulary import Mode, Setting

DAY = date(2026, 11, 23)


def test_learning_outcomes_are_settled_beside_the_frameworks_and_added_where_they_are_asked_for_again(
    guidance: Guidance, hold: Any
) -> None:
    links = {"frameworks/1/framework": "2", "frameworks/1/statement": "1"}
    said: dict[str, Any] = {**links, "mode": "individual", "company": "1", "learning-outcomes": "Unit 4; LO2"}
    preparation = Preparation(guidance=guidance, today=DAY)
    new = new_session("2026-11-23-k3f9", DAY, Mode.INDIVIDUAL)
    first = compose_plan(preparation, hold(preparation, said).answers, new)
    assert first.learning_outcomes == ("Unit 4", "LO2")
    again = replace(preparation, mode=Mode.INDIVIDUAL, settled=decompose_plan(first))
    assert "learning-outcomes" not in hold(again, {}).asker.asked
    held = hold(again, {"again": "evidence", "learning-outcomes": "LO3"})
    made = compose_plan(again, {**decompose_plan(first), **held.answers}, first)
    assert made.learning_outcomes == ("Unit 4", "LO2", "LO3")


def test_the_frameworks_of_ones_own_services_come_first_there_too(guidance: Guidance) -> None:
    preparation = Preparation(guidance=guidance, today=DAY, mode=Mode.INDIVIDUAL, services=Setting.CHILDREN)
    [prompt] = [each for each in preparation.draw_up({}) if each.key == "frameworks/1/framework"]
    assert [option.value for option in prompt.options][-1] == "kss-adults"
