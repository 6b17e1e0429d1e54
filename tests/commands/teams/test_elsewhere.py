"""`circle sync` where the place elsewhere is not as it was: moved, gone, refusing, ahead, or cut off in the middle."""

from pathlib import Path

import pytest
from making import begun_here, git, keep_session
from shared import Team

from circle_cli.log.syncing import packing
from circle_cli.log.syncing.refs import differs_from_its_copy


def said_by(team: Team, log: Path, code: int = 0) -> str:
    done = team.sync(log)
    assert done.returncode == code, done.stderr
    return str(done.stdout + done.stderr)


def run_there(place: Path, script: str) -> None:
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def test_a_branch_that_is_called_otherwise_there_is_followed_by_everybody(team: Team) -> None:
    git(team.there, "branch", "-m", "main", "trunk")
    for log in (team.sam, team.jo):
        assert "is called trunk now, and was main: circle follows it." in said_by(team, log)
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    assert differs_from_its_copy(team.jo)
    assert "Sent: 1 session (m3f9)." in said_by(team, team.jo)
    assert "Came in: 1 session (m3f9)." in said_by(team, team.sam)
    assert git(team.there, "for-each-ref", "--format=%(refname)", "refs/heads").split() == ["refs/heads/trunk"]


def test_a_log_that_is_no_longer_there_is_sent_again_only_where_somebody_says_so(team: Team) -> None:
    said_by(team, team.sam)
    git(team.there, "update-ref", "-d", "refs/heads/main")  # as before a history without somebody is put there
    for log in (team.jo, team.sam):
        assert f"circle sync --with {team.there} sends it there again" in said_by(team, log, 2)
    assert git(team.there, "for-each-ref") == ""
    again = team.circle("--log", str(team.jo), "sync", "--with", str(team.there))
    assert (again.returncode, "Sent: 1 session (k3f9)" in again.stdout) == (0, True)
    assert "Nothing waits to be sent." in said_by(team, team.sam)


def test_what_refuses_is_said_with_its_own_words_and_nothing_is_lost(team: Team) -> None:
    run_there(team.there / "hooks" / "pre-receive", "echo 'Nothing on Fridays.'; exit 1")
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    said = said_by(team, team.jo)
    assert "took nothing. 1 session waits to be sent.\nIt says: Nothing on Fridays." in said
    assert "hook" not in said


def test_somebody_else_is_first_twice_and_all_of_it_is_there_in_the_end(team: Team) -> None:
    tree = git(team.there, "rev-parse", "main^{tree}").strip()
    run_there(
        team.there / "hooks" / "pre-receive",
        f"""[ -e second ] && exit 0
[ -e first ] && touch second
touch first
unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
made=$(git -c user.name=Ama -c user.email=ama@example.org commit-tree {tree} -p main -m x)
git update-ref refs/heads/main "$made"
""",
    )
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    assert "Sent: 1 session (m3f9)." in said_by(team, team.jo)
    assert (team.there / "second").exists()
    assert "Came in: 1 session (m3f9)." in said_by(team, team.sam)


def test_the_lock_of_a_git_that_was_stopped_on_a_shared_disk_is_named(team: Team) -> None:
    lock = team.there / "refs" / "heads" / "main.lock"
    lock.touch()
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    said = said_by(team, team.jo, 3)
    assert f"{lock} is in the way; say circle sync again in ten minutes, at a terminal" in said
    lock.unlink()
    assert "Sent: 1 session (m3f9)." in said_by(team, team.jo)


@pytest.mark.parametrize("way", ["uploadpack", "receivepack"])
def test_cut_off_in_the_middle_it_changes_nothing_and_goes_on_the_next_time(
    team: Team, tmp_path: Path, way: str
) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    said_by(team, team.jo)
    keep_session(team.sam, "2026-11-25-n3f9", "Sea", what_worked="It was.")
    cut = tmp_path / "cut"
    run_there(cut, "printf 0040; exit 1")
    begun_here(team.sam)
    git(team.sam, "config", f"remote.origin.{way}", str(cut))
    assert "cannot be reached just now. 1 session waits to be sent." in said_by(team, team.sam)
    git(team.sam, "config", "--unset", f"remote.origin.{way}")
    assert "Sent: 1 session (n3f9)." in said_by(team, team.sam)
    said_by(team, team.jo)
    assert team.contents(team.jo) == team.contents(team.sam)


def test_a_branch_of_another_name_here_is_brought_together_with_its_own_there(team: Team) -> None:
    git(team.sam, "checkout", "-q", "-b", "work", "--track", "origin/main")
    keep_session(team.sam, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    assert "Not sent yet: 1 session." in team.circle("--log", str(team.sam), "list").stderr
    said_by(team, team.sam)
    assert "Came in: 1 session (m3f9)." in said_by(team, team.jo)
    assert git(team.there, "for-each-ref", "--format=%(refname)", "refs/heads").split() == ["refs/heads/main"]


def test_what_was_sent_is_packed_once_it_is_many_small_objects(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    git(team.jo, "checkout", "-q", "--orphan", "passing")
    git(team.jo, "commit", "-q", "--allow-empty", "-m", "x")
    lost = git(team.jo, "rev-parse", "HEAD").strip()
    git(team.jo, "checkout", "-q", "main")
    git(team.jo, "branch", "-qD", "passing")
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    (team.jo / ".git" / "objects" / "17").mkdir(exist_ok=True)
    before = git(team.jo, "reflog")
    said_by(team, team.jo)
    assert "in-pack: 0" in git(team.jo, "count-objects", "-v")
    monkeypatch.setattr(packing, "_MANY", -1)
    keep_session(team.jo, "2026-11-25-n3f9", "Sea", what_worked="It was.")
    said_by(team, team.jo)
    assert "packs: 1" in git(team.jo, "count-objects", "-v")
    assert git(team.jo, "reflog").count("\n") == before.count("\n") + 1
    assert git(team.jo, "cat-file", "-t", lost) == "commit\n"
    assert git(team.jo, "fsck", "--no-dangling") == ""


def test_two_files_that_would_be_one_here_are_not_let_in(team: Team) -> None:
    for name in ("Visits.md", "visits.md"):
        (team.jo / "guidance" / name).write_text(f"{name}\n")
    said_by(team, team.jo)
    git(team.sam, "config", "core.ignorecase", "true")
    done = team.sync(team.sam)
    assert (done.returncode, "both would be one file" in done.stderr) == (2, True)
    assert not (team.sam / "guidance" / "Visits.md").exists()
    git(team.sam, "config", "--global", "core.ignorecase", "true")
    done = team.circle("join", str(team.there), str(team.sam.with_name("ama")))
    assert (done.returncode, team.sam.with_name("ama").exists()) == (2, False)
    (team.jo / "guidance" / "Visits.md").rename(team.jo / "guidance" / "at-home.md")
    said_by(team, team.jo)
    said_by(team, team.sam)
    assert (team.sam / "guidance" / "visits.md").read_text() == "visits.md\n"


def test_what_only_keeps_a_folder_there_is_no_session_in_a_base(team: Team, tmp_path: Path) -> None:
    base, other, there = tmp_path / "base", tmp_path / "other", tmp_path / "base.git"
    team.circle("init", "--base", str(base))
    assert team.circle("--log", str(base), "sync", "--with", str(there)).returncode == 0
    git(tmp_path, "clone", "-q", str(there), str(other))
    for name, code in (("sessions/.gitkeep", 0), ("sessions/2026/one.md", 2)):
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).touch()
        git(other, "add", "-f", "sessions")
        git(other, "commit", "-qm", "x")
        git(other, "push", "-q")
        said_by(team, base, code)


def test_a_place_behind_dots_is_not_inside_the_log_in_which_one_stands(team: Team, tmp_path: Path) -> None:
    assert team.circle("join", str(team.there), str(team.jo / ".." / "ama")).returncode == 0
    assert (tmp_path / "ama" / "circle.yml").is_file()
