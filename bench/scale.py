"""Prints what a large base costs: `python bench/scale.py [--points N] [--keep DIR]`.

    python bench/scale.py --with ssh://example.org/srv/empty.git   # a sync over a network, too

Seconds of a processor, those of each git included, and in one run: the clock says nothing on a busy machine. A sync
with nothing to do stands beside `git fetch`: both run in turn, many times, and the middle one counts; with a folder,
and with each empty repository that is named `--with`. A base of N learning points is checked for the first time, again,
and with one file changed; one learning point is published to it, beside which stands what copying the base takes git
alone. Of the first check, what the identifier check takes is told apart, as it is taken there.
With `--keep` the base stays, and is taken from there again.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from invented_points import invented_points, publish
from measure import CIRCLE
from signed import admit, approve

from circle_cli.points.file import render_point

SYNCS = 15
"""How often a sync with nothing to do is measured."""

INCOMING = '{"title": "Saved by the benchmark", "answers": {"what-worked": "It worked."}}'
TIMED = """
import sys, time
from circle_cli.share import vetting

took, words = 0.0, 0

def timed(find):
    def timed_one(given, *others):
        global took, words
        began = time.process_time()
        found = find(given, *others)
        texts = [given] if isinstance(given, str) else given
        took, words = took + time.process_time() - began, words + sum(len(text.split()) for text in texts)
        return found
    return timed_one

vetting.find_identifiers, vetting.find_in_each = timed(vetting.find_identifiers), timed(vetting.find_in_each)
from circle_cli.__main__ import main

try:
    main()
finally:
    print("TIMED", took, words)
"""
"""Runs `circle`, and says at its end how long it looked for identifiers, and in how many words."""

ROW = "{:46} {:>9}   {}"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--with", nargs="*", default=(), dest="addresses", metavar="ADDRESS")
    wanted = parser.parse_args()
    with TemporaryDirectory() as made:
        place = wanted.keep or Path(made)
        home = Path(made) / "home"
        home.mkdir()
        os.environ.update(HOME=str(home), GIT_CONFIG_NOSYSTEM="1", PYTHONPATH=str(Path(__file__).parents[1]))
        for name in ("DATA", "STATE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name}"
        for key, value in (("user.name", "Sam Example"), ("user.email", "sam@example.org")):
            _run("git", "config", "--global", key, value)
        for address in (_bare(Path(made) / "there.git"), *wanted.addresses):
            _sync(Path(made) / "synced", address)
        if wanted.points:
            _base(_made(place / f"base-{wanted.points}", "--base", publish, wanted.points), wanted.points, Path(made))


def _bare(place: Path) -> str:
    _run("git", "init", "-q", "--bare", str(place))
    return str(place)


def _sync(log: Path, address: str) -> None:
    shutil.rmtree(log, ignore_errors=True)
    _run(*CIRCLE, "init", "--team", str(log))
    _circle(log, "reflect", "--from", "-", given=INCOMING)
    _circle(log, "sync", "--with", address)
    time.sleep(3)  # what was changed just now, nobody believes to be as it was
    runs = [
        (_run("git", "fetch", "-q", "--no-tags", "origin", at=log), _circle(log, "sync"))  # in turn
        for _ in range(SYNCS)
    ]
    fetched, synced = (median(each) for each in zip(*runs, strict=True))
    name = address.partition("://")[0] if "://" in address else "a folder"
    _say(f"git fetch with nothing to do, {name}", fetched, "")
    _say(f"sync with nothing to do, {name}", synced, f"{synced / fetched:.1f} x, at most 3")


def _base(base: Path, count: int, made: Path) -> None:
    shutil.rmtree(base / ".circle", ignore_errors=True)
    time.sleep(3)  # of what was committed just now, nobody believes that it has not changed since
    said: list[str] = []
    first = _run(sys.executable, "-c", TIMED, "check", at=base, said=said)
    taken, words = map(float, said[0].rpartition("TIMED ")[2].split())
    _say(f"check of {count:,} learning points, first", first, "at most 20 s")
    _say("  of that the identifier check of all texts", taken, f"{words:,.0f} words, {words / taken:,.0f} a second")
    _say("  all else", first - taken, "")
    _say("check, nothing changed", _circle(base, "check"), "")
    path = sorted((base / "guidance" / "learning-points").glob("*.md"))[count // 2]
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\nyear: ", b"\nyear:  "))
    _say("check, one file changed", _circle(base, "check", code=1), "at most 3 s")
    path.write_bytes(text)
    there, team = made / "base.git", _made(made / "team", "--team", one_point, 1)
    _run("git", "clone", "-q", "--bare", str(base), str(there))
    alone = _run("git", "clone", "-q", "--bare", "--depth=1", there.as_uri(), str(made / "copied.git"))
    sent = _circle(team, "publish", "--to", str(there), "--confirm", "yes")
    _say("publish of one, to a base in a folder", sent, "at most 5 s")
    _say("  git alone, copying that base over file://", alone, "")


def one_point(log: Path, _: int) -> None:
    """Put a learning point into a log which is in no base."""
    admit(log)
    point = approve(replace(next(invented_points(1)), id="aaaa2222", tried=()), tool="0", lists="0-0")
    path = log / "guidance" / "learning-points" / f"{point.id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_point(point), encoding="utf-8", newline="\n")


def _made(place: Path, kind: str, fill_it: Callable[[Path, int], None], count: int) -> Path:
    """Make a log and fill it, all in one commit; one that is there already is taken."""
    if not place.exists():
        _run(*CIRCLE, "init", kind, str(place))
        fill_it(place, count)
        _run("git", "-C", str(place), "add", ".")
        _run("git", "-C", str(place), "commit", "-qm", "Invented")
    return place


def _circle(log: Path, *words: str, code: int = 0, given: str = "") -> float:
    return _run(*CIRCLE, *words, at=log, code=code, given=given)


def _run(*words: str, at: Path | None = None, code: int = 0, given: str = "", said: list[str] | None = None) -> float:
    """Run a program; give the processor's seconds that it and all it started took; `said` gets what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, cwd=at, input=given, capture_output=True, text=True)
    if done.returncode != code:
        raise SystemExit(f"{words}: {done.returncode}: {done.stdout}{done.stderr}")
    if said is not None:
        said.append(done.stdout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _say(what: str, seconds: float, beside: str) -> None:
    print(ROW.format(what, f"{seconds:.3f} s" if seconds < 1 else f"{seconds:.2f} s", beside).rstrip(), flush=True)


if __name__ == "__main__":
    main()
