"""What a printed page is made of, before it becomes Markdown, HTML or Word."""

from dataclasses import dataclass
from hashlib import sha256

CREDIT = (
    "The circle is the work of Caroline Aldridge and Sandra McGough at Norfolk County Council, published by Research "
    "in Practice; it draws on appreciative inquiry (Cooperrider and Srivastva, 1987). "
    "The printed wording is ours, not theirs."
)
SHORT_CREDIT = (
    "The circle: Caroline Aldridge and Sandra McGough, Norfolk County Council, published by Research in Practice"
)
"""Whose idea it is: on every print, as `guidance/sources.md` has it at length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `id` is how a filled-in sheet is found again, whatever becomes of the words."""

    text: str
    level: int = 2
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of ours; a hint stands small beside what a person will write."""

    text: str
    hint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list of ours."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Room for a person's words: `text` if there are some already, else so many ruled lines."""

    text: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row.

    Where there are `row_ids`, the first column holds labels of ours, not a person's words. `widths` are shares of a
    hundred; `caption` says what it is to those who cannot see it.
    """

    caption: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    row_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A line to write one short thing on, such as a name; or it stands there already."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CutLine:
    """Where the page is cut in half."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a new page begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Questions round a middle with room to write in; `caption` says what it is to those who cannot see it."""

    caption: str
    middle: str
    questions: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Field | Table | NameLine | CutLine | PageBreak | Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole print: `fillable` if it can be filled in and taken back, `large` if it is read at arm's length.

    `report` if it is read from beginning to end, and nothing in it is filled in to be taken back. In a browser,
    `letters` are so many points high, where that is not as usual.
    """

    title: str
    blocks: tuple[Block, ...]
    fillable: bool = False
    large: bool = False
    report: bool = False
    letters: float | None = None


def fingerprint(text: str) -> str:
    """Give eight characters that tell words of ours from the same place written over by somebody."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def room_for(rows: tuple[tuple[str, ...], ...], at_least: int, columns: int) -> tuple[tuple[str, ...], ...]:
    """Give the rows, and empty ones up to so many: one more than are filled, so that there is always room."""
    spare = max(at_least - len(rows), 1)
    return (*rows, *[("",) * columns] * spare)
