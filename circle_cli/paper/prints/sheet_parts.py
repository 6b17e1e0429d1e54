"""What the parts of the recording sheet are put together from."""

from collections.abc import Iterable

from circle_cli.paper.document import Block, Heading, Paragraph, Table, room_for
from circle_cli.paper.layout import ALWAYS_MORE, COLUMNS, HEADINGS, HINTS, MORE_COLUMNS, WIDTHS, WIDTHS_WITH_MORE

_ROWS = {
    "learning": 6,
    "actions": 6,
    "encouragers-saw": 4,
    "facilitator-saw": 2,
    "peers-said": 2,
    "takeaways": 4,
    "frameworks": 2,
}
"""So many rows a table has at the least; the others have one that is empty."""

Rows = tuple[tuple[str, ...], ...]


def heading(name: str, level: int = 2) -> Heading:
    """Make the heading of a part."""
    return Heading(text=HEADINGS[name], level=level, id=name)


def table(name: str, rows: Rows) -> Iterable[Block]:
    """Make the table of a part with its hint, and leave room in it."""
    if name in HINTS:
        yield Paragraph(text=HINTS[name], hint=True)
    header, widths = COLUMNS[name], WIDTHS[name]
    if name in ALWAYS_MORE or any(len(row) > len(header) for row in rows):
        header, widths = header + MORE_COLUMNS[name], WIDTHS_WITH_MORE[name]
    filled = room_for(rows, _ROWS.get(name, 0), len(header))
    yield Table(caption=HEADINGS.get(name, header[0]), header=header, widths=widths, rows=filled)
