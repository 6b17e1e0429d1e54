"""Prints what a log costs as it grows: `make bench`, or `python bench/index/large.py [--sessions N ...] [--huge N]`.

Of each command the processor time, its children's too, in times of `python -I -c pass`: both run in turn, and the
middle of all rounds counts. What has a bound has it at 10,000 sessions; what is done daily may take twice that at
50,000. Beside it stand programs that do something like it, where they are installed: rg, git grep, and up to 10,000
entries jrnl (`make bench` brings it) and nb. With `--huge` a search is held against rg in so many.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
sys.path.insert(0, str(Path(__file__).parents[1]))
from invented import HALF, NEEDLE, fill
from measure import CIRCLE, Command, alone
from scale import one_point

ROOT = Path(__file__).parents[2]
BESIDE = Path(sys.prefix) / "beside" / "bin"
"""Where `make bench` puts what stands in the way of nothing there."""

PASS = Command(arguments=(sys.executable, "-I", "-c", "pass"))
INCOMING = '{"title": "Saved by the benchmark", "answers": {"what-worked": "It worked."}}'
TRIED = ("tried", "aaaa2222", "--outcome", "worked", "--differed", "We had more time and met outside")
READING = {
    "list, newest 20": ("list",),
    "list -n 0": ("list", "-n", "0"),
    "search, a rare word": ("search", NEEDLE),
    "search, every second session": ("search", HALF, "-n", "0"),
    "actions": ("actions",),
    "check, nothing changed": ("check",),
}
WRITING = {
    "reflect --from, with its commit": ("reflect", "--from", "-", "--require-commit"),
    "tried, with words and its commit": (*TRIED, "--require-commit"),
}
BOUNDS = {
    "list, newest 20": 8,
    "list -n 0": 25,
    "search, a rare word": 8,
    "search, every second session": 25,
    "actions": 8,
    "check, nothing changed": 20,
    "reflect --from, with its commit": 14,
    "tried, with words and its commit": 12,
    "search / rg -l": 3,
}
AT, GROWN = 10_000, 50_000
TWICE = {"list, newest 20", "search, a rare word", "actions", "reflect --from, with its commit"}
"""What may take at most twice as long in five times as many sessions; all else is there to be known."""

FEW = 2
"""Rounds of what takes seconds, beside ours."""

Times = dict[str, float]


def main() -> None:
    """Measure each size, then print all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, nargs="*", default=(1_000, AT, GROWN))
    parser.add_argument("--huge", type=int, help="100000, as a rule")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="a folder in which logs stay, and are taken from again")
    wanted = parser.parse_args()
    with TemporaryDirectory() as made:
        bench = Bench(Path(made), wanted.keep or Path(made), wanted.rounds)
        sizes = {count: bench.measured(count) for count in wanted.sessions}
        print(f"{wanted.rounds} rounds in turn, processor time in times of python -I -c pass; {sys.version.split()[0]}")
        report(sizes)
        if wanted.huge:
            print(f"search / rg -l, at {wanted.huge:,}: {bench.against_rg(wanted.huge):.2f} x, at most 1")


class Bench:
    """A home of its own, and the logs in which is measured."""

    def __init__(self, home: Path, place: Path, rounds: int) -> None:
        self.home, self.place, self.rounds = home, place, rounds
        self.env = {**os.environ, "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(ROOT)}
        self.env |= {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "STATE", "CONFIG")}
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)
        for key, value in (("user.name", "Sam Example"), ("user.email", "sam@example.org")):
            self.run("git", "config", "--global", key, value)

    def run(self, *words: str, at: Path | None = None) -> None:
        """Run something that is not measured."""
        subprocess.run(words, env=self.env, cwd=at, check=True, capture_output=True)

    def log(self, count: int) -> Path:
        """Give a log of so many sessions and one learning point, all in one commit."""
        log = self.place / f"log-{count}"
        if not log.exists():
            self.run(*CIRCLE, "init", "--team", str(log))
            one_point(log, 1)
            fill(log, count)
            self.run("git", "add", ".", at=log)
            self.run("git", "commit", "-qm", "Invented", at=log)
        return log

    def measured(self, count: int) -> Times:
        """Measure all at one size."""
        log = self.log(count)
        shutil.rmtree(log / ".circle", ignore_errors=True)
        times = {"search, and the index made anew": self.once(log, READING["search, a rare word"])}
        times |= self.in_turn({**_ours(READING), **beside(log)}, log)
        times["search / rg -l"] = times["search, a rare word"] / times["rg -l"] if "rg -l" in times else 0
        for name, command in _ours(WRITING).items():
            times |= self.in_turn({name: command}, log, lambda: self.run(*CIRCLE, "undo", "--yes", at=log))
        if count <= AT:
            times |= self.in_turn(self.others(log, count), self.home, rounds=FEW)
        return times

    def once(self, log: Path, words: Sequence[str]) -> float:
        """Give how long something takes the first time."""
        return alone(_circle(words), self.env, log).processor / alone(PASS, self.env, log).processor

    def in_turn(
        self, commands: Mapping[str, Command], at: Path, after: Callable[[], None] = lambda: None, rounds: int = 0
    ) -> Times:
        """Run all in turn, after a round to warm up, and `after` each; give the middle of each one's ratios."""
        found: dict[str, list[float]] = {name: [] for name in commands}
        for number in range((rounds or self.rounds) + 1):
            floor = alone(PASS, self.env, at).processor
            for name, command in commands.items():
                taken = alone(command, self.env, at).processor / floor
                after()
                if number:
                    found[name].append(taken)
        return {name: median(each) for name, each in found.items()}

    def others(self, log: Path, count: int) -> dict[str, Command]:
        """Give what jrnl and nb are asked, with as many entries; of either where it is installed."""
        entries = [path.read_text("utf-8") for path in sorted(log.glob("sessions/*/*.md"))[:count]]
        commands: dict[str, Command] = {}
        if jrnl := shutil.which("jrnl", path=f"{BESIDE}{os.pathsep}{os.environ['PATH']}"):
            journal, settings = self.home / f"journal-{count}", self.home / f"jrnl-{count}.yaml"
            journal.write_text("".join(f"[2026-01-01 10:00] {each}\n\n" for each in entries), encoding="utf-8")
            settings.write_text(f"version: v4.6\njournals: {{default: {{journal: {journal}}}}}\n", encoding="utf-8")
            there = (jrnl, "--config-file", str(settings))
            commands["jrnl, one entry added"] = Command(arguments=(*there, "Saved. It worked."))
            commands["jrnl -contains, a rare word"] = Command(arguments=(*there, "-contains", NEEDLE))
            commands["jrnl -n 20"] = Command(arguments=(*there, "-n", "20"))
        if nb := shutil.which("nb"):
            self.env["NB_DIR"], notes = str(self.home / f"nb-{count}"), self.home / f"nb-{count}" / "home"
            self.run(nb, "init")
            for number, each in enumerate(entries):
                (notes / f"{number}.md").write_text(each, encoding="utf-8")
            self.run(nb, "index", "reconcile")
            self.run("git", "add", ".", at=notes)
            self.run("git", "commit", "-qm", "Invented", at=notes)
            commands["nb, one note added"] = Command(arguments=(nb, "add", "--content", "Saved. It worked."))
            commands["nb search, a rare word"] = Command(arguments=(nb, "search", NEEDLE, "--list"))
        return commands

    def against_rg(self, count: int) -> float:
        """Hold a search for a rare word against rg, in a log of so many sessions."""
        log = self.log(count)
        self.once(log, READING["search, a rare word"])  # makes the index
        times = self.in_turn({"ours": _circle(READING["search, a rare word"]), **beside(log)}, log)
        return times["ours"] / times["rg -l"]


def _circle(words: Sequence[str]) -> Command:
    return Command(arguments=(*CIRCLE, *words), input=INCOMING if words[0] == "reflect" else "")


def _ours(commands: Mapping[str, Sequence[str]]) -> dict[str, Command]:
    return {name: _circle(words) for name, words in commands.items()}


def beside(log: Path) -> dict[str, Command]:
    """Give what else finds a rare word in the same files."""
    commands = {"git grep -l": Command(arguments=("git", "grep", "-l", NEEDLE))}
    if found := shutil.which("rg"):
        commands["rg -l"] = Command(arguments=(found, "-l", NEEDLE, str(log / "sessions")))
    return commands


def report(sizes: Mapping[int, Times]) -> None:
    """Print a row for each, with the bounds beside what was measured."""
    columns = "".join(f"{f'{count:,}':>10}" for count in sizes)
    grew = AT in sizes and GROWN in sizes
    print(f"{'sessions':34}{columns}   at most{f'   {GROWN:,} / {AT:,}' if grew else ''}")
    for name in dict.fromkeys(name for times in sizes.values() for name in times):
        cells = "".join(f"{f'{times[name]:.1f} x' if times.get(name) else '':>10}" for times in sizes.values())
        bound = f"{BOUNDS[name]} x" if name in BOUNDS else ""
        growth = f"{sizes[GROWN][name] / sizes[AT][name]:.1f}" if grew and name in sizes[GROWN] else ""
        growth += ", at most 2" if growth and name in TWICE else ""
        print(f"{name:34}{cells}{bound:>10}   {growth}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
