"""Writes front matter and YAML in one spelling: the same values are the same bytes."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring

from circle_cli.front_matter.located import Plain, Value

_PLAIN = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")
_MISTAKEN = {"no", "yes", "on", "off", "true", "false", "null", "y", "n"}
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write(values: Mapping[str, Value]) -> str:
    """Write a mapping as YAML lines, in its order: lists of mappings an item a line, all else on one line."""
    return "".join(write_key(key, value) for key, value in values.items())


def write_key(key: str, value: Value) -> str:
    """Write one top-level key with its value, ending in a newline."""
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        return f"{_key(key)}:\n" + "".join(write_list_item(item, "  ") for item in value)
    return f"{_key(key)}: {_flow(value)}\n"


def write_list_item(item: Mapping[str, Value], indent: str) -> str:
    """Write one mapping of a list on a line of its own, ending in a newline."""
    return f"{indent}- {_flow(item)}\n"


@lru_cache(maxsize=1_000)  # a file of ours has some twenty, and they are the same in the next
def _key(key: str) -> str:
    return key if re.fullmatch(r"[a-z][a-z0-9_-]*", key) else _quoted(key)


def _flow(value: Value) -> str:
    if isinstance(value, str):  # first, since most are
        is_plain = isinstance(value, Plain) and _PLAIN.fullmatch(value) and value not in _MISTAKEN
        return str(value) if is_plain and not _looks_numeric(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _looks_numeric(text: str) -> bool:
    return not text.strip("0123456789e-")


def _quoted(text: str) -> str:
    r"""JSON's quoting is YAML's double quoting, but for some characters that YAML wants as `\u....`."""
    quoted = encode_basestring(text)
    if quoted.isprintable():
        return quoted
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
