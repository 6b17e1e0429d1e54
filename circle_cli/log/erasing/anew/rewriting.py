"""Writes a history anew without a session, in a copy: object by object, and nothing that need not be touched.

What came before the session keeps its number and its signature. A commit that held nothing but the session goes; of
the others whatever a person wrote stays, but for words that tell of the session. Their signatures go: they would be
of other commits. Git's notes and replacements follow what they are about.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from circle_cli.log.erasing.anew.following import notes_following
from circle_cli.log.erasing.anew.trees import Objects, Parts, Trees
from circle_cli.log.erasing.finding.traces import Traces
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Store
from circle_cli.waiting import how_far

_ALGORITHMS = {40: "sha1", 64: "sha256"}  # by the letters in an id
_SIGNED = re.compile(rb"^-----BEGIN [A-Z ]+-----$.*", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(rb"\b[0-9a-f]{7,64}\b")
_NOTES, _REPLACE = b"refs/notes/", b"refs/replace/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anew:
    """What became of a history: its refs, all of them, and the commits that are not as they were.

    For a commit that is `gone` stands the one before it, or none where there is none.
    """

    refs: Mapping[bytes, bytes]
    commits: Mapping[bytes, bytes | None]
    gone: frozenset[bytes]


def write_anew(copy: Store, refs: Mapping[bytes, bytes], traces: Traces, words: Words) -> Anew:
    """Write the history to which `refs` lead anew, into the objects of the copy; its own refs stay as they are."""
    rows = [row.split() for row in commits_from(copy, refs.values(), "--topo-order", "--reverse", "--parents")]
    with copy.reading() as reading:
        algorithm = _ALGORITHMS[len(next(iter(refs.values()), b"0" * 40))]
        objects = Objects(reading=reading, folder=copy.folder / "objects", algorithm=algorithm)
        writer = _Writer(objects, Trees(objects, traces), traces, words, sorted(row[0] for row in rows))
        for commit, *parents in how_far.each(rows, "Writing the history anew"):
            writer.commit(commit, parents)
        return Anew(refs=dict(writer.refs(refs)), commits=writer.commits, gone=frozenset(writer.gone))


def commits_from(store: Store, tips: Iterable[bytes], *order: str) -> list[bytes]:
    """Give a line for every commit to which something in `tips` leads."""
    given = b"".join(tip + b"\n" for tip in tips)
    return store.git("rev-list", *order, "--stdin", given=given).splitlines() if given else []


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one object after another, and knows what became of each commit."""

    objects: Objects
    trees: Trees
    traces: Traces
    words: Words
    numbers: Sequence[bytes]
    commits: dict[bytes, bytes | None] = field(default_factory=dict)
    gone: set[bytes] = field(default_factory=set)

    def commit(self, old: bytes, parents: Sequence[bytes]) -> None:
        """Write a commit anew if it has to be; those before it have been."""
        if old not in self.traces.commits and not any(parent in self.commits for parent in parents):
            return
        parts = Parts.of(self.objects.content(old))
        after = tuple(dict.fromkeys(new for each in parents if (new := self.commits.get(each, each)) is not None))
        tree = self.trees.without(parts.target) or self.objects.nothing()
        if len(after) <= 1 and tree == self._tree(after) and (len(parents) > 1 or parts.target != self._tree(parents)):
            self.gone.add(old)
            self.commits[old] = after[0] if after else None
            return
        message = self._reworded(parts.message)
        touched = (tree, after, message) != (parts.target, tuple(parents), parts.message)
        if touched or self.words.found_in(parts.merged):
            others = [each for each in parts.own if not each.startswith(b"parent ")]
            written = (b"tree " + tree, *(b"parent " + each for each in after), *others)
            self.commits[old] = self.objects.write(b"commit", b"\n".join((*written, b"", message)))

    def refs(self, refs: Mapping[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Give each ref that is left, and what it leads to now."""
        for ref, old in refs.items():
            new = self._pointed(old)
            name: bytes | None = ref
            if ref.startswith(_REPLACE):
                about = self.still(ref[len(_REPLACE) :])
                name = about and _REPLACE + about
            elif ref.startswith(_NOTES) and new is not None:
                followed = notes_following(self.objects, new, self.still)
                if followed != new:
                    new = self.commits[old] = followed
            if name is not None and new is not None:
                yield name, new

    def still(self, old: bytes) -> bytes | None:
        """Give what a commit has become; None if it has gone. Whatever else has an id stays as it is."""
        return None if old in self.gone or old in self.traces.blobs else self.commits.get(old, old)

    def _pointed(self, old: bytes) -> bytes | None:
        """Give what an object to which a ref leads has become; None if it has gone."""
        found = self.objects.reading.object(old)
        kind = found.kind if found else b""
        if kind == b"commit":
            return self.commits.get(old, old)
        if kind == b"tag":
            return self._tag(old)
        if kind == b"tree":
            return self.trees.without(old)
        return None if old in self.traces.blobs else old

    def _tag(self, old: bytes) -> bytes | None:
        parts = Parts.of(self.objects.content(old))
        new, message = self._pointed(parts.target), self._reworded(parts.message)
        if new is None:
            return None
        if (new, message) == (parts.target, parts.message):
            return old
        written = b"\n".join((b"object " + new, *parts.own, b"", _SIGNED.sub(b"", message)))
        return self.objects.write(b"tag", written)

    def _tree(self, commits: Sequence[bytes]) -> bytes:
        return Parts.of(self.objects.content(commits[0])).target if commits else self.objects.nothing()

    def _reworded(self, message: bytes) -> bytes:
        """Give a message without words of the session, and with the numbers that commits have now."""
        return _NUMBER.sub(lambda found: self._number(found.group()), self.words.taken_out_of(message))

    def _number(self, short: bytes) -> bytes:
        at = bisect_left(self.numbers, short)
        meant = [number for number in self.numbers[at : at + 2] if number.startswith(short)]
        new = self.commits.get(meant[0]) if len(meant) == 1 else None
        return new[: len(short)] if new else short
