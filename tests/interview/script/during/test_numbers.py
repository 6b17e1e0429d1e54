"""Numbers that a group shows to each other, and what of them is kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from composed import session_of, together

from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.script import Interview

Hold = Callable[..., Any]


def scored(session: Any) -> list[tuple[str, int, str | None]]:
    return [(score.by, score.score, score.view) for score in session.scaling]


def test_numbers_are_shown_together_and_among_many_it_is_not_kept_whose_they_are(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{"numbers/what-worked": ["7", "Sam 8, jo 11", "Sam 8, jo: 6"]}))
    assert any(said.startswith("There are 6 people and 1 numbers.") for said in held.asker.told)
    assert any(said.startswith("Together: Sam 8, Jo 6 (from 6 to 8).") for said in held.asker.told)
    [asked] = {screen.prompt.remark[-1] for screen in held.asker.screens if screen.prompt.key == "numbers/safety"}
    assert asked.endswith("Only the numbers of those here are kept, not whose they are.")
    assert scored(session_of(group, held.answers)) == [("one of the group", 6, None), ("one of the group", 8, None)]


def test_numbers_that_a_group_adds_later_are_kept_like_those_it_showed(group: Interview, hold: Hold) -> None:
    base = session_of(group, hold(group, together(safety="We felt safe enough.")).answers)
    later = replace(group, saved=True, adding=(Addition.SCALES,))
    held = hold(later, {"scales/safety": "8, jo 7, her gran 9 told"}, answers=decompose(base))
    [asked] = [screen.prompt for screen in held.asker.screens]
    assert asked.remark[-1] == "Only the numbers of those here are kept, not whose they are."
    assert scored(session_of(later, held.answers, base)) == [
        ("one of the group", 7, None), ("one of the group", 8, None), ("her gran", 9, "told")
    ]  # fmt: skip


def test_numbers_are_saved_by_name_among_few_and_that_is_said(group: Interview, hold: Hold) -> None:
    held = hold(group, {"title": "T", "people": "Sam, Jo, Cy", "facilitator": "Jo", "numbers/what-worked": "8 6 7"})
    [asked] = {screen.prompt.remark[-1] for screen in held.asker.screens if screen.prompt.key == "numbers/safety"}
    assert asked.endswith("They are kept with the names.")
    assert scored(session_of(group, held.answers)) == [("Sam", 8, None), ("Jo", 6, None), ("Cy", 7, None)]


def test_of_those_who_are_not_there_a_number_is_told_or_imagined(group: Interview, hold: Hold) -> None:
    typed = ["Sam 8, her gran 9", "Sam 8, her gran 9 told and (as imagined) the school 6, Jo 7"]
    held = hold(group, together(**{"numbers/perspectives": typed}))
    assert any("please say how you know: her gran 9 told, or her gran 9 imagined." in said for said in held.asker.told)
    assert scored(session_of(group, held.answers)) == [
        *(("one of the group", score, None) for score in (7, 8)),
        ("her gran", 9, "told"),
        ("the school", 6, "imagined"),
    ]


@pytest.mark.parametrize("typed", ["8 for Sam and 6 for Jo", "Sam: 8; Jo = 6", "sam 8 and jo 6", "8 Sam\n6 jo"])
def test_numbers_are_read_as_people_type_them(group: Interview, hold: Hold, typed: str) -> None:
    assert hold(group, together(**{"numbers/safety": typed})).answers["numbers/safety"] == "Sam 8, Jo 6"


def test_numbers_that_an_earlier_version_asked_for_are_kept_as_it_kept_them(group: Interview, hold: Hold) -> None:
    held = hold(group, together(), answers={"scores/what-worked": "Sam 8, Jo 6"})
    assert "numbers/what-worked" not in held.asker.asked
    assert scored(session_of(group, held.answers)) == [("presenter", 8, None), ("questioner", 6, None)]
