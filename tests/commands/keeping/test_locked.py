"""A lock that a dead git left: said, and taken away when somebody says so."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import git, put_session

FRONT = "action_points:\n  - {id: 1, what: Ring the school}\n"


@pytest.mark.parametrize("flags", [(), ("--plain",)])
@pytest.mark.parametrize("name", ["index.lock", "refs/heads/main.lock"])
def test_a_lock_that_was_left_is_taken_away_when_somebody_says_so(
    terminal: Any, log: Path, flags: tuple[str, ...], name: str
) -> None:
    put_session(log, front=FRONT)
    lock = log / ".git" / name
    lock.touch()
    os.utime(lock, (lock.stat().st_mtime - 7200,) * 2)
    at = terminal("done", "k3f9", "1", *flags).until("Done: Ring the school", name, "2 hours", "Take the lock away?")
    at.keys("1", "\r").until("Committed to the log's own history now.")
    assert at.end() == 0
    assert not lock.exists()
    assert git(log, "log", "-1", "--format=%s") == "Update session 2026-11-23-k3f9\n"


@pytest.mark.parametrize("reply", ["\r", "2\r", "\x03", "\x04"])
def test_without_a_yes_it_stays_and_nothing_is_lost(terminal: Any, log: Path, reply: str) -> None:
    put_session(log, front=FRONT)
    lock = log / ".git" / "HEAD.lock"
    lock.touch()
    at = terminal("done", "k3f9", "1", "--plain").until("Take the lock away?").keys(reply)
    at.until("Saved, but not committed", "HEAD.lock", "the next time you use it")
    assert at.end() == 0
    assert lock.exists()


def test_without_a_terminal_the_lock_is_named(circle: Callable[..., Any], log: Path) -> None:
    put_session(log, front=FRONT)
    lock = log / ".git" / "index.lock"
    lock.touch()
    done = circle("done", "k3f9", "1", "--require-commit", cwd=log)
    assert done.returncode == 3
    assert str(lock) in done.stderr and "circle, at a terminal, offers to take it away" in done.stderr
    lock.unlink()
    assert "The history now has what an earlier command saved" in circle("list", cwd=log).stderr
