"""A computer of its own for each kill: a home with a log in it, and the program, traced and killed at a system call."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat",
    "write",
    "fsync",
    "rename",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "link",
    "vfork",
    "clone",
    "fchmod",
)
CHANGES = re.compile(r"O_CREAT|O_WRONLY|O_RDWR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A computer of its own: a home, with a log in it."""

    home: Path

    @property
    def log(self) -> Path:
        """The log."""
        return self.home / "log"

    def run(self, *command: str, trace: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
        """Run something there."""
        return subprocess.run([*trace, *command], cwd=self.log, env=self.environment, capture_output=True)

    def circle(self, *arguments: str, trace: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
        """Run the program there."""
        return self.run(sys.executable, "-m", "circle_cli", *arguments, trace=trace)

    @property
    def environment(self) -> dict[str, str]:
        """An environment that knows no other home."""
        code = {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}
        plain = {"TERM": "dumb", "EDITOR": f"{sys.executable} -S {self.home / 'editor.py'}"}
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1", **plain, **code}


def new_place(home: Path) -> Place:
    """Make a home in which git knows somebody, and an empty log."""
    place = Place(home=home)
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Jo\n\temail = jo@example.org\n[core]\n\tfsync = none\n")
    (place.log / "sessions" / "2026").mkdir(parents=True)
    (place.log / "circle.yml").write_text("")
    place.run("git", "init", "-q", "-b", "main")
    return place


def copied(pattern: Place, home: Path) -> Place:
    """Give a copy of a whole place."""
    shutil.copytree(pattern.home, home, symlinks=True)
    return Place(home=home)


def tracing(to: Path) -> tuple[str, ...]:
    """Have strace list the calls by which something may be changed."""
    return ("strace", "-qq", "-o", str(to), "-e", f"trace={','.join(CALLS)}")


def killing(call: str, number: int) -> tuple[str, ...]:
    """Have strace kill the program at a call: this manieth of its kind."""
    inject = f"inject={call}:signal=KILL:when={number}"
    return ("strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)


def changes_in(trace: Path) -> list[tuple[str, int]]:
    """Give each call in a trace that changed something: its kind, and how manieth of that kind it was."""
    counts: Counter[str] = Counter()
    found = []
    for line in trace.read_text(errors="replace").splitlines():
        call = line.split("(")[0]
        if call in CALLS:
            counts[call] += 1
            if not (call == "openat" and not CHANGES.search(line)) and not line.startswith(("write(1,", "write(2,")):
                found.append((call, counts[call]))
    return found


def spread(points: Sequence[tuple[str, int]], every: int, most: int | None = None) -> Sequence[tuple[str, int]]:
    """Give each Nth point, and not more than `most` of them, from the first to the last."""
    chosen = points[::every]
    if most is None or len(chosen) <= most:
        return chosen
    return [chosen[number * (len(chosen) - 1) // (most - 1)] for number in range(most)]
