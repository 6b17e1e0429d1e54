"""What others will find a learning point by is asked in a few choices, each of which may be left open."""

from dataclasses import replace
from datetime import date

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.interview.script.prompts import Prompt
from circle_cli.points.record import LearningPoint
from circle_cli.session.record import Session
from circle_cli.share.proposing.facets import chosen_themes, facets
from circle_cli.vocabulary import Mode, Status

GUIDANCE = load_guidance()
SESSION = Session(
    id="2026-05-05-abcd",
    title="The walk",
    date=date(2026, 5, 5),
    mode=Mode.INDIVIDUAL,
    status=Status.RECORDED,
    themes=("relationships", "concerns-child", "a word of our own"),
)


def asked(guidance: Guidance = GUIDANCE, before: LearningPoint | None = None) -> dict[str, Prompt]:
    return {prompt.key: prompt for prompt in facets(guidance, SESSION, before)}


def test_all_but_the_question_may_be_left_open() -> None:
    prompts = asked()
    assert list(prompts) == ["questions", "themes", "concerns", "setting", "conditions"]
    answers = {key: prompts[key].read("") for key in ("themes", "concerns", "conditions")}
    assert set(answers.values()) == {""}
    assert chosen_themes(answers) == ()


def test_a_session_says_what_it_is_about_and_never_whom_it_concerns() -> None:
    prompts = asked()
    assert {key: prompts[key].prefill for key in ("themes", "concerns", "conditions")} == {
        "themes": "relationships",
        "concerns": "",
        "conditions": "",
    }


def test_what_was_chosen_before_it_came_back_stands_there_and_can_be_taken_back(point: LearningPoint) -> None:
    prompts = asked(before=replace(point, themes=("voice", "concerns-family", "conditions-general")))
    now = {key: prompts[key].prefill for key in ("themes", "concerns", "conditions")}
    assert now == {"themes": "voice", "concerns": "concerns-family", "conditions": "conditions-general"}
    assert chosen_themes({key: prompts[key].read(text) for key, text in now.items()}) == tuple(now.values())
    assert prompts["conditions"].read("1") == ""


def test_a_log_without_these_lists_is_not_asked_for_them() -> None:
    assert list(asked(replace(GUIDANCE, concerns=(), conditions=()))) == ["questions", "themes", "setting"]
