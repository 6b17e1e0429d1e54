"""Reads our sheet in Markdown, filled in: what stands where."""

import re
from collections.abc import Collection, Iterator, Mapping

from circle_cli.paper.document import fingerprint
from circle_cli.paper.drawing.markdown import from_cell, plain_lines
from circle_cli.paper.intake.found import FilledRows, FilledSheet, Opened, Row, SheetWords
from circle_cli.paper.kinds import SHEET_MARK

_HEADING = re.compile(r"#{1,6}[ \t][^\n]*\{#([a-z-]+)\}[ \t]*")
_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")
_RULE = re.compile(r"\|[-:| \t]+\|?")


Headers = Mapping[str, tuple[tuple[str, ...], ...]]
"""The header rows that the table of each part may have."""


def read_markdown(text: str, headings: Mapping[str, str], headers: Headers) -> list[FilledSheet]:
    """Read what stands in the sheet, in its order."""
    lines = text.split("\n")
    mark = next((number for number, line in enumerate(lines) if line.lstrip().startswith(SHEET_MARK)), None)
    prints = set(lines[mark][lines[mark].index(SHEET_MARK) + len(SHEET_MARK) :].split()) if mark is not None else set()
    if mark is not None:
        del lines[mark]
    return list(_parts(lines, prints, headings, headers))


def _parts(
    lines: list[str], prints: Collection[str], headings: Mapping[str, str], headers: Headers
) -> Iterator[FilledSheet]:
    part = ""
    words: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        heading = _HEADING.fullmatch(line)
        table = _table(lines, number, headers.get(part, ()))
        hint = _hint(lines, number, prints)
        if table or hint or (heading and heading[1] in headings):
            yield SheetWords(text=plain_lines("\n".join(words)).strip("\n"))
            words = []
        if heading and heading[1] in headings:
            part = heading[1]
            yield Opened(id=part)
        elif table:
            yield FilledRows(rows=tuple(Row(cells=_cells(row)) for row in table if not _RULE.fullmatch(row.strip())))
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


def _hint(lines: list[str], start: int, prints: Collection[str]) -> int:
    """Give how many lines from here on are a hint of ours; an editor may have broken it over several."""
    quoted = ""
    for number, line in enumerate(lines[start : start + 10], start=1):
        if not line.startswith(">"):
            return 0
        quoted += line.removeprefix(">") + " "
        if fingerprint(quoted) in prints:
            return number
    return 0
