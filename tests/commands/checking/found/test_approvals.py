"""An approval that counted at the last build is not verified again; what is another is, and nothing forged counts."""

import random
import shutil
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
from circle_cli.errors import CircleError, Place
from circle_cli.points import folder
from circle_cli.points.approval import ApprovalFault, approval_error
from circle_cli.points.file import render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import Admitted

NAME = "approved"
APPROVED = approve(POINT)
OTHER = approve(replace(POINT, id="abcdefgh"))
READERS = known()
BOTH = sorted((APPROVED.id, OTHER.id))
Verify = Callable[..., tuple[list[str], str]]


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Gives the ids of those whose files had to be looked through, and what is wrong with the last of them."""
    points_folder = tmp_path / "guidance" / "learning-points"

    def run(*points: LearningPoint, readers: Admitted = READERS, spelt: bytes = b"") -> tuple[list[str], str]:
        verified: list[str] = []
        texts = Texts(entries_of(tmp_path, NAME))
        monkeypatch.setattr(folder, "load_readers", lambda _: readers)
        shutil.rmtree(points_folder, ignore_errors=True)
        points_folder.mkdir(parents=True)
        for point in points or (APPROVED, OTHER):
            (points_folder / f"{point.id}.md").write_bytes(render_point(point).encode() + spelt)

        def look(said: Any, check: Callable[[], Sequence[Any]]) -> Sequence[Any]:
            return texts.look(said, lambda: (verified.append(said[1].split(b'id: "')[1][:8].decode()), check())[1])

        try:
            read_published(points_folder, look=look)
        except CircleError as error:
            return verified, error.what
        texts.keep()
        return verified, ""

    return run


def _told(fault: ApprovalFault) -> str:
    return approval_error(fault, Place("a.md")).what


def test_only_what_is_not_as_it_was_is_verified_again(verify: Verify) -> None:
    assert verify() == (BOTH, "") and verify() == ([], "")
    other = approve(replace(POINT, title="In other words"))
    assert verify(other, OTHER) == ([other.id], "")


def test_nothing_forged_counts_since_something_did(verify: Verify) -> None:
    verify()
    title = replace(APPROVED, title="In words that nobody signed")
    assert verify(title) == verify(title) == ([POINT.id], _told(ApprovalFault.CHANGED))
    approval = APPROVED.approval
    assert approval is not None and OTHER.approval is not None
    signature = replace(APPROVED, approval=replace(approval, signature=OTHER.approval.signature))
    assert verify(signature) == verify(signature) == ([POINT.id], _told(ApprovalFault.FORGED))


def test_other_bytes_do_not_pass_since_others_did(verify: Verify) -> None:
    verify(APPROVED)
    twice = verify(APPROVED, spelt=b"\n"), verify(APPROVED, spelt=b"\n")
    assert twice == (([POINT.id], "changed since it was approved, if only in its spelling"),) * 2


def test_whoever_is_no_reader_any_longer_is_none_though_they_were(verify: Verify) -> None:
    verify()
    ended = tuple(replace(each, until=date(2026, 11, 27)) for each in READERS.readers)
    none = _told(ApprovalFault.NO_READER)
    assert verify(readers=Admitted())[1] == verify(readers=Admitted(readers=ended))[1] == none
    every = frozenset(each.approval.sha256 for each in (APPROVED, OTHER) if each.approval)
    stood = tuple(replace(each, stood=every) for each in ended)
    assert verify(readers=Admitted(readers=stood)) == (BOTH, "")


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
    assert verify() == (BOTH, "")


def test_whichever_bit_is_another_what_it_stood_for_is_verified_again(verify: Verify, tmp_path: Path) -> None:
    verify()
    kept = tmp_path / ".circle" / NAME
    content, chance = kept.read_bytes(), random.Random(20261127)  # noqa: S311
    for bit in chance.sample(range(8 * len(content)), 60):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        kept.write_bytes(flipped)
        verified, fault = verify()
        assert len(verified) == (2 if bit < 8 * 16 else 1) and not fault


@pytest.mark.parametrize("ending", ["py", "txt", "yml", "js", "css", "html"])
def test_another_file_makes_it_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setattr(entries, "__file__", str(tmp_path / "commands" / "well" / "entries.py"))
    (tmp_path / f"a.{ending}").write_text("one")
    before = entries.program.__wrapped__()
    (tmp_path / f"a.{ending}").write_text("another")
    assert entries.program.__wrapped__() != before
