"""A blank sheet, and what is read from it after something was done to it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache

import docx
import pytest
from other_programs import edited
from sheets import drawn_once

from circle_cli.guidance.records import Guidance
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx
from circle_cli.paper.intake.word import unpacking
from circle_cli.paper.prints.sheet import recording_sheet


@pytest.fixture(scope="module", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """The same styles stand in almost every sheet, and to parse them takes half of the time; each has its own copy."""
    once = lru_cache(maxsize=16)(unpacking.parsed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unpacking, "parsed", lambda content: deepcopy(once(content)))
        yield


@pytest.fixture(scope="session")
def blank(guidance: Guidance) -> bytes:
    return drawn_once(recording_sheet(guidance))


@pytest.fixture
def read_changed(
    blank: bytes, guidance: Guidance
) -> Callable[[Callable[[docx.document.Document], None]], SheetContent]:
    """Reads the blank sheet after something was done to it."""
    return lambda change: read_sheet_docx(edited(blank, change), "sheet.docx", guidance)
