"""Runs git, and what runs git in its turn: without a shell, without a terminal, and never for ever."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from circle_cli.system.early.heard import GIT, UMASK, environment
from circle_cli.system.programs import find_program

_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # what a session is elsewhere: Ctrl-C comes through us
_SLOW = 4.0  # seconds until somebody is told that git is still at it
_PRIVATE = -1 if sys.platform == "win32" else UMASK
NO_GIT_CODE = 127
NO_GIT, TOO_SLOW = "git was not found", "git was stopped after"
"""How the errors of a git that is not there, and of one that took too long, begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a command printed, and how it ended."""

    code: int | None = 0  # None: it was stopped
    out: bytes = b""
    err: bytes = b""
    interrupted: bool = False
    """Somebody pressed Ctrl-C meanwhile; it was passed on, and the end waited for."""

    @property
    def answered(self) -> bool:
        """Tell whether it ran to its end: what one that was killed has printed, or has not, is no answer."""
        return self.code is not None and self.code >= 0

    @property
    def text(self) -> str:
        """Its errors, or what it printed if there were none."""
        return (self.err.strip() or self.out.strip()).decode("utf-8", "replace")


def run_git(
    *arguments: str | bytes,
    limit: float,
    given: bytes | None = None,
    to: int | None = None,
    heard: Mapping[str, str] | None = None,
) -> Output:
    """Run git, for at most `limit` seconds; `given` is its input, and its output goes to the open file `to`.

    Of what the environment says of git it hears `heard` alone.
    """
    return run([*GIT, *arguments], limit=limit, given=given, to=to, heard=heard, umask=_PRIVATE)


def run_git_to_its_end(*arguments: str | bytes, slow: Callable[[], None]) -> Output:
    """Run git for as long as it takes; `slow` is called once, after some seconds.

    It may be in the middle of a hook that has put other people's changes out of the way (pre-commit does so): stopped
    then, it would take them along. Ctrl-C is passed on to it, and its end waited for.
    """
    return run([*GIT, *arguments], limit=None, slow=slow, umask=_PRIVATE)


@contextmanager
def beside_git(*arguments: str | bytes, heard: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Run git beside us, to be asked one thing after another; what it writes has to be read as it comes."""
    child = subprocess.Popen(  # noqa: S603 (git, from the person's PATH)
        _placed([*GIT, *arguments]),
        env=environment(heard),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_GROUP,
        umask=_PRIVATE,
    )
    try:
        yield child
    finally:
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both are pipes: so it was started
        try:
            child.wait(5)  # with nobody to hear it, it ends by itself
        except subprocess.TimeoutExpired:
            _stop(child)


def run(
    command: Sequence[str | bytes],
    *,
    limit: float | None,
    given: bytes | None = None,
    to: int | None = None,
    cwd: Path | None = None,
    heard: Mapping[str, str] | None = None,
    slow: Callable[[], None] = lambda: None,
    umask: int = -1,
) -> Output:
    """Run a command, deaf to what the environment says of git (as inside a hook), but for `heard`."""
    with ExitStack() as stack:
        pressed = stack.enter_context(_ctrl_c_held()) if limit is None else []
        try:
            child = subprocess.Popen(  # noqa: S603 (git, from PATH as the person has it; paths follow `--`)
                _placed(command),
                env=environment(heard),
                cwd=cwd,
                stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
                stdout=subprocess.PIPE if to is None else to,
                stderr=subprocess.PIPE,
                start_new_session=True,
                creationflags=_GROUP,
                umask=umask,
            )
        except FileNotFoundError:
            return Output(code=NO_GIT_CODE, err=NO_GIT.encode())
        if given is not None:
            threading.Thread(target=_feed, args=(child.stdin, given), daemon=True).start()
            child.stdin = None  # what `communicate` has not handed over when it is called again is handed over never
        with child:
            try:
                return _wait_for(child, slow, pressed) if limit is None else _listen(child, limit)
            except BaseException:
                _stop(child)
                raise


@contextmanager
def _ctrl_c_held() -> Iterator[list[int]]:
    """Note Ctrl-C, and let it interrupt nothing of ours: what was begun is neither left alone nor stopped by it."""
    pressed: list[int] = []
    if threading.current_thread() is not threading.main_thread():  # where it interrupts nothing
        yield pressed
        return
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def is_there() -> bool:
    """Tell whether there is a git on this computer."""
    return find_program("git", os.environ) is not None


def _placed(command: Sequence[str | bytes]) -> list[str | bytes]:
    """Say where git is, so that no other one is started from the folder somebody stands in."""
    program, *rest = command
    found = find_program("git", os.environ) if program == "git" else program
    if found is None:
        raise FileNotFoundError(NO_GIT)
    return [found, *rest]


def _feed(pipe: IO[bytes], given: bytes) -> None:
    with suppress(OSError), pipe:  # whoever hears enough may go
        pipe.write(given)


def _listen(child: subprocess.Popen[bytes], limit: float) -> Output:
    """Hear it out, until it ends: what a hook left running in the background may hold the pipe for ever."""
    end = time.monotonic() + limit
    while True:
        try:
            out, err = child.communicate(timeout=0.25)
            return Output(code=child.returncode, out=out or b"", err=err)
        except subprocess.TimeoutExpired as slow:
            out, err = slow.output or b"", slow.stderr or b""
        if child.poll() is not None:
            return _last_words(child, out, err)
        if time.monotonic() > end:
            _stop(child)
            return Output(code=None, err=err + f"\n{TOO_SLOW} {limit:.0f} seconds".encode())


def _wait_for(child: subprocess.Popen[bytes], slow: Callable[[], None], pressed: list[int]) -> Output:
    """Hear it out to its end, whenever that is; each Ctrl-C that was `pressed` is passed on."""
    end: float | None = time.monotonic() + _SLOW
    told = 0
    while True:
        try:
            out, err = child.communicate(timeout=0.25)
            return Output(code=child.returncode, out=out or b"", err=err, interrupted=bool(pressed))
        except subprocess.TimeoutExpired as waiting:
            out, err = waiting.output or b"", waiting.stderr or b""
        if child.poll() is not None:
            return replace(_last_words(child, out, err), interrupted=bool(pressed))
        if told < len(pressed):
            told = len(pressed)
            _interrupt(child)
        if end is not None and time.monotonic() > end:
            end = None
            slow()


def _last_words(child: subprocess.Popen[bytes], out: bytes, err: bytes) -> Output:
    """Hear what one that has ended said last; what a hook left running in the background may hold the pipe for ever."""
    try:
        out, err = child.communicate(timeout=0.25)
    except subprocess.TimeoutExpired as held:
        out, err = held.output or out, held.stderr or err
    return Output(code=child.returncode, out=out or b"", err=err or b"")


def _interrupt(child: subprocess.Popen[bytes]) -> None:
    """Pass Ctrl-C on to git and all that it started, as a terminal would."""
    if sys.platform == "win32":
        child.send_signal(signal.CTRL_BREAK_EVENT)
        return
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGINT)


def _stop(child: subprocess.Popen[bytes]) -> None:
    """End git and all that it started; asked politely first, it removes its own locks."""
    if sys.platform == "win32":
        child.kill()
        return
    for end in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, end)
            child.wait(2)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
