"""Programs that run on this computer: which one this is, and what another is doing."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum, auto
from glob import escape
from pathlib import Path

_STOPPED, _DEAD = "Tt", "ZXx"
_PROC = Path("/proc")
_LIMIT = 5.0  # seconds for `ps`


class Doing(Enum):
    """What a program is doing, as far as can be found out."""

    RUNNING = auto()
    STOPPED = auto()
    """It was told to wait (Ctrl-Z), and may go on one day."""

    GONE = auto()
    ELSEWHERE = auto()
    """It ran on another computer, of which nothing is known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A program that runs, or ran: numbers are given again, so `started` tells two of the same number apart."""

    host: str
    pid: int
    started: str

    @classmethod
    def read(cls, value: object) -> "Process | None":
        """Read what `written` wrote; None for anything else."""
        match value:
            case {"host": str(host), "pid": int(pid), "started": str(started)}:
                return cls(host=host, pid=pid, started=started)
        return None

    def written(self) -> Mapping[str, str | int]:
        """Give it as values that a file can hold."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the system says of a program: one letter, as `ps` has it, and when it began, where that is known."""

    letter: str
    started: str = ""


def status_of(pid: int) -> Status | None:
    """Ask the system about a program; None where it is gone."""
    if _PROC.joinpath("self", "stat").exists():
        return _from_proc(pid)
    return _from_ps(pid) if os.name == "posix" else Status(letter="R")


def left_by_the_dead(folder: Path, before: str) -> list[Path]:
    """Give what programs that are gone left in a folder: behind `before`, its name has the number of its program."""
    found = []
    for path in folder.glob(f"*{escape(before)}*"):
        number = re.match(r"\d+(?=[-.]|$)", path.name.rpartition(before)[2])
        if number and status_of(int(number[0])) is None:
            found.append(path)
    return found


def this_process() -> Process:
    """Give the program that asks."""
    status = _from_proc(os.getpid())  # nothing else is worth starting a program for
    return Process(host=this_host(), pid=os.getpid(), started=status.started if status else "")


def this_host() -> str:
    """Give this computer's name."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform  # Windows alone: it takes long to load

    return platform.node()


def what_does(process: Process, *, host: str | None = None, ask: Callable[[int], Status | None] = status_of) -> Doing:
    """Find out what a program is doing; what cannot be found out counts as running."""
    if process.host != (this_host() if host is None else host):
        return Doing.ELSEWHERE
    status = ask(process.pid)
    if status is None or status.letter in _DEAD:
        return Doing.GONE
    if process.started and status.started and process.started != status.started:
        return Doing.GONE
    return Doing.STOPPED if status.letter in _STOPPED else Doing.RUNNING


def _from_proc(pid: int) -> Status | None:
    """Read what Linux says: behind the name, which may hold anything, come the letter and, 19 further on, the start."""
    try:
        words = (_PROC / str(pid) / "stat").read_bytes().rpartition(b")")[2].decode("ascii").split()
    except OSError:
        return None
    return Status(letter=words[0], started=words[19])


def _from_ps(pid: int) -> Status | None:
    import subprocess  # where there is no /proc, and hardly ever there

    command = ("/bin/ps", "-o", "stat=", "-p", str(pid))
    try:
        said = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)  # noqa: S603 (a number)
    except (OSError, subprocess.TimeoutExpired):
        return Status(letter="R")
    letters = said.stdout.decode("ascii", "replace").strip()
    return Status(letter=letters[0]) if letters else None
