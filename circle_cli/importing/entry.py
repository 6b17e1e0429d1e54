"""What was found in a file of another program: entries, each of which may become a session, and what stays behind."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of an entry, and the label that they have there: a heading, a column, a cell beside them; "" for none.

    `heading` is the label as its line stood there, and `level` how far down it is, where that is known. What stands
    `aside` says something of the entry, and is no part of its account. A label that is `own` may hold words of
    whoever wrote it, and not those of a form alone: it stays with the text, whatever that becomes.
    """

    label: str = ""
    text: str
    heading: str = ""
    level: int = 0
    aside: bool = False
    own: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether its label stood above it, as a line of its own."""
        return self.heading != ""

    @property
    def whole(self) -> str:
        """Give the words under their label's line, as they stood."""
        return "\n\n".join(part for part in (self.heading or self.label, self.text) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What may become a session: `where` it stands, and what its source calls it.

    `file_name` is what is left of its file's name without a day. `day` is one that stands beside its words: in its
    file's name, or in a journal's margin. Entries of one `table` stand in rows under the same `labels`. `ours` is a
    session as text, where the file is one of ours.
    """

    where: str
    pieces: tuple[Piece, ...] = ()
    name: str = ""
    file_name: str = ""
    day: date | None = None
    table: str = ""
    labels: tuple[str, ...] = ()
    since_1904: bool = False
    ours: str | None = None
    told: tuple[str, ...] = ()

    @property
    def form(self) -> tuple[str, ...]:
        """Give the set of labels by which a form, or a table, is known again."""
        return form_of(self.labels or (piece.label for piece in self.pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is not taken in: where it stands, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file holds."""

    entries: tuple[Entry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def form_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Give labels as a set, in one order."""
    return tuple(sorted({label for label in labels if label}))


def joined(found: Collection[Found]) -> Found:
    """Give what several files hold as if it were one."""
    return Found(
        entries=tuple(entry for each in found for entry in each.entries),
        left_out=tuple(left for each in found for left in each.left_out),
    )


def labels_in(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Give all labels, each once, in the order in which they stand there."""
    named = (label for each in entries for label in (*each.labels, *(piece.label for piece in each.pieces)))
    return tuple(dict.fromkeys(label for label in named if label))
