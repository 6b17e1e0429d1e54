"""People of a training event split into groups: evenly, as they like, and nobody lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.before import split_of
from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_event
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.before.splitting import groups_of, into_groups
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

DAY = date(2026, 11, 23)
PEOPLE = ("Ada", "Ben", "Cat", "Dan", "Eve", "Fay", "Gus")
Hold = Callable[..., Any]


@pytest.fixture
def training(guidance: Guidance) -> Preparation:
    return Preparation(guidance=guidance, today=DAY, mode=Mode.TRAINING, groups=3)


def start(**more: Any) -> dict[str, Any]:
    return {"title": "November", "facilitator": "Lee", "people": ", ".join(PEOPLE), **more}


CHANGE = {split_of(PEOPLE, 3).key: "2"}


def groups(held: Any) -> tuple[tuple[str, ...], ...]:
    return groups_of(PEOPLE, 3, held.answers)


def test_a_split_is_proposed_and_taken(training: Preparation, hold: Hold) -> None:
    held = hold(training, start())
    assert groups(held) == (("Ada", "Dan", "Gus"), ("Ben", "Eve"), ("Cat", "Fay"))
    assert "group/1" not in " ".join(held.asker.asked)


def test_it_can_be_changed_and_whoever_is_left_is_in_the_last_group(training: Preparation, hold: Hold) -> None:
    first = f"group/1 of {', '.join(PEOPLE)}"
    held = hold(training, start(**CHANGE, **{first: "Gus, ben"}))
    assert groups(held) == (("Gus", "Ben"), ("Ada", "Dan", "Fay"), ("Cat", "Eve"))
    asked = [found for found in held.asker.found if found[0].startswith("group/")]
    assert asked == [(first, "Ada, Dan, Gus"), ("group/2 of Ada, Cat, Dan, Eve, Fay", "Ada, Dan, Fay")]
    assert "Group 3: Cat, Eve." in held.asker.told


def test_a_group_has_two_people_at_least_and_leaves_some_for_the_others(training: Preparation, hold: Hold) -> None:
    first = f"group/1 of {', '.join(PEOPLE)}"
    held = hold(training, start(**CHANGE, **{first: ["Ada", "Ada, Ben, Cat, Dan", "Ada, Lee", Move.PAUSE]}))
    assert held.asker.told[-3:] == [
        "Every group needs two people at least.",
        "Every group needs two people at least; please leave some for the 2 groups after it.",
        f"Lee is not among those here ({', '.join(PEOPLE)}). Ctrl-B or .back goes back, to add them.",
    ]


def test_where_an_earlier_group_changes_the_later_ones_are_asked_anew(training: Preparation, hold: Hold) -> None:
    first, second = f"group/1 of {', '.join(PEOPLE)}", "group/2 of Ben, Cat, Eve, Fay"
    held = hold(training, start(**CHANGE, **{first: ["Ada, Dan, Gus", "Ada, Fay"], second: Move.BACK}))
    assert groups(held) == (("Ada", "Fay"), ("Ben", "Dan", "Gus"), ("Cat", "Eve"))


def test_as_many_groups_as_leave_two_in_each(training: Preparation, hold: Hold) -> None:
    held = hold(training, {**start(people="Ada, Ben, Cat, Dan"), "groups": ["3", "none", "2"]})
    assert held.asker.told.count("Please type a number from 1 to 2: every group needs two people at least.") == 2
    assert held.answers["groups"] == "2"


def made(training: Preparation, held: Any) -> tuple[Session, ...]:
    base = new_session("2026-11-23-ev2n", DAY, Mode.TRAINING)
    ids = [f"2026-11-23-gr{number}p" for number in (2, 3, 4)]
    return compose_event(training, held.answers, base, "2026-11-23-ev2n", ids)


def test_each_group_is_a_session_of_its_own_with_its_people_and_roles(training: Preparation, hold: Hold) -> None:
    sessions = made(training, hold(training, start(**{"ready/time": "1", "bringing": "cat, Dan"})))
    assert [each.title for each in sessions] == [f"November, group {number}" for number in (1, 2, 3)]
    assert [each.event and (each.event.group, each.event.groups) for each in sessions] == [(1, 3), (2, 3), (3, 3)]
    assert [each.roles.get("presenter") for each in sessions] == [("Cat",), ("Dan",), None]
    for each, group in zip(sessions, (("Cat", "Ben", "Gus"), ("Dan", "Eve"), ("Ada", "Fay")), strict=True):
        assert {name for names in each.roles.values() for name in names} == set(group)
        assert (each.facilitator, each.plan and each.plan.ready) == ("Lee", ("time",))


names = st.lists(st.text("abcdefg", min_size=1, max_size=3), min_size=2, max_size=12, unique_by=str.casefold)


@given(names, st.integers(1, 6), st.data())
def test_however_a_split_is_changed_everybody_is_in_one_group(people: list[str], wanted: int, data: Any) -> None:
    count = min(wanted, len(people) // 2)
    answers: dict[str, str | None] = {split_of(people, count).key: "change"}
    for _ in range(count - 1):
        prompt = next((each for each in into_groups(people, count, answers) if each.key not in answers), None)
        if prompt is None:
            break
        left = prompt.key.split(" of ")[1].split(", ")
        free = len(left) - 2 * (count - int(prompt.key.split(" ")[0].removeprefix("group/")))
        size = data.draw(st.integers(2, free))
        answers[prompt.key] = prompt.read(", ".join(data.draw(st.permutations(left))[:size]))
    split = groups_of(people, count, answers)
    assert len(split) == count
    assert sorted(name for group in split for name in group) == sorted(people)
    assert all(len(group) > 1 for group in split)
