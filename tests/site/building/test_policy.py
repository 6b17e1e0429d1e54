"""The content-security policy: every page has it, only the theme's own scripts pass, and the pages work under it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from circle_cli.errors import CircleError
from circle_cli.site.building.mkdocs_yml import program_settings
from circle_cli.site.building.policy import with_policy

HEAD = '<!doctype html>\n<html lang="en-GB" class="no-js">\n  <head>\n    <meta charset="utf-8">\n'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
FROM_THE_THEME = (
    'var target=document.getElementById(location.hash.slice(1));target&&target.name&&(target.checked='
    'target.name.startsWith("__tabbed_"))'
)  # fmt: skip


def test_every_page_has_the_policy_before_anything_that_it_rules(site_with_points: Path) -> None:
    prints = set(site_with_points.glob("kit/*.html"))  # which bring their own: no script at all
    pages = [path for path in site_with_points.rglob("*.html") if path not in prints]
    assert len(pages) > 30
    for path in pages:
        text = path.read_text(encoding="utf-8")
        found = POLICY.search(text)
        assert found and len(POLICY.findall(text)) == 1, path
        assert not re.search(r"<(script|link|style|img)\b", text[: found.start()])
        assert text.count('<meta name="referrer" content="no-referrer">') == 1
        assert len(text[: text.index('charset="utf-8"')].encode()) < 1000  # browsers look no further for it
        (scripts,) = re.findall(r"script-src ([^;]*);", found[1])
        none = path.name == "404.html"  # it stands by itself, since nobody knows the site's address
        assert scripts == "'self'" if none else re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')+", scripts)
        assert "unsafe-eval" not in found[1] and "*" not in found[1] and "http" not in found[1]


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<script>\nalert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT >",
        '<script type="module">alert(1)</script>',
        '<script type="text/javascript" async>alert(1)</script>',
        "<svg><script>alert(1)</script></svg>",
        '<script type="text/javascript" type="application/json">alert(1)</script>',
        f"<script>{FROM_THE_THEME};alert(1)</script>",
        '<script>__md_scope=new URL("");alert(1);new URL("",location)</script>',
        "<script></script>",
    ],
)
def test_a_script_that_is_not_the_themes_stops_the_build_by_line(script: str) -> None:
    with pytest.raises(CircleError, match=r"a\.html:5: holds a script that is not the theme's; nothing was published"):
        with_policy(HEAD + script, "a.html")


def test_the_themes_scripts_get_a_hash_and_data_needs_none() -> None:
    data = '<script id="__config" type="application/json">{"a": 1}</script><script src="circle.js"></script>'
    made = with_policy(f"{HEAD}<script>{FROM_THE_THEME}</script>{data}", "a.html")
    assert made.count("'sha256-") == 1
    assert with_policy(HEAD + data, "a.html").count("'sha256-") == 0


@pytest.mark.parametrize("html", ["", "<p>words</p>", "words" + HEAD, HEAD.replace("<meta", "<script></script><meta")])
def test_a_page_that_does_not_begin_as_the_themes_do_stops_the_build(html: str) -> None:
    with pytest.raises(CircleError, match=r"a\.html:1: does not begin as the theme's pages do"):
        with_policy(html, "a.html")


def test_a_site_with_an_address_and_features_of_its_own_has_it_too(build: Callable[[dict[str, str]], Path]) -> None:
    ours = program_settings().read_text(encoding="utf-8")
    changed = ours.replace("  features:\n", "  features:\n    - content.tabs.link\n    - navigation.tabs\n")
    site = build({"mkdocs.yml": changed + "\nsite_url: https://example.org/a-b/c_d/\n"})
    missing = site / "404.html"  # the one page that names its place from the top
    assert 'new URL("/a-b/c_d/",location)' in missing.read_text(encoding="utf-8")
    assert POLICY.search(missing.read_text(encoding="utf-8"))


@pytest.fixture
def said(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that its console and its scripts complain of."""
    page = browser.new_page(color_scheme="light")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    page.close()


def test_search_colours_and_menu_work_under_it_without_a_complaint(said: tuple[Page, list[str]], address: str) -> None:
    page, complaints = said
    for uri in ("index", "questions/safety", "learning-points/index", "learning-points/k3f9abcd", "404"):
        page.goto(f"{address}{uri}.html")
    page.goto(f"{address}learning-points/k3f9abcd.html")
    page.get_by_label("Change to dark colours").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    page.keyboard.press("/")
    page.keyboard.type("older")
    page.wait_for_selector(".find__found a")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.find__found a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mnpqrstu.html*")
    page.set_viewport_size({"width": 320, "height": 800})
    page.reload()
    page.get_by_role("button", name="All pages").press("Enter")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert complaints == []


def test_pages_work_under_it_from_a_folder(said: tuple[Page, list[str]], site_with_points: Path) -> None:
    page, complaints = said
    page.goto((site_with_points / "index.html").as_uri())
    page.get_by_label("Change to dark colours").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    assert complaints == []


def test_a_script_that_nobody_hashed_does_not_run(said: tuple[Page, list[str]], site_with_points: Path) -> None:
    page, complaints = said
    text = (site_with_points / "index.html").read_text(encoding="utf-8")
    planted = text.replace("</h1>", "</h1><script>document.title = 'ran'</script><img src=x onerror=\"this.id='ran'\">")
    page.route("**/*", lambda route: route.fulfill(body=planted, content_type="text/html"))
    page.goto("http://127.0.0.1/index.html")
    assert page.title() != "ran" and page.locator("#ran").count() == 0
    assert any("Content Security Policy" in complaint for complaint in complaints)
