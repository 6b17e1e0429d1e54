"""The lock that is in the way is the one that is named; a live git's is never taken away."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from committed import DONE, Git, put_file

from circle_cli.log.history import git as history
from circle_cli.log.history.git import commit
from circle_cli.log.history.in_the_way import Owner, find_lock, take_away
from circle_cli.log.history.refused import lock_in
from circle_cli.log.history.whose import introduce

LOCKS = ("index.lock", "HEAD.lock", "refs/heads/main.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_that_is_in_the_way_is_named_and_can_be_taken_away(
    log: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_TRIES", 1)
    path = log / ".git" / name
    path.touch()
    said = commit(log, [put_file(log)], "m")
    assert (said.done, said.lock) == (False, path)
    assert str(path) in said.reason
    assert "rm " not in said.fix
    lock = find_lock(path, log)
    assert lock and lock.owner is Owner.GONE
    assert take_away(lock, log)
    assert commit(log, [put_file(log)], "m") == DONE


@pytest.mark.parametrize(("age", "owner"), [(60, Owner.UNKNOWN), (3600, Owner.GONE)])
def test_of_a_lock_on_a_shared_disk_only_its_age_tells_by_the_clock_of_that_disk(
    log: Path, age: int, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = log / ".git" / "refs" / "heads" / "main.lock"
    path.touch()
    os.utime(path, (time.time() - age,) * 2)
    monkeypatch.setattr(time, "time", lambda: 4e9)  # this computer's clock is in 2096
    lock = find_lock(path, log, shared=True)
    assert lock and lock.owner is owner
    assert take_away(lock, log, shared=True) is (owner is Owner.GONE)


def test_the_lock_of_the_settings_is_named(log: Path) -> None:
    path = log / ".git" / "config.lock"
    path.touch()
    assert lock_in(introduce(log, "Sam", ""), log) == path


@pytest.mark.parametrize("name", ["packed-refs.lock", "shallow.lock", "refs/heads/a b.lock"])
def test_every_kind_of_lock_that_git_names_is_understood(log: Path, name: str) -> None:
    words = f"error: could not delete references: Unable to create '{log}/.git/{name}': File exists.\n\nAnother git"
    assert lock_in(words, log) == log / ".git" / name


def test_a_git_at_work_keeps_its_lock(log: Path, git: Git) -> None:
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {log}/at-it\nread line < {log}/go-on\n")
    hook.chmod(0o755)
    os.mkfifo(log / "go-on")
    child = subprocess.Popen(["git", "-C", str(log), "commit", "-q", "--allow-empty", "-m", "slow"])
    while not (log / "at-it").exists():
        time.sleep(0.01)
    path = log / ".git" / "index.lock"
    path.touch()
    lock = find_lock(path, log)
    assert lock and lock.owner is Owner.AT_WORK
    assert not take_away(lock, log)
    (log / "go-on").write_text("\n")
    child.wait()
    assert path.exists()


def test_another_lock_of_the_same_name_is_not_taken_away(log: Path) -> None:
    path = log / ".git" / "index.lock"
    path.touch()
    lock = find_lock(path, log)
    path.unlink()
    (log / "other").touch()
    path.write_text("new")
    os.utime(path, (1, 1))
    assert lock and not take_away(lock, log)
    assert path.exists()


def test_where_nobody_can_tell_only_an_old_lock_was_left(log: Path, tmp_path: Path) -> None:
    path = log / ".git" / "index.lock"
    path.touch()
    nowhere = tmp_path / "nowhere"
    made = path.stat().st_mtime
    for later, owner in ((5, Owner.UNKNOWN), (3600, Owner.GONE)):
        lock = find_lock(path, log, processes=nowhere, now=made + later)
        assert lock and lock.owner is owner
        assert lock.age(made + later) == ("1 hour" if later == 3600 else "less than a minute")
