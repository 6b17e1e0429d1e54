"""Word files that are alike but for some paragraphs: one that was drawn is given, and the others are written over it.

To draw one takes python-docx 40 milliseconds, and a site may have a handout for each of thousands of learning points.
"""

import re
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from circle_cli.paper.words import to_xml

_BODY, _TITLE = "word/document.xml", "docProps/core.xml"
_PARAGRAPH = re.compile(r"(<w:p>(?:(?!</w:p>).)*</w:p>)", re.DOTALL)
_MARK = re.compile(r">(\{[a-z-]+\})<")
_RUN = re.compile(r"<w:r>(?=<w:t)")
_HEADING = '<w:pStyle w:val="Heading'
"""A heading's letters stay as high as its style has them."""

_END = struct.Struct("<4s4H2LH")
"""The end of an archive: how many files there are, how long the list of them is, and where it begins."""

_LOCAL, _LISTED, _NAMED = 14, 16, 26
"""Where what is told of a content stands, before it and in that list; and behind the first, how long its name is."""

_WHERE = 42
"""Where, in an entry of that list, it stands where its file begins."""

Like = tuple[str, str]
"""A text, behind the mark of the paragraph that it is to look like."""


LONG_AGO = datetime(1980, 1, 1)  # a zip file knows no earlier day, and no time zone


def copies_of(like: bytes, called: str) -> Callable[[str, Mapping[str, Sequence[Like]], float], bytes]:
    """Give what writes a copy, by its title, what stands in the place of each mark, and how many points high it is.

    `called` is the mark that is the title of `like`.
    A mark is a whole paragraph, heading or item of a list of `like`, such as `{why}`; one that nothing is given for is
    left out.
    """
    with ZipFile(BytesIO(like)) as drawn:
        parts = {name: drawn.read(name) for name in drawn.namelist()}
    body, core = parts[_BODY].decode("utf-8"), parts[_TITLE].decode("utf-8")
    kept = {name: _member(name, content) for name, content in parts.items()}

    @cache
    def parts_in(points: float) -> tuple[Sequence[tuple[str | None, str]], Mapping[str, str]]:
        """Give the parts in letters of that height: each with its mark, if it has one; and the marked ones by these."""
        marked = [
            ((mark := _MARK.search(each)) and mark[1], _in_letters(each, points))
            if each.startswith("<w:p>")
            else (None, each)
            for each in _PARAGRAPH.split(body)
        ]
        return marked, {mark: each for mark, each in marked if mark}

    def write(title: str, texts: Mapping[str, Sequence[Like]], points: float) -> bytes:
        marked, by_mark = parts_in(points)
        filled = (
            "".join(_with(by_mark[like], like, text) for like, text in texts.get(mark, ())) if mark else each
            for mark, each in marked
        )
        sized = "".join(filled)
        named = _with(core, called, title)
        own = {_BODY: sized.encode("utf-8"), _TITLE: named.encode("utf-8")}
        return _packed([_repacked(kept[name], own[name]) if name in own else kept[name] for name in kept])

    return write


def _in_letters(paragraph: str, points: float) -> str:
    run = f'<w:r><w:rPr><w:sz w:val="{round(points * 2)}"/></w:rPr>'
    return paragraph if _HEADING in paragraph else _RUN.sub(run, paragraph)


def _with(xml: str, mark: str, text: str) -> str:
    return xml.replace(f">{mark}<", f">{escape(to_xml(text), quote=False)}<")


def _member(name: str, content: bytes) -> tuple[bytes, bytes]:
    """Pack one file of an archive; gives it as it stands there, and what the list at the archive's end says of it."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        info = ZipInfo(name, date_time=LONG_AGO.timetuple()[:6])
        info.compress_type, info.create_system = ZIP_DEFLATED, 3
        archive.writestr(info, content)
    whole = packed.getvalue()
    size, start = struct.unpack_from("<LL", whole, len(whole) - _END.size + 12)
    return whole[:start], whole[start : start + size]


def _repacked(member: tuple[bytes, bytes], content: bytes) -> tuple[bytes, bytes]:
    """Put another content into a packed file, as `ZipFile` would, which takes its time over the setting up."""
    local, entry = member
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    told = struct.pack("<LLL", zlib.crc32(content), len(packed), len(content))
    name, extra = struct.unpack_from("<HH", local, _NAMED)
    head = local[:_LOCAL] + told + local[_NAMED : _NAMED + 4 + name + extra]
    return head + packed, entry[:_LISTED] + told + entry[_LISTED + 12 :]


def _packed(members: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Put an archive together of files that are packed already: most of them are in every copy."""
    at, listed = 0, []
    for content, entry in members:
        listed.append(entry[:_WHERE] + struct.pack("<L", at) + entry[_WHERE + 4 :])
        at += len(content)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), sum(map(len, listed)), at, 0)
    return b"".join((*(content for content, _ in members), *listed, end))
