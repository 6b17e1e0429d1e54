"""A reader without the log: what waits comes to them, what they decide goes back, and no session leaves the log."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from copied import lay_down
from making import git, hold_key, put_session
from proposing import JO, PARTS, SESSION
from signed import public_key

from circle_cli.commands.door.packets.reading import decision_beside, made
from circle_cli.commands.door.signing import own_keys
from circle_cli.commands.edge import Asked
from circle_cli.commands.for_readers.giving import give
from circle_cli.log.folder import Log
from circle_cli.points.file import read_point
from circle_cli.share.packets.decision import render_decision
from circle_cli.share.packets.packet import parse_packet
from circle_cli.share.proposal import INTRUDER, Reading, State, read_proposal
from circle_cli.vocabulary import CastCheck

PRIVATE = (b"Robin", b"Larkspur", b"Canaryword", b"2026-05-05", b"abcd-the-walk", b"jo@example.org", b"sessions")


class Place:
    """A team's log over a bare repository, and a reader's copy of what waits in it."""

    def __init__(self, folder: Path, circle: Any) -> None:
        self.there, self.jo, self.bea, self.circle = folder / "there.git", folder / "jo", folder / "bea", circle

    def sync(self, log: Path) -> Any:
        hold_key(JO if log == self.jo else 1)
        done = self.circle("--log", str(log), "sync")
        assert done.returncode == 0, done.stderr
        return done

    def join(self, address: Path | None = None) -> Any:
        return self.circle("join", "--reader", str(address or self.there), str(self.bea))

    def packet(self) -> Path:
        (path,) = (path for path in (self.bea / "to-read").glob("*.md") if "decision" not in path.name)
        return path

    def decide(self, decision: State) -> None:
        """Decide as Bea, in her copy; what she is asked is tried with packets."""
        hold_key(1)
        safe = "no" if decision is State.APPROVED else "unsure"
        comment = None if decision is State.APPROVED else "Say it more simply."
        answers = tuple((key, safe) for key in INTRUDER)
        reading = Reading(
            by="bea@example.org", on=date(2026, 11, 26), decision=decision, answers=answers, comment=comment
        )
        packet = parse_packet(self.packet().read_bytes(), "")
        text = render_decision(made(packet, reading, own_keys()[0]))
        decision_beside(self.packet()).write_text(text)


@pytest.fixture
def place(tmp_path: Path, circle: Any, log: Path) -> Place:
    """Jo has proposed something, and her log is elsewhere too."""
    place = Place(tmp_path, circle)
    log.rename(place.jo)
    (place.jo / "circle.yml").write_text("kind: team\n")
    put_session(place.jo, "2026-05-05-abcd", "The walk with Robin").write_text(SESSION)
    git(place.jo, "add", ".")
    git(place.jo, "commit", "-qm", "A log")
    git(tmp_path, "init", "-q", "--bare", "--template=", "--initial-branch=main", str(place.there))
    git(place.jo, "remote", "add", "origin", str(place.there))
    hold_key(JO)
    done = circle("share", "abcd", "--from", "-", cwd=place.jo, stdin=json.dumps(PARTS))
    assert done.returncode == 0, done.stderr
    return place


def objects(repository: Path) -> bytes:
    """Give all that git keeps there, whether anything leads to it or not, and all else of its folder as it stands."""
    every = git(repository, "cat-file", "--batch", "--batch-all-objects")
    loose = b"".join(path.read_bytes() for path in repository.rglob("*") if path.is_file() and "logs" not in path.parts)
    return every.encode("utf-8", "replace") + loose


def test_a_text_goes_to_a_reader_without_the_log_and_the_decision_comes_back(place: Place) -> None:
    told = place.sync(place.jo)
    assert "Left for readers elsewhere: 1 text to read." in told.stdout
    assert "Your team reads it in this log. Whoever is to read it without:\ncircle join --reader" in told.stderr
    assert f"circle join --reader {place.there}" in told.stderr and "for-readers: ADDRESS" in told.stderr
    joined = place.join()
    assert (joined.returncode, joined.stdout) == (0, f"{place.bea}\n"), joined.stderr
    assert "1 text to read, and no session" in joined.stderr
    assert PARTS["title"] in place.packet().read_text()
    place.circle("--log", str(place.jo), "readers", "--admit", public_key())
    place.decide(State.APPROVED)
    assert "Sent: 1 decision." in place.sync(place.bea).stdout
    with pytest.MonkeyPatch.context() as patch:  # killed between the decision and what it makes public
        patch.setattr("circle_cli.commands.door.approve._publish", lambda *_: sys.exit(9))
        place.circle("--log", str(place.jo), "sync")
    assert "approved" in place.sync(place.jo).stdout
    (point,) = (place.jo / "guidance" / "learning-points").glob("*.md")
    approval = read_point(point).approval  # type: ignore[union-attr]  # it is one
    assert approval and approval.cast is CastCheck.STATED
    assert git(place.jo, "status", "--porcelain") == ""
    assert git(place.there, "rev-parse", "main") == git(place.jo, "rev-parse", "HEAD")
    place.sync(place.bea)
    assert not [*(place.bea / "to-read").glob("*.md")]
    assert [each for each in PRIVATE if each in objects(place.bea)] == []


def test_no_object_of_a_reader_s_copy_tells_of_a_session(place: Place) -> None:
    place.sync(place.jo)
    place.join()
    held = objects(place.bea)
    assert [each for each in PRIVATE if each in held] == []
    assert b"Zyxwv" in held  # what waits is there
    assert git(place.bea, "config", "remote.origin.fetch").strip().endswith("/for-readers")
    git(place.bea, "fetch", "-q", "--all")
    assert [each for each in PRIVATE if each in objects(place.bea)] == []


def test_it_goes_to_an_address_of_its_own_where_one_is_named(place: Place, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "--template=", str(tmp_path / "room.git"))
    with (place.jo / "circle.yml").open("a") as settings:
        settings.write("for-readers: ../room.git\n")
    told = place.sync(place.jo)
    assert "No session is at that address" in told.stderr, told.stderr
    assert [each for each in PRIVATE if each in objects(tmp_path / "room.git")] == []
    assert "for-readers" not in git(place.there, "branch", "-a")
    assert place.join(tmp_path / "room.git").returncode == 0
    place.decide(State.RETURNED)
    place.circle("--log", str(place.jo), "readers", "--admit", public_key())
    place.sync(place.bea)
    assert "Say it more simply." in place.sync(place.jo).stdout
    (proposal,) = (place.jo / "proposals").glob("*.md")
    assert read_proposal(proposal).state is State.RETURNED
    done = place.circle(
        "share", "abcd", "--from", "-", cwd=place.jo, stdin=json.dumps(PARTS | {"why": "It is theirs."})
    )
    assert done.returncode == 0, done.stderr
    place.sync(place.jo)
    assert "Came in: 1 text to read." in place.sync(place.bea).stdout
    assert b"It is theirs." in place.packet().read_bytes()


def test_what_somebody_else_left_just_now_stays_and_what_was_erased_goes(place: Place, tmp_path: Path) -> None:
    place.sync(place.jo)
    behind = lay_down(place.jo, tmp_path / "behind")
    git(behind, "reset", "-q", "--hard", "HEAD^")  # it was fetched before Jo sent what she proposed
    (behind / "circle.yml").write_text(f"kind: team\nfor-readers: {place.there}\n")
    for sure, again, there in ((False, True, True), (True, False, False)):
        given = give(Asked(), Log(root=behind), sure=sure)
        assert (given.again, given.all_there) == (again, not again)
        assert ("to-read" in git(place.there, "ls-tree", "-r", "--name-only", "for-readers")) is there


def test_a_decision_by_a_key_that_is_no_reader_s_is_said_and_not_taken(place: Place) -> None:
    place.sync(place.jo)
    place.join()
    place.decide(State.APPROVED)
    place.sync(place.bea)
    told = place.sync(place.jo)
    assert "It was not taken: " in told.stderr
    assert not [*(place.jo / "guidance").glob("learning-points/*.md")]
    place.circle("--log", str(place.jo), "readers", "--admit", public_key())
    assert "approved" in place.sync(place.jo).stdout


def test_where_nothing_waits_nothing_is_left_and_joining_says_so(place: Place, circle: Any) -> None:
    for proposal in (place.jo / "proposals").glob("*.md"):
        git(place.jo, "rm", "-q", str(proposal))
    place.sync(place.jo)
    assert "for-readers" not in git(place.there, "branch")
    done = place.join()
    assert (done.returncode, "for readers yet" in done.stderr, place.bea.exists()) == (2, True, False), done.stderr


def test_what_has_no_place_there_is_neither_kept_nor_taken_over(place: Place, tmp_path: Path) -> None:
    place.sync(place.jo)
    place.join()
    git(tmp_path, "clone", "-q", "-b", "for-readers", str(place.there), "other")
    put_session(tmp_path / "other", title="Canaryword").rename(tmp_path / "other" / "to-read" / "k3f9abcd.md")
    for words in (("add", "."), ("commit", "-qm", "x"), ("push", "-q")):
        git(tmp_path / "other", *words)
    done = place.circle("--log", str(place.bea), "sync")
    assert done.returncode == 65 and "has no place" in done.stderr and "Canaryword" not in done.stderr
    assert b"Canaryword" not in objects(place.bea)
    place.bea.rename(tmp_path / "first")
    done = place.join()
    assert (done.returncode, place.bea.exists()) == (65, False), done.stderr


def test_two_readers_decide_at_once_and_the_second_one_s_words_are_kept_aside(place: Place, tmp_path: Path) -> None:
    place.sync(place.jo)
    place.join()
    first = lay_down(place.bea, tmp_path / "first")
    place.decide(State.RETURNED)
    name = decision_beside(place.packet()).name
    (first / "to-read" / name).write_bytes((place.bea / "to-read" / name).read_bytes())
    place.sync(first)
    place.decide(State.DECLINED)
    told = place.sync(place.bea)
    assert "somebody else decided first" in told.stderr
    assert "declined" in (place.bea / ".circle" / "not-sent" / name).read_text()
    assert "returned" in (place.bea / "to-read" / name).read_text()


def test_what_a_killed_sync_left_beside_it_goes(place: Place) -> None:
    place.sync(place.jo)
    left = place.jo / ".circle" / "for-readers-999999999-room.git"
    (left / "refs").mkdir(parents=True)
    for name in ("synced", "for-readers"):
        (place.jo / ".circle" / f".{name}.tmp-999999999-0").touch()
    place.join()
    place.decide(State.RETURNED)
    place.sync(place.bea)
    place.sync(place.jo)
    assert [path.name for path in (place.jo / ".circle").iterdir() if "99999" in path.name] == []


def test_offline_it_says_what_waits_and_ends_well(place: Place) -> None:
    place.sync(place.jo)
    place.join()
    place.decide(State.APPROVED)
    place.there.rename(place.there.with_name("away"))
    assert "1 decision to be sent. Everything here is safe" in place.sync(place.bea).stderr


def test_a_whole_log_and_a_reader_s_copy_are_never_taken_for_one_another(place: Place, tmp_path: Path) -> None:
    place.sync(place.jo)
    place.join()
    whole = place.circle("join", str(place.there), str(place.bea))
    assert (whole.returncode, "a reader's copy is there already" in whole.stderr) == (2, True), whole.stderr
    assert place.circle("join", str(place.there), str(tmp_path / "whole")).returncode == 0
    reader = place.circle("join", "--reader", str(place.there), str(tmp_path / "whole"))
    assert (reader.returncode, "a whole log is there already" in reader.stderr) == (2, True), reader.stderr
    git(place.there, "branch", "-D", "main")
    only = place.circle("join", str(place.there), str(tmp_path / "only"))
    assert (only.returncode, "join --reader" in only.stderr, (tmp_path / "only").exists()) == (2, True, False)


def test_check_looks_for_whatever_has_no_place_in_it(place: Place) -> None:
    place.sync(place.jo)
    place.join()
    done = place.circle("check", cwd=place.bea)
    assert done.returncode == 0, done.stdout + done.stderr
    put_session(place.bea)
    git(place.bea, "add", ".")
    git(place.bea, "commit", "-qm", "x")
    git(place.bea, "reset", "-q", "--hard", "HEAD^")
    git(place.bea, "branch", "kept", "HEAD@{1}")
    done = place.circle("check", cwd=place.bea)
    assert (done.returncode, "has no place where only what waits" in done.stdout) == (1, True), done.stdout
    place.sync(place.bea)  # sends nothing of it
    assert "kept" not in git(place.there, "branch")


def test_no_session_has_a_place_in_it(place: Place) -> None:
    place.sync(place.jo)
    place.join()
    for words in ("reflect --from -", "list", "share k3f9 --from -", "copy k3f9 --to .", "init .", "site"):
        done = place.circle(*words.split(), cwd=place.bea, stdin="{}")
        assert (done.returncode, "reader's copy" in done.stderr) == (2, True), done.stderr
