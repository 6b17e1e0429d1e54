"""The guidance is met in the running program, each part at the moment when it is useful, and not only as a page."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from circle_cli.guidance.records import Guidance
from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.asker import Move
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.following import FollowUp
from circle_cli.interview.script.script import Interview
from circle_cli.interview.terminal.screen import heading_of, more_lines
from circle_cli.session.record import ActionPoint, LearningPoint, Session
from circle_cli.vocabulary import Mode, Scope, Status

DAY = date(2026, 11, 23)
PEOPLE = {"people": "Sam, Jo, Cy, Dee, Ade, Bea", "facilitator": "Jo", "presenting": "Sam"}
OPENED = "opening of Ade, Bea, Cy, Dee, Jo, Sam; presenting: Sam"
TOLD = dict.fromkeys(QUESTIONS, "she came and we all had some tea")
FOLLOWED = Session(
    id="2026-11-20-k3f9",
    title="T",
    date=DAY,
    mode=Mode.GROUP,
    status=Status.RECORDED,
    learning_points=(LearningPoint(id=1, text="Ask.", scope=Scope.GENERAL),),
    action_points=(ActionPoint(id=1, what="Ring"),),
)
Hold = Callable[..., Any]
Shown = dict[str, str]


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;]*m", "", text))


def shown(held: Any) -> Shown:
    """Give what stands on the screen at each prompt, beside the ring; what was told is under `told`."""
    screens = {
        screen.prompt.key: " ".join((heading_of(replace(screen, done=())), more_lines(screen.prompt), *_labels(screen)))
        for screen in reversed(held.asker.screens)
    }
    return {key: normal(text) for key, text in {**screens, "told": "\n".join(held.asker.told)}.items()}


def _labels(screen: Any) -> list[str]:
    return [option.label for option in screen.prompt.options]


@pytest.fixture(scope="module")
def before(guidance: Guidance, hold: Hold) -> dict[Mode, Shown]:
    """What is shown when each kind of session is prepared."""
    said = {**PEOPLE, "groups": "2", "company": "2", "mode": "5", "gathered/1/by": "her", "gathered/1/text": "Good."}
    three = {"choose/people": "1", "choose/involved": "2", "choose/learning": "2"}
    preparation = Preparation(guidance=guidance, today=DAY)
    return {mode: shown(hold(preparation, {**said, **three, "mode-suggested": mode})) for mode in Mode}


@pytest.fixture(scope="module")
def during(guidance: Guidance, hold: Hold) -> dict[Mode, Shown]:
    """What is shown in a session of each kind, where somebody looks at every card and asks for every other word."""
    asides = [Move.CARD] * (len(guidance.roles) + 1) + [Move.BRING_BACK] * len(guidance.turns)
    looks = {
        "influence": asides,
        "card": [str(number) for number in range(1, len(guidance.roles) + 2)],
        "bring-back": [str(number) for number in range(1, len(guidance.turns) + 1)],
        "learning-points/1/text": "Ask.",
        "action-points/1/what": "Ring.",
        "frameworks/1/framework": "2",
        OPENED: "3",
    }
    made: dict[Mode, Shown] = {}
    for mode in Mode:
        others: dict[str, Any] = (
            {**PEOPLE, **looks}
            if mode is not Mode.INDIVIDUAL
            else {**looks, "influence": "I listened to all that she had to say"}
        )
        everything = tuple(Addition)
        interview = Interview(guidance=guidance, day=DAY, today=DAY, quick=False, mode=mode, adding=everything)
        made[mode] = shown(hold(interview, {**TOLD, **others}))
    return made


@pytest.fixture(scope="module")
def after(guidance: Guidance, hold: Hold) -> Shown:
    """What is shown when a session is followed up."""
    follow_up = FollowUp(guidance=guidance, session=FOLLOWED, today=DAY)
    return shown(hold(follow_up, {"follow-up/tell": "1", "follow-up/ways": "1", "action/1/became": "2"}))


def test_what_to_bear_in_mind_and_every_check_is_met_when_a_session_is_prepared(
    guidance: Guidance, before: dict[Mode, Shown]
) -> None:
    for page in guidance.modes:
        met = before[Mode(page.id)]
        assert page.summary in met["mode"]
        assert [each for each in page.considerations if each not in met["considered"]] == []
        assert [check.id for check in page.readiness if check.check not in met[f"ready/{check.id}"]] == []


def test_what_to_bear_in_mind_and_what_can_be_looked_at_are_a_key_away_when_a_session_begins(
    guidance: Guidance, during: dict[Mode, Shown]
) -> None:
    for page in guidance.modes:
        met = during[Mode(page.id)]["title"]
        assert [each for each in page.considerations if each not in met] == []
        assert "? says what to bear in mind." in met
        assert "You can look at an event: something that happened; a " in met or page.focus[0] != "event"


def test_every_duty_and_what_whoever_leads_bears_in_mind_is_a_key_away_in_a_session(
    guidance: Guidance, during: dict[Mode, Shown]
) -> None:
    for mode in (Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING):
        told = during[mode]["told"]
        assert [duty for role in guidance.roles for duty in role.duties if normal(duty) not in told] == []
        assert [line for line in guidance.running.during if normal(line) not in told] == []
        assert [ask for turn in guidance.turns for ask in turn.instead if normal(ask) not in told] == []


def test_a_session_with_others_opens_and_closes_as_the_page_on_running_says(
    guidance: Guidance, during: dict[Mode, Shown], before: dict[Mode, Shown]
) -> None:
    for mode in (Mode.GROUP, Mode.COLLABORATIVE, Mode.TRAINING):
        assert [line for line in guidance.running.opening if normal(line) not in during[mode][OPENED]] == []
        assert [line for line in guidance.running.closing if normal(line) not in during[mode]["told"]] == []
        assert [line for line in guidance.running.opening if normal(line) not in before[mode]["ready/opening"]] == []


def test_every_question_shows_all_that_its_page_holds(guidance: Guidance, during: dict[Mode, Shown]) -> None:
    for mode in Mode:
        for question in guidance.questions:
            page = (*question.aims, *question.prompts, *question.notes)
            assert [line for line in page if normal(line) not in during[mode][question.id]] == []
        scaled = [question for question in guidance.questions if question.scaling]
        met = " ".join(during[mode].values())
        assert [question.id for question in scaled if normal(question.scaling or "") not in met] == []
        assert [theme.title for theme in guidance.themes if theme.title not in during[mode]["themes"]] == []


BEFORE = [
    (Mode.INDIVIDUAL, "choose/people", "Just me, or one other person and me"),
    (Mode.INDIVIDUAL, "situation", "You choose it: a success of your own, or part of one."),
    (Mode.GROUP, "situation", "Let whoever presents choose it: a success of their own, or part of one."),
    (Mode.INDIVIDUAL, "company", "One to one, with somebody who asks the questions"),
    (Mode.INDIVIDUAL, "gathered/1/by", "A child, an adult or family, colleagues"),
    (Mode.INDIVIDUAL, "frameworks/1/framework", "parts of the PCF or the KSS now; learning outcomes"),
    (Mode.INDIVIDUAL, "learning-outcomes", "Which learning outcomes, of a course or a portfolio"),
    (Mode.GROUP, "people", "Invite key people too"),
    (Mode.GROUP, "facilitator", "looks after the hour and the people in it; they may ask the questions too"),
    (Mode.GROUP, "presenting", "Who would like to bring something? A success of their own, whole or part"),
    (Mode.COLLABORATIVE, "presenting", "Who would like to tell it?"),
    (Mode.COLLABORATIVE, "presenting", "Ask those whose own life it is first"),
    (Mode.TRAINING, "bringing", "Who would like to bring something?"),
    (Mode.GROUP, "minutes", "Usually 60 at most, with ten kept for the closing round"),
    (Mode.GROUP, "ready/privacy", "who could be affected, who will see the record"),
    (Mode.GROUP, "ready/cards", "a spare one or two for encouragers"),
    (Mode.COLLABORATIVE, "situation", "agreed beforehand with the manager, or managers, it concerns"),
    (Mode.COLLABORATIVE, "facilitator", "skilled, best with no part in the situation. They ask, and keep the bounds"),
    (Mode.COLLABORATIVE, "ready/ethics", "it is there to protect people"),
    (Mode.TRAINING, "title", "Each group chooses what it looks at"),
    (Mode.TRAINING, "facilitator", "in charge of the whole"),
    (Mode.TRAINING, "groups", "five to eight in a group work well"),
    (Mode.TRAINING, "minutes", "Usually 60 at most"),
]
DURING = [
    (Mode.INDIVIDUAL, "people-and-places", "This list is never published"),
    (Mode.INDIVIDUAL, "frameworks/1/framework", "Professional Capabilities Framework"),
    (Mode.INDIVIDUAL, "learning-outcomes", "Which learning outcomes, of a course or a portfolio"),
    (Mode.INDIVIDUAL, "actions", "Does anything that you wrote about safety need to go in here?"),
    (Mode.GROUP, "actions", "Does anything that you wrote about safety need to go in here?"),
    (Mode.INDIVIDUAL, "how-much-points-matter", "how much does each point matter for your practice?"),
    (Mode.GROUP, "people", "Everybody will have a role"),
    (Mode.GROUP, "minutes", "Usually 60 at most. The closing round is kept free in it."),
    (Mode.GROUP, "numbers/what-worked", "A number from each who likes"),
    (Mode.GROUP, "theory", "asks everyone, and all of you answer"),
    (Mode.GROUP, "views/both", "people of differing backgrounds"),
    (Mode.GROUP, "learning-points/1/scope", "It belongs to this situation, person or team"),
    (Mode.GROUP, "action-points/1/who", "Who will do it?"),
    (Mode.GROUP, "action-points/1/by", "By when?"),
    (Mode.GROUP, "action-points/1/tracked-by", "Who keeps an eye on it?"),
    (Mode.GROUP, "noticed/Jo", "You show the way. It matters a great deal, so time is kept for it"),
    (Mode.GROUP, "noticed/Ade", "In Sam's practice, in how Jo asked and in what people shared"),
    (Mode.GROUP, "round/positive", "Sam, Jo, Cy, Dee, Ade and Bea: what was good about the session?"),
    (Mode.GROUP, "round/even-better", "what would have made the session better still?"),
    (Mode.GROUP, "round/taken-away", "what do you take away, and what will you do with it?"),
]
AFTER = [
    ("follow-up/looked-back", "how did the session go?"),
    ("follow-up/summary", "Sum up the main learning"),
    ("follow-up/references", "Which theory and research came up, and where can it be found?"),
    ("follow-up/reflections", "A few thoughts of your own for the presenter"),
    ("follow-up/reflections", "`circle takeaway` writes the page to give them"),
    ("follow-up/tell", "It can count at an appraisal; with none in sight, it still lifts the spirits"),
    ("follow-up/ways", "Could any of the learning, or of the actions, be useful to others? How will it be passed on?"),
    ("action/1/became", "What became of this: Ring?"),
]


def test_what_there_is_to_think_of_before_a_session_comes_up_where_it_is_settled(before: dict[Mode, Shown]) -> None:
    assert [each for each in BEFORE if each[2] not in before[each[0]].get(each[1], "")] == []


def test_what_a_session_is_made_of_is_asked_for_in_it(during: dict[Mode, Shown]) -> None:
    assert [each for each in DURING if each[2] not in during[each[0]].get(each[1], "")] == []


def test_what_there_is_to_do_after_a_session_is_asked_for_then(after: Shown) -> None:
    assert [each for each in AFTER if each[1] not in after.get(each[0], "")] == []


def test_views_gathered_beforehand_come_up_at_the_question_that_asks_for_views(guidance: Guidance, hold: Hold) -> None:
    from circle_cli.session.record import Gathered

    known = (Gathered(by="her daughter", text="She slept that night."),)
    for mode in Mode:
        interview = Interview(guidance=guidance, day=DAY, today=DAY, quick=False, mode=mode)
        met = shown(hold(replace(interview, gathered=known), PEOPLE))
        assert "her daughter: She slept that night." in met["perspectives"]
        assert "her daughter" not in met["barriers"]
