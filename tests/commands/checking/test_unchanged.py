"""A log in which no file is other than it was when all was well is not looked into again; any other is."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from making import git, put_session
from running import Run

from circle_cli.commands.checking import told
from circle_cli.commands.folders import own_folder
from circle_cli.commands.well import unchanged

KEPT = ".circle/well"


@pytest.fixture(autouse=True)
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a test has just written count as settled."""
    monkeypatch.setattr(unchanged, "_TICK", timedelta(0))


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Has an entry for each time that the files are looked into."""
    seen: list[str] = []
    real = told.examine
    monkeypatch.setattr(told, "examine", lambda log, **how: (seen.append("once"), real(log, **how))[1])
    return seen


@pytest.fixture
def well(log: Path, circle: Run) -> Path:
    """A log with a session, in git, all of it well, which has been said."""
    put_session(log)
    git(log, "add", ".")
    git(log, "commit", "-qm", "Begin")
    assert circle("check", cwd=log).returncode == 0
    assert (log / KEPT).is_file()
    return log


def session_of(log: Path) -> Path:
    return next((log / "sessions").rglob("*.md"))


def test_the_same_is_said_and_no_file_is_looked_into(well: Path, circle: Run, looks: list[str]) -> None:
    first = circle("check", "--all", cwd=well)
    assert len(looks) == 1
    again = circle("check", cwd=well)
    assert (len(looks), again.returncode, again.stdout, again.stderr) == (
        1,
        first.returncode,
        first.stdout,
        first.stderr,
    )


def test_whoever_wants_more_than_the_word_that_all_is_well_has_it_looked_at(
    well: Path, circle: Run, looks: list[str]
) -> None:
    for options in (("--all",), ("--json",), ("--since", "HEAD")):
        assert circle("check", *options, cwd=well).returncode == 0
    assert len(looks) == 3


def rewritten_within_its_times(log: Path) -> None:
    path = session_of(log)
    found, content = path.stat(), path.read_bytes()
    path.write_bytes(content.replace(b"circle: 1", b"circle: 9"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def put_by_another(log: Path) -> None:
    path = session_of(log)
    other = path.with_suffix(".new")
    shutil.copy2(path, other)
    other.replace(path)


def flipped(log: Path) -> None:
    content = (log / KEPT).read_bytes()
    (log / KEPT).write_bytes(content[:20] + bytes((content[20] ^ 1,)) + content[21:])


def of_somebody_else(log: Path) -> None:
    del log
    own = own_folder()
    assert own
    (own / "checked.key").write_bytes(bytes(32))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a session was changed, and its times set back": rewritten_within_its_times,
    "another file stands in its place": put_by_another,
    "a session went": lambda log: session_of(log).unlink(),
    "a file came": lambda log: (log / "guidance" / "note.md").write_text("Bramblewick"),
    "the settings changed": lambda log: (log / "circle.yml").open("a").write("# a word\n"),
    "a commit came": lambda log: git(log, "commit", "--allow-empty", "-qm", "Another"),
    "a branch came": lambda log: git(log, "branch", "in/abc"),
    "git's own settings changed": lambda log: git(log, "config", "core.sharedRepository", "group"),
    "the copy was cut short": lambda log: (log / ".git" / "shallow").write_text(""),
    "something went along with the site": lambda log: (log / "site" / ".nojekyll").write_text(""),
    "what is kept was damaged": flipped,
    "what is kept is somebody else's": of_somebody_else,
}


@pytest.mark.skipif(sys.platform == "win32", reason="a file's times tell there when it was made, not when it changed")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_looked_at(
    well: Path, circle: Run, looks: list[str], change: Callable[[Path], object]
) -> None:
    change(well)
    said = circle("check", cwd=well)
    assert looks == ["once"]
    if change is rewritten_within_its_times:
        assert said.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights of their own there")
def test_a_log_in_which_something_is_a_link_is_looked_at_each_time(
    well: Path, circle: Run, looks: list[str], tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").write_text("")
    (well / "site" / "about").symlink_to(tmp_path / "elsewhere")
    circle("check", cwd=well)
    circle("check", cwd=well)
    assert len(looks) == 2


def test_a_log_of_which_more_was_said_is_looked_at_each_time(well: Path, circle: Run, looks: list[str]) -> None:
    put_session(well, "2026-11-24-abcd")
    said = [circle("check", cwd=well).stderr for _ in range(2)]
    assert said[0] == said[1] and "Not in git's history" in said[0]
    assert len(looks) == 2


def test_what_changed_just_now_is_looked_at_again(
    well: Path, circle: Run, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_TICK", timedelta(hours=1))
    circle("check", cwd=well)
    assert looks == ["once"]
