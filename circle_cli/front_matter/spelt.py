"""Reads YAML that is spelt as `writing.py` spells it, without PyYAML, which takes five times as long for it.

What is spelt otherwise in any way, or would be refused, is left to PyYAML: so a file means the same whoever reads it.
"""

import re
from datetime import date

from circle_cli.front_matter.located import KeyPath, Located, Value

NULLS = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""What is no letter to YAML, or ends a line."""

_KEY = "[a-z][a-z0-9_-]{0,99}+"
_ONE = r'(?:"[^"\\\n]*+(?:\\["\\nt][^"\\\n]*+)*+"|[a-z0-9]++(?:-[a-z0-9]++)*+)'
_LIST = rf'\[(?:{_ONE}(?:, (?=["a-z0-9])|(?=\])))*+\]'
_LINE = re.compile(rf"(?:({_KEY}):(?: (.+))?|  - (.+))\n")
_ONES, _LISTS = re.compile(_ONE), re.compile(_LIST)
_PAIR = re.compile(rf"({_KEY}): (?:({_ONE})|({_LIST}))(?:, (?=[a-z])|(?=\}}$))")
_ESCAPED = re.compile(r"\\(.)")
_STANDS_FOR = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


class _OtherwiseError(ValueError):
    """It is not spelt as we spell it."""


def read_spelt(text: str, where: str, line_offset: int) -> Located | None:
    """Read a YAML mapping that is spelt as we do; None where it is not, or not in all."""
    if _UNUSUAL.search(text):
        return None
    values: dict[str, Value] = {}
    lines: dict[KeyPath, int] = {(): line_offset + 1}
    items: list[Value] | None = None
    key, at = "", 0
    try:
        for line, found in enumerate(_LINE.finditer(text), start=line_offset + 1):
            new, value, item = found.groups()
            if found.start() != at or (items == [] and not item) or new in values:
                return None  # something stands between, a list has nothing in it, or a key is given twice
            at = found.end()
            if not item:
                key = new
                lines[(key,)] = line
                items = None if value else []
                values[key] = _value(value, (key,), line, lines) if value else items
            elif items is None:
                return None
            else:
                items.append(_mapping(item, (key, len(items)), line, lines))
    except ValueError:
        return None
    return Located(values=values, lines=lines, where=where) if at == len(text) > 0 and items != [] else None


def scalar(text: str) -> Value:
    """Give what a text without quotes stands for.

    Raises:
        ValueError: it is a day that is in no calendar.
    """
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return date.fromisoformat(text) if _DATE.fullmatch(text) else text


def _value(text: str, at: KeyPath, line: int, lines: dict[KeyPath, int]) -> Value:
    if text[0] == "{":
        return _mapping(text, at, line, lines)
    if text[0] == "[" and _LISTS.fullmatch(text):
        return _list(text, at, line, lines)
    if _ONES.fullmatch(text):
        return _one(text)
    raise _OtherwiseError


def _one(text: str) -> Value:
    if text[0] != '"':
        return scalar(text)
    return _ESCAPED.sub(lambda found: _STANDS_FOR[found[1]], text[1:-1]) if "\\" in text else text[1:-1]


def _list(text: str, at: KeyPath, line: int, lines: dict[KeyPath, int]) -> list[Value]:
    found = [_one(each) for each in _ONES.findall(text)]
    lines.update({(*at, number): line for number in range(len(found))})
    return found


def _mapping(text: str, at: KeyPath, line: int, lines: dict[KeyPath, int]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    lines[at], end = line, 1
    for pair in _PAIR.finditer(text, 1):
        key, one, several = pair.groups()
        if pair.start() != end or key in found:
            raise _OtherwiseError
        end = pair.end()
        lines[(*at, key)] = line
        found[key] = _one(one) if one else _list(several, (*at, key), line, lines)
    if not (found and text[0] == "{" and text[end:] == "}"):
        raise _OtherwiseError
    return found
