"""Kills every command that writes, at the calls by which it changes something, and counts what comes of it.

`python bench/kills.py [--only NAME ...] [--every N] [--really N] [--jobs N]` needs a C compiler and Linux, and
prints a table.

all: circle and every git that it runs are killed together, before each call that changes something on the disk. For
that the command is run once, and stopped there each time, while the disk is copied; `--really` kills that many more.
git: that git alone is killed before each of its own calls, and circle lives on; so is the ssh-keygen that it runs.
circle: circle alone is killed before each of them, and the git that it waits for lives on.

No place is left out. Each is looked at for damage to git and for the words that were typed. The next commands are run
on one of each kind alone (`looking.py` says when two disks are of one kind): the same files with the same content, on
the disk and in HEAD, but for what chance puts there: ids, numbers, hashes, keys and signatures. Of what lies in `.git`
and in drafts the size counts; git's objects do not, since git itself looks through them each time. The same goes for
what these next commands leave, before the command is run once more. Of `erase` and `site`, their own files say when.

Torn: git or a file of the log is damaged. Lost: something that was there, or was typed, is missing. Unsaid: something
is half done, and the next command neither brings it home nor says so. Left: something is still half done, or there
twice, after the command was run once more. All of them have to be 0.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from traceback import format_exception

ROOT = Path(__file__).parents[1]
sys.path[:0] = [
    str(ROOT / name) for name in (".", "tests/standing", "tests/standing/made", "tests/standing/kept", "examples")
]

from killing.commands import WRITING  # noqa: E402  # found by the line above
from killing.erasing import erasing  # noqa: E402
from killing.site import built_again, exported  # noqa: E402
from killing.stopping import build, compiler  # noqa: E402
from killing.target import Kill, Target  # noqa: E402
from killing.writing import ready  # noqa: E402

from circle_cli.log.history import git  # noqa: E402

KINDS = ("torn", "lost", "unsaid", "left")
COLUMNS = ("calls", "all", "git", "circle", "really", *KINDS, "seconds")
OTHERS: dict[str, Callable[[Path], Target]] = {"erase": erasing, "site": built_again, "site --export": exported}
NAMES = (*OTHERS, *(writing.name for writing in WRITING))


def killed(name: str, folder: Path, library: Path, every: int, really: int) -> Counter[str]:
    """Kill one command everywhere; give how often, and what was wrong."""
    began = sum(os.times()[:4])
    counts, own = Counter[str](), folder / f"{NAMES.index(name)}"
    make_ready = OTHERS.get(name) or partial(ready, WRITING[NAMES.index(name) - len(OTHERS)])
    target = make_ready(own)
    git._PAUSE = 0.01  # it tries six times to get past a lock; here none of them ever goes by itself
    kill = Kill(target=target, library=library, counts=counts)
    kill.everywhere(every=every, really=really)
    shutil.rmtree(own, ignore_errors=True)
    counts["seconds"] = round(sum(os.times()[:4]) - began)
    return counts


def main() -> int:
    """Kill at every call, and print the table; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], choices=NAMES, metavar="NAME", help="try these commands alone")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try each Nth of the places")
    parser.add_argument("--really", type=int, default=2, metavar="N", help="kill so many of each command for good")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many commands at once")
    how = parser.parse_args()
    if not compiler() or sys.platform != "linux":
        raise SystemExit("This needs Linux and a C compiler (cc)")
    whole = Counter[str]()
    print(f"{'killed':<18}" + "".join(f"{head:>8}" for head in COLUMNS), flush=True)
    with tempfile.TemporaryDirectory(prefix="circle-kills-") as name:
        library = build(Path(name))
        work = partial(killed, folder=Path(name), library=library, every=how.every, really=how.really)
        with ProcessPoolExecutor(how.jobs, get_context("fork"), max_tasks_per_child=None) as pool:
            running = {pool.submit(work, each): each for each in how.only or NAMES}
            for done in as_completed(running):
                if error := done.exception():
                    print(
                        f"{running[done]}: not tried to its end", *format_exception(error), file=sys.stderr, flush=True
                    )
                whole += (counts := Counter(stopped=1) if error else done.result())
                print(f"{running[done]:<18}" + "".join(f"{counts[head]:>8}" for head in COLUMNS), flush=True)
    print(f"{'all of them':<18}" + "".join(f"{whole[head]:>8}" for head in COLUMNS), flush=True)
    return 1 if any(whole[kind] for kind in (*KINDS, "stopped")) else 0


if __name__ == "__main__":
    sys.exit(main())
