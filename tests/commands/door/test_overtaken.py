"""What was read has changed meanwhile, or was decided: whoever comes later is told, and nothing of theirs is lost."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from decided import decided, proposed_again, public, save, start_of
from making import git, publish
from proposing import become
from running import Run

from circle_cli.commands.door.approve import Done
from circle_cli.commands.door.overtaken import Overtaken
from circle_cli.commands.door.share import sharing_of
from circle_cli.commands.door.trying.tried import propose_report
from circle_cli.commands.edge import Asked
from circle_cli.commands.erasing import erase
from circle_cli.commands.erasing.doomed import look
from circle_cli.errors import CircleError
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind
from circle_cli.log.folder import Log
from circle_cli.share.proposal import State, read_proposal, render_proposal
from circle_cli.share.reporting import reported_files
from circle_cli.vocabulary import Outcome

Decide = Callable[..., Done]
DID = {State.APPROVED: "approved it", State.RETURNED: "returned it", State.DECLINED: "declined it"}
PAIRS = [(first, second) for first in DID for second in DID]


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
    ("old", "new"), [("choose where to meet", "choose"), ("general, matters", "specific, matters")]
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


def test_of_three_reports_by_one_person_at_the_same_moment_one_is_kept(log: Path) -> None:
    publish(log, tried=())
    all_three, refused = threading.Barrier(3), []

    def somebody(words: str) -> None:
        asked = Asked(log=str(log))
        all_three.wait()
        try:
            propose_report(asked, "k3f9", outcome=Outcome.WORKED, differed=words, require_commit=False)
        except CircleError as error:
            refused.append(str(error))

    people = [threading.Thread(target=somebody, args=(words,)) for words in ("By phone.", "Walking.", "In a group.")]
    for each in people:
        each.start()
    for each in people:
        each.join()
    assert (len(reported_files(log)), len(refused)) == (1, 2)
    assert all("each counts once" in each for each in refused)


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
