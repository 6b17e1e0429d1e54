"""Runs `circle`: here, in the process of the test; in a process of its own; or in a copy of the test's."""

import gc
import os
import pkgutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

import library_once
import pytest

import circle_cli
from circle_cli.__main__ import _fill_closed, main
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists

Ended = subprocess.CompletedProcess[str]
Run = Callable[..., Ended]
Streams = Mapping[int, str | int | None]
"""Where each of the three standard streams leads: to a file, into what is open; or it is closed."""
_STREAMS = ((0, "r"), (1, "w"), (2, "w"))
NOBODY: dict[str, Any] = {"user": 65534, "group": 65534, "extra_groups": []}
"""Has `subprocess` make a process somebody else's; only root may."""
LIMIT = 60  # seconds for one command: a hang is a failure, not a wait


def run_here(*arguments: str, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Ended:
    """Run a command as the program's start does, without what it takes to load it: most of its time."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["circle", *arguments])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(_bytes(stdin)), encoding="utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Ended(arguments, code, _text(out), _text(err))


def run_apart(*arguments: str, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Ended:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "circle_cli", *arguments],
        input=_bytes(stdin),
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=LIMIT,
        check=False,
    )
    return Ended(arguments, done.returncode, *(said.decode("utf-8", "replace") for said in (done.stdout, done.stderr)))


def run_copied(*arguments: str, cwd: Path, env: Mapping[str, str], streams: Streams | None = None, **how: Any) -> Ended:
    """Run a command in a copy of this process, which has loaded all already: where only what it does matters.

    `streams` says where those go that lead elsewhere; `how` is for `subprocess`: whose process it is.
    """
    load()
    done = subprocess.run(
        [sys.executable],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=cwd,
        preexec_fn=partial(run_as_copy, arguments, env, streams),  # what would be started now has no turn
        timeout=LIMIT,
        check=False,
        **how,
    )
    return Ended(arguments, done.returncode, *(said.decode("utf-8", "replace") for said in (done.stdout, done.stderr)))


@cache
def load() -> None:
    """Load all that a command at a terminal may need, so that no copy of this process has to."""
    for module in pkgutil.walk_packages(circle_cli.__path__, "circle_cli."):
        if not module.name.startswith(("circle_cli.site", "circle_cli.__main__")):
            import_module(module.name)
    import_module("questionary")
    library_once.make_once()
    load_guidance(None)
    load_lists()


def run_as_copy(arguments: Sequence[str], env: Mapping[str, str], streams: Streams | None = None) -> NoReturn:
    """Be the program from now on, in a process that was forked to be it; all it has of the test's is what is loaded."""

    def program() -> None:
        sys.argv = ["circle", *arguments]
        _fill_closed()
        main()

    be_a_copy(program, env, streams or {})


def be_a_copy(work: Callable[[], object], env: Mapping[str, str], streams: Streams = MappingProxyType({})) -> NoReturn:
    """Do some work from now on, and end, in a process that was forked to do it."""
    code = 1
    try:
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # as Python does at its start
        for number, place in streams.items():
            _lead(number, place)
        os.closerange(3, 1024)
        gc.freeze()  # what the test made is none of our garbage
        own = dict(env)  # it may be the test's own
        os.environ.clear()
        os.environ.update(own)
        opened = [_opened(number, mode) for number, mode in _STREAMS]
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__ = opened
        work()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(_brought_out(code, told=bool(streams)))


def _lead(number: int, place: str | int | None) -> None:
    if place is None:
        os.close(number)
    else:
        os.dup2(os.open(place, os.O_RDWR) if isinstance(place, str) else place, number)


def _opened(number: int, mode: str) -> Any:
    """Open a standard stream as Python does at its start: there is none where it is closed."""
    try:
        os.fstat(number)
    except OSError:
        return None
    return os.fdopen(number, mode, 1 if number == 2 else -1, encoding="utf-8", errors="surrogateescape")


def _brought_out(code: int, *, told: bool) -> int:
    """Bring out what is held back, as Python does on its way out; where that fails it says so, if anybody hears it."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        if told:
            os.write(2, f"Exception ignored while standard output was brought out: {error}\n".encode())
            return 120
    return code


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]  # made above, of bytes
