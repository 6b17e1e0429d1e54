"""An approval that counted at the last build is not verified again; what is another is, and nothing forged counts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import POINT
from signed import approve, known

from circle_cli.commands.folders import own_folder
from circle_cli.commands.well import entries
from circle_cli.commands.well.entries import Texts, entries_of
from circle_cli.points.approval import ApprovalFault, known_fault
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import Admitted

NAME = "approved"
APPROVED = approve(POINT, "Bowlby")
OTHER = approve(replace(POINT, id="abcdefgh"))
READERS = known()
Verify = Callable[..., tuple[list[str], ApprovalFault | None]]


@pytest.fixture
def verify(tmp_path: Path) -> Verify:
    """Gives the ids of those whose signatures had to be verified, and what is wrong with the first."""

    def run(*points: LearningPoint, readers: Admitted = READERS) -> tuple[list[str], ApprovalFault | None]:
        verified: list[str] = []
        texts = Texts(entries_of(tmp_path, NAME))

        def look(said: Any, check: Callable[[], Sequence[Any]]) -> Sequence[Any]:
            return texts.look(said, lambda: (verified.append(said[1].id), check())[1])

        faults = [known_fault(point, readers, look) for point in points or (APPROVED, OTHER)]
        texts.keep()
        return verified, faults[0]

    return run


def test_only_what_is_not_as_it_was_is_verified_again(verify: Verify) -> None:
    assert verify() == ([APPROVED.id, OTHER.id], None) and verify() == ([], None)
    other = approve(replace(POINT, title="In other words"), "Bowlby")
    assert verify(other, OTHER) == ([other.id], None)


def test_nothing_forged_counts_since_something_did(verify: Verify) -> None:
    verify()
    title = replace(APPROVED, title="In words that nobody signed")
    assert verify(title) == verify(title) == ([POINT.id], ApprovalFault.CHANGED)
    verify()
    approval = APPROVED.approval
    assert approval is not None and OTHER.approval is not None
    signature = replace(APPROVED, approval=replace(approval, signature=OTHER.approval.signature))
    assert verify(signature) == verify(signature) == ([POINT.id], ApprovalFault.FORGED)


def test_whoever_is_no_reader_any_longer_is_none_though_they_were(verify: Verify) -> None:
    verify()
    ended = tuple(replace(each, until=date(2026, 11, 27)) for each in READERS.readers)
    assert verify(readers=Admitted())[1] is verify(readers=Admitted(readers=ended))[1] is ApprovalFault.NO_READER
    stood = tuple(replace(each, stood=frozenset({APPROVED.approval.sha256})) for each in ended if APPROVED.approval)
    assert verify(readers=Admitted(readers=stood)) == ([APPROVED.id, OTHER.id], None)


@pytest.mark.parametrize("what", ["another's", "the key", "no key", "program"])
def test_what_is_anothers_or_of_another_version_stands_for_nothing(
    verify: Verify, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify()
    kept, key = tmp_path / ".circle" / NAME, (own_folder() or Path()) / "checked.key"
    match what:
        case "another's":
            kept.write_bytes(kept.read_bytes()[:16] + random.Random(3).randbytes(32))  # noqa: S311
        case "the key":
            key.write_bytes(b"x" * 32)
        case "no key":
            key.write_bytes(b"")
        case "program":
            monkeypatch.setattr(entries, "program", lambda: b"another")
    assert verify() == ([APPROVED.id, OTHER.id], None)


def test_whichever_bit_is_another_what_it_stood_for_is_verified_again(verify: Verify, tmp_path: Path) -> None:
    verify()
    kept = tmp_path / ".circle" / NAME
    content, chance = kept.read_bytes(), random.Random(20261127)  # noqa: S311
    for bit in chance.sample(range(8 * len(content)), 60):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        kept.write_bytes(flipped)
        verified, fault = verify()
        assert len(verified) == (2 if bit < 8 * 16 else 1) and fault is None
