"""What came in to a base: the branches `in/…` that git has here, and what each of them changes. No network."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from circle_cli.log.erasing.store import Reading, Store
from circle_cli.log.history.repository import find_repository

_REFS = ("refs/heads/in/", "refs/remotes/*/in/*")
_FILE = b"100644"
_GONE = b"000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a branch makes of a file: its new bytes; None where it is taken out, or is no plain file."""

    content: bytes | None
    is_taken_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch on which something came in; None for its changes where it does not begin at this base's history."""

    name: str
    changes: Mapping[str, Change] | None


def branches_in(root: Path, *refs: str) -> tuple[Branch, ...]:
    """Give the branches that came in, by name, among these `refs` where some are given; nothing where there is no git.

    Raises:
        CircleError: git could not read them.
    """
    if find_repository(root.resolve()) is None:
        return ()
    store = Store(folder=root)
    if store.output("rev-parse", "-q", "--verify", "HEAD").code != 0:
        return ()
    rows = store.git("for-each-ref", "--format=%(refname) %(objectname)", *(refs or _REFS)).decode("utf-8", "replace")
    found: dict[tuple[str, str], Branch] = {}
    with store.reading() as reading:
        for row in sorted(rows.splitlines()):
            ref, _, commit = row.rpartition(" ")
            name = f"in/{ref.rpartition('/in/')[2]}"
            if (commit, name) not in found:
                found[commit, name] = Branch(name=name, changes=_changes(store, reading, commit))
    return tuple(found.values())


def clear_locks(root: Path) -> None:
    """Delete what a git that was killed left beside the branches on which something waits: no git ever does.

    They are made while nobody else decides in the log, and no name is made twice.
    """
    repository = find_repository(root.resolve())
    folder = repository.common / "refs" / "heads" / "in" if repository else None
    for left in folder.glob("*.lock") if folder else ():
        with suppress(OSError):
            left.unlink()


def _changes(store: Store, reading: Reading, commit: str) -> Mapping[str, Change] | None:
    began = store.output("merge-base", "HEAD", commit)
    if began.code != 0:
        return None
    told = store.git("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", began.out.strip(), commit)
    words = iter(told.split(b"\0"))
    changes: dict[str, Change] = {}
    for head in words:
        if head:
            _, mode, _, id_, _ = head.split()
            path = next(words).decode("utf-8", "replace")
            content = reading.content(id_) if mode == _FILE else None
            changes[path] = Change(content=content, is_taken_out=mode == _GONE)
    return changes
