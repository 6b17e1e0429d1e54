"""The second reader's questions: what somebody would do who wants to find out, and a kind word to whoever is quick."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from making import report

from circle_cli.commands.door.lists.reading import prompts as of_lists
from circle_cli.commands.door.words.reading import prompts as of_words
from circle_cli.commands.pace import pace
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.script.prompts import Prompt
from circle_cli.own_words.passages import OwnWords, Passage
from circle_cli.points.record import LearningPoint
from circle_cli.share.hurrying import HURRIED, LONG, LONG_REPORT
from circle_cli.share.noticing import Noticed
from circle_cli.share.reviewing import INTRUDER_ANSWERS, Review, words_to_search
from circle_cli.share.reviewing_reports import ReportReview

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


@pytest.mark.parametrize("soon", [True, False])
def test_so_is_whoever_reads_a_report_in_a_moment(soon: bool) -> None:
    def asked(differed: str, answers: dict[str, str]) -> list[Prompt]:
        told = ReportReview(
            guidance=load_guidance(), report=report(differed=differed), title="A walk", hurried=lambda _: soon
        )
        return [each for each in told.draw_up(answers) if each.key == HURRIED.key]

    long = " ".join(["word"] * LONG_REPORT)
    assert bool(asked(long, ALL_NO)) is soon
    assert not asked("By telephone.", ALL_NO) and not asked(long, {})
    assert asked("By telephone.", {**ALL_NO, HURRIED.key: "again"})  # what was asked stays asked


@pytest.mark.parametrize("soon", [True, False])
def test_so_is_whoever_approves_many_words_or_entries_of_a_log_at_once(soon: bool) -> None:
    def keys(prompts: Iterator[Prompt]) -> list[str]:
        return [each.key for each in prompts]

    def page(text: str) -> OwnWords:
        passage = Passage(path=Path("kit.md"), text=text, line=1, new=frozenset(range(text.count("\n") + 1)))
        return OwnWords(name="kit.md", path=Path("kit.md"), text=text, passages=(passage,))

    many = "They said that it helped.\n" * (LONG // 5)
    there = [HURRIED.key] if soon else []
    assert keys(of_words(page(many), (), lambda _: soon)) == ["read", "known", *there, "decision"]
    assert keys(of_lists([many], lambda _: soon)) == ["approve-lists", *there]
    assert keys(of_lists([many[:200], many[200:]], lambda _: soon)) == ["approve-lists", *there]
    assert HURRIED.key not in {
        *keys(of_words(page("Short."), (), lambda _: soon)),
        *keys(of_lists(["a"], lambda _: soon)),
    }


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
