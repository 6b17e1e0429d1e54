"""Gathers what tells a session from every version of it that is still anywhere, in the files and in git."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import chain

from circle_cli.ids import PROPOSALS
from circle_cli.log.erasing.finding.traces import bears, changes_in
from circle_cli.log.erasing.finding.words import Words, words_of
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import session_id_in

_PUBLIC = {b"guidance", PROPOSALS.encode()}
"""Folders of what others may read: it tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What git keeps, whether a branch leads to it or not: the session's `versions`, and the ids of other sessions'."""

    versions: tuple[bytes, ...] = field(default=(), repr=False)
    others: tuple[bytes, ...] = ()


def look_for(store: Store, session_id: str) -> Seen:
    """Look for a session in all that git keeps."""
    versions: list[bytes] = []
    others: list[bytes] = []
    for each in store.everything():
        session = session_id_in(each.content) if each.kind == b"blob" else None
        if session == session_id.encode():
            versions.append(each.content)
        elif session:
            others.append(each.id)
    return Seen(versions=tuple(versions), others=tuple(others))


def gather_words(
    store: Store,
    session_id: str,
    seen: Seen,
    also: Collection[bytes] = (),
    files: Iterable[bytes] = (),
    others: Iterable[bytes] = (),
    named: Iterable[str] = (),
) -> Words:
    """Gather what tells a session, from its `files` and all that git keeps of it, and of what came of it (`also`).

    `named` is who is named in it. What `others`, other sessions and pages that anybody may read say, tells nothing.
    """
    known = {file for change in changes_in(store) for file in change.files}
    came = {blob for path, blob in known if path in also}
    public = {blob for path, blob in known if _PUBLIC & set(path.split(b"/")[:-1])} - came
    names = b"\n".join(path for path, _ in known if not bears(path, session_id.encode()))
    with store.reading() as reading:
        own = [each.content for each in reading.objects(sorted(came))]
        elsewhere = (each.content for each in reading.objects((*seen.others, *sorted(public))))
        return words_of(session_id, (*files, *seen.versions, *own), chain(others, [names], elsewhere), named)
