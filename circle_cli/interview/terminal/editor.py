"""Handing a text to the person's own editor, and taking it back without losing either version."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path, PurePath

from circle_cli.errors import CircleError, Place
from circle_cli.interview.terminal.editors import Editor
from circle_cli.system.files import BINARY, first_unused
from circle_cli.text import decode

_GO_TO_A_LINE = frozenset({"nano", "micro", "vi", "vim", "nvim", "emacs", "pico"})


def unused(place: Path) -> Path:
    """Give `place`, or a name like it: what an editor left there once is not written over."""
    return first_unused(chain([place], (place.with_stem(f"{place.stem}-{number}") for number in count(2))))


def put_down(text: str, place: Path) -> None:
    """Write `text` as the new file `place`, which nobody else may read.

    Raises:
        CircleError: it cannot be made.
    """
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text + "\n" if text and not text.endswith("\n") else text)
    except OSError as error:
        wrong = f"could not be made for your editor: {error.strerror}"
        raise CircleError(wrong, where=Place(place), do="you can go on here") from error


def run_editor(editor: Editor, place: Path, line: int | None = None) -> str:
    """Let somebody edit the file `place`, from `line` on; give what went wrong, in words, or nothing.

    Raises:
        CircleError: the editor could not be started.
    """
    program = PurePath(editor.command[0])
    there = [f"+{line}"] if line and program.stem.lower() in _GO_TO_A_LINE else []
    try:
        with _deaf_to_interrupts():
            # S603: the command is the person's own $EDITOR, split into words and run without a shell.
            done = subprocess.run([*editor.command, *there, str(place)], check=False)  # noqa: S603
    except OSError as error:
        wrong = f"{program}: the editor could not be started: {error.strerror}"
        raise CircleError(wrong, do="set EDITOR to one that is there") from error
    finally:
        with suppress(OSError):  # some editors write a file anew, as one that others may read
            place.chmod(0o600)
    if done.returncode < 0:
        return f"the editor was ended from outside (signal {-done.returncode})"
    return f"the editor ended with a problem ({done.returncode})" if done.returncode else ""


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let Ctrl-C be the editor's: whoever started it must not end before it, and leave it without a terminal."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def taken_back(before: str, place: Path) -> str:
    """Give what an editor left in `place`, as a text that can stand for `before`.

    Raises:
        CircleError: nothing is there, or it is no text.
    """
    try:
        content = place.read_bytes()
    except OSError as error:
        wrong = f"nothing came back from the editor ({error.strerror})"
        raise CircleError(wrong, where=Place(place)) from error
    if b"\x00" in content:
        raise CircleError("not plain UTF-8 text (UTF-16?)", where=Place(place), do="save it as UTF-8")
    after = decode(content, str(place))
    if before.strip() and not after.strip():
        raise CircleError("came back empty", where=Place(place))
    return after if before.endswith("\n") else after.removesuffix("\n")
