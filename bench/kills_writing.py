"""Every other command that writes, killed: what it is run on, what is typed, and what holds afterwards."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pexpect
from kills_place import Place, changes_in, copied, killing, new_place, tracing

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "standing"))
from proposing import PARTS, SESSION  # noqa: E402  # the tests' own invented session

KEPT = "Kept: the kettle was on."
WORDS = "A heron stood in the doorway"
PATIENCE, QUIET = 30, 0.4  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A command that writes: what is typed while it asks, and what makes it go on after a kill."""

    name: str
    command: tuple[str, ...]
    typed: tuple[str, ...] | None = None
    """None: it needs no terminal."""
    words: str = ""
    """What a person typed, and must find again somewhere."""
    before: Callable[[Place], None] = lambda _: None
    again: tuple[str, ...] | None = None


def _put_session(place: Place, session_id: str, front: str = "", text: str = KEPT) -> None:
    head = f"circle: 1\nid: {session_id}\ntitle: Tea\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded\n"
    path = place.log / "sessions" / "2026" / f"{session_id}-tea.md"
    path.write_text(f"---\n{head}{front}---\n\n## What worked {{#what-worked}}\n\n{text}\n")


def make(home: Path) -> Place:
    """Make a log with a session that is left alone, one with an action, and one with something to share."""
    place = new_place(home)
    _put_session(place, "2026-11-20-b2cd")
    _put_session(place, "2026-11-23-k3f9", "action_points:\n  - {id: 1, what: Ring the school}\n")
    (place.log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md").write_text(SESSION)
    (home / "in.yml").write_text(
        f"id: 2026-11-24-mmmm\ndate: 2026-11-24\ntitle: Heron\nanswers: {{what-worked: {WORDS}}}\n"
    )
    (home / "parts.json").write_text(json.dumps(PARTS))
    (home / "editor.py").write_text(
        "import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text().replace('the kettle', {WORDS + ', the kettle'!r}))\n"
    )
    place.run("git", "add", ".")
    place.run("git", "commit", "-qm", "A log")
    place.circle("list")
    return place


def _shared(place: Place) -> None:
    place.circle("share", "abcd", "--from", str(place.home / "parts.json"))
    for key, value in (("user.email", "bea@example.org"), ("user.name", "Bea")):
        place.run("git", "config", key, value)


def _done(place: Place) -> None:
    place.circle("done", "k3f9", "1")


def _deleted(place: Place) -> None:
    place.circle("delete", "k3f9", "--confirm", "2026-11-23-k3f9")


def _done(place: Place) -> None:
    place.circle("done", "k3f9", "1")


def _approved(place: Place) -> None:
    _shared(place)
    _type(place, ("review", "--plain"), ("1",) * 8)


def _point(place: Place) -> str:
    return next((path.stem for path in (place.log / "guidance" / "learning-points").glob("*.md")), "none")


_RESUME = ("resume", "--plain")
_REVIEW, _FIVE = ("review", "--plain"), ("1",) * 8
_TYPED = (f"{WORDS}\n.",)
_HOW_IT_WENT = ("--outcome", "worked", "--differed", "by phone")
WRITING = (
    Writing(name="reflect --from", command=("reflect", "--from", "{home}/in.yml")),
    Writing(
        name="reflect",
        command=("reflect", "--quick", "--plain", "--title", "Heron"),
        typed=_TYPED,
        words=WORDS,
        again=_RESUME,
    ),
    Writing(name="done", command=("done", "k3f9", "1", "--note", "Rang")),
    Writing(name="done --not", command=("done", "k3f9", "1", "--not"), before=_done),
    Writing(name="rename", command=("rename", "k3f9", "Cake")),
    Writing(name="delete", command=("delete", "k3f9", "--confirm", "2026-11-23-k3f9")),
    Writing(name="undo", command=("undo", "--yes"), before=_deleted),
    Writing(name="edit", command=("edit", "b2cd"), typed=(), words=WORDS),
    Writing(name="follow-up", command=("follow-up", "k3f9", "--plain"), typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="share", command=("share", "abcd", "--from", "{home}/parts.json")),
    Writing(name="review: approve", command=_REVIEW, typed=_FIVE, before=_shared, again=_RESUME),
    Writing(name="review: return", command=_REVIEW, typed=(*_FIVE[1:], "2", *_TYPED), before=_shared, again=_RESUME),
    Writing(name="review: decline", command=_REVIEW, typed=(*_FIVE[1:], "3", *_TYPED), before=_shared, again=_RESUME),
    Writing(name="tried", command=("tried", "{point}", *_HOW_IT_WENT), before=_approved),
    Writing(name="rename", command=("rename", "k3f9", "Another name")),
    Writing(name="delete", command=("delete", "k3f9", "--confirm", "2026-11-23-k3f9")),
    Writing(name="undo", command=("undo", "--yes"), before=_done, again=("list",)),
    Writing(name="withdraw", command=("withdraw", "{point}", "--yes"), before=_approved),
)


def _type(place: Place, command: Sequence[str], typed: Sequence[str], trace: Sequence[str] = ()) -> None:
    """Run it on a terminal, give these replies, and skip whatever else is asked."""
    first, *rest = (*trace, sys.executable, "-m", "circle_cli", *command)
    child = pexpect.spawn(first, rest, cwd=str(place.log), env=place.environment, encoding="utf-8", timeout=PATIENCE)
    child.delaybeforesend = None
    left = list(typed)
    with suppress(OSError, pexpect.EOF):
        for _ in range(60):
            _until_quiet(child)
            child.send(f"{left.pop(0) if left else '.skip'}\n")
    with suppress(OSError):
        child.close(force=True)


def _until_quiet(child: pexpect.spawn) -> None:
    """Wait until it has shown something, and then nothing more for a while: so it waits for a reply."""
    child.read_nonblocking(65536, PATIENCE)
    with suppress(pexpect.TIMEOUT):
        while True:
            child.read_nonblocking(65536, QUIET)


def run(place: Place, writing: Writing, trace: Sequence[str] = (), *, again: bool = False) -> None:
    """Run it there."""
    point = _point(place)
    words = writing.again if again and writing.again else writing.command
    command = [word.format(home=place.home, point=point) for word in words]
    if writing.typed is None:
        place.circle(*command, trace=tuple(trace))
    else:
        _type(place, command, () if again and writing.again else writing.typed, trace)


def points(pattern: Place, writing: Writing, scratch: Path) -> list[tuple[str, int]]:
    """Give each call by which it changes something, of one whole run; see that this one ends well."""
    place, trace = copied(pattern, scratch / "traced"), scratch / "trace.txt"
    before = place.run("git", "rev-parse", "HEAD").stdout
    run(place, writing, tracing(trace))
    if place.run("git", "rev-parse", "HEAD").stdout == before or _not_committed(place):
        raise SystemExit(f"{writing.name}: it does not even work without a kill")
    shutil.rmtree(place.home)
    return changes_in(trace)


def outcome(pattern: Place, writing: Writing, home: Path, call: str, number: int) -> set[str]:
    """Kill it at that call, look, let the next command see to it, and do it once more; give what is wrong."""
    place = copied(pattern, home)
    run(place, writing, killing(call, number))
    wrong = damage(place)
    if writing.words and not _anywhere(place, writing.words) and _was_typed(place, writing):
        wrong.add("lost")
    said = place.circle("list").stderr + place.circle("check").stderr
    if (left := _not_committed(place)) and b"Not in git" not in said:
        wrong.add(f"unsaid {left!r}" if os.environ.get("VERBOSE") else "unsaid")
    run(place, writing, again=True)
    place.circle("list")
    wrong |= damage(place, finished=True)
    if left := [*_not_committed(place), *_debris(place)]:
        wrong.add(f"left {left}" if os.environ.get("VERBOSE") else "left")
    shutil.rmtree(home)
    return wrong


def _was_typed(place: Place, writing: Writing) -> bool:
    """Tell whether the words had reached the disk at all: a program killed while it starts has heard nothing."""
    state = place.home / ".local" / "state" / "circle"
    return any(path.stat().st_size > 400 for path in state.rglob("*.jsonl")) and writing.typed != ()


def damage(place: Place, *, finished: bool = False) -> set[str]:
    """Give what is torn and lost; until it is finished, what is half done may be said."""
    wrong = set()
    if place.run("git", "fsck", "--strict", "--connectivity-only").returncode:
        wrong.add("torn")
    checked = json.loads(place.circle("check", "--json").stdout or b'{"findings": [0]}')
    if found := [each for each in checked["findings"] if finished or "goes on with it" not in str(each)]:
        wrong.add(f"torn {found}" if os.environ.get("VERBOSE") else "torn")
    kept = place.log / "sessions" / "2026" / "2026-11-20-b2cd-tea.md"
    if "kettle was on." not in kept.read_text() or "Canaryword" not in _texts(place.log / "sessions"):
        wrong.add("lost")
    return wrong


def _texts(folder: Path) -> str:
    return "\n".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())


def _anywhere(place: Place, words: str) -> bool:
    own = [place.log / name for name in ("sessions", "proposals", ".circle")]
    return any(words in _texts(folder) for folder in (*own, place.home / ".local") if folder.is_dir())


def _not_committed(place: Place) -> list[bytes]:
    return place.run(
        "git", "status", "--porcelain", "-uall", "--", "sessions", "proposals", "guidance"
    ).stdout.splitlines()


def _debris(place: Place) -> list[Path]:
    """Give what no program will ever look at again: half-written files, locks, intents."""
    found = [*place.log.rglob(".*.tmp-*"), *place.log.rglob("*.claim"), *(place.log / ".git").rglob("*.lock")]
    found = [each for each in found if "..gitignore." not in each.name]  # a star, cleared away by the next save
    return [*found, *(place.log / ".circle" / "intents").glob("*.json")]
