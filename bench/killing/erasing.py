"""`circle erase`, killed: what comes of it, and what the next one makes of it."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from circle_cli.log.folder import ERASED, NAMES_WAITING
from killing.looking import takes_locks_away
from killing.place import Place, new_place
from killing.target import Target

IDS = ("2026-11-20-b2cd", "2026-11-23-k3f9", "2026-11-24-c3de")
DOOMED = IDS[1]
NEEDLES = (DOOMED.encode(), b"Where we met first", b"Amira chose the library over the office.")
_RANDOM = re.compile(r"[0-9a-f]{2}/[0-9a-f]{38}|[0-9a-f]{40}|\d+|_\w{6,8}$|-\w{8}(?=/|$)")
"""In names of files: objects, numbers, and what is added to names of temporary ones."""


def erasing(folder: Path) -> Target:
    """Make ready a log with three sessions, of which the one in the middle is erased."""
    place = _make(folder / "home")
    pattern = folder / "pattern"
    shutil.copytree(place.home, pattern, symlinks=True)
    _erase(place)
    if wrong := Look()(place, heard=False):
        raise SystemExit(f"erase: it does not even work without a kill: {wrong}")
    return Target(name="erase", pattern=pattern, start=_erase, look=Look())


def _make(home: Path) -> Place:
    place = new_place(home)
    for session_id in IDS:
        title, words = ("Where we met first", NEEDLES[2].decode()) if session_id == DOOMED else ("Another", "Kept.")
        head = (
            f"circle: 1\nid: {session_id}\ntitle: {title}\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded"
        )
        cast = "cast:\n  - {name: Amira}\n" if session_id == DOOMED else ""
        path = place.log / "sessions" / "2026" / f"{session_id}-x.md"
        path.write_text(f"---\n{head}\n{cast}---\n\n## What worked {{#what-worked}}\n\n{words}\n")
        place.git("add", ".")
        place.git("commit", "-qm", f"Record session {session_id}")
    place.git("branch", "side", "HEAD~1")
    place.git("tag", "-am", f"about {DOOMED}", "v1")
    return place


def _erase(place: Place, **how: object) -> None:
    given = {key: how[key] for key in ("env", "apart") if key in how}
    place.circle("erase", DOOMED, "--confirm", DOOMED, **given)  # type: ignore[arg-type]  # as `typed` has them


@dataclass(slots=True, kw_only=True)
class Look:
    """What is looked at; a kind of place that was seen through to the end is not seen through again."""

    _seen: dict[str, set[str]] = field(default_factory=dict)

    def __call__(self, place: Place, *, heard: bool) -> set[str]:
        """Give what is wrong at once, and after the next `circle erase`."""
        wrong, kind = _damage(place), _kind(place)
        if kind not in self._seen:
            self._seen[kind] = _finished(place) | _damage(place)
        return wrong | self._seen[kind]


def _finished(place: Place) -> set[str]:
    """Have it finished; give what is wrong then."""
    wrong = set()
    path = place.log / "sessions" / "2026" / f"{DOOMED}-x.md"
    begun = b"k3f9" not in place.git("log", "--format=%B", "main").stdout
    if b"Nothing was left half erased" in place.circle("erase").stderr:
        if begun and path.exists():
            wrong.add("unsaid: it was half erased")
        if path.exists():
            place.typed(("erase", DOOMED, "--confirm", DOOMED), (), takes_locks_away)
    else:
        place.typed(("erase",), (), takes_locks_away)
    if path.exists() or _held(place):
        wrong.add("left: words of it")
    if not any((place.log / name).is_file() for name in (ERASED, NAMES_WAITING)):
        wrong.add("lost: the names that a site is swept for")
    if left := [*place.home.rglob("circle-erasing-*"), *(place.log / ".git").rglob("*.lock")]:
        wrong.add(f"left: {left}")
    return wrong


def _damage(place: Place) -> set[str]:
    """Give what is torn and lost."""
    wrong = set()
    if place.git("fsck", "--strict", "--connectivity-only").returncode:
        wrong.add("torn: git")
    for session_id in (IDS[0], IDS[2]):
        name = f"sessions/2026/{session_id}-x.md"
        for content in (place.git("show", f"main:{name}").stdout, (place.log / name).read_bytes()):
            if not content.endswith(b"Kept.\n"):
                wrong.add(f"lost: {name}")
    if IDS[0].encode() not in place.git("log", "--format=%B", "side").stdout:
        wrong.add("lost: a branch")
    return wrong


def _held(place: Place) -> bool:
    """Tell whether anything of the session is in a byte of the log, raw or in an object of git's."""
    whole = place.git("cat-file", "--batch", "--batch-all-objects").stdout
    contents = (path.read_bytes() for path in place.log.rglob("*") if path.is_file())
    return any(needle in content for content in (whole, *contents) for needle in NEEDLES)


def _kind(place: Place) -> str:
    """Give what two kills must have in common: the same files but for numbers, and refs that lead to the same words."""
    files = (path.relative_to(place.home) for path in place.home.rglob("*") if path.is_file())
    names = Counter(_RANDOM.sub("0", str(name)) for name in files)
    refs = place.git("for-each-ref", "--format=%(refname) %(contents:size)").stdout
    words = place.git("log", "--all", "--format=%T %B").stdout
    return f"{sorted(names.items())} {refs!r} {words!r}"
