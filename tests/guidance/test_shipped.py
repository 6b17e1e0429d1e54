"""The guidance that travels with the program: all of it there, and in order."""

from pathlib import Path

import pytest

from circle_cli.front_matter.reading import read, split
from circle_cli.guidance.pages import load_guidance, own_pages
from circle_cli.guidance.records import Guidance, Then
from circle_cli.ids import QUESTIONS
from circle_cli.text import decode
from circle_cli.vocabulary import Mode, Role

PAGES = sorted(own_pages().glob("*.md"))


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load_guidance()


def test_it_has_the_eight_five_and_four_in_their_order(guidance: Guidance) -> None:
    assert tuple(question.id for question in guidance.questions) == QUESTIONS
    assert tuple(role.id for role in guidance.roles) == tuple(Role)
    assert tuple(mode.id for mode in guidance.modes) == tuple(Mode)
    for pages in (guidance.questions, guidance.roles, guidance.modes):
        assert [page.order for page in pages] == list(range(1, len(pages) + 1))


def test_the_quick_way_has_three_questions(guidance: Guidance) -> None:
    assert [question.id for question in guidance.questions if question.quick] == ["what-worked", "influence", "actions"]


def test_a_group_takes_about_three_quarters_of_an_hour(guidance: Guidance) -> None:
    assert 40 <= sum(question.minutes for question in guidance.questions) <= 50


def test_each_follow_up_is_asked_once_after_its_question(guidance: Guidance) -> None:
    asked = {then: question.id for question in guidance.questions for then in question.then}
    assert asked == {Then.SAFEGUARDING: "safety", Then.LEARNING_POINTS: "learning", Then.ACTION_POINTS: "actions"}


def test_notes_come_back_at_theory_and_at_actions(guidance: Guidance) -> None:
    assert {question.id for question in guidance.questions if question.recalls} == {"theory", "actions"}


def test_other_views_are_asked_for_where_the_question_is_how_others_see_it(guidance: Guidance) -> None:
    asked = {question.id: question.views for question in guidance.questions if question.views}
    assert asked == {
        "perspectives": (
            "the child, adult or family",
            "colleagues and other professionals",
            "managers",
            "the law",
            "people of differing backgrounds",
        )
    }


def test_every_question_has_at_least_two_prompts(guidance: Guidance) -> None:
    assert all(len(question.prompts) >= 2 for question in guidance.questions)


def test_frameworks_and_themes_are_there(guidance: Guidance) -> None:
    found = {framework.id for framework in guidance.frameworks}
    assert {"pcf-2018", "kss-adults", "kss-child-family"} <= found
    assert all(framework.edition for framework in guidance.frameworks)
    assert guidance.themes


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_of_prose_has_a_title_and_a_description(path: Path) -> None:
    front, body = split(decode(path.read_bytes(), path.name), path.name)
    values = read(front, path.name).values
    assert set(values) >= {"title", "description"}
    assert all(isinstance(values[key], str) and values[key].strip() for key in ("title", "description"))
    assert body.strip()


def test_every_page_of_the_contract_is_there() -> None:
    named = "index principles preparing running following-up recording-sheet sources".split()
    assert {path.stem for path in PAGES} >= set(named)


def test_within_a_few_sessions_each_prompt_of_a_question_has_been_shown_without_asking(guidance: Guidance) -> None:
    for question in guidance.questions:
        few = -(-len(question.prompts) // 2)
        shown = [question.turned(times).at_once for times in range(few)]
        assert {prompt for two in shown for prompt in two} == set(question.prompts)
        assert few <= 4
        for times in range(few):
            turned = question.turned(times)
            assert (*turned.at_once, *turned.behind) == turned.prompts
            assert sorted(turned.prompts) == sorted(question.prompts)
