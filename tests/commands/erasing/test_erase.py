"""`circle erase`: after it, the session is in no file, in no commit, and in nothing that git keeps beside them."""

import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from erased import FORENAME, OTHER, assert_gone
from making import SESSION_ID, git, keep_session
from running import Run

from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import State


def test_a_session_that_was_renamed_and_edited_is_gone_from_everywhere(
    circle: Run, log: Path, other: Path, session: Path
) -> None:
    content = other.read_bytes()
    git(log, "branch", "side")
    git(log, "tag", "-a", "-m", f"before {SESSION_ID}", "v1")
    moved = session.with_name("visit.md")
    git(log, "mv", str(session), str(moved))
    git(log, "commit", "-qm", "Rename it")
    moved.write_text(moved.read_text(encoding="utf-8") + f"\n{FORENAME} came again.\n", encoding="utf-8")
    git(log, "commit", "-qam", f"Update session {SESSION_ID}")
    git(log, "commit", "-q", "--amend", "-m", f"Update session {SESSION_ID} and think")
    keep_session(log, "2026-11-24-c3de", "Later", what_worked="Still here.")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert_gone(log)
    assert other.read_bytes() == content
    assert git(log, "log", "--format=%s", "main").splitlines() == [
        "Record session 2026-11-24-c3de",
        f"Record session {OTHER}",
        "Start a learning log",
    ]
    assert git(log, "log", "--format=%s", "side").splitlines() == [f"Record session {OTHER}", "Start a learning log"]


def test_a_backup_is_made_first_that_only_its_owner_may_read(
    circle: Run, log: Path, session: Path, tmp_path: Path
) -> None:
    before = git(log, "rev-parse", "HEAD")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    backup = Path(done.stdout.strip())
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not backup.is_relative_to(log)
    assert "Once you are sure that all is well, delete it" in done.stderr
    for place in ("clones", "printed", "sites that were built", "circle withdraw k3f9abcd"):
        assert place in done.stderr
    git(tmp_path, "clone", "-q", str(backup), "restored")
    assert git(tmp_path / "restored", "rev-parse", "HEAD") == before
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_a_path_that_another_session_had_keeps_that_one(circle: Run, log: Path, session: Path) -> None:
    shared = log / "sessions" / "2026" / "visit.md"
    git(log, "mv", str(session), str(shared))
    git(log, "commit", "-qm", "Rename it")
    other = keep_session(log, OTHER, "Another", what_worked="Kept.")
    shutil.copy(other, shared)
    git(log, "rm", "-q", str(other))
    git(log, "commit", "-qam", "Put another in its place")
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)
    assert "Kept." in shared.read_text(encoding="utf-8")
    assert "sessions/2026/visit.md" in git(log, "ls-files")


def test_copies_of_its_file_under_other_names_go_too(circle: Run, log: Path, session: Path) -> None:
    shutil.copy(session, session.with_name("copy.md"))
    git(log, "add", ".")
    git(log, "commit", "-qm", "Copy it")
    shutil.copy(session, session.with_name("another copy.md"))
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)


def test_where_it_was_pushed_is_named_and_remotes_stay(
    circle: Run, log: Path, other: Path, session: Path, tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q", "--bare", "--shared=group", "origin.git")  # as circle sync --with makes it
    git(log, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(log, "remote", "add", "spare", "https://token@example.org/log.git")
    git(log, "push", "-q", "-u", "origin", "main")
    before = git(log, "remote", "-v")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert f"- its copy elsewhere, {tmp_path / 'origin.git'}, which has it" in done.stderr
    told = [line.strip() for line in done.stderr.splitlines() if "git -C" in line]
    assert f"1. At {tmp_path / 'origin.git'} the new history" in done.stderr
    assert "https://example.org/log.git, if it was ever there" in done.stderr and "token" not in done.stderr
    assert "token" not in done.stderr
    assert git(log, "remote", "-v") == before
    assert_gone(log)
    for line in told:
        assert subprocess.run(shlex.split(line), capture_output=True, check=False).returncode == 0, line
    assert len(told) == 2 and "origin" in told[0]
    assert SESSION_ID not in git(tmp_path / "origin.git", "log", "--all", "--format=%B", "--name-only")


def test_what_is_to_be_copied_stands_on_one_line_in_a_narrow_window(
    terminal: Any, log: Path, session: Path, tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    git(log, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(log, "push", "-q", "-u", "origin", "main")
    at = terminal("erase", "k3f9", "--confirm", SESSION_ID, "--plain", size=(24, 40))
    assert at.end() == 0
    lines = [line for line in at.seen.decode().splitlines() if "git -C" in line]
    assert [line.split()[-2:] for line in lines] == [["--all", "origin"], ["--tags", "origin"]]


def test_what_was_never_pushed_leaves_the_rest_as_it_was(circle: Run, log: Path, other: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    git(log, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(log, "push", "-q", "-u", "origin", "main")
    before = git(log, "rev-parse", "HEAD")
    keep_session(log, SESSION_ID, "The place", what_worked=f"{FORENAME} chose.")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert "push --force" not in done.stderr
    assert git(log, "rev-parse", "HEAD") == git(log, "rev-parse", "origin/main") == before


def test_a_log_inside_a_larger_repository(circle: Run, tmp_path: Path) -> None:
    (tmp_path / "work" / "log").mkdir(parents=True)
    git(tmp_path / "work", "init", "-q")
    (tmp_path / "work" / "log" / "sessions").mkdir()
    keep_session(tmp_path / "work" / "log", OTHER, "Another", what_worked="Kept.")
    keep_session(tmp_path / "work" / "log", SESSION_ID, "The place", what_worked=f"{FORENAME} chose.")
    assert circle("erase", "k3f9", "--confirm", SESSION_ID, "--log", "log", cwd=tmp_path / "work").returncode == 0
    assert_gone(tmp_path / "work")


def test_a_session_deleted_earlier_is_found_in_the_history_by_its_whole_id(
    circle: Run, log: Path, session: Path
) -> None:
    git(log, "rm", "-q", str(session))
    git(log, "commit", "-qm", "Delete it")
    assert circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log).returncode == 2
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)
    assert "nor in its history" in circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).stderr


@pytest.mark.parametrize("staged", [False, True])
def test_a_session_that_git_never_had(circle: Run, log: Path, other: Path, staged: bool) -> None:
    path = log / "sessions" / "2026" / f"{SESSION_ID}-x.md"
    path.write_text(f"---\nid: {SESSION_ID}\nbroken: [\n---\n{FORENAME}\n", encoding="utf-8")
    if staged:
        git(log, "add", str(path))
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert_gone(log)


def test_its_drafts_and_what_an_editor_left_go_too(circle: Run, log: Path, session: Path, own_home: Path) -> None:
    drafts = own_home / ".local" / "state" / "circle" / "drafts"
    drafts.mkdir(parents=True)
    left = [drafts / f"{SESSION_ID}.jsonl", drafts / f"{SESSION_ID}.typing", drafts / f"{SESSION_ID}-edit.md"]
    left += [session.with_name(f".{session.name}.swp"), session.with_name(f"{session.name}~")]
    for path in left:
        path.write_text("{}\n", encoding="utf-8")
    stays = drafts / f"{OTHER}.jsonl"
    stays.write_text("{}\n", encoding="utf-8")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert [path for path in (*left, session) if path.exists()] == []
    assert stays.exists()


def test_without_git_the_file_goes(circle: Run, log: Path, session: Path) -> None:
    shutil.rmtree(log / ".git")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert not session.exists()


def test_what_was_proposed_from_it_and_never_approved_goes_with_it(
    circle: Run, log: Path, other: Path, session: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    kept_proposal = proposed(replace(point, title="Approved"), State.APPROVED)
    for number, state in enumerate(("proposed", '"no"')):
        point_id, why = f"abcd234{number + 5}", f"As {FORENAME} said."
        path = proposed(replace(point, id=point_id, parts={**point.parts, "why": why}))
        more = f"  - {{id: {7 + number}, text: x, scope: general, share: {state}, point: {point_id}}}\n---\n\n"
        session.write_text(session.read_text(encoding="utf-8").replace("---\n\n", more, 1), encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace("One account.", "Two."), encoding="utf-8")
        git(log, "commit", "-qam", f"Propose learning point {point_id}")
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert "what was proposed from it and never approved" in done.stderr
    assert_gone(log)
    assert [path.name for path in (log / "proposals").iterdir()] == [kept_proposal.name]
