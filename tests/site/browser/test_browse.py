"""Choosing from the learning points: exactly the right ones, by keyboard, from a server or a folder, and on paper."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, Route
from written_points import written_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.settings import LEAST
from circle_cli.site.drawing.labels import labels_of

Open = Callable[..., Page]
POINTS = list(written_points())
GUIDANCE = load_guidance()
LABELS = labels_of(POINTS, GUIDANCE, LEAST)
BROWSE = "learning-points/index.html"

CHOICES = [
    {"question": ["theory"]},
    {"question": ["theory", "safety"]},
    {"question": ["safety"], "setting": ["adults"]},
    {"setting": ["children"]},
]
NOTHING = {"question": ["theory"], "setting": ["adults"]}
UNFOLDED = {"question": ["safety", "learning"], "setting": ["adults"]}


def fitting(wanted: dict[str, list[str]]) -> set[str]:
    """Any of a facet's values, and every facet: told here in its own way."""
    return {
        point.title
        for point in POINTS
        if all(any(value in LABELS[point.id][facet] for value in values) for facet, values in wanted.items())
    }


def titles(page: Page) -> list[str]:
    return page.locator(".points > li:visible > a").all_text_contents()


def unfold(page: Page, facet: str) -> None:
    """Open what can be chosen by, with the keyboard, unless it is open."""
    if not page.locator(f"input[name={facet}]").first.is_visible():
        page.locator(f"details:not([open]):has(input[name={facet}]) > summary").press("Enter")


def query(wanted: dict[str, list[str]]) -> str:
    return "?" + "&".join(f"{facet}={value}" for facet, values in wanted.items() for value in values)


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, demo_address: str, demo_site: Path) -> str:
    """Where the page is: on a server, or in a folder."""
    return demo_address + BROWSE if request.param == "http" else (demo_site / BROWSE).as_uri()


def test_exactly_what_was_chosen_is_shown_and_the_address_keeps_it(open_page: Open, start: str) -> None:
    page = open_page(start)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    assert len(titles(page)) == 40
    unfolded = page.locator(".browse__facets details[open] > summary").all_text_contents()
    assert unfolded == ["Question of the circle", "Setting"]
    for wanted in CHOICES:
        page.goto(start)
        page.get_by_text("Choose what to see").click()
        for facet, values in wanted.items():
            unfold(page, facet)
            for value in values:
                page.locator(f"input[name={facet}][value='{value}']").press("Space")
        expected = fitting(wanted)
        assert 0 < len(expected) < 40
        assert sorted(titles(page)) == sorted(expected)
        assert sorted(parse_qsl(urlsplit(page.url).query)) == sorted(parse_qsl(query(wanted)[1:]))
        page.goto(page.url.replace("?", "?unknown=1&"))  # as from an e-mail
        assert sorted(titles(page)) == sorted(expected)
    assert complaints == []


def test_without_scripts_all_is_shown_and_no_control_that_would_do_nothing(open_page: Open, start: str) -> None:
    page = open_page(start + query(CHOICES[0]), java_script_enabled=False)
    assert set(titles(page)) == {point.title for point in POINTS}
    assert page.locator("input[type=checkbox]:visible, .browse:visible").count() == 0


def test_the_count_is_said_and_never_below_the_least(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE)
    status = page.get_by_role("status")
    assert status.text_content() == "40 learning points"
    page.goto(demo_address + BROWSE + query(CHOICES[0]))
    assert status.text_content() == f"{len(fitting(CHOICES[0]))} of 40 learning points"
    page.goto(demo_address + BROWSE + "?question=<script>&year=1999")  # what is no choice chooses nothing
    assert status.text_content() == "40 learning points"


def test_what_is_chosen_stands_above_the_list_and_is_taken_away_there(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[1]))
    page.get_by_role("button", name="Take away Question of the circle: How did it").press("Enter")
    assert set(titles(page)) == fitting(CHOICES[0])
    assert page.evaluate("document.activeElement.textContent") == "Which theory or research helps to explain it? ✕"
    page.keyboard.press("Enter")
    assert len(titles(page)) == 40 and urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def apart(page: Page, adults: int) -> None:
    """Have the browser see other learning points: of those that speak to a theory, so many are of adults' services."""

    def answer(route: Route) -> None:
        whole, left = route.fetch(), adults

        def card(found: re.Match[str]) -> str:
            nonlocal left
            left -= 1
            return f'{found[1]} data-setting="{"adults" if left >= 0 else "children"}"'

        body = re.sub(r'(<li data-question="[^"]*\btheory\b[^"]*") data-setting="[^"]*"', card, whole.text())
        route.fulfill(response=whole, body=body)

    page.route("**/learning-points/index.html*", answer)


@pytest.fixture
def nothing(open_page: Open, demo_address: str) -> Page:
    """A page on which nothing fits what was chosen."""
    page = open_page("about:blank", 320)
    apart(page, 0)
    page.goto(demo_address + BROWSE + query(NOTHING))
    return page


def test_where_few_fit_no_number_is_said(open_page: Open, demo_address: str) -> None:
    page = open_page("about:blank")
    apart(page, 2)
    page.goto(demo_address + BROWSE + query(NOTHING))
    assert len(titles(page)) == 2
    assert page.get_by_role("status").text_content() == "Fewer than 5 of 40 learning points"


def test_where_nothing_fits_the_page_says_which_choice_to_drop(
    nothing: Page, broken_rules: Callable[[Page], list[Any]]
) -> None:
    assert (nothing.get_by_role("status").text_content() or "").startswith("No learning point fits all that you chose.")
    ways = nothing.get_by_role("list", name="What you could take away").get_by_role("button")
    assert ways.all_text_contents() == [
        "Question of the circle: Which theory or research helps to explain it?",
        "Setting: Adults’ services",
    ]
    assert broken_rules(nothing) == []
    ways.last.click()
    assert set(titles(nothing)) == fitting(CHOICES[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_wcag_is_broken_when_all_is_open(
    open_page: Open, demo_address: str, broken_rules: Callable[[Page], list[Any]], scheme: str
) -> None:
    page = open_page(demo_address + BROWSE + query(UNFOLDED), 320, scheme)
    page.get_by_text("Choose what to see").click()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert broken_rules(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_every_choice_and_every_card_shown(
    open_page: Open, demo_address: str, walk: Callable[[Page], list[dict[str, Any]]], width: int
) -> None:
    page = open_page(demo_address + BROWSE + query(UNFOLDED), width)
    page.get_by_text("Choose what to see").press("Enter")
    boxes = page.locator(".browse input").count()
    page.evaluate("document.activeElement.blur()")
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["tag"] for stop in stops].count("input") >= boxes == 10
    names = [stop["name"] for stop in stops]
    assert 0 < len(fitting(UNFOLDED)) < 40
    assert fitting(UNFOLDED) <= set(names)
    assert {"Take away Setting: Adults’ services", "Show all"} <= set(names)


def test_paper_has_the_cards_and_no_controls(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[1]))
    page.emulate_media(media="print")
    assert set(titles(page)) == fitting(CHOICES[1])
    assert not page.get_by_text("Choose what to see").is_visible()
    assert page.locator(".points > li").first.evaluate("it => getComputedStyle(it).breakInside") == "avoid"
    assert page.locator(".points").evaluate("it => getComputedStyle(it).columnCount") == "2"
