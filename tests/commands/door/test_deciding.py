"""Two people decide on one proposal: one decision counts, the other person is told, and nothing of theirs is lost."""

import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from making import git, publish
from proposing import PARTS, become, propose
from running import Run

from circle_cli.commands.door.approve import Done
from circle_cli.commands.door.overtaken import Overtaken, as_it_stands
from circle_cli.commands.door.review import decide
from circle_cli.commands.door.share import save_proposal, sharing_of
from circle_cli.commands.door.tried import tried
from circle_cli.commands.door.withdraw import withdraw
from circle_cli.commands.edge import Asked
from circle_cli.commands.erasing import erase
from circle_cli.commands.erasing.doomed import look
from circle_cli.errors import CircleError
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind
from circle_cli.log import deciding
from circle_cli.log.folder import Log
from circle_cli.share.proposal import INTRUDER, Reading, State, read_proposal, render_proposal
from circle_cli.share.proposing.from_file import read_sharing
from circle_cli.vocabulary import Outcome

Decide = Callable[..., Done]
DID = {State.APPROVED: "approved it", State.RETURNED: "returned it", State.DECLINED: "declined it"}
PAIRS = [(first, second) for first in DID for second in DID]


@pytest.fixture
def place(circle: Run, log: Path, walk: Path) -> Path:
    """What Jo proposed."""
    return Path(propose(circle, log).stdout.strip())


def start_of(place: Path) -> dict[str, str | None]:
    """Begin to read it, as it is now."""
    return as_it_stands(Log(root=place.parents[1]), read_proposal(place), "")


def decided(place: Path, start: Mapping[str, str | None], by: str, decision: State, comment: str | None = None) -> Done:
    safe = "no" if decision is State.APPROVED else "unsure"
    answers = tuple((key, safe) for key in INTRUDER)
    day = date(2026, 11, 26)
    reading = Reading(by=f"{by}@example.org", on=day, decision=decision, answers=answers, comment=comment)
    return decide(Log(root=place.parents[1]), place, start, reading)


def public(place: Path) -> Path:
    return place.parents[1] / "guidance" / "learning-points" / place.name


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_second_to_decide_is_told_what_the_first_decided_who_and_when(
    place: Path, first: State, second: State
) -> None:
    start = start_of(place)
    decided(place, start, "bea", first, "Thank you both.")
    with pytest.raises(Overtaken) as told:
        decided(place, start, "carol", second)
    assert f"bea@example.org {DID[first]}" in str(told.value)
    assert "26 November 2026" in str(told.value)
    assert "“Thank you both.”" in str(told.value)
    proposal = read_proposal(place)
    assert (proposal.state, len(proposal.readings)) == (first, 1)
    assert public(place).exists() is (first is State.APPROVED)


@pytest.mark.parametrize(("first", "second"), PAIRS[:3])
def test_of_two_who_decide_at_once_one_does(place: Path, first: State, second: State) -> None:
    start, both, done, told = start_of(place), threading.Barrier(2), [], []

    def somebody(by: str, decision: State) -> None:
        both.wait()
        try:
            decided(place, start, by, decision)
            done.append(decision)
        except Overtaken as error:
            told.append(str(error))

    people = [threading.Thread(target=somebody, args=each) for each in (("bea", first), ("carol", second))]
    for each in people:
        each.start()
    for each in people:
        each.join()
    assert (len(done), len(told)) == (1, 1)
    assert DID[done[0]] in told[0]
    assert read_proposal(place).state is done[0]
    assert public(place).exists() is (done[0] is State.APPROVED)


@pytest.fixture
def slow_hook(log: Path, tmp_path: Path) -> Callable[[Callable[[], object]], None]:
    """Has a decision wait inside git, while something else is tried."""
    there, go = tmp_path / "there", tmp_path / "go"
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)

    def during(decision: Callable[[], object], other: Callable[[], object]) -> None:
        hook.write_text(f"#!/bin/sh\ntouch '{there}'\nwhile [ ! -e '{go}' ]; do sleep 0.02; done\n")
        hook.chmod(0o755)
        person = threading.Thread(target=decision)
        person.start()
        while not there.exists() and person.is_alive():
            person.join(0.02)
        try:
            other()
        finally:
            go.touch()
            person.join()

    return during


@pytest.mark.parametrize("what", ["decide", "share", "withdraw"])
def test_while_a_decision_is_being_committed_nobody_else_decides_and_nobody_waits_for_long(
    circle: Run, log: Path, place: Path, slow_hook: Callable[..., None], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(deciding, "_PATIENCE", 0.0)
    start = start_of(place)

    def other() -> None:
        with pytest.raises(CircleError, match="is being saved in this log just now"):
            if what == "decide":
                decided(place, start, "carol", State.DECLINED)
            elif what == "share":
                proposed_again(log)
            else:
                withdraw(Asked(log=str(log)), place.stem, yes=True, require_commit=False)

    slow_hook(lambda: decided(place, start, "bea", State.APPROVED), other)
    assert read_proposal(place).state is State.APPROVED
    assert git(log, "status", "--porcelain") == ""
    with pytest.raises(Overtaken, match=r"bea@example\.org approved it"):
        decided(place, start, "carol", State.DECLINED)


HOLDING = """
import sys
from pathlib import Path
from circle_cli.log.deciding import deciding
with deciding(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_program_that_decides_is_told_of_and_its_end_is_enough(log: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(log)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CircleError, match="is being saved"), deciding.deciding(log, patience=0.0):
            pass
        other.kill()
    with deciding.deciding(log, patience=0.0):
        assert git(log, "status", "--porcelain", ".circle") == ""


def proposed_again(log: Path, **changed: str) -> None:
    sharing = sharing_of(Log(root=log), log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md", 1)
    save(log, sharing, **changed)


def save(log: Path, sharing: object, **changed: str) -> None:
    import json

    given = PARTS | changed
    if changed:
        given["replace"] = []
    answers = read_sharing(json.dumps(given), "-", sharing.guidance, sharing.check)  # type: ignore[attr-defined]
    path = log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md"
    save_proposal(Log(root=log), sharing, answers, path, sharing.learnt.point)  # type: ignore[arg-type, attr-defined]


def test_a_proposal_shared_anew_while_it_was_read_is_read_anew(log: Path, place: Path) -> None:
    start = start_of(place)
    proposal = read_proposal(place)
    proposed_again(log, how="Offer three places.")
    for decision in DID:
        with pytest.raises(Overtaken, match=r"jo@example\.org, proposed it anew meanwhile"):
            decided(place, start, "bea", decision)
    place.write_text(render_proposal(proposal), encoding="utf-8")
    place.write_text(place.read_text(encoding="utf-8").replace("an author", "a place"), encoding="utf-8")
    with pytest.raises(Overtaken):  # the same text, and another reason why a word may stay
        decided(place, start, "bea", State.APPROVED)


def test_what_a_reader_said_is_not_proposed_over_unread(log: Path, place: Path) -> None:
    sharing = sharing_of(Log(root=log), log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md", 1)
    decided(place, start_of(place), "bea", State.RETURNED, "I know who this is.")
    with pytest.raises(CircleError, match=r"bea@example\.org returned it to its author.*I know who this is"):
        save(log, sharing)
    proposed_again(log, how="Offer three places.")
    assert read_proposal(place).state is State.PROPOSED


@pytest.mark.parametrize(
    ("old", "new"), [("choose where to meet", "choose"), ("general, share: proposed", "specific, share: proposed")]
)
def test_what_its_author_changed_in_the_session_meanwhile_stops_an_approval_and_nothing_else(
    place: Path, walk: Path, old: str, new: str
) -> None:
    start = start_of(place)
    text = walk.read_text(encoding="utf-8")
    assert old in text
    walk.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Overtaken, match="its author changed, meanwhile, what their session says of it"):
        decided(place, start, "bea", State.APPROVED)
    assert not public(place).exists()
    decided(place, start, "bea", State.DECLINED)


def test_another_change_to_the_session_is_kept_beside_the_mark(place: Path, walk: Path) -> None:
    start = start_of(place)
    walk.write_text(walk.read_text(encoding="utf-8").replace("came to", "walked to"), encoding="utf-8")
    decided(place, start, "bea", State.APPROVED)
    assert "walked to" in walk.read_text(encoding="utf-8")
    assert "share: published" in walk.read_text(encoding="utf-8")


def test_what_was_erased_while_it_was_read_is_not_published(log: Path, place: Path, circle: Run) -> None:
    start = start_of(place)
    done = circle("erase", "abcd", "--confirm", "2026-05-05-abcd", cwd=log)
    assert done.returncode == 0, done.stderr
    for decision in DID:
        with pytest.raises(Overtaken, match="no longer in this log"):
            decided(place, start, "bea", decision)
    assert not public(place).exists()
    assert not place.exists()


def test_what_was_approved_and_withdrawn_meanwhile_says_both(log: Path, place: Path, circle: Run) -> None:
    start = start_of(place)
    decided(place, start, "bea", State.APPROVED)
    assert circle("withdraw", place.stem, "--yes", cwd=log).returncode == 0
    with pytest.raises(Overtaken, match=r"bea@example\.org approved it.* It was withdrawn since"):
        decided(place, start, "carol", State.APPROVED)
    assert "withdrawn: " in public(place).read_text(encoding="utf-8")


def test_there_is_nothing_to_withdraw_of_what_is_only_proposed(log: Path, place: Path, circle: Run) -> None:
    done = circle("withdraw", place.stem, "--yes", cwd=log)
    assert done.returncode == 2
    assert "it is proposed, and nothing of it is published" in done.stderr


def test_after_a_pull_the_other_clone_is_told(log: Path, place: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(log), "other")
    other = tmp_path / "other" / "proposals" / place.name
    start = start_of(other)
    decided(place, start_of(place), "bea", State.DECLINED, "Not yet.")
    git(tmp_path / "other", "pull", "-q")
    with pytest.raises(Overtaken, match=r"bea@example\.org declined it"):
        decided(other, start, "carol", State.APPROVED)
    assert not public(other).exists()


def test_whoever_comes_later_is_told_that_it_is_decided(log: Path, place: Path, circle: Run) -> None:
    decided(place, start_of(place), "bea", State.DECLINED, "Not yet.")
    become(log, "carol")
    done = circle("review", place.stem, cwd=log)
    assert done.returncode == 2
    assert "it is decided; bea@example.org declined it" in done.stderr
    assert "it is declined, and nothing of it is published" in circle("withdraw", place.stem[:4], cwd=log).stderr


def test_what_was_approved_between_the_question_and_the_answer_is_not_erased(log: Path, place: Path) -> None:
    doomed = look(Log(root=log), "abcd", ())
    decided(place, start_of(place), "bea", State.APPROVED)
    with pytest.raises(CircleError, match=r"somebody approved .* meanwhile"):
        erase._erased(doomed)
    assert public(place).exists()
    assert place.exists()


def test_a_decision_that_cannot_be_published_is_none(log: Path, place: Path) -> None:
    public(place).parent.mkdir(parents=True, exist_ok=True)
    public(place).mkdir()
    before = place.read_bytes()
    with pytest.raises(CircleError):
        decided(place, start_of(place), "bea", State.APPROVED)
    assert place.read_bytes() == before


def test_a_decision_cut_short_before_it_was_published_is_carried_out_and_no_other(log: Path, place: Path) -> None:
    start = start_of(place)
    decided(place, start, "bea", State.APPROVED)
    public(place).unlink()  # as when a kill comes right after the first step
    with pytest.raises(Overtaken):
        decided(place, start, "bea", State.DECLINED)
    decided(place, start, "bea", State.APPROVED)
    assert public(place).exists()
    assert len(read_proposal(place).readings) == 1


def test_an_approval_that_a_kill_kept_from_being_public_waits_for_whoever_made_it(
    log: Path, place: Path, review: Callable[..., str], circle: Run
) -> None:
    decided(place, start_of(place), "bea", State.APPROVED)
    public(place).unlink()
    assert "approved, and its learning point is not there" in circle("check", cwd=log).stdout
    become(log, "carol")
    assert "Nothing is waiting" in circle("review", cwd=log).stderr
    become(log, "bea")
    assert "Approved" in review(log, *["1"] * 8)
    assert public(place).exists()
    assert len(read_proposal(place).readings) == 1


def test_reports_at_the_same_moment_are_all_kept(log: Path) -> None:
    path, all_three = publish(log, tried=()), threading.Barrier(3)

    def somebody(words: str) -> None:
        all_three.wait()
        asked = Asked(log=str(log))
        tried(asked, "k3f9", outcome=Outcome.WORKED, differed=words, require_commit=False)

    people = [threading.Thread(target=somebody, args=(words,)) for words in ("By phone.", "Walking.", "In a group.")]
    for each in people:
        each.start()
    for each in people:
        each.join()
    text = path.read_text(encoding="utf-8")
    assert [text.count(words) for words in ("outcome: worked", "By phone.", "Walking.", "In a group.")] == [3, 1, 1, 1]


def test_what_the_second_reader_had_written_is_put_away_with_its_words(
    log: Path, place: Path, review: Callable[..., str], drafts: Path
) -> None:
    start = start_of(place)
    become(log, "carol")
    told = review(
        log,
        *["1"] * 7,
        "3",
        "I could tell who it was.\n.",
        status=2,
        before_last=lambda: decided(place, start, "bea", State.APPROVED),
    )
    assert "bea@example.org approved it" in told
    assert "stays private; its author" not in told
    (kept,) = drafts.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "I could tell who it was." in kept.read_text(encoding="utf-8")
    assert "Decline it" in kept.read_text(encoding="utf-8")


def test_a_reading_that_was_paused_is_put_away_when_its_text_is_another_and_begins_anew(
    log: Path, place: Path, review: Callable[..., str], drafts: Path
) -> None:
    head = DraftHead(
        id=place.stem, log=str(log), mode="", date="2026-11-26", kind=DraftKind.REVIEW, start=start_of(place)
    )
    draft = Draft.begin(drafts, head)
    draft.answered("intruder/who", "yes", None)
    draft.left("comment", "Half a sen", "comment")
    draft.close()
    proposed_again(log, how="Offer three places.")
    become(log, "bea")
    told = review(log, *["1"] * 8)
    assert "not as it was when you began to read it" in told
    assert "Approved" in told
    with suppress(FileNotFoundError):
        assert [each.suffix for each in drafts.iterdir()] == [".txt"]
    (kept,) = drafts.glob("*.txt")
    assert "Half a sen" in kept.read_text(encoding="utf-8")
