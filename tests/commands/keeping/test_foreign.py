"""A log that came from elsewhere brings settings by which git runs programs: asked about, and run by nothing before."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import git, keep_session

from circle_cli.log.history import foreign
from circle_cli.log.start import start_log

Circle = Callable[..., Any]
FRONT = "action_points:\n  - {id: 1, what: Ring the school}\n  - {id: 2, what: Write}\n"


@pytest.fixture
def came(tmp_path: Path, own_home: Path) -> Path:
    """A log that Sam began, as a folder that was copied."""
    start_log(tmp_path / "log")
    keep_session(tmp_path / "log", "2026-11-23-k3f9", "Tea", FRONT)
    git(tmp_path / "log", "commit", "-q", "--allow-empty", "-m", "x")
    (own_home / ".gitconfig").write_text("[user]\n\tname = Bea\n\temail = bea@example.org\n")
    shutil.copytree(tmp_path / "log", tmp_path / "came")
    return tmp_path / "came"


def evil(came: Path, tmp_path: Path) -> Path:
    """A program that must not run; it leaves a file if it does."""
    path = tmp_path / "evil"
    path.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n[ -t 0 ] || cat\n")
    path.chmod(0o755)
    return path


def by_hook(came: Path, tmp_path: Path) -> None:
    (came / ".git" / "hooks").mkdir(exist_ok=True)
    shutil.copy(evil(came, tmp_path), came / ".git" / "hooks" / "pre-commit")


def by_filter(came: Path, tmp_path: Path) -> None:
    git(came, "config", "filter.x.clean", str(evil(came, tmp_path)))
    (came / ".gitattributes").write_text("*.md filter=x\n")


def by_included(came: Path, tmp_path: Path) -> None:
    (came / "more").write_text(f"[core]\n\tfsmonitor = {evil(came, tmp_path)}\n")
    git(came, "config", "include.path", str(came / "more"))


def setting(key: str) -> Callable[[Path, Path], None]:
    return lambda came, tmp_path: git(came, "config", key, str(evil(came, tmp_path))) and None


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "pre-commit": by_hook,
    "filter.x.clean": by_filter,
    "core.fsmonitor": by_included,
    **{
        key: setting(key)
        for key in ("core.hookspath", "gpg.program", "core.sshcommand", "credential.helper", "remote.x.receivepack")
    },
}


@pytest.mark.parametrize("what", WAYS)
def test_without_a_terminal_nothing_of_it_runs_and_it_is_named(
    circle: Circle, came: Path, tmp_path: Path, what: str
) -> None:
    WAYS[what](came, tmp_path)
    (tmp_path / "ran").unlink(missing_ok=True)
    done = circle("done", "k3f9", "1", "--require-commit", cwd=came)
    assert done.returncode == 3
    assert what in done.stderr and "circle, at a terminal, asks whether they may" in done.stderr
    assert "done: " in next((came / "sessions").rglob("*.md")).read_text()
    for command in ("list", "show k3f9", "search Tea", "actions", "check"):
        circle(*command.split(), cwd=came)
    assert not (tmp_path / "ran").exists()


def test_what_somebody_agreed_to_is_asked_once_and_anew_when_it_changes(
    terminal: Any, came: Path, tmp_path: Path, circle: Circle
) -> None:
    by_hook(came, tmp_path)
    at = terminal("done", "k3f9", "1", "--plain", cwd=str(came))
    at.until("settings have git run other programs", "the hook pre-commit", "May they run?").keys("1\r")
    at.until("Committed to the log's own history now.")
    assert at.end() == 0
    assert (tmp_path / "ran").exists()
    assert circle("done", "k3f9", "2", "--require-commit", cwd=came).returncode == 0
    (came / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\nexit 0\n")
    again = circle("done", "k3f9", "2", "--note", "Wrote", "--require-commit", cwd=came)
    assert again.returncode == 3


def test_whoever_does_not_agree_has_it_saved_and_nothing_run(terminal: Any, came: Path, tmp_path: Path) -> None:
    by_hook(came, tmp_path)
    at = terminal("done", "k3f9", "1", "--plain", cwd=str(came)).until("May they run?").keys("\r")
    at.until("Saved, but not committed")
    assert at.end() == 0
    assert not (tmp_path / "ran").exists()


@pytest.fixture
def begun(circle: Circle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log that Jo began with `circle init`, and put a hook into, at a time when that is noted."""
    monkeypatch.setattr(foreign, "_NOTED_SINCE", 0)
    circle("init", str(tmp_path / "mine"), cwd=tmp_path)
    keep_session(tmp_path / "mine", "2026-11-23-k3f9", "Tea", FRONT)
    by_hook(tmp_path / "mine", tmp_path)
    return tmp_path / "mine"


def is_own(circle: Circle, log: Path) -> bool:
    return circle("done", "k3f9", "1", "--note", os.urandom(4).hex(), "--require-commit", cwd=log).returncode == 0


def test_hooks_in_a_log_that_one_began_oneself_are_ones_own(circle: Circle, begun: Path, tmp_path: Path) -> None:
    assert is_own(circle, begun)
    assert (tmp_path / "ran").exists()


def test_and_still_are_when_something_was_erased(circle: Circle, begun: Path) -> None:
    keep_session(begun, "2026-11-22-abcd", "Gone")
    assert circle("erase", "abcd", "--confirm", "2026-11-22-abcd", cwd=begun).returncode == 0
    assert is_own(circle, begun)


def test_what_came_back_from_somebody_else_is_asked_about_though_it_says_the_same_of_who_began_it(
    circle: Circle, begun: Path, tmp_path: Path
) -> None:
    shutil.copytree(begun, tmp_path / "theirs", copy_function=shutil.copy2)
    assert not is_own(circle, tmp_path / "theirs")
    shutil.rmtree(begun)
    shutil.copytree(tmp_path / "theirs", begun, copy_function=shutil.copy2)
    assert not is_own(circle, begun)


def test_init_in_a_repository_that_was_there_takes_nothing_of_it_for_ones_own(
    circle: Circle, came: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign, "_NOTED_SINCE", 0)
    by_hook(came, tmp_path)
    (came / "circle.yml").unlink()
    said = circle("init", str(came), cwd=tmp_path).stderr
    assert "Git does not keep its history yet" in said
    assert not is_own(circle, came)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("now", "own"), [("then", True), ("copied later", False), ("by somebody else", False)])
def test_a_log_from_before_that_was_noted_is_known_by_its_times(
    circle: Circle, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: str, own: bool
) -> None:
    monkeypatch.setattr(foreign, "_NOTED_SINCE", sys.maxsize)
    by_hook(log, tmp_path)
    keep_session(log, "2026-11-23-k3f9", "Tea", FRONT)
    began = (log / ".git" / "description").stat().st_ctime - (3600 if now == "copied later" else 1)
    who = "Jo <jo@example.org>" if now != "by somebody else" else "Bea <bea@example.org>"
    (log / ".git" / "logs" / "HEAD").write_text(f"{'0' * 40} {'1' * 40} {who} {began:.0f} +0000\tcommit (initial): x\n")
    assert is_own(circle, log) is own


def test_a_plain_clone_is_asked_nothing(circle: Circle, came: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(came), "clone")
    assert circle("done", "k3f9", "1", "--require-commit", cwd=tmp_path / "clone").returncode == 0
