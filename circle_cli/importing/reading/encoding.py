"""A file's bytes as text, whichever usual encoding a program wrote: by its mark, else UTF-8, else that of Windows."""

import codecs

from circle_cli.errors import CircleError, Place
from circle_cli.text import normalise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a text begins that says its encoding; the longer marks before those that they begin with."""

_LOOKED_AT = 4000


def as_text(content: bytes, where: str) -> tuple[str, str]:
    """Decode a file; give its text and, where that does not go without saying, what its encoding was taken to be.

    Raises:
        CircleError: it is no text in any of them.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, where), ""
    if zeros := _zeros(content):
        return _decoded(content, zeros, where), "UTF-16 without a mark"
    try:
        content.decode("utf-8")
        return _decoded(content, "utf-8", where), ""
    except UnicodeDecodeError:
        return _decoded(content, "cp1252", where), "the letters of Windows (cp1252)"


def _zeros(content: bytes) -> str:
    """Tell UTF-16 without a mark: in plain words every other byte of it is nothing."""
    start = content[:_LOOKED_AT]
    if len(start) < 4 or b"\0" not in start:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > len(start) // 5 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) // 5 and not odd else ""


def _decoded(content: bytes, encoding: str, where: str) -> str:
    try:
        text = normalise(content.decode(encoding))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CircleError("no text that can be read", where=Place(where, line), do="save it as UTF-8") from error
    if "\0" in text:
        raise CircleError("no text: it holds signs that no text has", where=Place(where), do="save it as text")
    return text
