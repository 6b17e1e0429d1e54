"""Whether a file is a recording sheet with anything written on it, whoever saved it."""

from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.paper.intake.word.unpacking import unpacked
from circle_cli.paper.kinds import ANSWER, SHEET_MARK, ZIP
from circle_cli.paper.layout import PRIVATE
from circle_cli.paper.letters import letters
from circle_cli.text import normalise


def is_filled_sheet(content: bytes) -> bool:
    """Tell whether somebody wrote on it; so it is of a sheet that cannot be read, and of nothing else."""
    try:
        if content.startswith(ZIP):
            return _is_sheet(content) and _says(read_sheet_docx(content, "", load_guidance()))
        text = normalise(content.decode("utf-8", "replace"))
        if SHEET_MARK in text:
            return _says(read_sheet_md(text, "", load_guidance()))
        return ANSWER in text and letters(PRIVATE) in letters(text)
    except CircleError:
        return True


def _says(sheet: SheetContent) -> bool:
    return bool(sheet.values or sheet.answers or sheet.preamble)


def _is_sheet(content: bytes) -> bool:
    try:
        main = unpacked(content, "").main
    except CircleError:
        return False
    return letters(PRIVATE) in letters("".join(each.text or "" for each in main.iter()))
