"""Choosing from the learning points: exactly the right ones, by keyboard, from a server or a folder, and on paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from invented_points import invented_points
from playwright.sync_api import Page

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.record import LearningPoint
from circle_cli.settings import LEAST
from circle_cli.site.drawing.groups import facets_of, marks_of
from circle_cli.vocabulary import Setting

Open = Callable[..., Page]
POINTS = list(invented_points(60))
GUIDANCE = load_guidance()
BROWSE = "learning-points/index.html"

CHOICES = [
    {"theme": ["voice"]},
    {"theme": ["voice", "safety"]},
    {"question": ["safety"], "setting": ["adults"]},
    {"setting": ["children"], "tried": ["one-account"], "year": ["2024", "2025", "2026"]},
    {"concerns": ["concerns-family"], "conditions": ["conditions-specific"]},
    {"statement": ["pcf-2018.3", "pcf-2018.7"], "concerns": ["concerns-adult", "concerns-professionals"]},
]
UNFOLDED = {
    "setting": ["adults"],
    "conditions": ["conditions-specific"],
    "statement": ["pcf-2018.3", "pcf-2018.7"],
    "year": ["2023", "2024", "2025", "2026"],
    "tried": ["one-account", "by-others"],
}
"""A choice under each heading that is folded up as the page is drawn: the address opens it."""


def fitting(wanted: dict[str, list[str]]) -> set[str]:
    """Any of a facet's values, and every facet: told here in its own way."""
    return {
        point.title
        for point in POINTS
        if all(any(value in marks_of(point, GUIDANCE)[facet] for value in values) for facet, values in wanted.items())
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
    assert len(titles(page)) == 60
    unfolded = page.locator(".browse__facets details[open] > summary").all_text_contents()
    assert unfolded == ["Question of the circle", "Theme", "Who it concerns"]
    for wanted in CHOICES:
        page.goto(start)
        page.get_by_text("Choose what to see").click()
        for facet, values in wanted.items():
            unfold(page, facet)
            for value in values:
                page.locator(f"input[name={facet}][value='{value}']").press("Space")
        expected = fitting(wanted)
        assert 0 < len(expected) < 60
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
    assert status.text_content() == "60 learning points"
    page.goto(demo_address + BROWSE + query({"theme": ["voice"]}))
    assert status.text_content() == f"{len(fitting({'theme': ['voice']}))} of 60 learning points"
    few = {"theme": ["voice"], "setting": ["adults"], "year": ["2025", "2024"]}
    assert 0 < len(fitting(few)) < LEAST
    page.goto(demo_address + BROWSE + query(few))
    assert status.text_content() == "Fewer than 5 of 60 learning points"
    page.goto(demo_address + BROWSE + "?theme=<script>&year=1999")  # what is no choice chooses nothing
    assert status.text_content() == "60 learning points"


def test_what_is_chosen_stands_above_the_list_and_is_taken_away_there(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query({"theme": ["voice", "safety"]}))
    page.get_by_role("button", name="Take away Theme: Safety and risk").press("Enter")
    assert set(titles(page)) == fitting({"theme": ["voice"]})
    assert page.evaluate("document.activeElement.textContent") == "Hearing the person's own voice ✕"
    page.keyboard.press("Enter")
    assert len(titles(page)) == 60 and urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_where_nothing_fits_the_page_says_which_choice_to_drop(open_page: Open, demo_address: str) -> None:
    nothing = {"theme": ["voice"], "question": ["safety"]}
    assert fitting(nothing) == set()
    page = open_page(demo_address + BROWSE + query(nothing))
    assert (page.get_by_role("status").text_content() or "").startswith("No learning point fits all that you chose.")
    ways = page.get_by_role("list", name="What you could take away").get_by_role("button")
    assert ways.all_text_contents() == [
        "Question of the circle: How did it, or could it, help someone to be safer?",
        "Theme: Hearing the person's own voice",
    ]
    ways.first.click()
    assert set(titles(page)) == fitting({"theme": ["voice"]})


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
    page.goto(demo_address + BROWSE + query({"theme": ["voice"], "question": ["safety"]}))
    assert broken_rules(page) == []


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
    assert [stop["tag"] for stop in stops].count("input") >= boxes > 40
    names = [stop["name"] for stop in stops]
    assert 0 < len(fitting(UNFOLDED)) < 60
    assert fitting(UNFOLDED) <= set(names)
    assert {"Take away How widely it fits: Depends on the situation", "Show all"} <= set(names)


def test_paper_has_the_cards_and_no_controls(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[1]))
    page.emulate_media(media="print")
    assert set(titles(page)) == fitting(CHOICES[1])
    assert not page.get_by_text("Choose what to see").is_visible()
    assert page.locator(".points > li").first.evaluate("it => getComputedStyle(it).breakInside") == "avoid"


def offered(points: list[LearningPoint], least: int) -> dict[str, dict[str, int]]:
    facets = facets_of(points, GUIDANCE, least)
    return {name: {group.id: group.count for group in facet.groups} for name, facet in facets.items() if facet.groups}


def test_no_group_is_shown_that_is_smaller_than_the_least() -> None:
    assert min(count for choices in offered(POINTS, 5).values() for count in choices.values()) >= 5
    five = [replace(point, year=2026 if place < 5 else 2025) for place, point in enumerate(POINTS)]
    assert offered(five, 5)["year"] == {"2026": 5, "2025": 55}
    assert offered(POINTS[:4], 5) == {}


def test_no_group_is_shown_from_which_a_smaller_one_could_be_worked_out() -> None:
    years = [2026] * 4 + [2025] * 7 + [2024] * 49
    parted = [replace(point, year=year) for point, year in zip(POINTS, years, strict=True)]
    assert offered(parted, 5)["year"] == {"2024": 49}  # eleven are left: nobody can tell the four from the seven
    assert "year" not in offered(parted[7:], 5)  # some were taken back: four would be left


def test_the_conditions_may_be_left_open_so_none_is_hidden_for_the_other() -> None:
    themes = [("conditions-general",)] * 50 + [("conditions-specific",)] * 2 + [()] * 8
    said = [replace(point, themes=each) for point, each in zip(POINTS, themes, strict=True)]
    assert offered(said, 5)["conditions"] == {"conditions-general": 50}


def test_each_list_of_themes_is_a_way_to_choose_of_its_own() -> None:
    assert list(facets_of(POINTS, GUIDANCE, 5)) == [
        "question", "theme", "concerns", "setting", "conditions", "statement", "year", "tried"
    ]  # fmt: skip
    point = replace(POINTS[0], themes=("conditions-general", "voice", "concerns-adult"))
    marks = marks_of(point, GUIDANCE)
    assert [marks[facet] for facet in ("theme", "concerns", "conditions")] == [
        ("voice",),
        ("concerns-adult",),
        ("conditions-general",),
    ]


def test_what_belongs_to_both_services_is_found_by_either() -> None:
    point = replace(POINTS[0], setting=Setting.BOTH)
    assert marks_of(point, GUIDANCE)["setting"] == (Setting.CHILDREN, Setting.ADULTS)
