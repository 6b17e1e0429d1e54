import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from committed import DONE, OURS, Git, assert_saved_only, put_file

from circle_cli.log.history.git import Commit
from circle_cli.log.history.git import commit as commit_as
from circle_cli.log.start import init

commit = partial(commit_as, trust=OURS)


def hook(log: Path, name: str, script: str) -> None:
    path = log / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o755)


def test_a_saved_file_is_committed_alone(log: Path, git: Git) -> None:
    assert commit(log, [put_file(log)], "Record a session") == DONE
    assert git(log, "show", "--name-status", "--format=%s") == "Record a session\n\nA\tsessions/2026/a.md\n"
    assert git(log, "status", "--porcelain") == ""


def test_a_first_commit_needs_no_history(tmp_path: Path, git: Git) -> None:
    assert init(tmp_path / "log") == DONE
    assert commit(tmp_path / "log", [put_file(tmp_path / "log")], "first") == DONE
    assert git(tmp_path / "log", "branch", "--show-current") == "main\n"


def test_what_else_is_staged_stays_staged(log: Path, git: Git) -> None:
    put_file(log, "circle.yml", "mine: staged\n")
    put_file(log, "other.md", "staged\n")
    git(log, "add", "circle.yml", "other.md")
    put_file(log, "other.md", "not staged\n")
    before = git(log, "diff", "--cached")
    assert commit(log, [put_file(log)], "m") == DONE
    assert git(log, "diff", "--cached") == before
    assert git(log, "status", "--porcelain") == "M  circle.yml\nAM other.md\n"


@pytest.mark.parametrize("refused", [False, True])
def test_an_edited_file_is_committed_as_it_is_on_disk_or_left_as_it_was_staged(
    log: Path, git: Git, refused: bool
) -> None:
    path = put_file(log)
    commit(log, [path], "m")
    put_file(log, text="staged\n")
    git(log, "add", "sessions")
    put_file(log, text="on disk\n")
    if refused:
        hook(log, "pre-commit", "exit 1")
    assert commit(log, [path], "edit").done is not refused
    assert git(log, "status", "--porcelain") == ("MM sessions/2026/a.md\n" if refused else "")
    assert git(log, "show", ":sessions/2026/a.md") == ("staged\n" if refused else "on disk\n")


def test_nothing_new_to_commit_is_done(log: Path, git: Git) -> None:
    path = put_file(log)
    assert commit(log, [path], "m") == commit(log, [path], "again") == DONE
    assert git(log, "log", "--format=%s", "-1") == "m\n"


def test_no_paths_are_done(log: Path) -> None:
    assert commit(log, [], "m") == DONE


def test_removals_are_committed_and_names_that_git_never_knew_do_not_matter(log: Path, git: Git) -> None:
    old, new = put_file(log, "old.md"), put_file(log, "new.md")
    commit(log, [old], "m")
    old.unlink()
    assert commit(log, [old, new, log / "never.md"], "move") == DONE
    assert git(log, "ls-files") == "circle.yml\nnew.md\n"
    assert commit(log, [log / "never.md"], "nothing") == DONE


@pytest.mark.parametrize(
    "name", ["with space.md", "new\nline.md", "-x", ":(top)x", "*.md", "é.md", os.fsdecode(b"\xff.md")]
)
def test_any_name_is_a_name(log: Path, git: Git, name: str) -> None:
    put_file(log, "bystander.md")
    assert commit(log, [put_file(log, name)], "m") == DONE
    assert git(log, "status", "--porcelain") == "?? bystander.md\n"


@pytest.mark.parametrize("message", ["-x", "# title", "é\n\nbody", "nul\0", "\ud800"])
def test_any_message_is_a_message(log: Path, message: str) -> None:
    assert commit(log, [put_file(log)], message) == DONE


def test_relative_paths_are_in_the_log_and_links_are_followed(log: Path, tmp_path: Path) -> None:
    put_file(log)
    (tmp_path / "link").symlink_to("log")
    assert commit(tmp_path / "link", [Path("sessions/2026/a.md")], "m") == DONE


def test_without_git_it_says_so(log: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> None:
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", "/nowhere")
    said = commit(log, [put_file(log)], "m")
    assert not init(log.parent / "new").done
    monkeypatch.setenv("PATH", path)
    assert_saved_only(log, git, said, "git was not found", "install git")


def test_outside_a_repository_it_points_to_init(tmp_path: Path) -> None:
    said = commit(tmp_path, [put_file(tmp_path)], "m")
    assert said == Commit(done=False, reason="this folder is not in a git repository", fix="circle init")


@pytest.mark.parametrize("kind", ["itself", "by its setting"])
def test_a_bare_repository_is_said(tmp_path: Path, git: Git, kind: str) -> None:
    git(tmp_path, "init", "-q", *(["--bare"] if kind == "itself" else []))
    git(tmp_path, "config", "core.bare", "true")
    assert "bare" in commit(tmp_path, [put_file(tmp_path)], "m").reason
    assert init(tmp_path).done is (kind != "itself")


def test_without_an_identity_it_says_who_asks_for_one(log: Path, git: Git, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    said = commit(log, [put_file(log)], "m")
    assert_saved_only(log, git, said, "has no name for you yet", "circle, at a terminal, asks", "GIT_AUTHOR_NAME")


def test_a_lock_is_waited_for_and_never_removed(log: Path, git: Git) -> None:
    lock = log / ".git" / "index.lock"
    lock.touch()
    start = time.monotonic()
    said = commit(log, [put_file(log)], "m")
    assert time.monotonic() - start >= 0.5
    assert lock.exists()
    lock.unlink()
    assert_saved_only(log, git, said, "another git is at work", str(lock))


def test_a_lock_that_goes_away_is_no_trouble(log: Path) -> None:
    lock = log / ".git" / "index.lock"
    lock.touch()
    subprocess.Popen(["sh", "-c", 'sleep 0.2; rm "$0"', str(lock)])
    assert commit(log, [put_file(log)], "m") == DONE


def test_a_hook_that_refuses_is_heard_to_its_last_lines(log: Path, git: Git) -> None:
    hook(log, "pre-commit", "for n in $(seq 20); do echo line-$n.; done; printf '\\377 tabs found' >&2; exit 1")
    said = commit(log, [put_file(log)], "m")
    assert_saved_only(log, git, said, "line-12.", "line-20.", "\N{REPLACEMENT CHARACTER} tabs found")
    assert "line-11." not in said.reason


def test_what_a_hook_leaves_running_is_not_waited_for(log: Path) -> None:
    hook(log, "post-commit", "sleep 3 & exit 0")
    start = time.monotonic()
    assert commit(log, [put_file(log)], "m") == DONE
    assert time.monotonic() - start < 2


def test_a_signature_that_cannot_be_made_is_said(log: Path, git: Git) -> None:
    git(log, "config", "commit.gpgsign", "true")
    git(log, "config", "gpg.program", "false")
    assert_saved_only(log, git, commit(log, [put_file(log)], "m"), "sign", "git config commit.gpgsign false")


def test_variables_of_another_git_are_not_heard(log: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    other = log.parent / "other"
    git(log.parent, "init", "-q", str(other))
    for name, value in {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / "index",
        "GIT_CONFIG_PARAMETERS": "'user.name='",
    }.items():
        monkeypatch.setenv(name, str(value))
    assert commit(log, [put_file(log)], "m") == DONE
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.delenv(name)
    assert git(log, "log", "--format=%s", "-1") == "m\n"
    assert not (other / "index").exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give a folder away")
def test_dubious_ownership_is_passed_on_with_its_fix(log: Path, git: Git) -> None:
    put_file(log)
    shutil.chown(log, 65534)
    shutil.chown(log / ".git", 65534)
    said = commit(log, [put_file(log)], "m")
    shutil.chown(log, 0)
    shutil.chown(log / ".git", 0)
    assert_saved_only(log, git, said, "dubious ownership", f"git config --global --add safe.directory {log}")


def test_many_commits_at_once_are_all_made(log: Path, git: Git) -> None:
    script = (
        "import sys; from pathlib import Path; from circle_cli.log.history.git import commit; p = Path(sys.argv[1]);"
    )
    script += "p.write_text(p.name); said = commit(p.parent, [p], p.name); sys.exit(said.reason or 0)"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}

    def one(number: int) -> str:
        python = [sys.executable, "-S", "-c", script, str(log / f"{number}.md")]
        return subprocess.run(python, env=environment, capture_output=True, text=True, check=False).stderr

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(one, range(20))) == {""}
    assert git(log, "status", "--porcelain") == ""
    assert len(git(log, "log", "--format=%s").splitlines()) == 21


def test_a_save_costs_two_runs_of_git_and_none_of_its_housekeeping(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    popen = subprocess.Popen

    def count(command: list[str], **options: object) -> object:
        commands.append(command)
        return popen(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", count)
    assert commit(log, [put_file(log)], "m") == DONE
    assert len(commands) == 2
    assert all("maintenance.auto=false" in command for command in commands)
