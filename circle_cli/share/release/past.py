"""What the git history of a site holds that belongs to a session: its objects, one by one. It gives places, no words.

A site that is published with git brings every earlier version along, and whatever else was ever committed there. What
people write in git themselves, messages and the names of files, is looked through for every name; the pages of earlier
builds say in part what the program's own say, as the pages of this one do. A passage that stood in another file of the
kind is read once: versions of a page differ in few lines.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from circle_cli.errors import CircleError
from circle_cli.share.release.opened import PACKED_SIGNS, texts_in, unescaped
from circle_cli.share.release.terms import Term, Terms

_SIGNED = re.compile(
    rb"(?m)^(?:gpgsig(?:-sha256)?)? ?-----BEGIN [A-Z ]+-----\n"
    rb"(?: ?(?:[A-Za-z0-9+/=]{0,76}|[A-Z][a-z]+: [ -~]*)\n)*"
    rb" ?-----END [A-Z ]+-----$"
)
"""Signatures: letters without words, of which any three could be a name."""

_WHO = ("author ", "committer ", "tagger ")
_ENTRY = re.compile(rb"[0-7]{5,6} ([^\0]+)\0", re.DOTALL)
_SCRIPT = ".js"
CODE = (_SCRIPT, ".css", ".map")
"""Programs, of which none was written here: the theme's name those who wrote it."""

_LISTS = (".pf_index", ".pf_filter", ".pf_meta")
"""What earlier versions searched in: numbers, and words cut to their stems, of which any could be a name."""

_PIECE = re.compile(rb"[^\n]*?(?:\n|\},\{)|[^\n]+")
"""A line; in a list of JSON, which is one long line, an entry."""

_TOGETHER = 4
"""Pieces over which one name may be spread."""

Said = Callable[[Term], bool]
"""Tells whether the theme's own files of today say a name too: that of somebody who wrote it, say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What git keeps under an `id`; `names` are those of the files that it was."""

    id: str
    kind: str
    content: bytes
    names: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is looked for: `terms`, but for the site's `own_name`; in pages, but for all that is at `home` there.

    In scripts, among which the index of words is, they are looked for as `in_index`, at home there or not.
    """

    terms: Terms
    own_name: frozenset[Term]
    home: frozenset[Term]
    in_index: tuple[Terms, frozenset[Term]]
    by_theme: Said
    passages: set[int] = field(default_factory=set)
    """What was read already in files of the same ending, by its hash."""


def entries_of(tree: bytes, length: int) -> Iterator[tuple[str, str]]:
    """Give the name of each file and folder in a tree, with the id under which it is kept: so many bytes."""
    at = 0
    while found := _ENTRY.match(tree, at):
        at = found.end() + length
        yield found[1].decode("utf-8", "replace"), tree[found.end() : at].hex()


def found_in(kept: Kept, looked: Looked) -> list[str]:
    """Say what of a session is in a file, or in the words of a commit or a tag, and on which line."""
    if kept.kind == "blob":
        return sorted(set(_in_file(kept, looked)))
    said = _SIGNED.sub(b"", kept.content)
    hits = set()
    for text in _spelt(said):
        lines = text.split("\n")
        found = set(looked.terms.find(text, looked.own_name))
        placed = {term for term, line in found if line > 1}
        for term, line in found:
            if line == 1 and term in placed:  # a name without its gaps has no place
                continue
            who = lines[line - 1].startswith(_WHO)
            hits.add(f"{term.kind}, {'as who committed it' if who else f'in its line {line}'}")
    return sorted(hits)


def found_in_name(name: str, looked: Looked) -> list[str]:
    """Say what of a session is in the name of a file or folder."""
    return sorted({f"{term.kind}, in its name" for term, _ in looked.terms.find(unescaped(name), looked.own_name)})


def _spelt(content: bytes) -> Iterator[str]:
    try:
        yield unescaped(content.decode("utf-8"))
    except UnicodeDecodeError:
        yield unescaped(content.decode("latin-1"))
        yield unescaped(content.decode("utf-8", "replace"))


def _unread(content: bytes, suffix: str, passages: set[int]) -> bytes:
    """Leave out of a text what was read before, together with all that is around it; lines stay lines."""
    if b"\0" in content or content.startswith(PACKED_SIGNS):
        return content
    pieces = _PIECE.findall(content)
    kept = bytearray(len(pieces))
    for at in range(max(1, len(pieces) - _TOGETHER + 1)):
        passage = hash((suffix, *pieces[at : at + _TOGETHER]))
        if passage not in passages:
            passages.add(passage)
            kept[at : at + _TOGETHER] = b"\1" * len(pieces[at : at + _TOGETHER])
    left_out = (b">\n" if piece.endswith(b"\n") else b">" for piece in pieces)  # a tag that was cut off ends there
    return b"".join(piece if keep else gap for piece, gap, keep in zip(pieces, left_out, kept, strict=True))


def _in_file(kept: Kept, looked: Looked) -> Iterator[str]:
    suffixes = {PurePosixPath(name).suffix.lower() for name in kept.names}
    if suffixes and suffixes <= {*_LISTS}:
        return
    try:
        for suffix in suffixes - {*_LISTS} or {""}:
            terms, home = looked.in_index if suffix == _SCRIPT else (looked.terms, looked.home)
            for text in texts_in(_unread(kept.content, suffix, looked.passages), suffix, kept.id):
                for term, line in terms.find(text.whole, home, seen=text.seen):
                    if suffix not in CODE or not looked.by_theme(term):
                        yield f"{term.kind}, in its line {line}"
    except CircleError as error:
        yield error.what
