"""What is ours and not the guide's carries one sign, and what the sign means is said beside it."""

import pytest

from circle_cli.guidance.files import PAGES, own_pages
from circle_cli.guidance.ours import MEANS, SIGN, unmarked
from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Screen
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.interview.terminal.screen import heading_of, more_lines
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.prints.cards import role_cards
from circle_cli.paper.prints.prompts import prompt_sheet
from circle_cli.site.drawing.pages.guidance import PageText, compose_pages
from circle_cli.vocabulary import Mode


def screen(guidance: Guidance, name: str) -> Screen:
    """Give the screen of a question whose prompts have taken a turn."""
    question = next(each for each in guidance.questions if each.id == name).turned(1)
    return Screen(prompt=Prompt(key=name, kind=PromptKind.WRITING, ask=question.title, question=question))


@pytest.fixture(scope="module")
def pages(guidance: Guidance) -> dict[str, PageText]:
    return compose_pages(dict.fromkeys(PAGES, own_pages()), guidance, {})


def test_the_prompts_that_are_ours_are_marked_and_no_others(guidance: Guidance) -> None:
    marked = {each.id: [SIGN in prompt for prompt in each.prompts] for each in guidance.questions}
    assert {name: sum(signs) for name, signs in marked.items() if any(signs)} == {"influence": 5, "perspectives": 1}
    assert not any(SIGN in aim for question in guidance.questions for aim in question.aims)
    assert not any(SIGN in duty for role in guidance.roles for duty in role.duties)


def test_a_page_that_has_the_sign_says_once_what_it_means_and_where_there_is_more(pages: dict[str, PageText]) -> None:
    signed = {uri: page.markdown for uri, page in pages.items() if SIGN in page.markdown.replace("\\", "")}
    assert {"index.md", "running.md", "questions/influence.md", "roles/encourager.md", "sources.md"} <= signed.keys()
    for uri, text in signed.items():
        sources = "../" * uri.count("/") + "sources.md#what-is-ours"
        assert (text.count(MEANS), text.count(f"({sources})")) == ((0, 0) if uri == "sources.md" else (1, 1))


def test_what_it_means_stands_below_the_first_sign(pages: dict[str, PageText]) -> None:
    before, _, after = pages["running.md"].markdown.partition(MEANS)
    assert "assessed \\(ours\\)" in before and "in order (ours)" in after


def test_follow_ups_scales_minutes_and_the_short_way_are_marked_on_a_question_s_page(
    guidance: Guidance, pages: dict[str, PageText]
) -> None:
    text = pages["questions/what-worked.md"].markdown
    assert "<li>About 8 minutes (ours)</li>" in text and "when time is short (ours)</li>" in text
    assert "## To go further (ours)" in text and "## More about it (ours)" in text


def test_a_question_on_the_screen_says_what_the_sign_means_where_it_has_one(guidance: Guidance) -> None:
    influence, learning, theory = (screen(guidance, name) for name in ("influence", "learning", "theory"))
    assert MEANS in heading_of(influence)
    assert MEANS not in heading_of(learning) + more_lines(learning.prompt)
    assert MEANS in more_lines(theory.prompt)


def test_what_is_printed_for_whoever_asks_marks_what_is_ours(guidance: Guidance) -> None:
    sheet = draw_markdown(prompt_sheet(guidance))
    for question in guidance.questions:
        ours = (question.more, question.scaling or question.more, f"About {question.minutes} minutes")
        assert [line for line in ours if f"{line} {SIGN}" not in sheet] == []
    assert sheet.count(MEANS) == 1
    assert MEANS in draw_markdown(role_cards(guidance, 1, Mode.COLLABORATIVE))
    assert SIGN not in draw_markdown(role_cards(guidance, 1, Mode.GROUP))


def test_what_is_kept_of_a_scale_has_no_sign(guidance: Guidance) -> None:
    assert not any(SIGN in (question.scaling or question.more) for question in guidance.questions)
    assert unmarked(f"As it was. {SIGN}") == "As it was."
