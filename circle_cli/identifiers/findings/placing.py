"""Marks in the text as it is seen, and what it hides, made findings in the text as it was given."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from circle_cli.identifiers.findings.record import Finding, Identifier, Mark
from circle_cli.identifiers.seen.hidden import find_hidden
from circle_cli.identifiers.seen.text import Seen


def placed(marks: Iterable[Mark], seen: Seen, text: str) -> tuple[Finding, ...]:
    """Give the findings in the order of the text as it was given; what is hidden may lie around or inside others."""
    marks, hidden = [*marks], [*find_hidden(text)]
    if not (marks or hidden):
        return ()
    newlines = [newline.start() for newline in re.finditer("\n", text)] if "\n" in text else []
    found = [*_seen(marks, seen, newlines), *_hidden(hidden, newlines)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def _seen(marks: Iterable[Mark], seen: Seen, newlines: list[int]) -> Iterator[Finding]:
    for mark in marks:
        start, end = seen.place(mark.start, mark.end)
        yield Finding(
            kind=mark.kind,
            start=start,
            end=end,
            line=bisect_left(newlines, start) + 1,
            reason=mark.reason,
            suggestion=mark.suggestion,
            only_warns=mark.only_warns,
            may_stay=mark.may_stay,
            entry=mark.entry,
        )


def _hidden(hidden: Iterable[tuple[int, int, str, str]], newlines: list[int]) -> Iterator[Finding]:
    for start, end, what, suggestion in hidden:
        yield Finding(
            kind=Identifier.HIDDEN,
            start=start,
            end=end,
            line=bisect_left(newlines, start) + 1,
            reason=f"is {what}",
            suggestion=suggestion,
            may_stay=False,  # nobody can have read it
        )
