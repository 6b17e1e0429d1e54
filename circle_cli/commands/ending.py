"""How a command ends: well, with words for whoever ran it, or with Ctrl-C."""

import _signal as signal  # type: ignore[import-not-found]  # what `signal` is made of, with numbers for its names
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from circle_cli.commands.edge import Asked, columns, is_plain, say
from circle_cli.errors import BAD_DATA, PAUSED, CircleError, refused
from circle_cli.waiting import how_far


def ended(run: Callable[[], object]) -> int:
    """Run a command to its end: gives the exit code, and says an error for users in words on standard error."""
    try:
        try:
            with _interruptible(), how_far.told_to(_waiting()):
                run()
        except CircleError as error:
            say(str(error))
            return error.exit_code
        except BrokenPipeError:
            raise
        except OSError as error:  # what nobody foresaw: no fault of the program's, and so no traceback
            found = refused(error)
            say(str(found))
            return found.exit_code
        except RuntimeError as error:
            if not str(error).startswith("Symlink loop"):  # as pathlib has it before Python 3.13
                raise
            say(f"{error}; take the link out")
            return BAD_DATA
    except KeyboardInterrupt:
        return PAUSED
    return 0


def _waiting() -> how_far.Waiting | None:
    """Give who waits at a terminal; None where nobody sees anything before the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    return how_far.Waiting(
        clock=time.monotonic,
        write=_write,
        columns=columns,
        plain=lambda: "--plain" in sys.argv or is_plain(Asked()),
    )


def _write(text: str) -> None:
    with suppress(OSError):  # the terminal has gone; that is no reason to end
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C be what a command takes it for; before and after one, the program simply ends."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if before is not None:  # a handler that Python did not set cannot be set again
            signal.signal(signal.SIGINT, before)
