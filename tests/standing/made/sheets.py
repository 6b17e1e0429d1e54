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
    """What each box holds, one after the other: whoever led the session stands in theirs without a name.

    Behind theirs come the peers': what somebody who is no encourager said to the one presenter.
    """
    led = tuple(each for each in session.observations if each.by in (session.facilitator, "facilitator"))
    rest = tuple(each for each in session.observations if each not in led)
    presenters = session.roles.get("presenter", ())
    presenter = presenters[0] if len(presenters) == 1 else "presenter"
    encouragers = session.roles.get("encourager", ())
    peers = tuple(each for each in rest if each.to == presenter and each.by not in encouragers)
    seen = tuple(each for each in rest if each not in peers)
    return replace(session, observations=(*seen, *(replace(each, by="facilitator") for each in led), *peers))
