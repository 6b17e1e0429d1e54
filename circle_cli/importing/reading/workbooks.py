"""What stands in a workbook beside the cells of its sheets: looked over, and named, before anything is unpacked."""

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from circle_cli.errors import CircleError, Place
from circle_cli.importing.entry import LeftOut
from circle_cli.paper.intake.word.tree import Element, TooMuch, Unreadable, as_utf8, parsed

_LARGEST = 100_000_000
"""In bytes, of all XML in a workbook, unpacked; one with 10,000 rows of long answers has a tenth of that."""

_MOST_PARTS = 5_000
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_DO = "open it in Excel, save it as .xlsx or CSV, and try again"
_COMMENTS = re.compile(r"xl/(?:comments/)?comment[^/]*\.xml", re.I)
_DRAWING = re.compile(r"xl/drawings/drawing[^/]*\.xml", re.I)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.I)
_EDGE = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>(.*?)</", re.DOTALL)
_SIGNS = re.compile(r'&(?:"[^"]*"|[A-Z]|\d+)')
_BESIDE = {
    re.compile("xl/media/.*", re.I): "picture(s), which stay there",
    re.compile("xl/charts/chart.*", re.I): "chart(s), which stay there",
    re.compile("xl/embeddings/.*", re.I): "other file(s) put into it, which stay there",
}


def damaged(where: str) -> CircleError:
    """Make the error for a workbook that cannot be read."""
    return CircleError("damaged, or not a workbook", where=Place(where), do=_DO)


def too_much(where: str) -> CircleError:
    """Make the error for one that is far too large."""
    return CircleError("far larger unpacked than a table can be; nothing was read", where=Place(where), do=_DO)


def looked_over(content: bytes, where: str) -> tuple[LeftOut, ...]:
    """Make sure, before anything is unpacked, that it is small enough; name what is no cell of a sheet.

    Raises:
        CircleError: it is damaged, or far larger unpacked than it looks.
    """
    if content.count(b"PK\1\2") > _MOST_PARTS:
        raise too_much(where)
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            read = [each for each in parts if posixpath.splitext(each.filename)[1].lower() in (".xml", ".rels")]
            if sum(each.file_size for each in read) > _LARGEST:
                raise too_much(where)
            if any(b"<!DOCTYPE" in packed.read(each) for each in read):
                raise damaged(where)
            said = list(_words(packed, read))
    except DAMAGED as error:
        raise damaged(where) from error
    counted = {why: sum(1 for each in parts if kind.fullmatch(each.filename)) for kind, why in _BESIDE.items()}
    kinds = [f"{count} {why}" for why, count in counted.items() if count]
    return tuple(LeftOut(where=where, why=why) for why in (*said, *kinds))


def _words(packed: ZipFile, parts: Iterable[ZipInfo]) -> Iterator[str]:
    """Give what belongs to nobody's row: what was noted beside cells, in boxes, and at the edges of a page."""
    for part in parts:
        if _COMMENTS.fullmatch(part.filename):
            for each in _each(packed.read(part), "comment"):
                yield f"a comment on {each.get('ref', 'a cell')}, which stays there: “{_text(each)}”"
        elif _DRAWING.fullmatch(part.filename):
            for each in _each(packed.read(part), "txBody"):
                if text := _text(each):
                    yield f"a box with words, which stays there: “{text}”"
        elif _SHEET.fullmatch(part.filename):
            for found in _EDGE.findall(packed.read(part)):
                if text := " ".join(_SIGNS.sub(" ", _plain(found)).split()):
                    yield f"at the edge of a page, which stays there: “{text}”"


def _each(content: bytes, name: str) -> Iterator[Element]:
    try:
        yield from parsed(as_utf8(content)).iter(name)
    except (Unreadable, TooMuch):
        return


def _text(element: Element) -> str:
    return " ".join("".join(part.text or "" for part in element.iter("t")).split())


def _plain(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
