"""Real builds, made once; a browser that may talk to nobody but us."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

import demo
import invented_points
import pytest
from making import notice, publish, read_words
from once import Once
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from circle_cli.commands.site import site as site_command
from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.site.build import Stages, build_site
from circle_cli.site.building.finish import files_of
from circle_cli.site.checked import CHECKED

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What may be installed, the cheapest first: it has no windows of its own to draw."""
QUIET = ("--no-sandbox", "--process-per-site", "--disable-gpu", "--no-first-run", "--disable-background-networking")
ALONE = ("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")

FORGET = "() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }"  # a page may have none of them
WCAG = {
    "resultTypes": ["violations"],  # the others cost seconds
    "preload": {"assets": ["media"]},  # no rule of ours looks into styles as text
    "runOnly": {"type": "tag", "values": list(CHECKED.rules)},
}
SEEN = """() => {
  const it = document.activeElement, shown = it.matches(".md-option") ? it.nextElementSibling : it
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
  return {
    name: (it.getAttribute("aria-label") || it.textContent).trim(), tag: it.tagName.toLowerCase(),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 &&
      box.top < innerHeight && style.visibility === "visible",
  }
}"""

Build = Callable[[dict[str, str]], Path]
Release = Callable[[Path], Path]
Write = Callable[[Path, dict[str, str]], None]


@pytest.fixture(scope="session", autouse=True)
def _drawn_once(drawn_once: None) -> None: ...


@pytest.fixture(scope="session")
def write() -> Write:
    """Writes files (path: text) into a folder."""

    def write_all(folder: Path, files: dict[str, str]) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    return write_all


@pytest.fixture(scope="session")
def release() -> Release:
    """Builds the site of a log through every stage, as `circle site` does, and gives the site's folder."""

    def build_it(log_root: Path) -> Path:
        return build_site(log_root, stages_for(Log(root=log_root)), make_kit=site_command.make_kit)

    return build_it


@pytest.fixture(scope="session")
def open_door() -> Stages:
    """Stages that say they looked at everything, and saw nothing: what would the rest do alone?"""
    return Stages(
        inspect=lambda published: frozenset(point.id for point in published.points),
        finish=lambda site, pages, own, kit: files_of(site),
        sweep=lambda site, published, own: {name: [] for name in files_of(site)},
    )


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, write: Write, release: Release) -> Build:
    """Builds the site of a log that holds the files given (path: text), read and approved; gives the site's folder."""

    def build_log(files: dict[str, str]) -> Path:
        log_root = tmp_path_factory.mktemp("log")
        (log_root / "sessions").mkdir()
        write(log_root, files)
        with suppress(CircleError):  # what is wrong is said when it is built
            read_words(log_root)
        return release(log_root)

    return build_log


@pytest.fixture(scope="session")
def site(once: Once, release: Release) -> Path:
    """The site of a log that has nothing of its own."""
    return once("bare", release) / "site"


@pytest.fixture(scope="session")
def site_with_points(once: Once, release: Release) -> Path:
    """The site of a log with three learning points, and one that was taken back."""

    def fill(log_root: Path) -> None:
        publish(log_root)
        publish(log_root, id="abcdefgh", title='Begin with what is good & "small"', year=2027, themes=(), tried=())
        older = publish(log_root, id="mnpqrstu", title="An older one", year=2024, frameworks=())
        older.with_name("zzzzzzzz.md").write_text(notice("zzzzzzzz"), encoding="utf-8")
        release(log_root)

    return once("with-points", fill) / "site"


class Reader(HTMLParser):
    """Collects a page's links, what it would fetch, its ids, and its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids.add(found.get("id", ""))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        for name in ("src", "srcset", "poster", "data", "action") + (("href",) if tag == "link" else ()):
            self.fetched += [found[name]] if found.get(name) else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Reader]:
    return Reader


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None: ...


@contextmanager
def show(site: Path) -> Iterator[str]:
    """Show a site on this computer, and give its address."""
    handler = functools.partial(_Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def shown() -> Callable[[Path], AbstractContextManager[str]]:
    """Shows a site on this computer: `with shown(site) as address`."""
    return show


@pytest.fixture(scope="session")
def address(site_with_points: Path) -> Iterator[str]:
    with show(site_with_points) as found:
        yield found


@pytest.fixture(scope="session")
def demo_site(once: Once) -> Path:
    """The site of the forty invented learning points."""
    return once("demo", demo.build_demo) / "site"


@pytest.fixture(scope="session")
def demo_address(demo_site: Path) -> Iterator[str]:
    with show(demo_site) as found:
        yield found


@pytest.fixture(scope="session")
def long_site(once: Once, release: Release) -> Path:
    """The site of a hundred and twenty learning points: their list comes in pages."""

    def fill(log_root: Path) -> None:
        invented_points.publish(log_root, 120)
        release(log_root)

    return once("long", fill) / "site"


@pytest.fixture(scope="session")
def long_address(long_site: Path) -> Iterator[str]:
    with show(long_site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the site's tests in a browser need chromium: apt-get install chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *ALONE])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> BrowserContext:
    """Where the browser keeps what it has loaded: a page's scripts are read once, and not for every test."""
    return browser.new_context(reduced_motion="reduce")


@pytest.fixture
def open_page(browser: Browser, profile: BrowserContext, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site in a window of its own, which remembers nothing of any other test."""
    pages: list[Page] = []

    def open_one(uri: str, width: int = 1280, scheme: Literal["light", "dark"] = "light", **more: Any) -> Page:
        pages.append((browser.new_context(**more) if more else profile).new_page())
        page = pages[-1]
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(urljoin(address, uri))
        return page

    yield open_one
    for page in pages:
        page.evaluate(FORGET)
        page.close() if page.context is profile else page.context.close()


@pytest.fixture(scope="session")
def pictures(request: pytest.FixtureRequest) -> bool:
    """Whether pictures are wanted; to take them takes a fifth of the time."""
    return bool(request.config.getoption("--pictures"))


@pytest.fixture(scope="session")
def broken_rules() -> Callable[[Page], list[Any]]:
    """Gives the rules of WCAG 2.2 AA that a page breaks, and where."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

    def look(page: Page) -> list[Any]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe)
            page.add_init_script(axe)  # what comes next in this window has it from its start, which costs nothing
        found = page.evaluate("how => axe.run(document, how).then(found => found.violations)", WCAG)
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]

    return look


@pytest.fixture(scope="session")
def walk() -> Callable[[Page], list[dict[str, Any]]]:
    """Walks through a page with Tab alone; gives every stop: its name, its tag, and whether it can be seen."""

    def go(page: Page) -> list[dict[str, Any]]:
        stops: list[dict[str, Any]] = []
        while not stops or stops[-1]["tag"] != "body":
            page.keyboard.press("Tab")
            page.wait_for_timeout(20)
            stops.append(page.evaluate(SEEN))
            assert len(stops) < 200
        return stops[:-1]

    return go
