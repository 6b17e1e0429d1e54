"""A revision goes the same way: sent in a packet, read without the log, taken in the place of the wording before."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from decided import decided, public, start_of
from making import put_report, report
from packed import answer
from proposing import PARTS, become
from running import Run
from signed import approve_report, public_key

from circle_cli.points.approval import approval_fault
from circle_cli.points.file import read_point, render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.session.file import read_session
from circle_cli.share.packets.packet import parse_packet
from circle_cli.share.proposal import State, read_proposal
from circle_cli.signing.readers import load_readers
from circle_cli.vocabulary import CastCheck, Share

OTHER = PARTS | {"title": "Let people choose where to meet"}
HOMES = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture
def first(log: Path, place: Path) -> Path:
    """What Jo proposed, approved by Bea; gives the public file."""
    decided(place, start_of(place), "bea", State.APPROVED)
    become(log, "jo")
    return public(place)


@pytest.fixture
def packet(circle: Run, log: Path, first: Path, tmp_path: Path) -> Path:
    """The revision that Jo sends to a reader who has not got the log."""
    path = tmp_path / "mail" / "walk.md"
    path.parent.mkdir()
    done = circle("share", "abcd", "--from", "-", "--packet", str(path), cwd=log, stdin=json.dumps(OTHER))
    assert done.returncode == 0, done.stderr
    return path


def wording_in(path: Path) -> LearningPoint:
    point = read_point(path)
    assert isinstance(point, LearningPoint)
    return point


def test_a_revision_is_sent_read_elsewhere_and_takes_the_place_of_the_wording_before(
    circle: Run, log: Path, place: Path, first: Path, packet: Path, at_the_readers: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    put_report(log, approve_report(report(place.stem)))
    before, authors = first.read_bytes(), {name: os.environ[name] for name in HOMES}
    assert parse_packet(packet.read_bytes(), "x").point.revision == 2
    told = at_the_readers(packet, *["1"] * 8)
    assert "Wording 2 of what others can read already; approved, it takes the place of that one." in told
    for name, folder in authors.items():
        monkeypatch.setenv(name, folder)
    assert first.read_bytes() == before
    done = circle("take", str(packet), cwd=log)
    assert done.returncode == 0, done.stderr
    revised = wording_in(first)
    assert (revised.revision, revised.title) == (2, OTHER["title"])
    assert revised.approval and revised.approval.cast is CastCheck.STATED
    assert approval_fault(revised, load_readers(log)) is None
    [point] = read_published(first.parent).points
    assert [each.revision for each in point.tried] == [1]
    [learnt, _] = read_session(next((log / "sessions").rglob("*.md"))).learning_points
    assert (learnt.share, read_proposal(place).state) == (Share.PUBLISHED, State.APPROVED)
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []
    assert "it is decided already" in circle("take", str(packet), cwd=log).stderr


@pytest.mark.parametrize("decision", [State.RETURNED, State.DECLINED])
def test_one_that_comes_back_with_a_comment_leaves_the_wording_that_is_there(
    circle: Run, log: Path, place: Path, first: Path, packet: Path, decision: State
) -> None:
    before = first.read_bytes()
    done = circle("take", str(answer(packet, decision)), cwd=log)
    assert done.returncode == 0, done.stderr
    assert (first.read_bytes(), read_proposal(place).state) == (before, decision)
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []


def test_what_was_decided_on_the_wording_before_is_not_taken_for_this_one(
    circle: Run, log: Path, place: Path, first: Path, packet: Path
) -> None:
    earlier = packet.with_name("earlier.md")
    point = replace(read_proposal(place).point, revision=1)
    text = packet.read_text(encoding="utf-8").replace("revision: 2\n", "")
    earlier.write_text(text, encoding="utf-8")
    assert parse_packet(earlier.read_bytes(), "x").point == point
    done = circle("take", str(answer(earlier)), cwd=log)
    assert (done.returncode, "its text was changed since it was sent" in done.stderr) == (2, True)
    assert wording_in(first).revision == 1


def test_the_authors_own_decision_on_a_revision_is_not_taken(circle: Run, log: Path, first: Path, packet: Path) -> None:
    done = circle("take", str(answer(packet, by="jo+x@example.org")), cwd=log)
    assert done.returncode == 2 and "whoever wrote it cannot approve it" in done.stderr
    assert wording_in(first).revision == 1 and public_key(1) in {each.key for each in load_readers(log).current}


def test_what_a_kill_cut_short_is_taken_once_more(
    circle: Run, log: Path, place: Path, first: Path, packet: Path
) -> None:
    before = first.read_bytes()
    back = answer(packet)
    assert circle("take", str(back), cwd=log).returncode == 0
    first.write_bytes(before)  # the proposal says approved, and the public file is not there yet
    assert circle("check", cwd=log).returncode == 1
    done = circle("take", str(back), cwd=log)
    assert done.returncode == 0, done.stderr
    assert wording_in(first).revision == 2 and first.read_text(encoding="utf-8") == render_point(wording_in(first))
