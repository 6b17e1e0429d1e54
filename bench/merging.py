"""Random pairs of histories of one log, with real commands on real clones, brought together in both orders.

`python bench/merging.py [--pairs N] [--first SEED] [--acts N] [--jobs N]` prints a line for each pair in which
something is wrong, and the counts. In each pair two people work in a clone each (`histories.py` says what they do);
then both sync, once this one first and once the other, each time from the same state.

Lost: a word that somebody typed, and nobody took out, is nowhere in the log. Marks: git's marks stand in a file, or on
the screen. Differ: the two clones, or the two orders, do not hold the same bytes. Unread: circle leaves a file out, or
finds a session twice. Unclean: git has something uncommitted. All of them have to be 0.
"""

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [
    str(ROOT / name)
    for name in (
        ".",
        "tests/standing",
        "tests/standing/made",
        "tests/standing/kept",
        "tests/standing/invented",
        "examples",
    )
]

from histories import Desk, approve, contents, share, tried, work  # noqa: E402  # found by the line above
from killing.place import Place, new_place  # noqa: E402
from proposing import SESSION  # noqa: E402
from running import load  # noqa: E402
from typed import Files, lost, words_of  # noqa: E402

from circle_cli.identifiers.check import find_identifiers  # noqa: E402
from circle_cli.identifiers.lists import load_lists  # noqa: E402

KINDS = ("lost", "marks", "differ", "unread", "unclean", "failed")
NAMES = ("jo", "sam")
_KEY = ".local/state/circle/key-for-approving/key.pub"
_PAIR = "pair"
_FRONT = """\
mode: individual
status: recorded
cast: []
learning_points:
  - {id: 1, text: "Let people choose.", scope: general, share: "no"}
"""
_ACTION = "action_points:\n  - {id: 1, what: Ring the school}\n"
_TEXT = "\n## What worked {#what-worked}\n\nA heron.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What both have once they have synced in one order, and what went wrong meanwhile."""

    whole: dict[str, bytes]
    wrong: tuple[str, ...]


def made(folder: Path) -> None:
    """Make a log that two people share, with something of every kind in it."""
    folder.mkdir(parents=True)
    jo, sam = (new_place(folder / name) for name in NAMES)
    shutil.rmtree(sam.log)
    for place, name in ((jo, "Jo"), (sam, "Sam")):
        (place.home / ".gitconfig").write_text(
            f"[user]\n\tname = {name}\n\temail = {name.lower()}@example.org\n[core]\n\tfsync = none\n"
        )
        (place.home / "editor.py").write_text("")
    for name in ("abcd", "efgh", "mnpq", "qrst"):
        text = SESSION.replace("2026-05-05-abcd", f"2026-05-05-{name}").replace("cast:\n", f"{_ACTION}cast:\n")
        (jo.log / "sessions" / "2026" / f"2026-05-05-{name}-the-walk.md").write_text(text)
    for name in ("k3f2", "k3f3", "k3f4"):
        front = f"circle: 1\nid: 2026-11-20-{name}\ntitle: Tea\ndate: 2026-11-20\n{_FRONT}{_ACTION}"
        (jo.log / "sessions" / "2026" / f"2026-11-20-{name}-tea.md").write_text(f"---\n{front}---\n{_TEXT}")
    (jo.log / "circle.yml").write_text("kind: team\n")
    jo.git("add", ".", ":!*efgh*", ":!*k3f2*")
    jo.git("commit", "-qm", "A log")
    jo.git("add", ".")
    jo.git("-c", "user.name=Sam", "-c", "user.email=sam@example.org", "commit", "-qm", "Sam's")
    jo.git("init", "-q", "--bare", "--initial-branch=main", str(folder / "there.git"))
    jo.circle("sync", "--with", str(folder / "there.git"))
    sam.home.mkdir(exist_ok=True)
    sam.log.mkdir()
    sam.circle("join", str(folder / "there.git"), str(sam.log))
    _something_published(jo, sam)


def _something_published(jo: Place, sam: Place) -> None:
    """Have a learning point of each that the other approved, one of each that waits, and a report of one."""
    one, other = (Desk(place=place, chance=random.Random(1), count=count()) for place in (jo, sam))  # noqa: S311  # no secret

    share(one, "2026-05-05-abcd")
    _both(jo, sam)
    approve(other)
    sam.circle("readers", "--admit", (jo.home / _KEY).read_text(encoding="utf-8"))
    share(other, "2026-05-05-efgh")
    _both(sam, jo)
    approve(one)
    share(one, "2026-05-05-mnpq")
    for path in (jo.log / "guidance" / "learning-points").glob("*.md"):
        tried(one, path.stem)  # nobody tells how their own went
    _both(jo, sam)
    share(other, "2026-11-20-k3f2")
    _both(sam, jo)
    files = contents(jo.log)
    waiting = (one.to_read("proposals/*.md"), *map(other.to_read, ("proposals/*.md", "proposals/reports/*.md")))
    points = [name for name in files if name.startswith("guidance/learning-points/")]
    if None in waiting or len(points) != 2 or files != contents(sam.log):
        raise SystemExit(f"the log that both begin with is not as it is to be: {sorted(files)}")


def _both(*places: Place) -> None:
    for place in places:
        place.circle("sync")


def pair(seed: int, pattern: Path, folder: Path, acts: int) -> Counter[str]:
    """Have two people work, and sync in both orders; give what went wrong, and how often what was done."""
    counts = Counter[str](pairs=1)
    own = folder / str(os.getpid())
    shutil.rmtree(own, ignore_errors=True)
    root = own / _PAIR
    shutil.copytree(pattern, root, symlinks=True)
    _lead_here(root)
    chance, numbers = random.Random(seed), count(seed * 1000)  # noqa: S311  # no secret
    places = [Place(home=root / name) for name in NAMES]
    before = contents(places[0].log)
    for place in places:
        desk = Desk(place=place, chance=chance, count=numbers)
        work(desk, chance.randint(1, acts))
        counts.update(f"{'refused ' if code else ''}{name}" for name, code in desk.said)
    sides = [contents(place.log) for place in places]
    counts["typed"] = len({word for word in _typed(sides) if word not in _typed([before])})
    both = in_both_orders(root, places, before)
    counts["lines"] = sum(b"\nlook_at:" in content for content in both.whole.values())
    counts["beside"] = sum("(also " in name for name in both.whole)
    for each in both.wrong:
        counts[each.partition(":")[0]] += 1
        print(f"seed {seed}: {each}", flush=True)
    return counts


def in_both_orders(root: Path, places: list[Place], before: Files) -> Synced:
    """Have them sync in each order, both times from what stands in `root` now; `before` is what both began with."""
    sides = [contents(place.log) for place in places]
    kept = root.with_name("kept")
    shutil.copytree(root, kept, symlinks=True)
    first = synced(places)
    shutil.rmtree(root)
    kept.rename(root)
    second = synced(places[::-1])
    wrong = [*first.wrong, *second.wrong]
    if first.whole != second.whole:
        wrong.append(f"differ: by order: {_differ(first.whole, second.whole)}")
    wrong += [f"lost: {word}" for word in sorted(lost(before, sides, first.whole))]
    return Synced(whole=first.whole, wrong=tuple(wrong))


def _typed(sides: list[dict[str, bytes]]) -> set[str]:
    return {word for files in sides for word in words_of(files)}


def _lead_here(root: Path) -> None:
    """Have the copies know where the log's copy elsewhere is now."""
    for config in root.glob("*/log/.git/config"):
        text = config.read_text(encoding="utf-8")
        config.write_text(re.sub(r"(url = ).*", rf"\g<1>{root / 'there.git'}", text), encoding="utf-8")


def synced(order: list[Place]) -> Synced:
    """Have them sync in this order, the first one twice."""
    wrong = []
    for place in (*order, order[0]):
        done = place.circle("sync")
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        if done.returncode != 0:
            wrong.append(f"failed: sync of {place.home.name}: {said}")
        if "<<<<" in said or ">>>>" in said:
            wrong.append(f"marks: on the screen of {place.home.name}: {said}")
    wholes = [contents(place.log) for place in order]
    if wholes[0] != wholes[1]:
        wrong.append(f"differ: the clones: {_differ(*wholes)}")
    marked = [name for name, content in wholes[0].items() if re.search(rb"(?m)^(<{7}|>{7}|={7}$)", content)]
    wrong += [f"marks: {name}" for name in marked]
    for place in order:
        if status := place.git("status", "--porcelain").stdout:
            wrong.append(f"unclean: {place.home.name}: {status.decode()}")
    listed = order[0].circle("list")
    if listed.returncode != 0 or b"Left out" in listed.stderr:
        wrong.append(f"unread: {listed.stderr.decode()}")
    return Synced(whole=wholes[0], wrong=tuple(wrong))


def _differ(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def main() -> int:
    """Try them all, and print the counts; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=1000, metavar="N", help="so many pairs of histories")
    parser.add_argument("--first", type=int, default=1, metavar="SEED", help="the first one's seed; the others follow")
    parser.add_argument("--acts", type=int, default=5, metavar="N", help="at most so many things done by each person")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many pairs at once")
    how = parser.parse_args()
    load()
    find_identifiers("Sam rang.", (), load_lists())  # what all of them need is there before anything is forked
    whole = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="circle-merging-") as name:
        made(Path(name) / "pattern")
        work_ = partial(pair, pattern=Path(name) / "pattern", folder=Path(name), acts=how.acts)
        with ProcessPoolExecutor(how.jobs, get_context("fork")) as pool:
            for done in as_completed([pool.submit(work_, seed) for seed in range(how.first, how.first + how.pairs)]):
                whole += done.result()
                if whole["pairs"] % 50 == 0:
                    print(f"{whole['pairs']} pairs", flush=True)
    print({key: whole[key] for key in ("pairs", "typed", *KINDS, "lines", "beside")})
    print({key: number for key, number in sorted(whole.items()) if key.removeprefix("refused ") in _COMMANDS})
    print(f"{sum(os.times()[:4]):.0f} seconds of processor time")
    return 1 if any(whole[kind] for kind in KINDS) else 0


_COMMANDS = {"reflect", "edit", "done", "rename", "delete", "undo", "share", "review", "withdraw", "tried", "readers",
             "prepare", "follow-up", "discard"}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
