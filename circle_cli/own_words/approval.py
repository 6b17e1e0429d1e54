"""A reader's approval of a log's own words: a signature over the whole text, in a file under `approvals/`.

The file stands beside what it approves and is never published. It holds what an approval of a learning point holds, and
what it is an approval of.
"""

from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.reading import read
from circle_cli.front_matter.writing import write
from circle_cli.own_words.passages import BESIDE
from circle_cli.points.approval import ApprovalFault
from circle_cli.points.approval_fields import read_approval as approval_from
from circle_cli.points.approval_fields import said_of
from circle_cli.points.record import Approval
from circle_cli.signing.beside import digest as digest
from circle_cli.signing.beside import fields_beside, head_of, place_beside, to_sign
from circle_cli.signing.readers import APPROVAL, READERS, Admitted
from circle_cli.signing.signatures import signer
from circle_cli.system.no_links import is_there
from circle_cli.text import text_of

APPROVALS = "approvals"
"""The folder of a log in which they are kept."""

_KIND = "approval-of-words"
_OTHERS = frozenset(("settings", "themes", "vocabulary"))
"""By what other words than a page's go, up to their ending: a page of that name has its approval elsewhere."""

_TOLD = {
    ApprovalFault.UNAPPROVED: ("nobody else has read what is new here", "a second person does: `circle review`"),
    ApprovalFault.CHANGED: ("changed since it was read", "a second person reads it again: `circle review`"),
    ApprovalFault.UNSIGNED: ("its approval is not signed", "a second person reads it: `circle review`"),
    ApprovalFault.FORGED: (
        "the signature of its approval does not fit what is there",
        "a second person reads it: `circle review`",
    ),
    ApprovalFault.NO_READER: (
        f"approved by a key that belongs to no reader in `{READERS}`",
        "`circle readers` shows who is one; one of them reads it: `circle review`",
    ),
}


def approval_path(log_root: Path, name: str) -> Path:
    """Give where the approval of a page, or of the settings, is kept."""
    whole = name.startswith(f"{BESIDE}/") or name.removesuffix(".md") in _OTHERS
    return place_beside(log_root, APPROVALS, f"{name}.yml" if whole else name)


def statement(name: str, text: str, approval: Approval) -> bytes:
    """Give the bytes that a reader signs: what the approval says and of what, and below it the text."""
    return to_sign({**head_of(_KIND, name), **said_of(approval)}, text)


def render_approval(name: str, approval: Approval) -> str:
    """Write the file's text."""
    return write({**head_of(_KIND, name), **said_of(approval), "signature": approval.signature})


def read_approval(log_root: Path, name: str) -> Approval | None:
    """Read an approval; None where there is none.

    Raises:
        CircleError: the file is malformed, or one of something else; file and line are named.
    """
    path = _kept_at(log_root, name)
    keys = fields_beside(path, head_of(_KIND, name)) if path else None
    if keys is None:
        return None
    approval = approval_from(keys)
    keys.nothing_more()
    return approval


def _kept_at(log_root: Path, name: str) -> Path | None:
    """Give where an approval is read: versions before had one place for two of such names, and it says whose it is."""
    path, before = approval_path(log_root, name), place_beside(log_root, APPROVALS, name)
    if path != before and not is_there(path):
        return before if _is_of(before, name) else None
    page = f"{path.stem}.md"
    return None if page != name and path.stem in _OTHERS and _is_of(path, page) else path


def _is_of(path: Path, name: str) -> bool:
    return is_there(path) and read(text_of(path), str(path)).values.get("of") == name


def fault_of(name: str, text: str, approval: Approval | None, readers: Admitted) -> ApprovalFault | None:
    """Tell why an approval does not count for this text in a log with these readers; None where it does."""
    if approval is None:
        return ApprovalFault.UNAPPROVED
    if approval.sha256 != digest(text):
        return ApprovalFault.CHANGED
    key = approved_by(name, text, approval)
    if key is None:
        return ApprovalFault.UNSIGNED if approval.signature is None else ApprovalFault.FORGED
    return None if readers.at_home.counts(key, approval.sha256) else ApprovalFault.NO_READER


def approved_by(name: str, text: str, approval: Approval) -> str | None:
    """Give the public key that signed; None where none did."""
    if approval.signature is None:
        return None
    return signer(statement(name, text, approval), approval.signature, APPROVAL)


def fault_error(fault: ApprovalFault, where: Place) -> CircleError:
    """Make the error for words that nobody has approved."""
    wrong, do = _TOLD[fault]
    return CircleError(wrong, where=where, do=do)
