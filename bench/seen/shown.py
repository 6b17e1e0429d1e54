"""What `bench/site.py` measures where somebody looks: a change in the preview, and one choice in the list."""

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

PORT = 8765
SERVE = "import sys, pathlib; from circle_cli.site.build import serve; serve(pathlib.Path(sys.argv[1]), sys.argv[2])"
ONE_FILTER = """() => {
  const box = document.querySelector(".browse input"), took = []
  for (let turn = 0; turn < 40; turn++) {
    const start = performance.now()
    box.click()
    document.body.getBoundingClientRect()  // so that what is hidden is also laid out
    took.push(performance.now() - start)
  }
  return took
}"""


def until_shown(log: Path, env: Mapping[str, str], place: str, change: Callable[[str], object]) -> float:
    """Change what a page of a preview says, twice; gives how long the second took, by the clock, until it was there."""
    address = f"127.0.0.1:{PORT}"
    change("Mondays")
    child = subprocess.Popen(
        (sys.executable, "-c", SERVE, str(log), address),
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(address, place, b"Mondays")
        time.sleep(1)
        change("Wednesdays")
        _until(address, place, b"Wednesdays")
        time.sleep(1)
        start = time.perf_counter()
        change("Tuesdays")
        _until(address, place, b"Tuesdays")
        return time.perf_counter() - start
    finally:
        child.terminate()
        child.wait()


def _until(address: str, place: str, words: bytes) -> None:
    end = time.perf_counter() + 120
    while time.perf_counter() < end:
        with suppress(OSError), urllib.request.urlopen(f"http://{address}/{place}", timeout=60) as page:
            if words in page.read():
                return
        time.sleep(0.02)
    raise RuntimeError("the preview does not show the change")


def one_choice(page: Path) -> list[float]:
    """Give how many milliseconds one choice takes in a browser, each from the click until the page is laid out."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page()
        shown.goto(page.as_uri())
        for told in (" of ", ""):  # the first choice fetches what the list is chosen by, and the cards
            shown.locator(".browse input").first.click()
            shown.wait_for_function(
                "told => document.querySelector('.browse__count').textContent.includes(' of ') === Boolean(told)",
                arg=told,
            )
        took: list[float] = shown.evaluate(ONE_FILTER)[10:]  # the first turns only warm up
        browser.close()
    return took
