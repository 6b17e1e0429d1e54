"""Saved, but stopped before git had it: the next command brings it home, and says so."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from making import git, put_session

from circle_cli.log.durable import FileChanged
from circle_cli.log.folder import INTENTS
from circle_cli.log.history.git import Commit
from circle_cli.log.intents import bring_home, intended, left_behind

Circle = Callable[..., subprocess.CompletedProcess[str]]
STOPPED = """
import os, sys
from pathlib import Path
from circle_cli.log.intents import intended
root, path = Path(sys.argv[1]), Path(sys.argv[1]) / sys.argv[2]
with intended(root, [path], "Record session x"):
    if sys.argv[3] == "written":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    os._exit(9)
"""
"""A program that is killed in the middle of a save."""

NAME = "sessions/2026/2026-11-23-k3f9-x.md"


def killed(log: Path, when: str = "written", name: str = NAME) -> None:
    subprocess.run([sys.executable, "-c", STOPPED, str(log), name, when], check=False)


def committed(log: Path) -> str:
    return git(log, "log", "--format=%s", "-1").strip()


def test_what_a_killed_program_had_written_is_committed_and_said(log: Path) -> None:
    killed(log)
    told: list[str] = []
    bring_home(log, told.append)
    assert committed(log) == "Record session x"
    assert told == ["The history now has what an earlier command saved: Record session x."]
    assert left_behind(log) == []
    assert git(log, "status", "--porcelain") == ""  # nor does git see where that was kept


def test_what_two_programs_left_of_the_same_files_is_said_once(log: Path) -> None:
    killed(log)
    killed(log)
    told: list[str] = []
    bring_home(log, told.append)
    assert told == ["The history now has what an earlier command saved: Record session x."]
    assert left_behind(log) == []


def test_what_was_never_written_leaves_nothing(log: Path) -> None:
    killed(log, "not yet")
    told: list[str] = []
    bring_home(log, lambda line: told.append(line))
    assert left_behind(log) == []
    assert git(log, "status", "--porcelain") == ""


def test_a_program_that_is_still_at_work_is_left_alone(log: Path) -> None:
    (log / "a.md").write_text("words")
    with intended(log, [log / "a.md"], "m") as commit:
        bring_home(log, pytest.fail)
        assert committed(log) != "m"
        assert commit() == Commit(done=True)
    assert left_behind(log) == []


def test_what_git_refuses_stays_for_the_next_time(log: Path) -> None:
    killed(log)
    (log / ".git/MERGE_HEAD").write_text("x")
    bring_home(log, pytest.fail)
    assert len(left_behind(log)) == 1
    (log / ".git/MERGE_HEAD").unlink()
    bring_home(log, lambda _: None)
    assert committed(log) == "Record session x"


def test_a_save_that_failed_is_no_intent(log: Path) -> None:
    with pytest.raises(OSError, match="full"), intended(log, [log / "a.md"], "m"):
        raise OSError("full")
    assert left_behind(log) == []


@pytest.mark.parametrize("refused", [FileChanged("changed by somebody else meanwhile"), FileExistsError()])
def test_what_somebody_else_wrote_meanwhile_is_not_committed_for_them(log: Path, refused: Exception) -> None:
    (log / "theirs.md").write_text("their words", encoding="utf-8")
    with pytest.raises(type(refused)), intended(log, [log / "theirs.md"], "Update session x"):
        raise refused
    assert left_behind(log) == []


def test_an_intent_that_came_with_a_copy_of_the_log_commits_nothing(log: Path, tmp_path: Path) -> None:
    killed(log)
    copy = tmp_path / "copy"
    shutil.copytree(log, copy)
    before = committed(copy)
    bring_home(copy, pytest.fail)
    assert committed(copy) == before
    assert [intent.message for intent in left_behind(log)] == ["Record session x"]


@pytest.mark.parametrize(
    "entry",
    [
        "{",
        "[]",
        "7",
        json.dumps({"paths": ["../../etc/passwd"], "message": "m", "folder": 0}),
        json.dumps({"paths": ["/etc/passwd"], "message": "m", "folder": 0}),
        json.dumps({"paths": [7], "message": "m", "folder": 0}),
        json.dumps({"paths": ["a"], "message": 7, "folder": 0}),
        json.dumps({"paths": "a"}),
    ],
)
def test_an_intent_that_somebody_else_wrote_commits_nothing(log: Path, entry: str) -> None:
    (log / INTENTS).mkdir(parents=True)
    here = f'"folder": {(log / INTENTS).stat().st_ino}'
    (log / INTENTS / "1-1.json").write_text(entry.replace('"folder": 0', here))
    bring_home(log, pytest.fail)


@pytest.mark.parametrize("command", [("list",), ("search", "words"), ("check",), ("done", "k3f9", "1")])
def test_every_command_brings_home_first(circle: Circle, log: Path, command: tuple[str, ...]) -> None:
    path = put_session(log, "2026-11-23-k3f9", front="action_points:\n  - {id: 1, what: Ring, done: 2026-11-24}\n")
    killed(log, "not yet", path.relative_to(log).as_posix())
    done = circle(*command, cwd=log)
    assert "The history now has what an earlier command saved" in done.stderr
    assert committed(log) == "Record session x"


def test_done_already_is_not_all_that_is_said_while_git_has_it_not(circle: Circle, log: Path) -> None:
    path = put_session(log, "2026-11-23-k3f9", front="action_points:\n  - {id: 1, what: Ring, done: 2026-11-24}\n")
    killed(log, "not yet", path.relative_to(log).as_posix())
    (log / ".git/MERGE_HEAD").write_text("x")
    done = circle("done", "k3f9", "1", "--require-commit", cwd=log)
    assert done.returncode == 3
    assert "not committed: a merge is not finished here" in done.stderr


def test_check_says_what_git_has_not(circle: Circle, log: Path) -> None:
    put_session(log, "2026-11-23-k3f9", title="Tea with Sam")
    (log / "identifier-check").mkdir()
    (log / "identifier-check/allowed.txt").write_text("")
    done = circle("check", cwd=log)
    assert "Not in git's history" in done.stderr and "sessions/2026/2026-11-23-k3f9*.md" in done.stderr
    assert "identifier-check/" in done.stderr.partition("Not in git's history")[2]
