"""Somebody to ask: a scripted one without a terminal, and a person's fingers at a real one."""

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Move, Paused, Reply, Screen
from circle_cli.interview.run import Run
from circle_cli.interview.script.script import Interview

TODAY = date(2026, 11, 23)
PATIENCE = 30  # seconds until something that should have come is a failure


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    return load_guidance(None)


@pytest.fixture
def interview(guidance: Guidance) -> Interview:
    return Interview(guidance=guidance, day=TODAY, today=TODAY, quick=False)


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

    def say(self, text: str) -> None:
        self.told.append(text)

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


@pytest.fixture
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
        return Held(asker, memory, held.answers, held, paused)

    return run


class Terminal:
    """`circle` on a terminal of its own, with its screen as a person sees it."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int], env: Mapping[str, str], **how: Any) -> None:
        rows, columns = size
        command, *rest = how.pop("program", (sys.executable, "-m", "circle_cli"))
        hang_up = how.pop("hang_up", signal.SIG_DFL)  # whoever runs the tests may ignore it
        self.child = pexpect.spawn(
            command,
            [*rest, *arguments],
            dimensions=size,
            timeout=PATIENCE,
            preexec_fn=lambda: signal.signal(signal.SIGHUP, hang_up),
            env={**os.environ, "TERM": "xterm-256color", **env},
            **how,
        )
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.seen = b""
        self.looked = 0

    def read(self, wait: float = 0.05) -> str:
        """Take what has come meanwhile, and answer where the cursor is, as a terminal does."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF, OSError):
            while True:
                said = self.child.read_nonblocking(65536, timeout=wait)
                self.seen += said
                for piece in re.split(rb"(\x1b\[6n)", said):
                    if piece == b"\x1b[6n":
                        cursor = self.screen.cursor
                        self.child.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")
                    else:
                        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]", b"", piece))
        return self.text

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip("\n")

    @property
    def told(self) -> str:
        """All that was ever shown, without its control sequences, and with the spaces of the layout made one."""
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>78M]|\r", "", self.seen.decode("utf-8", "replace"))
        return re.sub(r"\s+", " ", plain)

    def until(self, *words: str) -> "Terminal":
        """Wait until the words, in this order, have been shown since the last such wait."""
        end = time.monotonic() + PATIENCE
        while (place := self._after(words)) < 0:
            alive = self.child.isalive()
            self.read()
            if self._after(words) < 0:
                assert alive and time.monotonic() < end, (
                    f"{words} did not come; the screen:\n{self.text}\n---\n{self.told[self.looked :]}"
                )
        self.looked = place
        return self

    def _after(self, words: Sequence[str]) -> int:
        told, place = self.told, self.looked
        for word in words:
            found = told.find(word, place)
            if found < 0:
                return -1
            place = found + len(word)
        return place

    def shows(self, *words: str) -> "Terminal":
        """Wait until all the words stand on the screen at once."""
        end = time.monotonic() + PATIENCE
        while not all(word in re.sub(r"\s+", " ", self.read()) for word in words):
            assert time.monotonic() < end, f"{words} is not on the screen:\n{self.text}"
        self.looked = len(self.told)
        return self

    def keys(self, *keys: str | bytes) -> "Terminal":
        """Press keys, each a little after the one before, as a hand does."""
        for key in keys:
            self.child.send(key)
            self.read(0.06)
        return self

    def type(self, text: str | bytes) -> "Terminal":
        """Send it all at once, as a paste comes."""
        self.child.send(text)
        return self

    def skip_all(self) -> "Terminal":
        """Skip whatever is still asked in plain lines, until the program ends."""
        limit = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < limit:
            with contextlib.suppress(OSError):
                self.child.send(".skip\n")
            self.read(0.15)
        return self

    def until_there(self, folder: Path, holds: str = "") -> "Terminal":
        """Wait until some file in a folder of drafts holds these words."""
        end = time.monotonic() + PATIENCE
        while not any(holds in _content(path) for path in (folder.iterdir() if folder.is_dir() else ())):
            self.read(0.02)
            assert time.monotonic() < end, f"{holds} is nowhere in {folder}"
        return self

    def end(self) -> int:
        """Wait for the end; give the exit code, or minus the signal's number."""
        limit = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < limit:
            self.read(0.02)
        self.read()
        assert not self.child.isalive(), f"it is still running:\n{self.text}"
        self.child.close()
        return -self.child.signalstatus if self.child.signalstatus else int(self.child.exitstatus or 0)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> int:
        self.child.kill(how)
        return self.end()


def _content(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""


@pytest.fixture
def terminal(log: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals: `terminal("reflect")`, in the log, 80 by 24 unless said otherwise."""
    opened: list[Terminal] = []

    def start(
        *arguments: str, size: tuple[int, int] = (24, 80), env: Mapping[str, str] | None = None, **how: Any
    ) -> Terminal:
        found = Terminal(arguments, size, env or {}, cwd=how.pop("cwd", str(log)), **how)
        opened.append(found)
        return found

    yield start
    for each in opened:
        if not each.child.closed:
            each.child.close(force=True)


@pytest.fixture
def drafts(own_home: Path) -> Path:
    """Where drafts are kept."""
    return own_home / ".local" / "state" / "circle" / "drafts"


@pytest.fixture
def sessions(log: Path) -> Callable[[], list[Path]]:
    """Gives the session files that are there."""
    return lambda: sorted(path for path in (log / "sessions").rglob("*") if path.suffix == ".md")


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], str]:
    """Makes an editor out of Python lines, where `path` is the file to edit; gives what to set EDITOR to."""

    def make(code: str) -> str:
        script = tmp_path / "an editor" / "edit.py"
        script.parent.mkdir(exist_ok=True)
        script.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n")
        return f'"{sys.executable}" -S "{script}" --wait'

    return make
