"""Which editor somebody has: the one that they set, or the plainest that is there."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from circle_cli.errors import CircleError
from circle_cli.system.programs import command_words, find_program

_PLAIN = ("nano", "micro")
_WINDOWS = (*_PLAIN, "notepad")
_LAST = ("vim", "vi")
_OWN = "editor in `circle settings`"
_WAY_OUT = (
    "No other editor was found, so this is vi.",
    "To write, press i. To leave, press Esc, and then",
    "  :wq Enter  saves and leaves,",
    "  :q! Enter  leaves without saving.",
)


class NoEditor(CircleError):
    """There is none, and none was set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """What starts it, and, where nobody chose it, how to get out of it again."""

    command: tuple[str, ...]
    way_out: tuple[str, ...] = ()


def find_editor(
    environ: Mapping[str, str],
    git_has: Callable[[], str],
    own: str = "",
    *,
    find: Callable[[str, Mapping[str, str]], str | None] = find_program,
    is_file: Callable[[str], bool] = os.path.isfile,
    windows: bool = sys.platform == "win32",
) -> Editor:
    """Find the editor: the person's `own`, VISUAL, EDITOR, what git was told (`git_has`), nano, micro, vi at last.

    What was settled for circle alone goes before what holds for every program, as git has it with `core.editor`.

    Raises:
        NoEditor: there is none.
        CircleError: the one that was set is not there.
    """
    settings = ((_OWN, own), *((name, environ.get(name)) for name in ("VISUAL", "EDITOR")))
    for name, value in settings if any(value and value.strip() for _, value in settings) else (("EDITOR", git_has()),):
        if value and value.strip():
            words = [value.strip()] if is_file(value.strip()) else _words(name, value, windows=windows)
            return Editor(command=(_program(words[0], environ, find, name), *words[1:]))
    for names, way_out in ((_WINDOWS if windows else _PLAIN, ()), (_LAST, _WAY_OUT)):
        for name in names:
            if program := find(name, environ):
                return Editor(command=(program,), way_out=way_out)
    raise NoEditor("No editor was found", do="set EDITOR to the name of yours, for example EDITOR=nano")


def _words(name: str, value: str, *, windows: bool) -> list[str]:
    try:
        words = command_words(value, windows=windows)
    except ValueError as error:
        raise CircleError(f"{name}={value}: a quotation mark is not closed", do=f"set {name} anew") from error
    return words or [value]


def _program(
    word: str, environ: Mapping[str, str], find: Callable[[str, Mapping[str, str]], str | None], name: str
) -> str:
    """Give the program of that name on PATH: Windows would look in the folder first where somebody happens to be."""
    if "/" in word or "\\" in word:
        return word
    found = find(word, environ)
    if found is None:
        wrong = f"{word}: the editor could not be started: there is no such program"
        raise CircleError(wrong, do=f"set {_OWN if name == _OWN else 'EDITOR'} to one that is there")
    return found
