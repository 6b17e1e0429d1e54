"""A log with a learning point that went through the door, and the session it came from; all of it invented."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pytest

from circle_cli.identifiers.lists import load_lists
from circle_cli.log.history.git import commit
from circle_cli.log.saving import file_name
from circle_cli.points.file import digest, render_point
from circle_cli.points.record import Approval, LearningPoint, Setting
from circle_cli.share.proposal import Proposal, State, path_of, render_proposal

Git = Callable[..., str]
POINT_ID, SESSION = "k3f9abcd", "2026-11-23-k3f9"
POINT = LearningPoint(
    id=POINT_ID,
    title="Let people choose the place",
    themes=("relationships",),
    setting=Setting.BOTH,
    questions=("learning",),
    year=2026,
    parts={
        "what-to-try": "Ask where a first meeting should be.",
        "why": "People are calmer in a place that they chose.",
        "where-not": "Where it has to be private, and there is only one such room.",
        "how": "Offer three places, and walk there.\n\nAsk again each time.",
        "rests-on": "One account.",
    },
)
FRONT = """\
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}   # never published
learning_points:
  - {id: 1, text: "Let Amira choose.", scope: general, share: published, point: k3f9abcd}   # hers
  - {id: 2, text: "Keep this one.", scope: specific, share: "no"}
"""


def approve(point: LearningPoint, *explained: str) -> LearningPoint:
    version = load_lists(None).version
    return replace(point, approval=Approval(sha256=digest(point), tool="0.1.0", lists=version, explained=explained))


@pytest.fixture
def approved() -> Callable[..., LearningPoint]:
    """Approves a learning point, with the words that are no identifiers."""
    return approve


@pytest.fixture
def point() -> LearningPoint:
    """A learning point that nobody approved."""
    return POINT


def propose(log: Path, point: LearningPoint, state: State = State.PROPOSED) -> Path:
    """Put a proposal into the log, in a commit."""
    path = path_of(log, point.id)
    path.parent.mkdir(exist_ok=True)
    proposal = Proposal(point=point, state=state, author="jo@example.org", proposed=date(2026, 11, 24))
    path.write_text(render_proposal(proposal), encoding="utf-8")
    assert commit(log, [path], f"Propose learning point {point.id}").done
    return path


@pytest.fixture
def proposed(log: Path) -> Callable[..., Path]:
    """Puts a proposal of a learning point into the log."""
    return lambda point, state=State.PROPOSED: propose(log, point, state)


@pytest.fixture(autouse=True)
def _quick_git(own_home: Path) -> None:
    """These repositories are thrown away: git need not wait for the disk."""
    with (own_home / ".gitconfig").open("a", encoding="utf-8") as file:
        file.write("[core]\n\tfsync = none\n")


@pytest.fixture
def git() -> Git:
    """Runs git in a folder, and gives what it prints."""

    def run(folder: Path, *arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", folder, *arguments], check=True, capture_output=True, text=True, errors="replace"
        ).stdout

    return run


@pytest.fixture
def session(log: Path) -> Path:
    """The session that the learning point came from, committed."""
    return put_session(log, SESSION, "The place", FRONT, "Amira chose the library.")


def put_session(log: Path, session_id: str, title: str, front: str = "", text: str = "We talked.") -> Path:
    path = log / "sessions" / session_id[:4] / file_name(session_id, title)
    path.parent.mkdir(exist_ok=True)
    head = f"circle: 1\nid: {session_id}\ntitle: {title}\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded\n"
    path.write_text(f"---\n{head}{front}---\n\n## What worked {{#what-worked}}\n\n{text}\n", encoding="utf-8")
    path.chmod(0o600)
    assert commit(log, [path], f"Record session {session_id}").done
    return path


@pytest.fixture
def publish(log: Path) -> Callable[[LearningPoint], Path]:
    """Puts a learning point where everybody may read it, in a commit."""

    def put(point: LearningPoint) -> Path:
        path = log / "guidance" / "learning-points" / f"{point.id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(render_point(point), encoding="utf-8")
        assert commit(log, [path], f"Publish learning point {point.id}").done
        return path

    return put


@pytest.fixture
def published(publish: Callable[[LearningPoint], Path]) -> Path:
    return publish(approve(POINT))


@pytest.fixture
def at_terminal(log: Path) -> Iterator[Callable[..., Any]]:
    """Opens `circle` on a terminal, in the log."""
    opened: list[Any] = []

    def start(*arguments: str) -> Any:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "circle_cli", *arguments],
            cwd=str(log),
            env={**os.environ, "TERM": "xterm"},
            dimensions=(50, 200),
            encoding="utf-8",
            timeout=30,
        )
        child.delaybeforesend = None
        opened.append(child)
        return child

    yield start
    for each in opened:
        each.close(force=True)
