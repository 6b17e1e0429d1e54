"""Marks side by side made one, and marks on top of each other parted: one place of a text is one question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from circle_cli.identifiers.findings.instead import INSTEAD, instead_of, kind_of_name
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases, words
from circle_cli.identifiers.seen.tokens import Token

_JOINING = either(*phrases("people", "joining names"))
_BETWEEN = re.compile(rf"(?:[ \n]|[-–‑'’&/]| - | & |[ \n]{_JOINING}[ \n])")
_PLACE_BEFORE = words("places", "leading to a place")
_IN_FIGURES = (Identifier.CODE, Identifier.DATE, Identifier.TIME, Identifier.AGE, Identifier.LINK)
_SINGLING = (Identifier.FACT, Identifier.ROLE, Identifier.FAMILY, Identifier.CONDITION)
_NAMES = (Identifier.NAME, Identifier.LETTERS)
_ONE_ASKED = b"\2"
"""Stands where one mark of these asks already; the rest of another that lies across it asks nothing more."""


def joined(marks: Sequence[Mark], tokens: Sequence[Token], text: str) -> list[Mark]:
    """Join what nothing explains where it reads as one name or one reference, and say what that may be."""
    if not marks:
        return []
    rows: list[list[Mark]] = []
    for mark in marks:
        if rows and _belongs(rows[-1][-1], mark, text):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    before = {token.start: tokens[place - 1].key for place, token in enumerate(tokens) if place and token.gap == " "}
    keys = {token.start: token.key for token in tokens}
    return [_as_one(row, before.get(row[0].start, ""), [keys[mark.start] for mark in row]) for row in rows]


def _belongs(last: Mark, mark: Mark, text: str) -> bool:
    gap = text[last.end : mark.start]
    if last.end - last.start == 1 and gap in (". ", ".") and last.kind is not Identifier.NUMBER:
        return last.kind in _NAMES and mark.kind in _NAMES
    if Identifier.NUMBER in (last.kind, mark.kind):
        return gap in ("", " ", "-", "/", ":", ".") and {last.kind, mark.kind} <= {
            Identifier.NUMBER,
            Identifier.LETTERS,
        }
    if Identifier.WORD in (last.kind, mark.kind):
        return gap in ("-", "'", "’") or (gap == " " and last.kind is mark.kind)
    return bool(_BETWEEN.fullmatch(gap))


def _as_one(row: Sequence[Mark], before: str, keys: Sequence[str]) -> Mark:
    first = row[0]
    kind = first.kind
    kinds = {mark.kind for mark in row}
    if Identifier.NUMBER in kinds:
        kind = Identifier.CODE if len(row) > 1 else Identifier.NUMBER
    elif Identifier.NAME in kinds:
        kind = kind_of_name(keys) if len(keys) > 1 else Identifier.NAME
        if kind is Identifier.NAME and before in _PLACE_BEFORE:
            kind = Identifier.PLACE
    suggestion = INSTEAD.get(kind) or instead_of(keys)
    if kind is Identifier.PLACE and kind_of_name(keys) is Identifier.PLACE and len(keys) > 1:
        suggestion = instead_of(keys)
    return replace(first, kind=kind, end=row[-1].end, suggestion=suggestion)


def without_counts(marks: Sequence[Mark], singling: Sequence[Mark]) -> list[Mark]:
    """Leave out a number that a longer mark asks about together with what it counts: "200 miles off"."""
    longer = [(mark.start, mark.end) for mark in singling if not mark.only_warns]
    return [
        mark
        for mark in marks
        if mark.kind is not Identifier.NUMBER
        or not any(start <= mark.start and mark.end <= end for start, end in longer)
    ]


def settled(marks: Sequence[Mark], text: str) -> list[Mark]:
    """Let earlier marks stand, and keep of later ones what they do not cover already."""
    length = max((mark.end for mark in marks), default=0)
    taken = bytearray(length)
    kept: list[Mark] = []
    for mark in marks:
        singles_out = mark.kind in _SINGLING
        if singles_out and _ONE_ASKED in taken[mark.start : mark.end]:
            continue
        for start, end in _free(taken, mark, text):
            whole = start == mark.start and end == mark.end
            kept.append(mark if whole else replace(mark, start=start, end=end))
            taken[start:end] = (_ONE_ASKED if singles_out else b"\1") * (end - start)
            if mark.only_warns or singles_out:
                break  # one question is enough
    return sorted(kept, key=lambda mark: mark.start)


def _free(taken: bytearray, mark: Mark, text: str) -> list[tuple[int, int]]:
    """Give the stretches of a mark that nothing holds yet."""
    if not any(taken[mark.start : mark.end]):
        return [(mark.start, mark.end)]
    free: list[tuple[int, int]] = []
    start = mark.start
    while start < mark.end:
        start = taken.find(b"\0", start, mark.end)
        if start < 0:
            break
        end = next((place for place in range(start, mark.end) if taken[place]), mark.end)
        if any(letter.isdigit() if mark.kind in _IN_FIGURES else letter.isalnum() for letter in text[start:end]):
            piece = text[start:end]
            free.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
        start = end
    return free
