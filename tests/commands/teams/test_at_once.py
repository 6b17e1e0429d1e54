"""`circle sync` with nothing to do, told at once: only where a whole sync would find nothing to do either."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from making import ROOT, git, keep_session
from shared import Team

from circle_cli.commands.edge import Asked
from circle_cli.commands.for_readers import syncing
from circle_cli.commands.teams import at_once
from circle_cli.commands.teams import sync as whole
from circle_cli.commands.teams.at_once import NOTHING_WAITS, sync_at_once

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every sync is a whole one")

WRITTEN = {
    "sessions/2026/2026-11-24-m3f9-tea.md": "not committed yet",
    "notes.txt": "nothing of circle's",
    "circle.yml": "kind: team\nbase: ../base\n",
    ".circle/syncing": "{}",
    ".circle/synced": "{}",
    ".circle/intents/one": "",
    ".circle/erased-names": "",
    ".git/index.lock": "",
    ".git/MERGE_HEAD": "",
    ".git/hooks/pre-commit": "",
    ".git/config": "[core]\n\tsshCommand = other\n",
    ".git/refs/remotes/origin/in/abcd": "0" * 40,
    "~/.gitconfig": "[include]\n\tpath = other\n",
    "~/.config/circle/settings.yml": "screen: plain\n",
}
"""What anybody may have written meanwhile, so that there is something to do, or to say."""


@pytest.fixture
def jo(team: Team, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Jo stands: in a log in which nothing was changed for long."""
    monkeypatch.setattr(at_once, "_TICK", -(1 << 60))
    monkeypatch.chdir(team.jo)
    return team.jo


@contextmanager
def written(place: Path, text: str) -> Iterator[None]:
    """Have this stand there for a while."""
    before = place.read_bytes() if place.exists() else None
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    yield
    place.unlink() if before is None else place.write_bytes(before)


def test_what_was_so_a_moment_ago_is_told_without_a_whole_sync(team: Team, jo: Path, own_home: Path) -> None:
    assert sync_at_once() == ("", None)  # nothing is known yet
    assert team.sync(jo).stdout == f"{NOTHING_WAITS}\n"
    says = "from circle_cli.__main__ import main; import sys; sys.argv[1:] = ['sync']; main(); print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", says], capture_output=True, text=True, check=True, env=env)
    said, _, loaded = done.stdout.partition("\n")
    assert (said, done.stderr) == (NOTHING_WAITS, "")
    assert {"pathlib", "re", "subprocess", "dataclasses"}.isdisjoint(loaded.split())
    assert [path.stat().st_mode & 0o077 for path in (jo / ".git").rglob("FETCH_HEAD")] == [0]


def test_whatever_was_changed_meanwhile_is_left_to_a_whole_sync(team: Team, jo: Path, own_home: Path) -> None:
    for name, text in WRITTEN.items():
        team.sync(jo)
        assert sync_at_once() == (NOTHING_WAITS, None), name
        place = own_home / name[2:] if name.startswith("~/") else jo / name
        with written(place, text):
            assert sync_at_once() == ("", None), name
        if name == ".circle/intents/one":
            place.parent.rmdir()


def test_so_is_a_log_that_others_may_look_into_or_of_which_git_keeps_something_by_a_link(team: Team, jo: Path) -> None:
    team.sync(jo)
    jo.chmod(0o755)
    assert sync_at_once() == ("", None)
    jo.chmod(0o700)
    assert sync_at_once() == (NOTHING_WAITS, None)
    (jo / ".git" / "info").rename(jo / "elsewhere")
    (jo / ".git" / "info").symlink_to(jo / "elsewhere")
    assert sync_at_once() == ("", None)


def test_so_is_another_log_than_that_in_which_one_stands_or_which_one_uses(
    team: Team, jo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.sync(jo)
    monkeypatch.chdir(jo / "sessions")
    assert sync_at_once() == (NOTHING_WAITS, None)
    monkeypatch.chdir(jo.parent)
    assert sync_at_once() == ("", None)
    team.circle("use", str(jo))
    assert sync_at_once() == (NOTHING_WAITS, None)
    monkeypatch.setenv("CIRCLE_LOG", str(team.sam))
    assert sync_at_once() == ("", None)
    monkeypatch.delenv("CIRCLE_LOG")
    monkeypatch.chdir(team.sam)
    assert sync_at_once() == ("", None)


def test_nothing_is_kept_of_what_was_changed_just_now_or_would_run_something(
    team: Team, jo: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = own_home / ".local" / "state" / "circle" / "in-step"
    hook = jo / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n")
    hook.chmod(0o755)
    team.sync(jo)
    hook.unlink()
    with monkeypatch.context() as now:
        now.setattr(at_once, "_TICK", 1 << 60)
        team.sync(jo)
    assert not kept.exists()
    team.sync(jo)
    assert kept.exists()


def test_what_came_in_or_could_not_be_reached_is_not_asked_for_again(
    team: Team, jo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    team.sync(jo)
    keep_session(team.sam, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    team.sync(team.sam)
    said, fetched = sync_at_once()
    assert said == "" and fetched and fetched.code == 0
    with monkeypatch.context() as once:
        once.setattr(whole, "fetch", None)
        syncing.sync(Asked(), None, fetched)
    assert "Came in: 1 session (m3f9)." in capsys.readouterr().out
    team.sync(jo)
    team.there.rename(team.there.with_name("gone.git"))
    said, fetched = sync_at_once()
    assert said == "" and fetched and fetched.code
    monkeypatch.setattr(whole, "fetch", None)
    syncing.sync(Asked(), None, fetched)
    assert "cannot be reached just now" in capsys.readouterr().err
    assert git(jo, "status", "--porcelain") == ""
