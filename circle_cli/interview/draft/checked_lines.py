"""Lines with a checksum each, and all of them that are whole found again in whatever is left of a file."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_BEGINNING = re.compile(rb"[0-9a-f]{8} (?=\{)")
_BLANK = b"\r \t\xef\xbb\xbf"
"""What editors and synchronising programs put around lines."""

_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The entries that are whole, and how many bytes are no part of one: torn, damaged, or never written."""

    entries: tuple[dict[str, Any], ...]
    unread: int


def draft_line(entry: Mapping[str, Any]) -> bytes:
    """Write an entry as a line, behind its checksum."""
    content = json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(content), content)


def found_in(content: bytes) -> Found:
    """Find what is whole; damage costs what it hit, be it the newline between two lines."""
    entries: list[dict[str, Any]] = []
    unread = 0
    for line in content.split(b"\n"):
        at = 0
        for entry, start, end in _whole(line):
            entries.append(entry)
            unread += len(line[at:start].strip(_BLANK))
            at = end
        unread += len(line[at:].strip(_BLANK))
    return Found(entries=tuple(entries), unread=unread)


def _whole(line: bytes) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Give the entries of a line, mostly one, and from where to where each goes."""
    if (entry := _entry(line)) is not None:
        yield entry, 0, len(line)
        return
    text, at = line.decode("latin-1"), 0
    while begins := _BEGINNING.search(line, at):
        try:
            end = _DECODER.raw_decode(text, begins.end())[1]
        except (ValueError, RecursionError):
            end = begins.end()
        entry = _entry(line[begins.start() : end])
        if entry is not None:
            yield entry, begins.start(), end
        at = begins.start() + 1 if entry is None else end


def _entry(line: bytes) -> dict[str, Any] | None:
    checksum, _, content = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(content):
        return None
    try:
        entry = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None
