"""What stands on a filled-in sheet, as it was found: the same for Word and for Markdown."""

from dataclasses import dataclass

from circle_cli.paper.document import fingerprint

_FAR = 500
"""How many characters of a paragraph are searched for words of ours: more than the longest hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A heading of the sheet: what follows belongs to this part."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """A paragraph that a person wrote; `tight` where it is an item of a list, with no blank line to the next."""

    text: str
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table; `id` is the row's own where it is one of ours that was found by its bookmark.

    `bold` are the numbers of cells that are printed in bold from beginning to end; it is `across` where one cell has
    the row to itself. Both only where that is known.
    """

    cells: tuple[str, ...]
    id: str | None = None
    bold: frozenset[int] = frozenset()
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRows:
    """A table."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """Something that is no part of any answer, but that somebody wrote."""

    text: str


FilledSheet = Opened | SheetWords | FilledRows | Leftover


def without_ours(text: str, print_of: str) -> str | None:
    """Give what a person wrote before or after words of ours, which are known by their fingerprint.

    None where ours are not there: somebody has written over them.
    """
    if fingerprint(text) == print_of:
        return ""
    for length in range(1, min(len(text), _FAR)):
        if fingerprint(text[:length]) == print_of:
            return text[length:].strip()
        if fingerprint(text[-length:]) == print_of:
            return text[:-length].strip()
    return None
