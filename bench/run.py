"""Prints what circle costs, as ratios measured in one run: `make bench`, or `python bench/run.py [--sessions N]`.

Absolute times say more about the machine than about the program, so none are printed. Then how much is asked, which
`--asked` prints alone: prompts and words on the screen until a session is saved, and for what can be added.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from invented import NEEDLE, NEEDLES, OPEN, fill
from measure import Command, Reading, rounds

INCOMING = '{"title": "Saved by the benchmark", "answers": {"what-worked": "It worked.", "actions": "Again."}}'
SAVE_ONLY = """
import random, sys, time
from datetime import date
from pathlib import Path
from circle_cli.ids import new_session_id
from circle_cli.log.folder import Log
from circle_cli.log.saving import save_new
name = new_session_id(date(2026, 11, 23), random.choice)
start = time.perf_counter()
saved = save_new(Log(root=Path(sys.argv[1])), name, "bench", "text " + name)
print(time.perf_counter() - start)
assert saved.commit.done, saved.commit
"""


def main() -> None:
    """Make a log, time everything in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--asked", action="store_true")
    wanted = parser.parse_args()
    if wanted.asked:
        _asked()
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        log = home / "log"
        env = {**os.environ, "HOME": folder, "XDG_DATA_HOME": f"{folder}/d", "XDG_STATE_HOME": f"{folder}/s"}
        env |= {"TERM": "xterm", "CIRCLE_LOG": str(log)}
        _make_log(log, wanted.sessions, env)
        readings = rounds(_commands(), env, home, wanted.rounds)
        saves = [_save(log, env) for _ in range(wanted.rounds)]
        readings |= _kept(env, home, wanted.rounds)
        _check(env, home)
    print(f"{wanted.sessions} sessions, {wanted.rounds} rounds in turn, medians; Python {sys.version.split()[0]}")
    _report(readings, saves)
    _asked()


def _circle(*arguments: str) -> tuple[str, ...]:
    return (shutil.which("circle", path=str(Path(sys.executable).parent)) or "circle", *arguments)


def _commands() -> dict[str, Command]:
    bare = (sys.executable, "-I", "-c", "input('What shall we call it?')")
    commands = {
        "floor": Command(arguments=(sys.executable, "-I", "-c", "pass")),
        "version": Command(arguments=_circle("--version")),
        "help": Command(arguments=_circle("--help")),
        "list": Command(arguments=_circle("list")),
        "actions": Command(arguments=_circle("actions")),
        "search": Command(arguments=_circle("search", NEEDLE)),
        "check": Command(arguments=_circle("check")),
        "from": Command(arguments=_circle("reflect", "--from", "-", "--require-commit"), input=INCOMING),
        "input": Command(arguments=bare, awaits="What shall we call it?"),
        "first": Command(arguments=_circle("reflect"), awaits="What shall we call it?"),
    }
    if found := shutil.which("rg"):
        commands["rg"] = Command(arguments=("sh", "-c", f'{found} -l {NEEDLE} "$CIRCLE_LOG"'))
    return commands


def _make_log(log: Path, count: int, env: dict[str, str]) -> None:
    log.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", log], check=True)
    for key, value in (("user.name", "Sam Example"), ("user.email", "sam@example.org")):
        subprocess.run(["git", "-C", log, "config", key, value], check=True)
    subprocess.run(_circle("init", str(log)), env=env, check=True, capture_output=True)
    fill(log, count)
    subprocess.run(["git", "-C", log, "add", "."], check=True)
    subprocess.run(["git", "-C", log, "commit", "-qm", "Invented sessions"], check=True)


def _save(log: Path, env: dict[str, str]) -> Reading:
    done = subprocess.run([sys.executable, "-c", SAVE_ONLY, log], env=env, check=True, capture_output=True, text=True)
    return Reading(seconds=float(done.stdout), megabytes=0)


def _kept(env: dict[str, str], cwd: Path, count: int) -> dict[str, list[Reading]]:
    """Measure a spark at the end: where one waits, `reflect` asks about it first."""
    keep = Command(arguments=_circle("spark", "Robin laughed today"))
    return rounds({"bare": _commands()["floor"], "spark": keep}, env, cwd, count)


def _check(env: dict[str, str], cwd: Path) -> None:
    """The figures count only if the answers are right."""
    found = subprocess.run(_circle("search", NEEDLE), env=env, cwd=cwd, check=True, capture_output=True, text=True)
    hits = sum(line.startswith("20") for line in found.stdout.splitlines())
    if hits != NEEDLES:
        raise SystemExit(f"search found {hits} of {NEEDLES} sessions")
    told = subprocess.run(_circle("actions"), env=env, cwd=cwd, check=True, capture_output=True, text=True)
    if (still := sum(not line.startswith(" ") for line in told.stdout.splitlines())) != OPEN:
        raise SystemExit(f"actions found {still} of {OPEN}")


def _report(readings: dict[str, list[Reading]], saves: list[Reading]) -> None:
    def ratio(what: list[Reading], to: str) -> str:
        return f"{statistics.median(a.seconds / b.seconds for a, b in zip(what, readings[to], strict=True)):.2f} x"

    def memory(name: str) -> str:
        return f"{statistics.median(reading.megabytes for reading in readings[name]):.0f} MB"

    rows = [
        ("circle --version", ratio(readings["version"], "floor"), "1.3 x python -I -c pass"),
        ("circle --help", ratio(readings["help"], "floor"), "6 x"),
        ("first question's text on screen", ratio(readings["first"], "input"), "6 x a bare input()"),
        ("final save with git commit (the save itself)", ratio(saves, "floor"), "8 x"),
        ("reflect --from, whole process with commit", ratio(readings["from"], "floor"), ""),
        ("list, newest 20", ratio(readings["list"], "floor"), "10 x"),
        ("spark, whole process with commit", ratio(readings["spark"], "bare"), ""),
        ("search, a rare word", ratio(readings["search"], "floor"), "10 x"),
        ("actions, all that are open", ratio(readings["actions"], "floor"), "10 x"),
        ("check, every session and page", ratio(readings["check"], "floor"), ""),
        ("memory: list", memory("list"), "25 MB"),
        ("memory: search", memory("search"), "25 MB"),
        ("memory: actions", memory("actions"), "25 MB"),
        ("memory: interview", memory("first"), "40 MB"),
    ]
    if "rg" in readings:
        rows.insert(8, ("search, against rg -l", ratio(readings["search"], "rg"), "3 x"))
    for what, measured, bound in rows:
        print(f"{what:46} {measured:>9}   {f'at most {bound}' if bound else ''}".rstrip())


def _asked() -> None:
    root = Path(__file__).parents[1]
    sys.path[:0] = [
        str(root / name) for name in ("", "examples", "tests/standing", "tests/standing/made", "tests/standing/kept")
    ]
    from counted import asked_for_all

    print(f"\n{'asked for':46} {'prompts':>9} {'words':>9}")
    for what, count in asked_for_all().items():
        print(f"{what:46} {count.prompts:>9} {count.words:>9}")


if __name__ == "__main__":
    main()
