"""What the parts of the recording sheet are put together from."""

from collections.abc import Iterable

from circle_cli.paper.document import Block, Field, Heading, Paragraph, Table, room_for
from circle_cli.paper.layout import (
    ALWAYS_MORE,
    COLUMNS,
    FEEDBACK,
    HEADINGS,
    HINTS,
    MORE_COLUMNS,
    WIDTHS,
    WIDTHS_WITH_MORE,
)
from circle_cli.session.people import FACILITATOR
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

_ROWS = {
    "learning": 6,
    "actions": 6,
    "encouragers-saw": 4,
    "facilitator-saw": 1,
    "peers-said": 2,
    "takeaways": 3,
}
"""So many rows a table has at the least; the others have one that is empty."""

_ROWS_OF_TWO = {"learning": 4, "actions": 4, "frameworks": 2, "peers-said": 6, "takeaways": 4}
"""The same where there is no group: room for a portfolio on the second page, and more of it on the third."""

_LINES = {"theory": 4, "learning": 3, "actions": 3, "notes": 3}
_LINES_OF_TWO = {"theory": 4, "positive": 3, "even-better": 3, "will-use": 3}

Rows = tuple[tuple[str, ...], ...]


def heading(name: str, level: int = 2) -> Heading:
    """Make the heading of a part."""
    return Heading(text=HEADINGS[name], level=level, id=name)


def is_of_two(session: Session | None) -> bool:
    """Tell whether the sheet is for one person or two, and no group."""
    return session is not None and session.mode is Mode.INDIVIDUAL


def field(name: str, text: str, session: Session | None) -> Field:
    """Make room for the words of a part, so that what there is to write on fills the pages."""
    usual = 1 if name in FEEDBACK or (session and name == "situation") else 2
    return Field(text=text, lines=(_LINES_OF_TWO if is_of_two(session) else _LINES).get(name, usual))


def table(name: str, rows: Rows, session: Session | None) -> Iterable[Block]:
    """Make the table of a part with its hint, and leave room in it."""
    if name in HINTS and not (is_of_two(session) and FACILITATOR in HINTS[name]):
        yield Paragraph(text=HINTS[name], hint=True)
    header, widths = COLUMNS[name], WIDTHS[name]
    if name in ALWAYS_MORE or any(len(row) > len(header) for row in rows):
        header, widths = header + MORE_COLUMNS[name], WIDTHS_WITH_MORE[name]
    at_least = (_ROWS_OF_TWO if is_of_two(session) else _ROWS).get(name, 0)
    filled = room_for(rows, at_least, len(header))
    yield Table(caption=HEADINGS.get(name, header[0]), header=header, widths=widths, rows=filled)
