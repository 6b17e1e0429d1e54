"""What an approval is given to, what its signature is over, and whether it counts.

An approval is an OpenSSH signature by a reader of the log: over the whole text that others read, and over what the
approval says of how it was read and checked. So it can be proved wherever the learning point goes.
"""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import Plain
from circle_cli.points.approval_fields import said_of
from circle_cli.points.file import render_point
from circle_cli.points.record import Approval, LearningPoint, Report
from circle_cli.points.report import render_report
from circle_cli.signing.beside import digest as digest_of_text
from circle_cli.signing.beside import to_sign
from circle_cli.signing.readers import APPROVAL, READERS, Admitted
from circle_cli.signing.signatures import signer

_FORMAT = 1
"""The version of what is signed."""


class ApprovalFault(StrEnum):
    """Why an approval does not count."""

    UNAPPROVED = "not-approved"
    CHANGED = "changed-since-approval"
    UNSIGNED = "not-signed"
    FORGED = "signature-does-not-fit"
    NO_READER = "not-by-a-reader"


_TOLD = {
    ApprovalFault.UNAPPROVED: (
        "not approved by a second person; `circle review` approves, nothing else does",
        "",
    ),
    ApprovalFault.CHANGED: ("changed since it was approved", "put it back as it was, or propose it anew"),
    ApprovalFault.UNSIGNED: (
        "approved by an earlier version, which signed nothing",
        "whoever read it then signs it with `circle review --sign`",
    ),
    ApprovalFault.FORGED: (
        "the signature of its approval does not fit what is there",
        "put it back as it was, or propose it anew",
    ),
    ApprovalFault.NO_READER: (
        f"approved by a key that belongs to no reader in `{READERS}`",
        "`circle readers` shows who is one; or propose it anew",
    ),
}


def canonical(point: LearningPoint | Report) -> str:
    """Give the text that an approval is given to: the whole file, but for the approval and what others report."""
    if isinstance(point, Report):
        return render_report(replace(point, approval=None))
    return render_point(replace(point, approval=None, tried=()))


def digest(point: LearningPoint | Report) -> str:
    """Give the sha256 of the canonical text, in hexadecimal."""
    return digest_of_text(canonical(point))


def statement(point: LearningPoint | Report, approval: Approval) -> bytes:
    """Give the bytes that a reader signs: what the approval says, and below it the canonical text."""
    return _statement(point, approval, canonical(point))


def _statement(point: LearningPoint | Report, approval: Approval, text: str) -> bytes:
    named = "report" if isinstance(point, Report) else "point"
    front = {"circle": _FORMAT, "kind": Plain("approval"), named: point.id, **said_of(approval)}
    return to_sign(front, text)


def approved_by(point: LearningPoint | Report) -> str | None:
    """Give the public key that signed the approval as it stands; None where none did."""
    approval = point.approval
    if approval is None or approval.signature is None:
        return None
    return signer(statement(point, approval), approval.signature, APPROVAL)


def approval_fault(point: LearningPoint | Report, readers: Admitted) -> ApprovalFault | None:
    """Tell why the approval of a text does not count in a log with these readers; None where it does."""
    approval = point.approval
    if approval is None:
        return ApprovalFault.UNAPPROVED
    text = canonical(point)  # once for both: to write it takes longer than to verify its signature
    if approval.sha256 != digest_of_text(text):
        return ApprovalFault.CHANGED
    if approval.signature is None:
        return ApprovalFault.UNSIGNED
    key = signer(_statement(point, approval, text), approval.signature, APPROVAL)
    if key is None:
        return ApprovalFault.FORGED
    return None if readers.counts(key, approval.sha256) else ApprovalFault.NO_READER


@lru_cache(2**3)
def digest_of_readers(readers: Admitted) -> str:
    """Give what stands for all by which these readers' approvals count: of an ended one, that may be thousands."""
    return digest_of_text(repr([(each.key, each.until, sorted(each.stood)) for each in readers.readers]))


def approval_error(fault: ApprovalFault, where: Place) -> CircleError:
    """Make the error for an approval that does not count."""
    wrong, do = _TOLD[fault]
    return CircleError(wrong, where=where, do=do)


def refuse_unapproved(point: LearningPoint | Report, readers: Admitted, where: Place) -> None:
    """Refuse a learning point, or a report, whose approval does not count.

    Raises:
        CircleError: so; the file is named.
    """
    if fault := approval_fault(point, readers):
        raise approval_error(fault, where)
