"""A text in the person's own editor, until it can be used or they leave; no version of it is lost on the way."""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.commands.own_settings import own_settings
from circle_cli.errors import CircleError, Place
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Asker, Move, Paused, Screen, Where
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.interview.terminal.editor import put_down, run_editor, taken_back
from circle_cli.interview.terminal.editors import Editor, NoEditor, find_editor
from circle_cli.interview.terminal.keyboard import Keys
from circle_cli.system.running import run_git

_AT_ONCE_SECONDS = 1.0
"""An editor that is back so soon, with nothing changed, has probably opened a window and not waited for it."""

_BACK = ("back", "Go back into the editor")
_TAKE = ("take", "Take what is in the file")
_SAVED = ("take", "I have saved it in that window: take what is there")
_LEAVE = ("leave", "Leave")
_OPEN, _STAY = ("open", "Open it"), "Leave all as it is"
_HERE = ("here", "Change it here, without an editor")
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
    staying: str = _STAY
    here: Prompt | None = None
    """Where there is no editor, it may be changed in answer to this prompt of ours."""


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

    return find_editor(os.environ, git_has, own_settings().editor)


def edited(before: str, editing: Editing) -> str:
    """Have `before` edited as the file, which is made unless it is there; give what it became. The file stays.

    Raises:
        CircleError: somebody left before there was anything that can be used, or no editor can be started.
    """
    editor = _editor(editing)
    if not os.path.lexists(editing.place):
        put_down(before, editing.place)
    if editor and editor.way_out:
        ways = [_OPEN, *([_HERE] if editing.here else []), ("leave", editing.staying)]
        way = _asked(editing, "Open it?", ways, editor.way_out, default="open")
        if way not in ("open", "here"):
            _away_if_same(before, editing.place)
            raise CircleError("Nothing was changed", do="set EDITOR to another editor, for example EDITOR=nano")
        editor = editor if way == "open" else None
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


def _editor(editing: Editing) -> Editor | None:
    try:
        return own_editor()
    except NoEditor:
        if editing.here is None:
            raise
        return None


def _changed_here(before: str, editing: Editing, here: Prompt) -> _Came:
    """Have it changed in a field of our own; every key of it goes into the file."""
    text = taken_back("", editing.place).removesuffix("\n")
    reply = editing.asker.ask(Screen(prompt=here, where=Where.ALONE), text, lambda typed: _write(editing.place, typed))
    _write(editing.place, reply.text)
    came = _looked_at(before, editing)
    if reply.move is not Move.NEXT and came.text != before:
        raise CircleError("what you wrote is kept in this file", where=Place(editing.place))
    return came


def _write(place: Path, text: str) -> None:
    beside = place.with_suffix(".typing")
    with suppress(OSError):  # a full disk: the text stays on the screen, and is written with the next key
        beside.unlink(missing_ok=True)
        put_down(text, beside)
        beside.replace(place)


def _opened(before: str, editor: Editor | None, editing: Editing, line: int | None) -> _Came:
    if editor is None and editing.here:
        return _changed_here(before, editing, editing.here)
    assert editor, "somebody chose our field, which is there"  # noqa: S101  # for the type checker
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
    if wrong and came.text == before and not new:
        _away_if_same(before, editing.place)
        raise CircleError(f"{wrong}; nothing was changed")
    if at_once and came.text is not None and not new and not wrong:
        return _Came(why=_WAIT, ways=(_SAVED, _BACK, _LEAVE))
    if came.text == before and not new:
        return came
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
