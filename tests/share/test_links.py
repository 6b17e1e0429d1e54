"""A link in a log leads nowhere: no command reads, shows, changes or commits what lies at its other end."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from making import git, keep_session, publish, put_session, session_text
from proposing import PARTS, SESSION, become, propose
from running import Run

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log, find_session, session_files
from circle_cli.log.saving import save_new, save_over
from circle_cli.session.file import read_session
from circle_cli.system.no_links import content_of, inside

CANARY = "Wibblethorpe"
ACTIONS = f'action_points:\n  - {{id: 1, what: "Ring {CANARY}"}}\n'
WHOLE = SESSION.replace("frameworks:", f"{ACTIONS}frameworks:").replace("Canaryword", CANARY)
S = "2026-05-05-abcd-the-walk.md"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the log, with a session of somebody else's in it."""
    folder = tmp_path / "elsewhere"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / S).write_text(WHOLE, encoding="utf-8")
    return folder


def link_file(log: Path, elsewhere: Path) -> None:
    (log / "sessions" / "2026").mkdir(exist_ok=True)
    (log / "sessions" / "2026" / S).symlink_to(elsewhere / "2026" / S)


def link_year(log: Path, elsewhere: Path) -> None:
    (log / "sessions" / "2026").symlink_to(elsewhere / "2026")


def link_sessions(log: Path, elsewhere: Path) -> None:
    (log / "sessions").rename(log / "old")
    (log / "sessions").symlink_to(elsewhere)


def link_relative(log: Path, elsewhere: Path) -> None:
    (log / "sessions" / "2026").mkdir(exist_ok=True)
    (log / "sessions" / "2026" / S).symlink_to(f"../../../elsewhere/2026/{S}")


def link_twice(log: Path, elsewhere: Path) -> None:
    (elsewhere / "inner").symlink_to("2026")
    (log / "sessions" / "2026").symlink_to(elsewhere / "inner")


LINKS = [link_file, link_year, link_sessions, link_relative, link_twice]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    "words",
    [
        ("done", "abcd", "1"),
        ("show", "abcd"),
        ("edit", "abcd"),
        ("rename", "abcd", "Another title"),
        ("delete", "abcd", "--confirm", "2026-05-05-abcd"),
        ("follow-up", "abcd"),
        ("resume", "abcd"),
        ("share", "abcd", "--from", "-"),
        ("takeaway", "abcd", "--to", "-"),
        ("print", "sheet", "abcd", "--to", "-"),
        ("list",),
        ("search", "walk"),
        ("actions",),
    ],
    ids=lambda words: words[0],
)
def test_no_command_follows_a_link_out_of_the_log(
    circle: Run, log: Path, elsewhere: Path, link: Callable[[Path, Path], None], words: tuple[str, ...]
) -> None:
    link(log, elsewhere)
    before = {path: path.read_bytes() for path in elsewhere.rglob("*.md")}
    done = circle(*words, cwd=log, stdin="{}")
    said = done.stdout + done.stderr
    assert CANARY not in said
    assert "Traceback" not in said
    if words[0] in ("list", "search", "actions"):
        assert "a link to another place" in done.stderr
    else:
        assert done.returncode in (2, 65)
    assert {path: path.read_bytes() for path in elsewhere.rglob("*.md")} == before
    assert CANARY not in git(log, "log", "-p")


def test_the_rest_is_listed_where_a_year_or_a_file_is_a_link(circle: Run, log: Path, elsewhere: Path) -> None:
    put_session(log, "2027-01-02-k3f9", "Tea together")
    link_year(log, elsewhere)
    (log / "sessions" / "2027" / "2027-01-03-abcd.md").symlink_to(elsewhere / "2026" / S)
    done = circle("list", cwd=log)
    assert done.returncode == 0
    assert "Tea together" in done.stdout
    assert done.stderr.count("a link to another place") == 2


def test_nothing_new_is_saved_through_a_linked_folder(log: Path, elsewhere: Path) -> None:
    link_year(log, elsewhere)
    with pytest.raises(CircleError, match="a link to another place"):
        save_new(Log(root=log), "2026-11-23-k3f9", "Tea", session_text())
    path = log / "sessions" / "2026" / S
    with pytest.raises(CircleError, match="a link to another place"):
        save_over(Log(root=log), path, "other", WHOLE.encode(), "Update")
    assert [each.name for each in (elsewhere / "2026").iterdir()] == [S]


@pytest.mark.parametrize("place", ["guidance", "guidance/learning-points", "guidance/learning-points/k3f9abcd.md"])
@pytest.mark.parametrize(
    "words",
    [
        ("tried", "k3f9abcd", "--outcome", "worked"),
        ("withdraw", "k3f9abcd", "--yes"),
        pytest.param(("site",), marks=pytest.mark.slow),
    ],
)
def test_a_learning_point_behind_a_link_is_neither_changed_nor_published(
    circle: Run, log: Path, tmp_path: Path, place: str, words: tuple[str, ...]
) -> None:
    publish(log)
    (log / place).rename(tmp_path / "away")
    (log / place).symlink_to(tmp_path / "away")
    before = {path: path.read_bytes() for path in tmp_path.glob("away/**/*.md")}
    done = circle(*words, cwd=log)
    assert done.returncode == 65
    assert "a link to another place" in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.glob("away/**/*.md")} == before
    assert not (log / "site" / "index.html").exists()


@pytest.mark.parametrize("place", ["proposals", "proposals/k3f9abcd.md"])
def test_a_proposal_is_neither_read_nor_written_through_a_link(
    circle: Run, log: Path, tmp_path: Path, place: str
) -> None:
    (log / "sessions" / "2026").mkdir()
    path = log / "sessions" / "2026" / S
    path.write_text(
        SESSION.replace('share: "no"}', "share: returned, point: k3f9abcd}", 1).replace("returned", "proposed")
    )
    (log / "proposals").mkdir(exist_ok=True)
    (tmp_path / "away").mkdir()
    if place == "proposals":
        (log / place).rmdir()
        (log / place).symlink_to(tmp_path / "away")
    else:
        (log / place).symlink_to(tmp_path / "away" / "x.md")
    done = propose(circle, log)
    assert (done.returncode, "a link to another place" in done.stderr) == (65, True), done.stderr
    assert not list((tmp_path / "away").iterdir())
    become(log, "bea")
    assert PARTS["title"] not in circle("review", cwd=log).stdout


def test_a_hard_link_is_a_file_of_the_log_and_its_other_name_is_never_written(
    circle: Run, log: Path, elsewhere: Path
) -> None:
    (log / "sessions" / "2026").mkdir()
    os.link(elsewhere / "2026" / S, log / "sessions" / "2026" / S)
    done = circle("done", "abcd", "1", "--note", "rang", cwd=log)
    assert done.returncode == 0, done.stderr
    assert (elsewhere / "2026" / S).read_text(encoding="utf-8") == WHOLE
    assert "rang" in (log / "sessions" / "2026" / S).read_text(encoding="utf-8")


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    os.chdir(path.parent)  # a socket's name may not be long
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(path.name)


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [make_pipe, make_socket, make_loop, make_device, Path.mkdir])
@pytest.mark.parametrize("name", [S, "by-hand.md"])
def test_what_is_no_file_is_named_and_not_waited_at(
    circle: Run, log: Path, name: str, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log)
    keep_session(log, "2026-11-23-k3f9", "Tea together")
    make(log / "sessions" / "2026" / name)
    done = circle("list", cwd=log)
    assert "Tea together" in done.stdout
    assert f"{name}: " in done.stderr
    with pytest.raises(CircleError):
        content_of(log / "sessions" / "2026" / name)


def test_the_log_itself_may_be_reached_by_a_link(circle: Run, log: Path, tmp_path: Path) -> None:
    path = keep_session(log, "2026-11-23-k3f9", "Tea", 'action_points:\n  - {id: 1, what: "Ring"}\n')
    (tmp_path / "short").symlink_to(log)
    assert circle("done", "k3f9", "1", "--log", str(tmp_path / "short"), cwd=tmp_path).returncode == 0
    assert read_session(path).action_points[0].done
    assert inside(tmp_path / "short", path) == path
    assert find_session(Log(root=tmp_path / "short"), "k3f9").samefile(path)
    assert len(session_files(Log(root=tmp_path / "short"))) == 1


@pytest.mark.parametrize("place", ["../elsewhere/x.md", "sessions/../../x.md", "/etc/x.md"])
def test_a_path_outside_the_log_is_none_of_its_own(log: Path, place: str) -> None:
    with pytest.raises(CircleError, match="not in this learning log"):
        inside(log, log / place)
