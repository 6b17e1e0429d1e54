"""`circle undo`: the last change is undone by a new one; nobody's words go with it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import SESSION_ID, approve, git, keep_session

from circle_cli.identifiers.lists import Lists
from circle_cli.log.folder import INDEX
from circle_cli.log.history.git import commit
from circle_cli.log.index import finding
from circle_cli.points.file import render_point
from circle_cli.points.record import LearningPoint, Trial
from circle_cli.share.reporting import reported_files
from circle_cli.vocabulary import Outcome

Run = Callable[..., Any]
FRONT = 'action_points:\n  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01, tracked_by: "Jo", done: null}\n'


@pytest.fixture
def kept(log: Path) -> Path:
    return keep_session(log, SESSION_ID, "The place", FRONT, what_worked="It did.")


@pytest.fixture
def run(circle: Run, log: Path) -> Run:
    return lambda *words, **how: circle(*words, cwd=log, **how)


CHANGES = {
    "done": ("done", "k3f9", "1"),
    "rename": ("rename", "k3f9", "Another"),
    "delete": ("delete", "k3f9", "--confirm", SESSION_ID),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_undone_and_done_again(run: Run, log: Path, kept: Path, change: str) -> None:
    before = kept.read_bytes()
    run(*CHANGES[change])
    since = kept.read_bytes() if kept.exists() else None
    assert since != before
    assert run("undo", "--yes").returncode == 0
    assert kept.read_bytes() == before
    assert run("undo", "--yes").returncode == 0
    assert (kept.read_bytes() if kept.exists() else None) == since
    assert run("undo", "--yes").returncode == 0
    assert kept.read_bytes() == before
    assert git(log, "status", "--porcelain") == ""
    assert git(log, "rev-list", "--count", "HEAD") == "6\n"


def test_nothing_stays_in_the_index_of_a_session_that_is_taken_out(
    run: Run, log: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "WORTH_IT", 1)
    assert "It did." in run("search", "did").stdout
    assert b"It did." in (log / INDEX).read_bytes()
    assert run("undo", "--yes").returncode == 0
    assert not kept.exists()
    assert b"It did." not in (log / INDEX).read_bytes()


def test_a_saved_session_is_taken_out_and_comes_back(run: Run, log: Path, kept: Path) -> None:
    before = kept.read_bytes()
    done = run("undo", "--yes")
    assert "takes “The place”" in done.stderr and "the history keeps it" in done.stderr
    assert not kept.exists()
    run("undo", "--yes")
    assert kept.read_bytes() == before


def test_what_somebody_changed_since_is_never_touched(run: Run, log: Path, kept: Path) -> None:
    run("done", "k3f9", "1")
    kept.write_text(kept.read_text() + "\nBy hand.\n")
    before = kept.read_bytes()
    done = run("undo", "--yes")
    assert done.returncode == 2
    assert "changed since, so nothing was undone" in done.stderr
    assert kept.read_bytes() == before
    git(log, "commit", "-qam", "by hand")
    assert run("undo", "--yes").returncode == 2
    assert kept.read_bytes() == before


def test_a_change_elsewhere_does_not_stand_in_the_way(run: Run, log: Path, kept: Path) -> None:
    before = kept.read_bytes()
    run("done", "k3f9", "1")
    (log / "notes.txt").write_text("by hand")
    git(log, "add", "notes.txt")
    git(log, "commit", "-qm", "Notes")
    assert run("undo", "--yes").returncode == 0
    assert kept.read_bytes() == before
    assert (log / "notes.txt").exists()


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Add learning point k3f9abcd", "circle withdraw"),
        ("Withdraw learning point k3f9abcd", "circle share"),
        ("Propose learning point k3f9abcd", "circle review"),
        ("Record the reading of learning point k3f9abcd", "proposes it anew"),
        ("Approve kit.md", "read anew"),
        ("Approve lists of the identifier check", "read anew"),
    ],
)
def test_what_happened_at_the_door_is_not_undone_so(run: Run, log: Path, kept: Path, message: str, told: str) -> None:
    point = log / "guidance" / "learning-points" / "k3f9abcd.md"
    point.parent.mkdir(parents=True, exist_ok=True)
    point.write_text("words")
    assert commit(log, [point], message).done
    done = run("undo", "--yes")
    assert done.returncode == 2
    assert told in done.stderr
    assert point.exists() and kept.exists()


def test_a_session_is_not_parted_from_what_it_shares(run: Run, log: Path, kept: Path) -> None:
    point = 'learning_points:\n  - {id: 1, text: "a", scope: general, share: published, point: k3f9abcd}\n---\n'
    kept.write_text(kept.read_text().replace("---\n\n", f"{point}\n"))
    assert commit(log, [kept], f"Update session {SESSION_ID}").done
    before = kept.read_bytes()
    assert run("undo", "--yes").returncode == 2
    assert kept.read_bytes() == before


def test_another_persons_change_stays(run: Run, log: Path, kept: Path) -> None:
    kept.write_text(kept.read_text() + "\nBy Ade.\n")
    git(log, "commit", "-qam", f"Update session {SESSION_ID}", "--author=Ade <ade@example.org>")
    before = kept.read_bytes()
    assert run("undo", "--yes").returncode == 2
    assert kept.read_bytes() == before


@pytest.mark.parametrize("settings", ["", "[user]\n\tname = Somebody\n\temail = nobody@circle.invalid\n"])
def test_where_nobody_knows_whose_a_change_is_it_is_not_undone_without_asking(
    run: Run, log: Path, kept: Path, own_home: Path, terminal: Any, settings: str
) -> None:
    kept.write_text(kept.read_text() + "\nBy Ade.\n")
    git(log, "commit", "-qam", f"Update session {SESSION_ID}", "--author=Ade <ade@example.org>")
    (own_home / ".gitconfig").write_text(settings)
    before = kept.read_bytes()
    done = run("undo", "--yes")
    assert done.returncode == 2
    assert "nobody can tell from here whether this change is yours" in done.stderr
    at = terminal("--plain", "undo").until("by Ade: Update session", "Nobody has said here who you are", "Undo this?")
    at.keys("\r").until("Nothing was changed.")
    assert at.end() == 0
    assert kept.read_bytes() == before


@pytest.mark.parametrize("git_is", ["not on the computer", "not in the folder"])
def test_without_git_there_is_nothing_to_undo_and_that_is_said(run: Run, log: Path, kept: Path, git_is: str) -> None:
    shutil.rmtree(log / ".git") if git_is == "not in the folder" else None
    done = run("undo", "--yes", env={"PATH": "/nowhere"} if git_is == "not on the computer" else {})
    assert done.returncode == 2
    said = (
        "git was not found on this computer" if git_is == "not on the computer" else "no change in this log's history"
    )
    assert said in done.stderr
    assert kept.exists()


def test_without_a_terminal_the_flag_is_named(run: Run, kept: Path) -> None:
    done = run("undo")
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert kept.exists()


def test_at_a_terminal_it_says_what_goes_and_comes_back(run: Run, terminal: Any, kept: Path) -> None:
    run("rename", "k3f9", "Another")
    since = kept.read_bytes()
    at = terminal("--plain", "undo").until("These lines go:", "Another", "These come back:", "The place", "Undo this?")
    at.keys("\r").until("Nothing was changed.")
    assert at.end() == 0
    assert kept.read_bytes() == since


def test_a_report_that_waits_is_undone(run: Run, log: Path, published: Path) -> None:
    assert run("tried", published.stem, "--outcome", "worked").returncode == 0
    assert len(reported_files(log)) == 1
    assert run("undo", "--yes").returncode == 0
    assert reported_files(log) == ()


def test_a_trial_of_an_earlier_version_is_undone_and_the_approval_stays(
    run: Run, log: Path, published: Path, point: LearningPoint, lists: Lists
) -> None:
    before = published.read_bytes()
    trial = Trial(outcome=Outcome.WORKED, year=2026)
    published.write_text(render_point(replace(approve(point, lists=lists.version), tried=(trial,))), encoding="utf-8")
    git(log, "commit", "-qam", f"Add a trial to learning point {published.stem}")
    assert run("undo", "--yes").returncode == 0
    assert published.read_bytes() == before


def test_an_edit_by_hand_that_came_between_two_changes_stays(run: Run, log: Path, kept: Path) -> None:
    kept.write_text(kept.read_text() + "\nBy hand.\n")
    git(log, "commit", "-qam", "By hand")
    run("rename", "k3f9", "Another")
    assert run("undo", "--yes").returncode == 0
    assert "By hand." in kept.read_text()
    assert "The place" in kept.read_text()
