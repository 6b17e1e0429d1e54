"""How a value is written as the text of an answer, and read back from it. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import eq
from typing import Generic, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Notation(Generic[T]):
    """A way to write values of one type. It reads every text that was kept, and an empty one too: there was no answer.

    `between` is what comes between two versions of a text where both shall stand; where there is none, one gives way.
    `alike` tells whether two texts say the same.
    """

    read: Callable[[str], T]
    write: Callable[[T], str]
    between: str = ""
    alike: Callable[[str, str], bool] = eq


def optional(read: Callable[[str], T], write: Callable[[T], str], between: str = "") -> Notation[T | None]:
    """Make a notation in which an empty text is None."""
    return Notation(
        lambda text: read(text) if text else None, lambda value: "" if value is None else write(value), between
    )


def one_of(known: type[E]) -> Notation[E | None]:
    """Make a notation for a closed set."""
    return optional(known, str)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


YES, NO = "yes", "no"

TEXT = optional(str, str, between=" / ")
"""A line in somebody's own words."""

BODY: Notation[str] = Notation(lambda text: text.strip("\n"), str, between="\n\n")
"""A text of several lines."""

CHOSEN = optional(str, str)
"""One of a few words that are not somebody's own."""

TIDY = optional(str.strip, str)
DAY = optional(date.fromisoformat, date.isoformat)
NUMBER = optional(int, str)
LIST: Notation[tuple[str, ...]] = Notation(_parts, ", ".join, between=", ")
SENTENCES: Notation[tuple[str, ...]] = Notation(
    lambda text: tuple(dict.fromkeys(part.strip() for part in re.split("[;\n]", text) if part.strip())),
    "; ".join,
    between="; ",
)
"""A list whose entries may have commas in them."""

YES_OR_NO = optional(lambda text: text == YES, lambda value: YES if value else NO)
