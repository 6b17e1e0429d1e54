"""What is wrong after a kill: at once, after the next command, and after the command was run once more."""

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from killing.beforehand import DRAFTS
from killing.commands import Writing
from killing.place import Place

_ID = re.compile(r"\d{4}-\d\d-\d\d-[a-z0-9]{4}|(?<=/)[a-z0-9]{8}(?=\.(?:decision\.)?md)")
_MARK = "..gitignore.tmp-0"
_BY_CHANCE = re.compile(r"[0-9a-f]{40}|[A-Za-z0-9+/=]{50,}|(?<=reader-)[a-z0-9]{4}|\d+")
_SAID = ("goes on with it", "takes them out again", "signs it with `circle review --sign`", "nobody else has read what")
"""How `circle check` says that something is half done, or not done yet, and what finishes it."""
_SERVERS = {"base.git", "there.git"}
_ANEW = {".git", "key-for-approving", "checked", "checked.key"}
"""What is in these is another each time, and of the same size."""
_FOLDERS = ("sessions", "sparks", "proposals", "guidance", "approvals", "identifier-check", "to-read")


@dataclass(slots=True, kw_only=True)
class Look:
    """What is looked at after each kill of one command; what was seen already is not seen through twice."""

    writing: Writing
    before: frozenset[str]
    """The files of the log before the command, by their names with the ids left out, and after a whole one."""
    after: frozenset[str]
    _seen: dict[str, set[str]] = field(default_factory=dict)

    def __call__(self, place: Place, *, heard: bool) -> set[str]:
        """Give what is wrong; `heard` says that the words had been taken in by then."""
        wrong = set() if self.writing.name == "init" else _of_git(place)
        if heard and not anywhere(place, self.writing.words):
            wrong.add("lost: the words")
        return wrong | self._once(f"{heard} {_kind(place)}", lambda: self._next(place, heard=heard))

    def _once(self, key: str, look: Callable[[], set[str]]) -> set[str]:
        if key not in self._seen:
            self._seen[key] = look()
        return self._seen[key]

    def _next(self, place: Place, *, heard: bool) -> set[str]:
        """Give what is wrong once another command has run, without anybody there, and then `circle` at a terminal."""
        there = self.writing.log(place)
        checked = place.circle(*there, "check", "--json")
        wrong = self._damage(place, checked.stdout, finished=False)
        if (left := not_committed(place)) and b"Not in git" not in checked.stderr:
            wrong.add(f"unsaid: {left!r}")
        place.typed(there, (), takes_locks_away)
        return wrong | self._once(f"then {heard} {_kind(place)}", lambda: self._once_more(place, heard=heard))

    def _once_more(self, place: Place, *, heard: bool) -> set[str]:
        for lock in (lock for name in _SERVERS for lock in (place.home / name).rglob("*.lock")):
            lock.unlink()  # a server clears its own
        self.writing.run(place, again=True)
        wrong = self._damage(place, place.circle(*self.writing.log(place), "check", "--json").stdout, finished=True)
        left: list[object] = [*not_committed(place), *debris(place)]
        names = shape(place)
        if names != self.after and not (self.writing.again and not heard and names == self.before):
            left += sorted(names ^ self.after)
        if self.writing.back:
            self.writing.start(place, self.writing.back)
            files = list((place.home / DRAFTS).glob("20*"))
            left += [] if len(files) == 2 else [f"brought back: {files}"]  # the draft, and one beside
        left += _after_more(place) if any(place.home.rglob(_MARK)) else []
        return wrong | ({f"left: {left}"} if left else set())

    def _damage(self, place: Place, checked: bytes, *, finished: bool) -> set[str]:
        """Give what is torn and lost, by what `circle check` found too; what is not finished, it may say."""
        wrong, findings = set(), json.loads(checked or b'{"findings": ["no answer"]}')["findings"]
        if found := [each for each in findings if finished or not any(words in str(each) for words in _SAID)]:
            wrong.add(f"torn: {found}")
        if self.writing.name == "init":
            return wrong | (_of_git(place) if finished else set())
        kept = place.log / "sessions" / "2026" / "2026-11-20-b2cd-tea.md"
        if "kettle was on." not in kept.read_text() or "Canaryword" not in _texts(place.log / "sessions"):
            wrong.add("lost: a session")
        return wrong | _of_git(place)


def takes_locks_away(asked: str) -> str:
    """Answer as somebody who lets a lock be taken away that a git left, and wants nothing else."""
    return "1" if "lock away?" in asked else ""


def _of_git(place: Place) -> set[str]:
    found = place.git("fsck", "--strict", "--connectivity-only")
    return {f"torn: {found.stderr!r}"} if found.returncode else set()


def shape(place: Place) -> frozenset[str]:
    """Give the files of the log, of a base's editor, and of what waits for readers elsewhere, by name without ids.

    What is there twice counts twice.
    """
    names: list[str] = []
    for folder in (log / name for log in (place.log, *place.elsewhere) for name in _FOLDERS):
        for path in folder.rglob("*"):
            if path.is_file():
                name = _ID.sub("ID", path.relative_to(place.home).as_posix())
                names.append(f"{name} {sum(each.partition(' ')[0] == name for each in names)}")
    left = place.git(f"--git-dir={place.home / 'there.git'}", "ls-tree", "-r", "--name-only", "for-readers")
    return frozenset((*names, *(_ID.sub("ID", each) for each in left.stdout.decode().splitlines())))


def anywhere(place: Place, words: str) -> bool:
    """Tell whether the words stand somewhere where a person finds them again."""
    own = [place.log / name for name in ("sessions", "proposals", ".circle")]
    return any(words in _texts(folder) for folder in (*own, place.home / ".local") if folder.is_dir())


def not_committed(place: Place) -> list[bytes]:
    """Give what is in the folders of the log, and of a base's editor, and not in their histories."""
    told = ("status", "--porcelain", "-uall", "--", *_FOLDERS, "circle.yml", "readers", "same", "themes-of-teams")
    folders = [each for each in (place.log, place.home / "editor") if each.is_dir()]
    return [line for each in folders for line in place.git("-C", str(each), *told).stdout.splitlines()]


def debris(place: Place) -> list[Path]:
    """Give what no program will ever look at again: half-written files, locks, intents, half a key."""
    patterns = (".*.tmp-*", "*.claim", "*.lock", ".circle*/intents/*", "key-for-approving-*")
    found = [path for pattern in patterns for path in place.home.rglob(pattern)]
    own = [path for path in found if not _SERVERS & {*path.parts}]  # a server clears its own
    return [path for path in own if path.name != _MARK]


def _after_more(place: Place) -> list[Path]:
    """Save something else, begin a log and a draft; give what is left of the files that keep git out of folders."""
    kept = any(place.log.glob("sessions/2026/*b2cd*"))
    place.circle(*(("rename", "b2cd", "Coffee") if kept else ("reflect", "--from", str(place.home / "in.yml"))))
    place.circle("init", "../other")
    place.typed(("reflect", "--quick", "--plain", "--title", "Tea"), (), lambda _: ".pause")
    return [*place.home.rglob(_MARK)]


def state(place: Place) -> int:
    """Give a number for what is on the disk, that is another one after each change."""
    found = []
    for folder, folders, names in os.walk(place.home):
        for name in (*folders, *names):
            there = os.lstat(f"{folder}/{name}")
            found.append(
                (folder, name, there.st_ino, there.st_mode, there.st_size, there.st_mtime_ns, there.st_ctime_ns)
            )
    return hash(tuple(found))


def _kind(place: Place) -> str:
    """Give what two kills must have in common for the second not to be looked at once more.

    The same files with the same content on the disk and in HEAD, but for what chance puts there; git's objects are left
    out, since git itself looks through them each time.
    """
    told = (place.git("grep", "", "HEAD"), place.git("status", "--porcelain", "-uall"))
    found = [_masked(each.stdout.decode()).encode() for each in told]
    for path in sorted(place.home.rglob("*")):
        name = path.relative_to(place.home)
        if path.is_file() and ".git/objects" not in name.as_posix():
            content = path.read_bytes()
            by_size = not _ANEW.isdisjoint(name.parts) or path.suffix in (".jsonl", ".typing")
            held = len(content) if by_size else _masked(content.decode(errors="replace"))
            found.append(f"{_masked(str(name))} {held}".encode())
    return hashlib.sha256(b"\n".join(sorted(found))).hexdigest()


def _masked(text: str) -> str:
    return _BY_CHANCE.sub("0", _ID.sub("ID", text))


def _texts(folder: Path) -> str:
    return "\n".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())
