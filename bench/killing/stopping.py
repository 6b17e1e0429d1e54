"""Stops programs before each call by which they change something, or kills them there; `stopping.c` does it in them."""

import os
import shutil
import struct
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from pathlib import Path

from circle_cli.system.processes import status_of

_CODE = Path(__file__).with_name("stopping.c")
_HEAD = "iilliii"  # how, where, at, calls, held, programs
_SIZE = 8192
_PROGRAMS, _NUMBERS = struct.calcsize("iilli"), struct.calcsize("iillii")
_PATIENCE, _PAUSE = 20.0, 0.005  # seconds
CIRCLE = "KILLS_CIRCLE"
"""The variable in which a git finds the number of the circle that started it."""


class How(IntEnum):
    """What is done before a call."""

    COUNT = 0
    ASK = 1
    KILL_ONE = 2
    KILL_ALL = 3
    KILL_CIRCLE = 4


class Where(IntFlag):
    """Whose calls count."""

    CIRCLE = 1
    GIT = 2


def compiler() -> str | None:
    """Give what compiles C here; None where nothing does."""
    return shutil.which("cc")


def build(folder: Path) -> Path:
    """Make the library that is loaded into each program."""
    library = folder / "stopping.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(_CODE), "-ldl"], check=True)
    return library


@dataclass(slots=True, kw_only=True)
class Stops:
    """A folder in which programs find what is to be done before their calls."""

    folder: Path
    library: Path
    how: How
    where: Where = Where.CIRCLE | Where.GIT
    at: int = 0
    _end: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        with (self.folder / "control").open("wb") as file:
            file.write(struct.pack(_HEAD, self.how, self.where, self.at, 0, 0, 0, 0).ljust(_SIZE, b"\0"))
        for name in ("ask", "go"):
            os.mkfifo(self.folder / name)

    @property
    def environment(self) -> dict[str, str]:
        """What a program has to find in its environment to be stopped."""
        return {"LD_PRELOAD": str(self.library), "KILLS": str(self.folder)}

    def wait(self) -> None:
        """Wait until no program is there that was started."""
        control = (self.folder / "control").read_bytes()
        (count,) = struct.unpack_from("i", control, _PROGRAMS)
        numbers, end = struct.unpack_from(f"{count}i", control, _NUMBERS), time.monotonic() + _PATIENCE
        while any(map(_is_there, numbers)) and time.monotonic() < end:
            time.sleep(_PAUSE)

    def asked(self, answer: Callable[[str], None]) -> threading.Thread:
        """Answer each program that asks, in a thread, until `over`: it goes on after `answer`."""
        thread = threading.Thread(target=self._answer_all, args=(answer,))
        thread.start()
        return thread

    def over(self, thread: threading.Thread) -> None:
        """End the answering."""
        self._end.set()
        with (self.folder / "ask").open("wb", buffering=0) as ask:
            ask.write(bytes(128))
        thread.join()

    def _answer_all(self, answer: Callable[[str], None]) -> None:
        ask, go = (os.open(self.folder / name, os.O_RDWR) for name in ("ask", "go"))
        try:
            while True:
                call = os.read(ask, 128).rstrip(b"\0").decode()
                if self._end.is_set():
                    return
                try:
                    answer(call)
                finally:
                    os.write(go, b".")
        finally:
            os.close(ask)
            os.close(go)


def _is_there(number: int) -> bool:
    status = status_of(number)
    return status is not None and status.letter not in "ZXx"
