"""What a draft's file holds, read back as far as it can be read: whoever wrote it, and whatever a power cut left."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from circle_cli.errors import CircleError, Place
from circle_cli.interview.draft.checked_lines import found_in
from circle_cli.interview.draft.head import DraftHead, DraftKind, NewerHead, guessed_head, read_head
from circle_cli.system.no_links import content_of
from circle_cli.system.processes import Process

__all__ = ["DraftHead", "DraftKind", "DraftState", "read_draft"]

DRAFT_FORMAT = 1
"""The version of the drafts that this program writes and reads."""

NOTICES = ("held", "taken", "told")
"""Entries that hold no reply: who has the draft open, and what was said about it."""

_NEWER = "written by a newer circle; update circle to go on with it"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftState:
    """What a draft holds: the replies so far, the prompt that was open, and what was being typed there."""

    head: DraftHead
    answers: Mapping[str, str | None] = field(default_factory=dict)
    at: str | None = None
    halves: Mapping[str, str] = field(default_factory=dict)
    """Text by prompt key that was typed and not yet given as a reply."""

    unread: int = 0
    """How much of the file could not be read or is not understood; the number only says whether it became more."""

    told: int = 0
    """How much of that was said to somebody."""

    holder: Process | None = None
    """Which program had it open last, and has not said that it closed it."""

    number: int | None = None
    """The number that the file system gave the file in which it was begun, or gone on with."""

    @property
    def known(self) -> dict[str, str | None]:
        """Give the answers so far: those known at the start, but for what is asked anew, and those given since."""
        start = {key: text for key, text in self.head.start.items() if key not in self.head.anew}
        return {**start, **self.answers}

    @property
    def written(self) -> bool:
        """Tell whether it holds a single word that is nowhere else."""
        return any(self.answers.values()) or any(text.strip() for text in self.halves.values())


def read_draft(path: Path) -> DraftState:
    """Read a draft: all of it that is whole. What is being typed counts unless the draft has newer.

    Raises:
        CircleError: it is from a newer version, nothing in it can be read, or it is no file; it is left as it is.
    """
    state, replies = read_content(path, content_of(path))
    newest = read_typing(path)
    halves = {newest[0][0]: newest[0][1]} if newest and newest[0][2] >= replies else {}
    if not state.written and not any(halves.values()) and not state.head.log:
        raise CircleError("this draft is damaged at its beginning; nothing in it was changed", where=Place(path))
    return replace(state, halves={**state.halves, **halves})


def read_content(path: Path, content: bytes) -> tuple[DraftState, int]:
    """Read what a draft's file holds, and give the number of entries that are no mere notices.

    Raises:
        CircleError: as for `read_draft`.
    """
    found = found_in(content)
    told = _Told(found.unread)
    for entry in found.entries:
        told.take(entry)
    head = _head(path, found.entries, told)
    state = DraftState(
        head=head,
        answers=told.answers,
        at=told.at if head.log else None,  # what it was for is lost: what is open is asked from the beginning
        halves=told.halves,
        unread=told.unread,
        told=told.told,
        holder=told.holder,
        number=told.number,
    )
    return state, sum(not any(notice in entry for notice in NOTICES) for entry in found.entries)


def _head(path: Path, entries: Sequence[Mapping[str, Any]], told: "_Told") -> DraftHead:
    newer = False
    for entry in entries:
        if "draft" in entry:
            version = entry["draft"]
            newer |= type(version) is int and version > DRAFT_FORMAT
            try:
                read = read_head(entry) if version == DRAFT_FORMAT else None
            except NewerHead:
                newer, read = True, None
            if read:
                told.unread += read[1]
                return read[0]
    if newer:
        raise CircleError(f"this draft is {_NEWER}; nothing in it was changed", where=Place(path))
    head = guessed_head(path.name, told.answers)
    told.unread += 1
    if head is None:
        raise CircleError("this draft is damaged at its beginning; nothing in it was changed", where=Place(path))
    return head


class _Told:
    """Gathers what the entries tell, one after another."""

    def __init__(self, unread: int) -> None:
        self.unread, self.told = unread, 0
        self.answers: dict[str, str | None] = {}
        self.halves: dict[str, str] = {}
        self.at: str | None = None
        self.holder: Process | None = None
        self.number: int | None = None

    def take(self, entry: Mapping[str, Any]) -> None:
        match entry:
            case {"answered": str(key), "text": str() | None as text}:
                self.answers[key] = text if text is None else _sound(text)
                self.halves.pop(key, None)
                self._now_at(entry)
            case {"left": str(key), "text": str(text)}:
                self.halves[key] = _sound(text)
                self._now_at(entry)
            case {"held": holder}:
                self.holder = Process.read(holder)
                number = entry.get("file")
                self.number = number if type(number) is int else self.number
            case {"taken": _}:
                pass
            case {"told": int(told)}:
                self.told = told
            case {"draft": _}:
                pass  # the first of them counts
            case _:
                self.unread += 1

    def _now_at(self, entry: Mapping[str, Any]) -> None:
        at = entry.get("at")
        self.at = at if isinstance(at, str) else None


Typed = tuple[str, str, int]
"""At which prompt something was typed, the text, and after how many entries."""


def read_typing(path: Path) -> tuple[Typed, Path] | None:
    """Read what was being typed beside a draft, and where it lies.

    A kill may have come before the newest had taken the place of the one before.
    """
    name = path.with_suffix(".typing").name
    with suppress(OSError):
        there = [each for each in path.parent.iterdir() if each.name == name or each.name.startswith(f"{name}-")]
        for place in sorted(there, key=lambda each: each.lstat().st_mtime_ns, reverse=True):
            if typed := _typing_in(place):
                return typed, place
    return None


def _typing_in(place: Path) -> Typed | None:
    try:
        found = found_in(content_of(place)).entries
    except CircleError:
        return None
    match found:
        case ({"key": str(key), "text": str(text), "after": int(after)}, *_):
            return key, _sound(text), after
    return None


def _sound(text: str) -> str:
    """Give a text that every file can hold: half a character, which only damage makes, becomes a mark for it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
