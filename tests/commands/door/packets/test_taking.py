"""What came back from a reader without the log is taken once all of it is checked again."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pexpect
import pytest
from making import admitted, git, hold_key
from packed import answer, decision_on, signed
from proposing import JO, become, sign_anew
from running import Run
from signed import public_key
from terminals import spawn

from circle_cli.points.approval import approval_fault
from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.packets.decision import decided_by, parse_decision, render_decision
from circle_cli.share.packets.packet import parse_packet
from circle_cli.share.proposal import State, read_proposal
from circle_cli.signing.readers import load_readers
from circle_cli.signing.signatures import fingerprint
from circle_cli.vocabulary import CastCheck, ReviewKind


def test_a_log_of_ones_own_has_a_second_reader_by_mail(
    circle: Run, log: Path, place: Path, packet: Path, at_the_readers: Callable[..., str], monkeypatch: Any
) -> None:
    authors = {name: os.environ[name] for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    told = at_the_readers(packet, *["1"] * 8)
    assert "the people of this story were not checked here" in told and "Nor is its day told here." in told
    assert fingerprint(public_key(1)) in told
    back = packet.with_name("walk.decision.md")
    assert decided_by(parse_decision(back.read_bytes(), "x")) == public_key(1)
    begun = packet.with_name(".walk.decision.md.tmp-99999999-0")
    begun.write_bytes(back.read_bytes())  # as a kill leaves it, right after the file had its name
    assert "is there already" in at_the_readers(packet, status=2)
    assert not begun.exists()
    for name, folder in authors.items():
        monkeypatch.setenv(name, folder)
    asked = circle("take", str(back), cwd=log)
    assert asked.returncode == 2
    assert fingerprint(public_key(1)) in asked.stderr and "circle readers --admit" in asked.stderr
    assert circle("readers", "--admit", public_key(1), cwd=log).returncode == 0
    done = circle("take", str(packet), cwd=log)  # whichever of the two files is named
    assert done.returncode == 0, done.stderr
    point = read_point(log / "guidance/learning-points" / place.name)
    assert isinstance(point, LearningPoint) and point.approval
    assert approval_fault(point, load_readers(log)) is None
    assert (point.approval.cast, point.approval.review) == (CastCheck.STATED, ReviewKind.SECOND)
    assert git(log, "status", "--porcelain") == ""
    assert circle("check", cwd=log).returncode == 0
    assert "it is decided already" in circle("take", str(back), cwd=log).stderr


def test_somebody_who_answers_the_question_with_yes_admits_the_reader(log: Path, place: Path, packet: Path) -> None:
    back = answer(packet)
    child = spawn(["take", "--plain", str(back)], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
    child.expect("Type a number")
    assert fingerprint(public_key(1)) in child.before
    child.send("2\n")
    child.expect("It is approved")
    child.expect(pexpect.EOF)
    assert (log / "guidance/learning-points" / place.name).exists()
    assert [each.key for each in load_readers(log).current] == [public_key(1)]


@pytest.mark.parametrize("decision", [State.RETURNED, State.DECLINED])
def test_what_comes_back_with_a_comment_is_kept_with_the_proposal(
    circle: Run, log: Path, place: Path, packet: Path, decision: State
) -> None:
    back = answer(packet, decision)
    assert circle("take", str(back), cwd=log).returncode == 2
    admitted(log)
    done = circle("take", str(back), cwd=log)
    assert done.returncode == 0, done.stderr
    assert "Say it more generally." in done.stdout
    proposal = read_proposal(place)
    assert (proposal.state, proposal.readings[-1].comment) == (decision, "Say it more generally.")
    assert not (log / "guidance/learning-points" / place.name).exists()


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "the author's own address": ({"by": "Jo+home@Example.org"}, "whoever wrote it cannot approve it"),
    "the author's own key": ({"seed": JO}, "whoever wrote it cannot approve it"),
    "another key's name": ({"by": fingerprint(public_key(2))}, "names another key"),
    "a question that is not answered with no": ({"answer": "unsure"}, "no approval that circle would have made"),
    "an approval of one reader alone": ({"review": ReviewKind.SINGLE}, "no approval that circle would have made"),
    "a cast that nobody there could check": ({"cast": CastCheck.CHECKED}, "no approval that circle would have made"),
    "another digest": ({"sha256": "0" * 64}, "no approval that circle would have made"),
    "words that nobody explained": ({"explained": ()}, "could not be published here"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_does_not_hold_is_not_taken(circle: Run, log: Path, place: Path, packet: Path, what: str) -> None:
    how, said = REFUSED[what]
    admitted(log)
    if how.get("seed") == JO:
        assert circle("readers", "--admit", public_key(JO), cwd=log).returncode in (0, 2)
    done = circle("take", str(answer(packet, **how)), cwd=log)
    assert done.returncode != 0
    assert said in done.stderr
    assert read_proposal(place).state is State.PROPOSED
    assert not (log / "guidance/learning-points" / place.name).exists()


def test_an_approval_by_another_key_than_the_decision_is_not_taken(
    circle: Run, log: Path, place: Path, packet: Path
) -> None:
    admitted(log)
    found = parse_packet(packet.read_bytes(), "x")
    mixed = signed(replace(decision_on(found), approval=decision_on(found, seed=2).approval))
    back = packet.with_name("walk.decision.md")
    back.write_text(render_decision(mixed), encoding="utf-8")
    assert "no approval that circle would have made" in circle("take", str(back), cwd=log).stderr
    back.write_text(back.read_text(encoding="utf-8").replace("bea@example.org", "sam@example.org"), encoding="utf-8")
    assert "its signature does not fit" in circle("take", str(back), cwd=log).stderr


@pytest.mark.parametrize("what", ["text", "statement", "cast", "gone", "session"])
def test_what_changed_in_the_log_meanwhile_is_not_approved(
    circle: Run, log: Path, place: Path, walk: Path, packet: Path, what: str
) -> None:
    admitted(log)
    back, text, session = answer(packet), place.read_text(encoding="utf-8"), walk.read_text(encoding="utf-8")
    if what == "text":
        place.write_text(text.replace("One account.", "Two accounts."), encoding="utf-8")
        sign_anew(place)
    elif what == "statement":
        place.write_text(text.replace("an author", "a method"), encoding="utf-8")
    elif what == "cast":
        walk.write_text(session.replace("cast:\n", 'cast:\n  - {name: "Zyxwv"}\n'), encoding="utf-8")
    elif what == "gone":
        place.unlink()
    else:
        walk.unlink()
    done = circle("take", str(back), cwd=log)
    assert done.returncode in (2, 65), done.stderr
    assert not (log / "guidance/learning-points" / place.name).exists()


def test_an_ended_reader_counts_for_nothing_more(circle: Run, log: Path, place: Path, packet: Path) -> None:
    become(log, "bea")
    admitted(log)
    assert circle("readers", "--end", "reader-exam", cwd=log).returncode == 0
    git(log, "config", "user.email", "jo@example.org")
    hold_key(JO)
    done = circle("take", str(answer(packet)), cwd=log)
    assert done.returncode == 2
    assert "was ended as a reader's here" in done.stderr


def test_a_decision_taken_twice_at_once_or_cut_short_counts_once(
    circle: Run, log: Path, place: Path, packet: Path
) -> None:
    admitted(log)
    back = answer(packet)
    assert circle("take", str(back), cwd=log).returncode == 0
    public = log / "guidance/learning-points" / place.name
    whole = public.read_bytes()
    public.unlink()  # as when a kill comes right after the first step
    assert circle("take", str(back), cwd=log).returncode == 0
    assert public.read_bytes() == whole
    assert len(read_proposal(place).readings) == 1
