"""Tells a filled-in sheet from other files, without loading what reads it."""

import re

SHEET_MARK = "<!-- circle recording sheet 1"
"""How our sheet in Markdown begins; the fingerprints of the hints that were printed on it follow."""

ANSWER = 'class="answer"'
"""What stands round an answer on a sheet for a browser."""

ZIP = b"PK\x03\x04"
"""How a Word file begins, and any other packed one."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file begins that has a password, or is of Word's old kind."""


_OTHER_KINDS = {
    b"{\\rtf": "an RTF file",
    b"%pdf-": "a PDF",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
}
"""What programs for writing save beside Word files, by how it begins."""

_FIRST_HEADING = re.compile(r"\s*#{1,6}[ \t]+Recording sheet[ \t]*(?:\{#sheet\}[ \t]*)?\r?$", re.MULTILINE)

_SESSION = re.compile(r"\n*---[ \t]*\n(?:(?!---).*\n)*?circle:")
"""How a session's file begins: its front matter says which version it is of."""


def is_word_file(content: bytes, name: str) -> bool:
    """Tell whether a file is one of Word's, by how it begins or by its name."""
    return content.startswith((ZIP, b"PK\x05\x06", OLE)) or name.lower().endswith((".docx", ".doc"))


def may_be_sheet(content: bytes) -> bool:
    """Tell whether a file is worth reading as a sheet of ours, in Word, in Markdown or for a browser."""
    return content.startswith(ZIP) or SHEET_MARK.encode() in content or ANSWER.encode() in content


def other_kind(content: bytes) -> str:
    """Name the kind of a file that holds a text which cannot be taken in as it is; "" for any other."""
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((kind for sign, kind in _OTHER_KINDS.items() if start.startswith(sign)), "")


def is_sheet(text: str) -> bool:
    """Tell whether a text is our sheet in Markdown: by its mark, or its first heading where an editor dropped that.

    A session's file may hold either in its answers, and is none.
    """
    if _SESSION.match(text):
        return False
    if any(line.lstrip().startswith(SHEET_MARK) for line in text.split("\n")):
        return True
    return _FIRST_HEADING.match(text) is not None
