"""A blank sheet, and what is read from it after something was done to it."""

from collections.abc import Callable

import docx
import pytest
from other_programs import edited

from circle_cli.guidance.records import Guidance
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx
from circle_cli.paper.prints.sheet import recording_sheet


@pytest.fixture(scope="session")
def blank(guidance: Guidance) -> bytes:
    return draw_word(recording_sheet(guidance))


@pytest.fixture
def read_changed(
    blank: bytes, guidance: Guidance
) -> Callable[[Callable[[docx.document.Document], None]], SheetContent]:
    """Reads the blank sheet after something was done to it."""
    return lambda change: read_sheet_docx(edited(blank, change), "sheet.docx", guidance)
