"""From a sheet to the session that stands on it, with the guidance as it is shipped."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from circle_cli.guidance.pages import load_guidance
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import Session
from circle_cli.text import decode

GUIDANCE = load_guidance()
drawn_once = lru_cache(maxsize=8)(draw_word)
"""Draws a sheet for Word; the same one once."""


def session_of(sheet: SheetContent) -> Session:
    """Give the session; nothing on the sheet is without a place in it."""
    assert sheet.unplaced == ()
    statements = {each.id: [statement.id for statement in each.statements] for each in GUIDANCE.frameworks}
    return read_incoming(sheet.as_yaml(), "sheet", date(2026, 11, 24), statements)[0]


def from_word(content: bytes) -> Session:
    return session_of(read_sheet_docx(content, "sheet.docx", GUIDANCE))


def from_markdown(text: str) -> Session:
    return session_of(read_sheet_md(decode(text.encode("utf-8"), "sheet.md"), "sheet.md", GUIDANCE))


def as_the_sheet_has_it(session: Session) -> Session:
    """What whoever led the session saw stands in a box of its own, behind the encouragers', without their name."""
    seen = tuple(each for each in session.observations if each.by != session.facilitator)
    own = tuple(replace(each, by="facilitator") for each in session.observations if each.by == session.facilitator)
    return replace(session, observations=(*seen, *own))
