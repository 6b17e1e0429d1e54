"""A text in the person's own editor, until it can be used or they leave; no version of it is lost on the way."""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Asker, Paused, Where
from circle_cli.interview.script.prompts import choice
from circle_cli.interview.terminal.editor import put_down, run_editor, taken_back
from circle_cli.interview.terminal.editors import Editor, find_editor
from circle_cli.interview.terminal.keyboard import Keys
from circle_cli.log.history.running import run_git

_AT_ONCE_SECONDS = 1.0
"""An editor that is back so soon, with nothing changed, has probably opened a window and not waited for it."""

_BACK = ("back", "Go back into the editor")
_TAKE = ("take", "Take what is in the file")
_SAVED = ("take", "I have saved it in that window: take what is there")
_LEAVE = ("leave", "Leave")
_OPEN = (("open", "Open it"), ("leave", "Leave all as it is"))
_WAIT = (
    "Your editor was back at once, and nothing was changed there. Perhaps it opened a window of its own: save there, "
    "and close it. To have it wait next time, tell it to, for example EDITOR='code --wait' or EDITOR='subl --wait'."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """How a text is edited: by whom, in which file, and what it must be in the end (`check` refuses it in words)."""

    asker: Asker
    keys: Keys
    place: Path
    check: Callable[[str], None]
    leaving: str = "Leave; what you wrote is kept aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """What came back: a text, or why it cannot be used, what one may do about that, and whether to start anew."""

    text: str | None = None
    why: str = ""
    line: int | None = None
    ways: Sequence[tuple[str, str]] = ()
    anew: bool = False


_NOT_A_VERSION = ("~", ".jsonl", ".typing", ".base")
"""How the names end of what else comes and goes beside the file."""


def own_editor() -> Editor:
    """Find the person's editor; what a log's own settings of git say of one is not heard."""

    def git_has() -> str:
        with suppress(OSError):
            output = run_git("config", "--global", "--includes", "--get", "core.editor", limit=5)
            return output.out.decode("utf-8", "replace").strip() if output.code == 0 else ""
        return ""

    return find_editor(os.environ, git_has)


def edited(before: str, editing: Editing) -> str:
    """Have `before` edited as the file, which is made unless it is there; give what it became. The file stays.

    Raises:
        CircleError: somebody left before there was anything that can be used, or no editor can be started.
    """
    editor = own_editor()
    if not os.path.lexists(editing.place):
        put_down(before, editing.place)
    if editor.way_out and _asked(editing, "Open it?", _OPEN, editor.way_out, default="open") != "open":
        _away_if_same(before, editing.place)
        raise CircleError("Nothing was changed", do="set EDITOR to another editor, for example EDITOR=nano")
    came = _opened(before, editor, editing, None)
    while came.text is None:
        editing.asker.say(came.why)
        todo = _asked(editing, "What would you like to do?", came.ways)
        if todo == "take":
            came = _looked_at(before, editing)
        elif todo == "back":
            if came.anew:
                editing.place.unlink(missing_ok=True)
                put_down(before, editing.place)
            came = _opened(before, editor, editing, came.line)
        else:
            raise CircleError("what you wrote is kept in this file", where=Place(editing.place))
    return came.text


def _opened(before: str, editor: Editor, editing: Editing, line: int | None) -> _Came:
    beside, held, begun = _beside(editing.place), _held(editing.place), time.monotonic()
    try:
        with editing.keys.released():
            wrong = run_editor(editor, editing.place, line)
    except CircleError:
        _away_if_same(before, editing.place)
        raise
    at_once = time.monotonic() - begun < _AT_ONCE_SECONDS and _held(editing.place) == held
    came = _looked_at(before, editing)
    new = [f"It may have been saved under another name: {path}" for path in sorted(_beside(editing.place) - beside)]
    if came.text == before and not new:
        if wrong:
            _away_if_same(before, editing.place)
            raise CircleError(f"{wrong}; nothing was changed")
        return _Came(why=_WAIT, ways=(_SAVED, _BACK, _LEAVE)) if at_once else came
    if wrong:
        why = f"{editing.place}: {wrong}; this file has what it left."
        return replace(came, text=None, why="\n".join(filter(None, (why, came.why, *new))), ways=(_BACK, _TAKE, _LEAVE))
    if came.text == before or came.text is None:
        why = came.why or "Nothing was changed in the file that was opened."
        return replace(came, text=None, why="\n".join((why, *new)), ways=came.ways or (_BACK, _LEAVE))
    return came


def _looked_at(before: str, editing: Editing) -> _Came:
    """Look at what is in the file now."""
    try:
        after = taken_back(before, editing.place)
    except CircleError as error:
        gone = not _held(editing.place).strip()
        back = ("back", "Go back into the editor, with the text as it was") if gone else _BACK
        return _Came(why=str(error), ways=(back, _LEAVE), anew=gone)
    try:
        if after != before:
            editing.check(after)
    except CircleError as error:
        return _Came(why=str(error), line=error.where.line if error.where else None, ways=(_BACK, _LEAVE))
    return _Came(text=after)


def _held(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:
        return b""


def _beside(place: Path) -> set[Path]:
    """Give the files in the same folder that somebody may have saved a text as."""
    with suppress(OSError):
        names = [path for path in place.parent.iterdir() if path != place and path.name[0] != "."]
        return {path for path in names if not path.name.endswith(_NOT_A_VERSION) and path.is_file()}
    return set()


def _asked(
    editing: Editing, ask: str, ways: Sequence[tuple[str, str]], remark: tuple[str, ...] = (), default: str = ""
) -> str | None:
    """Ask what to do; whoever breaks off here leaves."""
    ways = [(way, editing.leaving if (way, label) == _LEAVE else label) for way, label in ways]
    prompt = choice("editor", ask, *ways, remark=remark, default=default, needed="Please choose one of these.")
    try:
        return choose(editing.asker, prompt, Where.ALONE)
    except Paused:
        return None


def _away_if_same(before: str, place: Path) -> None:
    """Take the file away unless it holds something that stands nowhere else."""
    with suppress(OSError, CircleError):
        if taken_back(before, place) == before:
            place.unlink()
