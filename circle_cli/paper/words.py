r"""A person's words as Word's paragraphs, and back.

A blank line parts two paragraphs, a newline is a line break within one; so nothing of the text is lost either way.
Characters that XML cannot hold are spelt `_x001B_`, as Office does elsewhere.
"""

import re
from collections.abc import Iterable

_APART = re.compile(r"\n\n(?!\n)")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SPELT = re.compile("_x([0-9A-Fa-f]{4})_")


def paragraphs_of(text: str) -> list[str]:
    """Cut a text into paragraphs, none of them empty; a text without words is one empty paragraph."""
    return [to_xml(part) for part in _APART.split(text.strip("\n"))]


def text_of(paragraphs: Iterable[str]) -> str:
    """Join paragraphs to a text; empty ones, which people make to leave room, are nothing."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def to_xml(text: str) -> str:
    """Spell out the characters that XML cannot hold."""
    return _NOT_XML.sub(_spelt, text)


def from_xml(text: str) -> str:
    """Give the characters that were spelt out."""
    return _SPELT.sub(_character, text)


def _spelt(found: re.Match[str]) -> str:
    return f"_x{ord(found.group()):04X}_"


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found.group() if 0xD800 <= code < 0xE000 else chr(code)
