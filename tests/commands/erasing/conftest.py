"""A session with a past, and another beside it."""

from pathlib import Path

import pytest
from copied import filled
from erased import FORENAME, LATER, NAME, SENTENCE, TITLE, keep_another
from making import SESSION_ID, git, keep_session


@pytest.fixture
def other(log: Path) -> Path:
    """A session that has nothing to do with the one that goes."""
    return keep_another(log)


@pytest.fixture
def edited(log: Path) -> Path:
    """A session that was edited, between two others; a branch and a tag lead to it."""
    filled(log, "a session with a past", _keep)
    [path] = (log / "sessions" / SESSION_ID[:4]).glob(f"{SESSION_ID}*.md")
    return path


def _keep(log: Path) -> None:
    keep_another(log)
    front = f'cast:\n  - {{name: "{NAME}", also: ["{FORENAME}"]}}\n'
    path = keep_session(log, SESSION_ID, TITLE, front, what_worked=SENTENCE)
    path.write_text(path.read_text(encoding="utf-8") + f"\n{FORENAME} came again.\n", encoding="utf-8")
    git(log, "commit", "-qam", f"Update session {SESSION_ID}")
    git(log, "branch", "side")
    git(log, "tag", "-a", "-m", f"as {NAME} said", "v1")
    keep_session(log, LATER, "Later", what_worked="Still here.")
