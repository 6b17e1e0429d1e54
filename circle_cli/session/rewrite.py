"""Rewrites a front matter, touching only what differs: a person's comments, spelling and order stay."""

import re
from collections.abc import Mapping

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.reading import read
from circle_cli.front_matter.writing import write_key, write_list_item

_LINE = re.compile("[^\n\x85\u2028\u2029]*[\n\x85\u2028\u2029]")
"""A line as YAML counts them."""

_BETWEEN = re.compile(r"([ \t]*)(#.*)?\n")
_INLINE = re.compile(r"[ \t]+#[^\n]*")
_ITEM = re.compile(r"([ \t]*)- ")


def rewrite_front(front: str, before: Mapping[str, Value], after: Mapping[str, Value]) -> str:
    """Put the values `after` into the text `front`, which holds `before`; new keys come in the order of `after`."""
    pieces: dict[str, str] = {}
    for key, piece in _pieces(front).items():
        if key in before and before[key] != after.get(key):
            own, between = _parted(piece)
            pieces[key] = (_changed(own, key, before[key], after[key]) if key in after else "") + between
        else:
            pieces[key] = piece
    order = list(after)
    for key in order:
        if key not in pieces:
            later = next((other for other in order[order.index(key) + 1 :] if other in pieces), None)
            pieces = inserted(pieces, key, write_key(key, after[key]), later)
    return "".join(pieces.values())


def inserted(pieces: dict[str, str], key: str, piece: str, before: str | None) -> dict[str, str]:
    """Give `pieces` with one more, before the one named or at the end."""
    if before is None:
        return {**pieces, key: piece}
    at = list(pieces).index(before)
    pairs = list(pieces.items())
    return dict([*pairs[:at], (key, piece), *pairs[at:]])


def _pieces(front: str) -> dict[str, str]:
    """Cut front matter into a piece of text per top-level key; what stands above the first has the name ""."""
    starts = {str(key[0]): line for key, line in read(front, "").lines.items() if len(key) == 1}
    lines = _LINE.findall(front)
    edges = [*list(starts.values())[1:], len(lines) + 1]
    first = "".join(lines[: min(starts.values(), default=1) - 1])
    pieces = {
        key: "".join(lines[start - 1 : end - 1]) for (key, start), end in zip(starts.items(), edges, strict=False)
    }
    return {"": first, **pieces} if first else pieces


def _parted(piece: str, indent: str = "") -> tuple[str, str]:
    """Part a key or an item from the blank and comment lines below it, which speak of the next one.

    What is indented more than the piece itself is its own, though it look like a comment: a text over several lines.
    """
    lines = _LINE.findall(piece)
    own = len(lines)
    while own > 1 and (found := _BETWEEN.fullmatch(lines[own - 1])) and (not found[2] or len(found[1]) <= len(indent)):
        own -= 1
    return "".join(lines[:own]), "".join(lines[own:])


def _changed(piece: str, key: str, before: Value, after: Value) -> str:
    """Write a key's new value: item by item where it is a list with an item a line, with the comment beside it."""
    items = _items(piece, key, before) if _is_list(before) and _is_list(after) else None
    if items is None:
        return _beside(write_key(key, after), piece)
    head, old = items
    indent = _ITEM.match(old[0])[1]  # type: ignore[index]  # `_items` gives nothing else
    texts: list[str] = []
    for place, item in enumerate(after):
        same = _partner(place, item, before, after)
        if same is None:
            texts.append(write_list_item(item, indent))
        elif before[same] == item:
            texts.append(old[same])
        else:
            own, between = _parted(old[same], indent)
            texts.append(_beside(write_list_item(item, indent), own) + between)
    return head + "".join(texts)


def _is_list(value: Value) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _items(piece: str, key: str, before: list[Value]) -> tuple[str, list[str]] | None:
    """Cut a list into its head and its items; None where it is not written with an item a line."""
    places = read(piece, "").lines
    starts = [places[(key, number)] for number in range(len(before))]
    lines = _LINE.findall(piece)
    if any(start == other for start, other in zip([1, *starts], starts, strict=False)):
        return None
    if not all(_ITEM.match(lines[start - 1]) for start in starts):
        return None
    edges = [*starts[1:], len(lines) + 1]
    items = ["".join(lines[start - 1 : end - 1]) for start, end in zip(starts, edges, strict=True)]
    return "".join(lines[: starts[0] - 1]), items


def _partner(place: int, item: Value, before: list[Value], after: list[Value]) -> int | None:
    """Find the old item that is this one: the same, or of the same number, or at the same place."""
    if item in before:
        return before.index(item)
    if "id" in item:
        return next((number for number, old in enumerate(before) if old.get("id") == item["id"]), None)
    return place if place < len(before) and before[place] not in after else None


def _beside(new: str, old: str) -> str:
    """Put the comment that stands beside an old line beside the new one, in its column if there is room."""
    if new.count("\n") > 1 or len(_LINE.findall(old)) > 1:
        return new
    comment = next((found for found in _INLINE.finditer(old) if _says_the_same(old[: found.start()], old)), None)
    if comment is None:
        return new
    column = comment.end() - len(comment.group().lstrip())
    return f"{new.rstrip():<{column - 1}} {comment.group().lstrip()}\n"


def _says_the_same(text: str, other: str) -> bool:
    try:
        return read(f"x:\n  {text}\n", "").values == read(f"x:\n  {other}\n", "").values
    except CircleError:
        return False
