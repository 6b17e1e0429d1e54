"""The site attacked through learning points and pages of a log, with the gate and the policy left out.

What a page shows are words: nothing runs, nothing calls out, nothing else is published. The pages alone hold here.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice, product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from making import read_words
from once import Once
from playwright.sync_api import Browser, Page, Route

from circle_cli.guidance.files import PAGES
from circle_cli.guidance.pages import own_pages
from circle_cli.points.record import PARTS, StatementLink, Trial
from circle_cli.site.build import Stages, build_site
from circle_cli.site.building.finish import finish
from circle_cli.vocabulary import Outcome

Publish = Callable[..., Path]
Show = Callable[[Path], AbstractContextManager[str]]

WORDS = tuple(Path(__file__).with_name("attacks.txt").read_text(encoding="utf-8").splitlines())
"""Each fits into a title. None has a mark in it that a learning point's text knows, so each is shown as it is."""

BREAKING = '"><script>ran=1</script>'
KEPT = ("id:", "order:", "quick:", "minutes:", "then:", "several:")
"""What an enemy leaves in a page of the guidance, so that it can be read."""

IDS = ["".join(letters) for letters in islice(product("abcdefgh", repeat=8), len(WORDS))]
PARTS_OF = {key.replace("-", "_"): key for key in PARTS}


@pytest.fixture(scope="module")
def attacked(once: Once, publish: Publish, open_door: Stages) -> Path:
    """The site of a log in which every field that takes words has been written by an enemy."""
    return once("attacked", lambda log_root: build_attacked(log_root, publish, open_door)) / "site"


def build_attacked(log_root: Path, publish: Publish, open_door: Stages) -> None:
    themes = [f"t{number}" for number in range(len(WORDS))]
    write_guidance(log_root / "guidance", themes)
    (log_root / "private.md").write_text("canary", encoding="utf-8")
    for number, (name, words) in enumerate(zip(IDS, WORDS, strict=True)):
        publish(
            log_root,
            id=name,
            title=words,
            **dict.fromkeys(PARTS_OF, words),
            themes=(themes[number], themes[number - 1], themes[number - 2], themes[number - 3], themes[number - 4]),
            frameworks=(StatementLink(framework="own", statement=str(number)),),
            tried=(Trial(outcome=Outcome.WORKED, year=2027, differed=words),),
            explained=(words,),
        )
    read_words(log_root)
    build_site(log_root, open_door)


def write_guidance(folder: Path, themes: list[str]) -> None:
    """Write a log's own themes, framework, question and role; they, too, say nothing but an enemy's words."""
    files = {
        "themes.yml": {"themes": [{"id": name, "title": words} for name, words in zip(themes, WORDS, strict=True)]},
        "frameworks/own.yml": {
            "id": "own",
            **dict.fromkeys(("title", "short", "edition", "publisher"), WORDS[0]),
            "link": "https://example.org/a",
            "valid-from": None,
            "valid-to": None,
            "statements": [
                {"id": str(number), "title": words, "group": words, "confirmed": False}
                for number, words in enumerate(WORDS)
            ],
        },
    }
    for name, values in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(values), encoding="utf-8")  # which is YAML too
    for name, lists in (("questions/safety.md", ("aims", "prompts", "notes")), ("roles/recorder.md", ("duties",))):
        page = (own_pages() / name).read_text(encoding="utf-8")
        keys, body = page.removeprefix("---\n").split("\n---\n", 1)
        kept = [line for line in keys.split("\n") if line.startswith(KEPT)]
        front = {key: WORDS for key in lists} | {"title": BREAKING}
        front |= {"short": BREAKING, "more": BREAKING, "scaling": BREAKING} if len(lists) > 1 else {}
        said = [f"{key}: {json.dumps(value)}" for key, value in front.items()]
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(["---", *kept, *said, "---", body]), encoding="utf-8")


LOOK = """() => ({
  ran: window.ran !== undefined,
  tags: [...new Set([...document.querySelectorAll("article *")].map(it => it.localName))],
  attributes: [...document.querySelectorAll("*")].flatMap(it => [...it.attributes]).map(each => each.name)
    .filter(name => name.startsWith("on") || ["srcdoc", "formaction", "ping"].includes(name)),
  links: [...document.querySelectorAll("[href], [src], [action]")]
    .map(it => ["href", "src", "action"].map(name => it.getAttribute(name)).find(address => address !== null))
    .map(address => new URL(address, location).href)
    .filter(address => !address.startsWith(location.origin)),
  words: document.querySelector("article").textContent.replace(/\\s+/g, " "),
  about: document.querySelector("meta[name=description]").content,
  width: document.documentElement.scrollWidth,
})"""

DRAWN = frozenset(
    "h1 h2 h3 p ul ol li a small code strong em div section details summary fieldset legend label input span button "
    "svg title desc path text tspan circle table caption thead tbody tr th td rect br".split()
)
"""What our own pages are drawn with."""


@pytest.fixture(scope="module")
def window(browser: Browser, attacked: Path, shown: Show) -> Iterator[tuple[Page, str, list[str]]]:
    """A narrow window, the address of the site, and all that went wrong since: calls, dialogs, complaints."""
    wrong: list[str] = []

    def watch(route: Route) -> None:
        if f"http://{urlsplit(route.request.url).netloc}/" == address:
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    with shown(attacked) as address:
        page = browser.new_page(viewport={"width": 320, "height": 800})
        page.route("**/*", watch)
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        yield page, address, wrong
        page.close()


Window = tuple[Page, str, list[str]]


def seen(window: Window, uri: str) -> dict[str, Any]:
    """Open a page, hold it to what must be true of every page, and give what is on it."""
    page, address, wrong = window
    page.goto(address + uri)
    found: dict[str, Any] = page.evaluate(LOOK)
    assert not found["ran"] and wrong == [], uri
    assert set(found["tags"]) <= DRAWN, uri
    assert found["attributes"] == [], uri
    links = [link for link in found["links"] if not link.startswith("mailto:?subject=")]  # to nobody yet, titles in it
    assert [link for link in links if not link.startswith("https://") or "tracker" in link] == [], uri
    assert found["width"] <= 320, uri
    return found


def test_in_every_field_of_a_learning_point_attacks_are_words(window: Window) -> None:
    page, _, _ = window
    page.route("**/bundle.*.js", lambda route: route.fulfill(body=""))  # it takes long, and other pages have it
    for name, words in zip(IDS, WORDS, strict=True):
        found = seen(window, f"learning-points/{name}.html")
        assert found["words"].count(words) >= len(PARTS) + 2, words  # also the title, and what somebody reports
        assert found["about"].startswith(words) and page.title().startswith(words)
    page.unroute("**/bundle.*.js")


def test_on_the_pages_that_gather_learning_points_attacks_are_words(window: Window, attacked: Path) -> None:
    found = {uri: seen(window, uri)["words"] for uri in gathering(attacked)}
    assert all(words in found["learning-points/index.html"] for words in WORDS)
    assert sum(words in found["index.html"] for words in WORDS) >= 5


def gathering(site: Path) -> list[str]:
    """Name the pages that gather learning points; of many in a folder, a few."""
    found: dict[Path, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if path.stem not in IDS and name != "404.html" and name.replace(".html", ".md") not in PAGES[1:]:
            found.setdefault(path.parent, []).append(name)
    return [name for names in found.values() for name in names[:3] + names[3::20]]


def test_what_a_log_says_in_pages_of_its_own_is_words(window: Window) -> None:
    for uri in ("questions/safety.html", "roles/recorder.html"):
        found = seen(window, uri)
        assert all(words in found["words"] for words in WORDS), uri
        assert BREAKING in window[0].title()


def test_what_is_chosen_is_words(window: Window) -> None:
    page, address, wrong = window
    page.goto(f"{address}learning-points/index.html?theme=t0&theme=%3Cscript%3Eran=1%3C/script%3E&__proto__=x#%22%3E")
    assert WORDS[0] in page.locator(".browse__chosen").inner_text()
    assert not page.evaluate(LOOK)["ran"] and wrong == []


@pytest.mark.parametrize("typed", ["onerror", "<script>ran=1</script>", "autofocus", "srcdoc", "&lt;", "heading", '"'])
def test_what_a_search_finds_is_words(window: Window, typed: str) -> None:
    page, address, wrong = window
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}learning-points/index.html")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.wait_for_function("() => document.querySelector('.find__said')?.textContent")
    results = page.locator(".find__panel")
    if typed in ("onerror", "autofocus", "srcdoc", "heading"):
        results.locator("a").first.wait_for()
        assert any(words in " ".join(results.inner_text().split()) for words in WORDS if typed in words.lower())
    tags = set(results.evaluate("it => [...it.querySelectorAll('*')].map(each => each.localName)"))
    assert tags <= {*"div ul li a p small button".split()}
    assert not page.evaluate(LOOK)["ran"] and wrong == []
    page.set_viewport_size({"width": 320, "height": 800})


def test_the_last_look_finds_nothing_in_it_and_nothing_more_was_published(attacked: Path, tmp_path: Path) -> None:
    built = tmp_path / "site"
    shutil.copytree(attacked, built)
    names = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    pages = frozenset(name for name in names if name.endswith(".html") and name != "404.html")
    assert {name for name in pages if Path(name).stem in IDS} == {f"learning-points/{name}.html" for name in IDS}
    assert finish(built, pages, frozenset(name for name in names if not name.endswith(".html"))) == names
    for name in names:
        assert b"canary" not in (built / name).read_bytes(), name
