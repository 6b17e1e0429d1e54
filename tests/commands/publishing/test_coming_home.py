"""What a base has withdrawn is withdrawn in the team's log by its next sync, and no words of it come back."""

from pathlib import Path

import pytest
from making import git, publish, put_report, put_session, report
from running import Run
from signed import approve_report

from circle_cli.points.approval import digest
from circle_cli.points.file import read_point
from circle_cli.points.notices import render_notice
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.vocabulary import Was

LEARNT = (
    "learning_points:\n  - {id: 1, text: Ask where, scope: general, share: published, point: k3f9abcd}\n"
    'cast:\n  - {name: "Zebedee Quillon"}\n'
)
ID = "k3f9abcd"


@pytest.fixture
def shared(team: Path, base: Path, tmp_path: Path) -> Path:
    """The team's log, with a point and a report on it that its base has too."""
    put_session(team, "2026-03-03-mnpq", "Where", LEARNT, what_worked="It was.")
    point = publish(team, tried=())
    told = put_report(team, approve_report(report(differed="By phone.")))
    git(team, "add", ".")
    git(team, "commit", "-qm", "More")
    editor = tmp_path / "editor"
    for path in (point, told):
        there = editor / path.relative_to(team)
        there.parent.mkdir(exist_ok=True)
        there.write_bytes(path.read_bytes())
    push(editor)
    return team


def push(editor: Path) -> None:
    git(editor, "add", ".")
    git(editor, "commit", "-q", "--allow-empty", "-m", "x")
    git(editor, "push", "-q", "origin", "main")


def withdrawn_there(editor: Path, *names: str) -> None:
    for name in names:
        was = Was.REPORT if name == "abcd2345" else Was.POINT
        notice = editor / "guidance" / "withdrawn" / f"{name}.md"
        notice.parent.mkdir(exist_ok=True)
        notice.write_text(render_notice(Withdrawn(id=name, year=2026, was=was)))
    push(editor)


def test_what_the_base_withdrew_is_withdrawn_here_and_the_session_is_private_again(
    shared: Path, tmp_path: Path, circle: Run
) -> None:
    circle("sync", cwd=shared)
    before = git(shared, "rev-parse", "HEAD")
    withdrawn_there(tmp_path / "editor", ID, "abcd2345")
    done = circle("sync", cwd=shared)
    assert done.returncode == 0, done.stderr
    assert f"Withdrawn in the base, and now here too: “Let people choose the place” ({ID})" in done.stdout
    assert "now here too: abcd2345" in done.stdout
    point = (shared / "guidance" / "learning-points" / f"{ID}.md").read_text()
    assert "choose" not in point
    assert not (shared / "guidance" / "reports" / "abcd2345.md").exists()
    assert {path.name for path in (shared / "guidance" / "withdrawn").glob("*.md")} == {f"{ID}.md", "abcd2345.md"}
    session = next((shared / "sessions").rglob("2026-03-03-mnpq*.md")).read_text()
    assert ID not in session
    assert git(shared, "status", "--porcelain") == ""
    assert git(shared, "rev-parse", "HEAD") != before
    assert "The base has withdrawn it, too." in circle("withdraw", ID, "--yes", cwd=shared).stderr


def test_said_again_it_looks_at_nothing_and_a_base_that_is_away_stops_nothing(
    shared: Path, base: Path, tmp_path: Path, circle: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdrawn_there(tmp_path / "editor", "zzzzabcd")  # another team's
    assert "Withdrawn" not in circle("sync", cwd=shared).stdout
    head = git(shared, "rev-parse", "HEAD")
    with monkeypatch.context() as unread:
        unread.setattr("circle_cli.commands.receiving.coming_home.copy_of_base", None)
        assert circle("sync", cwd=shared).returncode == 0
    base.rename(base.with_name("away"))
    done = circle("sync", cwd=shared)
    assert (done.returncode, "What was withdrawn is not known from" in done.stderr) == (0, True)
    assert git(shared, "rev-parse", "HEAD") == head


def test_what_was_stopped_in_the_middle_is_seen_through_by_the_next_sync(
    shared: Path, tmp_path: Path, circle: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdrawn_there(tmp_path / "editor", ID)
    with monkeypatch.context() as stopped:

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        stopped.setattr("circle_cli.commands.receiving.coming_home.back_to_private", stop)
        circle("sync", cwd=shared)
    session = next((shared / "sessions").rglob("2026-03-03-mnpq*.md"))
    assert ID in session.read_text()
    assert circle("sync", cwd=shared).returncode == 0
    assert ID not in session.read_text()
    assert git(shared, "status", "--porcelain") == ""


def test_what_is_no_base_withdraws_nothing(shared: Path, tmp_path: Path, circle: Run) -> None:
    (tmp_path / "editor" / "circle.yml").write_text("kind: team\n")
    withdrawn_there(tmp_path / "editor", ID)
    done = circle("sync", cwd=shared)
    assert "does not lead to a base" in done.stderr and "Withdrawn" not in done.stdout
    assert "choose" in (shared / "guidance" / "learning-points" / f"{ID}.md").read_text()


def test_what_an_editor_returned_is_said(shared: Path, tmp_path: Path, circle: Run) -> None:
    point = read_point(shared / "guidance" / "learning-points" / f"{ID}.md")
    assert isinstance(point, LearningPoint)
    said = "Returned by an editor of the base: “Let people choose the place”"
    for wording, is_said in (("0" * 64, False), (digest(point), True)):
        (tmp_path / "editor" / "returned").write_text(f"{ID} {wording}\n")
        push(tmp_path / "editor")
        assert (said in circle("sync", cwd=shared).stderr) is is_said
