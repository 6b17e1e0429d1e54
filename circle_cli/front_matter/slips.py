"""What PyYAML says of a slip, in the words of somebody who has never heard of YAML."""

from contextlib import suppress
from typing import Any, NamedTuple

import yaml

_QUOTE = "put the whole text behind the colon in quotation marks"


class Slip(NamedTuple):
    """What is wrong and what to do; `line` counts from 0, and is none where the library does not know it."""

    what: str
    do: str
    line: int | None


_SAID = (  # by either reader of the library, the one in C and the one in Python: what is wrong, what to do
    (("mapping values are not allowed",), "a colon too many, or none in the line above", _QUOTE),
    (("tab character", "'\\t'"), "a tab stands here", "use spaces"),
    (("cannot start any",), "a text begins with a tab, or with a sign that has a meaning here", _QUOTE),
    (("undefined alias", "alphabetic"), "a text begins with a sign that has a meaning here", _QUOTE),
    (("comment or line break", "chomping"), "a text begins with > or |, which have a meaning here", _QUOTE),
    (("node content",), "a text begins with a bracket or a comma, which have a meaning here", _QUOTE),
    (("escape", "hex", "Unicode"), "a back-slash in double quotation marks", "write it twice, or use single ones"),
    (("sequence entries",), "an entry of a list behind its key", "begin it on a line of its own, with `- `"),
    (("'-' indicator",), "a line among the entries of a list that is none", "begin it with `- `"),
    (("document start",), "the keys do not begin at the left edge", "take out the spaces before them"),
    (("document",), "a line with --- stands between the keys", "take it out"),
    (("key", "block end"), "more behind a quotation mark or bracket that is closed, or too much room before the line",
     "see how the lines above it are written"),
)  # fmt: skip
_WHERE_IT_BEGINS = (
    ("quoted scalar", "end of stream", "a quotation mark is opened here, and none closes it", "close it"),
    ("quoted scalar", "document", "a quotation mark is opened here, and none closes it", "close it"),
    ("flow sequence", "", "a [ is opened here, and no ] closes it, or a comma is missing", "close it"),
    ("flow mapping", "", "a { is opened here, and no } closes it, or a comma is missing", "close it"),
    ("simple key", "", "no colon behind the first words", "write it as the other lines are, `key: text`"),
)
"""Where the library has read on beyond the slip: in what, what it met there, what is wrong, what to do."""


def slip_of(error: yaml.MarkedYAMLError, text: str, loader: Any) -> Slip:
    """Say in words the slip over which `loader` stumbled in `text`."""
    problem, context = str(error.problem), str(error.context)
    for reading, met, what, do in _WHERE_IT_BEGINS:
        if reading in context and met in problem and error.context_mark:
            return Slip(what, do, error.context_mark.line)
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else None
    if (begun := _quotation_ending_on(line, text, loader)) is not None:
        return Slip("a quotation mark is opened here, and none closes it on this line", "close it", begun)
    for said, what, do in _SAID:
        if any(words in problem for words in said):
            return Slip(what, do, line)
    return Slip("this is no key with its text", "see how the lines above it are written", line)


def _quotation_ending_on(line: int | None, text: str, loader: Any) -> int | None:
    """Give the line on which a quotation begins that ends only on `line`, at what should have begun another."""
    begun = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and token.end_mark.line == line:
                begun = token.start_mark.line if token.start_mark.line < token.end_mark.line else begun
    return begun
