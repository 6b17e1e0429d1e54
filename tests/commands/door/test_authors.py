"""Author and reader are two people: told apart by key and by who git says they are; nothing that a file says helps."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from committed import OURS
from decided import decided, public, start_of
from making import git, hold_key
from proposing import JO, become, propose, sign_anew
from running import Run

from circle_cli.commands.door.fit import look
from circle_cli.commands.door.overtaken import as_it_stands
from circle_cli.commands.door.own import Own, why_own
from circle_cli.commands.door.review import waiting_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.history.past import who_wrote
from circle_cli.log.history.whose import introduce, is_same, one_spelling
from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import State, proposed_by, read_proposal, render_proposal
from circle_cli.vocabulary import CastCheck, ReviewKind

JOS = (
    "JO@example.org", " jo @example.org ", "jo+work@example.org", "Jo Vale <jo+a+b@Example.ORG.>",
    "mailto:jo@example.org",
    "jo\u200b@example.org", "ｊｏ＠example.org", '"jo"@example.org', "jo(at work)@example.org",
)  # fmt: skip


@pytest.mark.parametrize("spelt", JOS)
def test_one_address_in_another_spelling_is_no_other_person(log: Path, place: Path, spelt: str) -> None:
    assert one_spelling(spelt) == "jo@example.org"
    assert why_own(Log(root=log), read_proposal(place), spelt, ()) is Own.ADDRESS
    assert waiting_for(Log(root=log), spelt) == []


def test_other_people_stay_other_people() -> None:
    others = ("jo@example.org", "jo@example.com", "joe@example.org", "+jo@example.org", "")
    assert len({one_spelling(each) for each in others}) == len(others)
    assert one_spelling("j.o@googlemail.com") == one_spelling("Jo+x@gmail.com")


@pytest.mark.parametrize(
    "mailmap", ["Jo <jo@example.org> <bea@example.org>", "Bea <bea@example.org> <JO@example.org>",
                "Jo Vale <vale@example.org> <bea@example.org>\nJo Vale <vale@example.org> <jo@example.org>"],
)  # fmt: skip
def test_who_is_one_person_by_the_mailmap_is_no_second_reader(log: Path, place: Path, mailmap: str) -> None:
    assert not is_same(log, "bea@example.org", "jo@example.org")
    (log / ".mailmap").write_text(f"{mailmap}\n", encoding="utf-8")
    assert is_same(log, "bea+x@example.org", "jo@example.org")
    with pytest.raises(CircleError, match="whoever wrote it cannot approve it"):
        decided(place, start_of(place), "bea", State.APPROVED)
    assert not public(place).exists()


def test_the_same_key_is_the_same_person_whatever_git_is_told(circle: Run, log: Path, place: Path) -> None:
    become(log, "bea")
    git(log, "config", "user.email", "bea@example.org")
    hold_key(1)
    sign_anew(place, seed=1)
    done = circle("review", place.stem, cwd=log)
    assert done.returncode == 2
    assert Own.KEY in done.stderr


def test_whoever_recorded_the_session_or_changed_it_is_its_author_too(log: Path, place: Path, walk: Path) -> None:
    def change(author: str, message: str) -> None:
        walk.write_text(walk.read_text(encoding="utf-8") + f"\nBy {author}.\n", encoding="utf-8")
        git(log, "commit", "-qam", message, f"--author={author} <{author}@example.org>")

    proposal = read_proposal(place)
    git(log, "mv", str(walk), str(walk.with_name("2026-05-05-abcd-moved.md")))
    git(log, "commit", "-qm", "Moved", "--author=Mo <mo@example.org>")
    walk = walk.with_name("2026-05-05-abcd-moved.md")
    change("ade", "Update session 2026-05-05-abcd")
    change("carol", f"Record the reading of learning point {place.stem}")  # whatever a message says
    who = ("ade", "carol", "mo", "bea")
    asked = {each: why_own(Log(root=log), proposal, f"{each}+x@example.org", ()) for each in who}
    assert asked == {"ade": Own.RECORDED, "carol": Own.RECORDED, "mo": None, "bea": None}
    assert {each.address for each in who_wrote(log, walk)} >= {"jo@example.org", "ade@example.org"}


def test_whoever_recorded_the_session_before_they_gave_an_address_is_known_by_their_name(
    log: Path, place: Path, walk: Path
) -> None:
    walk.write_text(walk.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    introduce(log, "Ade Example", "")
    git(log, "commit", "-qam", "Update session 2026-05-05-abcd")
    for name, why in {"Ade Example": Own.NAMED, "Bea Example": None}.items():
        introduce(log, name, "somebody@example.org")
        assert why_own(Log(root=log), read_proposal(place), "somebody@example.org", ()) is why


def test_a_session_that_is_like_another_has_none_of_its_authors(log: Path, walk: Path) -> None:
    other = walk.with_name("2026-05-06-bcde-the-walk.md")
    other.write_text(walk.read_text(encoding="utf-8").replace("2026-05-05-abcd", "2026-05-06-bcde"), encoding="utf-8")
    git(log, "add", ".")
    git(log, "-c", "user.email=mo@example.org", "commit", "-qm", "Another")
    assert {each.address for each in who_wrote(log, other)} == {"mo@example.org"}
    assert {each.address for each in who_wrote(log, walk)} == {"jo@example.org"}


def test_whoever_recorded_a_session_that_is_gone_is_its_author_still(log: Path, place: Path, walk: Path) -> None:
    walk.write_text(walk.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    git(log, "-c", "user.email=ade@example.org", "commit", "-qam", "More")
    walk.unlink()
    proposal = read_proposal(place)
    assert why_own(Log(root=log), proposal, "ade@example.org", ()) is Own.RECORDED
    assert why_own(Log(root=log), proposal, "bea@example.org", ()) is None


def test_a_session_that_git_does_not_have_has_anybody_for_its_author(log: Path, place: Path) -> None:
    shutil.rmtree(log / ".git")
    git(log, "init", "-q")
    assert why_own(Log(root=log), read_proposal(place), "bea@example.org", ()) is Own.UNKNOWN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('author: "jo@example.org"', 'author: "sam@example.org"'),
        ('reason: "an author"', 'reason: "a method"'),
        ("One account.", "Two accounts."),
        ("year: ", "year: 2025 # "),
        ("cast: checked", "cast: stated"),
        ("state: proposed", "state: proposed\nwarnings: []"),
    ],
)
def test_what_a_hand_changed_in_a_proposal_is_not_approved(log: Path, place: Path, old: str, new: str) -> None:
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")
    proposal = read_proposal(place)
    if "warnings" in new:  # an earlier version's; nobody reads them
        assert proposed_by(proposal) and "warnings" not in render_proposal(proposal)
        return
    assert proposed_by(proposal) is None
    assert "cannot be approved as it stands" in look(Log(root=log), proposal).obstacle
    with pytest.raises(CircleError, match="is not signed, or was changed since"):
        decided(place, start_of(place), "bea", State.APPROVED)
    assert not public(place).exists()


def test_an_unsigned_proposal_of_an_earlier_version_is_proposed_anew_by_its_author(
    circle: Run, log: Path, place: Path
) -> None:
    proposal = read_proposal(place)
    place.write_text(render_proposal(replace(proposal, statement=None)), encoding="utf-8")
    with pytest.raises(CircleError, match="is not signed"):
        decided(place, start_of(place), "bea", State.APPROVED)
    hold_key(JO)
    assert propose(circle, log).returncode == 0
    assert proposed_by(read_proposal(place))
    decided(place, start_of(place), "bea", State.APPROVED)


def test_where_the_session_is_not_there_the_reader_is_told_and_goes_by_what_the_author_signed(
    log: Path, place: Path, walk: Path, review: Callable[..., str]
) -> None:
    walk.unlink()
    become(log, "bea")
    told = " ".join(review(log, *["1"] * 8).split())
    assert "the people of this story were not checked here" in told
    assert "Nor is its day told here. If it may be fewer than 90 days ago" in told
    point = read_point(public(place))
    assert isinstance(point, LearningPoint) and point.approval
    assert (point.approval.cast, point.approval.review) == (CastCheck.STATED, ReviewKind.SECOND)


def test_without_session_and_statement_nothing_is_approved(log: Path, place: Path, walk: Path) -> None:
    walk.unlink()
    proposal = read_proposal(place)
    assert look(Log(root=log), proposal).obstacle == ""
    place.write_text(render_proposal(replace(proposal, statement=None)), encoding="utf-8")
    noticed = look(Log(root=log), read_proposal(place))
    assert "the people of this story were not checked here" in noticed.people
    assert noticed.obstacle == noticed.people
    with pytest.raises(CircleError, match="is not signed"):
        decided(place, start_of(place), "bea", State.APPROVED)


def test_the_readers_notes_are_found_in_the_text_whatever_the_file_says(log: Path, place: Path) -> None:
    proposal = read_proposal(place)
    quoting = {**proposal.point.parts, "how": "Somebody said “nobody ever asked me before”, as Zyxwv has it."}
    changed = replace(proposal, point=replace(proposal.point, parts=quoting), explained=())
    noticed = look(Log(root=log), changed)
    assert any("quotes somebody's words" in each for each in noticed.notes)
    assert any(each.startswith("“Zyxwv” may tell who") for each in noticed.notes)
    assert "did not explain" in noticed.obstacle


def test_what_a_reading_begins_from_changes_with_the_statement(log: Path, place: Path) -> None:
    proposal = read_proposal(place)
    bare = replace(proposal, statement=None)
    assert as_it_stands(Log(root=log, trust=OURS), proposal, "") != as_it_stands(Log(root=log), bare, "")
