"""Excel's workbooks, by openpyxl: the words and values that were saved in them. Nothing in one is worked out or run."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from circle_cli.errors import CircleError
from circle_cli.importing.entry import Found, LeftOut, joined
from circle_cli.importing.reading.tables import TableRow, as_entries
from circle_cli.importing.reading.workbooks import DAMAGED, damaged, looked_over, too_much
from circle_cli.importing.targets import Targets

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_CELLS = 2_000_000
_TALLEST = 1_000
"""In rows, of merged cells."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


def read_workbook(content: bytes, where: str, targets: Targets) -> Found:
    """Read each sheet of a workbook as a table.

    Raises:
        CircleError: it is damaged, or far larger unpacked than it looks.
    """
    beside = looked_over(content, where)
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of what openpyxl leaves aside: the looks of cells, checks of what is typed
            return joined((*_sheets(content, where, targets), Found(left_out=beside)))
    except CircleError:
        raise
    except (
        *DAMAGED,
        InvalidFileException,
        SyntaxError,
        TypeError,
        AttributeError,
        LookupError,
        OverflowError,
    ) as error:
        raise damaged(where) from error


def _sheets(content: bytes, where: str, targets: Targets) -> Iterator[Found]:
    formulas, values = _opened(content, values=False), _opened(content, values=True)
    since_1904 = values.epoch.year == 1904
    try:
        for worked, shown in zip(formulas.worksheets, values.worksheets, strict=True):
            name = where if len(values.worksheets) == 1 else f"{where}, sheet “{shown.title}”"
            rows = list(_rows(worked, shown, where, _merged(content, shown)))
            if shown.sheet_state != "visible" and len(values.worksheets) > 1:
                yield Found(left_out=tuple(_hidden(row, name) for row in rows))
            elif rows or len(values.worksheets) == 1:
                yield as_entries(rows, name, targets, since_1904=since_1904)
    finally:
        formulas.close()
        values.close()
    for each in values.sheetnames:
        if each not in [sheet.title for sheet in values.worksheets]:
            yield Found(left_out=(LeftOut(where=f"{where}, sheet “{each}”", why="a sheet without cells: a chart"),))


def _hidden(row: TableRow, where: str) -> LeftOut:
    return LeftOut(where=f"{where}, {row.place}", why=f"in a hidden sheet: {row.said}")


def _merged(content: bytes, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Give the cells that are part of one further up, by row and column: what stands in that one goes for them, too."""
    with ZipFile(BytesIO(content)) as packed:
        try:
            found = _MERGED.findall(packed.read(sheet._worksheet_path.lstrip("/")))
        except (KeyError, AttributeError):
            return {}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for letters, first, last in found:
        column, top, bottom = _number(letters.decode()), int(first), min(int(last), int(first) + _TALLEST)
        merged |= {(row, column): (top, column) for row in range(top + 1, bottom + 1)}
    return merged


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _opened(content: bytes, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)


def _rows(worked: Any, shown: Any, where: str, merged: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[TableRow]:
    """Give the rows with something in them. A cell whose result was never saved is given as its formula."""
    cells = 0
    above: dict[tuple[int, int], str] = {}
    tops = set(merged.values())
    for sheet in (worked, shown):
        sheet.reset_dimensions()  # they may say anything
    pairs = zip(worked.iter_rows(values_only=True), shown.iter_rows(values_only=True), strict=True)
    for number, (formulas, values) in enumerate(pairs, start=1):
        cells += len(values)
        if cells > _MOST_CELLS:
            raise too_much(where)
        found = [_as_text(formula if value is None else value) for formula, value in zip(formulas, values, strict=True)]
        above |= {(number, column): text for column, text in enumerate(found) if (number, column) in tops}
        if not any(text.strip() for text in found):
            continue
        filled = [text or above.get(merged.get((number, column), (0, 0)), "") for column, text in enumerate(found)]
        joined = frozenset(column for column in range(len(found)) if (number, column) in merged)
        yield TableRow(place=f"row {number}", cells=tuple(filled), merged=joined)


def _as_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).replace("_x000D_", "\r")
