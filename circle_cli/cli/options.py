"""What the annotations of the commands beside this module name: options and arguments, for the parser to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, NamedTuple

from circle_cli.vocabulary import Format, Mode, Status

if TYPE_CHECKING:
    pass

Command = Callable[..., None]
"""Takes what was asked for beside the command (`Asked`), then what its parameters say."""

Group = tuple[str, Mapping[str, Command]]
"""Commands behind a word of their own, and what that is for."""


class Option(NamedTuple):
    """What may be said behind a name; `names` has a space between two of them."""

    names: str
    help: str
    metavar: str | None = None
    min: int | None = None
    max: int | None = None


class Argument(NamedTuple):
    """What stands alone; in brackets if it may be left out."""

    metavar: str
    help: str


Json = Annotated[bool, Option("--json", "Print one JSON document.")]
Require = Annotated[bool, Option("--require-commit", "End with 3 if git could not commit what was saved.")]
Bell = Annotated[bool, Option("--bell", "Ring, once, when the time for a question is used.")]
SessionId = Annotated[str, Argument("ID", "A session's id, or enough of it: its last four letters.")]
Confirm = Annotated[str | None, Option("--confirm", "The session's whole id: do not ask.", metavar="ID")]
PointIds = Annotated[list[str], Argument("POINT", "A learning point's id, its beginning, or its four words.")]
Since = Annotated[str | None, Option("--since", "From this day on: 1 Nov, 2026-11-23, 2026-11, 2026.", metavar="DATE")]
Until = Annotated[str | None, Option("--until", "Up to this day, month or year.", metavar="DATE")]
OfMode = Annotated[Mode | None, Option("--mode", "Only sessions of this kind.")]
OfStatus = Annotated[Status | None, Option("--status", "Only sessions that have come so far.")]
OfTheme = Annotated[str | None, Option("--theme", "Only sessions with this theme.")]
OfWho = Annotated[
    str | None, Option("--who", "Only those in which this person took part or has something to do.", metavar="NAME")
]
Limit = Annotated[int, Option("--limit -n", "At most so many; 0 for all.", min=0)]
AsFormat = Annotated[
    Format | None, Option("--format", "HTML opens anywhere, docx in Word; HTML if nothing else is said.")
]
To = Annotated[str | None, Option("--to", "Where to; - for standard output (html, md).", metavar="FILE")]
