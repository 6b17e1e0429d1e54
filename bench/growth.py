"""Prints by how much git's history of a log grows with each session that is saved: `python bench/growth.py [SIZES]`.

A commit holds a new tree for each folder above a file, and a tree names all that lies in its folder: so what counts is
how many sessions a folder has. Beside the folder for each year that sessions lie in, one for each month in it is tried;
SIZES are the sessions of one year. The figures are bytes for each session beside its own text: as git keeps them at
first, an object a file, and after `git gc`, which packs like things together. Only git is run, on invented names.
"""

import argparse
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from circle_cli.ids import ALPHABET

SAVED = 40
"""Sessions saved one after another, on top of those that are there."""

ROW = "{:>10} {:>8} {:>16} {:>16} {:>22}"
_WHO = "Sam <sam@example.org> {} +0000"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=(200, 1_000, 10_000, 50_000), help="sessions of a year")
    print(ROW.format("in a year", "folders", "at first, bytes", "after gc, bytes", "git gc after, sessions"))
    for size in parser.parse_args().sizes:
        for folders in ("years", "months"):
            with TemporaryDirectory() as place:
                first, packed, objects = _growth(Path(place), size, monthly=folders == "months")
            print(ROW.format(f"{size:,}", folders, f"{first:,}", f"{packed:,}", f"{6_700 // objects:,}"))


def _growth(place: Path, size: int, *, monthly: bool) -> tuple[int, int, int]:
    """Give the bytes that a session costs at first, and once packed, and the objects that it is kept in."""
    chance = random.Random(20261126)  # noqa: S311  # invented names
    _git(place, "init", "-q", "--bare", "-b", "main")
    there = [_name(chance, monthly=monthly) for _ in range(size)]
    _import(place, [there], packed=True)
    _git(place, "gc", "-q")
    before = _bytes(place)
    _import(place, [[_name(chance, monthly=monthly)] for _ in range(SAVED)], packed=False)
    loose = [path.stat().st_size for path in (place / "objects").glob("??/*")]
    _git(place, "gc", "-q")
    return sum(loose) // SAVED, (_bytes(place) - before) // SAVED, len(loose) // SAVED


def _name(chance: random.Random, *, monthly: bool) -> str:
    day = f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    own, title = ("".join(chance.choices(ALPHABET, k=count)) for count in (4, 24))
    return f"sessions/2026/{f'{day[5:7]}/' if monthly else ''}{day}-{own}-{title}.md"


def _import(place: Path, commits: list[list[str]], *, packed: bool) -> None:
    """Make a commit of each list of files; what stands in a file is its own name, so that it weighs next to nothing."""
    told = []
    began = packed
    for number, names in enumerate(commits):
        when = _WHO.format(1_800_000_000 + number)
        told.append(f"commit refs/heads/main\ncommitter {when}\ndata 14\nRecord session\n")
        told += [] if began else ["from refs/heads/main^0\n"]
        told += [f"M 100644 inline {name}\ndata {len(name)}\n{name}\n" for name in names]
        began = True
    limit = 1 if packed else 1_000_000
    _git(place, "-c", f"fastimport.unpackLimit={limit}", "fast-import", "--quiet", given="".join(told).encode())


def _bytes(place: Path) -> int:
    return sum(path.stat().st_size for path in (place / "objects").rglob("*") if path.is_file())


def _git(place: Path, *words: str, given: bytes | None = None) -> None:
    subprocess.run(["git", "-C", place, *words], check=True, input=given)


if __name__ == "__main__":
    main()
