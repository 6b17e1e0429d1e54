"""A decision on a packet: what its reader answered and decided, signed, in a file that goes back to the author."""

from dataclasses import dataclass

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID
from circle_cli.points.approval_fields import approval_out, sha256_of_text, signature_line, whole_approval
from circle_cli.points.record import Approval
from circle_cli.share.packets.packet import bounded, refuse_other_kind, refuse_rewritten
from circle_cli.share.proposal import Reading, State, read_reading, reading_out
from circle_cli.signing.signatures import signer

DECISION_FORMAT = 1
KIND = "decision"
DECISION = "circle-decision"
"""What a deciding signature is for: it is valid for nothing else. An approval has one of its own besides."""

_FOR_PEOPLE = "# Goes back to whoever sent the text: `circle take` and this file's name takes it into their log.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reader decided on the text of this digest; `approval`, signed, is published with one that is approved."""

    point: str
    sha256: str
    reading: Reading
    approval: Approval | None = None
    signature: str | None = None


def decided(decision: Decision) -> bytes:
    """Give the bytes that a reader signs: all that the file says but the signature itself."""
    return f"---\n{write(_front(decision))}---\n".encode()


def decided_by(decision: Decision) -> str | None:
    """Give the public key that signed the decision as it stands; None where none did."""
    return signer(decided(decision), decision.signature, DECISION) if decision.signature else None


def render_decision(decision: Decision) -> str:
    """Write a decision as its file's text."""
    signature: dict[str, Value] = {"signature": decision.signature} if decision.signature else {}
    return f"---\n{_FOR_PEOPLE}{write({**_front(decision), **signature})}---\n"


def parse_decision(content: bytes, where: str) -> Decision:
    """Read a decision from the bytes of its file.

    Raises:
        CircleError: it is none, or malformed, or not to the byte as we write it.
    """
    front, body = split(bounded(content, where), where)
    keys = Fields(read(front, where, line_offset=1))
    refuse_other_kind(keys, KIND, DECISION_FORMAT)
    point = keys.text("point")
    reading = keys.record("reading", read_reading)
    if not POINT_ID.fullmatch(point) or reading is None or body.strip():
        raise keys.problem("reading", "this is no decision as circle writes it", do="ask for it anew")
    decision = Decision(
        point=point,
        sha256=sha256_of_text(keys),
        reading=reading,
        approval=keys.record("approval", whole_approval),
        signature=signature_line(keys),
    )
    keys.nothing_more()
    if (decision.approval is None) is (reading.decision is State.APPROVED) or reading.decision is State.PROPOSED:
        raise keys.problem("approval", "does not go with what was decided", do="ask for it anew")
    refuse_rewritten(content, render_decision(decision), where)
    return decision


def _front(decision: Decision) -> dict[str, Value]:
    front: dict[str, Value] = {
        "circle": DECISION_FORMAT,
        "kind": Plain(KIND),
        "point": decision.point,
        "sha256": decision.sha256,
        "reading": reading_out(decision.reading),
    }
    if decision.approval:
        front["approval"] = approval_out(decision.approval)
    return front
