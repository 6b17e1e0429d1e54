"""The words of a paragraph in Word, as somebody sees them: changes accepted, boxes ticked or not, signs drawn."""

import re
from collections.abc import Iterator

from circle_cli.paper.intake.ticks import TICKED, UNTICKED, in_plain_letters, is_sign
from circle_cli.paper.intake.word.tree import PASSED_OVER, Element, below, is_on
from circle_cli.paper.words import from_xml

_LETTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "p": "\n"}


def paragraphs(top: Element) -> Iterator[tuple[Element, str]]:
    """Give the paragraphs in something with their words, those of a text box after the one that it hangs on."""
    for paragraph in below(top, "p"):
        text, boxes = read_paragraph(paragraph)
        yield paragraph, text
        for box in boxes:
            yield from paragraphs(box)


def read_paragraph(paragraph: Element) -> tuple[str, list[Element]]:
    """Give a paragraph's words, and the text boxes that hang on it.

    What was typed with "track changes" on is in, what was struck out that way is not; nor is a cross, struck out.
    """
    parts: list[str] = []
    boxes: list[Element] = []
    waiting = [(each, "", False) for each in reversed(paragraph)]
    while waiting:
        element, font, struck = waiting.pop()
        if element.tag == "txbxContent":
            boxes.append(element)
            continue
        if element.tag == "r":
            font, struck = _looks(element)
        letters = _letters(element, font)
        if letters and not (struck and is_sign(letters)):
            parts.append(letters)
        if element.tag not in PASSED_OVER:
            waiting += ((each, font, struck) for each in reversed(element))
    return from_xml("".join(parts)), boxes


def is_bold(top: Element) -> bool:
    """Tell whether all words of a paragraph, or of a cell, are set in bold."""
    runs = [run for run in top.iter("r") if any((each.text or "").strip() for each in run.iter("t"))]
    return bool(runs) and all((looks := run.find("rPr")) is not None and is_on(looks.find("b")) for run in runs)


def _letters(element: Element, font: str) -> str:
    match element.tag:
        case "t":
            return in_plain_letters(element.text or "", font)
        case "sym":
            code = element.get("char", "")
            is_code = re.fullmatch("[0-9A-Fa-f]{4}", code) and not code.upper().startswith("D")
            return in_plain_letters(chr(int(code, 16)), element.get("font", "")) if is_code else ""
        case "br":
            return "\n" if element.get("type", "textWrapping") == "textWrapping" else ""
        case "fldChar":
            return _field(element)
        case tag:
            return _LETTERS.get(tag, "")


def _looks(run: Element) -> tuple[str, bool]:
    """Give the font of a run, and whether it is struck out."""
    looks = run.find("rPr")
    if looks is None:
        return "", False
    fonts = looks.find("rFonts")
    font = "" if fonts is None else fonts.get("ascii") or fonts.get("hAnsi") or ""
    return font, is_on(looks.find("strike")) or is_on(looks.find("dstrike"))


def _field(begin: Element) -> str:
    """Read what somebody chose in a form field, which is not among the words: a box, or an entry of a list."""
    box, choices = begin.find("ffData/checkBox"), begin.find("ffData/ddList")
    if box is not None:
        switch = box.find("checked")
        return TICKED if is_on(box.find("default") if switch is None else switch) else UNTICKED
    if choices is not None:
        entries = [entry.get("val", "") for entry in choices.iter("listEntry")]
        chosen = _first(choices, "result", "default")
        return dict(enumerate(entries)).get(int(chosen), "") if re.fullmatch("[0-9]{1,4}", chosen) else ""
    return ""


def _first(element: Element, *names: str) -> str:
    return next((found.get("val", "") for name in names if (found := element.find(name)) is not None), "0")
