"""Choosing from the learning points: exactly the right ones, by keyboard, from a server or a folder, and on paper."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page
from written_points import written_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.settings import LEAST
from circle_cli.site.drawing.labels import labels_of
from circle_cli.site.drawing.ladder import Rung, rung_of

Open = Callable[..., Page]
POINTS = list(written_points())
GUIDANCE = load_guidance()
LABELS = labels_of(POINTS, GUIDANCE, LEAST)
BROWSE = "learning-points/index.html"

CHOICES = [
    {"theme": ["safety"]},
    {"theme": ["safety", "communication"]},
    {"setting": ["children"], "question": ["barriers"]},
    {"setting": ["children"]},
]
UNFOLDED = {"setting": ["children"], "question": ["barriers"], "conditions": ["conditions-specific"]}

TRIED_OUT = """() => {
  const boxes = [...document.querySelectorAll(".browse input")], found = []
  const free = box => box.getAttribute("aria-disabled") !== "true"
  const look = (chosen, from) => {
    const number = box => box.parentElement.querySelector(".browse__fit").textContent
    found.push({
      chosen: chosen.map(box => [box.name, box.value]),
      count: document.querySelector("[role=status]").textContent,
      titles: [...document.querySelectorAll(".choosing .points > li > a")].map(a => a.textContent),
      numbers: Object.fromEntries(boxes.filter(free).map(box => [`${box.name}=${box.value}`, number(box)])),
    })
    if (chosen.length === 3) return
    for (const [place, box] of boxes.entries()) {
      if (place < from || !free(box) || chosen.some(each => each.name === box.name)) continue
      box.click()
      look([...chosen, box], place + 1)
      box.click()
    }
  }
  look([], 0)
  return found
}"""
"""Ticks each choice, each two and each three that can be ticked, of different headings, and tells what was seen."""


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


def test_what_was_chosen_is_kept_in_the_address(open_page: Open, start: str) -> None:
    page = open_page(start)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    assert page.get_by_role("status").text_content() == "40 learning points" and len(titles(page)) == 40
    assert page.locator(".browse__facets details[open] > summary").all_text_contents() == ["Setting"]
    assert page.get_by_role("button", name="Copy link").is_visible() == start.startswith(
        "http"
    )  # a folder's name is nobody's
    for wanted in CHOICES:
        page.goto(start)
        for facet, values in wanted.items():
            unfold(page, facet)
            for value in values:
                page.locator(f"input[name={facet}][value='{value}']").press("Space")
        expected = fitting(wanted)
        assert 0 < len(expected) < 40
        assert sorted(titles(page)) == sorted(expected)
        assert sorted(parse_qsl(urlsplit(page.url).query)) == sorted(parse_qsl(query(wanted)[1:]))
        page.goto(page.url.replace("?", "?unknown=1&year=1999&setting=<script>&"))  # as from an e-mail
        assert sorted(titles(page)) == sorted(expected)
    assert complaints == []


def test_all_that_can_be_chosen_shows_what_fits_and_tells_no_small_number(open_page: Open, demo_address: str) -> None:
    """Nor do two numbers differ by a small one; and beside a choice stands what it then leaves."""
    seen = open_page(demo_address + BROWSE).evaluate(TRIED_OUT)
    sizes = {frozenset(map(tuple, each["chosen"])): len(each["titles"]) for each in seen}
    assert {1, 2, 3} <= set(map(len, sizes))
    for each in seen:
        chosen = frozenset((name, value) for name, value in each["chosen"])
        assert sorted(each["titles"]) == sorted(fitting({name: [value] for name, value in chosen}))
        assert each["count"] == (f"{sizes[chosen]} of 40 learning points" if chosen else "40 learning points")
        for one in chosen:
            assert sizes[chosen] >= LEAST and sizes[chosen - {one}] - sizes[chosen] not in range(1, LEAST)
        for choice, told in each["numbers"].items():
            name, value = choice.split("=")
            wider = {facet: [one] for facet, one in chosen if facet != name}
            assert told == f"({len(fitting({**wider, name: [value]}))})"


def test_what_cannot_be_combined_is_said_and_not_done(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + "?setting=adults")
    grey = page.locator("label", has_text="Hearing the person")
    assert "(cannot be added)" in (grey.text_content() or "")
    assert page.get_by_text("What is grey cannot be added").is_visible()
    unfold(page, "theme")
    grey.locator("input").press("Space")
    assert not grey.locator("input").is_checked()
    assert page.get_by_text("“Hearing the person's own voice” cannot be added to what you chose.").is_visible()
    page.goto(demo_address + BROWSE + "?setting=adults&theme=voice")
    assert set(titles(page)) == fitting({"setting": ["adults"]})
    assert page.get_by_text("cannot be shown together with the rest, and was left out").is_visible()
    strips = page.locator(".points .facts:visible")
    assert strips.count() > 0
    page.goto(demo_address + BROWSE + "?theme=voice")
    settings = Counter(LABELS[point.id]["setting"] for point in POINTS if "voice" in LABELS[point.id]["theme"])
    assert min(settings.values()) < LEAST and strips.count() == 0  # they could be counted


def test_without_scripts_all_is_shown_and_no_control_that_would_do_nothing(open_page: Open, start: str) -> None:
    page = open_page(start + query(CHOICES[0]), java_script_enabled=False)
    assert set(titles(page)) == {point.title for point in POINTS}
    assert page.locator("input[type=checkbox]:visible, .browse:visible").count() == 0


def test_what_is_chosen_stands_above_the_list_and_is_taken_away_there(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[1]))
    page.get_by_role("button", name="Take away Theme: Communication").press("Enter")
    assert set(titles(page)) == fitting(CHOICES[0])
    assert page.evaluate("document.activeElement.textContent") == "Safety and risk ✕"
    page.keyboard.press("Enter")
    assert len(titles(page)) == 40 and urlsplit(page.url).query == ""
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def words(page: Page, places: list[int] | None) -> None:
    """Say what was found by words, as the search does."""
    page.evaluate("places => document.dispatchEvent(new CustomEvent('words', { detail: { places } }))", places)


def test_words_narrow_and_order_the_list_and_where_nothing_fits_the_page_says_what_to_drop(
    open_page: Open, demo_address: str, broken_rules: Callable[[Page], list[Any]]
) -> None:
    page = open_page(demo_address + BROWSE, 320)
    every, status = titles(page), page.get_by_role("status")
    words(page, [7, 3])
    assert (titles(page), status.text_content()) == ([every[7], every[3]], "2 of 40 learning points")
    assert page.locator(".browse [aria-disabled=false]").count() == 0  # whatever is ticked would leave one or none
    words(page, None)
    assert titles(page) == every
    page.goto(demo_address + BROWSE + query(CHOICES[2]))
    words(page, [place for place, title in enumerate(every) if title not in fitting({"question": ["barriers"]})])
    assert (status.text_content() or "").startswith("No learning point with these words fits all that you chose.")
    ways = page.get_by_role("list", name="What you could take away").get_by_role("button")
    assert ways.all_text_contents() == ["Question of the circle: How were the hard parts handled?"]
    assert broken_rules(page) == []
    ways.click()
    assert set(titles(page)) == fitting(CHOICES[3]) - fitting({"question": ["barriers"]})
    assert "Fewer than" not in (page.locator("main").text_content() or "")


def test_on_a_narrow_screen_the_choices_fold_away_and_the_count_stays(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE, 320)
    assert not page.locator(".browse__panel").is_visible()
    page.get_by_role("button", name="Choose what to see", expanded=False).press("Enter")
    page.locator("input[name=setting]").first.press("Space")
    count = len(fitting({"setting": ["children"]}))
    done = page.get_by_role("button", name=f"Show {count} learning points")
    assert done.evaluate("it => it.getBoundingClientRect().bottom <= innerHeight")  # without scrolling
    done.press("Enter")
    assert not page.locator(".browse__panel").is_visible()
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator(".points > li:visible").last.scroll_into_view_if_needed()
        top = page.get_by_role("status").evaluate("it => it.getBoundingClientRect().top")
        assert 0 <= top < 120 and page.evaluate("scrollY") > 500
    assert page.locator(".browse__panel").is_visible() and not done.is_visible()


def test_the_list_can_be_put_in_order_and_passed_on_by_link_and_by_e_mail(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[0]) + "&order=tried")
    written = page.get_by_role("link", name="E-mail this list").get_attribute("href") or ""
    kept, site = unquote(written).split("\r\n"), "What works practice learning circle"
    assert kept[0] == f"mailto:?subject=Learning points - {site}&body=Chosen: Theme: Safety and risk"
    assert [line[3:] for line in kept if line[:1].isdecimal()] == titles(page)
    assert kept[-1] == f"The whole list: {page.url}" and len(written) <= 1900
    assert urljoin(page.url, page.locator(".points > li:visible > a").first.get_attribute("href")) in kept
    page.get_by_role("button", name="Copy link").press("Enter")
    page.get_by_text("The link is copied.").wait_for()
    page.goto(demo_address + BROWSE)
    page.get_by_label("tried by most others first").check()
    rungs = {point.title: list(Rung).index(rung_of(point)) for point in POINTS}
    assert [rungs[title] for title in titles(page)] == sorted(rungs.values(), reverse=True)
    assert urlsplit(page.url).query == "order=tried"
    page.goto(demo_address + BROWSE)
    written = page.get_by_role("link", name="E-mail this list").get_attribute("href") or ""
    room = sum(line[:1].isdecimal() for line in unquote(written).partition("&body=")[2].split("\r\n"))
    assert len(written) <= 1900 and 5 <= room < 40
    assert page.get_by_text(f"An e-mail has room for the first {room}; its link leads to all of them.").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_wcag_is_broken_when_all_is_open(
    open_page: Open, demo_address: str, broken_rules: Callable[[Page], list[Any]], scheme: str
) -> None:
    page = open_page(demo_address + BROWSE + query(UNFOLDED), 320, scheme)
    page.get_by_text("Choose what to see").click()
    page.evaluate("for (const it of document.querySelectorAll('.browse details')) it.open = true")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("scrollTo(0, 0)")  # else the header covers half of a link of the menu
        assert broken_rules(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_every_choice_and_every_card_shown(
    open_page: Open, demo_address: str, walk: Callable[[Page], list[dict[str, Any]]], width: int
) -> None:
    page = open_page(demo_address + BROWSE + query(UNFOLDED), width)
    if width == 320:
        page.get_by_text("Choose what to see").press("Enter")
    boxes = page.locator(".browse input:visible").count()
    page.evaluate("document.activeElement.blur()")
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["tag"] for stop in stops].count("input") >= boxes > 10
    names = [stop["name"] for stop in stops]
    assert 0 < len(fitting(UNFOLDED)) < 40
    assert fitting(UNFOLDED) <= set(names)
    assert {"Take away Setting: Children’s services", "Show all", "Copy link", "E-mail this list"} <= set(names)


def test_paper_has_the_cards_and_no_controls(open_page: Open, demo_address: str) -> None:
    page = open_page(demo_address + BROWSE + query(CHOICES[1]))
    page.emulate_media(media="print")
    assert set(titles(page)) == fitting(CHOICES[1])
    assert not any(page.get_by_text(words).is_visible() for words in ("Choose what to see", "Search for words"))
    assert page.locator(".points > li").first.evaluate("it => getComputedStyle(it).breakInside") == "avoid"
    assert page.locator(".points").evaluate("it => getComputedStyle(it).columnCount") == "2"
