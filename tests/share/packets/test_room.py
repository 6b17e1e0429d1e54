"""What lies where readers without the log come for it: packets and decisions in their own places, and nothing else."""

from dataclasses import replace

import pytest
from making import POINT, notice, session_text
from packed import decision_on as made_on
from packed import packet_of

from circle_cli.errors import CircleError
from circle_cli.share.packets.decision import render_decision
from circle_cli.share.packets.packet import render_packet
from circle_cli.share.packets.room import (
    ALWAYS,
    decision_on,
    decision_place,
    packet_place,
    packets_in,
    refuse_other,
)

PACKET = packet_of(replace(POINT, tried=()))
SENT, DECIDED = render_packet(PACKET).encode(), render_decision(made_on(PACKET)).encode()


def test_a_decision_counts_for_the_words_alone_that_were_read() -> None:
    assert decision_on(PACKET, DECIDED)
    for point in (replace(PACKET.point, title="Another"), replace(PACKET.point, id="mmmmabcd")):
        assert decision_on(replace(PACKET, point=point), DECIDED) is None
    assert decision_on(PACKET, SENT) is decision_on(PACKET, None) is None


def test_a_packet_counts_under_its_own_id_alone() -> None:
    assert packets_in({packet_place(POINT.id): SENT, **ALWAYS}) == {POINT.id: PACKET}
    assert packets_in({packet_place("mmmmabcd"): SENT, decision_place(POINT.id): SENT}) == {}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (packet_place("mmmmabcd"), SENT),
        (decision_place("mmmmabcd"), DECIDED),
        (packet_place(POINT.id), DECIDED),
        (packet_place(POINT.id), notice(POINT.id).encode()),
        ("sessions/2026/2026-11-23-k3f9-x.md", session_text().encode()),
        ("circle.yml", session_text().encode()),
        ("circle.yml", b"#" * 2000),
        ("notes.md", b"Tea.\n"),
    ],
)
def test_nothing_else_has_a_place_there(path: str, content: bytes) -> None:
    for own, held in ((packet_place(POINT.id), SENT), (decision_place(POINT.id), DECIDED), *ALWAYS.items()):
        refuse_other(own, held)
    with pytest.raises(CircleError, match="no place"):
        refuse_other(path, content)
