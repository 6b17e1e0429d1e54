"""The site in a real browser: no other host, WCAG 2.2 AA, keyboard alone, 320 pixels."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from making import ROOT
from playwright.sync_api import Browser, BrowserContext, Page

from circle_cli.guidance.files import PAGES
from circle_cli.site.checked import CHECKED

PAGE_OF = {
    "the home page": "index",
    "a question of the circle": "questions/safety",
    "a way to use the circle": "modes/collaborative",
    "a page of guidance with lists in it": "running",
    "sources and thanks": "sources",
    "privacy": "privacy",
    "this statement": "accessibility",
    "the kit": "kit",
    "role cards, to print": "kit/role-cards",
    "the eight questions, to print": "kit/prompts",
    "the recording sheet, to print": "kit/recording-sheet",
    "the form, to reflect on here": "kit/form",
    "the list of learning points, to choose from": "learning-points/index",
    "a learning point": "learning-points/abcdefgh",
    "a learning point for a team, to print": "kit/abcdefgh",
    "the page to tell how it went, to print": "kit/abcdefgh-tried",
    "the page that says that a page is not there": "404",
}
"""The page on which each kind that the accessibility statement names is checked."""

OF_DEMO = {
    "what is new, and tried by others": "learning-points/news",
    "how to follow what is new": "learning-points/following",
    "the themes, with a chart": "themes/index",
    "a theme": "themes/voice",
    "a framework": "frameworks/pcf-2018",
}
"""Those of which a log with few learning points would show little."""

OF_LONG = {"a further page of that list": "learning-points/list-page-2"}
"""Those that a log has with more than fifty of them."""

COLOURS = {"light": "default", "dark": "slate"}
"""What the theme calls the colours of each scheme."""

PICTURES = ROOT / "tests" / "screenshots"
"""Where every kind of page can be looked at after `pytest --pictures`; git does not see it."""

LONG_LINES = """most => {
  const blocks = "p, li, dd, dt, blockquote, label, legend", long = []
  for (const block of document.querySelectorAll(blocks)) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), lines = new Map()
    const one = document.createRange()
    while (texts.nextNode()) {
      const { currentNode: text } = texts
      if (text.parentElement.closest(`${blocks}, td, th, summary, h1, h2, h3`) !== block) continue
      for (let place = 0; place < text.length; place++) {
        one.setStart(text, place)
        one.setEnd(text, place + 1)
        const box = one.getClientRects()[0], line = box?.width && Math.round(box.bottom / 4)
        if (line) lines.set(line, (lines.get(line) ?? "") + text.data[place])
      }
    }
    long.push(...[...lines.values()].filter(line => line.trim().length > most))
  }
  return long
}"""
"""Gives the lines of a page that have more letters than are good to read."""

Open = Callable[..., Page]
Broken = Callable[[Page], list[Any]]
Walk = Callable[[Page], list[dict[str, Any]]]


def test_no_page_asks_another_host(browser: Browser, address: str) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page = browser.new_page()

    page.on("request", lambda request: None if request.url.startswith(address) else asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    cut_off = "net::ERR_ABORTED"  # by going on to the next page
    page.on("requestfailed", lambda request: errors.append(request.url) if request.failure != cut_off else None)
    every = {*PAGES, *(f"{name}.md" for name in PAGE_OF.values())} - {"index.md"}
    for uri in (*sorted(every), "index.md"):  # the last has the search; a page to print has none
        page.goto(address + uri.replace(".md", ".html"))
    page.keyboard.press("/")
    page.keyboard.insert_text("theory")
    page.wait_for_selector(".find__found a")
    assert (asked, errors) == ([], [])


@pytest.fixture(scope="module")
def window(profile: BrowserContext) -> Iterator[Page]:
    """One window in which page after page is looked at: a new one for each takes a process of its own."""
    page = profile.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("kind", CHECKED.kinds)
def test_no_rule_of_wcag_is_broken(
    window: Page, broken_rules: Broken, address: str, demo_address: str, long_address: str, pictures: bool, kind: str
) -> None:
    name, page = {**PAGE_OF, **OF_DEMO, **OF_LONG}[kind], window
    start = demo_address if kind in OF_DEMO else long_address if kind in OF_LONG else address
    for scheme in CHECKED.schemes:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{start}{name}.html")
        colours = page.locator("body").get_attribute("data-md-color-scheme")
        assert colours == (None if name.startswith(("kit/", "404")) else COLOURS[scheme])  # no page of the theme's
        for width in CHECKED.widths:
            page.set_viewport_size({"width": width, "height": 800})
            if pictures:
                page.screenshot(path=PICTURES / f"{name.replace('/', '-')}-{width}-{scheme}.png", full_page=True)
            assert (scheme, width, broken_rules(page)) == (scheme, width, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(LONG_LINES, 75) == []


def test_the_accessibility_statement_names_the_tool_that_is_used(browser: Browser) -> None:
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    assert script.startswith(f"/*! axe v{CHECKED.version}\n") and CHECKED.tool == "axe-core"
    assert CHECKED.browser.lower() == browser.browser_type.name


CONTRAST = """() => [...document.querySelectorAll(".circle__drawing a")].map(link => {
  const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0)
  const both = ["path", "text"].map(name => light(getComputedStyle(link.querySelector(name)).fill))
  return (Math.max(...both) + .05) / (Math.min(...both) + .05)
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_in_the_drawing_can_be_read(open_page: Open, scheme: str) -> None:
    page = open_page("index.html", scheme=scheme)  # axe cannot tell what lies behind words in a drawing
    assert min(page.evaluate(CONTRAST)) >= 7
    page.locator(".circle__drawing a").first.hover()
    assert min(page.evaluate(CONTRAST)) >= 4.5
    page.keyboard.press("Tab")
    page.locator(".circle__drawing a").first.focus()
    assert min(page.evaluate(CONTRAST)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken_in_the_open_search_and_menu(open_page: Open, broken_rules: Broken, scheme: str) -> None:
    page = open_page("index.html", 320, scheme)
    page.get_by_role("button", name="All pages").press("Enter")
    page.wait_for_function("() => document.getAnimations().every(each => each.playState !== 'running')")
    menu = broken_rules(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.insert_text("theory")
    page.wait_for_selector(".find__found a")
    assert menu + broken_rules(page) == []


@pytest.mark.parametrize("width", CHECKED.walked)
def test_each_stop_of_the_keyboard_can_be_seen(open_page: Open, walk: Walk, width: int) -> None:
    stops = walk(open_page("index.html", width))
    names = [stop["name"] for stop in stops]
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert "8 Next steps: What will it take to make it happen again?" in names
    assert len(stops) > 20


def test_menu_opens_and_closes_by_keyboard_and_shows_all_pages(open_page: Open) -> None:
    page = open_page("roles/recorder.html", 320)
    button = page.get_by_role("button", name="All pages")
    assert button.get_attribute("aria-expanded") == "false"
    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    menu = page.locator(".md-nav--primary")
    links = menu.locator("a.md-nav__link:visible")
    assert links.count() == len(PAGES) + 5  # and what is drawn from the learning points
    assert page.evaluate("document.activeElement.textContent.trim()") == "Home"
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "All pages"


def test_segment_of_the_circle_opens_its_question(open_page: Open) -> None:
    page = open_page("index.html", 320)
    page.get_by_role("link", name="5 Safety").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/safety.html")
    smallest = open_page("index.html", 320).evaluate(
        "Math.min(...[...document.querySelectorAll('.circle__drawing path')]"
        ".flatMap(path => [path.getBoundingClientRect().width, path.getBoundingClientRect().height]))"
    )
    assert smallest >= 24


def test_colours_follow_the_system_until_somebody_chooses(open_page: Open) -> None:
    page = open_page("index.html")
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == COLOURS["light"]
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    page.emulate_media(color_scheme="light")
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == COLOURS["light"]
    page.emulate_media(color_scheme="dark")
    page.goto(page.url.replace("index", "privacy"))
    assert body.get_attribute("data-md-color-scheme") == COLOURS["dark"]
    page.get_by_label("Change to light colours").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'default'")
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == COLOURS["light"]
    page.emulate_media(color_scheme="light")
    page.get_by_label("Change to dark colours").focus()
    page.keyboard.press("Enter")
    page.goto(page.url.replace("privacy", "index"))
    assert body.get_attribute("data-md-color-scheme") == COLOURS["dark"]


def test_a_page_leaves_nothing_in_the_browser_unless_somebody_chose(open_page: Open) -> None:
    page = open_page("index.html")
    page.goto(page.url.replace("index", "privacy"))
    page.goto("about:blank")
    page.go_back()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_pages_open_from_a_folder_without_a_server(open_page: Open, site: Path) -> None:
    page = open_page((site / "index.html").as_uri())
    page.get_by_role("link", name="5 Safety").click()
    page.wait_for_url("**/questions/safety.html")


def test_all_words_are_there_without_scripts(open_page: Open) -> None:
    page = open_page("index.html", java_script_enabled=False)
    assert page.locator(".circle__drawing a").count() == 8
    assert page.locator(".circle__list a").count() == 8


def test_paper_is_white_even_in_the_dark(open_page: Open) -> None:
    page = open_page("index.html", scheme="dark")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('article p')).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.locator(".circle").evaluate("it => getComputedStyle(it).breakInside") == "auto"  # no page half empty
    assert page.locator("p code").first.evaluate("it => getComputedStyle(it).whiteSpace") == "nowrap"
    assert not page.locator(".md-header").is_visible()
