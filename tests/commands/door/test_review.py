"""A second reader, from what was proposed to a file that everyone may read, or back to its author."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from making import admitted, approve, git
from proposing import become, propose
from running import Run

from circle_cli.errors import Place
from circle_cli.log.history.whose import introduce
from circle_cli.points.approval import approved_by, digest, refuse_unapproved
from circle_cli.points.file import read_point, render_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import State, read_proposal, render_proposal
from circle_cli.signing.readers import load_readers


def test_nobody_is_asked_to_review_without_a_terminal_and_no_author_their_own(
    circle: Run, log: Path, walk: Path
) -> None:
    point = Path(propose(circle, log).stdout.strip()).stem
    own = circle("review", point, cwd=log)
    assert own.returncode == 2
    assert "you wrote it, so somebody else reads it" in own.stderr
    become(log, "bea")
    alone = circle("review", point, cwd=log)
    assert alone.returncode == 2
    assert "there is no flag for that" in alone.stderr


@pytest.fixture
def reviewed(circle: Run, log: Path, walk: Path, review: Callable[..., str]) -> Path:
    """A learning point proposed by Jo and approved by Bea."""
    point = Path(propose(circle, log).stdout.strip()).stem
    become(log, "bea")
    review(log, *["1"] * 8)
    return log / "guidance" / "learning-points" / f"{point}.md"


def test_an_approved_point_is_a_file_of_its_own_that_tells_nothing_of_its_origin(
    log: Path, walk: Path, reviewed: Path
) -> None:
    point = read_point(reviewed)
    assert isinstance(point, LearningPoint)
    refuse_unapproved(point, load_readers(log), Place("x"))
    assert point.approval
    assert point.approval.sha256 == digest(point)
    assert point.approval.explained == ("Zyxwv",)
    public, private = git(log, "log", "--format=%H %s", "-2").splitlines()[::-1]
    assert public.split(" ", 1)[1] == f"Add learning point {reviewed.stem}"
    assert git(log, "show", "--name-only", "--format=", public.split()[0]).split() == [
        f"guidance/learning-points/{reviewed.name}"
    ]
    whole = reviewed.read_text(encoding="utf-8") + git(log, "show", public.split()[0])
    for origin in ("2026-05-05", "abcd", "Robin", "Larkspur", "jo@", "Canaryword", "walk with"):
        assert origin not in whole, origin
    assert "share: published" in walk.read_text(encoding="utf-8")
    assert private.endswith(f"Record the reading of learning point {reviewed.stem}")
    assert git(log, "status", "--porcelain") == ""


def test_a_text_changed_by_a_byte_since_it_was_proposed_is_not_approved_as_it_was(
    circle: Run, log: Path, walk: Path
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    proposal = read_proposal(path)
    assert render_proposal(proposal) == path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("One account.", "Two accounts of Temitope."))
    assert digest(read_proposal(path).point) != digest(proposal.point)


def test_one_answer_that_is_not_no_cannot_be_approved(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    told = review(log, "1", "1", "1", "2", "1", "1", "1", "1", "Say it without the café.\n.")
    assert "cannot be approved as it stands" in told
    assert "Approve it" not in told
    proposal = read_proposal(path)
    assert proposal.state is State.RETURNED
    assert proposal.readings[0].comment == "Say it without the café."
    assert dict(proposal.readings[0].answers)["where"] == "unsure"
    assert not (log / "guidance" / "learning-points").exists()


def test_a_returned_point_comes_back_to_its_author_and_is_proposed_anew_under_the_same_id(
    circle: Run, log: Path, walk: Path, review: Callable[..., str], terminal_says: Callable[..., str]
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    review(log, *["1"] * 7, "2", "More on how.\n.")
    assert "More on how." not in terminal_says(log)
    become(log, "jo")
    told = terminal_says(log)
    assert "Let people choose the place: “More on how.”" in told
    assert "circle share abcd 1" in told
    again = propose(circle, log, how="Offer three places.", replace=None)
    assert again.returncode == 0, again.stderr
    assert Path(again.stdout.strip()) == path
    proposal = read_proposal(path)
    assert proposal.state is State.PROPOSED
    assert len(proposal.readings) == 1


def test_whoever_works_alone_may_read_their_own_if_the_log_says_so(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    (log / "circle.yml").write_text("review: single\n", encoding="utf-8")
    path = Path(propose(circle, log).stdout.strip())
    review(log, *["1"] * 8)
    assert (log / "guidance" / "learning-points" / path.name).is_file()


def test_circle_alone_offers_what_is_to_be_read_to_whom_may_read_it(
    circle: Run, log: Path, walk: Path, terminal_says: Callable[..., str]
) -> None:
    point = Path(propose(circle, log).stdout.strip()).stem
    assert point not in terminal_says(log)
    become(log, "bea")
    told = terminal_says(log)
    assert "Waiting for you to read, before others may:" in told
    assert f"Read {point}: Let people choose the place" in told


def test_circle_alone_offers_it_to_who_has_given_no_address_yet(
    circle: Run, log: Path, walk: Path, terminal_says: Callable[..., str], own_home: Path
) -> None:
    point = Path(propose(circle, log).stdout.strip()).stem
    introduce(log, "Bea", "")
    assert f"Read {point}: Let people choose the place" in terminal_says(log)


def test_settings_that_are_not_known_are_refused(circle: Run, log: Path, walk: Path) -> None:
    propose(circle, log)
    become(log, "bea")
    (log / "circle.yml").write_text("review: nobody\n", encoding="utf-8")
    done = circle("review", cwd=log)
    assert done.returncode == 65
    assert "circle.yml:1: review: … is not known" in done.stderr


def test_whoever_signs_in_git_signs_their_approvals_with_the_same_key(
    circle: Run, log: Path, walk: Path, review: Callable[..., str], tmp_path: Path
) -> None:
    propose(circle, log)
    become(log, "bea")
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bea", "-f", key], check=True)
    for name, value in (("gpg.format", "ssh"), ("user.signingkey", str(key))):
        git(log, "config", "--global", name, value)
    assert "You are its first reader, as reader-" in review(log, *["1"] * 8)
    (public,) = (log / "guidance" / "learning-points").glob("*.md")
    point = read_point(public)
    assert isinstance(point, LearningPoint)
    assert approved_by(point) == key.with_suffix(".pub").read_text(encoding="utf-8").rpartition(" ")[0]


def test_names_that_came_into_the_cast_since_stop_an_approval_and_are_not_told(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    propose(circle, log)
    with_more = walk.read_text(encoding="utf-8").replace("cast:\n", 'cast:\n  - {name: "Zyxwv"}\n')
    walk.write_text(with_more, encoding="utf-8")
    become(log, "bea")
    told = review(log, *["1"] * 8, status=65)
    assert "its author has named more people or places since" in told
    assert not (log / "guidance" / "learning-points").exists()


def test_a_proposal_decided_meanwhile_is_not_approved(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    become(log, "bea")

    def declined() -> None:
        text = path.read_text(encoding="utf-8").replace("state: proposed", "state: declined")
        path.write_text(text, encoding="utf-8")

    told = review(log, *["1"] * 8, status=2, before_last=declined)
    assert "somebody else read it meanwhile, and it is declined" in told
    assert not (log / "guidance" / "learning-points").exists()


def test_an_approval_cut_short_by_a_kill_is_carried_to_its_end(
    circle: Run, log: Path, walk: Path, reviewed: Path
) -> None:
    from circle_cli.commands.door.approve import carry_out
    from circle_cli.commands.door.signing import key_of_reader
    from circle_cli.log.folder import Log

    whole = walk.read_text(encoding="utf-8")
    walk.write_text(whole.replace("share: published", "share: proposed"), encoding="utf-8")
    place = log / "proposals" / reviewed.name
    before = place.read_bytes()
    proposal = read_proposal(place)
    key = key_of_reader(Log(root=log))
    carry_out(Log(root=log), place, before, proposal, proposal.readings[-1], key)
    assert walk.read_text(encoding="utf-8") == whole
    assert place.read_bytes() == before


def test_an_approval_that_was_interrupted_is_finished_and_other_words_are_never_written_over(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    proposed = Path(propose(circle, log).stdout.strip())
    before = proposed.read_bytes()
    become(log, "bea")
    admitted(log)
    review(log, *["1"] * 8)
    public = log / "guidance" / "learning-points" / proposed.name
    there = read_point(public)
    assert isinstance(there, LearningPoint) and there.approval
    earlier = render_point(approve(there, *there.approval.explained, tool="0.0.1"))
    public.write_text(earlier, encoding="utf-8")
    proposed.write_bytes(before)  # as it is when the power fails between the two
    assert "Approved" in review(log, *["1"] * 8)
    assert public.read_text(encoding="utf-8") == earlier
