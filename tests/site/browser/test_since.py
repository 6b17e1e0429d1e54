"""What is new to somebody: kept in their browser alone, off until asked for, from a server or a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
KEPT = "Object.entries(localStorage).filter(([key]) => key.endsWith('.circle-seen')).map(([, ids]) => ids)"
AS_BEFORE = """gone => {
  const key = Object.keys(localStorage).find(key => key.endsWith('.circle-seen'))
  localStorage.setItem(key, localStorage.getItem(key).split(' ').slice(gone).join(' '))
}"""
"""Makes what is kept what it would be if that many had come since."""


@pytest.mark.parametrize("place", ["a server", "a folder"])
def test_what_came_since_somebody_looked_is_shown_to_them_until_they_have_seen_or_forgotten_it(
    open_page: Open, demo_address: str, demo_site: Path, broken_rules: Callable[[Page], list[Any]], place: str
) -> None:
    start = demo_address if place == "a server" else f"{demo_site.as_uri()}/"
    page = open_page(f"{start}learning-points/index.html", 320)
    box = page.get_by_role("region", name="New to you")
    assert page.evaluate(KEPT) == [] and not box.get_by_role("button", name="Forget").is_visible()
    box.get_by_role("button", name="Show me what is new next time").press("Enter")
    box.get_by_text("Nothing is new since you last looked.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Forget what I have seen"
    assert [len(ids.split()) for ids in page.evaluate(KEPT)] == [40]
    page.evaluate(AS_BEFORE, 2)
    page.goto(f"{start}index.html")
    box.get_by_text("2 learning points are new since you last looked.").wait_for()
    box.get_by_role("link", name="Look at them in the list").click()
    page.wait_for_url("**/learning-points/index.html#since")
    assert box.get_by_role("listitem").count() == 2 and broken_rules(page) == []
    assert box.get_by_role("listitem").first.get_by_role("link").get_attribute("href")
    page.reload()
    box.get_by_role("button", name="I have looked").press("Enter")
    box.get_by_text("Nothing is new since you last looked.").wait_for()
    page.goto(f"{start}learning-points/following.html")
    box.get_by_text("Nothing is new since you last looked.").wait_for()
    box.get_by_role("button", name="Forget what I have seen").press("Enter")
    assert page.evaluate(KEPT) == [] and box.get_by_role("button", name="Show me").is_visible()


def test_nothing_is_offered_without_scripts_and_nothing_fetched_before_somebody_asks(
    open_page: Open, demo_address: str
) -> None:
    page = open_page(f"{demo_address}index.html", java_script_enabled=False)
    assert page.get_by_text("new next time").count() == 1 and not page.get_by_text("new next time").is_visible()
    asked: list[str] = []
    page = open_page("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{demo_address}index.html")
    page.get_by_role("button", name="Show me what is new next time").wait_for()
    assert [url for url in asked if "ids" in url] == []
