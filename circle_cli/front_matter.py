"""YAML and front matter, as this project reads and writes them; the one owner of PyYAML and python-frontmatter.

Reading gives plain types only, refuses what would be lost or surprising (a key given twice, an alias, a tag, `no`
read as False) and knows the line of every value. Writing has one spelling: the same values are the same bytes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from circle_cli.errors import CircleError, Place

Value = Any
"""None, str, int, bool, datetime.date, or a list or a str-keyed dict of these."""

KeyPath = tuple[str | int, ...]
"""The keys and numbers that lead to a value: ("cast", 0, "name")."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KNOWN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in "str int float bool null timestamp seq map merge value".split()}
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_OPENERS = re.compile(r"[\[{]|[-?][ \t]")
"""What may nest one level more without more room before it."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Handler(YAMLHandler):
    """python-frontmatter's split, without its habit of eating the blank lines and the spaces of the body."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)


_handler = _Handler()


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Values as read, with the line (1 is the file's first) on which each stands."""

    values: dict[str, Value]
    lines: Mapping[KeyPath, int]
    where: str

    def problem(
        self, at: KeyPath, what: str, *, do: str = "", words: str | None = None, unknown_key: bool = False
    ) -> CircleError:
        """Make the error for what stands `at` a key, or for the nearest thing around it that has a line."""
        nearest = at
        while nearest not in self.lines and nearest:
            nearest = nearest[:-1]
        name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in at).lstrip(".")
        place = Place(
            self.where, self.lines.get(nearest, 1), quoted(name).strip("`") if name else "", unknown_key=unknown_key
        )
        return CircleError(what, where=place, do=do, words=words)


def quoted(found: Value) -> str:
    """Name a value in a message: on one line, and not the whole of a long one."""
    if isinstance(found, dict | list):
        return "a list" if isinstance(found, list) else "keys and values"
    text = " ".join(str(found).split())
    return f"`{text[:40]}...`" if len(text) > 40 else f"`{text}`"


def normalise(text: str) -> str:
    """Give text one kind of newline and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def tidy(text: str) -> str:
    r"""Give text as a file keeps it: its newlines `\n`, the blank lines around it dropped."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def decode(content: bytes, where: str) -> str:
    r"""Decode a file's bytes as UTF-8 with `\n` newlines.

    Raises:
        CircleError: it is not UTF-8; the line of the first wrong byte is named.
    """
    try:
        return normalise(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CircleError(
            "not UTF-8 text", where=Place(where, line), do="save the file as UTF-8 in your editor and try again"
        ) from error


def has_front_matter(text: str) -> bool:
    """Tell whether text opens with a `---` line and has a second one."""
    return text.startswith("---") and len(_handler.FM_BOUNDARY.findall(text)) > 1 and _handler.detect(text)


def split(text: str, where: str) -> tuple[str, str]:
    """Split a normalised text into its front matter and its body, both as they stand.

    Raises:
        CircleError: there is no front matter.
    """
    if not has_front_matter(text):
        do = "the file should begin with a line `---`, keys, and a line `---`"
        raise CircleError("no front matter", where=Place(where, 1), do=do)
    front, body = _handler.split(text)
    return front, body


def read(text: str, where: str, line_offset: int = 0) -> Located:
    """Read a YAML mapping; `line_offset` lines of the file stand before `text`.

    Raises:
        CircleError: it is no mapping, or not plain YAML; file and line are named.
    """
    try:
        _refuse_depth(text, where, line_offset)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1 + line_offset
        problem = str(error.problem or error.context)
        raise CircleError(
            "not readable as YAML: …", where=Place(where, line), do="correct it", words=problem
        ) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 + line_offset
        raise CircleError("a character that YAML does not allow", where=Place(where, line), do="remove it") from error
    reader = _Reader(where, line_offset)
    if node is None:
        return Located(values={}, lines={}, where=where)
    if not isinstance(node, yaml.MappingNode):
        raise CircleError("expected keys and values, such as `title: ...`", where=Place(where, 1 + line_offset))
    values = reader.value(node, ())
    return Located(values=values, lines=reader.lines, where=where)


def _refuse_depth(text: str, where: str, line_offset: int) -> None:
    """Refuse nesting that would overflow the C library's stack and end the process; our own files are 3 deep."""
    if len(_OPENERS.findall(text)) < 100 and " " * 100 not in text:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > 50:
            line = (event.start_mark.line if event.start_mark else 0) + 1 + line_offset
            raise CircleError("nested more than 50 deep; this is no file of ours", where=Place(where, line))


def given_twice(key: Value, where: Place) -> CircleError:
    """Make the error for a key that is there twice."""
    return CircleError("… is given twice", where=where, do="keep one", words=quoted(key))


class _Reader:
    """Turns YAML's nodes into values, so that no type is ever guessed by the library."""

    def __init__(self, where: str, line_offset: int) -> None:
        self.where, self.offset = where, line_offset
        self.lines: dict[KeyPath, int] = {}
        self.seen: set[int] = set()

    def value(self, node: Any, at: KeyPath) -> Value:
        line = node.start_mark.line + 1 + self.offset
        self.lines.setdefault(at, line)
        if node.tag not in _KNOWN_TAGS:
            wrong, tag = "YAML tags such as … are not used here", quoted(node.tag)
            raise CircleError(wrong, where=Place(self.where, line), do="remove it", words=tag)
        if id(node) in self.seen:
            wrong = "YAML aliases (`*name`) are not used here"
            raise CircleError(wrong, where=Place(self.where, line), do="write the value out")
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style else self.scalar(node.value, line)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(inner, (*at, number)) for number, inner in enumerate(node.value)]
        return self.mapping(node, at)

    def mapping(self, node: Any, at: KeyPath) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1 + self.offset
            if not isinstance(key_node, yaml.ScalarNode):
                raise CircleError("a key must be a word", where=Place(self.where, line))
            key = key_node.value
            if key in found:
                raise given_twice(key, Place(self.where, line))
            self.lines[(*at, key)] = line
            found[key] = self.value(value_node, (*at, key))
        return found

    def scalar(self, text: str, line: int) -> Value:
        if text in _NULLS:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError as error:
                wrong, place = "… is not a date in the calendar", Place(self.where, line)
                raise CircleError(wrong, where=place, do="correct it", words=f"`{text}`") from error
        return text


class Plain(str):
    """Text from a closed set (an id, a mode), written without quotes where YAML cannot take it for something else."""

    __slots__ = ()


_PLAIN = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")
_MISTAKEN = {"no", "yes", "on", "off", "true", "false", "null", "y", "n"}
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write(values: Mapping[str, Value]) -> str:
    """Write a mapping as YAML lines, in its order: lists of mappings an item a line, all else on one line."""
    return "".join(write_key(key, value) for key, value in values.items())


def write_document(values: Mapping[str, Value]) -> str:
    """Write a mapping as YAML for people to change by hand: all of it in lines of its own, and never an alias."""
    return str(yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_key(key: str, value: Value) -> str:
    """Write one top-level key with its value, ending in a newline."""
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        return f"{_key(key)}:\n" + "".join(write_list_item(item, "  ") for item in value)
    return f"{_key(key)}: {_flow(value)}\n"


def write_list_item(item: Mapping[str, Value], indent: str) -> str:
    """Write one mapping of a list on a line of its own, ending in a newline."""
    return f"{indent}- {_flow(item)}\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[a-z][a-z0-9_-]*", key) else _quoted(key)


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if isinstance(value, Plain) and _PLAIN.fullmatch(value) and value not in _MISTAKEN and not _looks_numeric(value):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _looks_numeric(text: str) -> bool:
    return not text.strip("0123456789e-")


def _quoted(text: str) -> str:
    r"""JSON's quoting is YAML's double quoting, but for some characters that YAML wants as `\u....`."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))
