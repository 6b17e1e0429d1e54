"""Kills every command that writes, at the system calls by which it changes something, and counts what comes of it.

`python bench/kills.py [--only NAME] [--every N] [--most N]` needs strace, and prints a table. Torn: git or a file of
the log is damaged. Lost: something that was there, or was typed, is missing. Unsaid: something is half done, and the
next command neither brings it home nor says so. Left: something is still half done after the command was run once more.
All of them have to be 0.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import kills_erase
import kills_writing
from kills_place import spread

HOWS = ("torn", "lost", "unsaid", "left")

Points = Callable[[], list[tuple[str, int]]]
Outcome = Callable[[Path, str, int], set[str]]


def commands(folder: Path, only: str | None) -> Iterator[tuple[str, Points, Outcome]]:
    """Give each command by its name: where it changes something, and what comes of a kill there."""
    for number, writing in enumerate(kills_writing.WRITING):
        if only in (None, writing.name):
            pattern = kills_writing.make(folder / f"pattern-{number}")
            writing.before(pattern)
            outcome = partial(kills_writing.outcome, pattern, writing)
            yield writing.name, partial(kills_writing.points, pattern, writing, folder), outcome
    if only in (None, "erase"):
        pattern = kills_erase.make(folder / "pattern")
        yield "erase", partial(kills_erase.points, pattern, folder), partial(kills_erase.outcome, pattern)


def main() -> int:
    """Kill at every call, and print the table; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="NAME", help="try this command alone")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try each Nth of the calls")
    parser.add_argument("--most", type=int, metavar="N", help="try so many of them at most, for each command")
    how = parser.parse_args()
    bad = 0
    print(f"{'killed':<18}" + "".join(f"{head:>8}" for head in ("calls", "kills", *HOWS)), flush=True)
    with tempfile.TemporaryDirectory(prefix="circle-kills-") as name:
        for command, points, outcome in commands(Path(name), how.only):
            found, wrong = points(), Counter[str]()
            chosen = spread(found, how.every, how.most)
            for number, (call, count) in enumerate(chosen):
                for what in outcome(Path(name) / f"run-{number}", call, count):
                    wrong[what.split()[0]] += 1
                    print(f"{command}, {call} {count}: {what}", file=sys.stderr, flush=True)
            counts = (len(found), len(chosen), *(wrong[each] for each in HOWS))
            print(f"{command:<18}" + "".join(f"{number:>8}" for number in counts), flush=True)
            bad += sum(wrong.values())
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
