"""Kills `circle erase` at every system call by which it changes something, and counts what comes of it.

`python bench/kills.py [--every N]` needs strace, and prints a table. Torn: git or a session's file is damaged. Lost:
something of another session is missing. Unsaid: something is half done, and the next `circle erase` does not know it.
Left: the session is still somewhere after that one. All of them have to be 0.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
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
HOWS = ("torn", "lost", "unsaid", "left")
IDS = ("2026-11-20-b2cd", "2026-11-23-k3f9", "2026-11-24-c3de")
DOOMED = IDS[1]
NEEDLES = (DOOMED.encode(), b"Where we met first", b"Amira chose the library over the office.")


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
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1", **code}


def make(home: Path) -> Place:
    """Make a log with three sessions, the one in the middle edited and noted."""
    place = Place(home=home)
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Jo\n\temail = jo@example.org\n[core]\n\tfsync = none\n")
    (place.log / "sessions" / "2026").mkdir(parents=True)
    (place.log / "circle.yml").write_text("")
    place.run("git", "init", "-q", "-b", "main")
    for session_id in IDS:
        title, words = ("Where we met first", NEEDLES[2].decode()) if session_id == DOOMED else ("Another", "Kept.")
        head = (
            f"circle: 1\nid: {session_id}\ntitle: {title}\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded"
        )
        path = place.log / "sessions" / "2026" / f"{session_id}-x.md"
        path.write_text(f"---\n{head}\n---\n\n## What worked {{#what-worked}}\n\n{words}\n")
        place.run("git", "add", ".")
        place.run("git", "commit", "-qm", f"Record session {session_id}")
    place.run("git", "branch", "side", "HEAD~1")
    place.run("git", "tag", "-am", f"about {DOOMED}", "v1")
    return place


def points(pattern: Place, scratch: Path) -> list[tuple[str, int]]:
    """Give each call by which an erasing changes something: its kind, and how manieth of that kind it is."""
    place, trace = copied(pattern, scratch / "trace"), scratch / "trace.txt"
    command = ("strace", "-qq", "-o", str(trace), "-e", f"trace={','.join(CALLS)}")
    done = place.circle("erase", DOOMED, "--confirm", DOOMED, trace=command)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    counts: Counter[str] = Counter()
    found = []
    for line in trace.read_text(errors="replace").splitlines():
        call = line.split("(")[0]
        if call in CALLS:
            counts[call] += 1
            if call != "openat" or CHANGES.search(line):
                found.append((call, counts[call]))
    return found


def copied(pattern: Place, home: Path) -> Place:
    """Give a copy of a whole place."""
    shutil.copytree(pattern.home, home, symlinks=True)
    return Place(home=home)


def outcome(pattern: Place, home: Path, call: str, number: int) -> set[str]:
    """Kill one erasing at that call, look, and have the next one finish it; give what is wrong."""
    place = copied(pattern, home)
    inject = (
        "strace",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:signal=KILL:when={number}",
    )
    place.circle("erase", DOOMED, "--confirm", DOOMED, trace=inject)
    wrong = damage(place)
    path = place.log / "sessions" / "2026" / f"{DOOMED}-x.md"
    begun = b"k3f9" not in place.run("git", "log", "--format=%B", "main").stdout or bool(list(home.rglob("*/backup")))
    again = place.circle("erase")
    if b"Nothing was left half erased" in again.stderr:
        if begun and path.exists():
            wrong.add("unsaid")
        if path.exists():
            again = place.circle("erase", DOOMED, "--confirm", DOOMED)
    wrong |= damage(place)
    if again.returncode not in (0, 2) or held(place) or list(home.rglob("circle-erasing-*")):
        wrong.add("left")
    shutil.rmtree(home)
    return wrong


def damage(place: Place) -> set[str]:
    """Give what is torn and lost."""
    wrong = set()
    if place.run("git", "fsck", "--strict", "--connectivity-only").returncode:
        wrong.add("torn")
    for session_id in (IDS[0], IDS[2]):
        name = f"sessions/2026/{session_id}-x.md"
        for content in (place.run("git", "show", f"main:{name}").stdout, (place.log / name).read_bytes()):
            if not content.endswith(b"Kept.\n"):
                wrong.add("lost")
    if IDS[0].encode() not in place.run("git", "log", "--format=%B", "side").stdout:
        wrong.add("lost")
    return wrong


def held(place: Place) -> bool:
    """Tell whether anything of the session is in a byte of the log, raw or in an object of git's."""
    whole = place.run("git", "cat-file", "--batch", "--batch-all-objects").stdout
    contents = (path.read_bytes() for path in place.log.rglob("*") if path.is_file())
    return any(needle in content for content in (whole, *contents) for needle in NEEDLES)


def main() -> int:
    """Kill at every call, and print the table; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try each Nth of the calls")
    every = parser.parse_args().every
    kills: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory(prefix="circle-kills-") as folder:
        pattern = make(Path(folder) / "pattern")
        found = points(pattern, Path(folder))[::every]
        for number, (call, count) in enumerate(found):
            kills[call] += 1
            for how in outcome(pattern, Path(folder) / f"run-{number}", call, count):
                wrong[call, how] += 1
                print(f"{call} {count}: {how}", file=sys.stderr)
    print(f"{'erase, killed at':<18}" + "".join(f"{head:>8}" for head in ("kills", *HOWS)))
    for call in (*sorted(kills), "all"):
        of = [sum(wrong[each, how] for each in kills if call in (each, "all")) for how in HOWS]
        total = kills[call] if call in kills else sum(kills.values())
        print(f"{call:<18}" + "".join(f"{number:>8}" for number in (total, *of)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
