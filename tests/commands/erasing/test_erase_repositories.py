"""Repositories of which `circle erase` must take care: those it leaves alone, and those whose numbers go on."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from erased import SENTENCE, TITLE, assert_gone, contents, git_given, holds_any, keep_another
from making import SESSION_ID, git, keep_session
from running import Run

Prepare = Callable[[Path], None]


def a_clone(log: Path, *how: str) -> None:
    """Put a clone in the log's place."""
    there = log.rename(log.with_name("there"))
    git(there, "config", "uploadpack.allowFilter", "true")
    git(log.parent, "clone", "-q", *how, f"file://{there}" if "--shared" not in how else str(there), str(log))


def shallow(log: Path) -> None:
    a_clone(log, "--depth", "2")


def partial(log: Path) -> None:
    a_clone(log, "--filter", "blob:none")


def borrowing(log: Path) -> None:
    a_clone(log, "--shared")


def grafted(log: Path) -> None:
    (log / ".git/info/grafts").write_text(git(log, "rev-parse", "HEAD"), encoding="utf-8")


def precious(log: Path) -> None:
    git(log, "config", "extensions.preciousObjects", "true")


def locked(log: Path) -> None:
    (log / ".git/index.lock").touch()


def damaged(log: Path) -> None:
    name = git(log, "rev-parse", "HEAD~3:circle.yml").strip()
    (log / ".git/objects" / name[:2] / name[2:]).unlink()


REFUSED = (
    (shallow, "fetch --unshallow"),
    (partial, "clone it anew"),
    (borrowing, "repack -a -d"),
    (grafted, "info/grafts"),
    (precious, "--unset extensions.preciousObjects"),
    (locked, "index.lock"),
    (damaged, "git"),
)


@pytest.mark.parametrize(("prepare", "words"), REFUSED, ids=lambda each: getattr(each, "__name__", ""))
def test_where_it_cannot_be_done_it_says_what_to_do_and_changes_nothing(
    circle: Run, log: Path, edited: Path, own_home: Path, prepare: Prepare, words: str
) -> None:
    prepare(log)
    before = contents(log)
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log)
    assert done.returncode in (2, 74)
    assert words in done.stderr
    assert "Erased" not in done.stderr
    assert contents(log) == before
    assert list(own_home.rglob("circle-erasing-*")) == []


def test_what_is_advised_for_borrowed_objects_helps(circle: Run, log: Path, edited: Path) -> None:
    borrowing(log)
    git(log, "repack", "-a", "-d", "-q")
    (log / ".git/objects/info/alternates").unlink()
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)


def test_a_repository_with_longer_numbers(circle: Run, log: Path) -> None:
    for path in sorted((log / ".git").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    git(log, "init", "-q", "--object-format=sha256")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Start")
    keep_another(log)
    before = git(log, "rev-parse", "HEAD")
    keep_session(log, SESSION_ID, TITLE, what_worked=SENTENCE)
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert_gone(log)
    assert git(log, "rev-parse", "HEAD") == before


def test_what_came_before_keeps_its_number_and_its_signature(circle: Run, log: Path) -> None:
    keep_another(log)
    commit = git(log, "cat-file", "commit", "HEAD").replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n\n", 1)
    signed_one = git_given(log, commit, "hash-object", "-t", "commit", "-w", "--stdin")
    git(log, "update-ref", "refs/heads/main", signed_one)
    keep_session(log, SESSION_ID, TITLE, what_worked=SENTENCE)
    after = f"This is after {signed_one}, and after {git(log, 'rev-parse', 'HEAD')}"
    git(log, "commit", "-q", "--allow-empty", "-m", after)
    git(log, "commit", "-q", "--allow-empty", "-m", f"This is after {git(log, 'rev-parse', '--short', 'HEAD')}")
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert git(log, "rev-parse", "HEAD~2").strip() == signed_one
    assert signed_one in git(log, "log", "-1", "--format=%B", "HEAD~1")
    assert git(log, "rev-parse", "--short", "HEAD~1").strip() in git(log, "log", "-1", "--format=%B")


def test_a_log_that_was_copied_whole(circle: Run, log: Path, edited: Path) -> None:
    shutil.copytree(log, log.with_name("copied"), symlinks=True, copy_function=shutil.copyfile)
    copied = log.with_name("copied")
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=copied).returncode == 0
    assert_gone(copied)


def test_files_that_are_left_out_of_the_work_tree_stay_out(circle: Run, log: Path, edited: Path) -> None:
    git(log, "status")  # git leaves out no file that it has not looked at since it was laid down
    git(log, "sparse-checkout", "set", "--no-cone", "/sessions/", "/circle.yml")
    assert not (log / "mkdocs.yml").exists()
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)
    assert not (log / "mkdocs.yml").exists()
    assert "mkdocs.yml" in git(log, "ls-files")


def test_a_log_that_is_a_submodule(circle: Run, log: Path, edited: Path) -> None:
    around = log.parent / "around"
    git(log.parent, "init", "-q", str(around))
    git(around, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(log), "log")
    git(around / "log", "remote", "remove", "origin")
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=around / "log")
    assert done.returncode == 0, done.stderr
    assert "whose submodule it is" in done.stderr
    assert_gone(around / "log")
    held = [path for path in (around / ".git/modules").rglob("*") if path.is_file() and holds_any(path.read_bytes())]
    assert held == []


def test_refs_in_one_table(circle: Run, log: Path) -> None:
    made = subprocess.run(["git", "init", "-q", "--ref-format=reftable", log.parent / "table"], capture_output=True)
    if made.returncode:
        pytest.skip("this git keeps refs in files alone")
    table = log.parent / "table"
    shutil.copytree(log, table, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))
    keep_another(table)
    keep_session(table, SESSION_ID, TITLE, what_worked=SENTENCE)
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=table)
    assert done.returncode == 0, done.stderr
    assert_gone(table)
