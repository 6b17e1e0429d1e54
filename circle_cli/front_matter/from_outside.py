"""A text as another program hands it over: in whichever usual encoding, or quoted in an e-mail. Pure."""

import codecs
import re

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
_BEGINS = re.compile(r"(?m)^(?P<quote>(?:(?:[ \t]*>)+[ \t]?)?)---[ \t]*\n(?P=quote)circle:")
"""How a session's file begins, be it quoted or not."""


def as_text(content: bytes, where: str) -> tuple[str, str]:
    """Decode a file: by its mark, else as UTF-8, else as Windows writes.

    Gives its text and, where that does not go without saying, what its encoding was taken to be.

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
    if "\0" in text and not encoding.startswith("utf-8"):
        raise no_text(where)
    return text


def no_text(where: str) -> CircleError:
    """Say that a file may be anything, but is no text."""
    return CircleError("no text: it holds signs that no text has", where=Place(where), do="save it as text")


def out_of_mail(text: str, where: str) -> str:
    """Give a text without the signs that a mail program put before each line of a session's file in it.

    Any other text stays as it is: a session may well quote somebody in its answers.

    Raises:
        CircleError: other words stand around the file, and nobody can tell whether they are part of it.
    """
    begins = _BEGINS.search(text)
    if begins is None:
        return text
    lines = text.split("\n")
    first = text.count("\n", 0, begins.start())
    stripped = [_without(line, begins["quote"]) for line in lines]
    for number, line in enumerate(lines):
        if line.strip(" \t>") and (number < first or stripped[number] is None):
            wrong = "other words stand around a session’s file, as in an e-mail"
            do = "save the file that was attached to it, or take out the lines that are no part of the session"
            raise CircleError(wrong, where=Place(where, number + 1), do=do)
    return "\n".join(line or "" for line in stripped[first:]) if begins["quote"] or first else text


def _without(line: str, quote: str) -> str | None:
    """Take the signs off one line; an empty line may have lost the space behind them. None where there are none."""
    found = next((line.removeprefix(each) for each in (quote, quote.rstrip()) if line.startswith(each)), None)
    return "" if found is None and not line.strip(" \t>") else found
