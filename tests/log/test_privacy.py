"""A log is its owner's alone, whichever way it came to this computer."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import git, keep_session, put_session

from circle_cli.log.start import start_log

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions there")

Circle = Callable[..., Any]
SAID = "Others on this computer could look into this learning log; from now on only you can"


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log as `circle init` makes it, with a session."""
    start_log(tmp_path / "log")
    keep_session(tmp_path / "log", "2026-11-23-k3f9", "Tea")
    return tmp_path / "log"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def init_in_a_folder(log: Path, there: Path) -> None:
    there.mkdir()
    git(there, "init", "-q")
    start_log(there)
    keep_session(there, "2026-11-23-k3f9", "Tea")


def clone(log: Path, there: Path) -> None:
    git(log.parent, "clone", "-q", str(log), str(there))


def copy(log: Path, there: Path) -> None:
    shutil.copytree(log, there)
    for path in (there, *there.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def shared(log: Path, there: Path) -> None:
    clone(log, there)
    git(there, "config", "core.sharedRepository", "group")


def unpacked(log: Path, there: Path) -> None:
    clone(log, there)
    there.chmod(0o777)
    (there / ".git").chmod(0o777)


@pytest.mark.parametrize("way", [init_in_a_folder, clone, copy, shared, unpacked])
def test_whichever_way_it_came_it_is_closed_and_that_is_said_once(
    circle: Circle, log: Path, tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    there = tmp_path / "there"
    way(log, there)
    assert mode(there) & 0o055
    first, then = circle("list", cwd=there), circle("list", cwd=there)
    assert first.stderr.count(SAID) == 1 and str(there) in first.stderr
    assert "Tea" in first.stdout
    assert SAID not in then.stderr
    [session] = (there / "sessions").rglob("*.md")
    assert [mode(place) for place in (there, there / ".git", session)] == [0o700, 0o700, 0o600]
    found = subprocess.run(["git", "-C", str(there), "config", "core.sharedRepository"], capture_output=True)
    assert found.stdout == b""
    assert git(there, "status", "--porcelain", "--untracked-files=no") == ""


def test_init_in_a_folder_that_was_there_closes_it(circle: Circle, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    git(there, "init", "-q")
    done = circle("init", str(there), cwd=tmp_path)
    assert SAID in done.stderr
    assert (mode(there), mode(there / ".git")) == (0o700, 0o700)


def test_what_a_pull_brought_is_closed_by_the_next_change_and_by_check(circle: Circle, log: Path) -> None:
    action = "action_points:\n  - {id: 1, what: Ring}\n"
    pulled = [put_session(log, f"2026-11-2{day}-abcd", front=action) for day in (1, 2)]
    for path in pulled:
        path.chmod(0o644)
    circle("done", "2026-11-21", "1", cwd=log)
    assert [mode(path) for path in pulled] == [0o600, 0o644]
    circle("check", cwd=log)
    assert [mode(path) for path in pulled] == [0o600, 0o600]


def test_a_worktree_closes_the_history_that_it_shares(circle: Circle, log: Path, tmp_path: Path) -> None:
    git(log, "worktree", "add", "-q", str(tmp_path / "tree"))
    (log / ".git").chmod(0o755)
    assert SAID in circle("list", cwd=tmp_path / "tree").stderr
    assert (mode(log / ".git"), mode(tmp_path / "tree")) == (0o700, 0o700)


@pytest.mark.parametrize("bit", [0o2775, 0o1777])
def test_a_folder_that_is_open_on_purpose_stays_so_and_that_is_said_once(circle: Circle, log: Path, bit: int) -> None:
    log.chmod(bit)
    said = [circle("list", cwd=log).stderr for _ in range(2)]
    assert mode(log) == bit
    assert "was left as it is" in said[0]
    assert said[1] == ""


def test_a_folder_with_other_peoples_files_stays_as_it_is(circle: Circle, log: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a file away")
    log.chmod(0o755)
    (log / "theirs").touch()
    os.chown(log / "theirs", 65534, 65534)
    assert "other people's files" in circle("list", cwd=log).stderr
    assert mode(log) == 0o755


def test_a_folder_that_is_no_log_is_never_closed(circle: Circle, tmp_path: Path) -> None:
    there = tmp_path / "there"
    (there / "sessions").mkdir(parents=True)
    there.chmod(0o755)
    assert circle("--log", str(there), "list", cwd=tmp_path).stderr.count(SAID) == 0
    assert mode(there) == 0o755


@pytest.fixture
def around(tmp_path: Path) -> Path:
    """Somebody's repository, with a log in one of its folders."""
    around = tmp_path / "around"
    (around / "log" / "sessions").mkdir(parents=True)
    (around / "log" / "circle.yml").touch()
    put_session(around / "log", "2026-11-22-abcd")
    git(tmp_path, "init", "-q", "around")
    (around / "theirs.txt").touch()
    git(around, "add", ".")
    git(around, "commit", "-qm", "All")
    return around


def test_in_a_folder_of_another_repository_what_can_be_closed_is_and_what_cannot_is_said_once(
    circle: Circle, around: Path
) -> None:
    log = around / "log"
    first, then = (circle("list", cwd=log).stderr for _ in range(2))
    assert f"lies inside the git repository {around}:" in first and "circle cannot change who has a copy" in first
    assert f"could read the history of {around}; from now on only you can" in first
    assert then == ""
    assert [mode(place) for place in (log, around / ".git", around)] == [0o700, 0o700, 0o755]
    keep_session(log, "2026-11-23-k3f9", "Tea")
    assert circle("list", cwd=log).stderr == ""
    assert f"It goes into the history of the git repository {around}" in circle("check", cwd=log).stderr
    assert git(around, "status", "--porcelain") == ""


@pytest.mark.parametrize("how", ["shared", "for a group"])
def test_a_history_around_a_log_that_is_open_on_purpose_stays_so_and_that_is_said(
    circle: Circle, around: Path, how: str
) -> None:
    if how == "shared":
        git(around, "config", "core.sharedRepository", "group")
    (around / ".git").chmod(0o2775 if how == "for a group" else 0o775)
    before = mode(around / ".git")
    said = [circle("list", cwd=around / "log").stderr for _ in range(2)]
    assert f"may read the history of {around}, and that was left as it is" in said[0]
    assert said[1] == ""
    assert mode(around / ".git") == before
    assert "sharedrepository" in (around / ".git" / "config").read_text().lower() or how == "for a group"


def test_a_log_of_its_own_inside_another_repository_leaves_that_one_alone(circle: Circle, around: Path) -> None:
    circle("init", str(around / "team"), cwd=around)
    said = circle("list", cwd=around / "team").stderr
    assert "lies inside" not in said
    assert mode(around / ".git") == 0o755


def test_what_a_link_leads_to_is_not_ours_to_close(circle: Circle, log: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (log / "sessions").rename(elsewhere)
    (log / "sessions").symlink_to(elsewhere)
    places = (elsewhere, *elsewhere.rglob("*"))
    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)
    circle("check", cwd=log)
    log.chmod(0o755)
    circle("check", cwd=log)
    assert {mode(place) for place in places} == {0o755, 0o644}
