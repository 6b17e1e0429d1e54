"""Who commits: whoever was named in any of git's ways, and never somebody whom git makes up."""

import json
import os
from pathlib import Path

import pytest
from committed import DONE, Git, put_file

from circle_cli.log.history.git import commit
from circle_cli.log.history.whose import identity, introduce


@pytest.fixture
def nobody(log: Path, home: Path) -> Path:
    """A log where git knows nobody."""
    (home / ".gitconfig").unlink()
    return log


def author(log: Path, git: Git) -> str:
    return git(log, "log", "-1", "--format=%an <%ae> %cn <%ce>").strip()


SAM = {"NAME": "Sam Example", "EMAIL": "sam@example.org"}
WAYS = {
    "both": {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in SAM.items()},
    "the author alone": {f"GIT_AUTHOR_{what}": value for what, value in SAM.items()},
    "the committer alone": {f"GIT_COMMITTER_{what}": value for what, value in SAM.items()},
    "one by one": {
        "GIT_CONFIG_COUNT": "2",
        **{"GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Sam Example"},
        **{"GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "sam@example.org"},
    },
    "the usual variable": {"EMAIL": "sam@example.org", "GIT_AUTHOR_NAME": "Sam Example"},
}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_the_environment_names_commits(
    nobody: Path, git: Git, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    for key, value in WAYS[way].items():
        monkeypatch.setenv(key, value)
    assert identity(nobody) == "sam@example.org"
    assert commit(nobody, [put_file(nobody)], "m") == DONE
    assert author(nobody, git) == "Sam Example <sam@example.org> Sam Example <sam@example.org>"


def test_settings_in_a_file_of_ones_own_are_heard(
    nobody: Path, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_text("[user]\n\tname = Sam Example\n\temail = sam@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "mine"))
    assert identity(nobody) == "sam@example.org"
    assert commit(nobody, [put_file(nobody)], "m") == DONE
    assert author(nobody, git).startswith("Sam Example <sam@example.org>")


def test_nothing_else_that_the_environment_says_of_git_runs_or_redirects_anything(
    log: Path, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran, hooks = tmp_path / "ran", tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text(f"#!/bin/sh\ntouch {ran}\n")
    (hooks / "pre-commit").chmod(0o755)
    given = (("core.hooksPath", hooks), ("core.fsmonitor", hooks / "pre-commit"), ("user.name", "Sam"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(given)))
    for number, (key, value) in enumerate(given):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", str(value))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(hooks / "pre-commit"))
    assert commit(log, [put_file(log)], "m") == DONE
    assert not ran.exists()
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    assert author(log, git).startswith("Sam <jo@example.org>")


def test_a_name_that_git_makes_up_is_nobody(nobody: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    said = commit(nobody, [put_file(nobody)], "m")
    assert said.nameless
    assert identity(nobody) is None
    assert "git config" not in said.fix


def test_nobody_is_a_name_that_commits_and_no_reader(nobody: Path, git: Git) -> None:
    assert introduce(nobody, "", "") == ""
    assert commit(nobody, [put_file(nobody)], "m") == DONE
    assert author(nobody, git).startswith("Somebody <nobody@circle.invalid>")
    assert identity(nobody) is None


@pytest.mark.parametrize("count", ["-1", "x", "", "9" * 30, "²"])
def test_settings_that_are_none_are_passed_over(log: Path, monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", count)
    assert commit(log, [put_file(log)], "m") == DONE


def test_what_git_makes_for_us_is_private_whatever_else_is_open(log: Path) -> None:
    before = os.umask(0o022)
    try:
        assert commit(log, [put_file(log)], "m") == DONE
    finally:
        os.umask(before)
    made = [path for path in (log / ".git" / "objects").rglob("*") if path.is_file() and path.stat().st_mode & 0o044]
    newest = max(path.stat().st_mtime for path in (log / ".git" / "objects").rglob("*") if path.is_file())
    assert not [json.dumps(str(path)) for path in made if path.stat().st_mtime == newest]
