"""Values as they stand in a file: of plain types only, with the line of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from circle_cli.errors import CircleError, Place

Value = Any
"""None, str, int, bool, datetime.date, or a list or a str-keyed dict of these."""

KeyPath = tuple[str | int, ...]
"""The keys and numbers that lead to a value: ("cast", 0, "name")."""


class Plain(str):
    """Text from a closed set (an id, a mode), written without quotes where YAML cannot take it for something else."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Values as read, with the line (1 is the file's first) on which each stands."""

    values: dict[str, Value]
    lines: Mapping[KeyPath, int]
    where: str

    def problem(
        self, at: KeyPath, what: str, *, do: str = "", words: str | None = None, unknown_key: bool = False
    ) -> CircleError:
        """Make the error for what stands `at` a key, or for the nearest thing around it that has a line."""
        nearest = at
        while nearest not in self.lines and nearest:
            nearest = nearest[:-1]
        name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in at).lstrip(".")
        place = Place(
            self.where, self.lines.get(nearest, 1), quoted(name).strip("`") if name else "", unknown_key=unknown_key
        )
        return CircleError(what, where=place, do=do, words=words)


def quoted(found: Value) -> str:
    """Name a value in a message: on one line, and not the whole of a long one."""
    if isinstance(found, dict | list):
        return "a list" if isinstance(found, list) else "keys and values"
    text = " ".join(str(found).split())
    return f"`{text[:40]}...`" if len(text) > 40 else f"`{text}`"


def given_twice(key: Value, where: Place) -> CircleError:
    """Make the error for a key that is there twice."""
    return CircleError("… is given twice", where=where, do="keep one", words=quoted(key))
