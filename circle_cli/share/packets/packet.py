"""A packet: one file for a reader without the log. The exact public text, what its author signed of it, and no more.

There is no place in it for an author, a day, a team or a session.
"""

import re
from dataclasses import dataclass

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID
from circle_cli.points.approval import canonical
from circle_cli.points.file import LARGEST_POINT, parse_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.statement import (
    Explained,
    Statement,
    explained_out,
    read_explained,
    read_statement,
    stated_by,
    statement_out,
)
from circle_cli.text import decode, is_exactly

PACKET_FORMAT = 1
PACKET = "packet"
_FOR_PEOPLE = "# For a second reader: `circle review` and this file's name shows it, and takes what you decide.\n"
_ID = re.compile(rf'(?m)^id: "?({POINT_ID.pattern})"?$')


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A text that everyone might read, the words explained in it, and what its author states of it."""

    point: LearningPoint
    explained: tuple[Explained, ...] = ()
    statement: Statement


def packed_by(packet: Packet) -> str | None:
    """Give the public key that signed that the people of the story were looked for; None where none did."""
    return stated_by(packet.point, packet.explained, packet.statement)


def render_packet(packet: Packet) -> str:
    """Write a packet as its file's text."""
    front: dict[str, Value] = {
        "circle": PACKET_FORMAT,
        "kind": Plain(PACKET),
        **explained_out(packet.explained),
        "statement": statement_out(packet.statement),
    }
    return f"---\n{_FOR_PEOPLE}{write(front)}---\n\n{canonical(packet.point)}"


def parse_packet(content: bytes, where: str) -> Packet:
    """Read a packet from the bytes of its file.

    Raises:
        CircleError: it is none, or malformed, or not to the byte as we write it.
    """
    text = bounded(content, where)
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=1))
    refuse_other_kind(keys, PACKET, PACKET_FORMAT)
    inner = body.lstrip("\n")
    named = _ID.search(inner)
    above = text.count("\n", 0, len(text) - len(inner))
    point = parse_point(inner, where, named[1] if named else "", above)
    statement = keys.record("statement", read_statement)
    if statement is None or not isinstance(point, LearningPoint):
        raise keys.problem("statement", "missing", do="ask whoever sent it for a new one")
    packet = Packet(point=point, explained=keys.records("explained", read_explained) or (), statement=statement)
    keys.nothing_more()
    refuse_rewritten(content, render_packet(packet), where)
    return packet


def bounded(content: bytes, where: str) -> str:
    """Give the text of a file that somebody sent, unless it is larger than any of ours.

    Raises:
        CircleError: so, or it is no UTF-8.
    """
    if len(content) > 2 * LARGEST_POINT:
        raise CircleError("larger than anything that goes to a reader", where=Place(where), do="ask for it anew")
    return decode(content, where)


def kind_of(content: bytes, where: str) -> str:
    """Give what kind of file this says it is."""
    front, _ = split(bounded(content, where), where)
    return str(Fields(read(front, where, line_offset=1)).take("kind"))


def refuse_other_kind(keys: Fields, kind: str, version: int) -> None:
    """Refuse a file of another kind, or one that a later version wrote.

    Raises:
        CircleError: so.
    """
    found, made_for = keys.take("kind"), keys.take("circle")
    if found != kind:
        raise keys.problem("kind", f"expected `kind: {kind}`")
    if made_for is True or made_for != version:  # to Python, `true` is 1
        raise keys.problem("circle", f"expected `circle: {version}`", do="update circle, if it is newer than yours")


def refuse_rewritten(content: bytes, ours: str, where: str) -> None:
    """Refuse a file that says the same in other bytes: what else stands in it, nobody has signed.

    Raises:
        CircleError: so.
    """
    if not is_exactly(ours, content):
        wrong = "changed since it was written, if only in its spelling"
        raise CircleError(wrong, where=Place(where), do="ask whoever sent it to send it again, as an attachment")
