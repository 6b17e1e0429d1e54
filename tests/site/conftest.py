"""Real builds, made once; a browser that may talk to nobody but us."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from circle_cli.commands.publishing import stages_for
from circle_cli.log.folder import Log
from circle_cli.site.build import Stages, build_site
from circle_cli.site.finish import files_of

QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
ALONE = ("--disable-component-update", "--disable-sync")

Build = Callable[[dict[str, str]], Path]
Release = Callable[[Path], Path]
Write = Callable[[Path, dict[str, str]], None]


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
        return build_site(log_root, stages_for(Log(root=log_root)), second_reader=True)

    return build_it


@pytest.fixture(scope="session")
def open_door() -> Stages:
    """Stages that say they looked at everything, and saw nothing: what would the rest do alone?"""
    return Stages(
        inspect=lambda published: frozenset(point.id for point in published.points),
        finish=lambda site, pages, own: files_of(site),
        sweep=lambda site, published, own: {name: [] for name in files_of(site)},
    )


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, write: Write, release: Release) -> Build:
    """Builds the site of a log that holds the files given (path: text), and gives the site's folder."""

    def build_log(files: dict[str, str]) -> Path:
        log_root = tmp_path_factory.mktemp("log")
        write(log_root, files)
        return release(log_root)

    return build_log


@pytest.fixture(scope="session")
def site(build: Build) -> Path:
    """The site of a log that has nothing of its own."""
    return build({})


@pytest.fixture(scope="session")
def site_with_points(tmp_path_factory: pytest.TempPathFactory, publish: Callable[..., Path], release: Release) -> Path:
    """The site of a log with three learning points, and one that was taken back."""
    log_root = tmp_path_factory.mktemp("log")
    publish(log_root)
    publish(log_root, id="abcdefgh", title='Begin with what is good & "small"', year=2027, themes=(), tried=())
    older = publish(log_root, id="mnpqrstu", title="An older one", year=2024, frameworks=())
    (older.with_name("zzzzzzzz.md")).write_text(
        '---\ncircle: 1\nkind: learning-point\nid: "zzzzzzzz"\nwithdrawn: 2026\n---\n', encoding="utf-8"
    )
    return release(log_root)


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


@pytest.fixture(scope="session")
def address(site_with_points: Path) -> Iterator[str]:
    handler = functools.partial(_Silent, directory=str(site_with_points))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the site's tests in a browser need chromium: apt-get install chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *ALONE])
        yield browser
        browser.close()
