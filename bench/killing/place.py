"""A computer of its own: a home with a log in it, and the program, run in copies of this process or at a terminal."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pexpect
from running import load, run_as_copy

from killing.stopping import CIRCLE

ROOT = Path(__file__).parents[2]
PATIENCE = 600  # seconds for one command, which may be stopped at each of its calls
_STILL, _LOOK = 0.04, 0.01  # seconds: a program that has slept for so long waits for a reply
_FOR_KEYS = (b"wait_woken", b"n_tty_read", b"0")
"""Where in Linux a program sleeps that waits for keys; 0 where that is not told."""
_FOLDER = re.compile(rb'"folder": \d+')


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A home, with a log in it. It is always at the same path, since the program remembers paths."""

    home: Path

    @property
    def log(self) -> Path:
        """The log."""
        return self.home / "log"

    @property
    def elsewhere(self) -> list[Path]:
        """A base, its editor's copy of it, the place where the log goes, and a reader's copy, where there are any."""
        return [
            folder for name in ("base.git", "editor", "there.git", "joined") if (folder := self.home / name).is_dir()
        ]

    @property
    def environment(self) -> dict[str, str]:
        """An environment that knows no other home."""
        code = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        plain = {"TERM": "dumb", "EDITOR": f"{sys.executable} -S {self.home / 'editor.py'}"}
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1", **plain, **code}

    def git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git in the log."""
        return subprocess.run(["git", *arguments], cwd=self.log, env=self.environment, capture_output=True)

    def circle(
        self, *arguments: str, env: Mapping[str, str] | None = None, apart: bool = False
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the program in the log: as a copy of this process, or `apart`, so that it too loads what stops it."""
        whole = {**self.environment, **(env or {})}
        if apart:
            program = [sys.executable, "-m", "circle_cli", *arguments]
            return subprocess.run(program, cwd=self.log, env=whole, capture_output=True, timeout=PATIENCE)
        load()
        out, err = self.home.parent / "out", self.home.parent / "err"
        child = os.fork()
        if child == 0:
            for number, path in ((1, out), (2, err)):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.setsid()
            os.chdir(self.log)
            _as_copy(arguments, whole)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return subprocess.CompletedProcess(arguments, code, out.read_bytes(), err.read_bytes())

    def typed(
        self,
        arguments: Sequence[str],
        replies: Sequence[str],
        otherwise: Callable[[str], str] = lambda _: ".skip",
        *,
        env: Mapping[str, str] | None = None,
        apart: bool = False,
        busy: Callable[[], bool] = lambda: False,
        heard: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Run it at a terminal, give these replies, and `otherwise` what is said to the last words on the screen.

        `heard` is told of each reply once something else is asked, or all is over; `busy` says that we stopped it.
        """
        whole = {**self.environment, **(env or {})}
        how: dict[str, Any] = {} if apart else {"preexec_fn": lambda: _as_copy(arguments, whole)}
        load()
        command = [sys.executable, "-m", "circle_cli", *arguments]
        child = pexpect.spawn(command[0], command[1:], cwd=str(self.log), env=whole, timeout=PATIENCE, **how)
        child.delaybeforesend = None
        child.delayafterclose = child.delayafterterminate = child.ptyproc.delayafterclose = 0
        child.ptyproc.delayafterterminate = 0
        left, said = [*replies], ""
        with suppress(OSError, pexpect.EOF):
            for _ in range(60):
                asked = _until_it_waits(child, busy)
                reply = left.pop(0) if left else otherwise(asked)
                heard(said)
                child.send(f"{reply}\n")
                said = reply
        heard(said)
        with suppress(OSError, pexpect.ExceptionPexpect):
            child.close(force=True)


def _as_copy(arguments: Sequence[str], whole: Mapping[str, str]) -> NoReturn:
    run_as_copy(arguments, {**whole, CIRCLE: str(os.getpid())})


def _until_it_waits(child: Any, busy: Callable[[], bool]) -> str:
    """Wait until it sleeps, and nothing that it started runs: then it waits for a reply. Give what it said.

    Until it has said something (the echo of a reply is enough), the last reply may still be on its way to it.
    """
    all_said = b""
    end, still = time.monotonic() + PATIENCE, 0.0
    while still < _STILL:
        if time.monotonic() > end:
            raise pexpect.EOF("it does not come to an end")
        said = b""
        with suppress(pexpect.TIMEOUT):
            said = child.read_nonblocking(65536, _LOOK)
        all_said += said
        still = 0.0 if said or not all_said or busy() or _works(child.pid) else still + _LOOK
    return all_said.decode("utf-8", "replace")


def _works(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()[0]
        asleep = Path(f"/proc/{process}/wchan").read_bytes()
        return (
            state in b"RD"
            or asleep not in _FOR_KEYS
            or bool(Path(f"/proc/{process}/task/{process}/children").read_bytes().strip())
        )
    except OSError:
        return False


def new_place(home: Path) -> Place:
    """Make a home in which git knows somebody, and an empty log."""
    place = Place(home=home)
    home.mkdir(parents=True)
    (home / ".gitconfig").write_text("[user]\n\tname = Jo\n\temail = jo@example.org\n[core]\n\tfsync = none\n")
    (place.log / "sessions" / "2026").mkdir(parents=True)
    place.log.chmod(0o700)
    (place.log / "circle.yml").write_text("")
    place.git("init", "-q", "-b", "main")
    return place


def copy(home: Path, to: Path) -> None:
    """Copy a home as it is; what stands in it of the number of its folder is made right for the copy."""
    shutil.copytree(home, to, symlinks=True)
    for intent in to.glob("*/.circle/intents/*.json"):
        number = json.dumps(intent.parent.stat().st_ino).encode()
        intent.write_bytes(_FOLDER.sub(b'"folder": ' + number, intent.read_bytes()))


def put(snapshot: Path, home: Path) -> Place:
    """Put a copy where the program ran."""
    shutil.rmtree(home, ignore_errors=True)
    copy(snapshot, home)
    return Place(home=home)
