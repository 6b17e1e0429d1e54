"""When `circle erase` may not begin, or is cut short: nothing is touched, or all is done again."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from erased import OTHER, assert_gone, contents
from making import SESSION_ID, git
from running import Run, run_copied
from terminals import Terminal

from circle_cli.commands.erasing import erase
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.erasing import erasing
from circle_cli.log.erasing.begun import begun, left_undone
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import NAMES_WAITING
from circle_cli.share.release.erased import hashing, parse_erased, terms_in


def refuse_changes(log: Path) -> None:
    (log / "circle.yml").write_text("# changed\n", encoding="utf-8")


def refuse_stash(log: Path) -> None:
    refuse_changes(log)
    git(log, "stash", "-q")


def refuse_rebase(log: Path) -> None:
    (log / ".git" / "rebase-merge").mkdir()


def refuse_detached(log: Path) -> None:
    git(log, "checkout", "-q", "--detach")


def refuse_tree(log: Path) -> None:
    git(log, "worktree", "add", "-q", "-b", "other", str(log.parent / "tree"))


def refuse_bare(log: Path) -> None:
    for path in (log / ".git").iterdir():
        path.rename(log / path.name)
    (log / ".git").rmdir()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (refuse_changes, "circle.yml"),
        (refuse_stash, "git stash pop"),
        (refuse_rebase, "git rebase --continue"),
        (refuse_detached, "no branch"),
        (refuse_tree, "worktree remove"),
        (refuse_bare, "bare"),
    ],
)
def test_in_the_middle_of_something_it_refuses_kindly_and_touches_nothing(
    circle: Run, log: Path, session: Path, prepare: Callable[[Path], None], words: str
) -> None:
    prepare(log)
    before = contents(log)
    done = circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 2
    assert words in done.stderr
    assert contents(log) == before


def test_it_is_confirmed_by_its_whole_id(circle: Run, log: Path, session: Path) -> None:
    for flags, words in (((), f"--confirm {SESSION_ID}"), (("--confirm", "k3f9"), "nothing was erased")):
        done = circle("erase", "k3f9", *flags, cwd=log)
        assert done.returncode == 2
        assert words in done.stderr
    assert session.exists()


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_at_a_terminal_the_id_is_typed(at_terminal: Callable[..., Any], session: Path, flags: tuple[str, ...]) -> None:
    child = at_terminal("erase", "k3f9", *flags)
    child.expect("This erases .The place.*cannot reach.*type its id")
    child.send("yes\r")
    child.expect("That is not 2026-11-23-k3f9")
    child.send(f"\x7f\x7f\x7f{SESSION_ID}\r" if not flags else f"{SESSION_ID}\r")
    child.expect("Erased: ")
    child.expect("delete it:")
    assert not session.exists()


def test_enter_alone_leaves_all_as_it_is(at_terminal: Callable[..., Any], session: Path) -> None:
    child = at_terminal("erase", "k3f9", "--plain")
    child.expect("type its id")
    child.send("\r")
    child.expect("Nothing was erased")
    assert session.exists()


def killed(log: Path, stage: str) -> None:
    """Run it until git is asked for something; there whoever asks is killed."""
    real, shim = shutil.which("git"), log.parent / "bin" / "git"
    shim.parent.mkdir()
    stop = f'case " $* " in *" --literal-pathspecs "*" {stage} "*) kill -9 $PPID; exit 1;; esac'
    shim.write_text(f'#!/bin/sh\n{stop}\nexec {real} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    env = os.environ | {"PATH": f"{shim.parent}:{os.environ['PATH']}"}
    done = run_copied("erase", "k3f9", "--confirm", SESSION_ID, cwd=log, env=env)
    assert done.returncode == -9, done.stderr


@pytest.mark.parametrize("again", [("erase",), ("erase", "k3f9", "--confirm", SESSION_ID)])
@pytest.mark.parametrize("stage", ["bundle", "clone", "update-ref", "read-tree", "reflog", "repack", "prune"])
def test_a_kill_between_the_stages_leaves_the_log_whole_and_the_rest_is_done_again(
    circle: Run,
    log: Path,
    other: Path,
    session: Path,
    own_home: Path,
    stage: str,
    again: tuple[str, ...],
) -> None:
    page = log / f"takeaway-{SESSION_ID}.html"
    page.write_text("For you", encoding="utf-8")
    git(log, "add", page.name)
    git(log, "commit", "-qm", "Keep a page")
    content, before = session.read_bytes(), git(log, "rev-parse", "main")
    killed(log, stage)
    git(log, "fsck")
    assert session.read_bytes() == content
    assert (git(log, "rev-parse", "main") == before) is (stage in ("bundle", "clone", "update-ref"))
    assert "Nothing to do" in other.read_text(encoding="utf-8")
    done = circle(*again, cwd=log)
    backups = [Path(line) for line in done.stdout.splitlines()]
    assert (done.returncode, bool(backups)) == (0, True), done.stderr
    assert "interrupted" in done.stderr
    assert sorted(own_home.rglob("*.bundle")) == backups
    assert_gone(log)
    assert list(own_home.rglob("circle-erasing-*")) == []
    assert "Nothing was left half erased" in circle("erase", cwd=log).stderr


def test_what_a_killed_git_did_half_counts_as_begun(
    circle: Run, log: Path, session: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(top: Store, _: object, after: Mapping[bytes, bytes], *__: object) -> None:
        top.git("update-ref", "refs/heads/main", after[b"refs/heads/main"])
        raise CircleError("git was stopped")

    with monkeypatch.context() as stopped:
        stopped.setattr(erasing, "_swap", half)
        assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 65
    assert session.exists()
    done = circle("erase", cwd=log)
    assert "interrupted" in done.stderr
    assert_gone(log)
    assert list(own_home.rglob("circle-erasing-*")) == []


def test_what_was_interrupted_is_said_and_offered_by_circle_alone(
    terminal: Callable[..., Terminal], log: Path, session: Path, own_home: Path
) -> None:
    killed(log, "repack")
    for name in ("packed-refs.lock", "packed-refs.new", "refs/heads/main.lock"):  # as a git leaves them that is killed
        (log / ".git" / name).touch()
    at = terminal("--plain").until(
        f"Erasing {SESSION_ID} was interrupted", "What would you like", f"1. Finish erasing {SESSION_ID}"
    )
    at.keys("1\n")
    for name in ("packed-refs.lock", "packed-refs.new", "main.lock"):
        at.until(name, "Take the lock away?").keys("1", "\r")
    at.until("Erased: ", "delete it:").end()
    assert not session.exists()
    assert list(own_home.rglob("circle-erasing-*")) == []


def test_where_the_file_has_gone_already_the_rest_is_found_by_the_backup(
    circle: Run, log: Path, other: Path, session: Path
) -> None:
    killed(log, "prune")
    session.unlink()
    (log / "plan.md").write_text("Amira chose the library.", encoding="utf-8")
    done = circle("erase", cwd=log)
    assert done.returncode == 0, done.stderr
    assert f"- {log / 'plan.md'}" in done.stderr


def test_its_people_are_remembered_though_only_the_backup_still_names_them(
    circle: Run, log: Path, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise CircleError("stopped in the middle")

    git(log, "rm", "-q", str(session))
    git(log, "commit", "-qm", "Delete it")
    with monkeypatch.context() as once:
        once.setattr(erase, "still_holding", stopped)
        assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 65
    assert circle("erase", cwd=log).returncode == 0
    [kept] = parse_erased((log / NAMES_WAITING).read_text(encoding="utf-8"), "")
    assert terms_in(["Ask Amira first."], kept, load_lists(None), hashing(kept.salt))


def test_a_kill_before_anything_was_done_leaves_nothing_to_say(circle: Run, log: Path, own_home: Path) -> None:
    nearby = own_home / ".local" / "state" / "circle" / "backups"
    for name, mark in (
        (f"circle-erasing-{SESSION_ID}-a", b""),
        (f"circle-erasing-{SESSION_ID}-b", None),
        ("circle-erasing-c", None),
    ):
        (nearby / name).mkdir(parents=True)
        if mark is not None:
            (nearby / name / "log").write_bytes(mark)
    assert "Nothing was left half erased" in circle("erase", cwd=log).stderr
    assert list(nearby.glob("circle-erasing-*")) == []


def test_one_that_is_under_way_is_not_taken_for_an_interrupted_one(
    circle: Run, log: Path, session: Path, own_home: Path
) -> None:
    nearby = own_home / ".local" / "state" / "circle" / "backups"
    with begun(nearby, log, OTHER) as doing:
        assert left_undone(nearby, log) == ()
        assert circle("erase", "k3f9", "--confirm", SESSION_ID, cwd=log).returncode == 0
        assert doing.folder.is_dir()
    assert list(nearby.glob("circle-erasing-*")) == []
