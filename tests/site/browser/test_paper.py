"""On paper: few sheets, each with the address that it is from, and nothing that can only be pressed."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from written_points import written_points

Open = Callable[..., Page]
MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
"""What browsers leave at the edges, where a page says nothing."""

LONGEST = max(
    written_points(),
    key=lambda point: sum(map(len, [*point.parts.values(), *(trial.differed or "" for trial in point.trials)])),
)


def sheets(page: Page) -> int:
    pdf = page.pdf(format="A4", margin=MARGINS, prefer_css_page_size=True)  # type: ignore[arg-type]
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_home_a_learning_point_and_a_chosen_list_are_each_one_sheet_with_its_address(
    open_page: Open, demo_address: str, demo_site: Path
) -> None:
    page = open_page("about:blank")
    for uri in ("index.html", f"learning-points/{LONGEST.id}.html", "learning-points/index.html?theme=safety"):
        page.goto(f"{demo_address}{uri}#the-page")
        assert not page.locator(".here").is_visible()
        page.emulate_media(media="print")
        assert (uri, sheets(page)) == (uri, 1)
        assert page.locator(".here").text_content() == demo_address + uri and page.locator(".here").is_visible()
        for pressed in ("Copy link", "Take away", "Show me what is new next time", "Follow what is new", "Privacy"):
            assert not page.get_by_text(pressed, exact=True).first.is_visible(), pressed
        page.emulate_media(media="null")
    page.emulate_media(media="print")
    chosen = page.get_by_role("list", name="Chosen")
    assert chosen.is_visible() and "✕" not in chosen.inner_text()
    page.goto((demo_site / "index.html").as_uri())  # nobody else can open what a folder is called
    assert not page.locator(".here").is_visible()
