"""A learning point is revised: the same id, the next wording, read and signed anew; reports stay with their wording."""

import json
from pathlib import Path

import pytest
from decided import decided, public, start_of
from making import put_report, report
from proposing import PARTS, become, propose
from running import Run
from signed import approve_report, known
from terminals import spawn

from circle_cli.points.approval import approval_fault
from circle_cli.points.file import read_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.session.file import read_session
from circle_cli.share.proposal import State, read_proposal
from circle_cli.vocabulary import Share

OTHER = {"title": "Let people choose where to meet"}


@pytest.fixture
def first(log: Path, place: Path) -> Path:
    """What Jo proposed, approved by Bea; gives the public file."""
    decided(place, start_of(place), "bea", State.APPROVED)
    become(log, "jo")
    return public(place)


def point_in(path: Path) -> LearningPoint:
    point = read_point(path)
    assert isinstance(point, LearningPoint)
    return point


def share_of(log: Path, place: Path) -> Share:
    session = read_session(next((log / "sessions").rglob("*.md")))
    return next(each.share for each in session.learning_points if each.point == place.stem)


def test_a_revision_is_proposed_and_the_wording_before_stays_until_it_is_approved(
    circle: Run, log: Path, place: Path, first: Path
) -> None:
    before = first.read_bytes()
    assert propose(circle, log, **OTHER).returncode == 0
    proposal = read_proposal(place)
    assert (proposal.state, proposal.point.revision, proposal.point.id) == (State.PROPOSED, 2, first.stem)
    assert (first.read_bytes(), share_of(log, place)) == (before, Share.PUBLISHED)
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []
    decided(place, start_of(place), "bea", State.APPROVED)
    revised = point_in(first)
    assert (revised.id, revised.revision, revised.title) == (place.stem, 2, OTHER["title"])
    assert revised.approval is not None and approval_fault(revised, known()) is None
    assert share_of(log, place) is Share.PUBLISHED
    assert len(read_proposal(place).readings) == 2
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []


@pytest.mark.parametrize("decision", [State.RETURNED, State.DECLINED])
def test_one_that_is_not_approved_leaves_what_is_there(
    circle: Run, log: Path, place: Path, first: Path, decision: State
) -> None:
    before = first.read_bytes()
    propose(circle, log, **OTHER)
    decided(place, start_of(place), "bea", decision, "More.")
    become(log, "jo")
    assert (first.read_bytes(), share_of(log, place)) == (before, Share.PUBLISHED)
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []
    assert propose(circle, log, title="Let people say where").returncode == 0
    assert read_proposal(place).point.revision == 2


def test_while_one_waits_no_other_is_proposed_and_the_same_words_are_none(
    circle: Run, log: Path, place: Path, first: Path
) -> None:
    done = propose(circle, log)
    assert (done.returncode, "it says the same" in done.stderr) == (2, True)
    assert propose(circle, log, **OTHER).returncode == 0
    done = propose(circle, log, title="And yet another")
    assert (done.returncode, "waiting for a second reader" in done.stderr) == (2, True)
    assert read_proposal(place).point.title == OTHER["title"]


def test_reports_stay_with_the_wording_that_they_speak_of(circle: Run, log: Path, place: Path, first: Path) -> None:
    put_report(log, approve_report(report(first.stem, differed="By telephone.")))
    propose(circle, log, **OTHER)
    decided(place, start_of(place), "bea", State.APPROVED)
    become(log, "kim")
    assert circle("tried", first.stem, "--outcome", "worked", cwd=log).returncode == 0
    put_report(log, approve_report(report(first.stem, id="bcde2345", revision=2)))
    [point] = read_published(first.parent).points
    assert [(trial.revision, trial.differed) for trial in point.tried] == [(1, "By telephone."), (2, None)]


def test_what_a_kill_cut_short_is_named_and_gone_on_with(circle: Run, log: Path, place: Path, first: Path) -> None:
    before = first.read_bytes()
    propose(circle, log, **OTHER)
    start = start_of(place)
    decided(place, start, "bea", State.APPROVED)
    first.write_bytes(before)  # as if it had never come so far
    assert "approved, and its learning point is not there" in circle("check", cwd=log).stdout
    decided(place, start, "bea", State.APPROVED)
    assert point_in(first).revision == 2


def test_a_revision_of_what_was_withdrawn_is_not_approved(circle: Run, log: Path, place: Path, first: Path) -> None:
    propose(circle, log, **OTHER)
    start = start_of(place)
    assert circle("withdraw", place.stem, "--yes", cwd=log).returncode == 0
    with pytest.raises(Exception, match=r"withdrawn|meanwhile|not in this log"):
        decided(place, start, "bea", State.APPROVED)
    assert read_published(first.parent).points == ()


def test_an_erased_session_takes_a_revision_that_nobody_approved_with_it(
    circle: Run, log: Path, place: Path, first: Path
) -> None:
    propose(circle, log, **OTHER)
    done = circle("erase", "abcd", "--confirm", "2026-05-05-abcd", cwd=log)
    assert done.returncode == 0, done.stderr
    assert not place.exists() and first.exists()


def test_at_a_terminal_it_is_offered(log: Path, place: Path, first: Path) -> None:
    child = spawn(["share", "abcd", "--plain"], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
    child.expect("It is published already. Revise it.*Type a number")
    child.send("\r")
    child.expect("Nothing was changed")
    child.close(force=True)
    assert PARTS["title"] in first.read_text(encoding="utf-8")
