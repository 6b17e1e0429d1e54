"""The page for an address at which nothing is, on a site in a folder of its host: seen whole, with a way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

Open = Callable[..., Page]
FOLDER = "/sub/folder/"
HOST = "https://example.org"
GONE = ("gone.html", "learning-points/gone.html", "learning-points/gone/", "a/b/c/gone.html")
NOT_HERE = "This page is not here"


def put(page: Page, site: Path) -> list[str]:
    """Put a site into a folder of a host that shows its 404.html wherever nothing is; gives what is asked for there."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        asked.append(path.removeprefix(FOLDER))
        file = site / path.removeprefix(FOLDER)
        there = path.startswith(FOLDER) and file.is_file()
        route.fulfill(path=file if there else site / "404.html", status=200 if there else 404)

    page.route(f"{HOST}/**", answer)
    return asked


def test_where_nobody_knows_the_sites_address_it_asks_for_nothing_and_leads_up_from_any_depth(
    open_page: Open, site: Path
) -> None:
    page = open_page("about:blank", 320)
    asked = put(page, site)
    for gone in GONE:
        asked.clear()
        page.goto(HOST + FOLDER + gone)
        assert page.get_by_role("heading", name=NOT_HERE).is_visible() and asked == [gone]
        ways = page.locator("main a")
        for step in range(6):
            if ways.count() == 0 or NOT_HERE not in page.title():
                break
            way = ways.nth(step % 2)  # what it says: the first, or if there is none, the second
            with page.expect_navigation():
                way.click()
        assert page.url.startswith(HOST + FOLDER) and NOT_HERE not in page.title(), gone


def test_where_it_is_known_it_is_a_page_as_all_others(
    open_page: Open, build: Callable[[dict[str, str]], Path], broken_rules: Callable[[Page], list[Any]]
) -> None:
    page = open_page("about:blank")
    asked = put(page, site := build({"circle.yml": f"address: {HOST}{FOLDER}\n"}))
    for gone in GONE:
        asked.clear()
        page.goto(HOST + FOLDER + gone)
        assert page.get_by_role("heading", name=NOT_HERE).is_visible()
        assert [path for path in asked if not (site / path).is_file()] == [gone] and "circle.css" in asked
    assert broken_rules(page) == []
    with page.expect_navigation():
        page.get_by_role("link", name="the learning points", exact=True).click()
    assert page.url == f"{HOST}{FOLDER}learning-points/index.html"
