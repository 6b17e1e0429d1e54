"""Runs one program to its end without `subprocess`, which takes as long to load as git to ask another place.

For Linux alone, and only before anything else runs: nothing here expects a second thread.
"""

import _signal  # type: ignore[import-not-found]  # what `signal` is made of
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

_ENDING = (_signal.SIGINT, _signal.SIGALRM)
_PATIENCE, _PAUSE = 2.0, 0.02  # seconds for one that was asked to end


class TooSlowError(Exception):
    """It took longer than it may, and was stopped."""


def can_spawn() -> bool:
    """Tell whether programs can be run so here."""
    return sys.platform == "linux" and hasattr(os, "memfd_create")


def spawned(
    command: "Sequence[str]", environ: "Mapping[str, str]", *, limit: int, umask: int
) -> tuple[int, bytes, bytes]:
    """Run a program in a session of its own, without input; give how it ended, what it printed, and its errors.

    Ctrl-C stops it, and all that it started, as it does whoever runs it.

    Raises:
        OSError: it could not be started.
        TooSlowError: `limit` seconds were over.
    """
    out, err = os.memfd_create("out"), os.memfd_create("err")  # no pipes: what goes on in the background may hold those
    pressed, rung = _signal.getsignal(_signal.SIGINT), _signal.signal(_signal.SIGALRM, _too_slow)
    if pressed is not _signal.SIG_IGN:  # as behind `nohup`
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    unheld = _signal.pthread_sigmask(_signal.SIG_BLOCK, _ENDING)  # until there is somebody to stop
    try:
        code = _waited_for(_started(command, environ, (out, err), umask), limit, unheld)
        return code, _all_of(out), _all_of(err)
    finally:
        _signal.pthread_sigmask(_signal.SIG_SETMASK, unheld)
        _signal.signal(_signal.SIGINT, pressed)
        _signal.signal(_signal.SIGALRM, rung)
        os.close(out)
        os.close(err)


def _started(command: "Sequence[str]", environ: "Mapping[str, str]", to: tuple[int, int], umask: int) -> int:
    printed = [(os.POSIX_SPAWN_DUP2, each, number) for number, each in enumerate(to, start=1)]
    files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), *printed]
    ours = os.umask(umask)
    try:
        ignored_by_python = (_signal.SIGPIPE, _signal.SIGXFSZ)
        return os.posix_spawn(
            command[0],
            [*command],
            environ,
            file_actions=files,
            setsid=True,
            setsigdef=ignored_by_python,
            setsigmask=(),
        )
    finally:
        os.umask(ours)


def _all_of(file: int) -> bytes:
    return os.pread(file, os.fstat(file).st_size, 0)


def _waited_for(child: int, limit: int, unheld: "set[int]") -> int:
    try:
        _signal.pthread_sigmask(_signal.SIG_SETMASK, unheld)
        _signal.alarm(limit)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except BaseException:
        _signal.alarm(0)
        _stop(child)
        raise
    finally:
        _signal.alarm(0)


def _stop(child: int) -> None:
    """End it and all that it started; asked politely first, git removes its own locks."""
    try:
        for end in (_signal.SIGTERM, _signal.SIGKILL):
            os.killpg(child, end)
            until = time.monotonic() + _PATIENCE
            while time.monotonic() < until:
                if os.waitpid(child, os.WNOHANG)[0]:
                    return
                time.sleep(_PAUSE)
    except (ProcessLookupError, ChildProcessError):
        return


def _too_slow(_: int, __: "FrameType | None") -> None:
    raise TooSlowError
