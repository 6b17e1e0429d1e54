"""What libraries make of front matter: python-frontmatter splits it off, PyYAML gives nodes, and these are values here.

Apart from `reading.py`, since they take longer to load than all else that a session is saved with.
"""

import re
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import KeyPath, Located, Value, given_twice, quoted
from circle_cli.front_matter.slips import slip_of
from circle_cli.front_matter.spelt import scalar

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_KNOWN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in "str int float bool null timestamp seq map merge value".split()}
_OPENERS = re.compile(r"[\[{]|[-?][ \t]")
"""What may nest one level more without more room before it."""


class _Loader(_SAFE):  # type: ignore[misc]  # whichever of the two there is
    """Guesses no type of what is written without a tag: `_Reader` does not go by it, and a guess takes long."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: object) -> str:
        return _TAGS[kind]


class _Handler(YAMLHandler):
    """python-frontmatter's split, without its habit of eating the blank lines and the spaces of the body."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)


HANDLER = _Handler()


def composed(text: str, where: str, line_offset: int) -> Located:
    """Read a YAML mapping; `line_offset` lines of the file stand before `text`.

    Raises:
        CircleError: it is no mapping, or not plain YAML; file and line are named.
    """
    try:
        _refuse_depth(text, where, line_offset)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        slip = slip_of(error, text, _Loader)
        where_it_is = Place(where, (slip.line or 0) + 1 + line_offset)
        raise CircleError(f"not readable as YAML: {slip.what}", where=where_it_is, do=slip.do) from error
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
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > 50:
            line = (event.start_mark.line if event.start_mark else 0) + 1 + line_offset
            raise CircleError("nested more than 50 deep; this is no file of ours", where=Place(where, line))


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
        try:
            return scalar(text)
        except ValueError as error:
            wrong, place = "… is not a date in the calendar", Place(self.where, line)
            raise CircleError(wrong, where=place, do="correct it", words=f"`{text}`") from error
