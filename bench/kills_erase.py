"""`circle erase`, killed: what comes of it, and what the next one makes of it."""

import shutil
from pathlib import Path

from kills_place import Place, changes_in, copied, killing, new_place, tracing

IDS = ("2026-11-20-b2cd", "2026-11-23-k3f9", "2026-11-24-c3de")
DOOMED = IDS[1]
NEEDLES = (DOOMED.encode(), b"Where we met first", b"Amira chose the library over the office.")


def make(home: Path) -> Place:
    """Make a log with three sessions, the one in the middle edited and noted."""
    place = new_place(home)
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
    """Give each call by which an erasing changes something."""
    place, trace = copied(pattern, scratch / "trace"), scratch / "trace.txt"
    done = place.circle("erase", DOOMED, "--confirm", DOOMED, trace=tracing(trace))
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return changes_in(trace)


def outcome(pattern: Place, home: Path, call: str, number: int) -> set[str]:
    """Kill one erasing at that call, look, and have the next one finish it; give what is wrong."""
    place = copied(pattern, home)
    place.circle("erase", DOOMED, "--confirm", DOOMED, trace=killing(call, number))
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
