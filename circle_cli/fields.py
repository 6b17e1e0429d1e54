"""Typed fields out of a mapping: what is missing, unknown or of the wrong type is refused by name and line."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import KeyPath, Located, Value, quoted

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ANY = re.compile(".*")


class Fields:
    """One mapping being read: each method takes a key once; what nobody took is left over at the end."""

    def __init__(self, source: Located, at: KeyPath = ()) -> None:
        self.source, self.at = source, at
        self.values = source.values
        for step in at:
            self.values = self.values[step]  # type: ignore[index]  # a path leads through dicts and lists alike
        if not isinstance(self.values, dict):
            raise source.problem(at, "expected keys and values, such as `{name: ...}`")
        self.left = dict(self.values)

    def problem(
        self, key: str, what: str, *, do: str = "", words: str | None = None, unknown_key: bool = False
    ) -> CircleError:
        """Make the error for this key's value."""
        return self.source.problem((*self.at, key), what, do=do, words=words, unknown_key=unknown_key)

    def take(self, key: str) -> Value:
        """Take a value as it is; None where the key is absent or empty."""
        return self.left.pop(key, None)

    def text(self, key: str) -> str:
        """Take a text that must be there and must hold something."""
        found = self.optional_text(key)
        if found is None or not found.strip():
            raise self.problem(key, "missing", do=f"add a line `{key}: ...`")
        return found

    def optional_text(self, key: str) -> str | None:
        """Take a text, or None where there is none or it is empty."""
        found = self.take(key)
        return None if found in (None, "") else self._as_text(key, found)

    def line(self, key: str, shape: re.Pattern[str] = _ANY, wanted: str = "") -> str:
        """Take a text that fits on one line, has nothing invisible in it and, where one is asked for, has a shape."""
        found = (self.optional_text(key) or "").strip()
        if not found.isprintable():
            wrong = "expected one line of plain letters"
            raise self.problem(key, wrong, do="write it without line breaks and control signs")
        if found and not shape.fullmatch(found):
            raise self.problem(key, "… is none", do=wanted, words=quoted(found))
        return found

    def _as_text(self, key: str, found: Value) -> str:
        if not isinstance(found, str):
            wrong = "expected words, found …"
            raise self.problem(key, wrong, do="put it in quotation marks", words=quoted(found))
        if _SURROGATE.search(found):
            raise self.problem(key, "holds half a character (a lone surrogate)", do="remove it")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; an absent one is empty."""
        found = self.take(key)
        if found is None:
            return ()
        if not isinstance(found, list):
            raise self.problem(key, 'expected a list, such as `["one", "two"]`')
        return tuple(self._as_text(key, item) for item in found)

    def number(self, key: str, lowest: int, highest: int) -> int:
        """Take a whole number that must be there."""
        found = self.take(key)
        if isinstance(found, bool) or not isinstance(found, int) or not lowest <= found <= highest:
            raise self.problem(key, f"expected a whole number from {lowest} to {highest}")
        return found

    def optional_number(self, key: str, lowest: int, highest: int) -> int | None:
        """Take a whole number, or None where the key is absent."""
        if self.left.get(key) is None:
            self.take(key)
            return None
        return self.number(key, lowest, highest)

    def truth(self, key: str) -> bool:
        """Take a `true` or `false` that must be there."""
        found = self.take(key)
        if not isinstance(found, bool):
            raise self.problem(key, "expected true or false")
        return found

    def day(self, key: str) -> date | None:
        """Take a date, as YAML reads it or as text in the form 2026-11-23; None where there is none."""
        found = self.take(key)
        if found is None or isinstance(found, date):
            return found
        try:
            return date.fromisoformat(found if re.fullmatch(r"\d{4}-\d\d-\d\d", found) else "")
        except (TypeError, ValueError):
            raise self.problem(key, "expected a date such as 2026-11-23") from None

    def one_of(self, key: str, kind: type[E]) -> E:
        """Take one of a closed set that must be there."""
        found = self.optional_one_of(key, kind)
        if found is None:
            raise self.problem(key, "missing", do=f"add one of: {', '.join(kind)}")
        return found

    def optional_one_of(self, key: str, kind: type[E]) -> E | None:
        """Take one of a closed set, or None where the key is absent."""
        found = self.take(key)
        if found is None:
            return None
        try:
            return kind(found)
        except ValueError:
            raise self._not_known(key, found, list(kind)) from None

    def word(self, key: str, known: Sequence[str]) -> str:
        """Take an id that must be one of `known`."""
        found = self.text(key)
        if found not in known:
            raise self._not_known(key, found, known)
        return found

    def _not_known(self, key: str, found: Value, known: Sequence[str]) -> CircleError:
        return self.problem(key, "… is not known", do=f"use one of: {', '.join(known)}", words=quoted(found))

    def records(self, key: str, build: Callable[["Fields"], T]) -> tuple[T, ...] | None:
        """Take a list of mappings, each made into a record; None where the key is absent."""
        if self.left.get(key) is None:
            self.take(key)
            return None
        found = self.take(key)
        if not isinstance(found, list):
            raise self.problem(key, "expected a list of entries, each beginning with `- `")
        return tuple(build(Fields(self.source, (*self.at, key, number))) for number in range(len(found)))

    def record(self, key: str, build: Callable[["Fields"], T]) -> T | None:
        """Take one mapping, made into a record; None where the key is absent."""
        found = self.take(key)
        return None if found is None else build(Fields(self.source, (*self.at, key)))

    def nothing_more(self) -> None:
        """Refuse keys that nobody took."""
        for key in self.left:
            raise self.problem(key, "unknown key", do="take it out or correct its spelling", unknown_key=True)
