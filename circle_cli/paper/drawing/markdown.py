r"""Draws a print as Markdown, and how a person's words are kept apart from the sheet's own structure.

Words in a table's cell stand on one line: a newline is `<br>`, and what would end the cell has a backslash. A line
between the tables that would be taken for structure has one too (`\## x {#safety}`); reading takes it off again.
"""

import re
from collections.abc import Iterable

from circle_cli.paper.document import (
    CREDIT,
    Block,
    Bullets,
    Circle,
    CutLine,
    Document,
    Field,
    Heading,
    NameLine,
    PageBreak,
    Paragraph,
    Table,
    fingerprint,
)
from circle_cli.paper.kinds import SHEET_MARK

_STRUCTURE = r"#{1,6}[ \t][^\n]*\{#[a-z-]+\}[ \t]*|[ \t]*\|[^\n]*|> [^\n]*|[ \t]*<!-- circle [^\n]*"
_TO_ESCAPE = re.compile(rf"^(\\*(?:{_STRUCTURE}))$", re.MULTILINE)
_ESCAPED = re.compile(rf"^\\(\\*(?:{_STRUCTURE}))$", re.MULTILINE)
_IN_CELL = re.compile(r"[\\|<]|&(?=#)|\n|[^\S\n]+(?=$)|^[^\S\n]+|[\x00-\x09\x0b-\x1f]")
_FROM_CELL = re.compile(r"\\([|<&\\])|<br ?/?>|&#(\d{1,7});", re.IGNORECASE)


def draw_markdown(document: Document) -> str:
    """Draw the whole print."""
    blocks = (*document.blocks, Paragraph(text=CREDIT, hint=True))
    parts = [part for block in blocks if (part := _block(block))]
    if document.fillable:
        hints = [block.text for block in blocks if isinstance(block, Paragraph) and block.hint]
        parts.insert(0, " ".join((SHEET_MARK, *dict.fromkeys(fingerprint(hint) for hint in hints), "-->")))
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}" + (f" {{#{block.id}}}" if block.id else "")
        case Paragraph():
            return f"> {block.text}" if block.hint else block.text
        case Bullets():
            return "\n".join(f"- {item}" for item in block.items)
        case Field():
            return escape_lines(block.text) if block.text else "\n" * (block.lines - 1)
        case Table():
            return "\n".join(_table(block))
        case NameLine():
            return f"{block.label}: {escape_lines(block.text) or '_' * 30}"
        case Circle():
            questions = (f"{number}. {title}" for number, title in enumerate(block.questions, start=1))
            return "\n\n".join((f"{block.middle}: {'_' * 30}", "\n".join(questions)))
        case CutLine() | PageBreak():
            return ""


def _table(table: Table) -> Iterable[str]:
    yield _row(table.header)
    yield "|" + " --- |" * len(table.header)
    for row in table.rows:
        yield _row(cell(text) for text in row)


def _row(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {text} " if text else " " * 3 for text in cells) + "|"


def escape_lines(text: str) -> str:
    """Give a backslash to every line that would be taken for the sheet's structure."""
    return _TO_ESCAPE.sub(r"\\\1", text)


def plain_lines(text: str) -> str:
    """Take those backslashes off again."""
    return _ESCAPED.sub(r"\1", text)


def cell(text: str) -> str:
    """Write a person's words into a table's cell."""
    return _IN_CELL.sub(lambda found: _written(found.group()), text)


def _written(piece: str) -> str:
    if piece == "\n":
        return "<br>"
    if piece in ("\\", "|", "<", "&"):
        return f"\\{piece}"
    return "".join(f"&#{ord(letter)};" for letter in piece)


def from_cell(text: str) -> str:
    """Read a cell's words as they were before they were written into it."""
    return _FROM_CELL.sub(_read, text.strip(" \t"))


def _read(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found[2] is None:
        return "\n"
    code = int(found[2])
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found.group()
