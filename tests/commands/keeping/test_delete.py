"""`circle delete`: a session goes out of the folder, and no word of it is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import SESSION_ID, git, keep_session

Run = Callable[..., Any]
WORDS = "She chose the library."


@pytest.fixture
def kept(log: Path) -> Path:
    return keep_session(log, SESSION_ID, "The place", what_worked=WORDS)


@pytest.fixture
def delete(circle: Run, log: Path) -> Run:
    return lambda *words, **how: circle("delete", "k3f9", *words, cwd=log, **how)


def test_it_goes_out_of_the_folder_by_a_commit_of_its_own(delete: Run, log: Path, kept: Path) -> None:
    done = delete("--confirm", SESSION_ID)
    assert done.returncode == 0
    assert not kept.exists()
    assert git(log, "show", "--format=%s", "--name-status").split("\n\n") == [
        f"Delete session {SESSION_ID}",
        f"D\t{kept.relative_to(log)}\n",
    ]
    assert WORDS in git(log, "show", f"HEAD^:{kept.relative_to(log)}")
    assert "history keeps it" in done.stderr and f"circle erase {SESSION_ID}" in done.stderr


def test_a_planned_one_is_called_off(delete: Run, log: Path) -> None:
    planned = keep_session(log, SESSION_ID, "The place", "status: planned\n")
    done = delete("--confirm", SESSION_ID)
    assert "Called off: The place" in done.stdout
    assert "is planned" in done.stderr
    assert not planned.exists()
    assert git(log, "log", "-1", "--format=%s") == f"Call off session {SESSION_ID}\n"


@pytest.mark.parametrize("confirm", [(), ("--confirm", "k3f9"), ("--confirm", "2026-11-23-k3f8")])
def test_without_a_terminal_the_whole_id_is_needed(delete: Run, kept: Path, confirm: tuple[str, ...]) -> None:
    done = delete(*confirm)
    assert done.returncode == 2
    assert f"--confirm {SESSION_ID}" in done.stderr or "not its id" in done.stderr
    assert kept.exists()


def test_an_empty_enter_deletes_nothing(terminal: Any, kept: Path) -> None:
    at = terminal("--plain", "delete", "k3f9").until("Delete it?").keys("\r")
    at.until("Nothing was changed.")
    assert at.end() == 0
    assert kept.exists()


@pytest.mark.parametrize(("share", "told"), [("published", "circle withdraw k3f9abcd"), ("proposed", "circle review")])
def test_one_with_something_at_the_door_stays(delete: Run, log: Path, share: str, told: str) -> None:
    point = f'learning_points:\n  - {{id: 1, text: "a", scope: general, share: {share}, point: k3f9abcd}}\n'
    path = keep_session(log, SESSION_ID, "x", point)
    done = delete("--confirm", SESSION_ID)
    assert done.returncode == 2
    assert told in done.stderr
    assert path.exists()


@pytest.mark.parametrize("how", ["without git", "changed by hand", "without git on the computer"])
def test_what_git_does_not_have_is_kept_for_a_month(
    delete: Run, circle: Run, log: Path, kept: Path, drafts: Path, how: str
) -> None:
    kept.write_text(kept.read_text() + "\nBy hand.\n")
    env = {"PATH": "/nowhere"} if how == "without git on the computer" else {}
    if how == "without git":
        shutil.rmtree(log / ".git")
    before = kept.read_bytes()
    done = delete("--confirm", SESSION_ID, env=env)
    assert done.returncode == 0
    assert not kept.exists()
    [copy] = (drafts / "put-away").rglob("*.md")
    assert copy.read_bytes() == before
    assert copy.stat().st_mode & 0o777 == 0o600
    assert f"circle reflect --from {copy}" in done.stderr
    circle("reflect", "--from", str(copy), cwd=log)
    assert "By hand." in next((log / "sessions").rglob("*.md")).read_text()


def test_require_commit_tells_of_one_that_git_could_not_make(delete: Run, log: Path, kept: Path) -> None:
    (log / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\nexit 1\n")
    (log / ".git" / "hooks" / "pre-commit").chmod(0o755)
    assert delete("--confirm", SESSION_ID, "--require-commit").returncode == 3
    assert not kept.exists()


def test_one_that_cannot_be_read_can_be_deleted(delete: Run, log: Path) -> None:
    path = keep_session(log, SESSION_ID, "x", "mode: alone\n")
    assert delete("--confirm", SESSION_ID).returncode == 0
    assert not path.exists()


def test_what_was_deleted_can_still_be_erased(delete: Run, circle: Run, log: Path, kept: Path, drafts: Path) -> None:
    kept.write_text(kept.read_text() + "\nBy hand.\n")
    delete("--confirm", SESSION_ID)
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert not list((drafts / "put-away").rglob("*.md"))


def test_a_deletion_that_git_refused_is_brought_home_by_the_next_command(
    delete: Run, circle: Run, log: Path, kept: Path
) -> None:
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    delete("--confirm", SESSION_ID)
    hook.unlink()
    assert f"Delete session {SESSION_ID}" in circle("undo", "--yes", cwd=log).stderr
    assert WORDS in kept.read_text()
    assert git(log, "status", "--porcelain") == ""
