"""An approval: signed over every word and every field, by somebody whom the log knows; no other one counts."""

import re
from dataclasses import replace

import pytest
from making import POINT
from signed import approve, known, public_key, sign

from circle_cli.points.approval import ApprovalFault, approval_fault, approved_by, digest, statement
from circle_cli.points.record import Approval, LearningPoint
from circle_cli.signing.readers import Admitted
from circle_cli.vocabulary import CastCheck, ReviewKind

APPROVED = approve(POINT, "Bowlby")


def fault(point: LearningPoint) -> ApprovalFault | None:
    return approval_fault(point, known())


def test_one_that_a_reader_signed_counts() -> None:
    assert fault(APPROVED) is None
    assert approved_by(APPROVED) == public_key()


def test_a_digest_that_anybody_can_compute_is_no_approval() -> None:
    forged = replace(POINT, approval=Approval(sha256=digest(POINT), tool="0.1.0", lists="1-abc"))
    assert fault(forged) is ApprovalFault.UNSIGNED


@pytest.mark.parametrize(
    "different",
    [
        {"review": ReviewKind.SINGLE},
        {"tool": "0.1.1"},
        {"lists": "2-abc"},
        {"cast": CastCheck.STATED},
        {"explained": ("Bowlby", "Amira")},
        {"explained": ()},
    ],
    ids=str,
)
def test_nothing_that_it_says_can_be_changed(different: dict[str, object]) -> None:
    assert APPROVED.approval
    changed = replace(APPROVED, approval=replace(APPROVED.approval, **different))  # type: ignore[arg-type]  # of each kind
    assert fault(changed) is ApprovalFault.FORGED


def test_one_signature_fits_one_learning_point_alone() -> None:
    other = replace(APPROVED, id="abcdefgh")
    assert fault(other) is ApprovalFault.CHANGED
    assert other.approval
    assert fault(replace(other, approval=replace(other.approval, sha256=digest(other)))) is ApprovalFault.FORGED


def test_a_key_that_the_log_does_not_know_approves_nothing() -> None:
    assert fault(approve(POINT, seed=2)) is ApprovalFault.NO_READER
    assert approval_fault(APPROVED, Admitted()) is ApprovalFault.NO_READER


def test_a_signature_for_something_else_is_none() -> None:
    assert APPROVED.approval
    for_git = sign(statement(POINT, APPROVED.approval), "git")
    assert fault(replace(APPROVED, approval=replace(APPROVED.approval, signature=for_git))) is ApprovalFault.FORGED


def test_what_is_signed_has_no_name_and_no_day_in_it() -> None:
    assert APPROVED.approval
    front = statement(APPROVED, APPROVED.approval).decode().split("---\n")[1]
    keys = re.findall(r"(?m)^([a-z0-9]+):", front)
    assert keys == ["circle", "kind", "point", "sha256", "review", "tool", "lists", "cast", "explained"]
