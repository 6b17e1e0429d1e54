"""A person of the demo: a computer of their own, on which they type what a person types; all of it is shown."""

import gc
import os
import pkgutil
import re
import select
import shutil
import signal
import sys
import textwrap
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from stopping import stop_as_others
from teams.stories import ALOUD, CHOOSE

import circle_cli
from circle_cli.__main__ import main as circle
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists

try:
    import pty
except ImportError:
    sys.exit("This demo types at terminals as Linux and macOS have them, and there are none here.")

PATIENCE = 60  # seconds until something that should have been said is a failure
INDENT = "    "
WIDTH = min(100, shutil.get_terminal_size().columns - len(INDENT) - 1)
_KEPT = ("PATH", "LANG", "TMPDIR")
_ASKS = re.compile(r"(Type a number|full stop|letters, and|Enter (?:alone|sends)|, and Enter)[^\n]*(?:\n[^\n]*){0,3}$")

Reply = tuple[str, str]
"""Words of a question, and what is typed at it."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a home of their own, who works in a folder of it."""

    name: str
    home: Path
    folder: str

    @property
    def log(self) -> Path:
        """The log in which this person works."""
        return self.home / self.folder

    def arrive(self) -> None:
        """Give them a home, in which git knows their name."""
        self.log.mkdir(parents=True)
        address = f"{self.name.lower()}@example.org"
        settings = f"[user]\n\tname = {self.name}\n\temail = {address}\n"
        (self.home / ".gitconfig").write_text(settings, encoding="utf-8")

    def types(self, *words: str, replies: Sequence[Reply] = (), at: Path | None = None) -> str:
        """Type a command of circle, in their log or `at` another folder, and reply to what it asks.

        What the screen says is shown, and given; the folder of the demo is left out of it, so that it can be read.

        Raises:
            RuntimeError: it ended otherwise than well, or asked something else.
        """
        typed = " ".join(map(_quoted, words))
        typed = typed.replace(self._around, "")
        print(f"\n  {self.name}> circle {typed}", flush=True)
        said = self._run(words, replies, at or self.log)
        for line in said.replace(self._around, "").splitlines():
            for piece in textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]:
                print(f"{INDENT}{piece}".rstrip(), flush=True)
        return said

    @property
    def _around(self) -> str:
        return str(self.home.parent)

    def _run(self, words: Sequence[str], replies: Sequence[Reply], at: Path) -> str:
        load()
        child, control = pty.fork()
        if child == 0:
            _be_circle(words, at, self._surroundings())
        try:
            said = _talk(control, replies)
        except RuntimeError:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            os.close(control)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            raise RuntimeError(f"circle {' '.join(words)} ended with {code}:\n{said}")
        return said

    def _surroundings(self) -> Mapping[str, str]:
        own = {name: value for name, value in os.environ.items() if name in _KEPT}
        return {**own, "HOME": str(self.home), "CIRCLE_PLAIN": "1", "TERM": "dumb"}


@cache
def load() -> None:
    """Load what commands need, once for all of them: each is a copy of this program, and soon there."""
    for module in pkgutil.walk_packages(circle_cli.__path__, "circle_cli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    find_identifiers(" ".join((CHOOSE, ALOUD)), (), load_lists())  # its patterns, too
    load_guidance(None)
    gc.freeze()


def _be_circle(words: Sequence[str], at: Path, surroundings: Mapping[str, str]) -> NoReturn:
    """Run the command, as its own start does, in this copy of the program."""
    code = 1
    try:
        stop_as_others()
        os.chdir(at)
        os.environ.clear()
        os.environ.update(surroundings)
        sys.argv = ["circle", *words]
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.stdout, sys.stderr = (open(number, "w", 1, encoding="utf-8", closefd=False) for number in (1, 2))
        circle()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _talk(control: int, replies: Sequence[Reply]) -> str:
    """Read until it ends; each reply is typed once its question stands there."""
    said, asked, waiting = "", 0, list(replies)
    until = time.monotonic() + PATIENCE
    while piece := _read(control, until - time.monotonic(), said):
        said += piece.decode("utf-8", "replace").replace("\r\n", "\n")
        if waiting and waiting[0][0] in said[asked:] and _ASKS.search(said[asked:]):
            os.write(control, f"{waiting.pop(0)[1]}\n".encode())
            asked = len(said)
    if waiting:
        raise RuntimeError(f"nobody asked “{waiting[0][0]}”:\n{said}")
    return said


def _read(control: int, seconds: float, said: str) -> bytes:
    """Read what has come; nothing once the program has ended."""
    ready, _, _ = select.select([control], [], [], max(seconds, 0))
    if not ready:
        raise RuntimeError(f"it waits for something that nobody types:\n{said}")
    try:
        return os.read(control, 65536)
    except OSError:  # as Linux says that the other end is closed
        return b""


def _quoted(word: str) -> str:
    return word if re.fullmatch(r"[\w./:@%+=,-]+", word) else f'"{word}"'
