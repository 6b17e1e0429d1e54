"""In a base: what came in is listed, read once more, taken in or returned; what is not in order stops nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, git, hold_key, publish, put_report, report
from running import Run
from signed import approve, approve_report, public_key
from terminals import reply_to_each, spawn

from circle_cli.commands.receiving.arrived import Arrived, incoming
from circle_cli.commands.receiving.reading import by_whom
from circle_cli.commands.receiving.taking_in import give_back, take_in
from circle_cli.log.folder import Log
from circle_cli.points.file import render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint, StatementLink
from circle_cli.signing.readers import load_readers

EDITOR = 5
"""Whose key an editor has: another than the team's reader."""


@pytest.fixture
def editor(base: Path, tmp_path: Path) -> Log:
    git(tmp_path / "editor", "fetch", "-q", "origin")
    return Log(root=tmp_path / "editor")


@pytest.fixture
def send(team: Path, editor: Log, circle: Run) -> Callable[..., None]:
    """Has the team publish a point, different in fields, and the editor fetch what came in."""

    def sent(id_: str = "k3f9abcd", **different: object) -> None:
        publish(team, id=id_, tried=(), **different)
        git(team, "add", ".")
        git(team, "commit", "-qm", "More")
        assert circle("publish", id_, "--confirm", "yes", cwd=team).returncode == 0
        git(editor.root, "fetch", "-q", "origin")

    return sent


@pytest.fixture
def reads(tmp_path: Path, editor: Log) -> Callable[..., str]:
    """Reads at a plain terminal as an editor, and types these lines; gives what was said."""

    def run(*arguments: str, lines: tuple[str, ...]) -> str:
        hold_key(EDITOR)
        child = spawn(["review", "--plain", *arguments], {"TERM": "dumb"}, cwd=str(editor.root), encoding="utf-8")
        told, _ = reply_to_each(child, lines)
        return " ".join(told.split())

    return run


def arrived(log: Log) -> list[Arrived]:
    return list(incoming(log).arrived)


def test_a_sync_says_to_editors_what_came_in(send: Callable[..., None], editor: Log, circle: Run) -> None:
    send()
    told = circle("sync", cwd=editor.root)
    assert "1 thing from teams to be read: circle review" in told.stderr
    (only,) = arrived(editor)
    take_in(editor, only)
    assert "to be read" not in circle("sync", cwd=editor.root).stderr


def put(log: Path, branch: str, path: str, text: str) -> None:
    """Push something to the base as somebody does who has no circle, or means no good."""
    git(log, "checkout", "-q", "-b", branch, "origin/main")
    (log / path).parent.mkdir(parents=True, exist_ok=True)
    (log / path).write_text(text, encoding="utf-8")
    git(log, "add", "-f", path)
    git(log, "commit", "-qm", "x")
    git(log, "push", "-q", "origin", f"{branch}:{branch}")
    git(log, "checkout", "-q", "main")
    git(log, "branch", "-q", "-D", branch)


def test_what_came_in_is_listed_with_its_team(send: Callable[..., None], editor: Log, circle: Run) -> None:
    send()
    done = circle("review", cwd=editor.root)
    assert done.returncode == 0 and "k3f9abcd  Let people choose the place  (team-" in done.stdout, done.stderr
    assert "circle review, and its id" in done.stderr


def test_it_is_read_with_the_five_questions_and_taken_in(
    send: Callable[..., None], editor: Log, circle: Run, reads: Callable[..., str]
) -> None:
    send()
    told = reads("k3f9", lines=("1",) * 7)
    assert "a relative, a neighbour" in told and "might they mind?" in told and "Taken in: thank you" in told
    (point,) = read_published(editor.root / "guidance" / "learning-points").points
    assert point.title == "Let people choose the place"
    readers = load_readers(editor.root)
    (team,) = [each for each in readers.readers if each.key == public_key()]
    assert team.since and readers.team_of(team.name).startswith("team-")
    assert git(editor.root, "status", "--porcelain") == ""
    assert arrived(editor) == [] and circle("check", cwd=editor.root).returncode == 0
    assert "Let people choose" not in circle("review", cwd=editor.root).stdout


def test_an_editor_hears_of_a_key_that_says_it_is_a_known_teams(
    send: Callable[..., None], editor: Log, circle: Run
) -> None:
    send()
    assert "by a key that is new here" in circle("review", cwd=editor.root).stdout
    (first,) = arrived(editor)
    assert "new here, and says that it is team-" in by_whom(editor, first)
    take_in(editor, first)
    again = replace(first, admits=replace(first.admits, name="reader-bbbb", key=public_key(2)))
    assert "Others read for" in by_whom(editor, again)
    assert by_whom(editor, replace(first, admits=None)) == ""


def test_it_is_returned_and_only_that_is_public(
    send: Callable[..., None], editor: Log, team: Path, circle: Run, reads: Callable[..., str]
) -> None:
    send()
    told = reads("k3f9", lines=("1", "1", "1", "1", "1", "1", "2", "Say it without the heron.\n."))
    assert "Returned: the base notes that" in told
    assert arrived(editor) == [] and not list((editor.root / "guidance").rglob("k3f9abcd.md"))
    kept = editor.root / ".circle" / "comments" / "k3f9abcd.txt"
    assert kept.read_text("utf-8") == "Say it without the heron.\n"
    assert "heron" not in git(editor.root, "grep", "-h", "", "main")
    git(editor.root, "push", "-q", "origin", "main")
    git(
        editor.root,
        "push",
        "-q",
        "origin",
        "--delete",
        *git(team.parent / "base.git", "branch", "--list", "in/*").split(),
    )
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and "an editor of the base returned it" in done.stderr


def test_what_is_not_in_order_is_set_aside_and_stops_nothing(
    send: Callable[..., None], editor: Log, circle: Run
) -> None:
    send()
    put(editor.root, "in/aaaa", "guidance/learning-points/zzzzabcd.md", "Zebedee Quillon\n")
    put(editor.root, "in/bbbb", "sessions/2026/2026-03-02-abcd-x.md", "Zebedee Quillon\n")
    put(editor.root, "in/cccc", "readers", "nonsense\n")
    git(editor.root, "branch", "in/dddd", git(editor.root, "commit-tree", "-m", "x", "main^{tree}").strip())
    done = circle("review", cwd=editor.root)
    assert done.returncode == 0, done.stderr
    assert "k3f9abcd" in done.stdout
    for branch in ("in/aaaa", "in/bbbb", "in/cccc", "in/dddd"):
        assert f"Set aside: {branch}" in done.stderr
    assert "Zebedee" not in done.stdout + done.stderr


FOREIGN = {
    "a theme that the base has not": {"themes": ("our-own",)},
    "a telephone number": {"how": "Ring 01632 960123."},
    "a framework that the base has not": {"frameworks": (StatementLink(framework="our-own", statement="1"),)},
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_the_base_would_not_say_cannot_be_taken_in(team: Path, editor: Log, circle: Run, what: str) -> None:
    path = publish(team, tried=(), **FOREIGN[what])
    asks = f"# asks: reader-exam {public_key()}\n# team: reader-exam team-aaaa\n"
    put(editor.root, "in/aaaa", "readers", asks)
    put(editor.root, "in/aaaa2", f"guidance/learning-points/{path.name}", path.read_text("utf-8"))
    git(editor.root, "checkout", "-q", "-b", "in/both", "origin/in/aaaa")
    git(editor.root, "checkout", "-q", "origin/in/aaaa2", "--", "guidance")
    git(editor.root, "commit", "-qm", "x")
    git(editor.root, "checkout", "-q", "main")
    (each,) = [each for each in arrived(editor) if each.branch == "in/both"]
    assert each.obstacle and each.admits
    assert "It cannot be taken in as it stands" in circle("review", cwd=editor.root).stderr


def test_a_teams_theme_is_mapped_when_it_is_taken_in(
    send: Callable[..., None], editor: Log, team: Path, circle: Run, reads: Callable[..., str]
) -> None:
    ours = (ROOT / "guidance" / "themes.yml").read_text("utf-8").replace("{id: relationships,", "{id: our-own,")
    (team / "guidance" / "themes.yml").write_text(ours, encoding="utf-8")
    send(themes=("our-own",), frameworks=())
    assert "It cannot be taken in as it stands" in circle("review", cwd=editor.root).stderr
    told = reads("k3f9", lines=("1",) * 8)
    assert "calls a theme “our-own”" in told and "Taken in: thank you" in told
    (point,) = read_published(editor.root / "guidance" / "learning-points").points
    assert len(point.themes) == 1 and point.themes != ("our-own",)
    assert circle("check", cwd=editor.root).returncode == 0
    assert git(editor.root, "status", "--porcelain") == ""


def test_what_nobody_asks_for_with_a_key_is_not_taken(team: Path, editor: Log) -> None:
    path = publish(team, tried=())
    put(editor.root, "in/aaaa", f"guidance/learning-points/{path.name}", path.read_text("utf-8"))
    (each,) = arrived(editor)
    assert "belongs to no reader" in each.obstacle


def test_a_report_waits_for_its_point_and_a_revision_takes_its_place(
    send: Callable[..., None], team: Path, editor: Log
) -> None:
    put_report(team, approve_report(report(differed="By phone.")))
    send()
    point, told = arrived(editor)
    assert point.obstacle == "" and "is not here" in told.obstacle
    assert take_in(editor, point)[0].done
    (told,) = arrived(editor)
    assert told.obstacle == "" and take_in(editor, told)[0].done
    (shown,) = read_published(editor.root / "guidance" / "learning-points").points
    assert [each.differed for each in shown.tried] == ["By phone."]
    git(editor.root, "push", "-q", "origin", "main")
    send(revision=2, title="Let people choose the room")
    (again,) = arrived(editor)
    assert again.admits is None and take_in(editor, again)[0].done
    (shown,) = read_published(editor.root / "guidance" / "learning-points").points
    assert (shown.revision, shown.title) == (2, "Let people choose the room")


def test_a_withdrawal_wins_over_what_is_here_and_over_what_waits(
    send: Callable[..., None], team: Path, editor: Log, circle: Run, reads: Callable[..., str]
) -> None:
    send()
    send("mmmmabcd")
    first = next(each for each in arrived(editor) if each.id == "k3f9abcd")
    take_in(editor, first)
    git(editor.root, "push", "-q", "origin", "main")
    for id_ in ("k3f9abcd", "mmmmabcd"):
        assert circle("withdraw", id_, "--yes", cwd=team).returncode == 0
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    git(editor.root, "fetch", "-q", "origin")
    assert "its team has withdrawn it" in circle("review", cwd=editor.root).stdout
    assert len(arrived(editor)) == 2
    for id_ in ("k3f9abcd", "mmmmabcd"):
        assert "Withdrawn: " in reads(id_, lines=("2",))
    assert arrived(editor) == []
    assert read_published(editor.root / "guidance" / "learning-points").points == ()
    assert "Ask where" not in git(editor.root, "grep", "-h", "", "main")


def test_another_teams_wording_does_not_take_the_place_of_one(
    send: Callable[..., None], editor: Log, team: Path
) -> None:
    send()
    (first,) = arrived(editor)
    take_in(editor, first)
    assert isinstance(first.what, LearningPoint)
    other = approve(replace(first.what, revision=2, title="Ours", approval=None), seed=2)
    asks = f"# asks: reader-aaaa {public_key(2)}\n# team: reader-aaaa team-bbbb\n"
    git(editor.root, "push", "-q", "origin", "main")
    git(editor.root, "checkout", "-q", "-b", "in/other")
    (editor.root / "readers").write_text((editor.root / "readers").read_text() + asks)
    (editor.root / first.path).write_text(render_point(other))
    git(editor.root, "commit", "-qam", "x")
    git(editor.root, "checkout", "-q", "main")
    (each,) = arrived(editor)
    assert "another team sent" in each.obstacle


def test_the_reader_of_a_team_neither_admits_nor_approves_for_the_base(
    send: Callable[..., None], editor: Log, circle: Run
) -> None:
    send()
    (first,) = arrived(editor)
    take_in(editor, first)
    admitted = load_readers(editor.root)
    assert [each.key for each in admitted.readers] == [public_key()] and admitted.at_home.readers == ()
    assert "(reads for team-" in circle("readers", cwd=editor.root).stdout


def test_a_comment_that_was_kept_is_not_written_over(send: Callable[..., None], editor: Log) -> None:
    send()
    (each,) = arrived(editor)
    places: list[Any] = [give_back(editor, each, words)[0] for words in ("One", "Two", "Two")]
    assert [place.read_text() for place in places] == ["One\n", "Two\n", "Two\n"]
