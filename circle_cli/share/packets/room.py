"""What lies where readers without the log come for it: a packet for each text that waits, and their decisions. Pure.

Nothing else has a place there: no session, no list of people, nothing that says whose a text is.
"""

import re
from collections.abc import Mapping

from circle_cli.errors import CircleError, Place
from circle_cli.ids import MARK, POINT_ID
from circle_cli.points.approval import digest
from circle_cli.share.packets.decision import Decision, parse_decision
from circle_cli.share.packets.packet import Packet, parse_packet

FOLDER = "to-read"
"""The folder of a reader's copy in which all of it lies."""

ALWAYS: Mapping[str, bytes] = {
    MARK: b"# What waits for a reader: circle review. No session has a place here.\nkind: reader\n",
    ".gitignore": b"/.circle/\n.*.tmp-*\n.*.claim\n",
    ".gitattributes": b"# As they were written: what is signed is compared to the byte.\n*.md -text\n",
}
_PLACE = re.compile(rf"{FOLDER}/({POINT_ID.pattern})(\.decision)?\.md")
_LARGEST = 2000
"""Bytes of a file of ALWAYS as any version may have written it."""


def packet_place(point_id: str) -> str:
    """Give where the packet of a learning point lies."""
    return f"{FOLDER}/{point_id}.md"


def decision_place(point_id: str) -> str:
    """Give where the decision on it lies."""
    return f"{FOLDER}/{point_id}.decision.md"


def packets_in(files: Mapping[str, bytes]) -> dict[str, Packet]:
    """Give the packets by the ids of their learning points; what is none is left out."""
    found: dict[str, Packet] = {}
    for path, content in files.items():
        if (place := _PLACE.fullmatch(path)) and not place[2]:
            try:
                packet = parse_packet(content, path)
            except CircleError:
                continue
            if packet.point.id == place[1]:
                found[place[1]] = packet
    return found


def decision_on(packet: Packet, content: bytes | None) -> Decision | None:
    """Give a decision, if these bytes hold one, and it is on this text."""
    if content is None:
        return None
    try:
        decision = parse_decision(content, decision_place(packet.point.id))
    except CircleError:
        return None
    return decision if (decision.point, decision.sha256) == (packet.point.id, digest(packet.point)) else None


def refuse_other(path: str, content: bytes) -> None:
    """Refuse what has no place where readers come.

    Raises:
        CircleError: so; none of its words are said.
    """
    place = _PLACE.fullmatch(path)
    try:
        if place and place[2]:
            fits = parse_decision(content, path).point == place[1]
        elif place:
            fits = parse_packet(content, path).point.id == place[1]
        else:
            fits = path in ALWAYS and len(content) < _LARGEST and not content.startswith(b"---")
    except CircleError:
        fits = False
    if not fits:
        wrong, do = "it has no place where only what waits for a reader may lie", "tell whoever sends there"
        raise CircleError(wrong, where=Place(path), do=do)
