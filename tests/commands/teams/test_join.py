"""`circle join` and `circle use`: a team's log on another computer, private there, and the one that circle works in."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from making import git
from shared import Circle, Team

from circle_cli.log.folder import find_log


def joined(team: Team, folder: Path, *words: str) -> Any:
    folder.mkdir(exist_ok=True)
    return team.circle("join", str(team.there), *words, cwd=folder)


def test_a_team_log_is_had_and_said_in_three_lines(team: Team, tmp_path: Path) -> None:
    done = joined(team, tmp_path / "desk")
    root = tmp_path / "desk" / "there"
    assert (done.returncode, done.stdout) == (0, f"{root}\n"), done.stderr
    lines = done.stderr.strip().split("\n")
    assert lines[0] == "A team's learning log, with 1 session and 0 learning points."
    assert (len(lines), lines[3]) == (4, f"To have circle use it wherever you are: circle use {root}")
    assert "Kept" in team.circle("list", cwd=root).stdout
    assert "Nothing waits to be sent." in team.sync(root).stdout
    assert (root / ".circle" / "synced").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_nobody_else_on_this_computer_may_look_into_it(team: Team, tmp_path: Path) -> None:
    joined(team, tmp_path / "desk")
    places = [tmp_path / "desk" / "there", *(tmp_path / "desk" / "there" / "sessions").rglob("*")]
    assert [place for place in places if place.stat().st_mode & 0o077] == []


def test_said_again_it_says_the_same_and_anything_else_is_left_alone(team: Team, tmp_path: Path) -> None:
    first, again = (joined(team, tmp_path / "desk", "ours") for _ in range(2))
    assert (again.returncode, again.stdout) == (0, first.stdout)
    (tmp_path / "desk" / "taken").mkdir()
    (tmp_path / "desk" / "taken" / "letter.txt").touch()
    assert "something else already" in joined(team, tmp_path / "desk", "taken").stderr
    assert "a log inside another log" in joined(team, team.jo, "inner").stderr


@pytest.mark.parametrize("first", ["master", "gone/elsewhere"])
def test_a_place_whose_first_branch_is_another_is_no_empty_one(team: Team, tmp_path: Path, first: str) -> None:
    git(team.there, "symbolic-ref", "HEAD", f"refs/heads/{first}")
    done = joined(team, tmp_path / "desk")
    assert done.returncode == 0, done.stderr
    assert "Nothing waits to be sent." in team.sync(tmp_path / "desk" / "there").stdout


@pytest.mark.parametrize(
    ("made", "told"), [("nothing", "cannot be reached"), ("empty", "nothing is at"), ("code", "is no learning log")]
)
def test_what_is_no_log_is_not_kept(team: Team, tmp_path: Path, made: str, told: str) -> None:
    there, desk = tmp_path / "other.git", tmp_path / "desk"
    desk.mkdir()
    if made != "nothing":
        git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", str(there))
    if made == "code":
        git(tmp_path, "init", "-q", "--initial-branch=main", "code")
        git(tmp_path / "code", "commit", "-q", "--allow-empty", "-m", "x")
        git(tmp_path / "code", "push", "-q", str(there), "main")
    done = team.circle("join", str(there), cwd=desk)
    assert (done.returncode, told in done.stderr, "fatal" in done.stderr) == (2, True, False), done.stderr
    assert list(desk.iterdir()) == []


def test_the_log_in_use_is_worked_in_unless_another_is_named(team: Team, tmp_path: Path, circle: Circle) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert circle("list", "--json", cwd=elsewhere).stdout.strip() == "[]"
    assert circle("use", str(team.jo), cwd=elsewhere).returncode == 0
    assert circle("use", cwd=elsewhere).stdout == f"{team.jo}\n"
    assert [each["title"] for each in json.loads(circle("list", "--json", cwd=elsewhere).stdout)] == ["Kept"]
    circle("init", "another", cwd=tmp_path)
    for named in (
        circle("list", "--json", cwd=tmp_path / "another"),
        circle("--log", str(tmp_path / "another"), "list", "--json", cwd=elsewhere),
        circle("list", "--json", cwd=elsewhere, env={"CIRCLE_LOG": str(tmp_path / "another")}),
    ):
        assert named.stdout.strip() == "[]"
    assert circle("use", "--own", cwd=elsewhere).returncode == 0
    assert circle("list", "--json", cwd=elsewhere).stdout.strip() == "[]"


def test_a_log_in_use_that_is_not_there_is_never_replaced_by_another(tmp_path: Path, team: Team) -> None:
    (tmp_path / "desk").mkdir()
    assert team.circle("use", str(tmp_path / "desk"), cwd=tmp_path).returncode == 2
    team.circle("use", str(team.sam), cwd=tmp_path)
    team.sam.rename(tmp_path / "moved")
    done = team.circle("list", cwd=tmp_path / "desk")
    assert (done.returncode, "the log that circle uses is not there" in done.stderr) == (2, True)


def test_the_order_in_which_a_log_is_found(tmp_path: Path) -> None:
    used = tmp_path / "used"
    used.mkdir()
    (used / "circle.yml").touch()
    assert find_log(None, {}, lambda: tmp_path, lambda: tmp_path / "own", lambda: used).root == used
    assert find_log(None, {}, lambda: tmp_path, lambda: tmp_path / "own").own


def test_what_was_withdrawn_is_not_counted_as_something_that_it_holds(team: Team, tmp_path: Path) -> None:
    guidance = team.jo / "guidance"
    for name in ("learning-points/k3f9abcd.md", "learning-points/mmmmabcd.md", "withdrawn/mmmmabcd.md"):
        (guidance / name).parent.mkdir(parents=True, exist_ok=True)
        (guidance / name).write_text("kept\n", encoding="utf-8")
    assert team.sync(team.jo).returncode == 0
    assert "1 session and 1 learning point." in joined(team, tmp_path / "desk").stderr
