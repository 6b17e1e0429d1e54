"""How a value is written as the text of an answer, and read back from it. Pure."""

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

    `alike` tells whether two texts say the same.
    """

    read: Callable[[str], T]
    write: Callable[[T], str]
    alike: Callable[[str, str], bool] = eq


def optional(read: Callable[[str], T], write: Callable[[T], str]) -> Notation[T | None]:
    """Make a notation in which an empty text is None."""
    return Notation(lambda text: read(text) if text else None, lambda value: "" if value is None else write(value))


def one_of(known: type[E]) -> Notation[E | None]:
    """Make a notation for a closed set."""
    return optional(known, str)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


YES, NO = "yes", "no"

TEXT = optional(str, str)
TIDY = optional(str.strip, str)
BODY: Notation[str] = Notation(lambda text: text.strip("\n"), str)
"""A text of several lines."""

DAY = optional(date.fromisoformat, date.isoformat)
NUMBER = optional(int, str)
LIST: Notation[tuple[str, ...]] = Notation(_parts, ", ".join)
YES_OR_NO = optional(lambda text: text == YES, lambda value: YES if value else NO)
