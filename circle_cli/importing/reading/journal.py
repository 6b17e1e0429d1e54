"""What jrnl writes: its journals and its exports as text, and its exports as JSON."""

import re
from collections.abc import Iterator
from datetime import date

from circle_cli.front_matter.located import Value
from circle_cli.importing.entry import Entry, Piece
from circle_cli.importing.when import read_when

_STAMP = re.compile(
    r"(?:\[(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})"
    r"(?:,?[ T](?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?))?\]"
    r"|(?P<older>\d{4}-\d{2}-\d{2}) (?P<hour>\d{2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?))(?: (?P<title>.*)|$)"
)
"""How an entry begins: a day and a time, in brackets since its second version, and without any where it is shown."""

_HALF_OF_DAY = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]00)? ?([AaPp])\.?[Mm]\.?")

TIME = "time"


def is_journal(text: str) -> bool:
    """Tell whether a text begins with an entry."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return _STAMP.fullmatch(first) is not None


def read_journal(text: str, where: str) -> tuple[Entry, ...]:
    """Read the entries of a journal, each with the line on which it begins."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _STAMP.fullmatch(line)]
    return tuple(
        _entry(lines[start:end], f"{where}, line {start + 1}")
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def _entry(lines: list[str], where: str) -> Entry:
    found = _STAMP.fullmatch(lines[0])
    assert found, "an entry begins with its day"  # noqa: S101 (whoever calls has looked)
    said = found["day"] or found["older"]
    when = read_when(said)
    title = (found["title"] or "").strip()
    pieces = [Piece(text=_as_written(lines[1:]))]
    if time := found["time"] or found["hour"]:
        pieces.append(Piece(label=TIME, text=_of_24(time), aside=True))
    told = (when.said,) if when and when.said else ()
    if when is None:
        pieces.append(Piece(label="date", text=said, aside=True))
    return Entry(where=where, pieces=tuple(pieces), name=title, day=when.day if when else None, told=told)


def _of_24(time: str) -> str:
    """Give a time as jrnl's JSON has it, so that what is exported twice is the same."""
    found = _HALF_OF_DAY.fullmatch(time)
    if not found or not 1 <= int(found[1]) <= 12:
        return time
    return f"{int(found[1]) % 12 + (12 if found[3] in 'pP' else 0):02}:{found[2]}"


def stamped(name: str) -> tuple[date | None, str, str]:
    """Give the day and the time with which a title begins, as jrnl's Markdown has it, and what follows them."""
    found = _STAMP.fullmatch(name)
    when = read_when(found["day"] or found["older"]) if found else None
    if not found or not when:
        return None, "", name
    return when.day, _of_24(found["time"] or found["hour"] or ""), (found["title"] or "").strip()


def _as_written(lines: list[str]) -> str:
    """Give the lines of an entry without what stands before each of them where it is shown."""
    barred = [line for line in lines if line.strip()]
    if barred and all(line.startswith("|") for line in barred):
        lines = [line.removeprefix("|").removeprefix(" ") for line in lines]
    return "\n".join(lines).strip("\n")


def is_jrnl(found: Value) -> bool:
    """Tell whether a JSON value is what jrnl exports."""
    entries = found.get("entries") if isinstance(found, dict) else None
    return isinstance(entries, list) and all(isinstance(each, dict) and "title" in each for each in entries)


def from_jrnl(found: Value, where: str) -> Iterator[Entry]:
    """Give the entries of an export; what an entry says beside its words is kept, too."""
    for number, each in enumerate(found["entries"], start=1):
        day = each.get("date")
        read = read_when(str(day)) if day else None
        aside = [(key, value) for key, value in each.items() if key not in ("title", "body", "date")]
        aside += [("date", day)] if day and read is None else []
        pieces = (
            Piece(text=str(each.get("body") or "").strip("\n")),
            *(
                Piece(label=key, text=_plain(value), aside=True)
                for key, value in aside
                if value not in (False, None, [])
            ),
        )
        yield Entry(
            where=f"{where}, entry {number}",
            pieces=pieces,
            name=str(each["title"]).strip(),
            day=read.day if read else None,
        )


def _plain(value: Value) -> str:
    if isinstance(value, list):
        return ", ".join(str(each).lstrip("@#") for each in value)
    return "yes" if value is True else str(value)
