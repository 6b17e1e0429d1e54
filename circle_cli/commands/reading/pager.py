"""A text longer than the window, read a page at a time in the system's pager; nothing of it stays anywhere."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from circle_cli.commands.edge import Asked, at_own_terminal, is_plain, say, show
from circle_cli.shown import shown
from circle_cli.system.programs import command_words, find_program

_USUAL = ("less", "more")
_WINDOWS = ("less",)
"""There, `more` does not know our letters."""

_LESS = {"LESS": "FRX-Ps?eThat is all; q leaves:Space goes on; q leaves.$", "LV": "-c"}
"""What git sets, where somebody has not set it otherwise: it ends where all fits, and leaves the text on the screen.

And it says how to leave, where less has but a colon.
"""

_KEEPS_NOTHING = {"LESSSECURE": "1", "LESSHISTFILE": "-"}
"""A session is private: less writes no file, starts no program, and remembers nothing that was sought in it."""

_OPENS_FIRST = ("LESSOPEN", "LESSCLOSE")
"""Programs to which less would hand the text first."""


def read_through(lines: Sequence[str], asked: Asked, *, wanted: bool) -> None:
    """Show a text: in the pager if it is longer than the window, and all at once where nobody sits.

    Plain lines never go through one: it draws the window anew, and a screen reader has a place of its own in what was
    said.
    """
    text = "".join(f"{shown(line)}\n" for line in lines)
    command = find_pager(os.environ) if wanted and at_own_terminal() and not is_plain(asked) and _is_long(text) else ()
    if not (command and _paged(text, command)):
        show(text)


def find_pager(
    environ: Mapping[str, str],
    find: Callable[[str, Mapping[str, str]], str | None] = find_program,
    *,
    windows: bool = sys.platform == "win32",
) -> tuple[str, ...]:
    """Find the pager: PAGER, which may be empty for none, else the first that is there; nothing where there is none."""
    chosen = environ.get("PAGER")
    if chosen is None:
        found = (find(name, environ) for name in (_WINDOWS if windows else _USUAL))
        return next(((program,) for program in found if program), ())
    try:
        words = command_words(chosen, windows=windows)
    except ValueError:
        words = []
    if not words or words == ["cat"]:
        return ()
    program = words[0] if "/" in words[0] or "\\" in words[0] else find(words[0], environ)
    if program is None:
        say(f"PAGER={chosen}: there is no such program, so here is all of it at once.")
        return ()
    return (program, *words[1:])


def environment(environ: Mapping[str, str], encoding: str) -> dict[str, str]:
    """Give what a pager is told; whatever somebody set for less holds, but for what would keep a word of it."""
    kept = {key: value for key, value in environ.items() if key not in _OPENS_FIRST}
    letters = {"LESSCHARSET": "utf-8"} if encoding.lower().replace("-", "") == "utf8" else {}
    return {**_LESS, **letters, **kept, **_KEEPS_NOTHING}


def _is_long(text: str) -> bool:
    """Tell whether a text has more rows than the window, with one left for what is typed next."""
    from circle_cli.interview.terminal.wrapping import window

    columns, rows = window()
    return sum(max(1, -(-len(line) // columns)) for line in text.split("\n")) > rows


def _paged(text: str, command: Sequence[str]) -> bool:
    """Hand a text to a pager, and wait until it is closed; False where it could not be started."""
    import subprocess  # takes longer to load than a short session to show

    encoding = sys.stdout.encoding
    sys.stdout.flush()
    with _ctrl_c_is_the_pagers():
        try:
            pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment(os.environ, encoding))  # noqa: S603 (the person's own)
        except OSError as error:
            say(f"{command[0]}: could not be started: {error.strerror}; so here is all of it at once.")
            return False
        if pager.stdin is not None:
            _feed(pager.stdin, text.encode(encoding, "replace"))
        pager.wait()
    return True


def _feed(pipe: IO[bytes], content: bytes) -> None:
    """Write what is read; who has read enough closes the pager, and that is no error."""
    with suppress(OSError):
        pipe.write(content)
    with suppress(OSError):
        pipe.close()


@contextmanager
def _ctrl_c_is_the_pagers() -> Iterator[None]:
    """Leave Ctrl-C to the pager, which may take it for the end of a search; we end when it ends.

    A handler, and not SIG_IGN: that the pager would inherit.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
