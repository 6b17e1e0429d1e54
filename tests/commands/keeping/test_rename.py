"""`circle rename`: another title, and nothing else; `circle done --not`: an action is open again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import SESSION_ID, git, keep_session

Run = Callable[..., Any]
FRONT = 'mine: 1   # by hand\naction_points:\n  - {id: 1, what: "Ring", who: "Sam", done: 2026-11-24, note: "Rang."}\n'


@pytest.fixture
def kept(log: Path) -> Path:
    return keep_session(log, SESSION_ID, "The place", FRONT, what_worked="It did.")


def test_the_title_alone_is_changed(circle: Run, log: Path, kept: Path) -> None:
    before = kept.read_text()
    done = circle("rename", "k3f9", "Where", 'we "met"', cwd=log)
    assert done.returncode == 0
    assert kept.read_text() == before.replace("title: The place", 'title: "Where we \\"met\\""')
    assert "The place" in done.stderr and kept.name in done.stderr
    assert git(log, "log", "-1", "--format=%s") == f"Rename session {SESSION_ID}\n"


@pytest.mark.parametrize(("title", "code"), [("The  place", 0), (" ", 2)])
def test_no_other_title_changes_nothing(circle: Run, log: Path, kept: Path, title: str, code: int) -> None:
    before = kept.read_bytes()
    assert circle("rename", "k3f9", title, cwd=log).returncode == code
    assert kept.read_bytes() == before
    assert git(log, "rev-list", "--count", "HEAD") == "2\n"


def test_an_action_is_open_again_and_its_note_stays(circle: Run, log: Path, kept: Path) -> None:
    done = circle("done", "k3f9", "1", "--not", cwd=log)
    assert "Open again: Ring" in done.stderr
    assert "2026-11-24" not in kept.read_text()
    assert "Rang." in kept.read_text()
    assert "Still open" in circle("done", "k3f9", "1", "--not", cwd=log).stderr
    assert circle("done", "k3f9", "1", "--not", "--note", "x", cwd=log).returncode == 2
    assert circle("done", "k3f9", "2", "--not", cwd=log).returncode == 2
