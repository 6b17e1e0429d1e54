"""The second reader's questions: what somebody would do who wants to find out, and a kind word to whoever is quick."""

from dataclasses import replace

import pytest

from circle_cli.commands.pace import pace
from circle_cli.guidance.pages import load_guidance
from circle_cli.points.record import LearningPoint
from circle_cli.share.noticing import Noticed
from circle_cli.share.reviewing import HURRIED, INTRUDER_ANSWERS, LONG, Review, words_to_search

ALL_NO = {answer.key: "no" for answer in INTRUDER_ANSWERS.values()}


def review(point: LearningPoint, *, soon: bool = True) -> Review:
    return Review(guidance=load_guidance(), point=point, noticed=Noticed(notes=()), hurried=lambda words: soon)


def long(point: LearningPoint) -> LearningPoint:
    return replace(point, parts={**point.parts, "why": "They said that it helped. " * (LONG // 5)})


def test_each_question_says_what_an_intruder_would_do_and_nothing_is_chosen(point: LearningPoint) -> None:
    prompts = {each.key: each for each in review(point).draw_up({})}
    asked = [prompts[answer.key] for answer in INTRUDER_ANSWERS.values()]
    assert all(len(each.remark) == 1 and each.guarded and not each.default and not each.prefill for each in asked)
    told = " ".join(each.remark[0] for each in asked)
    assert "Search the web for three of its words" in told and "Ask what the local paper wrote" in told
    assert asked[0].remark[0].count("“") == 3


def test_a_word_said_once_is_searched_for_before_one_said_often(point: LearningPoint) -> None:
    said = replace(point, title="Lighthouse", parts=dict.fromkeys(point.parts, "Conversations in Greenhouse"))
    assert words_to_search(said)[0] == "lighthouse"
    assert words_to_search(said, frozenset(["lighthouse"]))[0] == "conversations"
    assert words_to_search(replace(point, title="It", parts=dict.fromkeys(point.parts, "was so"))) == ()


@pytest.mark.parametrize("soon", [True, False])
def test_whoever_answers_for_a_long_text_within_seconds_is_asked_once_more(point: LearningPoint, soon: bool) -> None:
    def keys(of: LearningPoint, answers: dict[str, str]) -> list[str]:
        return [each.key for each in review(of, soon=soon).draw_up(answers)]

    assert (HURRIED.key in keys(long(point), ALL_NO)) is soon
    assert HURRIED.key not in keys(point, ALL_NO)  # it is short
    assert HURRIED.key not in keys(long(point), dict([*ALL_NO.items()][:4]))
    [asked] = [each for each in review(long(point)).draw_up(ALL_NO) if each.key == HURRIED.key]
    assert asked.guarded and not asked.default


def test_the_clock_is_asked_once() -> None:
    now = 100.0
    quick = pace(lambda: now)
    now = 105.0
    assert quick(150)
    now = 500.0
    assert quick(150)  # it stays asked, however long somebody looks at it
    now = 0.0
    slow = pace(lambda: now)
    now = 60.0
    assert not slow(150)
