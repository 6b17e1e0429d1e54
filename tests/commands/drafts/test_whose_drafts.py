"""Drafts inside a log are gone on with only if they are this person's own, and lead nowhere but into this log."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafted import HEAD, ID
from making import git, put_session

from circle_cli.commands.drafts.places import ready
from circle_cli.commands.drafts.session_file import file_of
from circle_cli.commands.drafts.unfinished import waiting_in
from circle_cli.errors import CircleError
from circle_cli.interview.draft.checked_lines import draft_line, found_in
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, read_draft
from circle_cli.log.folder import Log

NOT_OURS = "Left alone: a draft that was not begun here by you. If it is yours: circle resume "


@pytest.fixture
def place(log: Path) -> Log:
    return Log(root=log)


@pytest.fixture
def inside(place: Log) -> Path:
    """Where drafts go that can go nowhere else."""
    return ready(place, place.root / ".circle" / "drafts")


def begun(folder: Path, log: Path, **different: Any) -> Path:
    """Begin a draft, write a word in it, and leave it."""
    draft = Draft.begin(folder, replace(HEAD, log=str(log), **different))
    draft.answered("situation", "A word.", "company")
    draft.close()
    return draft.path


def test_ones_own_draft_in_a_log_is_gone_on_with(place: Log, inside: Path, capsys: Any) -> None:
    path = begun(inside, place.root)
    assert [each.path for each in waiting_in(place)] == [path]
    path.rename(path.with_name("2026-11-23-aaaa.jsonl"))  # the same file all the same
    assert len(waiting_in(place)) == 1
    assert capsys.readouterr().err == ""


def a_copy(path: Path) -> None:
    shutil.copy2(path, path.with_suffix(".new"))
    path.unlink()
    path.with_suffix(".new").rename(path)


def readable_by_others(path: Path) -> None:
    path.chmod(0o644)


def without_a_mark(path: Path) -> None:
    head, *rest = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + b"".join(line for line in rest if b'"file"' not in line))


@pytest.mark.parametrize("became", [a_copy, readable_by_others, without_a_mark])
def test_a_draft_that_came_with_the_log_is_named_and_left_alone(
    place: Log, inside: Path, became: Any, capsys: Any
) -> None:
    path = begun(inside, place.root)
    became(path)
    before = path.read_bytes()
    assert waiting_in(place) == []
    assert capsys.readouterr().err == f"{NOT_OURS}{path}\n"
    assert path.read_bytes() == before


def test_a_draft_of_a_cloned_log_is_left_alone(place: Log, inside: Path, tmp_path: Path, capsys: Any) -> None:
    begun(inside, tmp_path / "clone")
    git(place.root, "add", "--force", ".circle/drafts")
    git(place.root, "commit", "-qm", "A gift")
    git(tmp_path, "clone", "-q", str(place.root), "clone")
    assert waiting_in(Log(root=tmp_path / "clone")) == []
    assert NOT_OURS in capsys.readouterr().err


def test_a_draft_in_the_log_for_another_log_is_left_alone(
    place: Log, inside: Path, tmp_path: Path, capsys: Any
) -> None:
    path = begun(inside, tmp_path)
    assert waiting_in(place) == []
    assert capsys.readouterr().err == f"{path}: a draft of another log, so it is left alone\n"


@pytest.mark.parametrize("linked", [".circle", ".circle/drafts", f".circle/drafts/{ID}.jsonl"])
def test_no_link_is_followed_to_a_draft(place: Log, inside: Path, tmp_path: Path, linked: str, capsys: Any) -> None:
    path = begun(inside, place.root)
    before = path.read_bytes()
    moved = tmp_path / "moved"
    (place.root / linked).rename(moved)
    (place.root / linked).symlink_to(moved)
    assert waiting_in(place) == []
    assert "a link to another place" in capsys.readouterr().err
    [content] = [each.read_bytes() for each in (moved, *moved.rglob("*.jsonl")) if each.is_file()]
    assert content == before
    if not linked.endswith(".jsonl"):
        with pytest.raises(CircleError, match="a link to another place"):
            ready(place, inside)


def test_a_pipe_is_not_waited_for(place: Log, inside: Path, capsys: Any) -> None:
    os.mkfifo(inside / f"{ID}.jsonl")
    (inside / f"{ID}.typing").mkdir()
    assert waiting_in(place) == []
    assert "no file" in capsys.readouterr().err


def test_a_draft_by_its_file_is_of_this_log_or_it_is_said_of_which(
    circle: Any, place: Log, tmp_path: Path, log: Path
) -> None:
    other = tmp_path / "other log"
    other.mkdir()
    path = begun(tmp_path / "stick", other)
    done = circle("--log", str(log), "resume", str(path))
    assert done.returncode == 2
    assert done.stderr == f"{path}: a draft of another log; circle --log '{other}' resume {path}\n"


@pytest.mark.parametrize(
    "named", ["sessions/2026/2026-11-23-aaaa-x.md", "../elsewhere.md", "guidance/x.md", "/etc/passwd", "\0", "x"]
)
def test_the_path_in_a_draft_leads_to_its_own_session_alone(place: Log, named: str) -> None:
    put_session(place.root, "2026-11-23-aaaa")
    own = put_session(place.root, ID)
    (place.root / "../elsewhere.md").write_text("x")
    (place.root / "guidance" / "x.md").write_text("x")
    head = replace(HEAD, log=str(place.root), deepens=str(place.root / named))
    assert file_of(place, head) == own
    own.unlink()
    assert file_of(place, head) is None


def test_the_path_in_a_draft_tells_which_of_two_copies_is_meant(place: Log) -> None:
    put_session(place.root, ID, "a")
    other = put_session(place.root, ID, "b")
    assert file_of(place, replace(HEAD, deepens=str(other))) == other


@pytest.mark.parametrize(
    ("kind", "draft_id"),
    [
        (DraftKind.REFLECT, "../2026-11-23-k3f9"),
        (DraftKind.PREPARE, "2026-11-23-k3f9/../../x"),
        (DraftKind.FOLLOW_UP, "2026-13-23-k3f9"),
        (DraftKind.SHARE, "2026-11-23-k3f9-1/../.."),
        (DraftKind.SHARE, "k3f9abcd"),
        (DraftKind.REVIEW, "../guidance/x"),
        (DraftKind.REVIEW, "2026-11-23-k3f9"),
    ],
)
def test_an_id_in_a_head_is_an_id_or_the_head_is_none(tmp_path: Path, kind: DraftKind, draft_id: str) -> None:
    path = tmp_path / f"{ID}.jsonl"
    head = DraftHead(id=draft_id, log="/a log", mode="individual", date="2026-11-23", kind=kind)
    entry = {name: getattr(head, name) for name in DraftHead.__slots__}
    path.write_bytes(draft_line({"draft": 1, **entry}) + draft_line({"answered": "title", "text": "Tea", "at": None}))
    assert read_draft(path).head == DraftHead(id=ID, log="", mode="individual", date="2026-11-23")
    assert found_in(path.read_bytes()).unread == 0
