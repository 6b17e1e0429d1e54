"""Prints how many questions of a list find what they should: `python bench/search/found.py [--site DIR] [FILE]`.

Without a site it builds that of the demo. A question is well answered if one of the learning points that were expected
is among the first three. They are asked in Chromium, in one page, of the very script that asks for everybody.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "examples"), str(ROOT / "tests" / "standing" / "kept")]
QUERIES = ROOT / "tests" / "site" / "search" / "queries.yml"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Ask them all, and print what was missed, and the rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=QUERIES)
    parser.add_argument("--site", type=Path)
    wanted = parser.parse_args()
    queries = yaml.safe_load(wanted.file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        missed = ask(wanted.site or _demo(Path(folder)), queries)
    for query, expected, found in missed:
        print(f"{query}\n    expected {', '.join(expected)}; found {', '.join(found) or 'nothing'}")
    good = len(queries) - len(missed)
    print(f"{good} of {len(queries)} in the first three ({good / len(queries):.0%})")


def _demo(folder: Path) -> Path:
    from demo import build_demo

    return build_demo(folder)


def ask(site: Path, queries: list[dict[str, str | list[str]]]) -> list[tuple[str, list[str], list[str]]]:
    """Ask the questions on a site; gives those that were missed, with what was expected and what came first."""
    from asking import first_three
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        missed = first_three(browser.new_page(), (site / "index.html").as_uri(), queries)
        browser.close()
    return missed


if __name__ == "__main__":
    main()
