"""The recording sheet, blank or filled from a session."""

from collections.abc import Iterable

from circle_cli.guidance.records import Guidance
from circle_cli.ids import QUESTIONS
from circle_cli.paper.document import Block, Document, Field, Heading, PageBreak, Paragraph, Table, room_for
from circle_cli.paper.layout import (
    ABOUT,
    COLUMNS,
    FACILITATOR,
    FEEDBACK,
    FIRST_PAGE,
    HEADINGS,
    HINTS,
    PRIVATE,
    SHEET,
    TICK,
    WIDTHS,
)
from circle_cli.session.record import Feedback, Scope, Session

_LINES = {"learning": 1, "actions": 1}
_ROWS = {"learning": 3, "actions": 3, "encouragers-saw": 3, "facilitator-saw": 2, "scaling": 1, "frameworks": 1}
Rows = tuple[tuple[str, ...], ...]


def recording_sheet(guidance: Guidance, session: Session | None = None) -> Document:
    """Make the sheet: page one the situation and the first five questions, page two what comes out of it."""
    blocks: list[Block] = [
        Heading(text=HEADINGS[SHEET], level=1, id=SHEET),
        Paragraph(text=PRIVATE, hint=True),
        *([Field(text=session.preamble)] if session and session.preamble else []),
        _heading("about"),
        _labelled("about", _about(guidance, session)),
        _heading("who"),
        _labelled("who", _who(guidance, session)),
        *_part(guidance, session, "situation"),
    ]
    for name in QUESTIONS:
        if name == QUESTIONS[len(FIRST_PAGE)]:
            blocks.append(PageBreak())
        blocks += _part(guidance, session, name)
    blocks += [*_closing(session), *(_more(guidance, session) if session else ()), *_part(guidance, session, "notes")]
    if session and session.answers.get("follow-up"):
        blocks += _part(guidance, session, "follow-up")
    return Document(title=HEADINGS[SHEET], blocks=tuple(blocks), fillable=True)


def headings_of(guidance: Guidance) -> dict[str, str]:
    """Give the words of every heading of the sheet by its id."""
    return HEADINGS | {question.id: question.title for question in guidance.questions}


def _heading(name: str, level: int = 2) -> Heading:
    return Heading(text=HEADINGS[name], level=level, id=name)


def _part(guidance: Guidance, session: Session | None, name: str) -> Iterable[Block]:
    """Give a heading, a hint, room to write, and a table where there is one."""
    question = next((each for each in guidance.questions if each.id == name), None)
    yield Heading(text=headings_of(guidance)[name], id=name)
    if question:
        yield Paragraph(text=question.aims[0], hint=True)
    yield Field(text=session.answers.get(name, "") if session else "", lines=_LINES.get(name, 2))
    if name == "learning":
        yield from _table(name, _learning(session) if session else ())
    if name == "actions":
        yield from _table(name, _actions(session) if session else ())


def _closing(session: Session | None) -> Iterable[Block]:
    told = session.observations if session else ()
    seen = tuple((each.by, each.to, each.text) for each in told if each.by != FACILITATOR)
    own = tuple((each.to, each.text) for each in told if each.by == FACILITATOR)
    yield _heading("encouragers-saw")
    yield from _table("encouragers-saw", seen)
    yield _heading("facilitator-saw")
    yield from _table("facilitator-saw", own)
    yield _heading("feedback")
    feedback = (session.feedback if session else None) or Feedback()
    for name, key in FEEDBACK.items():
        yield _heading(name, level=3)
        yield Field(text=getattr(feedback, key) or "", lines=1)


def _more(guidance: Guidance, session: Session) -> Iterable[Block]:
    """Give what a blank sheet has no room for, where a session has it. Who is in the story stays in its file."""
    short = {question.id: question.short for question in guidance.questions}
    scores = tuple((short[each.question], each.asked, each.by, str(each.score)) for each in session.scaling)
    links = tuple((each.framework, each.statement, each.how or "") for each in session.frameworks)
    for name, rows in (("scaling", scores), ("frameworks", links)):
        if rows:
            yield _heading(name)
            yield from _table(name, rows)


def _labelled(name: str, rows: Iterable[tuple[str, str, str]]) -> Table:
    """Make a table whose first column is ours; each row is its id, its label and what is written."""
    filled = tuple(rows)
    return Table(
        caption=HEADINGS[name],
        header=COLUMNS[name],
        widths=WIDTHS[name],
        rows=tuple((label, said) for _, label, said in filled),
        row_ids=tuple(row_id for row_id, _, _ in filled),
    )


def _table(name: str, rows: Rows) -> Iterable[Block]:
    if name in HINTS:
        yield Paragraph(text=HINTS[name], hint=True)
    header = COLUMNS[name]
    filled = room_for(rows, _ROWS[name], len(header))
    yield Table(caption=HEADINGS.get(name, header[0]), header=header, widths=WIDTHS[name], rows=filled)


def _about(guidance: Guidance, session: Session | None) -> Iterable[tuple[str, str, str]]:
    modes = {mode.id: mode.title for mode in guidance.modes}
    said = {"title": "", "date": "", "mode": ""}
    if session:
        mode = modes.get(session.mode, session.mode)
        said = {"title": session.title, "date": session.date.isoformat(), "mode": mode, "id": session.id}
        safe = session.safeguarding
        raised = ("yes" if safe.raised else "no") + (f", {safe.on}" if safe.on else "") if safe else ""
        more = {"setting": session.setting, "focus": session.focus, "themes": ", ".join(session.themes)}
        said |= {key: str(text) for key, text in {**more, "safeguarding": raised}.items() if text}
    return [(key, ABOUT[key], text) for key, text in said.items()]


def _who(guidance: Guidance, session: Session | None) -> Iterable[tuple[str, str, str]]:
    yield FACILITATOR, "Facilitator", ""
    for role in guidance.roles:
        yield role.id, role.title, ", ".join(session.roles.get(role.id, ())) if session else ""


def _learning(session: Session) -> Rows:
    return tuple(
        (point.text, *(TICK if point.scope is scope else "" for scope in (Scope.SPECIFIC, Scope.GENERAL)))
        for point in session.learning_points
    )


def _actions(session: Session) -> Rows:
    return tuple(
        (each.what, each.who or "", _day(each.by), each.tracked_by or "", _day(each.done))
        for each in session.action_points
    )


def _day(day: object) -> str:
    return str(day) if day else ""
