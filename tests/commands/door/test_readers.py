"""`circle readers`: the first who approves is one, others ask and are admitted, and an ended one counts no more."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import POINT, admitted, approve, approve_list, git, give_key, put_point, read_words, schema
from proposing import become, propose
from running import Run
from signed import known, public_key
from terminals import spawn

from circle_cli.points.approval import ApprovalFault, approval_fault, digest
from circle_cli.points.file import read_point, render_point
from circle_cli.points.record import Approval, LearningPoint
from circle_cli.signing.lists import LISTS_FOLDER, unread_lists
from circle_cli.signing.readers import READERS, load_readers

SHARED = replace(POINT, themes=("relationships",), frameworks=(), tried=())


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Goes to another person's computer, with a key of theirs."""

    def go(seed: int) -> None:
        state = tmp_path / f"state-{seed}"
        give_key(state / "circle", seed)
        monkeypatch.setenv("XDG_STATE_HOME", str(state))

    return go


def test_nobody_is_a_reader_until_somebody_approves(circle: Run, log: Path) -> None:
    done = circle("readers", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nobody is a reader here yet" in done.stderr


def test_a_reader_whom_the_history_has_not_got_is_said(circle: Run, log: Path) -> None:
    admitted(log)
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    done = circle("readers", "--admit", public_key(2), cwd=log)
    assert (done.returncode, "Saved, but not committed" in done.stderr) == (0, True)
    hook.unlink()
    assert "The history now has what an earlier command saved" in circle("readers", cwd=log).stderr


def test_a_second_reader_asks_is_admitted_and_approves(
    circle: Run, log: Path, walk: Path, review: Callable[..., str], elsewhere: Callable[[int], None]
) -> None:
    admitted(log)
    place = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    elsewhere(2)
    told = review(log, *["1"] * 8, status=2)
    (asking,) = load_readers(log).asking
    assert asking[1] == public_key(2)
    assert f"circle readers --admit {asking[0]}" in told and "Everything you wrote is kept" in told
    assert not (log / "guidance/learning-points" / place.name).exists()
    assert circle("readers", "--admit", asking[0], cwd=log).returncode == 2  # nobody admits themselves
    elsewhere(1)
    assert circle("readers", "--admit", asking[0], cwd=log).returncode == 0
    assert git(log, "status", "--porcelain") == ""
    elsewhere(2)
    review(log)  # what they had decided is kept
    public = read_point(log / "guidance/learning-points" / place.name)
    assert isinstance(public, LearningPoint)
    assert approval_fault(public, load_readers(log)) is None
    assert approval_fault(public, known()) is ApprovalFault.NO_READER


def test_an_ended_reader_keeps_what_stood_and_approves_nothing_more(circle: Run, log: Path) -> None:
    standing = put_point(log, approve(SHARED))
    assert circle("readers", "--admit", public_key(2), cwd=log).returncode == 0
    done = circle("readers", "--end", "reader-exam", cwd=log)
    assert "1 learning point they approved stay" in done.stdout
    assert approval_fault(read(standing), load_readers(log)) is None
    later = put_point(log, approve(replace(SHARED, id="abcdefgh")))
    assert approval_fault(read(later), load_readers(log)) is ApprovalFault.NO_READER
    shown = json.loads(circle("readers", "--json", cwd=log).stdout)
    schema("readers").validate(shown)
    assert [each["until"] is None for each in shown["readers"]] == [False, True]


def test_lists_and_pages_that_an_ended_reader_approved_are_counted_by_their_own_names(circle: Run, log: Path) -> None:
    put_point(log, approve(SHARED))
    assert circle("readers", "--admit", public_key(2), cwd=log).returncode == 0
    (log / "guidance/kit.md").write_text('---\ntitle: "Kit"\ndescription: "Ours."\n---\n# Kit\n', encoding="utf-8")
    read_words(log)
    folder = log / LISTS_FOLDER
    folder.mkdir()
    (folder / "allowed.txt").write_text("Norvale Panel\n", encoding="utf-8")
    approve_list(log, folder / "allowed.txt")
    done = circle("readers", "--end", "reader-exam", cwd=log)
    assert (
        "1 learning point they approved stay. So does what they read of the site's own words: 1. "
        "So does what they read of the lists of the identifier check: 1." in done.stdout
    )
    assert list(unread_lists(log, load_readers(log))) == []
    assert "3 approvals stay" in circle("readers", cwd=log).stdout


@pytest.mark.parametrize("seed", [None, 2])
def test_a_file_written_by_hand_is_published_nowhere(circle: Run, log: Path, seed: int | None) -> None:
    """With its own digest, and with a signature by a key that nobody admitted."""
    admitted(log)
    by_hand = replace(SHARED, approval=Approval(sha256=digest(SHARED), tool="0.1.0", lists="1-abc"))
    path = put_point(log, by_hand if seed is None else approve(SHARED, seed=seed))
    fault = "not-signed" if seed is None else "not-by-a-reader"
    kinds = [each["kind"] for each in json.loads(circle("check", "--json", cwd=log).stdout)["findings"]]
    assert fault in kinds
    assert circle("site", cwd=log).returncode == 65
    built = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=log, capture_output=True, text=True)
    assert built.returncode != 0 and path.name in built.stderr
    assert not (log / "site/learning-points").exists()
    assert circle("tried", "k3f9", "--outcome", "worked", cwd=log).returncode == 65


def test_what_was_approved_unsigned_is_signed_in_one_go_by_whoever_approved_it(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    place = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    review(log, *["1"] * 8)
    public = log / "guidance/learning-points" / place.name
    signed = read(public)
    assert signed.approval
    earlier = Approval(
        sha256=signed.approval.sha256, tool="0.0.9", lists=signed.approval.lists, explained=signed.approval.explained
    )
    public.write_text(render_point(replace(signed, approval=earlier)), encoding="utf-8")
    (log / READERS).unlink()
    git(log, "add", "-A")
    git(log, "commit", "-qm", "As an earlier version left it")
    assert "circle review --sign" in circle("check", cwd=log).stdout
    become(log, "jo")
    assert "lacks a signature" in circle("review", "--sign", cwd=log).stderr
    become(log, "bea")
    proposed = place.read_text(encoding="utf-8")
    place.write_text(proposed.replace("One account.", "Two accounts."), encoding="utf-8")
    assert "lacks a signature" in circle("review", "--sign", cwd=log).stderr  # what they approved says something else
    place.write_text(proposed, encoding="utf-8")
    child = spawn(["review", "--sign", "--plain"], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
    child.expect("Sign them with your key")
    child.send("2\n")
    child.expect("Signed: 1")
    child.close()
    assert read(public) == signed or approval_fault(read(public), load_readers(log)) is None
    assert circle("check", cwd=log).returncode == 0
    assert git(log, "status", "--porcelain") == ""


def read(path: Path) -> LearningPoint:
    found: Any = read_point(path)
    assert isinstance(found, LearningPoint)
    return found
