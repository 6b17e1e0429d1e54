"""Roles: everybody has one, turns go round, and what is agreed reads back."""

from hypothesis import given
from hypothesis import strategies as st

from circle_cli.interview.answers.people import ROLES_AS_TEXT
from circle_cli.interview.script.dealing import deal, doubled, split_evenly, without_role
from circle_cli.vocabulary import Mode, Role

names = st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=2, max_size=9, unique_by=str.casefold)
modes = st.sampled_from([Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING])


@given(names, modes, st.data())
def test_nobody_is_without_a_role_and_no_role_without_somebody(
    people: list[str], mode: Mode, data: st.DataObject
) -> None:
    facilitator = data.draw(st.sampled_from([*people, "Somebody from outside"]))
    roles = deal(people, facilitator, mode, {})
    assert without_role(people, roles) == ()
    assert tuple(roles) == tuple(Role)
    assert all(roles[role] for role in Role)
    assert {name for holders in roles.values() for name in holders} <= set(people)


@given(names, modes)
def test_the_presenter_neither_asks_nor_praises_their_own_practice(people: list[str], mode: Mode) -> None:
    roles = deal(people, people[0], mode, {})
    (presenter,) = roles["presenter"]
    assert presenter not in roles["questioner"]
    assert presenter not in roles["encourager"]


def test_the_facilitator_asks_and_with_those_involved_keeps_the_bounds_too() -> None:
    people = ["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"]
    assert deal(people, "Jo", Mode.GROUP, {})["questioner"] == ("Jo",)
    assert "Jo" not in deal(people, "Jo", Mode.GROUP, {})["boundary-setter"]
    together = deal(people, "Jo", Mode.COLLABORATIVE, {})
    assert (together["questioner"], together["boundary-setter"]) == (("Jo",), ("Jo",))


def test_several_can_encourage_and_with_few_people_somebody_doubles() -> None:
    assert deal(["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"], "Jo", Mode.GROUP, {})["encourager"] == ("Ade", "Bea")
    assert doubled(deal(["Sam", "Jo", "Cy", "Dee", "Ade"], "Jo", Mode.GROUP, {})) == ()
    two = deal(["Sam", "Jo"], "Jo", Mode.GROUP, {})
    assert two["presenter"] == ("Sam",)
    assert doubled(two) == ("Jo",)


def test_whoever_had_a_role_least_often_has_the_next_turn() -> None:
    people = ["Sam", "Jo", "Cy", "Dee", "Ade"]
    turns = {"sam": {"presenter": 2}, "cy": {"presenter": 1, "recorder": 1}, "dee": {"presenter": 1}, "ade": {}}
    roles = deal(people, "Jo", Mode.GROUP, turns)
    assert roles["presenter"] == ("Ade",)
    assert roles["recorder"] == ("Sam",)


def test_turns_go_round_until_everybody_has_presented() -> None:
    people = ["Sam", "Jo", "Cy", "Dee"]
    turns: dict[str, dict[str, int]] = {}
    presented = []
    for _ in people:
        roles = deal(people, "", Mode.GROUP, turns)
        presented += roles["presenter"]
        for role, holders in roles.items():
            for name in holders:
                had = turns.setdefault(name.casefold(), {})
                had[role] = had.get(role, 0) + 1
    assert sorted(presented) == sorted(people)


@given(names, modes)
def test_agreed_roles_read_back(people: list[str], mode: Mode) -> None:
    roles = deal(people, people[0], mode, {})
    assert ROLES_AS_TEXT.read(ROLES_AS_TEXT.write(roles)) == roles


@given(names, st.integers(1, 5))
def test_people_are_split_evenly_and_nobody_is_lost(people: list[str], groups: int) -> None:
    split = split_evenly(people, groups)
    sizes = [len(group) for group in split]
    assert sorted(name for group in split for name in group) == sorted(people)
    assert max(sizes) - min(sizes) <= 1
