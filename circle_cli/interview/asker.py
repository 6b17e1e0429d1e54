"""The seam between an interview and whoever is asked: a terminal, a plain terminal, or a test."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # for the names alone: the first words on the screen wait for no other module
    from circle_cli.interview.script.agenda import Timing
    from circle_cli.interview.script.prompts import Prompt


class Move(StrEnum):
    """What somebody did with a prompt."""

    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    NOTE = "note"
    CARD = "card"
    """Show a role card."""

    BRING_BACK = "bring-back"
    """Find other words for a question that asked for what went wrong."""

    PAUSE = "pause"
    END = "end"
    """The terminal has gone: a pause that is no interruption. Ctrl-D goes on, and is none."""


class Where(Enum):
    """Where something is asked: that decides which keys there are."""

    INTERVIEW = auto()
    """One prompt after another: one can go back, skip, jot a note."""

    ASIDE = auto()
    """In the middle of one of those, and kept as they are; Esc closes it."""

    ALONE = auto()
    """With nothing before it or behind it, and no draft; Esc leaves it."""

    SAVED = auto()
    """Once everything is saved: whatever is pressed, nothing is undone."""


class Paused(Exception):
    """The interview was left; everything is in the draft. `interrupted` is False where input simply ended."""

    def __init__(self, *, interrupted: bool) -> None:
        """Remember how it was left."""
        super().__init__()
        self.interrupted = interrupted


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A prompt and what stands around it. `number` of `total` and `done` (a flag per question) are for the eight."""

    prompt: "Prompt"
    number: int = 0
    total: int = 0
    done: tuple[bool, ...] = ()
    recalled: tuple[str, ...] = ()
    """What was said or noted earlier and belongs here."""

    turn: str = ""
    """Whose turn it is, in a session with others."""

    timing: "Timing | None" = None
    """How long there is for it, where the time is watched."""

    others: bool = False
    """Others take part: there are role cards, and questions to bring back."""

    notes: bool = True
    """A note would be kept here."""

    where: Where = Where.INTERVIEW

    anew: bool = False
    """What stands there is likely to be something else altogether: the first key that types takes its place."""

    again: bool = False
    """The same prompt as just before: its heading need not be said anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: the text as it stands, and what to do with it."""

    move: Move
    text: str


class Asker(Protocol):
    """Somebody who can be asked."""

    def say(self, text: str) -> None:
        """Show some lines."""

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        """Put a prompt with `text` already in place; `typed` is called with the whole text after each change."""


EARLY = "Something was typed before the next question was there, so it is no answer to it."


def early(screen: Screen, let_go: Callable[[], bool]) -> bool:
    """Tell whether something came before the prompt was shown, where only a reply that was meant for it counts.

    `let_go` lets go of it: the end of a paste must not decide what protects somebody.
    """
    return screen.prompt.guarded and not screen.again and let_go()
