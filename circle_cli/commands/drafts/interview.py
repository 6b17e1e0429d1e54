"""Holding an interview at a terminal: its draft, whoever asks, and what happens when it is left."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from circle_cli.commands.drafts.in_editor import Editing, edited
from circle_cli.commands.drafts.left_by_editor import left_by_editor, place_for_editor
from circle_cli.commands.edge import result, show
from circle_cli.commands.folders import drafts_folders
from circle_cli.errors import CircleError
from circle_cli.ids import short_id
from circle_cli.interview.asker import Asker, Paused
from circle_cli.interview.draft.draft import Draft, Taken
from circle_cli.interview.draft.holding import is_open
from circle_cli.interview.draft.lines import DraftHead, DraftState, read_draft
from circle_cli.interview.run import Run
from circle_cli.interview.script.script import Script
from circle_cli.interview.terminal.keyboard import Keys, LineReader, let_go_of_early
from circle_cli.interview.terminal.wrapping import width, wrapped
from circle_cli.log.folder import Log
from circle_cli.log.history.elsewhere import places
from circle_cli.settings import load_settings
from circle_cli.system.typed import typed
from circle_cli.text import decode

_GO_ON = "Go on here with what stood here; what the editor left is kept aside"
_WITHOUT = "Go on writing here, without an editor"
_WIDEST_COMMAND, _BELOW = 26, 6
"""A longer command stands on a line of its own, and what it does below it, so far from the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How somebody is asked, and what is wanted of the saving."""

    plain: bool
    keys: Keys
    require_commit: bool
    bell: bool = False


SaveAnswers = Callable[[Mapping[str, str | None]], Callable[[], None]]
"""Saves what the answers say; what it gives says the last words, once the draft is gone."""


def hold(
    log: Log,
    script: Script,
    draft: Draft,
    state: DraftState,
    how: How,
    finish: SaveAnswers,
    *,
    heading_shown: bool = False,
) -> None:
    """Hold an interview to its end, or until it is paused; `heading_shown`: its first prompt stands on the screen."""

    def edit(text: str) -> str:
        place = place_for_editor(draft.path)
        editing = Editing(
            asker=asker, keys=how.keys, place=place, check=lambda _: None, leaving=_GO_ON, staying=_WITHOUT
        )
        after = edited(text, editing)
        place.unlink(missing_ok=True)
        return after

    asker = plain_or_screen(how, edit)
    run = Run(script, asker, draft, state.known, state.halves, time.monotonic)
    try:
        answers = run.go(state.at, heading_shown=heading_shown)
        last_words = _saved(log, draft, finish, answers)
    except (Paused, KeyboardInterrupt) as paused:
        _paused(log, asker, draft)
        if isinstance(paused, KeyboardInterrupt) or paused.interrupted:
            raise KeyboardInterrupt from None
        return
    except Taken as taken:
        draft.close()
        _say_taken(log, asker, taken)
        return
    kept = draft.remove()
    if kept:
        result(f"\nSome of the draft could not be read, and is not in what is saved. The draft is kept: {kept}")
    for left in left_by_editor(draft.path):
        if not _redundant(left, answers):
            result(f"\nYour editor left something that is not in the session: {left}")
    last_words()


def _saved(log: Log, draft: Draft, finish: SaveAnswers, answers: Mapping[str, str | None]) -> Callable[[], None]:
    """Save; where that fails, the draft has it all, and the error says how to go on."""
    try:
        return finish(answers)
    except Taken:
        raise
    except Exception as error:
        draft.close()
        again = f"circle resume {_known_as(log, draft.path)}"
        ours = "" if isinstance(error, CircleError) else "That is a mistake in circle, and none of yours. "
        error.add_note(f"{ours}Everything you wrote is kept. Once that is put right: {again}")
        raise


def greet(text: str, how: How) -> None:
    """Say some words before the first prompt, wrapped to the window unless it is a plain one."""
    result("\n" + (text if how.plain else "\n".join(wrapped(text))))


def what_next(*steps: tuple[str, str]) -> None:
    """Show what one might type next, each with what it does: beside it, or below it where the window is narrow."""
    widest = min(max((len(command) for command, _ in steps), default=0), _WIDEST_COMMAND)
    for command, does in steps:
        beside = f"  {command:<{widest}}    {does}"
        if len(command) <= widest and len(beside) <= width():
            result(beside)
        else:
            result(f"  {command}")
            for line in wrapped(does, less=_BELOW):
                result(f"{' ' * _BELOW}{line}")


def onward(log: Log) -> tuple[tuple[str, str], ...]:
    """Give what one might type once something is approved here, each with what it does."""
    return (*to_others(log), *to_everyone(log))


def to_everyone(log: Log) -> tuple[tuple[str, str], ...]:
    """Give what takes it to those who may read it: through the log's base, if it has one, and on a site."""
    site = ("circle site", "build the site with it")
    return (("circle publish", "send it to your base"), site) if load_settings(log.root).base else (site,)


def to_others(log: Log) -> tuple[tuple[str, str], ...]:
    """Give what sends it to those who share the log; nothing where nobody does."""
    return (("circle sync", "send it, and bring in what others did"),) if places(log.root) else ()


def begin_draft(log: Log, head: DraftHead) -> Draft:
    """Begin a draft in the person's own folder, or inside the log where that cannot be written."""
    from circle_cli.commands.drafts.places import ready

    own, in_log = drafts_folders(log)
    _clear_away(own / f"{head.id}.jsonl")
    try:
        return Draft.begin(ready(log, own), head)
    except CircleError:
        if own == in_log:
            raise
        return Draft.begin(ready(log, in_log), head)


def _clear_away(path: Path) -> None:
    """Remove a draft in which nothing was ever written: begun and killed before a key was pressed."""
    with suppress(OSError, CircleError):
        state = read_draft(path)
        if not is_open(path) and not state.written and not state.unread:
            path.unlink()


def _paused(log: Log, asker: Asker, draft: Draft) -> None:
    """Say how to go on; an interview in which nothing was written leaves nothing behind."""
    draft.close()
    words = f"Paused. Everything is kept. To go on where you were: circle resume {_known_as(log, draft.path)}"
    with suppress(OSError, CircleError):
        if not read_draft(draft.path).written:
            kept = draft.remove()
            words = "Nothing new was written, so there is nothing more to keep. Until another time."
            words += f"\nWhat could not be read of it is kept in {kept}" if kept else ""
    with suppress(OSError):  # the terminal has gone
        asker.say(words)


def _say_taken(log: Log, asker: Asker, taken: Taken) -> None:
    """Say that somebody went on with the draft while this program was stopped, and where the words of this one are."""
    words = "This was gone on with in another terminal, so it ends in this one."
    if taken.aside:
        known = _known_as(log, taken.aside)
        words += f" What you wrote here and not there is kept; to see to it: circle resume {known}"
    with suppress(OSError):  # the terminal has gone
        asker.say(words)


def _known_as(log: Log, path: Path) -> str:
    """Give what to type after `circle resume`: the id's last letters, or the file where it is in a place of its own."""
    short = short_id(path.stem)
    return short if path.parent in drafts_folders(log) else typed(str(path))


def _redundant(left: Path, answers: Mapping[str, str | None]) -> bool:
    """Delete what an editor left, if the answers hold all of it."""
    try:
        words = decode(left.read_bytes(), str(left)).strip()
        if any(words in text for text in answers.values() if text):
            left.unlink()
            return True
    except (OSError, CircleError):
        pass
    return False


def plain_or_screen(how: How, edit: Callable[[str], str]) -> Asker:
    """Give whoever asks at this terminal."""
    if how.plain:
        from circle_cli.interview.terminal.plain import PlainAsker

        return PlainAsker(LineReader(how.keys, show), show, edit, time.monotonic, bell=how.bell)
    from circle_cli.interview.terminal.screen import ScreenAsker

    return ScreenAsker(show, edit, time.monotonic, partial(let_go_of_early, how.keys), bell=how.bell)
