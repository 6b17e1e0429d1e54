"""Reads a Word file that may be our sheet, filled in: what stands where, whoever has edited and saved it.

It does without python-docx, which overlooks what was typed with "track changes" on.
"""

import re
from collections.abc import Iterable, Iterator

from circle_cli.paper.intake.found import FilledRows, FilledSheet, Leftover
from circle_cli.paper.intake.ours import OurWords
from circle_cli.paper.intake.word.blocks import Blocks, WordParagraph
from circle_cli.paper.intake.word.controls import settle_controls
from circle_cli.paper.intake.word.parts import in_parts
from circle_cli.paper.intake.word.styles import read_styles
from circle_cli.paper.intake.word.text import paragraphs
from circle_cli.paper.intake.word.tree import Element
from circle_cli.paper.intake.word.unpacking import WordParts, unpacked
from circle_cli.paper.letters import letters

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?", re.IGNORECASE)
_PICTURES = {"drawing", "pict", "object"}
_IMAGES = {"blip", "imagedata"}
_MOST_SIGNS_OF_ANY = 1_500_000
"""Of what elements and attributes begin with: a document of a hundred pages, edited for years, has half of that."""

_CONTROL = "control"
"""What a program of its own fills in; its state is kept in a form that is that program's."""


def read_word(content: bytes, where: str, ours: OurWords) -> list[FilledSheet]:
    """Read what stands in the file, in its order; `ours` are the words that may have been printed on it.

    Raises:
        CircleError: it is no Word file, locked, damaged, or too large.
    """
    parts = unpacked(content, where)
    styles = read_styles(parts.styles, parts.numbering)
    for top in (parts.main, *parts.asides):
        settle_controls(top, styles.names)
    return [*in_parts(list(Blocks(styles).read(parts.main)), ours), *_beside(parts, where, ours.hints)]


def read_any_word(content: bytes, where: str) -> tuple[list[WordParagraph | FilledRows], list[Leftover], list[str]]:
    """Read what stands in any Word file, in its order, what stands beside its lines, and what a change took away.

    Raises:
        CircleError: it is no Word file, locked, damaged, or too large.
    """
    parts = unpacked(content, where, _MOST_SIGNS_OF_ANY)
    styles = read_styles(parts.styles, parts.numbering)
    for top in (parts.main, *parts.asides):
        settle_controls(top, styles.names)
    gone = [text for top in (parts.main, *parts.asides) for text in _taken_away(top)]
    return list(Blocks(styles).read(parts.main)), list(_beside(parts, where, ())), gone


def _taken_away(top: Element) -> Iterator[str]:
    for paragraph in top.iter("p"):
        text = "".join(each.text or "" for gone in paragraph.iter("del") for each in gone.iter("delText"))
        if text.strip():
            yield " ".join(text.split())


def _beside(parts: WordParts, where: str, hints: Iterable[str]) -> Iterator[Leftover]:
    """Give what stands in no line of the sheet: in notes, comments, headers and footers, and in pictures."""
    printed = {letters(hint) for hint in hints}
    for aside in parts.asides:
        for _, text in paragraphs(aside):
            if letters(text) not in printed and text.strip() and not _PAGE_NUMBER.fullmatch(text.strip()):
                yield Leftover(text=text)
    if controls := sum(1 for _ in parts.main.iter(_CONTROL)):
        wrong = "what is ticked or written in them could not be read"
        yield Leftover(text=f"{controls} box(es) or field(s) of the kind called ActiveX: {wrong}; it stays in {where}")
    if pictures := _pictures(parts.main)[0]:
        yield Leftover(text=f"{pictures} picture(s), which stay in {where}")
    if parts.elsewhere:
        yield Leftover(text=f"{parts.elsewhere} other file(s) put into this one, which stay in {where}")


def _pictures(element: Element) -> tuple[int, bool, bool]:
    """Count the pictures; text boxes and lines across the page are none. Tell what is inside, for the next one up."""
    inside = [_pictures(each) for each in element]
    count = sum(each[0] for each in inside)
    holds_words = element.tag == "txbxContent" or any(each[1] for each in inside)
    holds_image = element.tag in _IMAGES or any(each[2] for each in inside)
    if element.tag not in _PICTURES:
        return count, holds_words, holds_image
    if any(each.tag == _CONTROL for each in element):  # it is drawn as a picture
        return count, holds_words, False
    is_line = any(each.get("hr") for each in element)
    return count + (holds_image or not (holds_words or is_line)), holds_words, False
