"""A report from trying a learning point is read by a second person, signed, shown, and can be taken back."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import admitted, git, put_report, report
from markupsafe import Markup
from signed import approve_report, public_key, sign

from circle_cli.commands.door.overtaken import Overtaken
from circle_cli.commands.door.signing import own_keys
from circle_cli.commands.door.trying.publishing import kind_of
from circle_cli.commands.door.trying.reading import decide, reports_for
from circle_cli.commands.edge import trust
from circle_cli.commands.erasing.names_kept import remember_erased
from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.points.approval import approved_by
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint, Report
from circle_cli.points.report import place_of, read_report
from circle_cli.session.record import CastEntry
from circle_cli.share.proposal import INTRUDER, Reading, State, read_proposal
from circle_cli.share.reporting import (
    REPORT,
    Reported,
    asked_of,
    path_of,
    read_reported,
    render_reported,
    reported_files,
    told,
    told_by,
    whole_digest,
)
from circle_cli.share.reviewing import SEEN
from circle_cli.site.drawing.ladder import draw_ladder, rung_of

Run = Callable[..., Any]
DAY = date(2026, 11, 26)
KIM, BEA = "kim@example.org", "bea@example.org"
TOLD = report(differed="By telephone, and it took longer.")


def put(
    log: Path,
    told_of: Report = TOLD,
    by: str = KIM,
    seed: int = 3,
    state: State = State.PROPOSED,
    letter: str | None = None,
) -> Path:
    """Put the private side of a report into a log, as somebody on another computer told it."""
    signature = sign(told(told_of, by, DAY, letter), REPORT, seed)
    path = path_of(log, told_of.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    reported = Reported(report=told_of, state=state, author=by, proposed=DAY, signature=signature, letter=letter)
    path.write_text(render_reported(reported), encoding="utf-8")
    git(log, "add", ".")
    git(log, "commit", "-qm", "A report")
    return path


def read_as(log: Path, path: Path, decision: State, by: str = BEA) -> None:
    """Have somebody decide, who has read what is there now."""
    admitted(log)
    reported = read_reported(path)
    answers = tuple((key, "no") for key in asked_of(reported.report))
    reading = Reading(by=by, on=DAY, decision=decision, answers=answers, comment="Thanks.")
    decide(Log(root=log, trust=trust()), path, SEEN.given(whole_digest(reported)), reading)


def test_it_comes_back_whole_and_says_who_signed_it(log: Path) -> None:
    path = put(log)
    reported = read_reported(path)
    assert reported.report == TOLD and told_by(reported) == public_key(3)
    assert render_reported(reported) == path.read_text(encoding="utf-8")


def test_its_private_file_is_written_as_it_always_was(log: Path, golden: Callable[[str, str], None]) -> None:
    reading = Reading(by=BEA, on=DAY, decision=State.RETURNED, answers=tuple((key, "no") for key in INTRUDER))
    golden("report-proposal.md", render_reported(replace(read_reported(put(log)), readings=(reading,))))


def test_better_words_are_shown_below_the_text_and_count_as_no_trial(log: Path, published: Path) -> None:
    before = read_published(published.parent).points[0]
    read_as(log, put(log, report(outcome=None, differed="Say “ask”.")), State.APPROVED)
    point = read_published(published.parent).points[0]
    assert (point.suggested, point.trials, rung_of(point)) == (("Say “ask”.",), before.trials, rung_of(before))
    drawn = [draw_ladder(replace(point, revision=number), Markup("")) for number in (1, 2)]
    assert ["<li>“Say “ask”.”</li>" in each for each in drawn] == [True, False]
    assert 'suggests: "Say “ask”."' in place_of(log / "guidance", TOLD.id).read_text(encoding="utf-8")


def test_what_came_by_e_mail_is_approved_whoever_passed_it_on_and_only_as_it_was_signed(
    log: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposed(point, State.APPROVED)
    by = read_proposal(log / "proposals" / f"{point.id}.md").author
    path = put(log, by=by, letter="a" * 64)
    assert told_by(read_reported(path)) == public_key(3)
    assert told_by(replace(read_reported(path), letter=None)) is None
    read_as(log, path, State.APPROVED)
    assert place_of(log / "guidance", TOLD.id).exists()


def test_approved_it_is_there_for_everyone_and_names_nobody(log: Path, published: Path) -> None:
    path = put(log)
    read_as(log, path, State.APPROVED)
    public = place_of(log / "guidance", TOLD.id)
    approved = read_report(public)
    assert (replace(approved, approval=None), approved_by(approved)) == (TOLD, own_keys()[0].public)
    [trial] = read_published(published.parent).points[0].tried
    assert (trial.differed, trial.report) == (TOLD.differed, TOLD.id)
    assert read_reported(path).state is State.APPROVED
    told = r"\b(?:kim|bea|example\.org|2026-11-26)\b"  # as words: a digest may have the letters
    assert not re.search(told, public.read_text(encoding="utf-8"))
    said = git(log, "log", "-2", "--format=%s", "--name-only").split("\n")
    assert [line for line in said if line] == [
        f"Record the reading of report {TOLD.id}",
        path.relative_to(log).as_posix(),
        f"Add report {TOLD.id}",
        f"guidance/reports/{TOLD.id}.md",
    ]


@pytest.mark.parametrize("decision", [State.RETURNED, State.DECLINED])
def test_returned_or_declined_nothing_of_it_is_published(log: Path, published: Path, decision: State) -> None:
    path = put(log)
    read_as(log, path, decision)
    assert read_reported(path).state is decision
    assert not place_of(log / "guidance", TOLD.id).exists()


def test_whoever_told_it_does_not_approve_it(log: Path, published: Path) -> None:
    path = put(log)
    with pytest.raises(CircleError, match="you told it"):
        read_as(log, path, State.APPROVED, by=KIM)
    with pytest.raises(CircleError, match="you told it"):
        kind_of(Log(root=log, trust=trust()), read_reported(path), BEA, (public_key(3),))
    assert reports_for(Log(root=log, trust=trust()), KIM) == []
    (log / "circle.yml").write_text("review: single\n", encoding="utf-8")
    read_as(log, path, State.APPROVED, by=KIM)
    approval = read_report(place_of(log / "guidance", TOLD.id)).approval
    assert approval is not None and approval.review == "single"


def test_what_was_changed_since_it_was_told_is_not_approved(log: Path, published: Path) -> None:
    path = put(log)
    path.write_text(path.read_text(encoding="utf-8").replace(KIM, "carol@example.org"), encoding="utf-8")
    with pytest.raises(CircleError, match="signed"):
        read_as(log, path, State.APPROVED)


@pytest.mark.parametrize("words", ["We did it with Amira.", "it was mira who wanted it", "Ring 01632 960123."])
def test_what_the_readers_side_finds_is_not_approved(log: Path, published: Path, session: Path, words: str) -> None:
    path = put(log, replace(TOLD, differed=words))
    with pytest.raises(CircleError, match="cannot be approved"):
        read_as(log, path, State.APPROVED)
    assert not place_of(log / "guidance", TOLD.id).exists()


def test_a_name_of_an_erased_session_is_in_no_report_and_no_report_stops_the_site(
    circle: Run, log: Path, published: Path, tmp_path: Path
) -> None:
    words, here = "We did it with Early Help.", Log(root=log, trust=trust())
    path = put(log, replace(TOLD, differed=words))
    read_as(log, path, State.APPROVED)
    remember_erased(here, [CastEntry(name="Early Help")])
    done = circle("tried", "k3f9", "--outcome", "worked", "--differed", words, cwd=log)
    assert (done.returncode, "in other words" in done.stderr) == (65, True)
    with pytest.raises(CircleError, match="cannot be approved"):
        read_as(
            log, put(log, replace(TOLD, id="bcde2345", differed=words), by="lee@example.org", seed=5), State.APPROVED
        )
    assert "the site leaves this report out" in circle("check", cwd=log).stdout
    stages = stages_for(here)
    assert stages.leave_out
    held = stages.leave_out(read_published(published.parent))
    assert (held.points[0].tried, len(held.left_out)) == ((), 1)
    (page := tmp_path / "site" / "k3f9abcd.html").parent.mkdir()
    page.write_text("A page", encoding="utf-8")
    assert stages.sweep(page.parent, held, frozenset()) == {page.name: []}


def test_the_same_person_is_counted_once_wherever_they_told_it(log: Path, published: Path) -> None:
    read_as(log, put(log), State.APPROVED)
    for by, seed in ((KIM, 4), ("kim@example.com", 3)):
        again = put(log, replace(TOLD, id="bcde2345"), by=by, seed=seed)
        with pytest.raises(CircleError, match="each counts once"):
            read_as(log, again, State.APPROVED)
    read_as(log, put(log, replace(TOLD, id="bcde2345"), by="lee@example.org", seed=5), State.APPROVED)
    assert len(read_published(published.parent).points[0].tried) == 2


def test_the_author_of_the_point_is_not_counted(
    log: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposed(point, State.APPROVED)
    with pytest.raises(CircleError, match="you wrote it"):
        read_as(log, put(log, by="jo@example.org"), State.APPROVED)


def test_the_second_to_decide_is_told_what_the_first_decided(log: Path, published: Path) -> None:
    path = put(log)
    start = SEEN.given(whole_digest(read_reported(path)))
    read_as(log, path, State.DECLINED)
    answers = tuple((key, "no") for key in INTRUDER)
    reading = Reading(by="carol@example.org", on=DAY, decision=State.APPROVED, answers=answers)
    with pytest.raises(Overtaken, match=BEA):
        decide(Log(root=log, trust=trust()), path, start, reading)
    assert not place_of(log / "guidance", TOLD.id).exists()


def test_what_a_kill_cut_short_waits_for_the_same_reader_again(log: Path, published: Path) -> None:
    path = put(log)
    start = SEEN.given(whole_digest(read_reported(path)))
    read_as(log, path, State.APPROVED)
    place_of(log / "guidance", TOLD.id).unlink()  # as if it had never come so far
    [waiting] = reports_for(Log(root=log, trust=trust()), BEA)
    assert waiting.report == TOLD
    reading = Reading(by=BEA, on=DAY, decision=State.APPROVED, answers=tuple((key, "no") for key in INTRUDER))
    decide(Log(root=log, trust=trust()), path, start, reading)
    assert place_of(log / "guidance", TOLD.id).exists()


def test_what_a_kill_cut_short_is_not_gone_on_with_once_its_words_are_others(log: Path, published: Path) -> None:
    path = put(log)
    start = SEEN.given(whole_digest(read_reported(path)))
    read_as(log, path, State.APPROVED)
    place_of(log / "guidance", TOLD.id).unlink()
    other = replace(TOLD, differed="In the evening.")
    signature = sign(told(other, KIM, DAY), REPORT, 3)
    path.write_text(render_reported(replace(read_reported(path), report=other, signature=signature)), encoding="utf-8")
    reading = Reading(by=BEA, on=DAY, decision=State.APPROVED, answers=tuple((key, "no") for key in INTRUDER))
    with pytest.raises(Overtaken):
        decide(Log(root=log, trust=trust()), path, start, reading)
    assert not place_of(log / "guidance", TOLD.id).exists()


def test_a_public_file_that_no_reader_signed_is_not_taken_for_the_approved_one(log: Path, published: Path) -> None:
    path = put(log)
    put_report(log, approve_report(TOLD, seed=2))
    with pytest.raises(CircleError, match="belongs to no reader"):
        read_as(log, path, State.APPROVED)
    assert read_reported(path).state is State.PROPOSED


def test_one_that_is_withdrawn_stays_so_whatever_git_brings_back(circle: Run, log: Path, published: Path) -> None:
    read_as(log, put(log), State.APPROVED)
    public = place_of(log / "guidance", TOLD.id)
    done = circle("withdraw", TOLD.id[:5], "--yes", cwd=log)
    assert (done.returncode, public.exists()) == (0, False)
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []
    git(log, "checkout", "HEAD~1", "--", f"guidance/reports/{TOLD.id}.md")
    held = read_published(published.parent)
    assert (held.points[0].tried, held.left_out) == ((), ())
    found = json.loads(circle("check", "--json", cwd=log).stdout)
    assert ([each["kind"] for each in found["findings"]], found["reports"]) == (["withdrawn"], 1)
    assert circle("withdraw", TOLD.id, cwd=log).returncode == 0 and not public.exists()
    again = put(log, replace(TOLD, id="bcde2345"))  # and now the same person may tell it anew
    read_as(log, again, State.APPROVED)


def test_a_reader_who_ends_leaves_what_they_approved(circle: Run, log: Path, published: Path) -> None:
    read_as(log, put(log), State.APPROVED)
    done = circle("readers", "--end", "reader-exam", cwd=log)
    assert "1 learning point and 1 report they approved stay" in done.stdout
    assert len(read_published(published.parent).points[0].tried) == 1


def test_it_is_listed_read_and_approved_at_a_terminal(
    log: Path, published: Path, review: Callable[..., str], terminal_says: Callable[[Path], str]
) -> None:
    put(log)
    git(log, "config", "user.email", BEA)
    assert f"{TOLD.id}  somebody tried “Let people choose the place”: it worked" in terminal_says(log)
    said = review(log, "1", *["1"] * 5, "1")
    assert "What was different there: By telephone, and it took longer." in " ".join(said.split())
    assert "Approved: thank you" in said
    assert place_of(log / "guidance", TOLD.id).exists()


def test_without_words_nobody_is_asked_the_intruders_questions(
    log: Path, published: Path, review: Callable[..., str], terminal_says: Callable[[Path], str]
) -> None:
    put(log, replace(TOLD, differed=None))
    git(log, "config", "user.email", BEA)
    assert "Returned to whoever told it" in review(log, "1", "2", "When was it?\n.")
    git(log, "config", "user.email", KIM)
    told_back = " ".join(terminal_says(log).split())
    assert "“When was it?”" in told_back and "circle tried k3f9abcd" in told_back
    assert reported_files(log) != ()
