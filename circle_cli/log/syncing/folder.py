"""A log's folder taken from one state of its history to another, file by file, and never over what nobody has kept.

Each file is replaced in one step, and only while it holds what it is known to hold. The branch follows last. So a kill
leaves some files ahead of the history, and a note of where they were going: the next time it is finished, or, where
somebody went on working meanwhile, taken back.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.durable import clear_begun, replace
from circle_cli.log.erasing.store import Store
from circle_cli.log.syncing.history import History
from circle_cli.log.syncing.interrupted import NOTE
from circle_cli.log.syncing.way import Files, Way, as_one
from circle_cli.system.files import ignore_all
from circle_cli.system.no_links import content_of, inside
from circle_cli.system.processes import left_by_the_dead

_FILES = {"100644", "100755"}


def files_of(history: History, commit: str) -> dict[str, tuple[str, str]]:
    """Give all files of a commit; none of no commit."""
    if not commit:
        return {}
    rows = history.git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")
    found: dict[str, tuple[str, str]] = {}
    for row in filter(None, rows):
        about, _, path = row.partition(b"\t")
        mode, _, name = about.decode("ascii").split()
        found[os.fsdecode(path)] = (mode, name)
    return found


def go(history: History, before: str, after: str, reflog: str) -> None:
    """Take the folder, the index and the branch from one commit to another.

    Raises:
        CircleError: a file is in the way that nobody has kept; nothing was changed.
    """
    old, new = files_of(history, before), files_of(history, after)
    changed = [path for path in {*old, *new} if old.get(path) != new.get(path)]
    _refuse_odd(new, changed)
    refuse_alike(history, new, changed)
    with Store(folder=history.root).reading() as reading:
        way = Way(root=history.root, to=new, known=(old, new), paths=changed, reading=reading)
        if strange := way.strange():
            wrong = "it would be replaced by what came in, and git does not have it as it is here"
            raise CircleError(wrong, USAGE, where=Place(strange[0]), do="give it another name, and do this again")
        note = _note(history.root, before, after)
        way.go()
    _settle(history, new, changed)
    _follow(history, before, after, reflog)
    note.unlink(missing_ok=True)


def finish(history: History) -> bool:
    """See through what was interrupted, or take it back where somebody went on meanwhile; tell whether it was."""
    note = history.root / NOTE
    if not os.path.lexists(note):
        return False
    head = history.commit("HEAD")
    try:
        found = json.loads(content_of(note))
        before, after = str(found["from"]), str(found["to"])
    except (CircleError, ValueError, KeyError, TypeError):
        note.unlink(missing_ok=True)
        return False
    if history.commit(after) and (not before or history.commit(before)):
        _finish(history, head, before, after)
    note.unlink(missing_ok=True)
    return True


def _finish(history: History, head: str, before: str, after: str) -> None:
    old, new = files_of(history, before), files_of(history, after)
    changed = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
    for place in (history.root / path for path in changed):
        for left in left_by_the_dead(place.parent, f".{place.name}.tmp-"):
            left.unlink(missing_ok=True)
    with Store(folder=history.root).reading() as reading:
        way = Way(root=history.root, to=new, known=(old, new), paths=changed, reading=reading)
        if head == before and not way.strange():
            way.go()
            _settle(history, new, changed)
            _follow(history, before, after, "circle sync: finished")
            return
        now = files_of(history, head)
        back = [path for path in changed if now.get(path) == old.get(path)]
        ahead = Way(root=history.root, to=new, known=({}, new), paths=back, reading=reading)
        gone_on = {*ahead.strange()}
        paths = [path for path in back if path not in gone_on]
        Way(root=history.root, to=now, known=(new,), paths=paths, reading=reading).go()
    _settle(history, now, back)


def _refuse_odd(new: Files, changed: list[str]) -> None:
    for path in changed:
        if path in new and new[path][0] not in _FILES:
            wrong, do = "what came in is no file, but a link or another repository", "ask whoever put it there"
            raise CircleError(wrong, USAGE, where=Place(path), do=do)
        if any(_is_gits_own(part) for part in PurePosixPath(path).parts):
            wrong, do = "what came in would go among git's own files, or circle's", "ask whoever put it there"
            raise CircleError(wrong, USAGE, where=Place(path), do=do)


def refuse_alike(history: History, new: Files, changed: Iterable[str]) -> None:
    """Refuse two files that are one here, since this disk makes no difference between capitals and small letters.

    Raises:
        CircleError: so.
    """
    often = Counter(map(as_one, new))
    alike = sorted(path for path in changed if path in new and often[as_one(path)] > 1)
    if alike and history.output("config", "--type=bool", "core.ignorecase").out.strip() == b"true":
        wrong = "another file came in whose name has other capitals and is else the same; here, both would be one file"
        do = "give yours another name, or ask a colleague who can have both (on Linux) to do so with theirs; then again"
        raise CircleError(wrong, USAGE, where=Place(alike[0]), do=do)


def _is_gits_own(name: str) -> bool:
    """Tell it as every system would: one that knows no capitals, or short names, opens others under this name."""
    plain = "".join(letter for letter in name.casefold() if letter.isprintable()).rstrip(". ").partition(":")[0]
    return plain in (".git", ".circle") or plain.startswith(("git~", "circle~")) or "\\" in name


def _settle(history: History, files: Files, paths: list[str]) -> None:
    """Have git's index list these files as they are in the commit, and leave all others in it as they are."""
    rows = [f"{' '.join(files.get(path, ('0', '0' * 40)))}\t{path}" for path in paths]
    if rows:
        history.git("update-index", "-z", "--index-info", given=b"".join(os.fsencode(row) + b"\0" for row in rows))
        history.output("update-index", "-q", "--refresh")


def _follow(history: History, before: str, after: str, reflog: str) -> None:
    branch = f"refs/heads/{history.branch()}"
    history.git("update-ref", "-m", reflog, branch, after, before or "0" * len(after))


def _note(root: Path, before: str, after: str) -> Path:
    note = inside(root, root / NOTE)
    clear_begun(note)
    note.unlink(missing_ok=True)
    note.parent.mkdir(exist_ok=True)
    with suppress(OSError):
        ignore_all(note.parent)
    replace(note, json.dumps({"from": before, "to": after}).encode("ascii"), None)
    return note
