"""Opens a Word file that a stranger may have made: nothing is unpacked before its size is known."""

import re
import zlib
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from circle_cli.errors import CircleError, Place
from circle_cli.paper.kinds import OLE

MAIN, STYLES = "word/document.xml", "word/styles.xml"
LARGEST_WORD_FILE = 20_000_000
"""In bytes, of a file that is read at all; our own sheet has 25,000."""

_UNPACKED = 100_000_000
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_ASIDE = re.compile(r"word/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
Element = ElementTree.Element


def unpacked(content: bytes, where: str) -> dict[str, Element]:
    """Give the parts that hold text, by their names, having made sure that they are small enough.

    Raises:
        CircleError: it is no Word file, locked, damaged, or too large.
    """
    if content.startswith(OLE):
        wrong = "locked with a password, or of Word's old kind (.doc)"
        do = "open it in Word, take the password off, save it as .docx and try again"
        raise CircleError(wrong, where=Place(where), do=do)
    if len(content) > LARGEST_WORD_FILE:
        raise CircleError("larger than 20 MB", where=Place(where), do="take the pictures out and try again")
    try:
        with ZipFile(BytesIO(content)) as packed:
            if MAIN not in packed.namelist():
                raise CircleError("not a Word file", where=Place(where), do="save the sheet as .docx and try again")
            if sum(info.file_size for info in packed.infolist()) > _UNPACKED:
                raise CircleError("far larger unpacked than a sheet can be; nothing was read", where=Place(where))
            wanted = [name for name in packed.namelist() if _is_text(name)]
            contents = {name: packed.read(name) for name in wanted}
    except _DAMAGED as error:
        raise _damaged(where) from error
    return {name: _parsed(content, where) for name, content in contents.items()}


def _is_text(name: str) -> bool:
    return name in (MAIN, STYLES) or bool(_ASIDE.fullmatch(name))


def _damaged(where: str) -> CircleError:
    do = "open it in Word, save it as .docx and try again"
    return CircleError("damaged, or not a Word file", where=Place(where), do=do)


def _parsed(content: bytes, where: str) -> Element:
    if b"<!DOCTYPE" in content or b"\0" in content:  # NUL: an encoding that could hide one; Word writes UTF-8
        raise _damaged(where)
    try:
        return ElementTree.fromstring(content)  # noqa: S314  # what makes XML dangerous is refused above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _damaged(where) from error
