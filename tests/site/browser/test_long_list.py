"""A list that is too long for one page: all of it without scripts, chosen from like a short one, whole on paper."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from invented_points import invented_points
from playwright.sync_api import Page

from circle_cli.guidance.pages import load_guidance
from circle_cli.settings import LEAST
from circle_cli.site.drawing.labels import labels_of
from circle_cli.site.drawing.ladder import Rung, rung_of

Open = Callable[..., Page]
MANY = 120
POINTS = list(invented_points(MANY))
LABELS = labels_of(POINTS, load_guidance(), LEAST)
BROWSE = "learning-points/index.html"
CARDS = ".choosing .points > li"
AS_DRAWN = """async many => {
  const cards = [...document.querySelectorAll(".points > li")].map(card => card.outerHTML)
  const places = [...Array(many).keys()]
  await circleListed.load(places)
  return places.map(place => circleListed.card(place).outerHTML)
}"""
"""Gives the cards as the script has them: the first page's as they were drawn, the others as it made them."""


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, long_address: str, long_site: Path) -> str:
    """Where the site is: on a server, or in a folder."""
    return long_address if request.param == "http" else f"{long_site.as_uri()}/"


def titles(page: Page) -> list[str]:
    return page.locator(".points > li:visible > a").all_text_contents()


def fitting(facet: str, value: str) -> set[str]:
    return {point.title for point in POINTS if value in LABELS[point.id][facet]}


def test_without_scripts_links_lead_through_all_of_it(open_page: Open, start: str) -> None:
    page, seen = open_page(start + BROWSE, java_script_enabled=False), list[str]()
    for number in (1, 2, 3):
        page.get_by_text(f"Page {number} of 3", exact=True).wait_for()
        seen += titles(page)
        if number < 3:
            page.get_by_role("link", name="Next page").click()
    assert len(seen) == MANY and set(seen) == {point.title for point in POINTS}
    assert page.get_by_text("101 to 120 of 120 learning points.").is_visible()
    page.get_by_role("link", name="Choose from all of them").click()
    page.wait_for_url("**/" + BROWSE)


def test_nothing_of_it_is_fetched_before_somebody_chooses_and_then_what_fits_is_shown(
    open_page: Open, start: str, broken_rules: Callable[[Page], list[Any]]
) -> None:
    page, asked = open_page("about:blank", 320), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(start + BROWSE)
    status = page.get_by_role("status")
    assert (len(titles(page)), status.text_content()) == (50, f"{MANY} learning points")
    assert not [url for url in asked if "/list/" in url]
    page.locator("button", has_text="Choose what to see").click()
    page.locator("input[name=setting][value=children]").press("Space")
    count = len(fitting("setting", "children"))
    page.get_by_role("status").get_by_text(f"{count} of {MANY} learning points").wait_for()
    assert 50 < count < MANY and "page" not in page.url  # whoever chooses begins at the beginning
    seen = titles(page)
    turned = page.get_by_role("navigation", name="Pages of the list")
    turned.get_by_role("button", name="Next page").press("Enter")
    turned.get_by_text("Page 2 of 2").wait_for()
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    page.reload()
    turned.get_by_text("Page 2 of 2").wait_for()
    assert {*seen, *titles(page)} == fitting("setting", "children") and broken_rules(page) == []


def test_a_card_that_is_fetched_is_to_the_byte_one_that_is_drawn(
    open_page: Open, long_address: str, long_site: Path
) -> None:
    made = open_page(long_address + BROWSE).evaluate(AS_DRAWN, MANY)
    drawn: list[str] = []
    for name in ("index", "list-page-2", "list-page-3"):
        html = (long_site / f"learning-points/{name}.html").read_text(encoding="utf-8")
        found = re.search(r'<ul class="points">(.*)</ul></div><div class="pages"', html, re.DOTALL)
        drawn += re.split("(?<=</ul></li>)", found[1])[:-1] if found else []
    marks = re.compile(r' data-(?!search)\w+="[^"]*"')
    assert [marks.sub("", unescape(card)) for card in made] == [marks.sub("", unescape(card)) for card in drawn]


def test_words_and_orders_reach_all_of_it(open_page: Open, start: str, long_address: str) -> None:
    page = open_page(start + BROWSE)
    page.get_by_label("tried by most others first").check()
    page.wait_for_url("**order=tried**")
    rungs = {point.title: list(Rung).index(rung_of(point)) for point in POINTS}
    assert [rungs[title] for title in titles(page)] == sorted(rungs.values(), reverse=True)[:50]
    page.goto(start + BROWSE)
    page.evaluate("document.dispatchEvent(new CustomEvent('words', { detail: { places: [119, 3, 70] } }))")
    page.get_by_role("status").get_by_text(f"3 of {MANY} learning points").wait_for()
    assert len(titles(page)) == 3
    if start == long_address:  # a folder's name is nobody's
        written = page.get_by_role("link", name="E-mail this list").get_attribute("href") or ""
        assert [f"{number}. {title}" in unquote(written) for number, title in enumerate(titles(page), start=1)] == 3 * [
            True
        ]


def test_paper_has_all_that_was_chosen_once_it_is_here_and_says_which_page_it_has_else(
    open_page: Open, long_address: str
) -> None:
    page = open_page(long_address + BROWSE)
    page.emulate_media(media="print")
    assert len(titles(page)) == 50 and page.get_by_text("Page 1 of 3", exact=True).is_visible()
    page.emulate_media(media="screen")
    page.goto(long_address + BROWSE)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name=f"Print all {MANY}").press("Enter")
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    page.locator(CARDS).nth(MANY - 1).wait_for()
    assert not page.get_by_text("Page 1 of 3", exact=True).is_visible()


def test_where_a_part_of_it_cannot_be_fetched_the_page_says_so_and_can_be_asked_again(
    open_page: Open, long_address: str
) -> None:
    page = open_page(long_address + BROWSE)
    page.route("**/list/cards-*", lambda route: route.abort())
    page.get_by_role("button", name="Next page").press("Enter")
    page.get_by_text("The list could not be fetched just now.").wait_for()
    page.unroute("**/list/cards-*")
    page.route("**/list/cards-2.js*", lambda route: route.fulfill(body='circleList("cards-2","!",[])'))
    page.get_by_role("button", name="Next page").press("Enter")
    page.get_by_text("The list could not be fetched just now.").wait_for()  # that was of another day
    page.unroute("**/list/cards-2.js*")
    page.get_by_role("button", name="Next page").press("Enter")
    page.get_by_text("Page 2 of 3").wait_for()
    assert len(titles(page)) == 50


def test_what_is_new_is_shown_with_its_title_wherever_in_the_list_it_stands(open_page: Open, start: str) -> None:
    page = open_page(start + BROWSE)
    page.get_by_role("button", name="Show me what is new next time").press("Enter")
    page.get_by_text("Nothing is new since you last looked.").wait_for()
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(key => key.endsWith(".circle-seen"))
          const kept = localStorage.getItem(key).split(" ").filter((_, place) => place % 40 !== 39)
          localStorage.setItem(key, kept.join(" "))
        }"""
    )
    page.reload()
    box = page.get_by_role("region", name="New to you")
    box.get_by_text("3 learning points are new since you last looked.").wait_for()
    assert box.get_by_role("listitem").count() == 3
