"""Logs with sessions in them, made without asking, and a learning point that went through the door."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from copied import lay_down
from making import POINT, SESSION_ID, a_session, approve, keep_session, put_point, put_session
from once import state_of
from terminals import let_go, spawn

from circle_cli.cli import parser
from circle_cli.identifiers.lists import Lists
from circle_cli.ids import ALPHABET
from circle_cli.log.history.git import commit
from circle_cli.log.saving import file_name
from circle_cli.points.record import LearningPoint
from circle_cli.session.file import render_session
from circle_cli.session.record import ActionPoint, Session
from circle_cli.session.record import LearningPoint as Learnt
from circle_cli.share.proposal import Proposal, State, path_of, render_proposal
from circle_cli.share.release import erased
from circle_cli.vocabulary import Mode, Scope, Status

FRONT = """\
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}   # never published
learning_points:
  - {id: 1, text: "Let Amira choose.", scope: general, share: published, point: k3f9abcd}   # hers
  - {id: 2, text: "Keep this one.", scope: specific, share: "no"}
"""


@pytest.fixture(scope="session", autouse=True)
def _drawn_once(drawn_once: None) -> None:
    """Whoever checks a log has its site read as the building of it does."""


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Iterator[None]:
    """Have Typer make each command once, and not for every test that runs it."""
    kept: dict[str, Any] = {}

    def made(name: str, declared: Any) -> Any:
        if name not in kept:
            kept[name] = make(name, declared)
        return kept[name]

    make = parser.made
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "made", made)
        yield


@pytest.fixture(autouse=True)
def hashed_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash the names of erased sessions in no time; slow is all that they have to be."""
    monkeypatch.setattr(erased, "COST", 2)


@pytest.fixture
def put(log: Path) -> Callable[..., Path]:
    """Puts a session file into the log: `put("2026-11-23-k3f9", "A title", safety="an answer")`."""
    return partial(put_session, log)


@pytest.fixture(scope="session")
def two_hundred() -> list[Session]:
    """200 sessions, a day apart, oldest first; which words are where follows from their number."""
    return [_numbered(number) for number in range(200)]


@pytest.fixture(scope="session")
def only_looked_at() -> Iterator[dict[Path, str]]:
    """Folders that several tests look at, with their state: none of these tests may change them."""
    made: dict[Path, str] = {}
    yield made
    assert {folder: state_of(folder) for folder in made} == made


@pytest.fixture
def full_log(
    log: Path, two_hundred: list[Session], tmp_path_factory: pytest.TempPathFactory, only_looked_at: dict[Path, str]
) -> Path:
    """A log of the two hundred, written once."""
    full = tmp_path_factory.getbasetemp() / "full-log"
    if full not in only_looked_at:
        lay_down(log, full)
        for session in two_hundred:
            path = full / "sessions" / session.id[:4] / file_name(session.id, session.title)
            path.parent.mkdir(exist_ok=True)
            path.write_text(render_session(session, {}), encoding="utf-8")
        only_looked_at[full] = state_of(full)
    return full


def _numbered(number: int) -> Session:
    day = date(2026, 1, 1) + timedelta(days=number)
    tail = "".join(ALPHABET[number // 31**place % 31] for place in range(4))
    return a_session(
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
        learning_points=(Learnt(id=1, text='"Quoted" heron\nbelow', scope=Scope.GENERAL),) if number % 50 == 1 else (),
        action_points=(ActionPoint(id=1, what="Ring", tracked_by="Olu-Ade"),) if number == 100 else (),
    )


@pytest.fixture
def session(log: Path) -> Path:
    """The session that the learning point came from, committed."""
    return keep_session(log, SESSION_ID, "The place", FRONT, what_worked="Amira chose the library.")


@pytest.fixture
def point() -> LearningPoint:
    """A learning point that nobody has approved or tried yet."""
    return replace(POINT, themes=("relationships",), questions=("learning",), frameworks=(), tried=())


@pytest.fixture
def proposed(log: Path) -> Callable[..., Path]:
    """Puts a proposal of a learning point into the log, in a commit."""

    def propose(point: LearningPoint, state: State = State.PROPOSED) -> Path:
        path = path_of(log, point.id)
        path.parent.mkdir(exist_ok=True)
        proposal = Proposal(point=point, state=state, author="jo@example.org", proposed=date(2026, 11, 24))
        path.write_text(render_proposal(proposal), encoding="utf-8")
        assert commit(log, [path], f"Propose learning point {point.id}").done
        return path

    return propose


@pytest.fixture
def published(log: Path, point: LearningPoint, lists: Lists) -> Path:
    """The learning point, approved, where everybody may read it, in a commit."""
    path = put_point(log, approve(point, lists=lists.version))
    assert commit(log, [path], f"Publish learning point {point.id}").done
    return path


@pytest.fixture
def at_terminal(log: Path) -> Iterator[Callable[..., Any]]:
    """Opens `circle` on a terminal, in the log."""
    opened: list[Any] = []

    def start(*arguments: str) -> Any:
        opened.append(spawn(arguments, {"TERM": "xterm"}, cwd=str(log), dimensions=(50, 200), encoding="utf-8"))
        return opened[-1]

    yield start
    for each in opened:
        if not each.closed:
            let_go(each)
