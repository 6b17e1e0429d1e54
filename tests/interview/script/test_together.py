"""A session with others: who is here, whose turn it is, what each saw, and what comes of it all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from composed import PEOPLE, session_of, together

from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose_follow_up import decompose_follow_up
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Plan, Views
from circle_cli.vocabulary import Mode

Hold = Callable[..., Any]
SIX = "of Ade, Bea, Cy, Dee, Jo, Sam"
ROLES, OPENED = f"roles {SIX}; presenting: Sam", f"opening {SIX}; presenting: Sam"
OPENED_WITHOUT = f"opening {SIX}"


def test_everybody_has_a_role_and_the_record_says_so(group: Interview, hold: Hold) -> None:
    held = hold(group, together())
    session = session_of(group, held.answers)
    assert session.roles == {
        "presenter": ("Sam",),
        "questioner": ("Jo",),
        "recorder": ("Cy",),
        "boundary-setter": ("Dee",),
        "encourager": ("Ade", "Bea"),
    }
    assert session.facilitator == "Jo"


def test_roles_can_be_changed_and_nobody_is_left_out(group: Interview, hold: Hold) -> None:
    said = together(
        **{
            OPENED: "3",
            f"{ROLES}/presenter": "bea",
            f"{ROLES}/recorder": "Sam",
            f"{ROLES}/encourager": ["Ade", "Ade, Cy"],
        }
    )
    held = hold(group, said)
    assert "Everybody has a role; please add Cy." in held.asker.told
    assert session_of(group, held.answers).roles == {
        "presenter": ("Bea",),
        "questioner": ("Jo",),
        "recorder": ("Sam",),
        "boundary-setter": ("Dee",),
        "encourager": ("Ade", "Cy"),
    }


def test_the_opening_says_the_roles_and_the_time_and_is_one_prompt(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{OPENED: "1"}))
    screens = {screen.prompt.key: screen for screen in held.asker.screens}
    assert screens[OPENED].prompt.remark[-2:] == (
        "Appreciative encourager: Ade, Bea",
        "The time: 5 minutes to open, 45 for the questions, 10 to close. (ours)",
    )
    assert held.asker.asked[:6] == ["title", "people", "facilitator", "presenting", OPENED, "situation"]


def test_nobody_presents_who_did_not_say_that_they_would_like_to(group: Interview, hold: Hold) -> None:
    held = hold(group, together(presenting="", **{OPENED_WITHOUT: "1"}))
    asked = next(screen.prompt for screen in held.asker.screens if screen.prompt.key == "presenting")
    assert asked.ask == "Who would like to bring something?"
    opening = next(screen.prompt for screen in held.asker.screens if screen.prompt.key == OPENED_WITHOUT)
    assert "(Open, for whoever would like it: presenting practitioner.)" in opening.remark
    roles = session_of(group, held.answers).roles
    assert "presenter" not in roles
    assert {name for names in roles.values() for name in names} == set(PEOPLE.split(", "))


def test_where_whoever_was_to_present_is_not_here_it_is_asked_once_more(group: Interview, hold: Hold) -> None:
    planned = {"facilitator": "Jo", "presenting": "Sam", "roles of Cy, Jo, Sam; presenting: Sam": "presenter: Sam"}
    held = hold(group, {"people": "Jo, Cy, Dee", "presenting/instead": "dee"}, answers=planned)
    again = next(screen.prompt for screen in held.asker.screens if screen.prompt.key == "presenting/instead")
    assert again.remark[0] == "Sam is not here."
    assert session_of(group, held.answers).roles["presenter"] == ("Dee",)


def test_with_those_involved_no_role_is_dealt_and_wishes_are_shown_first(group: Interview, hold: Hold) -> None:
    involved = replace(group, mode=Mode.COLLABORATIVE, wishes=("Bea: to tell it herself",))
    held = hold(involved, together(presenting=""))
    (opening,) = (screen.prompt for screen in held.asker.screens if screen.prompt.ask == "The opening")
    assert "- Bea: to tell it herself" in opening.remark
    assert session_of(involved, held.answers).roles == {
        "questioner": ("Jo",),
        "boundary-setter": ("Jo",),
        "encourager": ("Sam", "Cy", "Dee", "Ade", "Bea"),
    }


def test_a_role_for_one_is_given_to_one(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{OPENED: "3", f"{ROLES}/recorder": ["Cy, Sam", "Cy"]}))
    assert "That role is for one person. The others can be encouragers." in held.asker.told


def test_when_others_come_the_roles_are_agreed_anew(group: Interview, hold: Hold) -> None:
    held = hold(group, together(facilitator=[Move.BACK, "Jo"], people=[PEOPLE, "Sam, Jo, Bea"]))
    asked = [key for key in held.asker.asked if key.startswith("opening of")]
    assert asked == ["opening of Bea, Jo, Sam; presenting: Sam"]


def test_roles_that_were_changed_are_changed_anew_when_one_more_comes(group: Interview, hold: Hold) -> None:
    seven = "of Ade, Bea, Cy, Dee, Eli, Jo, Sam; presenting: Sam"
    changed = {OPENED: "3", f"{ROLES}/recorder": "Sam", f"{ROLES}/encourager": "Ade, Bea, Cy"}
    before = hold(group, together(**changed)).answers
    held = hold(group, {"people": f"{PEOPLE}, Eli", f"opening {seven}": "3"}, answers=before, at="people")
    assert f"roles {seven}/presenter" in held.asker.asked
    roles = session_of(group, held.answers).roles
    assert (roles["recorder"], roles["encourager"]) == (("Sam",), ("Cy", "Ade", "Bea", "Eli"))


def test_what_was_agreed_stands_when_somebody_comes_late_or_cannot_come(group: Interview, hold: Hold) -> None:
    often = {name: {"presenter": 1, "recorder": 1} for name in ("sam", "jo", "cy", "dee", "ade", "bea")}
    fair = replace(group, turns=often)
    before = hold(group, together(**{OPENED: "1"})).answers
    late = hold(fair, {"people": f"Eli, {PEOPLE}"}, answers=before, at="people").answers
    assert session_of(fair, late).roles == {**session_of(group, before).roles, "encourager": ("Eli", "Ade", "Bea")}
    ill = hold(fair, {"people": "Sam, Jo, Dee, Ade, Bea"}, answers=before, at="people").answers
    assert session_of(fair, ill).roles["presenter"] == ("Sam",)
    assert session_of(fair, ill).roles["recorder"] == ("Ade",)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Sam, Sam", "Sam is there twice. Could you tell them apart, such as Sam K and Sam B?"),
        ("Sam", "A session with others needs at least two people. Please type their names, with commas between."),
        ("Sam, 7", "7 is a number, and numbers are for choosing. Could it be a name, or P7?"),
        ("", "A session with others needs at least two people. Please type their names, with commas between."),
        (Move.SKIP, "A session with others needs at least two people. Please type their names, with commas between."),
    ],
)
def test_people_are_told_apart_and_there_are_two(group: Interview, hold: Hold, typed: Any, told: str) -> None:
    held = hold(group, together(people=[typed, PEOPLE]))
    assert told in held.asker.told
    assert held.answers["people"] == PEOPLE


def test_who_did_not_prepare_is_told_what_to_bear_in_mind(group: Interview, hold: Hold) -> None:
    (first,) = (screen.prompt for screen in hold(group, together()).asker.screens if screen.prompt.key == "people")
    page = next(page for page in group.guidance.modes if page.id == "group")
    assert set(page.considerations) <= {remark.removeprefix("- ") for remark in first.remark}
    planned = hold(replace(group, expected=("Sam", "Jo")), together()).asker.screens
    assert not any(
        "- " in remark for screen in planned if screen.prompt.key == "people" for remark in screen.prompt.remark
    )


def test_somebody_has_to_facilitate(group: Interview, hold: Hold) -> None:
    held = hold(group, together(facilitator=["", "Jo"]))
    assert any(said.startswith("With others, somebody facilitates") for said in held.asker.told)


def test_each_question_says_whose_turn_it_is_and_theory_goes_to_everybody(group: Interview, hold: Hold) -> None:
    turns = {screen.prompt.key: screen.turn for screen in hold(group, together()).asker.screens if screen.turn}
    assert turns["barriers"] == "Jo asks, Sam tells; Cy writes."
    assert turns["theory"] == "Jo asks everyone, and all of you answer; Cy writes."
    assert len(turns) == 8


def test_time_is_watched_only_where_somebody_says_how_long_there_is(group: Interview, hold: Hold) -> None:
    timed = {screen.prompt.key: screen.timing for screen in hold(group, together(**{OPENED: "1"})).asker.screens}
    assert not any(timed[key] for key in ("situation", "title"))
    assert all(timed[question.id] for question in group.questions)
    assert timed["views/both"] is timed["perspectives"]
    assert timed["round/taken-away"] is timed["noticed/Jo"] is not None
    assert not any(screen.timing for screen in hold(group, together()).asker.screens)
    assert not any(screen.timing for screen in hold(group, together(**{OPENED: "2"})).asker.screens)
    usual = hold(group, together(**{OPENED: "1"}))
    assert session_of(group, usual.answers).plan == Plan(minutes=60)
    held = hold(group, together(**{OPENED: "3"}, minutes=["for ever", "90"]))
    assert session_of(group, held.answers).plan == Plan(minutes=90)


def test_whose_view_was_missing_is_said_and_not_forced(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{"views/both": "1, the GP, imagined 3 and foster carer"}))
    [said] = [told for told in held.asker.told if "Heard:" in told]
    assert said.startswith(
        "Heard: the child, adult or family; the GP.\nImagined: managers; foster carer.\nNeither heard"
    )
    assert "so far: colleagues and other professionals; the law;" in said
    views = session_of(group, held.answers).views
    assert views == Views(heard=("the child, adult or family", "the GP"), imagined=("managers", "foster carer"))


@pytest.mark.parametrize(
    ("typed", "heard", "imagined"),
    [
        ("1 imagined 3 4", ["the child, adult or family"], ["managers", "the law"]),
        ("imagined: Managers; heard the GP", ["the GP"], ["managers"]),
        ("1, imagined, 3", ["the child, adult or family"], ["managers"]),
        ("1, GP", ["the child, adult or family", "GP"], []),
    ],
)
def test_what_was_heard_and_what_was_imagined_are_told_apart_as_people_type_them(
    group: Interview, hold: Hold, typed: str, heard: list[str], imagined: list[str]
) -> None:
    held = hold(group, together(**{"views/both": typed}))
    assert session_of(group, held.answers).views == Views(heard=tuple(heard), imagined=tuple(imagined))
    assert hold(group, {}, answers=held.answers, at="views/both").answers == held.answers


def test_a_number_that_is_in_no_list_is_asked_about(group: Interview, hold: Hold) -> None:
    told = hold(group, together(**{"views/both": ["1, imagined 9", "1"]})).asker.told
    assert "9 is not in the list; please type numbers from 1 to 5, or words." in told


def test_views_that_an_earlier_version_asked_for_one_after_the_other_are_kept(group: Interview, hold: Hold) -> None:
    before = {"views/heard": "managers", "views/imagined": "the GP"}
    held = hold(group, together(), answers=before)
    assert "views/both" not in held.asker.asked
    assert session_of(group, held.answers).views == Views(heard=("managers",), imagined=("the GP",))
    half = hold(group, together(), answers={"views/heard": "managers"})
    assert ("views/both", "managers") in half.asker.found


def test_views_gathered_beforehand_come_up_where_they_belong(group: Interview, hold: Hold) -> None:
    from circle_cli.session.record import Gathered

    known = replace(group, gathered=(Gathered(by="her daughter", text="She slept that night."),))
    screens = {screen.prompt.key: screen for screen in hold(known, together()).asker.screens}
    assert screens["perspectives"].recalled == ("her daughter: She slept that night.",)
    assert screens["safety"].recalled == ()


def test_views_in_words_of_ones_own_keep_their_capitals(group: Interview, hold: Hold) -> None:
    views = session_of(group, hold(group, together(**{"views/both": "1, the GP"})).answers).views
    assert views == Views(heard=("the child, adult or family", "the GP"))


def test_a_role_card_and_kinder_words_are_there_in_the_middle_of_an_answer(group: Interview, hold: Hold) -> None:
    said = together(
        **{"barriers": [(Move.CARD, "half"), (Move.BRING_BACK, "half"), "whole"], "card": "4", "bring-back": "2"}
    )
    held = hold(group, said)
    assert any(told.startswith("Boundary setter:\n- You help the questioner keep to time.") for told in held.asker.told)
    assert any("You decided what to do first." in told for told in held.asker.told)
    assert held.answers["barriers"] == "whole"


def test_alone_there_are_no_role_cards(interview: Interview, hold: Hold) -> None:
    held = hold(interview, {"barriers": [Move.CARD, "whole"]})
    assert "That is for sessions with others." in held.asker.told


def test_what_is_usual_is_likely_to_be_another_number_and_half_a_number_is_not(group: Interview, hold: Hold) -> None:
    opened = {**together(**{OPENED: "3"}), OPENED: ["3", "3"], "minutes": [(Move.BACK, "4"), "45"]}
    screens = [screen for screen in hold(group, opened).asker.screens if screen.prompt.key == "minutes"]
    assert [screen.anew for screen in screens] == [True, False]


def test_with_those_involved_the_wider_learning_is_passed_on_at_the_end(group: Interview, hold: Hold) -> None:
    involved = replace(group, mode=Mode.COLLABORATIVE)
    held = hold(involved, together(**{"follow-up": "The cards, to the duty team; Jo, in May."}))
    assert held.asker.asked[-1] == "follow-up"
    session = session_of(involved, held.answers)
    assert (
        session.answers["follow-up"] == "### What will be shared, and how\n\nThe cards, to the duty team; Jo, in May."
    )
    assert decompose_follow_up(session)["follow-up/sharing"] == "The cards, to the duty team; Jo, in May."
    assert "follow-up" not in hold(group, together()).asker.asked
