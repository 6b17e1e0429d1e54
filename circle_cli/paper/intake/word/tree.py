"""The XML of a Word file as a tree of plain names: `p` for a paragraph, whichever of its namespaces a program writes.

What could make reading it long or dangerous is refused by counting, before and while the tree is built.
"""

from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

Element = ElementTree.Element

LARGEST = 20_000_000
"""In bytes, of all XML that is read; ours has 100,000, and had 400,000 with all styles of tables."""

MOST_SIGNS = 200_000
"""Of `<` and quotation marks, with which elements and attributes begin; our own sheet has 10,000, and had 45,000."""

PASSED_OVER = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "del", "moveFrom"}
"""What stands in the middle of the words and is none: properties, and what a change took away."""

_OFF = {"0", "false", "off"}
_MOST_LETTERS = 1_000_000
_DEEPEST = 128
_BRANCHES = ("Choice", "Fallback")
_WORDS = ("t", "sym", "ffData")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """It is no XML that Word could have written."""


class TooMuch(Exception):
    """It holds more, or is nested deeper, than a sheet can be."""


def signs(content: bytes) -> int:
    """Count what elements and attributes begin with: a bound for both that costs no parsing."""
    return sum(content.count(sign) for sign in (b"<", b'"', b"'"))


def as_utf8(content: bytes) -> bytes:
    """Give the XML in the one encoding in which it is looked at; Word may write two.

    Raises:
        Unreadable: it is in another, which could hide what is refused.
    """
    try:
        content = content.decode("utf-16").encode() if content.startswith(_BYTE_ORDER) else content
    except UnicodeError as error:
        raise Unreadable from error
    if b"<!DOCTYPE" in content or b"\0" in content:
        raise Unreadable
    return content


def parsed(content: bytes) -> Element:
    """Build the tree; of alternatives, which say one thing for several programs, it has one.

    Raises:
        Unreadable, TooMuch: see there.
    """
    parser = ElementTree.XMLParser(  # noqa: S314  # what makes XML dangerous is refused above
        target=_Tree(),
        encoding="utf-8",  # whatever encoding it says that it has
    )
    try:
        parser.feed(content)
        made: Element = parser.close()
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable from error
    return made


class _Tree:
    """Builds the tree, as the parser comes upon its parts."""

    def __init__(self) -> None:
        self.builder = ElementTree.TreeBuilder()
        self.depth, self.words, self.letters = 0, 0, 0
        self.words_before: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooMuch
        name = _plain(tag)
        if name in _BRANCHES:
            self.words_before.append(self.words)
        self.builder.start(name, {_plain(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        name = _plain(tag)
        ended = self.builder.end(name)
        if name in _WORDS:
            self.words += 1
        elif name in _BRANCHES:
            ended.set("worded", "yes" if self.words > self.words_before.pop() else "")
        elif name == "AlternateContent":
            ended[:] = sorted(ended, key=lambda branch: not branch.get("worded"))[:1]

    def data(self, text: str) -> None:
        self.letters += len(text)
        if self.letters > _MOST_LETTERS:
            raise TooMuch
        self.builder.data(text)

    def close(self) -> Element:
        return self.builder.close()


@lru_cache(maxsize=1000)  # a sheet has tens of thousands of names, of which a hundred are different
def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def below(top: Element, *names: str) -> Iterator[Element]:
    """Give the nearest elements of these names, in order, whatever they are wrapped in: a control, a change."""
    waiting = list(reversed(top))
    while waiting:
        element = waiting.pop()
        if element.tag in names:
            yield element
        elif element.tag not in PASSED_OVER:
            waiting += reversed(element)


def is_on(switch: Element | None) -> bool:
    """Tell whether something is switched on: by being there, unless it says that it is off."""
    return switch is not None and switch.get("val", "true").lower() not in _OFF
