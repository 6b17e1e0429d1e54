"""What a reader without the log sends back, made and signed in the process."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from signed import sign

from circle_cli.points.approval import digest, statement
from circle_cli.points.record import Approval, LearningPoint
from circle_cli.share.packets.decision import DECISION, Decision, decided, render_decision
from circle_cli.share.packets.packet import Packet, parse_packet
from circle_cli.share.proposal import INTRUDER, Reading, State
from circle_cli.share.statement import STATEMENT, Explained, Statement, stated
from circle_cli.vocabulary import CastCheck, ReviewKind


def packet_of(point: LearningPoint, *explained: Explained, seed: int = 7) -> Packet:
    """Make a packet, signed by an invented author."""
    said = Statement(tool="0.1.0", lists="1-abc")
    signature = sign(stated(point, explained, said), STATEMENT, seed)
    return Packet(point=point, explained=explained, statement=replace(said, signature=signature))


def decision_on(
    packet: Packet,
    decision: State = State.APPROVED,
    *,
    by: str = "bea@example.org",
    seed: int = 1,
    answer: str = "no",
    **different: Any,
) -> Decision:
    """Decide on a packet; what is `different` stands in the approval, and is signed with it."""
    comment = None if decision is State.APPROVED else "Say it more generally."
    answers = tuple((key, answer) for key in INTRUDER)
    reading = Reading(by=by, on=date(2026, 11, 26), decision=decision, answers=answers, comment=comment)
    made = Decision(
        point=packet.point.id,
        sha256=digest(packet.point),
        reading=reading,
        approval=approval_of(packet, seed, **different) if decision is State.APPROVED else None,
    )
    return signed(made, seed)


def approval_of(packet: Packet, seed: int, **different: Any) -> Approval:
    usual: dict[str, Any] = {
        "sha256": digest(packet.point),
        "review": ReviewKind.SECOND,
        "tool": "0.1.0",
        "lists": "1-abc",
        "cast": CastCheck.STATED,
        "explained": tuple(each.words for each in packet.explained),
    }
    approval = Approval(**usual | different)
    return replace(approval, signature=sign(statement(packet.point, approval), seed=seed))


def signed(decision: Decision, seed: int = 1) -> Decision:
    return replace(decision, signature=sign(decided(decision), DECISION, seed))


def answer(packet: Path, decision: State = State.APPROVED, **how: Any) -> Path:
    """Decide on a packet's file, and put the decision beside it."""
    made = decision_on(parse_packet(packet.read_bytes(), str(packet)), decision, **how)
    beside = packet.with_name(f"{packet.stem}.decision.md")
    beside.write_text(render_decision(made), encoding="utf-8")
    return beside
