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

_LETTERS = r'[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*+'
_QUOTED = rf'"{_LETTERS}(?:\\["\\nt]{_LETTERS})*+"'
_BARE = r"[a-z0-9]++(?:-[a-z0-9]++)*+"
_ONE = rf"(?:{_QUOTED}|{_BARE})"
_LIST = rf"\[(?:{_ONE}(?:, {_ONE})*+)?\]"
_KEY = "[a-z][a-z0-9_-]{0,99}+"
_PAIR = rf"{_KEY}: (?:{_ONE}|{_LIST})"
_MAP = rf"\{{{_PAIR}(?:, {_PAIR})*+\}}"
_LINE = re.compile(rf"({_KEY}):(?: (?:({_ONE})|({_LIST})|({_MAP}))\n|\n((?:  - {_MAP}\n)++))")
_ONES = re.compile(_ONE)
_PAIRS = re.compile(rf"({_KEY}): (?:({_ONE})|({_LIST}))")
_ESCAPED = re.compile(r"\\(.)")
_STANDS_FOR = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def read_spelt(text: str, where: str, line_offset: int) -> Located | None:
    """Read a YAML mapping that is spelt as we do; None where it is not, or not in all."""
    values: dict[str, Value] = {}
    lines: dict[KeyPath, int] = {(): line_offset + 1}
    at, line = 0, line_offset + 1
    try:
        while at < len(text):
            found = _LINE.match(text, at)
            if found is None:
                return None
            key, one, several, mapping, items = found.groups()
            path = (key,)
            if path in lines:
                return None  # it is given twice
            lines[path], at = line, found.end()
            if one:
                values[key] = _one(one)
            elif several:
                values[key] = _list(several, path, line, lines)
            elif mapping:
                values[key] = _mapping(mapping, path, line, lines)
            else:
                values[key] = [
                    _mapping(item[4:], (key, number), line + number + 1, lines)
                    for number, item in enumerate(items.split("\n")[:-1])
                ]
                line += len(values[key])
            line += 1
    except ValueError:
        return None  # a day that is in no calendar, or a key that is given twice
    return Located(values=values, lines=lines, where=where) if values else None


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
    lines[at] = line
    for key, one, several in _PAIRS.findall(text):
        if key in found:
            raise ValueError(key)
        lines[(*at, key)] = line
        found[key] = _one(one) if one else _list(several, (*at, key), line, lines)
    return found
