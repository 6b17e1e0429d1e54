"""Patterns in a table: what each finds, why, and what could be said instead."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from circle_cli.identifiers.findings.record import Identifier, Mark

_BEFORE, _BEHIND = 240, 40
"""How near, in characters: about what stands in the sentence, and in the one before."""


@dataclass(frozen=True, slots=True)  # not keyword-only: a row of a table is read across
class Shape:
    """`pattern` is tried on the flat text; of what it finds, the named group is marked, where there is one.

    Where `but` is found in the same place, or `not_near` shortly before or behind it, nothing is said.
    """

    when: str
    pattern: "re.Pattern[str]"
    kind: Identifier
    reason: str
    instead: str | Callable[[str], str]
    only_warns: bool = False
    but: "re.Pattern[str] | None" = None
    not_near: "re.Pattern[str] | None" = None


def shape(*patterns: str) -> "re.Pattern[str]":
    """Make one pattern of several, tried in their order; for the flat text, so all of them in small letters."""
    return re.compile("|".join(patterns))


def find_shapes(shapes: Iterable[Shape], flat: str) -> Iterator[Mark]:
    """Find them all, in the order of the table."""
    for each in shapes:
        for found in each.pattern.finditer(flat):
            if _is_meant_otherwise(each, found, flat):
                continue
            part = found.lastgroup or 0
            yield Mark(
                kind=each.kind,
                start=found.start(part),
                end=found.end(part),
                reason=each.reason,
                suggestion=each.instead if isinstance(each.instead, str) else each.instead(found.group()),
                only_warns=each.only_warns,
            )


def _is_meant_otherwise(each: Shape, found: "re.Match[str]", flat: str) -> bool:
    near = flat[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
    return bool((each.but and each.but.search(found.group())) or (each.not_near and each.not_near.search(near)))
