"""What a draft's file holds: lines with a checksum each, and how they are read back."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from circle_cli.errors import CircleError, Place

DRAFT_FORMAT = 1
"""The version of the drafts that this program writes and reads."""


class DraftKind(StrEnum):
    """What is asked: the eight questions, or something before a session, after it, or at the door."""

    REFLECT = "reflect"
    PREPARE = "prepare"
    FOLLOW_UP = "follow-up"
    SHARE = "share"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """What a draft is for: which session, in which log, begun when; `mode` is empty while it is open.

    `deepens` is the path of the session's file where there is one already. `start` are the answers known at the start;
    those `anew` are asked again all the same. `groups` says how many a training event has. `named` is what the draft is
    called where no answer of its own says it.
    """

    id: str
    log: str
    mode: str
    date: str
    quick: bool = False
    deepens: str | None = None
    anew: tuple[str, ...] = ()
    kind: DraftKind = DraftKind.REFLECT
    groups: int | None = None
    named: str | None = None
    start: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftState:
    """What a draft holds: the replies so far, the prompt that was open, and what was being typed there."""

    head: DraftHead
    answers: Mapping[str, str | None] = field(default_factory=dict)
    at: str | None = None
    halves: Mapping[str, str] = field(default_factory=dict)
    """Text by prompt key that was typed and not yet given as a reply."""

    @property
    def known(self) -> dict[str, str | None]:
        """Give the answers so far: those known at the start, but for what is asked anew, and those given since."""
        start = {key: text for key, text in self.head.start.items() if key not in self.head.anew}
        return {**start, **self.answers}

    @property
    def written(self) -> bool:
        """Tell whether it holds a single word that is nowhere else."""
        return any(self.answers.values()) or any(text.strip() for text in self.halves.values())


_NEWER = "written by a newer circle; update circle to go on with it"


def read_draft(path: Path) -> DraftState:
    """Read a draft: every line of it that is whole.

    Raises:
        CircleError: it is from a newer version, or its beginning is damaged; the file is left as it is.
    """
    entries = [entry for _, entry in whole_lines(path.read_bytes())]
    if not entries or entries[0].get("draft") != DRAFT_FORMAT:
        newer = bool(entries) and isinstance(entries[0].get("draft"), int)
        what = _NEWER if newer else "damaged at its beginning"
        raise CircleError(f"this draft is {what}; nothing in it was changed", where=Place(path))
    head = DraftHead(**{name: value for name, value in entries[0].items() if name != "draft"})
    if head.kind not in list(DraftKind):
        raise CircleError(f"this draft is {_NEWER}; nothing in it was changed", where=Place(path))
    head = replace(head, anew=tuple(head.anew), kind=DraftKind(head.kind))
    answers: dict[str, str | None] = {}
    halves: dict[str, str] = {}
    at: str | None = None
    for entry in entries[1:]:
        if "answered" in entry:
            answers[entry["answered"]] = entry["text"]
            halves.pop(entry["answered"], None)
        else:
            halves[entry["left"]] = entry["text"]
        at = entry["at"]
    halves |= _read_typing(path.with_suffix(".typing"), after=len(entries))
    return DraftState(head=head, answers=answers, at=at, halves=halves)


def _read_typing(path: Path, after: int) -> dict[str, str]:
    """Read what was being typed, unless it is older than the draft's last entry (a kill came in between)."""
    try:
        found = [entry for _, entry in whole_lines(path.read_bytes())]
    except OSError:
        return {}
    return {found[0]["key"]: found[0]["text"]} if found and found[0].get("after") == after else {}


def draft_line(entry: Mapping[str, Any]) -> bytes:
    """Write an entry as a line, behind its checksum."""
    content = json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(content), content)


def whole_lines(content: bytes) -> list[tuple[bytes, dict[str, Any]]]:
    """Give the lines that are whole, as bytes and as entries; a torn or damaged one costs itself, not the others."""
    found: list[tuple[bytes, dict[str, Any]]] = []
    for line in content.split(b"\n")[:-1]:
        checksum, _, entry = line.partition(b" ")
        if checksum != b"%08x" % zlib.crc32(entry):
            continue
        found.append((line, json.loads(entry)))
    return found
