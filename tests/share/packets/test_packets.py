"""The two files that go to a reader without the log and back: their form, and that nothing in them can be changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from making import POINT
from packed import decision_on, packet_of

from circle_cli.errors import CircleError
from circle_cli.points.record import LearningPoint
from circle_cli.share.packets.decision import decided_by, parse_decision, render_decision
from circle_cli.share.packets.packet import packed_by, parse_packet, render_packet
from circle_cli.share.proposal import State
from circle_cli.share.statement import Explained

SHARED: LearningPoint = replace(POINT, tried=())
PACKET = packet_of(SHARED, Explained(words="Zyxwv", reason="an author"))


def test_a_packet_comes_back_whole_and_is_as_it_always_was(golden: Callable[[str, str], None]) -> None:
    text = render_packet(PACKET)
    golden("packet.md", text)
    assert parse_packet(text.encode(), "x") == PACKET
    assert parse_packet(text.replace("\n", "\r\n").encode(), "x") == PACKET
    assert packed_by(PACKET)


@pytest.mark.parametrize("decision", [State.APPROVED, State.RETURNED])
def test_a_decision_comes_back_whole_and_is_as_it_always_was(
    golden: Callable[[str, str], None], decision: State
) -> None:
    made = decision_on(PACKET, decision)
    text = render_decision(made)
    golden(f"decision-{decision}.md", text)
    assert parse_decision(text.encode(), "x") == made
    assert decided_by(made)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One account;", "Two accounts;"),
        ("an author", "a place"),
        ("Zyxwv", "Zyxwu"),
        ("year: 2026", "year: 2025"),
        ('tool: "0.1.0"', 'tool: "0.2.0"'),
        ("cast: checked", "cast: stated"),
        ('id: "k3f9abcd"', 'id: "k3f9abce"'),
    ],
)
def test_a_packet_in_which_anything_was_changed_is_signed_by_nobody(old: str, new: str) -> None:
    text = render_packet(PACKET)
    assert old in text
    assert packed_by(parse_packet(text.replace(old, new).encode(), "x")) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("decision: returned", "decision: declined"),
        ("more generally", "in other words"),
        ("bea@example.org", "sam@example.org"),
        ("2026-11-26", "2026-11-27"),
        ('who: "no"', 'who: "yes"'),
        ('point: "k3f9abcd"', 'point: "k3f9abce"'),
    ],
)
def test_a_decision_in_which_anything_was_changed_is_signed_by_nobody(old: str, new: str) -> None:
    text = render_decision(decision_on(PACKET, State.RETURNED))
    assert old in text
    assert decided_by(parse_decision(text.replace(old, new).encode(), "x")) is None


ADDED = (
    lambda text: "\ufeff" + text,
    lambda text: text + "\n",
    lambda text: text.replace("circle: 1\n", "circle: 1\nauthor: jo@example.org\n", 1),
    lambda text: text.replace("circle: 1\n", "circle: 1\n# The walk with Robin\n", 1),
    lambda text: text.replace("circle: 1\n", "circle: 2\n", 1),
    lambda text: text.replace("circle: 1\n", "circle: true\n", 1),
    lambda text: text.replace("kind: packet", "kind: proposal").replace("kind: decision", "kind: packet"),
    lambda text: text.replace("signature", "Signature", 1),
    lambda text: text[: len(text) // 2],
    lambda text: "",
    lambda text: text + " " * 200_000,
    lambda text: text.replace(" \n", "\n").replace("\n", " \n"),
)


@pytest.mark.parametrize("change", ADDED)
def test_nothing_can_stand_beside_what_was_signed(change: Callable[[str], str]) -> None:
    with pytest.raises(CircleError):
        parse_packet(change(render_packet(PACKET)).encode(), "x")
    for decision in (State.APPROVED, State.DECLINED):
        with pytest.raises(CircleError):
            parse_decision(change(render_decision(decision_on(PACKET, decision))).encode(), "x")


def test_a_packet_holds_no_report_and_no_approval() -> None:
    text = render_packet(packet_of(POINT))
    assert "tried" not in text and "approval" not in text
    with pytest.raises(CircleError):
        parse_packet(
            text.replace("year: 2026\n", "year: 2026\ntried:\n  - {outcome: worked, year: 2027}\n").encode(), "x"
        )
