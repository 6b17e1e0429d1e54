"""Roles: everybody has one, turns go round, and what is agreed reads back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from circle_cli.interview.answers.people import ROLES_AS_TEXT
from circle_cli.interview.script.dealing import deal, doubled, split_evenly, without_role
from circle_cli.vocabulary import Mode, Role

names = st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=2, max_size=9, unique_by=str.casefold)
modes = st.sampled_from([Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING])


@given(names, modes, st.data())
def test_nobody_is_without_a_role_and_all_but_presenting_is_somebodys(
    people: list[str], mode: Mode, data: st.DataObject
) -> None:
    facilitator = data.draw(st.sampled_from([*people, "Somebody from outside"]))
    presenter = data.draw(st.sampled_from(["", *people]))
    roles = deal(people, facilitator, mode, {}, presenter)
    assert without_role(people, roles) == ()
    assert roles.get(Role.PRESENTER, ()) == ((presenter,) if presenter else ())
    if mode is not Mode.COLLABORATIVE:
        assert set(Role) - set(roles) <= {Role.PRESENTER}
    assert {name for holders in roles.values() for name in holders} <= set(people)


@given(names, modes)
def test_the_presenter_neither_asks_nor_praises_their_own_practice(people: list[str], mode: Mode) -> None:
    presenter = people[0]
    roles = deal(people, people[0], mode, {}, presenter)
    assert presenter not in roles.get("questioner", ())
    assert presenter not in roles.get("encourager", ())


@given(names, st.data())
def test_with_those_involved_the_order_of_the_names_gives_nobody_anything(people: list[str], data: Any) -> None:
    facilitator = data.draw(st.sampled_from(people))
    otherwise = data.draw(st.permutations(people))
    one, other = (deal(each, facilitator, Mode.COLLABORATIVE, {}) for each in (people, otherwise))
    assert {role: set(names) for role, names in one.items()} == {role: set(names) for role, names in other.items()}


def test_whoever_presents_after_all_is_free_of_what_they_were_to_do() -> None:
    people, agreed = ["Sam", "Jo", "Cy", "Dee"], {"questioner": ("Jo",), "recorder": ("Cy",), "encourager": ("Dee",)}
    roles = deal(people, "Jo", Mode.GROUP, {}, "Cy", agreed)
    assert (roles["presenter"], roles["questioner"]) == (("Cy",), ("Jo",))
    assert "Cy" not in roles["recorder"]


def test_the_facilitator_asks_and_with_those_involved_keeps_the_bounds_too() -> None:
    people = ["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"]
    assert deal(people, "Jo", Mode.GROUP, {})["questioner"] == ("Jo",)
    assert "Jo" not in deal(people, "Jo", Mode.GROUP, {})["boundary-setter"]
    together = deal(people, "Jo", Mode.COLLABORATIVE, {})
    assert (together["questioner"], together["boundary-setter"]) == (("Jo",), ("Jo",))


def test_several_can_encourage_and_with_few_people_somebody_doubles() -> None:
    six = ["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"]
    assert deal(six, "Jo", Mode.GROUP, {}, "Sam")["encourager"] == ("Ade", "Bea")
    assert doubled(deal(six[:5], "Jo", Mode.GROUP, {}, "Sam")) == ()
    two = deal(["Sam", "Jo"], "Jo", Mode.GROUP, {}, "Sam")
    assert doubled(two) == ("Jo",)


def test_whoever_had_a_role_least_often_has_the_next_turn() -> None:
    people = ["Sam", "Jo", "Cy", "Dee", "Ade"]
    turns = {"cy": {"recorder": 1}, "dee": {"recorder": 1, "boundary-setter": 1}}
    roles = deal(people, "Jo", Mode.GROUP, turns, "Sam")
    assert (roles["recorder"], roles["boundary-setter"]) == (("Ade",), ("Cy",))


def test_turns_go_round_until_everybody_has_written() -> None:
    people = ["Sam", "Jo", "Cy", "Dee"]
    turns: dict[str, dict[str, int]] = {}
    wrote = []
    for _ in people:
        roles = deal(people, "", Mode.GROUP, turns)
        wrote += roles["recorder"]
        for role, holders in roles.items():
            for name in holders:
                had = turns.setdefault(name.casefold(), {})
                had[role] = had.get(role, 0) + 1
    assert sorted(wrote) == sorted(people)


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
