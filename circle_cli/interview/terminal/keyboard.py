"""Lines typed at a terminal, key by key.

Why not `input()`: it hands over a line only at its end, so a kill would lose the line being typed; and a terminal's own
line editing cuts a pasted line at 4,095 bytes. What is shown is what a terminal shows: each letter as it is typed, and
no redrawing, so that a screen reader can follow.
"""

import codecs
import os
import re
import select
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from circle_cli.interview.terminal.given_back import given_back

PASTE_PAUSE_SECONDS = 0.05
"""Keys that come quicker than this after one another were not typed by hand."""
_SEQUENCE = re.compile(r"[\[O][ -?]*[@-~]|[]P_^X][^\r\n]*?(?:\x07|\x1b\\)")
"""What comes behind an Escape: an arrow or function key; or what a terminal says by itself, such as its colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as typed. `ended` says that Ctrl-D ended it and not Enter; `gone`, that the terminal has gone."""

    text: str
    ended: bool
    gone: bool = False


class Keys(Protocol):
    """Where keys come from."""

    def read(self) -> str:
        """Wait for keys and give those there are; empty at the end of input."""

    def waiting(self, seconds: float = PASTE_PAUSE_SECONDS) -> bool:
        """Tell whether more keys follow at once, as they do in a paste."""

    def reading(self) -> Any:
        """Give a context in which keys come one by one and the terminal itself neither shows nor obeys them.

        One for a whole interview: what is typed or pasted between two prompts, or two lines, must not meet the
        terminal's own line editing, which would show it twice, cut it at 4,095 bytes, and swallow a Ctrl-D.
        """

    def released(self) -> Any:
        """Give a context, inside `reading`, in which the terminal is as it was: for an editor."""


class PosixKeys:
    """Keys of a terminal on Linux and macOS."""

    def __init__(self) -> None:
        self._descriptor = sys.stdin.fileno()
        encoding = (sys.stdin.encoding or "utf-8").lower()
        self._modes: list[list[Any]] = []
        self._decoder = codecs.getincrementaldecoder("utf-8" if "ascii" in encoding else encoding)(errors="replace")

    def read(self) -> str:
        """Wait for keys; a terminal that has gone counts as the end of input."""
        while True:
            try:
                found = os.read(self._descriptor, 4096)
            except OSError:
                return ""
            text = self._decoder.decode(found)
            if text or not found:
                return text

    def waiting(self, seconds: float = PASTE_PAUSE_SECONDS) -> bool:
        """Tell whether keys are there, or come at once."""
        return bool(select.select([self._descriptor], [], [], seconds)[0])

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Take the keys from the terminal one by one; also after Ctrl-Z and `fg`."""
        import termios

        before = termios.tcgetattr(self._descriptor)
        single = [*before]
        single[0] &= ~termios.IXON
        single[3] &= ~(termios.ICANON | termios.ECHO)
        single[3] |= termios.NOFLSH  # Ctrl-C takes nothing away that was typed before it

        def give_back() -> None:
            if self._modes[:1] != [before]:  # else an editor has it
                termios.tcsetattr(self._descriptor, termios.TCSANOW, before)

        with given_back(self._descriptor, give_back), self._mode(single, before):
            yield

    @contextmanager
    def released(self) -> Iterator[None]:
        """Give the terminal back as it was."""
        with self._mode(*reversed(self._modes)):
            yield

    @contextmanager
    def _mode(self, now: list[Any], after: list[Any]) -> Iterator[None]:
        import termios

        def take(*_: object) -> None:
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, now)

        modes, self._modes = self._modes, [now, after]
        old = signal.signal(signal.SIGCONT, take)
        take()
        try:
            yield
        finally:
            self._modes = modes
            signal.signal(signal.SIGCONT, old)
            with suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, after)


def system_keys() -> Keys:
    """Give this system's keyboard."""
    if os.name == "nt":
        from circle_cli.interview.terminal.console import WindowsKeys

        return WindowsKeys()
    return PosixKeys()


def let_go_of_early(keys: Keys) -> bool:
    """Let go of what was typed or pasted before something was asked, as far as it runs on; tell whether there was any.

    Only what is there already begins it: what comes once the question stands there is an answer to it.
    """
    seconds, any_came = 0.0, False
    while keys.waiting(seconds) and keys.read():
        seconds, any_came = PASTE_PAUSE_SECONDS, True
    return any_came


class LineReader:
    """Reads lines from keys, showing them as they come; keys that follow a line's end wait for the next line."""

    def __init__(self, keys: Keys, show: Callable[[str], None]) -> None:
        self._keys, self._show = keys, show
        self._pending = ""

    def pasting(self) -> bool:
        """Tell whether more text stands right behind the line just read: then it was pasted, not typed."""
        return bool(self._pending) or self._keys.waiting()

    def let_go_of_early(self) -> bool:
        """Let go of what came before something is asked; tell whether there was any."""
        held, self._pending = self._pending, ""
        return let_go_of_early(self._keys) or bool(held)

    def line(self, changed: Callable[[str], None]) -> Line:
        """Read one line; `changed` is called with the line so far after each key."""
        typed: list[str] = []
        told = ""

        def tell(text: str) -> None:
            nonlocal told
            told = text
            changed(text)

        try:
            return self._typed_line(typed, tell)
        except KeyboardInterrupt:
            self._take_the_rest(typed)
            if "".join(typed) != told:
                changed("".join(typed))
            raise

    def _typed_line(self, typed: list[str], changed: Callable[[str], None]) -> Line:
        while True:
            if not self._pending:
                self._pending = self._keys.read()
                if not self._pending:
                    return Line(text="".join(typed), ended=True, gone=True)
            key, self._pending = self._pending[0], self._pending[1:]
            if key in "\n\r\x04":
                self._show("\n")
                return Line(text="".join(typed), ended=key == "\x04")
            self._take(key, typed)
            if not self._pending:
                changed("".join(typed))

    def _take_the_rest(self, typed: list[str]) -> None:
        """Take what was typed before Ctrl-C and not yet looked at, up to the end of its line."""
        while self._keys.waiting() and (more := self._keys.read()):
            self._pending += more
        while self._pending and (key := self._pending[0]) not in "\n\r\x04":
            self._pending = self._pending[1:]
            self._take(key, typed)

    def _take(self, key: str, typed: list[str]) -> None:
        if key in "\x7f\x08":
            self._erase(typed, 1)
        elif key == "\x15":
            self._erase(typed, len(typed))
        elif key == "\x17":
            words = "".join(typed).rstrip(" ")
            self._erase(typed, len(typed) - (words.rfind(" ") + 1))
        elif key == "\x1b":
            self._skip_sequence()
        elif key == "\t" or unicodedata.category(key) != "Cc":
            typed.append(key)
            self._show(key)

    def _erase(self, typed: list[str], count: int) -> None:
        for _ in range(min(count, len(typed))):
            key = typed.pop()
            width = 0 if unicodedata.combining(key) else 1 + (unicodedata.east_asian_width(key) in "WF")
            self._show("\b \b" * width)

    def _skip_sequence(self) -> None:
        """Drop what comes behind an Escape at once, if it is whole: what a hand typed behind one stays."""
        if not self._pending and self._keys.waiting():
            self._pending = self._keys.read()
        while not (whole := _SEQUENCE.match(self._pending)) and self._pending[:1] in tuple("[O]P_^X"):
            more = self._keys.read() if self._keys.waiting() else ""
            if not more:
                break
            self._pending += more
        self._pending = self._pending[whole.end() :] if whole else self._pending
