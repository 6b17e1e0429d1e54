"""Who has a draft open, and whether one may go on with it all the same: somebody stopped, gone, or elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.errors import PAUSED, CircleError
from circle_cli.interview.draft.holding import is_open
from circle_cli.interview.draft.lines import DraftState, read_draft
from circle_cli.shown import shown
from circle_cli.system.processes import Doing, Process, what_does

if TYPE_CHECKING:  # for the names alone: whoever lists drafts asks nothing
    from circle_cli.commands.drafts.interview import How
    from circle_cli.interview.draft.draft import Draft
    from circle_cli.interview.script.prompts import Prompt

_HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a draft is held: `open_elsewhere`, or in a way that it can be taken from, which is said; or not at all."""

    open_elsewhere: bool = False
    but: str = ""


def held(path: Path, state: DraftState) -> Held:
    """Find out who has a draft open.

    Raises:
        CircleError: it is no file, or the system does not hand it over.
    """
    return _held(state.holder, locked=is_open(path))


def _held(holder: Process | None, *, locked: bool) -> Held:
    doing = what_does(holder) if holder else None
    if holder and doing is Doing.ELSEWHERE:
        return Held(but=f"last open on another computer, {shown(holder.host)}")
    if doing is Doing.STOPPED:
        return Held(but="stopped in another terminal")
    if locked and doing is Doing.GONE:
        return Held(but="held by a program that is gone")
    return Held(open_elsewhere=locked or doing is Doing.RUNNING)


def how_to_free(path: Path) -> tuple[str, str]:
    """Say in which way a locked draft is held, and how to end that: where nothing of it may be left, nor come back.

    Raises:
        CircleError: it cannot be read.
    """
    holder = read_draft(path).holder
    match what_does(holder) if holder else Doing.RUNNING:
        case Doing.STOPPED:
            number = holder.pid if holder else 0
            return "stopped in another terminal", f"type fg there and leave it, or end the program of number {number}"
        case Doing.GONE | Doing.ELSEWHERE:
            return "open in some other program", "end that one first"
    return "open in another terminal", "finish or leave it there first"


def take_over(but: str) -> "Prompt":
    """Ask whether a draft is to be gone on with here, that is still somebody's but for a reason."""
    from circle_cli.interview.script.prompts import choice

    return choice(
        "take over",
        f"This is {but}. Go on with it here?",
        (_HERE, "Yes, go on here"),
        ("leave", "No, leave it as it is"),
        remark=("Nothing is lost: what the other one still holds is kept apart, should it ever go on.",),
        enter="leaves it as it is",
        left_open="It is left as it is.",
        guarded=True,
    )


def opened(path: Path, state: DraftState, how: "How") -> "Draft":
    """Open a draft; ask first, where it has to be taken from somebody.

    Raises:
        CircleError: it is open in another terminal, it is left as it is, or it cannot be read or written.
    """
    from circle_cli.commands.drafts.interview import plain_or_screen
    from circle_cli.interview.asides import choose
    from circle_cli.interview.asker import Paused
    from circle_cli.interview.draft.draft import Draft

    found = held(path, state)
    if not found.but:
        return Draft.reopen(path)
    asker = plain_or_screen(how, lambda text: text)
    try:
        wanted = choose(asker, take_over(found.but)) == _HERE
    except Paused:
        wanted = False
    if not wanted:
        raise CircleError(f"{path.stem}: left as it is, {found.but}.", PAUSED)
    return Draft.take_over(path)
