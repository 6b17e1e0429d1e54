"""Reads a Word file that may be our sheet, filled in: what stands where, whoever has edited and saved it.

It does without python-docx, which overlooks what was typed with "track changes" on.
"""

import re
from collections.abc import Iterator, Mapping

from circle_cli.paper.intake.found import FilledRows, FilledSheet, Leftover, Opened, Row, SheetWords, without_ours
from circle_cli.paper.intake.unpacking import MAIN, STYLES, Element, unpacked
from circle_cli.paper.words import from_xml, text_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OURS = re.compile(r"circle_([a-z_]+)_([0-9a-f]{8})")
_PASSED_OVER = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "Fallback"}
_PICTURES = {"drawing", "pict", "object"}
_LETTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def read_word(content: bytes, where: str, headings: Mapping[str, str]) -> list[FilledSheet]:
    """Read what stands in the file, in its order; `headings` are the words of our headings by their ids.

    Raises:
        CircleError: it is no Word file, locked, damaged, or too large.
    """
    parts = unpacked(content, where)
    main = parts[MAIN]
    reader = _Reader(_heading_styles(parts.get(STYLES)), {_folded(text): name for name, text in headings.items()})
    found = list(reader.blocks(main))
    for name in sorted(parts):
        if name not in (MAIN, STYLES):
            texts = [_text(each) for each in _below(parts[name], "p")]
            found += [Leftover(text=text) for text in texts if text.strip()]
    pictures = sum(1 for each in main.iter() if _name(each) in _PICTURES)
    return [*found, Leftover(text=f"{pictures} picture(s), which stay in {where}")] if pictures else found


class _Reader:
    """Goes through the blocks of a document; knows our headings by their bookmarks, or by style and words."""

    def __init__(self, heading_styles: set[str], headings: Mapping[str, str]) -> None:
        self.heading_styles, self.headings = heading_styles, headings

    def blocks(self, main: Element) -> Iterator[FilledSheet]:
        for block in _below(main, "p", "tbl"):
            if _name(block) == "tbl":
                yield FilledRows(rows=tuple(_row(each) for each in _below(block, "tr") if not _is_deleted(each)))
            else:
                yield from self.paragraph(block)

    def paragraph(self, block: Element) -> Iterator[FilledSheet]:
        text = _text(block)
        is_heading = _style(block) in self.heading_styles
        ours = _ours(block)
        if ours is None:
            known = self.headings.get(_folded(text)) if is_heading else None
            yield Opened(id=known) if known else SheetWords(text=_marked(block, text), tight=_is_item(block))
            return
        name, print_of = ours
        rest = without_ours(text, print_of)
        if name != "hint":
            yield Opened(id=name)
        if rest is None and is_heading:
            if _folded(text) not in self.headings:
                yield Leftover(text=text)
        else:
            yield SheetWords(text=text if rest is None else rest)


def _row(row: Element) -> Row:
    cells = [text for each in _below(row, "tc") for text in (_cell(each), *[""] * (_columns(each) - 1))]
    first = next(iter(_below(row, "p")), None)
    ours = _ours(first) if first is not None else None
    if ours is None or not cells or not ours[0].startswith("row-"):
        return Row(cells=tuple(cells))
    rest = without_ours(cells[0], ours[1])
    return Row(cells=(cells[0] if rest is None else rest, *cells[1:]), id=ours[0].removeprefix("row-"))


def _columns(cell: Element) -> int:
    """Give over how many columns a cell goes: those that follow it stand further right."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    width = span.get(f"{_W}val", "") if span is not None else ""
    return min(max(int(width), 1), 20) if re.fullmatch("[0-9]{1,3}", width) else 1


def _cell(cell: Element) -> str:
    return text_of(_marked(each, _text(each)) for each in _below(cell, "p"))


def _ours(block: Element) -> tuple[str, str] | None:
    """Give the id and the fingerprint of our bookmark in a paragraph."""
    for mark in block.iter(f"{_W}bookmarkStart"):
        if found := _OURS.fullmatch(mark.get(f"{_W}name", "")):
            return found[1].replace("_", "-"), found[2]
    return None


def _below(top: Element, *names: str) -> Iterator[Element]:
    """Give the nearest elements of these names, in order, whatever they are wrapped in: a control, a change."""
    waiting = list(reversed(top))
    while waiting:
        element = waiting.pop()
        if _name(element) in names:
            yield element
        elif _name(element) not in _PASSED_OVER:
            waiting += reversed(element)


def _text(paragraph: Element) -> str:
    """Give a paragraph's words, those typed with "track changes" on included and those struck out left out."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name == "t":
            parts.append(element.text or "")
        elif name == "br":
            parts.append("\n" if element.get(f"{_W}type", "textWrapping") == "textWrapping" else "")
        elif name == "sym":
            parts.append(_symbol(element.get(f"{_W}char", "")))
        elif name not in _PASSED_OVER:
            parts.append(_LETTERS.get(name, "\n" if name == "p" else ""))
            waiting += reversed(element)
    return from_xml("".join(parts))


def _symbol(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) and not code.upper().startswith("D") else ""


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val", "") if style is not None else ""


def _is_item(paragraph: Element) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None or _style(paragraph).startswith("List")


def _marked(paragraph: Element, text: str) -> str:
    return f"- {text}" if text and _is_item(paragraph) else text


def _is_deleted(row: Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _heading_styles(styles: Element | None) -> set[str]:
    """Give the ids of the heading styles, which differ from one language of Word to another; the names do not."""
    found = {f"Heading{level}" for level in range(1, 10)} | {"Title"}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = style.find(f"{_W}name")
        if name is not None and name.get(f"{_W}val", "").lower().startswith("heading"):
            found.add(style.get(f"{_W}styleId", ""))
    return found
