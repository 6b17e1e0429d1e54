"""A git that is in the middle of a hook is never killed: it may hold other people's words out of the way."""

import os
import signal
import subprocess
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from committed import DONE, OURS

from circle_cli.log.durable import replace
from circle_cli.log.history.git import Commit
from circle_cli.log.history.git import commit as commit_as
from circle_cli.log.intents import intended
from circle_cli.system import running

commit = partial(commit_as, trust=OURS)
STASH = """
mv {log}/other.md {log}/stash
trap 'mv {log}/stash {log}/other.md; exit 1' INT
touch {log}/at-it
n=0
while [ $n -lt 300 ]; do sleep 0.1; n=$((n+1)); done
mv {log}/stash {log}/other.md
"""
"""What pre-commit does: changes that are not to be committed go away meanwhile, and come back at the end."""


@pytest.fixture
def saved(log: Path) -> Path:
    path = log / "sessions/2026/a.md"
    path.parent.mkdir(parents=True)
    path.write_text("ours\n")
    (log / "other.md").write_text("theirs\n")
    return path


def hook(log: Path, name: str, script: str) -> None:
    path = log / ".git/hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + script.format(log=log))
    path.chmod(0o755)


def press_ctrl_c_when_it_is_at_it(log: Path) -> None:
    """Send this process what a terminal sends it, once the hook has begun."""

    def wait() -> None:
        while not (log / "at-it").exists():
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=wait, daemon=True).start()


def test_a_hook_takes_as_long_as_it_takes_and_somebody_is_told_once(
    log: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_SLOW", 0.1)
    hook(log, "pre-commit", "sleep 1")
    told: list[str] = []
    assert commit(log, [saved], "m", told.append) == DONE
    (line,) = told
    assert line.startswith("It is saved, and git is still at it")


def test_a_quick_commit_is_not_spoken_of(log: Path, saved: Path) -> None:
    told: list[str] = []
    assert commit(log, [saved], "m", told.append) == DONE
    assert told == []


def test_ctrl_c_goes_on_to_the_hook_which_brings_back_what_others_typed(log: Path, saved: Path) -> None:
    hook(log, "pre-commit", STASH)
    press_ctrl_c_when_it_is_at_it(log)
    with pytest.raises(KeyboardInterrupt):
        commit(log, [saved], "m")
    assert (log / "other.md").read_text() == "theirs\n"
    assert saved.read_text() == "ours\n"
    assert not (log / ".git/index.lock").exists()


def test_ctrl_c_in_the_moment_in_which_git_begins_leaves_no_git_behind(
    log: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook(log, "pre-commit", STASH)
    started = subprocess.Popen

    def start(command: list[object], **how: object) -> subprocess.Popen[bytes]:
        child = started(command, **how)  # type: ignore[call-overload]  # as it was called
        if "commit" in command:
            os.kill(os.getpid(), signal.SIGINT)
        return child  # type: ignore[no-any-return]

    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(KeyboardInterrupt):
        commit(log, [saved], "m")
    assert (log / "other.md").read_text() == "theirs\n"
    assert saved.read_text() == "ours\n"
    assert not (log / ".git/index.lock").exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interrupt_leaves_the_index_as_it_was(log: Path, git: object, saved: Path) -> None:
    hook(log, "pre-commit", "touch {log}/at-it; exec sleep 61.7")
    press_ctrl_c_when_it_is_at_it(log)
    with pytest.raises(KeyboardInterrupt):
        commit(log, [saved], "m")
    (log / "at-it").unlink()
    assert git(log, "status", "--porcelain", "-uall").split() == ["??", "other.md", "??", "sessions/2026/a.md"]  # type: ignore[operator]  # the fixture of conftest


@pytest.mark.parametrize(
    "script",
    [
        "rm {log}/sessions/2026/a.md; exit 1",
        "rm -r {log}/sessions; exit 1",
        "echo other > {log}/sessions/2026/a.md; exit 1",
        "rm {log}/sessions/2026/a.md",
    ],
)
def test_a_file_that_a_hook_took_away_or_changed_holds_what_was_saved(log: Path, saved: Path, script: str) -> None:
    hook(log, "pre-commit", script)
    commit(log, [saved], "m")
    assert saved.read_text() == "ours\n"


def test_a_commit_that_a_later_hook_fails_is_a_commit_all_the_same(log: Path, saved: Path) -> None:
    hook(log, "post-commit", "sleep 0.2; exit 1")
    assert commit(log, [saved], "m") == DONE


def test_what_somebody_else_saves_during_a_commit_is_theirs_and_stays(log: Path, saved: Path) -> None:
    hook(
        log, "pre-commit", "[ -e {log}/go ] && exit 0; touch {log}/at-it; while [ ! -e {log}/go ]; do sleep 0.02; done"
    )
    done: list[Commit] = []

    def first() -> None:
        with intended(log, [saved], "first", trust=OURS) as commit_it:
            done.append(commit_it())

    person = threading.Thread(target=first)
    person.start()
    while not (log / "at-it").exists():
        person.join(0.02)
    with intended(log, [saved], "second", trust=OURS) as commit_it:
        replace(saved, b"ours\nand more\n", b"ours\n")
        (log / "go").touch()
        person.join()
        assert saved.read_text() == "ours\nand more\n"
        assert commit_it() == DONE
    assert done == [DONE]
    assert saved.read_text() == "ours\nand more\n"
    assert not list((log / ".circle" / "intents").iterdir())
