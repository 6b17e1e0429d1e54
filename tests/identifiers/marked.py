"""Reads the corpus: texts with their identifiers marked `[[kind:words]]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry

CORPUS = Path(__file__).parent / "corpus"
_MARK = re.compile(r"\[\[([a-z_-]+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text without its marks, its cast, and the marks as (kind, start, end)."""

    text: str
    cast: tuple[CastEntry, ...]
    spans: tuple[tuple[str, int, int], ...]


def read_marked(path: Path) -> Iterator[Marked]:
    """Give the texts of a file of the corpus."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        named, _, rest = block.partition("\n") if block.startswith("cast: ") else ("", "", block)
        cast = tuple(typed_entry(entry) for entry in named.removeprefix("cast: ").split(";") if entry.strip())
        yield unmark(rest, cast)


def unmark(block: str, cast: tuple[CastEntry, ...] = ()) -> Marked:
    """Take the marks out of one text."""
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(block):
        text += block[at : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return Marked(text=text + block[at:], cast=cast, spans=tuple(spans))
