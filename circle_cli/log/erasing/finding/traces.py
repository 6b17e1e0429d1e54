"""What a repository's history holds of one session: every version of its file, under every name it ever had."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from circle_cli.ids import SESSION_ID
from circle_cli.log.erasing.finding.sparked import is_month
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Object, Store
from circle_cli.log.folder import session_id_in
from circle_cli.waiting import how_far

_NOTE = re.compile(rb"(?:[0-9a-f]{2}/)*[0-9a-f]+")
_HEXADECIMAL = (40, 64)  # letters in an object's id: of SHA-1, of SHA-256
_ID = re.compile(SESSION_ID.pattern.encode())


class Change(NamedTuple):
    """A file that a commit added, changed or took away; None where it was not there."""

    commit: bytes
    path: bytes
    before: bytes | None
    after: bytes | None

    @property
    def files(self) -> set[tuple[bytes, bytes]]:
        """Give the versions that it is about, as (path, blob)."""
        return {(self.path, blob) for blob in (self.before, self.after) if blob}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a history holds of a session. `paths` are names that were only ever its own; `blobs` its versions."""

    paths: frozenset[bytes] = frozenset()
    blobs: frozenset[bytes] = frozenset()
    places: frozenset[tuple[bytes, bytes]] = frozenset()
    """Versions under names that others had as well, as (path, blob)."""

    commits: frozenset[bytes] = frozenset()
    """Commits that put it there, changed it, or tell of it in their message."""

    tags: frozenset[bytes] = frozenset()
    """Tags whose message tells of it."""

    also: frozenset[bytes] = frozenset()
    """Names of further files that came of the session, and go with it."""

    sparks: Mapping[tuple[bytes, bytes], bytes] = field(default_factory=dict)
    """Versions of months' sparks that stay in part, as (path, blob), with what is to stand there; it may be nothing."""

    mentions: frozenset[bytes] = frozenset()
    """Names of other files that hold words of it in some version, and stay."""

    @property
    def any(self) -> bool:
        """Tell whether there is anything to be taken out."""
        return bool(self.paths or self.blobs or self.commits or self.tags)

    def covers(self, path: bytes, blob: bytes) -> bool:
        """Tell whether a file in that version is to go."""
        return path in self.paths or (path, blob) in self.places or self.sparks.get((path, blob)) == b""


def find_traces(store: Store, session_id: str, also: Collection[bytes] = (), words: Words | None = None) -> Traces:
    """Find all that is reachable from any ref; `also` names further files that came of the session.

    A version is the session's if it says so (`id: ...`), or lies under a name that bears the id, or under one that
    held nothing but versions of this session and what had lost its id by a mistake. A note of git's is if it is about
    a commit of nothing else, or has `words` of it.
    """
    name = session_id.encode()
    changes = list(changes_in(store))
    words = words or Words(phrases=(name,))
    held = _held(store, words)
    versions = {blob for blob, session in held.ids.items() if session == name}
    paths = _own_names(changes, held.ids, name) | {change.path for change in changes if change.path in also}
    paths |= _notes_on(_alone(changes, paths, versions), changes)
    seen = {(change.path, blob) for change in changes for blob in (change.before, change.after) if blob}
    ours = {(path, blob) for path, blob in seen if path in paths or blob in versions}
    ours |= {(path, blob) for path, blob in seen if is_note(path) and blob in held.blobs}
    sparks = _sparks_in(store, seen, words)
    return Traces(
        paths=frozenset(paths),
        blobs=frozenset((versions | {blob for _, blob in ours}) - {blob for _, blob in seen - ours}),
        places=frozenset((path, blob) for path, blob in ours if path not in paths),
        commits=frozenset(
            held.commits | {change.commit for change in changes if change.files & (ours | sparks.keys())}
        ),
        tags=frozenset(held.tags),
        also=frozenset(also),
        sparks=sparks,
        mentions=frozenset(
            path
            for path, blob in seen - ours
            if blob in held.blobs and ((path, blob) not in sparks or words.found_in(sparks[path, blob]))
        ),
    )


def _sparks_in(store: Store, seen: Iterable[tuple[bytes, bytes]], words: Words) -> dict[tuple[bytes, bytes], bytes]:
    """Give the versions of months' sparks of which something is to go, with what stays of each."""
    months = sorted((path, blob) for path, blob in seen if is_month(path))
    if not months:
        return {}
    with store.reading() as reading:
        contents = {each.id: each.content for each in reading.objects(sorted({blob for _, blob in months}))}
    left = {blob: words.sparked.without(content) for blob, content in contents.items()}
    return {(path, blob): left[blob] for path, blob in months if left[blob] != contents[blob]}


def month_versions(store: Store) -> list[bytes]:
    """Give every version of a month's sparks that a commit has."""
    blobs = {blob for change in changes_in(store) if is_month(change.path) for _, blob in change.files}
    with store.reading() as reading:
        return [each.content for each in reading.objects(sorted(blobs))]


def changes_in(store: Store) -> Iterator[Change]:
    """Give what every commit changed, against each of its parents."""
    how_far.hear("Looking at what each commit changed")
    commits = store.git("rev-list", "--all")
    shape = ("--stdin", "-r", "-m", "--root", "-z", "--no-renames", "--no-abbrev")
    commit = b""
    words = iter(store.git("diff-tree", *shape, given=commits).split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            _, _, before, after, _ = word.split(b" ")
            yield Change(commit, next(words), before.strip(b"0") and before, after.strip(b"0") and after)
        else:
            commit = word


def message_of(content: bytes) -> bytes:
    """Give what somebody wrote into a commit or a tag: not who made it and when, nor what it points to."""
    head, _, message = content.partition(b"\n\n")
    return head.partition(b"\nmergetag ")[2] + b"\n" + message


def text_of(found: Object) -> bytes:
    """Give what of an object may hold words of a session: file, names of files, or message."""
    return message_of(found.content) if found.kind in (b"commit", b"tag") else found.content


def is_note(path: bytes) -> bool:
    """Tell whether a path is one of those under which git keeps notes: the id of what they are about."""
    return len(path.replace(b"/", b"")) in _HEXADECIMAL and _NOTE.fullmatch(path) is not None


def bears(path: bytes, name: bytes) -> bool:
    """Tell whether a file, or a folder it lies in, is named after that session."""
    return any((found := _ID.search(part)) is not None and found.group() == name for part in path.split(b"/"))


class _Held(NamedTuple):
    """Which session each file says it is, and which objects hold words of the one that is looked for."""

    ids: dict[bytes, bytes | None]
    blobs: set[bytes]
    commits: set[bytes]
    tags: set[bytes]


def _held(store: Store, words: Words) -> _Held:
    held = _Held({}, set(), set(), set())
    for each in reachable(store):
        if each.kind == b"blob":
            held.ids[each.id] = session_id_in(each.content)
            if words.found_in(each.content):
                held.blobs.add(each.id)
        elif each.kind in (b"commit", b"tag") and words.found_in(message_of(each.content)):
            (held.commits if each.kind == b"commit" else held.tags).add(each.id)
    return held


def _own_names(changes: Iterable[Change], ids: Mapping[bytes, bytes | None], name: bytes) -> set[bytes]:
    """Give the names under which there was never another session."""
    sessions: dict[bytes, set[bytes | None]] = {}
    for change in changes:
        sessions.setdefault(change.path, set()).update(ids.get(blob) for blob in (change.before, change.after) if blob)
    return {path for path, held in sessions.items() if (name in held or bears(path, name)) and held <= {name, None}}


def _alone(changes: Iterable[Change], paths: Collection[bytes], versions: Collection[bytes]) -> set[bytes]:
    """Give the commits that did nothing but to this session."""
    others: set[bytes] = set()
    ours: set[bytes] = set()
    for change in changes:
        own = change.path in paths or {change.before, change.after} - {None} <= set(versions)
        (ours if own else others).add(change.commit)
    return ours - others


def _notes_on(commits: Collection[bytes], changes: Iterable[Change]) -> set[bytes]:
    return {change.path for change in changes if is_note(change.path) and change.path.replace(b"/", b"") in commits}


def reachable(store: Store) -> Iterator[Object]:
    """Give every object to which a ref leads."""
    names = store.git("rev-list", "--objects", "--no-object-names", "--all").split()
    with store.reading() as reading:
        yield from reading.objects(names)
