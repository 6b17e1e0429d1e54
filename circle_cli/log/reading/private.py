"""Tells by place, name and content what has no place in a base: sessions, what nobody has read yet, copies of either.

A file may have gone through a mail program, an editor or another system meanwhile: so it is looked at as whoever takes
in a session's file does, in any encoding, behind the signs of a quotation, and below other words.
"""

import html
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from circle_cli.confided.words import is_of_sessions
from circle_cli.errors import CircleError
from circle_cli.front_matter.from_outside import as_text
from circle_cli.ids import POINT_FILE, PROPOSALS, REPORTS, SESSION_ID, SPARKS, WITHDRAWN
from circle_cli.text import normalise

_FOLDERS = frozenset(("sessions", SPARKS, PROPOSALS, ".circle"))
_DRAFT = "jsonl"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_ALWAYS = re.compile(rf"(?m)^[\"']?(?:id[\"']?:[ \t]*[\"']?{SESSION_ID.pattern}|(?:cast|mode|what_was_asked)[\"']?:)")
"""What the front matter of a public file never says."""

_FENCE, _QUOTE = re.compile(r"(?m)---[ \t]*$\n?"), re.compile(r"(?:[ \t]*>)*[ \t]*")
"""A line `---`, and what may stand before it there: hyphens are sooner found than the beginning of such a line."""

_ENDS = re.compile("(?:---|\\.\\.\\.)[ \t]*")
_END = re.compile(f"(?m)^{_ENDS.pattern}$")
_OURS = re.compile(r"(?m)^[{ \t]*[\"']?circle[\"']?:[ \t]*[0-9]")
_KIND = re.compile(r"(?m)(?:^|[{,])[ \t]*[\"']?kind[\"']?:[ \t]*[\"']?([\w-]+)")
_PUBLIC = frozenset(("learning-point", "report", "withdrawn"))
"""Kinds of files with front matter that everybody may read; a session says no kind."""

_AS_JSON = re.compile(rf'"(?:id|session)"\s*:\s*"{SESSION_ID.pattern}"')
_TAG = re.compile("<[^<>]{0,2000}>")
_PACKED, _MOST, _LARGEST = b"PK\3\4", 2000, 50_000_000
"""How a Word file begins, and any other packed one; how much is unpacked."""

_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_HELD = re.compile(rf"guidance/(?:learning-points|{REPORTS}|{WITHDRAWN})/{POINT_FILE.pattern}")
"""What others hold to the byte: no document lies there under such a name."""
_LONGEST = 500
"""Lines of front matter that are looked at."""


def is_private(name: str, content: bytes) -> bool:
    """Tell whether a file has no place in a base; `name` is its path with `/`, as git has it."""
    *folders, own = name.casefold().split("/")  # two folders on one system are one on another
    if own in (".gitkeep", ".gitignore"):
        return False
    if not _FOLDERS.isdisjoint(folders) or _DRAFT in own.lstrip(".").split(".")[1:] or SESSION_ID.match(own):
        return True
    if content.startswith(_PACKED):
        return any(is_private(inside, held) for inside, held in _unpacked(content))
    text = _text(content)
    if not _HELD.fullmatch(name) and is_of_sessions(_without_markup(text)):
        return True
    fronts = _fronts(text)
    if text.lstrip().startswith("---") and (first := next(fronts, None)) and (_ALWAYS.search(first) or _waits(first)):
        return True
    return any(map(_waits, fronts)) or _AS_JSON.search(text) is not None


def may_hold(name: str) -> bool:
    """Tell whether a file of that name may hold the text of a session, so that it has to be read."""
    return not name.casefold().endswith(_PICTURES)


def _text(content: bytes) -> str:
    try:
        text, _ = as_text(content, "")
    except CircleError:
        text = normalise(content.decode("utf-8", "replace"))
    return text.replace("\0", "")


def _without_markup(text: str) -> str:
    """Give the words of a page, or of a part of a Word file; of any other text, itself."""
    return html.unescape(_TAG.sub("", text)) if "</" in text else text


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the parts of a packed file; none of one that cannot be read, or is far larger than it looks."""
    with suppress(*_DAMAGED), ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) <= _MOST and sum(part.file_size for part in parts) <= _LARGEST:
            yield from ((part.filename, packed.read(part)) for part in parts if may_hold(part.filename))


def _fronts(text: str) -> Iterator[str]:
    """Give what may be the front matter of a file of ours: what stands below each line `---`, up to the next."""
    for fence in _FENCE.finditer(text):
        quote = text[text.rfind("\n", 0, fence.start()) + 1 : fence.start()]
        if not _QUOTE.fullmatch(quote):
            continue
        if not quote:
            end = _END.search(text, fence.end())
            front = text[fence.end() : end.start() - 1 if end else None]
            yield front if front.count("\n") < _LONGEST else "\n".join(front.split("\n", _LONGEST)[:_LONGEST])
            continue
        lines = (line.removeprefix(quote) for line in text[fence.end() :].split("\n", _LONGEST)[:_LONGEST])
        head: list[str] = []
        for line in lines:
            if _ENDS.fullmatch(line):
                break
            head.append(line)
        yield "\n".join(head)


def _waits(front: str) -> bool:
    """Tell whether it is of a file of ours that is none of those which everybody may read."""
    begins = "\n".join(islice((line for line in front.split("\n") if line.strip() and not line.startswith("#")), 1))
    if not _OURS.match(begins):
        return False
    kind = _KIND.search(front)
    return kind is None or kind[1] not in _PUBLIC
