"""Prints what a search fetches and how long it takes to its first result: `python bench/search/fetched.py [COUNT ...]`.

Sites of invented learning points, in which few words are everywhere: a harsh case. The page is opened in Chromium from
a server on this computer, each question in a page of its own, which has nothing kept. Times are of this computer.
"""

import functools
import http.server
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
from invented_points import publish

from circle_cli.commands.site.site import stages_for
from circle_cli.log.folder import Log
from circle_cli.site.build import build_site

COUNTS = (60, 1000, 3000, 10_000)
MOST = 150_000
"""Bytes that may be fetched to the first result, at any size."""

QUESTIONS = (
    "realtionship",
    "hospital discharge",
    "what helps a young person who will not say a word on the first visit after a long gap with a new carer at home",
)
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Build each site, ask, and print a table."""
    counts = [int(count) for count in sys.argv[1:]] or COUNTS
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for count in counts:
            _print(browser, count)
        browser.close()


def _print(browser: Browser, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder)
        publish(log, count)
        began = time.perf_counter()
        site = build_site(log, stages_for(Log(root=log)))
        print(f"{count} learning points, built in {time.perf_counter() - began:.0f} s")
        files = [path.stat().st_size for path in (site / "search").iterdir()]
        print(f"  the index: {len(files)} files, {sum(files) / 1000:.0f} kB, the largest {max(files) / 1000:.1f} kB")
        with _shown(site) as address:
            for question in QUESTIONS:
                before, size, took = _ask(browser, f"{address}questions/safety.html", question)
                share = f"{size / MOST:.0%} of what may be"
                print(f"  {size / 1000:5.0f} kB ({share}), {before} B before, {took:4.0f} ms: {question}")


@contextmanager
def _shown(site: Path) -> Iterator[str]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    handler.func.log_message = lambda *args: None  # type: ignore[attr-defined]  # nobody wants to read it
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _ask(browser: Browser, address: str, question: str) -> tuple[int, int, float]:
    """Give the bytes that the search fetched before and after somebody typed, and the time to the first result."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if _is_of_search(response.url) else None)
    page.goto(address)
    page.wait_for_timeout(200)
    before = sum(sizes)
    began = time.perf_counter()
    page.fill("#find", question)
    page.wait_for_selector(".find__found a")
    took = (time.perf_counter() - began) * 1000
    page.wait_for_timeout(100)
    context.close()
    return before, sum(sizes) - before, took


def _is_of_search(url: str) -> bool:
    return "/search/" in url or url.endswith(("/words.js", "/entries.js", "/ask.js"))


if __name__ == "__main__":
    main()
