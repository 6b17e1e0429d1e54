"""Prints what a site costs, as ratios measured in one run: `make bench-site`, or `python bench/site.py [--rounds N]`.

Bounds that are times are printed as shares of the bound. MkDocs without our plugin, and hugo where it is installed,
build pages of the same words: the one with every page in its navigation, which is what it does by itself.
"""

import argparse
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Command, Reading, rounds

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from invented_points import invented_points, publish

from circle_cli.points.file import render_point

SMALL, LARGE = 300, 1000
CHOSEN_FROM = 3000
LONGEST, FILTER = 15.0, 50.0
"""Seconds for a build of the large site, and milliseconds for one choice in the largest."""

MKDOCS = """\
site_name: Plain
theme: {{name: material, font: false}}
use_directory_urls: false
plugins: [search]
nav: [{pages}]
"""
HUGO_PAGE = (
    "<!doctype html><html lang=en-GB><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>{{ .Content }}</main>"
)
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


def main() -> None:
    """Make the logs, build each in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {**os.environ, "HOME": folder, "NO_MKDOCS_2_WARNING": "1"}
        readings = rounds(_commands(home), env, home, wanted.rounds)
        rows = [*_times(readings), *_sizes(home), *_filter(_largest(home, env))]
    print(f"{LARGE} learning points, {wanted.rounds} rounds in turn, medians; Python {sys.version.split()[0]}")
    for what, measured, bound in rows:
        print(f"{what:52} {measured:>10}   {f'at most {bound}' if bound else ''}".rstrip())


def _commands(home: Path) -> dict[str, Command]:
    circle = shutil.which("circle", path=str(Path(sys.executable).parent)) or "circle"
    commands = {}
    for count in (SMALL, LARGE):
        publish(home / str(count), count)
        (home / str(count) / "circle.yml").touch()
        commands[str(count)] = Command(arguments=(circle, "--log", str(home / str(count)), "site"))
    _plain(home / "mkdocs", "docs", LARGE)
    pages = ", ".join(path.name for path in sorted((home / "mkdocs/docs").iterdir()))
    (home / "mkdocs/mkdocs.yml").write_text(MKDOCS.format(pages=pages), encoding="utf-8")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(home / "mkdocs/mkdocs.yml"))
    commands["mkdocs"] = Command(arguments=mkdocs)
    if found := shutil.which("hugo"):
        _plain(home / "hugo", "content", LARGE)
        (home / "hugo/layouts/_default").mkdir(parents=True)
        for name in ("single.html", "list.html"):
            (home / "hugo/layouts/_default" / name).write_text(HUGO_PAGE, encoding="utf-8")
        (home / "hugo/config.toml").write_text('title = "Plain"\nbaseURL = "/"\n', encoding="utf-8")
        commands["hugo"] = Command(arguments=(found, "--quiet", "-s", str(home / "hugo")))
    return commands


def _plain(root: Path, name: str, count: int) -> None:
    """Write the same words as plain Markdown, one page a learning point."""
    folder = root / name
    folder.mkdir(parents=True)
    home = "_index.md" if name == "content" else "index.md"  # an index.md would be all that hugo makes of the folder
    (folder / home).write_text("# Plain\n", encoding="utf-8")
    for point in invented_points(count):
        body = render_point(point).split("\n---\n", 1)[1]
        text = f'---\ntitle: "{point.title}"\n---\n\n{body}'
        (folder / f"{point.id}.md").write_text(text, encoding="utf-8")


def _times(readings: dict[str, list[Reading]]) -> list[tuple[str, str, str]]:
    def ratio(what: str, to: str) -> str:
        pairs = zip(readings[what], readings[to], strict=True)
        return f"{statistics.median(a.seconds / b.seconds for a, b in pairs):.2f} x"

    large = readings[str(LARGE)]
    share = statistics.median(reading.seconds for reading in large) / LONGEST
    rows = [
        (f"build of {LARGE}, against {SMALL}", ratio(str(LARGE), str(SMALL)), "4 x"),
        (f"build of {LARGE}, as a share of {LONGEST:.0f} s", f"{share:.2f}", "1"),
        ("memory of that build", f"{max(reading.megabytes for reading in large):.0f} MB", "150 MB"),
        ("build, against MkDocs with every page in nav", ratio(str(LARGE), "mkdocs"), ""),
    ]
    return rows + (
        [("build, against hugo with a bare page", ratio(str(LARGE), "hugo"), "")] if "hugo" in readings else []
    )


def _sizes(home: Path) -> list[tuple[str, str, str]]:
    site = home / str(LARGE) / "site"
    pages = sorted(site.glob("learning-points/????????.html"), key=lambda path: path.stat().st_size)
    browse = gzip.compress((site / "learning-points/index.html").read_bytes(), 9)
    against = _megabytes(site) / _megabytes(home / "mkdocs/site")
    return [
        ("size of that site", f"{_megabytes(site):.0f} MB", "60 MB"),
        ("size, against MkDocs with every page in nav", f"{against:.2f} x", ""),
        ("largest page of a learning point", f"{pages[-1].stat().st_size / 1000:.1f} kB", "16 kB"),
        ("the page to choose from, compressed", f"{len(browse) / 1000:.1f} kB", "40 kB"),
    ]


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _largest(home: Path, env: dict[str, str]) -> Path:
    """Build, once, the site whose list is to be chosen from."""
    log = home / str(CHOSEN_FROM)
    publish(log, CHOSEN_FROM)
    (log / "circle.yml").touch()
    circle = shutil.which("circle", path=str(Path(sys.executable).parent)) or "circle"
    subprocess.run((circle, "--log", str(log), "site"), env=env, check=True, capture_output=True)  # ours
    return log / "site"


def _filter(site: Path) -> list[tuple[str, str, str]]:
    """Measure one choice in a browser, from the click until the page is laid out; the first turns only warm up."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((site / "learning-points/index.html").as_uri())
        took = page.evaluate(ONE_FILTER)[10:]
        browser.close()
    return [
        (f"one choice of {CHOSEN_FROM}, as a share of {FILTER:.0f} ms", f"{statistics.median(took) / FILTER:.2f}", "1")
    ]


if __name__ == "__main__":
    main()
