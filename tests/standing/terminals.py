"""A person's fingers at a terminal, and what they see there."""

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte
from running import load, run_as_copy

PATIENCE = 30  # seconds until something that should have come is a failure
THERE = True
"""Whether there are terminals at all: `make check` has none."""
WIDE = (24, 250)
"""Rows and columns where nothing else is said: whoever reads plain lines in a test finds them unbroken."""
PROGRAM = (sys.executable, "-m", "circle_cli")
"""The program as a process that has everything still to load."""


def spawn(arguments: Sequence[str], env: Mapping[str, str], **how: Any) -> Any:
    """Start `circle`, or another `program`, on a terminal; the ways to deal with it are pexpect's."""
    assert THERE, "this test is on a terminal: name it in tests/standing/slow.py"
    program = how.pop("program", None)
    hang_up = how.pop("hang_up", signal.SIG_DFL)  # whoever runs the tests may ignore it
    how.setdefault("dimensions", WIDE)
    whole = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")} | dict(env)

    def begin() -> None:
        signal.signal(signal.SIGHUP, hang_up)
        if program is None:
            run_as_copy(arguments, whole)  # and nothing else: what pexpect would start now has no turn

    if program is None:
        load()
    command, *rest = program or PROGRAM
    child = pexpect.spawn(command, [*rest, *arguments], timeout=PATIENCE, preexec_fn=begin, env=whole, **how)
    child.delaybeforesend = None
    return child


def let_go(child: Any) -> None:
    """Close the terminal of a program that has ended, or is ended now; the library would sleep in between."""
    if child.isalive():
        child.kill(signal.SIGKILL)
        child.wait()
    child.ptyproc.delayafterclose = 0
    child.close()


def reply_to_each(
    child: Any, lines: Sequence[str], before_last: Callable[[], object] = lambda: None
) -> tuple[str, int]:
    """Type a line at each question in plain lines; give all that was said, and the exit code."""
    told = ""
    for number, typed in enumerate(lines, start=1):
        child.expect(["Type a number", "full stop"])
        told += child.before + child.after
        if number == len(lines):
            before_last()
        child.send(f"{typed}\n")
    child.expect(pexpect.EOF)
    child.wait()
    let_go(child)
    return told + child.before, child.exitstatus


class Terminal:
    """`circle`, or another `program`, on a terminal of its own, with its screen as a person sees it."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int], env: Mapping[str, str], **how: Any) -> None:
        rows, columns = size
        self.child = spawn(arguments, {"TERM": "xterm-256color", **env}, dimensions=size, **how)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._undrawn = b""
        self._told = 0, ""
        self.seen = b""
        self.looked = 0

    def read(self, wait: float = 0.05) -> None:
        """Take what has come meanwhile, and answer where the cursor is, as a terminal does."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF, OSError):
            while True:
                said = self.child.read_nonblocking(65536, timeout=wait)
                self.seen += said
                *asked, rest = said.split(b"\x1b[6n")
                for piece in asked:
                    self._undrawn += piece
                    cursor = self.screen.cursor
                    self.child.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")
                self._undrawn += rest

    @property
    def screen(self) -> pyte.Screen:
        """The screen, drawn when somebody looks at it: that takes longer than all else here."""
        undrawn, self._undrawn = self._undrawn, b""
        if undrawn:
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]", b"", undrawn))
        return self._screen

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip("\n")

    @property
    def told(self) -> str:
        """All that was ever shown, without its control sequences, and with the spaces of the layout made one."""
        if self._told[0] < len(self.seen):
            plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>78M]|\r", "", self.seen.decode("utf-8", "replace"))
            self._told = len(self.seen), re.sub(r"\s+", " ", plain)
        return self._told[1]

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
        while not self._are_shown(words):
            assert time.monotonic() < end, f"{words} is not on the screen:\n{self.text}"
        self.looked = len(self.told)
        return self

    def _are_shown(self, words: Sequence[str]) -> bool:
        self.read()
        there = re.sub(r"\s+", " ", self.text)
        return all(word in there for word in words)

    def press_and_move(self, key: str) -> "Terminal":
        """Press a key that takes the cursor to another line, and wait until it is there."""
        line, end = self.screen.cursor.y, time.monotonic() + PATIENCE
        self.child.send(key)
        while self.screen.cursor.y == line:
            self.read(0.02)
            assert time.monotonic() < end, f"{key!r} moved nothing:\n{self.text}"
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

    def ends(self) -> "Terminal":
        """Wait for the end."""
        limit = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < limit:
            self.read(0.02)
        self.read()
        assert not self.child.isalive(), f"it is still running:\n{self.text}"
        return self

    def end(self) -> int:
        """Wait for the end; give the exit code, or minus the signal's number."""
        let_go(self.ends().child)
        return -self.child.signalstatus if self.child.signalstatus else int(self.child.exitstatus or 0)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> int:
        self.child.kill(how)
        return self.end()


def _content(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
