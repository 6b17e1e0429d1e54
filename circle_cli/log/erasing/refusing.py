"""What stands in the way of writing a history anew: it is said before anything is touched, with what to do about it."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.erasing.finding.traces import Traces, bears
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import session_id_in
from circle_cli.log.history.repository import Repository, find_repository, spelling
from circle_cli.system.typed import typed

_AGAIN = "then do this again"
_ASK = "ask whoever looks after your git, for whom it is: "
_LOCKS = ("index.lock", "HEAD.lock", "packed-refs.lock", "packed-refs.new", "config.lock", "shallow.lock", "gc.pid")


def repository_of(root: Path) -> Repository | None:
    """Find the repository in which a log lies, and see that its history may be written anew now.

    Raises:
        CircleError: it may not, since it is bare, or not whole, or somebody is in the middle of something there.
    """
    repository = find_repository(root.resolve())
    if repository is None:
        return None
    if repository.top == repository.folder:
        raise CircleError(
            "this git repository holds no files (it is bare)", USAGE, where=Place(root), do="erase it in a clone of it"
        )
    where = Place(repository.top)
    for wrong, do in _obstacles(repository):
        raise CircleError(wrong, USAGE, where=where, do=f"{do}, {_AGAIN}")
    return repository


def locks_in(folder: Path) -> tuple[Path, ...]:
    """Give the locks in git's own folder: of what it keeps there, and of each branch and tag and its reflog."""
    named = (folder / name for name in _LOCKS)
    others = (path for below in ("refs", "logs") for path in sorted((folder / below).rglob("*.lock")))
    return (*(path for path in named if path.exists()), *others)


def _obstacles(repository: Repository) -> Iterator[tuple[str, str]]:
    """Give what is wrong and what to do, the most telling first."""
    top, folder = Store(folder=repository.top), repository.folder
    here = f"git -C {typed(str(repository.top))}"
    if repository.unfinished:
        what, finish = repository.unfinished
        yield f"{what} is not finished here", f"{_ASK}{finish}"
    if top.output("symbolic-ref", "-q", "HEAD").code == 1:
        yield "no branch is checked out", f"{_ASK}git switch main"
    for lock in locks_in(folder):
        yield f"another git is at work here ({lock})", "let it end, or delete that file if none is"
    if top.git("rev-parse", "--is-shallow-repository").strip() == b"true":
        yield "this clone has the end of the history only (it is shallow)", f"{here} fetch --unshallow"
    if _is_partial(top, folder):
        yield "this clone fetches files when they are needed (it is partial)", "clone it anew as a whole, go there"
    yield from _borrowed(folder, here)
    if (folder / "info" / "grafts").is_file():
        yield (
            "its history is patched by hand (info/grafts)",
            f"{here} replace --convert-graft-file, or delete {typed(str(folder / 'info' / 'grafts'))}",
        )
    if top.output("config", "--type=bool", "--get", "extensions.preciousObjects").out.strip() == b"true":
        yield (
            "its git is told to throw nothing away (extensions.preciousObjects)",
            f"{here} config --unset extensions.preciousObjects",
        )


def _is_partial(top: Store, folder: Path) -> bool:
    marks = r"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"
    if top.output("config", "--get-regexp", marks).code == 0:
        return True
    return any((folder / "objects" / "pack").glob("*.promisor"))


def _borrowed(folder: Path, here: str) -> Iterator[tuple[str, str]]:
    alternates = folder / "objects" / "info" / "alternates"
    if not alternates.is_file():
        return
    places = [line for line in alternates.read_bytes().splitlines() if line and not line.startswith(b"#")]
    if places:
        there = os.fsdecode(places[0])
        own = f"{here} repack -a -d and delete {typed(str(alternates))}"
        yield f"a part of its history lies in another repository, {there} (objects/info/alternates)", own


def refuse_unsaved(top: Path, session_id: str, but: Sequence[Path]) -> None:
    """Refuse to write a history anew beside which there is work that git does not have.

    What is the session's own is to go anyway: `but`, and what an interrupted run left in git's index.

    Raises:
        CircleError: there is some, or there is another work tree.
    """
    store, where = Store(folder=top), Place(top)
    changed = store.git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=no").split(b"\0")
    gone = [spelling(path, top) for path in but]
    names = [entry[3:] for entry in changed if entry and entry[3:] not in gone]
    left = [os.fsdecode(name) for name in names if not _is_its_own(store, name, session_id.encode())]
    if left:
        some = ", ".join(left[:3]) + (" ..." if len(left) > 3 else "")
        raise CircleError(
            "some changes are not committed yet (…)", USAGE, where=where, do=f"commit them, {_AGAIN}", words=some
        )
    if store.git("for-each-ref", "refs/stash"):
        raise CircleError("git stash holds changes", USAGE, where=where, do=f"git stash pop and commit them, {_AGAIN}")
    trees = [row[9:] for row in store.git("worktree", "list", "--porcelain").split(b"\n") if row[:9] == b"worktree "]
    if len(trees) > 1:
        there = os.fsdecode(trees[-1])
        do = f"git worktree remove it (git worktree prune if it is gone already), {_AGAIN}"
        raise CircleError(f"it has another work tree, {there}", USAGE, where=where, do=do)


def _is_its_own(store: Store, name: bytes, session_id: bytes) -> bool:
    return bears(name, session_id) or session_id_in(store.output("cat-file", "blob", b":" + name).out) == session_id


def refuse_unfound(top: Path, files: Sequence[Path], traces: Traces) -> None:
    """Refuse where git has a file of the session, and nothing of it was found: better no success than a false one.

    Raises:
        CircleError: so it is.
    """
    store = Store(folder=top)
    if store.output("rev-parse", "-q", "--verify", "HEAD").code != 0:
        return
    known = {_folded(name): name for name in store.git("ls-tree", "-r", "-z", "--name-only", "HEAD").split(b"\0")}
    found = {*traces.paths, *(path for path, _ in traces.places)}
    for path in files:
        name = known.get(_folded(spelling(path, top)))
        if name and name not in found:
            raise CircleError(
                "git has a file of that name, and the session was not found in it, so nothing was changed",
                USAGE,
                where=Place(path),
                do=f"see what git has there, commit what is different, {_AGAIN}",
            )


def _folded(name: bytes) -> str:
    """Give a name as systems see it that tell neither small letters from capitals nor accents from their parts."""
    return unicodedata.normalize("NFC", os.fsdecode(name)).casefold()
