"""Excel's workbooks, by openpyxl: the words and values that were saved in them. Nothing in one is worked out or run."""

import posixpath
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from circle_cli.errors import CircleError, Place
from circle_cli.importing.entry import Found, LeftOut, joined
from circle_cli.importing.reading.tables import TableRow, as_entries
from circle_cli.importing.targets import Targets
from circle_cli.paper.intake.word.tree import TooMuch, Unreadable, as_utf8, parsed

if TYPE_CHECKING:
    from openpyxl import Workbook

_LARGEST = 100_000_000
"""In bytes, of all XML in a workbook, unpacked; one with 10,000 rows of long answers has a tenth of that."""

_MOST_PARTS = 5_000
_MOST_CELLS = 2_000_000
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_DO = "open it in Excel, save it as .xlsx or CSV, and try again"
_COMMENTS = re.compile(r"xl/(?:comments/)?comment[^/]*\.xml", re.I)
_BESIDE = {
    re.compile("xl/media/.*", re.I): "picture(s), which stay there",
    re.compile("xl/charts/chart.*", re.I): "chart(s), which stay there",
    re.compile("xl/embeddings/.*", re.I): "other file(s) put into it, which stay there",
}


def read_workbook(content: bytes, where: str, targets: Targets) -> Found:
    """Read each sheet of a workbook as a table.

    Raises:
        CircleError: it is damaged, or far larger unpacked than it looks.
    """
    beside = _looked_over(content, where)
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
        *_DAMAGED,
        InvalidFileException,
        SyntaxError,
        TypeError,
        AttributeError,
        LookupError,
        OverflowError,
    ) as error:
        raise CircleError("damaged, or not a workbook", where=Place(where), do=_DO) from error


def _looked_over(content: bytes, where: str) -> tuple[LeftOut, ...]:
    """Make sure, before anything is unpacked, that it is small enough; name what is no cell of a sheet."""
    place = Place(where)
    if content.count(b"PK\1\2") > _MOST_PARTS:
        raise _too_much(place)
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            read = [each for each in parts if posixpath.splitext(each.filename)[1].lower() in (".xml", ".rels")]
            if sum(each.file_size for each in read) > _LARGEST:
                raise _too_much(place)
            for each in read:
                if b"<!DOCTYPE" in packed.read(each):
                    raise CircleError("damaged, or not a workbook", where=place, do=_DO)
    except _DAMAGED as error:
        raise CircleError("damaged, or not a workbook", where=place, do=_DO) from error
    names = [each.filename for each in parts]
    comments = [
        said for each in read if _COMMENTS.fullmatch(each.filename) for said in _comments(content, each.filename)
    ]
    counted = {why: sum(1 for name in names if kind.fullmatch(name)) for kind, why in _BESIDE.items()}
    kinds = [f"{count} {why}" for why, count in counted.items() if count]
    return tuple(LeftOut(where=where, why=why) for why in (*comments, *kinds))


def _comments(content: bytes, name: str) -> Iterator[str]:
    """Give what was noted beside cells, which belongs to nobody's row."""
    with ZipFile(BytesIO(content)) as packed, suppress(Unreadable, TooMuch):
        for each in parsed(as_utf8(packed.read(name))).iter("comment"):
            words = " ".join("".join(part.text or "" for part in each.iter("t")).split())
            yield f"a comment on {each.get('ref', 'a cell')}, which stays there: “{words}”"


def _too_much(place: Place) -> CircleError:
    return CircleError("far larger unpacked than a table can be; nothing was read", where=place, do=_DO)


def _sheets(content: bytes, where: str, targets: Targets) -> Iterator[Found]:
    formulas, values = _opened(content, values=False), _opened(content, values=True)
    since_1904 = values.epoch.year == 1904
    try:
        for worked, shown in zip(formulas.worksheets, values.worksheets, strict=True):
            name = where if len(values.worksheets) == 1 else f"{where}, sheet “{shown.title}”"
            rows = list(_rows(worked, shown, Place(where)))
            if rows or len(values.worksheets) == 1:
                yield as_entries(rows, name, targets, since_1904=since_1904)
    finally:
        formulas.close()
        values.close()
    for each in values.sheetnames:
        if each not in [sheet.title for sheet in values.worksheets]:
            yield Found(left_out=(LeftOut(where=f"{where}, sheet “{each}”", why="a sheet without cells: a chart"),))


def _opened(content: bytes, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)


def _rows(worked: Any, shown: Any, place: Place) -> Iterator[TableRow]:
    """Give the rows with something in them. A cell whose result was never saved is given as its formula."""
    cells = 0
    for sheet in (worked, shown):
        sheet.reset_dimensions()  # they may say anything
    pairs = zip(worked.iter_rows(values_only=True), shown.iter_rows(values_only=True), strict=True)
    for number, (formulas, values) in enumerate(pairs, start=1):
        cells += len(values)
        if cells > _MOST_CELLS:
            raise _too_much(place)
        found = tuple(
            _as_text(formula if value is None else value) for formula, value in zip(formulas, values, strict=True)
        )
        if any(text.strip() for text in found):
            yield TableRow(place=f"row {number}", cells=found)


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
