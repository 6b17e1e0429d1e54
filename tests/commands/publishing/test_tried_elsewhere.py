"""`circle tried` by the id that a page shows: in a base's copy, or from a log that has not got the point."""

from pathlib import Path

import pytest
from committed import OURS
from decided import report_approved
from making import POINT, git, hold_key, publish
from running import Run

from circle_cli.commands.by_kind import review
from circle_cli.commands.door.trying.reading import told_of
from circle_cli.commands.edge import Asked
from circle_cli.commands.receiving.arrived import incoming
from circle_cli.commands.receiving.taking_in import take_in
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.points.by_email.letters import Letter, mail_of
from circle_cli.points.folder import read_published
from circle_cli.points.record import Report
from circle_cli.share.reporting import read_reported, reported_files
from circle_cli.signing.readers import load_readers

HOW = ("--outcome", "worked", "--differed", "By phone.")


@pytest.fixture
def editor(base: Path, tmp_path: Path) -> Path:
    """An editor's copy of a base that has a learning point, which is in its repository too."""
    log = tmp_path / "editor"
    publish(log, tried=())
    git(log, "add", ".")
    git(log, "commit", "-qm", "One")
    git(log, "push", "-q", "origin", "HEAD:main")
    return log


def taken_in(editor: Path) -> list[str | None]:
    """Have an editor take in the one report that came in; give what is told of the learning point then."""
    git(editor, "fetch", "-q", "origin")
    log = Log(root=editor, trust=OURS)
    (each,) = incoming(log).arrived
    assert each.obstacle == "" and all(commit.done for commit in take_in(log, each))
    (point,) = read_published(editor / "guidance" / "learning-points").points
    return [trial.differed for trial in point.tried]


def test_from_a_teams_log_it_is_read_there_and_goes_with_the_next_publish(
    editor: Path, team: Path, base: Path, circle: Run
) -> None:
    hold_key(3)
    done = circle("tried", "k3f9abcd", *HOW, cwd=team)
    assert done.returncode == 0 and "`circle publish` takes it to the base" in done.stderr, done.stderr
    (path,) = reported_files(team)
    assert "“k3f9abcd, on the site of your base”" in told_of(Log(root=team), read_reported(path))
    assert all(commit.done for commit in report_approved(team))
    assert circle("check", cwd=team).returncode == 0, circle("check", cwd=team).stdout
    assert read_published(team / "guidance" / "learning-points").left_out == ()
    done = circle("publish", "k3f9abcd", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and "a report from trying k3f9abcd" in done.stderr, done.stderr
    assert taken_in(editor) == ["By phone."]


def test_an_id_of_nothing_stays_here_and_without_a_base_is_refused(
    editor: Path, team: Path, base: Path, circle: Run
) -> None:
    hold_key(3)
    assert circle("tried", "zzzzabcd", *HOW, "--wording", "2", cwd=team).returncode == 0
    assert all(commit.done for commit in report_approved(team))
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and "has not got the learning point that it speaks of" in done.stderr, done.stderr
    (team / "circle.yml").write_text("kind: team\n", encoding="utf-8")
    done = circle("tried", "mmmmabcd", *HOW, cwd=team)
    assert done.returncode == 2 and "`base:`" in done.stderr
    assert circle("tried", "k3f9", *HOW, cwd=team).returncode == 2


def test_in_a_bases_copy_it_waits_without_a_name_and_publish_sends_it(
    editor: Path, base: Path, tmp_path: Path, circle: Run
) -> None:
    git(tmp_path, "clone", "-q", str(base), "copy")
    copy, before = tmp_path / "copy", git(tmp_path / "editor", "rev-parse", "main")
    hold_key(7)
    done = circle("tried", "k3f9abcd", *HOW, cwd=copy)
    assert done.returncode == 0, done.stderr
    branch = done.stdout.strip()
    assert git(copy, "log", "-1", "--format=%an %ae %aI", branch).startswith("circle circle@circle.invalid ")
    assert git(copy, "status", "--porcelain") == "" and git(copy, "rev-parse", "HEAD") == before
    assert "each counts once" in circle("tried", "k3f9abcd", *HOW, cwd=copy).stderr
    done = circle("publish", "--confirm", "yes", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert "it waits there for an editor" in circle("publish", "--confirm", "yes", cwd=copy).stderr
    hold_key(5)
    assert taken_in(editor) == ["By phone."]
    readers = load_readers(editor)
    assert [readers.team_of(each.name)[:5] for each in readers.readers] == ["", "team-"]
    assert circle("check", cwd=editor).returncode == 0


def test_an_editor_does_not_take_in_what_they_told_themselves(
    editor: Path, circle: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_key(1)
    assert circle("tried", "k3f9", *HOW, cwd=editor).returncode == 0
    (each,) = incoming(Log(root=editor)).arrived
    monkeypatch.chdir(editor)
    with pytest.raises(CircleError, match="another editor"):
        review(Asked(), each.id, require_commit=False)


def test_in_a_bases_copy_e_mails_are_taken_in_beside_what_its_editor_told(
    editor: Path, tmp_path: Path, circle: Run
) -> None:
    hold_key(1)
    body = mail_of(Letter.TRIED, POINT, POINT.title).body.replace("empty.\n", "empty.\nOn foot.\n")
    (tmp_path / "mail.txt").write_text(body.replace("[ ] It worked\n", "[x] It worked\n"), encoding="utf-8")
    assert circle("tried", "k3f9", *HOW, cwd=editor).returncode == 0
    letter = ("tried", "k3f9", "--from", str(tmp_path / "mail.txt"))
    assert circle(*letter, cwd=editor).returncode == 0
    assert "is here already" in circle(*letter, cwd=editor).stderr
    assert circle("tried", "k3f9", "--suggest", "Say where.", cwd=editor).returncode == 0
    told = [each.what for each in incoming(Log(root=editor)).arrived if isinstance(each.what, Report)]
    assert {each.differed for each in told} == {"By phone.", "On foot.", "Say where."}
    assert [each.outcome for each in told].count(None) == 1


def test_what_was_withdrawn_gets_no_reports(editor: Path, team: Path, base: Path, circle: Run) -> None:
    hold_key(3)
    assert circle("tried", "k3f9abcd", *HOW, cwd=team).returncode == 0
    assert all(commit.done for commit in report_approved(team))
    hold_key(1)
    assert circle("withdraw", "k3f9", "--yes", cwd=editor).returncode == 0
    git(editor, "push", "-q", "origin", "main")
    assert "it was withdrawn" in circle("tried", "k3f9abcd", *HOW, cwd=editor).stderr
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert "has withdrawn the learning point that it speaks of" in done.stderr
