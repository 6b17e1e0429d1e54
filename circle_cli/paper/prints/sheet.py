"""The recording sheet, blank or filled from a session."""

from collections.abc import Iterable

from circle_cli.guidance.records import Guidance
from circle_cli.ids import QUESTIONS
from circle_cli.paper.document import Block, Document, Field, Heading, PageBreak, Paragraph, Table
from circle_cli.paper.layout import ABOUT, COLUMNS, FIRST_PAGE, HEADINGS, PRIVATE, SHEET, TICK, WIDTHS
from circle_cli.paper.prints.sheet_parts import Rows, heading, table
from circle_cli.paper.prints.sheet_voices import closing_round, gathered_rows, view_rows
from circle_cli.session.people import FACILITATOR
from circle_cli.session.record import Session
from circle_cli.vocabulary import Scope


def recording_sheet(guidance: Guidance, session: Session | None = None) -> Document:
    """Make the sheet, a page each: the situation and five questions, what comes out of it, who was there and said what.

    Who is in the story, what was planned, and how far a learning point is shared stay in the session's file.
    """
    blocks: list[Block] = [
        Heading(text=HEADINGS[SHEET], level=1, id=SHEET),
        Paragraph(text=PRIVATE, hint=True),
        *([Field(text=session.preamble)] if session and session.preamble else []),
        heading("about"),
        _labelled("about", _about(guidance, session)),
        *_part(guidance, session, "situation"),
    ]
    for name in QUESTIONS:
        if name == QUESTIONS[len(FIRST_PAGE)]:
            blocks.append(PageBreak())
        blocks += _part(guidance, session, name)
    blocks += [PageBreak(), heading("who"), _labelled("who", _who(guidance, session))]
    blocks += [*closing_round(session), *(_more(guidance, session) if session else ())]
    blocks += _part(guidance, session, "notes")
    if session and session.answers.get("follow-up"):
        blocks += _part(guidance, session, "follow-up")
    return Document(title=HEADINGS[SHEET], blocks=tuple(blocks), fillable=True)


def headings_of(guidance: Guidance) -> dict[str, str]:
    """Give the words of every heading of the sheet by its id."""
    return HEADINGS | guidance.titles


def _part(guidance: Guidance, session: Session | None, name: str) -> Iterable[Block]:
    """Give a heading, a hint, room to write, and a table where there is one."""
    question = next((each for each in guidance.questions if each.id == name), None)
    yield Heading(text=headings_of(guidance)[name], id=name)
    if question:
        yield Paragraph(text=question.aims[0], hint=True)
    yield Field(text=session.answers.get(name, "") if session else "")
    if name == "perspectives":
        yield from table(name, view_rows(guidance.views, session.views if session else None))
        if session and session.gathered:
            yield heading("gathered", level=3)
            yield from table("gathered", gathered_rows(session))
    if name == "learning":
        yield from table(name, _learning(session) if session else ())
    if name == "actions":
        yield from table(name, _actions(session) if session else ())


def _more(guidance: Guidance, session: Session) -> Iterable[Block]:
    """Give what a blank sheet has no room for, where a session has it."""
    short = {question.id: question.short for question in guidance.questions}
    scores = tuple((short[each.question], each.asked, each.by, str(each.score)) for each in session.scaling)
    links = tuple((each.framework, each.statement, each.how or "") for each in session.frameworks)
    for name, rows in (("scaling", scores), ("frameworks", links)):
        if rows:
            yield heading(name)
            yield from table(name, rows)


def _labelled(name: str, rows: Iterable[tuple[str, str, str]]) -> Table:
    """Make a table whose first column is ours; each row is its id, its label and what is written."""
    filled = tuple(rows)
    return Table(
        caption=HEADINGS[name],
        header=COLUMNS[name],
        widths=WIDTHS[name],
        rows=tuple((label, text) for _, label, text in filled),
        row_ids=tuple(row_id for row_id, _, _ in filled),
    )


def _about(guidance: Guidance, session: Session | None) -> Iterable[tuple[str, str, str]]:
    modes = {mode.id: mode.title for mode in guidance.modes}
    texts = {"title": "", "date": "", "mode": ""}
    if session:
        mode = modes.get(session.mode, session.mode)
        texts = {"title": session.title, "date": session.date.isoformat(), "mode": mode, "id": session.id}
        safe, event = session.safeguarding, session.event
        raised = ("yes" if safe.raised else "no") + (f", {safe.on}" if safe.on else "") if safe else ""
        group = f"{event.id}, group {event.group} of {event.groups}" if event else ""
        more = {"setting": session.setting, "focus": session.focus, "themes": ", ".join(session.themes)}
        texts |= {key: str(text) for key, text in {"event": group, **more}.items() if text}
        if raised or not session.status.is_ahead:  # where nobody has said, there is room to
            texts["safeguarding"] = raised
    return [(key, ABOUT[key], text) for key, text in texts.items()]


def _who(guidance: Guidance, session: Session | None) -> Iterable[tuple[str, str, str]]:
    yield FACILITATOR, "Facilitator", (session.facilitator or "") if session else ""
    for role in guidance.roles:
        yield role.id, role.title, ", ".join(session.roles.get(role.id, ())) if session else ""


def _learning(session: Session) -> Rows:
    return tuple(
        (point.text, *(TICK if point.scope is scope else "" for scope in (Scope.SPECIFIC, Scope.GENERAL)))
        for point in session.learning_points
    )


def _actions(session: Session) -> Rows:
    """Give the actions, with what became of them where that is known of any."""
    noted = any(each.note for each in session.action_points)
    return tuple(
        (each.what, each.who or "", _day(each.by), each.tracked_by or "", _day(each.done), *[each.note or ""] * noted)
        for each in session.action_points
    )


def _day(day: object) -> str:
    return str(day) if day else ""
