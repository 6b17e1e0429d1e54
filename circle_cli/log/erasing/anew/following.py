"""Git's notes follow the commits that they are about when those get other numbers."""

from collections.abc import Callable, Iterator

from circle_cli.log.erasing.anew.trees import FOLDER, Objects, Parts, entries, entry
from circle_cli.log.erasing.finding.traces import is_note


def notes_following(objects: Objects, tip: bytes, still: Callable[[bytes], bytes | None]) -> bytes:
    """Give the last commit of some notes, with each of them under the number that its commit has now.

    `still` gives that number, and None for what has gone. Git reads notes from a flat tree as well as from folders.
    """
    parts = Parts.of(objects.content(tip))
    notes = list(_files(objects, parts.target, b""))
    if not all(is_note(path) or b"/" not in path for path, _, _ in notes):
        return tip  # somebody keeps other files there: git's own notes do not
    left = [(_renamed(path, still), mode, blob) for path, mode, blob in notes]
    if all(new == path.replace(b"/", b"") for (new, _, _), (path, _, _) in zip(left, notes, strict=True)):
        return tip
    flat = sorted((name, mode, blob) for name, mode, blob in left if name is not None)
    tree = objects.write(b"tree", b"".join(entry(mode, name, blob) for name, mode, blob in flat))
    return objects.write(b"commit", b"\n".join((b"tree " + tree, *parts.own, b"", parts.message)))


def _renamed(path: bytes, still: Callable[[bytes], bytes | None]) -> bytes | None:
    return still(path.replace(b"/", b"")) if is_note(path) else path


def _files(objects: Objects, tree: bytes, above: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Give (path, mode, blob) of every file in a tree."""
    for mode, name, found in entries(objects.content(tree), len(tree) // 2):
        if mode == FOLDER:
            yield from _files(objects, found, above + name + b"/")
        else:
            yield above + name, mode, found
