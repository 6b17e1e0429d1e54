"""A reader's approval of a list that a log adds to the identifier check: a signature over the whole list, beside it.

What a list of a log says is no identifier is asked about in no text of that log any more. So a second person reads it,
as they read what is published: `identifier-check/allowed.yml` holds their approval of `identifier-check/allowed.txt`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value
from circle_cli.front_matter.writing import write
from circle_cli.signing.beside import digest as digest
from circle_cli.signing.beside import fields_beside, head_of, place_beside, to_sign
from circle_cli.signing.readers import APPROVAL, READERS, Admitted
from circle_cli.signing.signatures import SIGNATURE, signer
from circle_cli.system.no_links import inside, is_there
from circle_cli.text import text_of
from circle_cli.vocabulary import ReviewKind

LISTS_FOLDER = "identifier-check"
"""Where a learning log keeps its additions to the lists, beside circle.yml."""

LISTS = ("allowed.txt", "names.txt", "writers.txt")
"""Their files there."""

_KIND = "approval-of-list"
_SHA256 = re.compile("[0-9a-f]{64}")


class ListFault(StrEnum):
    """Why the approval of a list does not count."""

    UNAPPROVED = "not-approved"
    CHANGED = "changed-since-approval"
    FORGED = "signature-does-not-fit"
    NO_READER = "not-by-a-reader"


_TOLD = {
    ListFault.UNAPPROVED: "nobody else has read what this list excuses",
    ListFault.CHANGED: "changed since somebody else read it",
    ListFault.FORGED: "the signature of its approval does not fit what is there",
    ListFault.NO_READER: f"approved by a key that belongs to no reader in `{READERS}`",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListApproval:
    """What an approval of a list says: of which text, and whether a second person gave it."""

    sha256: str
    review: ReviewKind
    signature: str = ""


def approval_path(log_root: Path, name: str) -> Path:
    """Give where the approval of a list is kept."""
    return place_beside(log_root, LISTS_FOLDER, name)


def statement(name: str, text: str, approval: ListApproval) -> bytes:
    """Give the bytes that a reader signs: what the approval says and of what, and below it the list."""
    return to_sign(_said(name, approval), text)


def render_approval(name: str, approval: ListApproval) -> str:
    """Write the file's text."""
    return write({**_said(name, approval), "signature": approval.signature})


def read_approval(log_root: Path, name: str) -> ListApproval | None:
    """Read the approval of a list; None where there is none.

    Raises:
        CircleError: the file is malformed, or an approval of something else; file and line are named.
    """
    keys = fields_beside(approval_path(log_root, name), head_of(_KIND, name))
    if keys is None:
        return None
    approval = ListApproval(
        sha256=_matching(keys, "sha256", _SHA256),
        review=keys.one_of("review", ReviewKind),
        signature=_matching(keys, "signature", SIGNATURE),
    )
    keys.nothing_more()
    return approval


def approved_by(name: str, text: str, approval: ListApproval) -> str | None:
    """Give the public key that signed; None where none did."""
    return signer(statement(name, text, approval), approval.signature, APPROVAL)


def list_fault(name: str, text: str, approval: ListApproval | None, readers: Admitted) -> ListFault | None:
    """Tell why an approval does not count for this list in a log with these readers; None where it does."""
    if approval is None:
        return ListFault.UNAPPROVED
    if approval.sha256 != digest(text):
        return ListFault.CHANGED
    key = approved_by(name, text, approval)
    if key is None:
        return ListFault.FORGED
    return None if readers.at_home.counts(key, approval.sha256) else ListFault.NO_READER


def own_lists(log_root: Path) -> Iterator[tuple[str, Path]]:
    """Name the lists that a log has, each with its file."""
    for name in LISTS:
        path = inside(log_root, log_root / LISTS_FOLDER / name)
        if is_there(path):
            yield name, path


def unread_lists(log_root: Path, readers: Admitted) -> Iterator[tuple[str, Path, ListFault]]:
    """Give the lists of a log that no reader has approved as they stand, and why.

    Raises:
        CircleError: a list, or its approval, cannot be read.
    """
    for name, path in own_lists(log_root):
        if fault := list_fault(name, text_of(path), read_approval(log_root, name), readers):
            yield name, path, fault


def refuse_unread_lists(log_root: Path, readers: Admitted) -> None:
    """Refuse to publish while a list of the log stands that no reader has approved.

    Raises:
        CircleError: so; the file is named.
    """
    for _, path, fault in unread_lists(log_root, readers):
        raise CircleError(told(fault), where=Place(path), do="a second person reads it: `circle review --lists`")


def told(fault: ListFault) -> str:
    """Say why an approval does not count."""
    return _TOLD[fault]


def _matching(keys: Fields, key: str, form: re.Pattern[str]) -> str:
    found = keys.text(key)
    if not form.fullmatch(found):
        raise keys.problem(key, "not as it was written", do="have the list read anew: `circle review --lists`")
    return found


def _said(name: str, approval: ListApproval) -> dict[str, Value]:
    return {**head_of(_KIND, name), "sha256": approval.sha256, "review": Plain(approval.review)}
