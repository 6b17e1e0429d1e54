"""Somebody to ask: a scripted one, without a terminal; and a draft on disk."""

from asyncio import events
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import library_once
import pytest
from drafted import HEAD

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.answers.answer import nothing_more
from circle_cli.interview.answers.known import KNOWN
from circle_cli.interview.asker import Move, Paused, Reply, Screen
from circle_cli.interview.draft import checked_lines
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.run import Run
from circle_cli.interview.script.script import Interview

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def no_loop_of_a_browser() -> Iterator[None]:
    """Let a terminal run in this process, although a browser of earlier tests has its event loop open here."""
    theirs = events._get_running_loop()
    events._set_running_loop(None)
    yield
    events._set_running_loop(theirs)


@pytest.fixture(scope="module")
def library_keys_made_once() -> Iterator[None]:
    """What the library would make anew for each field."""
    with pytest.MonkeyPatch.context() as patch:
        library_once.make_once(patch.setattr)
        yield


@pytest.fixture(scope="module")
def lines_read_once() -> Iterator[None]:
    """Whoever looks after every key whether the draft has it reads all its lines each time: most of the time."""
    read = cache(checked_lines._entry)

    def entry(line: bytes) -> dict[str, Any] | None:
        found = read(line)
        return found and dict(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_lines, "_entry", entry)
        yield


@pytest.fixture
def interview(guidance: Guidance) -> Interview:
    return Interview(guidance=guidance, day=TODAY, today=TODAY, quick=False)


@pytest.fixture
def whole(interview: Interview) -> Interview:
    """The questions, and all that can be added to them, as drafts of earlier versions asked for it."""
    return replace(interview, adding=tuple(Addition))


@pytest.fixture
def quick(guidance: Guidance) -> Interview:
    return Interview(guidance=guidance, day=TODAY, today=TODAY, quick=True)


@dataclass
class Scripted:
    """Answers from a script: by prompt key, what is said at each visit; whatever is not in it is left as it stands."""

    said: dict[str, list[Any]]
    screens: list[Screen] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        (self.left_open if text.startswith("Left open.") else self.told).append(text)

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        self.screens.append(screen)
        assert len(self.screens) < 2000, f"asked over and over: {screen.prompt.key}"
        self.found.append((screen.prompt.key, text))
        replies = self.said.get(screen.prompt.key, [])
        reply = replies.pop(0) if replies else text
        move, words = (reply, text) if isinstance(reply, Move) else (Move.NEXT, reply)
        if isinstance(reply, tuple):
            move, words = reply
        typed(words)
        return Reply(move=move, text=words)

    @property
    def asked(self) -> list[str]:
        return [key for key, _ in self.found]


class Memory:
    """Keeps replies as a draft does; `refusing` counts down how often the disk is full."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, str, str | None, str | None]] = []
        self.typing: list[tuple[str, str]] = []
        self.moved: list[Path] = []

    def answered(self, key: str, text: str | None, then: str | None) -> None:
        self.kept.append(("answered", key, text, then))

    def left(self, key: str, half: str, to: str) -> None:
        self.kept.append(("left", key, half, to))

    def typed(self, key: str, text: str) -> None:
        self.typing.append((key, text))

    def move_to(self, folder: Path) -> None:
        self.moved.append(folder)


@dataclass
class Held:
    asker: Scripted
    draft: Memory
    answers: dict[str, str | None]
    run: Run
    paused: Paused | None


@pytest.fixture(scope="session")
def hold() -> Callable[..., Held]:
    """Holds an interview with a script; a pause ends it."""

    def run(
        interview: Interview,
        said: Mapping[str, Any] | None = None,
        *,
        answers: Mapping[str, str | None] | None = None,
        halves: Mapping[str, str] | None = None,
        at: str | None = None,
        draft: Memory | None = None,
    ) -> Held:
        script = {key: list(value) if isinstance(value, list) else [value] for key, value in (said or {}).items()}
        asker, memory = Scripted(script), draft or Memory()
        held = Run(interview, asker, memory, answers or {}, halves or {}, lambda: 0.0)
        paused = None
        try:
            held.go(at)
        except Paused as left:
            paused = left
        nothing_more(held.answers, KNOWN)  # whatever any of these tests is asked has been declared
        return Held(asker, memory, held.answers, held, paused)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the draft is kept; not there yet."""
    return tmp_path / "state" / "drafts"


@pytest.fixture
def draft(folder: Path) -> Iterator[Draft]:
    """A draft that was begun, and nothing said yet."""
    made = Draft.begin(folder, HEAD)
    yield made
    made.close()
