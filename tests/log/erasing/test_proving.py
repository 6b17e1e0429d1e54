"""The proof that a history written anew is the old one otherwise: it has to fail where that is not so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from making import SESSION_ID, git, keep_session

from circle_cli.errors import CircleError
from circle_cli.log.erasing.anew.proving import prove
from circle_cli.log.erasing.anew.rewriting import Anew, write_anew
from circle_cli.log.erasing.finding.traces import find_traces
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Store, clone

Spoil = Callable[[bytes], bytes]
LATER = "2026-11-24-c3de"
WORDS = Words(phrases=(SESSION_ID.encode(),))


@pytest.fixture
def copy(log: Path) -> Store:
    """A copy of a log, from a bundle alone; a session is between two others."""
    keep_session(log, "2026-11-20-b2cd", "Another", what_worked="Kept.")
    keep_session(log, SESSION_ID, "The place", what_worked="Amira chose the library.")
    keep_session(log, LATER, "Later", what_worked="Still here.")
    git(log, "commit", "-q", "--allow-empty", "-m", f"Think of {SESSION_ID}")
    git(log, "bundle", "create", "-q", str(log.parent / "all.bundle"), "--all")
    return clone(log.parent / "all.bundle", log.parent / "copy")


def written(copy: Store) -> Anew:
    return write_anew(copy, copy.refs(), find_traces(copy, SESSION_ID), WORDS)


def proved(copy: Store, anew: Anew) -> None:
    prove(copy, copy.refs(), anew, find_traces(copy, SESSION_ID), WORDS)


def test_what_is_written_anew_is_the_same_otherwise(copy: Store) -> None:
    anew = written(copy)
    proved(copy, anew)
    assert len(anew.gone) == 1
    assert len(copy.git("rev-list", anew.refs[b"refs/heads/main"].decode()).split()) == 4


def spoilt(copy: Store, anew: Anew, how: Spoil) -> Anew:
    """Give the history with its last commit written in another way."""
    last = anew.refs[b"refs/heads/main"]
    made = copy.git(
        "hash-object", "-t", "commit", "-w", "--stdin", given=how(copy.git("cat-file", "commit", last))
    ).strip()
    commits = {old: made if new == last else new for old, new in anew.commits.items()}
    return replace(anew, refs={ref: made for ref in anew.refs}, commits=commits)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (lambda commit: commit.replace(b"Think of", b"Talk of"), "message"),
        (lambda commit: commit.replace(b"author Jo", b"author Bo"), "another"),
        (lambda commit: commit.replace(b"committer Jo", b"committer Bo"), "another"),
        (lambda commit: commit.replace(b"\n\n", b"\nencoding latin-1\n\n", 1), "another"),
    ],
)
def test_a_commit_that_says_something_else_is_found(copy: Store, how: Spoil, words: str) -> None:
    with pytest.raises(CircleError, match=words) as raised:
        proved(copy, spoilt(copy, written(copy), how))
    assert "nothing was changed" in str(raised.value)


def test_a_file_that_is_missing_or_different_is_found(copy: Store) -> None:
    anew = written(copy)
    empty = copy.git("hash-object", "-t", "tree", "-w", "--stdin", given=b"").strip()
    blob = copy.git("hash-object", "-w", "--stdin", given=b"x").strip()
    other = copy.git("mktree", given=b"100644 blob " + blob + b"\tcircle.yml\n").strip()
    for tree in (empty, other):
        with pytest.raises(CircleError, match=r"files differ"):
            proved(copy, spoilt(copy, anew, lambda commit, tree=tree: b"tree " + tree + commit[45:]))  # type: ignore[misc]  # mypy knows no default there


def test_a_branch_that_leads_elsewhere_is_found(copy: Store) -> None:
    anew = written(copy)
    before = copy.git("rev-parse", anew.refs[b"refs/heads/main"].decode() + "~1").strip()
    with pytest.raises(CircleError, match="commits are missing"):
        proved(copy, replace(anew, refs={b"refs/heads/main": before}))


def test_a_session_that_was_left_in_is_no_proof_but_is_found_by_its_traces(copy: Store) -> None:
    same = Anew(refs=copy.refs(), commits={}, gone=frozenset())
    proved(copy, same)
    assert find_traces(copy, SESSION_ID, (), WORDS).any
