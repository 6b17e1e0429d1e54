"""Takes a session out of a repository's history.

The whole history goes into a backup first. From that alone, in a fresh folder, it is written anew; it is compared
with the old one there, and looked through; and it comes back in one step of git's that is done whole or not at all. A
kill at any moment leaves the old history or the new one, and whatever was left to do is done by doing it again: the
session's own file goes last.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import DISK, CircleError, Place
from circle_cli.log.durable import locked
from circle_cli.log.erasing.anew.proving import prove
from circle_cli.log.erasing.anew.rewriting import write_anew
from circle_cli.log.erasing.begun import Begun
from circle_cli.log.erasing.finding.traces import Traces, find_traces
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Store, clone
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.history.repository import Repository
from circle_cli.system.files import BINARY, sync, to_the_disk
from circle_cli.waiting import how_far

_REMOTE = b"refs/remotes/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """Another place that this repository knows; `has_it` where it had the session when it was last asked."""

    name: str
    address: str
    has_it: bool
    file: Path | None = None
    """A bundle of git's that is the place: nothing can be pushed there."""


def remotes_of(store: Store, traces: Traces) -> tuple[Remote, ...]:
    """Give the other places that the repository knows, and which of them have the session."""
    holding = _refs_of_remotes(store, traces)
    return tuple(
        Remote(
            name=os.fsdecode(name),
            address=without_password(_address_of(store, name)),
            has_it=any(ref.startswith(_REMOTE + name + b"/") for ref in holding),
            file=_bundle_at(store, name),
        )
        for name in store.git("remote").splitlines()
    )


def _bundle_at(store: Store, name: bytes) -> Path | None:
    place = store.folder / _address_of(store, name)
    return place if place.is_file() else None


def _address_of(store: Store, name: bytes) -> str:
    return os.fsdecode(store.output("remote", "get-url", name).out.rstrip(b"\n"))


def _refs_of_remotes(store: Store, traces: Traces) -> tuple[bytes, ...]:
    """Give the refs that remember what other places have, and that hold some of it."""
    holding = [b"--contains=" + commit for commit in sorted(traces.commits)]
    if not holding:
        return ()
    return tuple(store.git("for-each-ref", "--format=%(refname)", *holding, "refs/remotes").splitlines())


def erase_from(
    repository: Repository, session_id: str, traces: Traces, words: Words, backup: Path, doing: Begun
) -> None:
    """Rewrite the history without a session; before that, put all of it into the file `backup`.

    Raises:
        CircleError: it could not be done, and everything is as it was.
    """
    top = Store(folder=repository.top)
    with locked(repository.folder, 10.0):
        before = top.refs()
        copy = _backed_up(top, before, doing.folder, backup)
        own = {ref: found for ref, found in before.items() if not ref.startswith(_REMOTE)}
        anew = write_anew(copy, own, traces, words)
        prove(copy, own, anew, traces, words)
        _set_refs(copy, before, anew.refs)
        if find_traces(copy, session_id, traces.also, words).any:
            wrong = "some of it would have stayed in the history, so nothing was changed"
            raise CircleError(wrong, DISK, where=Place(repository.top))
        if anew.refs:
            _bring_home(copy, top, doing.folder / "anew")
        told = _refs_of_remotes(top, traces)
        doing.changed = True
        try:
            _swap(top, before, anew.refs, told)
        except CircleError:
            doing.changed = top.refs() != before  # a git that was killed may have done some of it
            raise
        top.reset_index()


def _backed_up(top: Store, refs: Mapping[bytes, bytes], folder: Path, place: Path) -> Store:
    """Put the whole history into one file that only its owner may read, and prove it: a copy comes from it alone.

    Its name means that it is whole.
    """
    how_far.hear("Putting the whole history into a backup")
    unfinished = folder / "backup"
    _bundle(top, unfinished, *(["HEAD"] if top.output("rev-parse", "-q", "--verify", "HEAD").code == 0 else []))
    copy = clone(unfinished, folder / "copy")
    if copy.refs() != refs:
        raise CircleError(
            "the backup would not have held the whole history, so nothing was changed",
            DISK,
            where=Place(top.folder),
            do="git fsck says whether anything is wrong with it",
        )
    unfinished.rename(place)
    sync(place.parent)
    return copy


def _bundle(store: Store, place: Path, *more: str) -> None:
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600), "wb") as file:
        store.git("bundle", "create", "-q", "-", "--all", *more, to=file.fileno())
        to_the_disk(file.fileno())


def _set_refs(copy: Store, before: Mapping[bytes, bytes], after: Mapping[bytes, bytes]) -> None:
    gone = [b"delete " + ref for ref in before if ref not in after]
    changed = [b"update %b %b" % each for each in after.items()]
    copy.git("update-ref", "--no-deref", "--stdin", given=b"".join(line + b"\n" for line in (*gone, *changed)))


def _bring_home(copy: Store, top: Store, file: Path) -> None:
    """Give the log's git the objects of the new history; nothing leads to them yet."""
    how_far.hear("Bringing the new history home")
    _bundle(copy, file)
    top.git("bundle", "unbundle", os.fsencode(file))


def _swap(top: Store, before: Mapping[bytes, bytes], after: Mapping[bytes, bytes], told: tuple[bytes, ...]) -> None:
    """Put the new history in the old one's place: all refs at once, each only if it is still as it was."""
    links = set(top.git("for-each-ref", "--format=%(if)%(symref)%(then)%(refname)%(end)").split())
    lines = [b"start"]
    for ref, old in before.items():
        if ref.startswith(_REMOTE):
            lines += [b"option no-deref", b"delete " + ref] if ref in told else []
        elif ref not in after:
            lines += [b"option no-deref", b"delete " + ref] if ref in links else [b"delete %b %b" % (ref, old)]
        elif after[ref] != old and ref not in links:
            lines.append(b"update %b %b %b" % (ref, after[ref], old))
    lines += [b"create %b %b" % (ref, after[ref]) for ref in after if ref not in before]
    top.git("update-ref", "--stdin", given=b"\n".join([*lines, b"prepare", b"commit", b""]))
