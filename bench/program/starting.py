"""Prints how long the program of `make program` takes to start, against the installed one, by turns in one run.

`python bench/program/starting.py dist/circle [--rounds N]`; 3 times as long is the most that it may take.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from measure import Command, rounds  # it stands in the folder above

MOST = 3.0
WAYS = {"circle --version": ("--version",), "circle --help": ("--help",), "circle list": ("list",)}
FIRST, ASKS = "first question on screen", "What shall we call it?"


def main() -> None:
    """Start each of both in turn, and print the ratios; end with 1 where one is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    wanted = parser.parse_args()
    built = str(wanted.folder.resolve() / ("circle.exe" if os.name == "nt" else "circle"))
    installed = shutil.which("circle", path=str(Path(sys.executable).parent)) or "circle"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        env = {**os.environ, "HOME": folder, "USERPROFILE": folder, "TERM": "xterm", "CIRCLE_LOG": f"{folder}/log"}
        env |= {f"XDG_{each}_HOME": f"{folder}/{each}" for each in ("DATA", "CONFIG", "STATE")}
        subprocess.run([installed, "init", f"{folder}/log"], env=env, check=True, capture_output=True)
        commands = {
            (program, what): Command(arguments=(program, *words))
            for what, words in WAYS.items()
            for program in (installed, built)
        }
        if os.name != "nt":  # which has no pseudo-terminal of this kind
            commands |= {
                (program, FIRST): Command(arguments=(program, "reflect"), awaits=ASKS) for program in (installed, built)
            }
        named = {" ".join(key): key for key in commands}
        found = rounds({name: commands[key] for name, key in named.items()}, env, Path(folder), wanted.rounds)
    readings = {named[name]: each for name, each in found.items()}
    ratios = {
        what: statistics.median(
            b.seconds / a.seconds for a, b in zip(readings[installed, what], readings[built, what], strict=True)
        )
        for program, what in commands
        if program == built
    }
    print(f"the program without Python, against the installed one; {wanted.rounds} rounds by turns, medians")
    for what, ratio in ratios.items():
        print(f"{what:46} {ratio:>7.2f} x   at most {MOST:.0f} x")
    sys.exit(max(ratios.values()) > MOST)


if __name__ == "__main__":
    main()
