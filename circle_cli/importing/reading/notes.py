"""Notes in Markdown, or in no form at all: front matter, headings, and what stands under them."""

import re
from collections.abc import Iterator

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.reading import has_front_matter, read, split
from circle_cli.front_matter.writing import write
from circle_cli.importing.entry import Entry, Piece
from circle_cli.importing.reading.journal import TIME, stamped
from circle_cli.importing.reading.laid_out import Heading, Line, Pair, Words, headed, pieces_of
from circle_cli.importing.targets import Targets

FRONT = "front matter"
"""What lines stand under that could not be read as keys and values."""

_WORD = re.compile(r"[^\W_]+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?:\{#[a-z-]+\})?[ \t]*")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_CELLS = re.compile(r"\|(.*)\|[ \t]*")
_TAGS = re.compile(r"[ \t]*#[^\W\d_][\w/-]*(?:[ \t]+#[^\W\d_][\w/-]*)*[ \t]*")
"""A line of nothing but tags: in nb and in Obsidian they stand among the words, and need no front matter."""

_DOTS = re.compile(r"\A(---[ \t]*\n(?:[\w-]+:.*\n|[ \t]+.*\n)*)\.\.\.[ \t]*(?:\n|\Z)")
_RULE = re.compile(r"[-:| \t]+")


def read_note(text: str, where: str, targets: Targets) -> Entry:
    """Read a note as one entry; of front matter that is no YAML, the words are kept as they stand."""
    text = _with_dashes(text)
    if not has_front_matter(text):
        return _entry(where, (), text, (), targets)
    try:
        front, body = split(text, where)
    except CircleError as error:  # git left two versions in it
        return Entry(where=where, pieces=(Piece(text=text),), told=(error.message,))
    told: tuple[str, ...] = ()
    try:
        aside = tuple(_with_unread(front, list(_of_front(read(front, where, line_offset=1).values))))
    except CircleError as error:
        told = (f"its front matter is kept among the words as it stands: {error.message}",)
        aside = (Piece(text=front.strip("\n")),)
    return _entry(where, aside, body, told, targets)


def _with_dashes(text: str) -> str:
    """Give front matter its usual end, where it has the one that YAML has, too."""
    if has_front_matter(text):
        return text
    return _DOTS.sub(r"\1---\n", text, count=1)


def _entry(where: str, aside: tuple[Piece, ...], body: str, told: tuple[str, ...], targets: Targets) -> Entry:
    name, pieces = headed(pieces_of(_lines(body.split("\n"), targets), targets), targets)
    day, time, title = stamped(name)
    beside = (Piece(label=TIME, text=time, aside=True),) if time else ()
    return Entry(where=where, name=title, pieces=(*aside, *pieces, *beside), day=day, told=told)


def _of_front(values: dict[str, Value]) -> Iterator[Piece]:
    for key, value in values.items():
        text = _as_words(key, value)
        yield Piece(label=key, text=text, aside=True)


def _with_unread(front: str, found: list[Piece]) -> list[Piece]:
    """Add the lines that YAML passes over: comments, and tags behind a bare `#`, which are one for it."""
    known = {word for piece in found for word in _WORD.findall(f"{piece.label} {piece.text}".casefold())}
    lines = [line.strip() for line in front.split("\n")]
    unread = "\n".join(line for line in lines if not known.issuperset(_WORD.findall(line.casefold())))
    return [*found, *([Piece(label=FRONT, text=unread, aside=True)] if unread else [])]


def _as_words(key: str, value: Value) -> str:
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(str(each) for each in value if each is not None)
    if isinstance(value, dict | list):
        return write({key: value}).strip()
    return "" if value is None else str(value)


def _lines(lines: list[str], targets: Targets) -> Iterator[Line]:
    """Tell headings, and the rows of a table that begin with a label of ours, and tags, from all other lines."""
    fence = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        fenced = _FENCE.match(line)
        if fenced and not fence:
            fence = fenced[1]
        elif fenced and fenced[1].startswith(fence):
            fence = ""
        elif not fence and (heading := _heading(lines, number)):
            yield heading
            number += 1 + heading.line.count("\n")
            continue
        elif not fence and (pair := _pair(line, targets)):
            yield pair
            number += 1
            continue
        yield Words(text=line, tight=True)
        number += 1


def _heading(lines: list[str], number: int) -> Heading | None:
    line = lines[number]
    if found := _HEADING.fullmatch(line):
        return Heading(text=found[2], line=line, level=len(found[1])) if found[2] else None
    below = lines[number + 1] if number + 1 < len(lines) else ""
    before = lines[number - 1] if number else ""
    if line.strip() and not before.strip() and len(below) > 2 and (rule := _UNDERLINE.fullmatch(below)):
        return Heading(text=line.strip(), line=f"{line}\n{below}", level=1 if rule[1][0] == "=" else 2)
    return None


def _pair(line: str, targets: Targets) -> Pair | None:
    if _TAGS.fullmatch(line):
        return Pair(label="tags", text=line.strip())
    found = _CELLS.fullmatch(line.strip())
    if not found or _RULE.fullmatch(line.strip()):
        return None
    label, *rest = [cell.strip() for cell in re.split(r"(?<!\\)\|", found[1])]
    return (
        Pair(label=label.strip("*_ "), text=" | ".join(rest)) if rest and targets.surely(label.strip("*_ ")) else None
    )
