"""What is to hand while somebody writes, and what comes of the writing."""

from collections.abc import Callable
from dataclasses import dataclass

from circle_cli.interview.asker import Where

EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is to hand while somebody writes: `more` for `?`, `recalled` for Ctrl-E, role cards where there are others.

    `skips` where it can be left out, and `notes` where one would be kept: no key is told that does nothing.

    What stands there is likely to be said `anew`: the first key that types takes its place. `time` says how the time
    stands, where it is watched; `rings` tells when a bell is to ring. `above` is how many rows say what is
    asked: a long answer leaves them on the screen.
    """

    more: str
    recalled: tuple[str, ...]
    others: bool
    skips: bool = True
    notes: bool = True
    where: Where = Where.INTERVIEW
    anew: bool = False
    time: Callable[[], str] | None
    rings: Callable[[], bool]
    above: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of writing: a move's name, or EDITOR, and the text as it stands."""

    move: str
    text: str
