"""A reader at a plain terminal, and what `circle` alone tells an author."""

from collections.abc import Callable
from pathlib import Path

import pytest
from copied import filled
from making import git
from proposing import SESSION, propose
from running import Run
from terminals import let_go, reply_to_each, spawn

WALK = "sessions/2026/2026-05-05-abcd-the-walk.md"


@pytest.fixture
def walk(log: Path) -> Path:
    """A session that a learning point may come of, committed."""
    filled(log, "a walk", _keep)
    return log / WALK


def _keep(log: Path) -> None:
    (log / WALK).parent.mkdir()
    (log / WALK).write_text(SESSION, encoding="utf-8")
    git(log, "add", ".")
    git(log, "commit", "-qm", "A session")


@pytest.fixture
def review() -> Callable[..., str]:
    """Reads a proposal at a plain terminal: `review(log, "1", ...)` types these lines; gives what was said."""

    def run(log: Path, *lines: str, status: int = 0, before_last: Callable[[], None] = lambda: None) -> str:
        child = spawn(["review", "--plain"], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
        told, ended = reply_to_each(child, lines, before_last)
        assert ended == status, told
        return told

    return run


@pytest.fixture
def terminal_says() -> Callable[[Path], str]:
    """Gives what `circle` alone says at a plain terminal, until it asks."""

    def run(log: Path) -> str:
        child = spawn(["--plain"], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
        child.expect("Type a number")
        told: str = child.before
        let_go(child)
        return told

    return run


@pytest.fixture
def place(circle: Run, log: Path, walk: Path) -> Path:
    """What Jo proposed."""
    filled(log, "what Jo proposed", lambda log: propose(circle, log))
    [path] = (log / "proposals").glob("*.md")
    return path
