"""Proves that a history written anew is the one before, but for what was to go: git compares, not what wrote it."""

import re
from collections.abc import Iterator, Mapping

from circle_cli.errors import DISK, CircleError
from circle_cli.log.erasing.anew.rewriting import Anew, commits_from
from circle_cli.log.erasing.anew.trees import Parts
from circle_cli.log.erasing.finding.traces import Traces
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Reading, Store
from circle_cli.waiting import how_far

_NUMBER = re.compile(rb"\b[0-9a-f]{7,64}\b")
_NOTES = b"refs/notes/"


def prove(copy: Store, refs: Mapping[bytes, bytes], anew: Anew, traces: Traces, words: Words) -> None:
    """See that each ref that was there leads to the same history, but for the files that `traces` cover.

    Raises:
        CircleError: one does not; nothing may be used.
    """
    old = commits_from(copy, refs.values())
    new = commits_from(copy, anew.refs.values())
    images = {commit: anew.commits.get(commit, commit) for commit in old}
    notes = {image for ref, tip in refs.items() if ref.startswith(_NOTES) and (image := images.get(tip))}
    if set(images.values()) - {None} != set(new):
        raise _differs("commits are missing, or there are some that nobody made")
    if wrong := next(_wrong_trees(copy, images, traces, notes), None):
        raise _differs(f"files differ ({wrong.decode(errors='replace')})")
    with copy.reading() as reading:
        for commit, image in how_far.each(images.items(), "Comparing the histories"):
            if image not in (commit, None) and commit not in anew.gone and image not in notes:
                _compare(reading, images, commit, image or b"", words)


def _wrong_trees(
    copy: Store, images: Mapping[bytes, bytes | None], traces: Traces, notes: set[bytes]
) -> Iterator[bytes]:
    """Give what differs between each commit's files and those of its image, and should not."""
    how_far.hear("Comparing the files of both histories")
    with copy.reading() as reading:
        empty = copy.git("hash-object", "-t", "tree", "-w", "--stdin", given=b"").strip()
        known = {commit for commit in (*images, *images.values()) if commit}
        trees = {commit: Parts.of(reading.content(commit)).target for commit in known}
    pairs = [
        (trees[image] if image else empty, trees[commit])
        for commit, image in images.items()
        if commit != image and image not in notes
    ]
    shape = ("--stdin", "-r", "-z", "--no-renames", "--no-abbrev")
    given = b"".join(b"%b %b\n" % pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1])
    words = iter(copy.git("diff-tree", *shape, given=given).split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            path = next(words)
            _, _, new, blob, how = word.split(b" ")
            if how == b"M" and (rest := traces.sparks.get((path, blob))):
                if copy.git("hash-object", "--stdin", given=rest).strip() != new:
                    yield path
            elif how != b"A" or not traces.covers(path, blob):
                yield path


def _compare(reading: Reading, images: Mapping[bytes, bytes | None], old: bytes, new: bytes, words: Words) -> None:
    """See that a commit says what it said, by whom and when, and comes after what it came after."""
    before, after = (Parts.of(reading.content(commit)) for commit in (old, new))
    parents, own = _apart(before)
    expected = [image for parent in parents if (image := images.get(parent))]
    if _apart(after) != (list(dict.fromkeys(expected)), own):
        raise _differs(f"commit {old.decode()} would have been another")
    if _NUMBER.sub(b"", words.taken_out_of(before.message)) != _NUMBER.sub(b"", after.message):
        raise _differs(f"the message of commit {old.decode()} would have been another")


def _apart(parts: Parts) -> tuple[list[bytes], list[bytes]]:
    """Give what a commit comes after, and what else it says of itself."""
    parents = [each[7:] for each in parts.own if each.startswith(b"parent ")]
    return parents, [each for each in parts.own if not each.startswith(b"parent ")]


def _differs(how: str) -> CircleError:
    return CircleError(
        f"the history without it would not have been the same otherwise ({how}), so nothing was changed",
        DISK,
        do="git fsck says whether anything is wrong with it",
    )
