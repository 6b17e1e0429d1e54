"""Reads our sheet in Markdown, filled in: what stands where."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from circle_cli.paper.document import fingerprint
from circle_cli.paper.drawing.markdown import from_cell, plain_lines
from circle_cli.paper.intake.found import FilledRows, FilledSheet, Opened, Row, SheetWords
from circle_cli.paper.intake.ours import OurWords, without_hints
from circle_cli.paper.kinds import SHEET_MARK
from circle_cli.paper.letters import letters

_HEADING = re.compile(r"#{1,6}[ \t][^\n]*\{#([a-z-]+)\}[ \t]*")
_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")
_RULE = re.compile(r"\|[-:| \t]+\|?")


Headers = Mapping[str, tuple[tuple[str, ...], ...]]
"""The header rows that the table of each part may have."""


def read_markdown(text: str, ours: OurWords, headers: Headers) -> list[FilledSheet]:
    """Read what stands in the sheet, in its order; `ours` are the words that may have been printed on it.

    Headings are known by their ids, and hints by the fingerprints in the sheet's mark; those that lost them, as in an
    editor that knows neither, by their words.
    """
    lines = text.split("\n")
    mark = next((number for number, line in enumerate(lines) if line.lstrip().startswith(SHEET_MARK)), None)
    prints = set(lines[mark][lines[mark].index(SHEET_MARK) + len(SHEET_MARK) :].split()) if mark is not None else set()
    if mark is not None:
        del lines[mark]
    ids = {found[1] for line in lines if (found := _HEADING.fullmatch(line))}
    lost = {words: name for words, name in ours.headings.items() if name not in ids}
    seen: set[str] = set()
    parts = list(_parts(lines, _Ours(prints=prints, ids=set(ours.headings.values()), lost=lost, seen=seen), headers))
    hints, prompts = ours.lost(seen)
    return [_without(each, hints, prompts) if isinstance(each, SheetWords) else each for each in parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ours:
    """What is known of the printed words: fingerprints of hints, ids of headings, and the words of those without one.

    `seen` gathers the fingerprints of the hints that were found.
    """

    prints: Collection[str]
    ids: Collection[str]
    lost: dict[str, str]
    seen: set[str]

    def heading(self, line: str) -> str | None:
        """Give the id of a heading of ours."""
        found = _HEADING.fullmatch(line)
        if found:
            return found[1] if found[1] in self.ids else None
        return self.lost.pop(letters(line), None) if line.startswith("#") else None


def _parts(lines: list[str], ours: _Ours, headers: Headers) -> Iterator[FilledSheet]:
    part = ""
    words: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        heading = ours.heading(line)
        table = _table(lines, number, headers.get(part, ()))
        hint = _hint(lines, number, ours)
        if table or hint or heading:
            yield SheetWords(text=plain_lines("\n".join(words)).strip("\n"))
            words = []
        if heading:
            part = heading
            yield Opened(id=part)
        elif table:
            rows = table[:1] + table[1 + bool(_RULE.fullmatch("".join(table[1:2]).strip())) :]
            yield FilledRows(rows=tuple(Row(cells=_cells(row)) for row in rows))
        elif not hint:
            words.append(line)
        number += max(len(table), hint, 1)
    yield SheetWords(text=plain_lines("\n".join(words)).strip("\n"))


def _table(lines: list[str], start: int, headers: Collection[tuple[str, ...]]) -> list[str]:
    """Give the lines of the table that begins here, if it is one of ours."""
    if not headers or not lines[start].lstrip().startswith("|"):
        return []
    found = [text.casefold() for text in _cells(lines[start])]
    if found not in [[text.casefold() for text in header] for header in headers]:
        return []
    end = start
    while end < len(lines) and lines[end].lstrip().startswith("|"):
        end += 1
    return lines[start:end]


def _cells(line: str) -> tuple[str, ...]:
    found = _CELL.findall(line.strip()[1:] + " |")
    return tuple(from_cell(each) for each in (found if found[-1].strip() else found[:-1]))


def _without(words: SheetWords, hints: Collection[str], prompts: Collection[str]) -> SheetWords:
    """Take out the hints that lost their `>`, or the fingerprint by which they would be known."""
    pieces = words.text.split("\n\n")
    left = without_hints(pieces, hints, prompts)
    if left == pieces:
        return words
    kept = (now for before, now in zip(pieces, left, strict=True) if now or not before)
    return replace(words, text="\n\n".join(kept).strip("\n"))


def _hint(lines: list[str], start: int, ours: _Ours) -> int:
    """Give how many lines from here on are a hint of ours; an editor may have broken it over several."""
    quoted = ""
    for number, line in enumerate(lines[start : start + 10], start=1):
        if not line.startswith(">"):
            return 0
        quoted += line.removeprefix(">") + " "
        if (found := fingerprint(quoted)) in ours.prints:
            ours.seen.add(found)
            return number
    return 0
