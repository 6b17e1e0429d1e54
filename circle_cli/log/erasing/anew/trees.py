"""Objects of a copy, to be read and added to; and its trees, without what is to go."""

import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from circle_cli.log.erasing.finding.traces import Traces
from circle_cli.log.erasing.store import Reading

FOLDER = b"40000"
"""How a tree names what is a folder in it."""

_MODES = b"100644|100755|100664|120000|160000|40000"
_HEADER = re.compile(rb"\n(?! )")
_OF_ANOTHER = (b"gpgsig ", b"gpgsig-sha256 ", b"mergetag ")
"""What a commit says that is true of that one alone: its signature, and a signed tag that was merged."""


class Parts(NamedTuple):
    """What a commit or a tag is made of: what it leads to, what else it says of itself, and its message."""

    target: bytes
    own: tuple[bytes, ...]
    merged: bytes
    message: bytes

    @classmethod
    def of(cls, content: bytes) -> "Parts":
        """Take one apart."""
        head, _, message = content.partition(b"\n\n")
        target, *headers = _HEADER.split(head)
        own = tuple(each for each in headers if not each.startswith(_OF_ANOTHER))
        merged = b"\n".join(each for each in headers if each.startswith(b"mergetag "))
        return cls(target.partition(b" ")[2], own, merged, message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """The objects of a repository that is nobody else's, named by `algorithm`."""

    reading: Reading
    folder: Path
    algorithm: str

    def content(self, name: bytes) -> bytes:
        """Give what stands in an object."""
        return self.reading.content(name)

    def nothing(self) -> bytes:
        """Give the id of a tree with nothing in it."""
        return self.write(b"tree", b"")

    def write(self, kind: bytes, content: bytes) -> bytes:
        """Add an object, and give its id; git looks through all of them before they are used."""
        whole = b"%b %d\0%b" % (kind, len(content), content)
        name = hashlib.new(self.algorithm, whole, usedforsecurity=False).hexdigest()
        path = self.folder / name[:2] / name[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(whole, 1))
        return name.encode()


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees without the files that `traces` cover, and with less in those of which a part goes."""

    objects: Objects
    traces: Traces
    _done: dict[tuple[bytes, bytes], bytes | None] = field(default_factory=dict)
    _names: dict[bytes, set[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shared = (path for path, _ in (*self.traces.places, *self.traces.sparks))
        for path in (*self.traces.paths, *shared):
            above = b""
            for part in path.split(b"/"):
                self._names.setdefault(above, set()).add(part)
                above += part + b"/"

    def without(self, tree: bytes, above: bytes = b"") -> bytes | None:
        """Give a tree without them, be it a part of one (`above` is its path); None if nothing is left of it."""
        if (tree, above) not in self._done:
            self._done[tree, above] = self._written(tree, above) if above in self._names else tree
        return self._done[tree, above]

    def _written(self, tree: bytes, above: bytes) -> bytes | None:
        left, width = self.objects.content(tree), len(tree) // 2
        before = left
        for name in self._names[above]:
            if line := _line(left, name, width):
                left = left.replace(line, self._left(line, above, width), 1)
        if left == before:
            return tree
        return self.objects.write(b"tree", left) if left else None

    def _left(self, line: bytes, above: bytes, width: int) -> bytes:
        """Give what is left of a line: all of it, less, or nothing."""
        ((mode, name, found),) = entries(line, width)
        new = self.without(found, above + name + b"/") if mode == FOLDER else found
        if new is None or (mode != FOLDER and self.traces.covers(above + name, found)):
            return b""
        if mode != FOLDER and (rest := self.traces.sparks.get((above + name, found))):
            new = self.objects.write(b"blob", rest)
        return entry(mode, name, new)


def _line(tree: bytes, name: bytes, width: int) -> bytes | None:
    """Find the line of that name: at once, since most trees are long, unless a number looks like it."""
    written = b" " + name + b"\0"
    if written not in tree:
        return None
    found = re.findall(rb"(?:%b)%b.{%d}" % (_MODES, re.escape(written), width), tree, re.DOTALL)
    if len(found) == 1 == tree.count(written):
        return bytes(found[0])
    return next((entry(*each) for each in entries(tree, width) if each[1] == name), None)


def entries(content: bytes, width: int) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Give (mode, name, id) for everything in a tree; an id takes `width` bytes there."""
    at = 0
    while at < len(content):
        end = content.index(b"\0", at)
        mode, _, name = content[at:end].partition(b" ")
        at = end + 1 + width
        yield mode, name, content[end + 1 : at].hex().encode()


def entry(mode: bytes, name: bytes, found: bytes) -> bytes:
    """Write a line of a tree."""
    return b"%b %b\0%b" % (mode, name, bytes.fromhex(found.decode()))
