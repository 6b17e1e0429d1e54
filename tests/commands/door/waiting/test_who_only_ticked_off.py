"""Whoever wrote or changed the account of a session is its author; whoever recorded what became of it is not."""

from pathlib import Path

import pytest
from decided import decided, public, start_of
from making import git
from proposing import become
from running import Run

from circle_cli.commands.door.own import Own, why_own
from circle_cli.log.folder import Log
from circle_cli.session.alike import same_account
from circle_cli.share.proposal import State, read_proposal

ACTIONS = 'cast:\n  - {name: "Robin Vale"'
WITH_ACTIONS = 'action_points:\n  - {id: 1, what: "Ask again.", who: "Sam"}\n  - {id: 2, what: "Write it down."}\n'


@pytest.fixture
def with_actions(log: Path, walk: Path) -> Path:
    """The session that Jo recorded, with two things to do; and committed."""
    become(log, "jo")
    text = walk.read_text(encoding="utf-8").replace(ACTIONS, WITH_ACTIONS + ACTIONS)
    walk.write_text(text, encoding="utf-8")
    git(log, "commit", "-qam", "What is to be done")
    return walk


def why(log: Path, place: Path, who: str) -> Own | None:
    return why_own(Log(root=log), read_proposal(place), f"{who}@example.org", ())


def test_whoever_only_ticked_off_an_action_reads_and_approves(
    circle: Run, log: Path, place: Path, with_actions: Path
) -> None:
    become(log, "bea")
    for words in (("1", "--note", "They said yes."), ("2",), ("1", "--not")):
        done = circle("done", "abcd", *words, cwd=log)
        assert done.returncode == 0, done.stderr
    assert git(log, "log", "-1", "--format=%ae", "--", "sessions").strip() == "bea@example.org"
    assert why(log, place, "bea") is None
    decided(place, start_of(place), "bea", State.APPROVED)
    assert public(place).exists()


@pytest.mark.parametrize(
    ("old", "new", "own"),
    [
        ("title: The walk with Robin", "title: The walk", Own.RECORDED),
        ('what: "Ask again."', 'what: "Ask Robin again."', Own.RECORDED),
        ('who: "Sam"', 'who: "Kim"', Own.RECORDED),
        ("Canaryword", "Otherword", Own.RECORDED),
        ("Let Robin choose where", "Let people choose where", Own.RECORDED),
        ("scope: specific", "scope: general", Own.RECORDED),
        ('{name: "Larkspur Road"}', '{name: "Larkspur Lane"}', Own.RECORDED),
        ("setting: children", "setting: children\nours: 1", Own.RECORDED),
        ("setting: children", "setting: [", Own.RECORDED),  # what cannot be read may say anything
        ('who: "Sam"}', 'who: "Sam", done: 2026-11-20, note: "Robin came."}', None),
        ("setting: children", "setting:   children   # as it was", None),
        ("---\n\n", "---\n\n\n", None),
    ],
)
def test_it_goes_by_what_a_commit_changed_and_not_by_what_it_says(
    log: Path, place: Path, with_actions: Path, old: str, new: str, own: Own | None
) -> None:
    text = with_actions.read_text(encoding="utf-8")
    assert old in text
    with_actions.write_text(text.replace(old, new, 1), encoding="utf-8")
    git(log, "-c", "user.email=kim@example.org", "commit", "-qam", f"Record the reading of learning point {place.stem}")
    with_actions.write_text(text, encoding="utf-8")
    if new.endswith("["):  # put right by somebody else, who is as little known to have changed nothing
        git(log, "-c", "user.email=ade@example.org", "commit", "-qam", "Put right")
        assert why(log, place, "ade") is Own.RECORDED
    assert why(log, place, "kim") is own


def test_two_contents_are_compared_for_what_they_tell(with_actions: Path) -> None:
    content = with_actions.read_bytes()
    ticked = content.replace(b'what: "Ask again."', b'what: "Ask again.", done: 2026-11-20')
    assert same_account(content, ticked, "x") and same_account(content, content.replace(b"\n", b"\r\n"), "x")
    assert not same_account(None, content, "x") and not same_account(content, None, "x")
    assert not same_account(content, b"nonsense", "x")
