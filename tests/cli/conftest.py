"""Logs with sessions in them, made without asking."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from circle_cli.ids import ALPHABET
from circle_cli.log.saving import file_name
from circle_cli.session.file import render_session
from circle_cli.session.record import ActionPoint, LearningPoint, Mode, Scope, Session, Status

Put = Callable[..., Path]


@pytest.fixture
def put(log: Path) -> Put:
    """Puts a session file into the log: `put("2026-11-23-k3f9", "A title", safety="an answer")`."""

    def put_session(session_id: str, title: str = "x", front: str = "", **answers: str) -> Path:
        path = log / "sessions" / session_id[:4] / file_name(session_id, title)
        path.parent.mkdir(exist_ok=True)
        head = f"circle: 1\nid: {session_id}\ntitle: {title}\ndate: {session_id[:10]}\n"
        kept = "" if "mode:" in front else "mode: individual\n"
        kept += "" if "status:" in front else "status: recorded\n"
        body = "".join(f"\n## {name} {{#{name.replace('_', '-')}}}\n\n{text}\n" for name, text in answers.items())
        text = f"---\n{head}{kept}{front}---\n{body}"
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        return path

    return put_session


@pytest.fixture
def two_hundred(log: Path) -> list[Session]:
    """A log of 200 sessions, a day apart, oldest first; which words are where follows from their number."""
    sessions = [_numbered(number) for number in range(200)]
    for session in sessions:
        path = log / "sessions" / session.id[:4] / file_name(session.id, session.title)
        path.parent.mkdir(exist_ok=True)
        path.write_text(render_session(session, {}), encoding="utf-8")
    return sessions


def _numbered(number: int) -> Session:
    day = date(2026, 1, 1) + timedelta(days=number)
    tail = "".join(ALPHABET[number // 31**place % 31] for place in range(4))
    return Session(
        id=f"{day.isoformat()}-{tail}",
        title=f"Visit {number}",
        date=day,
        mode=list(Mode)[number % 4],
        status=Status.RECORDED if number % 5 else Status.FOLLOWED_UP,
        themes=("relationships",) if number % 10 == 0 else (),
        answers={
            "what-worked": "The Kettle was on." if number % 7 == 0 else "We talked.",
            "safety": "Straße und Café" if number % 20 == 3 else "calm",
        },
        learning_points=(LearningPoint(id=1, text='"Quoted" heron\nbelow', scope=Scope.GENERAL),)
        if number % 50 == 1
        else (),
        action_points=(ActionPoint(id=1, what="Ring", tracked_by="Olu-Ade"),) if number == 100 else (),
    )
