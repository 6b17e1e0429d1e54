"""A log in the middle of something, or within another repository: what is unfinished stays as it is."""

import subprocess
from pathlib import Path

import pytest
from committed import DONE, Git, assert_saved_only, put_file

from circle_cli.log.history.foreign import would_run
from circle_cli.log.history.git import commit
from circle_cli.log.history.repository import find_repository
from circle_cli.log.start import init


def conflict(log: Path, git: Git) -> None:
    """Two branches that disagree on circle.yml; main is checked out."""
    git(log, "switch", "-q", "-c", "other")
    put_file(log, "circle.yml", "theirs: 1\n")
    git(log, "commit", "-qam", "theirs")
    git(log, "switch", "-q", "main")
    put_file(log, "circle.yml", "ours: 1\n")
    git(log, "commit", "-qam", "ours")


@pytest.mark.parametrize(
    ("command", "finish"),
    [
        (["merge", "other"], "git merge --continue"),
        (["rebase", "other"], "git rebase --continue"),
        (["rebase", "--apply", "other"], "git rebase --continue"),
        (["cherry-pick", "other"], "git cherry-pick --continue"),
        (["revert", "HEAD~1"], "git revert --continue"),
        (["bisect", "start", "HEAD", "HEAD~1"], "git bisect reset"),
        (["bisect", "start"], "git bisect reset"),
    ],
)
def test_what_is_unfinished_stays_as_it_is(log: Path, git: Git, command: list[str], finish: str) -> None:
    conflict(log, git)
    if command[0] == "revert":
        put_file(log, "circle.yml", "again: 1\n")
        git(log, "commit", "-qam", "again")
    subprocess.run(["git", "-C", str(log), *command], capture_output=True)
    before = git(log, "status", "--porcelain", "--", "circle.yml")
    said = commit(log, [put_file(log)], "m")
    assert_saved_only(log, git, said, "not finished", finish)
    assert git(log, "status", "--porcelain", "--", "circle.yml") == before


def test_patches_half_applied_stay_as_they_are(log: Path, git: Git) -> None:
    conflict(log, git)
    patch = git(log, "format-patch", "--stdout", "-1", "other")
    subprocess.run(["git", "-C", str(log), "am"], input=patch, text=True, capture_output=True)
    assert_saved_only(log, git, commit(log, [put_file(log)], "m"), "git am --continue")


def test_a_conflict_elsewhere_stays_one(log: Path, git: Git) -> None:
    conflict(log, git)
    put_file(log, "circle.yml", "stashed: 1\n")
    git(log, "stash", "-q")
    git(log, "reset", "-q", "--hard", "other")
    subprocess.run(["git", "-C", str(log), "stash", "pop"], capture_output=True)
    assert commit(log, [put_file(log)], "m") == DONE
    assert git(log, "status", "--porcelain") == "UU circle.yml\n"


def test_no_commit_is_made_that_no_branch_holds(log: Path, git: Git) -> None:
    git(log, "checkout", "-q", "--detach")
    assert_saved_only(log, git, commit(log, [put_file(log)], "m"), "detached HEAD", "git switch")


def test_an_ignored_file_is_not_forced_in(log: Path, git: Git) -> None:
    (log / ".gitignore").write_text("sessions/\n")
    said = commit(log, [put_file(log), put_file(log, "other.md")], "m")
    assert not said.done
    assert ".gitignore" in said.reason
    assert git(log, "status", "--porcelain") == "?? .gitignore\n?? other.md\n"


def test_a_folder_outside_the_sparse_checkout_is_said(log: Path, git: Git) -> None:
    git(log, "sparse-checkout", "set", "guidance")
    said = commit(log, [put_file(log)], "m")
    assert_saved_only(log, git, said, "sparse", "git sparse-checkout add sessions/2026")


def test_in_a_worktree_the_commit_goes_to_its_branch(log: Path, git: Git) -> None:
    tree = log.parent / "tree"
    git(log, "worktree", "add", "-q", "-b", "side", str(tree))
    assert commit(tree, [put_file(tree)], "m") == DONE
    assert git(log, "log", "--format=%s", "-1", "side") == "m\n"
    git(tree, "checkout", "-q", "--detach")
    assert "detached" in commit(tree, [put_file(tree, text="2")], "m").reason


def test_in_a_submodule_the_commit_goes_to_the_submodule(log: Path, git: Git) -> None:
    inner = log.parent / "inner"
    git(log.parent, "init", "-q", str(inner))
    git(inner, "commit", "-q", "--allow-empty", "-m", "inner")
    git(log, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sessions")
    git(log, "commit", "-q", "-m", "submodule")
    assert (repository := find_repository(log / "sessions")) is not None
    assert would_run(repository) == ()  # though it says where its work tree is
    assert commit(log, [put_file(log)], "m") == DONE
    assert git(log / "sessions", "log", "--format=%s", "-1") == "m\n"
    assert git(log, "log", "--format=%s", "-1") == "submodule\n"
    assert "different" in commit(log, [put_file(log), put_file(log, "b.md")], "m").reason


def test_init_leaves_a_repository_that_is_there(log: Path, git: Git) -> None:
    before = git(log, "rev-parse", "HEAD")
    assert init(log) == DONE
    assert git(log, "rev-parse", "HEAD") == before


def test_a_log_inside_another_repository_gets_one_of_its_own(log: Path, git: Git) -> None:
    (log / "team").mkdir()
    assert init(log / "team") == DONE
    assert commit(log / "team", [put_file(log / "team")], "m") == DONE
    assert "m" not in git(log, "log", "--format=%s").splitlines()


def test_init_says_why_not(tmp_path: Path, git: Git) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in init(tmp_path / "file").reason


@pytest.mark.parametrize("how", ["new", "empty", "changed", "gone"])
def test_git_killed_before_its_last_step_is_brought_up_to_date(log: Path, git: Git, how: str) -> None:
    path = put_file(log, text="before\n")
    if how in ("changed", "gone"):
        assert commit(log, [path], "before") == DONE
    before = (log / ".git" / "index").read_bytes()
    if how == "gone":
        path.unlink()
    else:
        put_file(log, text="" if how == "empty" else "after\n")
    assert commit(log, [path], "after") == DONE
    (log / ".git" / "index").write_bytes(before)  # as a kill between the new commit and the new index leaves it
    assert git(log, "status", "--porcelain") != ""
    assert commit(log, [path], "after") == DONE
    assert git(log, "status", "--porcelain") == ""
    assert git(log, "log", "-1", "--format=%s") == "after\n"


def test_a_lock_that_a_git_left_after_its_commit_is_named(log: Path) -> None:
    path = put_file(log)
    assert commit(log, [path], "m") == DONE
    left = log / ".git" / "HEAD.lock"
    left.write_bytes(b"")
    assert commit(log, [path], "m").lock == left
    left.unlink()
    assert commit(log, [path], "m") == DONE


def test_a_second_index_that_a_killed_git_left_goes_once_no_git_has_the_lock(log: Path) -> None:
    left, lock = log / ".git" / "next-index-123.lock", log / ".git" / "index.lock"
    left.touch()
    lock.touch()
    assert commit(log, [put_file(log)], "m").lock == lock
    assert left.exists()
    lock.unlink()
    assert commit(log, [put_file(log)], "m") == DONE
    assert not left.exists()
