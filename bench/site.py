"""Prints what a site costs: `make bench-site`, or `python bench/site.py [--rounds N] [--large N] [--keep DIR]`.

Seconds are the processor's, those of children included: the clock says nothing on a busy machine. A build from nothing
has the gate check every word; one after that knows what was well. MkDocs builds the pages of `circle site --export`,
and hugo, where it is installed, the same pages with one template: a learning point's page of ours with holes in it.
Both publish whatever they are given, while ours includes the gate and the sweep. All in turn in each round.
"""

import argparse
import gzip
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from measure import Command, Reading, alone

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
sys.path.insert(0, str(Path(__file__).with_name("seen")))
from invented_points import publish
from shown import one_choice, until_shown
from signed import approve

from circle_cli.identifiers.lists import load_lists
from circle_cli.points.file import read_point, render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.session.record import CastEntry
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import make_terms

SMALL, USUAL = 300, 1000
CHOSEN_FROM = 3000
SESSIONS = 10_000
"""So many have the casts that the site is swept for, of three names each."""

FILTER = 50.0
"""Milliseconds for one choice in a list of so many."""

KNOWN = ".circle"
"""Where a log keeps what was well before."""

HUGO = """\
title = "Ours"
baseURL = "/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
Row = tuple[str, str, str]


class Bench:
    """A home of its own, logs in it, and how each of them is built."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env = {**os.environ, "HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}
        for name in ("DATA", "STATE", "CONFIG", "CACHE"):
            self.env[f"XDG_{name}_HOME"] = str(home / name)
        self.circle = shutil.which("circle", path=str(Path(sys.executable).parent)) or "circle"

    def log(self, count: int) -> Path:
        """Give a log of so many learning points, which is made once."""
        log = self.home / str(count)
        if not log.exists():
            publish(log, count)
            (log / "circle.yml").touch()
        return log

    def run(self, *arguments: str) -> Reading:
        """Run a command."""
        return alone(Command(arguments=arguments), self.env, self.home)

    def build(self, log: Path) -> Reading:
        """Build a site as it is built when only the gate's digests are there, or nothing."""
        return self.run(self.circle, "--log", str(log), "site")

    def from_nothing(self, log: Path) -> Reading:
        """Build a site for the first time."""
        shutil.rmtree(log / KNOWN, ignore_errors=True)
        shutil.rmtree(log / "site", ignore_errors=True)
        return self.build(log)


def main() -> None:
    """Make the logs, build each in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="where the logs are left, and found again")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(wanted.keep or Path(folder))
        print(f"{USUAL} learning points, {wanted.rounds} rounds in turn, medians; Python {sys.version.split()[0]}")
        for rows in (_times(bench, wanted.rounds), _sizes(bench), _large(bench, wanted.large), _filter(bench)):
            for what, measured, bound in rows:
                print(f"{what:58} {measured:>10}   {f'at most {bound}' if bound else ''}".rstrip(), flush=True)


def _times(bench: Bench, count: int) -> Iterator[Row]:
    log, small = bench.log(USUAL), bench.log(SMALL)
    bench.build(small)  # to warm up
    bench.build(log)
    ways: dict[str, Callable[[], Reading]] = {
        "small": lambda: bench.from_nothing(small),
        "first": lambda: bench.from_nothing(log),
        "again": lambda: bench.build(log),
        "one": lambda: _with_one_changed(bench, log),
        "mkdocs": lambda: bench.run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(exported / "mkdocs.yml")),
    }
    exported = bench.home / "exported"
    shutil.rmtree(exported, ignore_errors=True)
    bench.run(bench.circle, "--log", str(log), "site", "--export", str(exported))
    if found := shutil.which("hugo"):
        hugo = _for_hugo(exported, log / "site", bench.home / "hugo")
        ways["hugo"] = lambda: bench.run(found, "--quiet", "--cleanDestinationDir", "-s", str(hugo))
    readings: dict[str, list[Reading]] = {name: [] for name in ways}
    for _ in range(count):
        for name, way in ways.items():
            readings[name].append(way())
    yield from _told(readings)
    yield f"sweep of it, with the casts of {SESSIONS} sessions", f"{_sweep(log):.1f} s", "5 s"
    for what, place, change in _changes(log):
        yield (
            f"a change of {what} in `--serve`, by the clock",
            f"{until_shown(log, bench.env, place, change):.1f} s",
            "1 s",
        )


def _told(readings: Mapping[str, list[Reading]]) -> Iterator[Row]:
    def ratio(what: str, to: str) -> str:
        pairs = zip(readings[what], readings[to], strict=True)
        return f"{statistics.median(a.processor / b.processor for a, b in pairs):.2f} x"

    def seconds(what: str) -> str:
        return f"{statistics.median(each.processor for each in readings[what]):.1f} s"

    yield "build from nothing", seconds("first"), "8 s"
    yield "memory of that build", f"{max(each.megabytes for each in readings['first']):.0f} MB", "110 MB"
    yield f"build from nothing, against {SMALL}", ratio("first", "small"), "4 x"
    yield "build when nothing has changed", seconds("again"), ""
    yield "build after one changed learning point", seconds("one"), "3 s"
    yield "MkDocs with the exported pages", seconds("mkdocs"), ""
    yield "build from nothing, against that", ratio("first", "mkdocs"), "0.5 x"
    if "hugo" in readings:
        yield "hugo with these and one template", seconds("hugo"), ""
        yield "build from nothing, against that", ratio("first", "hugo"), "6 x"


def _with_one_changed(bench: Bench, log: Path) -> Reading:
    """Build a site once more, with one learning point in other words than before."""
    more = " It took a while."
    _change(_first(log), lambda why: why.removesuffix(more) if why.endswith(more) else why + more)
    return bench.build(log)


def _changes(log: Path) -> Iterator[tuple[str, str, Callable[[str], object]]]:
    """Give what is changed in a preview, the place of its page, and what has it say a word."""
    own, first = log / "guidance/preparing.md", _first(log)
    text = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\nWe meet on {}.\n'
    yield "a page", "preparing.html", lambda day: own.write_text(text.format(day), encoding="utf-8")
    own.unlink()
    said, place = first.read_bytes(), f"learning-points/{first.stem}.html"
    yield "a learning point", place, lambda day: _change(first, lambda _: f"We had time on {day}.")
    first.write_bytes(said)


def _first(log: Path) -> Path:
    return min((log / "guidance/learning-points").iterdir())


def _change(path: Path, words: Callable[[str], str]) -> None:
    """Have a learning point say something else."""
    point = read_point(path)
    if not isinstance(point, LearningPoint):
        raise RuntimeError("a notice among invented learning points")
    parts = {**point.parts, "why": words(point.parts["why"])}
    changed = approve(replace(point, parts=parts, approval=None), tool="0", lists="0-0")
    path.write_text(render_point(changed), encoding="utf-8", newline="\n")


def _for_hugo(exported: Path, site: Path, root: Path) -> Path:
    """Write the exported pages as hugo wants them, with a page of ours as the template of all."""
    shutil.rmtree(root, ignore_errors=True)
    for path in (exported / "docs").rglob("*"):
        name = path.relative_to(exported / "docs")
        if path.is_file():
            page = path.suffix == ".md"
            place = root / ("content" if page else "static") / name.parent / name.name.replace("index.md", "_index.md")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    html = next(iter(sorted(site.glob("learning-points/????????.html")))).read_text(encoding="utf-8")
    head, _, rest = html.partition('<h1 id="the-page">')
    title = rest.partition("</h1>")[0]
    template = f"{head}{{{{ .Content }}}}</article>{rest.rpartition('</article>')[2]}".replace(title, "{{ .Title }}")
    (root / "layouts/_default").mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (root / "layouts/_default" / name).write_text(template, encoding="utf-8")
    (root / "config.toml").write_text(HUGO, encoding="utf-8")
    return root


def _sweep(log: Path) -> float:
    """Sweep a built site for names of people who are not there."""
    chance = random.Random(20261127)  # noqa: S311  # invented names
    begin = "Bra Cor Dro Fin Gle Hes Jun Kor Lum Mor Nev Pru Quil Ros Sti Tal Ved Wex Yor Zan".split()
    end = "bet dow fin gar lin mond nock rith stow vane wick".split()

    def name() -> str:
        return (
            f"{chance.choice(begin)}{chance.choice(end)}{chance.choice(end)} {chance.choice(begin)}{chance.choice(end)}"
        )

    casts = [CastEntry(name=name(), say="the manager") for _ in range(3 * SESSIONS)]
    ids = [f"2026-01-{number % 28 + 1:02}-{number:04}" for number in range(SESSIONS)]
    published, lists = read_published(log / "guidance/learning-points"), load_lists(log)
    start = time.process_time()
    sweep(log / "site", published, frozenset(), make_terms(casts, ids, lists))
    return time.process_time() - start


def _sizes(bench: Bench) -> Iterator[Row]:
    site = bench.log(USUAL) / "site"
    pages = sorted(site.glob("learning-points/????????.html"), key=lambda path: path.stat().st_size)
    yield "size of that site", f"{_megabytes(site):.0f} MB", "60 MB"
    yield "size, against what MkDocs makes of the exported pages", _against(site, bench.home / "exported/site"), ""
    yield "largest page of a learning point", f"{pages[-1].stat().st_size / 1000:.1f} kB", "16 kB"
    yield "the page to choose from, compressed", f"{_list(site):.1f} kB", "60 kB"


def _list(site: Path) -> float:
    return len(gzip.compress((site / "learning-points/index.html").read_bytes(), 9)) / 1000


def _against(site: Path, other: Path) -> str:
    return f"{_megabytes(site) / _megabytes(other):.2f} x"


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _large(bench: Bench, count: int) -> Iterator[Row]:
    """Build the largest site once."""
    if not count:
        return
    log = bench.log(count)
    first = bench.from_nothing(log)
    yield f"build of {count} from nothing", f"{first.processor:.0f} s", "60 s"
    yield "memory of that build", f"{first.megabytes:.0f} MB", "350 MB"
    yield f"the page to choose from of {count}, compressed", f"{_list(log / 'site'):.0f} kB", "60 kB"


def _filter(bench: Bench) -> Iterator[Row]:
    """Measure one choice in a browser, from the click until the page is laid out; the first turns only warm up."""
    log = bench.log(CHOSEN_FROM)
    bench.build(log)
    if took := one_choice(log / "site/learning-points/index.html"):
        share = statistics.median(took) / FILTER
        yield f"one choice of {CHOSEN_FROM}, as a share of {FILTER:.0f} ms", f"{share:.2f}", "1"


if __name__ == "__main__":
    main()
