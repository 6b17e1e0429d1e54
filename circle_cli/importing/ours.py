"""Files of ours among those that are taken in: sessions, sheets, and what the form saved."""

from datetime import date

from circle_cli.front_matter.reading import has_front_matter
from circle_cli.guidance.records import Guidance
from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Entry
from circle_cli.session.file import headings_in
from circle_cli.session.incoming import read_incoming

_ANOTHER_DAY = date(1970, 1, 1)


def read_ours(entry: Entry, guidance: Guidance, today: date) -> tuple[Composed, str | None]:
    """Read a session that came as one; give it, and the id that it brought.

    Raises:
        CircleError: it is malformed; line and key are named.
    """
    text = entry.ours or ""
    statements = {each.id: [statement.id for statement in each.statements] for each in guidance.frameworks}
    own = [question.id for question in guidance.own]
    session, has_id = read_incoming(text, entry.where, today, statements, own=own)
    dated = read_incoming(text, entry.where, _ANOTHER_DAY, statements, own=own)[0].date == session.date
    return Composed(entry=entry, session=session, dated=dated, told=entry.told), session.id if has_id else None


def headings_of(entry: Entry) -> dict[str, str]:
    """Give the headings under which a session's file has its answers; they may be those of another log."""
    text = entry.ours or ""
    return headings_in(text, entry.where) if has_front_matter(text) else {}
