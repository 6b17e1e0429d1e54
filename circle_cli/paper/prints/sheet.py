"""The recording sheet, blank or filled from a session."""

from collections.abc import Iterable, Mapping

from circle_cli.guidance.records import Guidance
from circle_cli.ids import QUESTIONS, own_questions
from circle_cli.paper.document import Block, Document, Field, Heading, PageBreak, Paragraph, Table
from circle_cli.paper.layout import ABOUT, COLUMNS, FIRST_PAGE, HEADINGS, HINTS, PRIVATE, SHEET, TICK, WIDTHS, on_sheet
from circle_cli.paper.prints.sheet_parts import Rows, field, heading, is_of_two, table
from circle_cli.paper.prints.sheet_voices import closing_round, gathered_rows, is_alone, view_rows
from circle_cli.paper.statements import named
from circle_cli.session.people import FACILITATOR
from circle_cli.session.record import Session
from circle_cli.vocabulary import Role, Scope

_PORTFOLIO = ("frameworks", "outcomes")
"""What somebody on their own may need for a portfolio."""

_OF_TWO = (Role.PRESENTER, Role.QUESTIONER)


def recording_sheet(
    guidance: Guidance, session: Session | None = None, headings: Mapping[str, str] | None = None
) -> Document:
    """Make the sheet, a page each: the situation and five questions, what comes out of it, who was there and said what.

    Somebody on their own has two pages; two people have the third as far as it fits them. Who is in the story, what was
    planned, and how far a learning point is shared stay in the session's file. `headings` are those of its sections,
    some of which may be questions of another log.
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
    own = own_questions((*guidance.titles, *(session.answers if session else ())))
    for name in dict.fromkeys(own):
        blocks += _part(guidance, session, name, headings)
    blocks += [*(_more(guidance, session) if session else ()), *_part(guidance, session, "notes")]
    if session and session.answers.get("follow-up"):
        blocks += _part(guidance, session, "follow-up")
    together = [*_who_was_there(guidance, session), *closing_round(session)]
    blocks += [PageBreak(), *together] if together else []
    return Document(title=HEADINGS[SHEET], blocks=tuple(blocks), fillable=True)


def headings_of(guidance: Guidance) -> dict[str, str]:
    """Give the words of every heading of the sheet by its id."""
    return HEADINGS | {on_sheet(name): title for name, title in guidance.titles.items()}


def _part(
    guidance: Guidance, session: Session | None, name: str, headings: Mapping[str, str] | None = None
) -> Iterable[Block]:
    """Give a heading, a hint, room to write, and a table where there is one."""
    question = next((each for each in guidance.asked if each.id == name), None)
    known = {**(headings or {}), **headings_of(guidance)}
    yield Heading(text=known.get(on_sheet(name)) or known.get(name, name), id=on_sheet(name))
    if question:
        yield Paragraph(text=question.aims[0], hint=True)
    yield field(name, session.answers.get(name, "") if session else "", session)
    if name == "perspectives":
        yield from table(name, view_rows(guidance.views, session.views if session else None), session)
        if session and session.gathered:
            yield heading("gathered", level=3)
            yield from table("gathered", gathered_rows(session), session)
    if name == "learning":
        yield from table(name, _learning(session) if session else (), session)
    if name == "actions":
        yield from table(name, _actions(session) if session else (), session)


def _more(guidance: Guidance, session: Session) -> Iterable[Block]:
    """Give what a blank sheet has no room for, where a session has it."""
    short = {question.id: question.short for question in guidance.questions}
    told = any(each.view for each in session.scaling)
    scores = tuple(
        (short[each.question], each.asked, each.by, str(each.score), *[each.view or ""] * told)
        for each in session.scaling
    )
    links = tuple((*named(guidance, each), each.how or "") for each in session.frameworks)
    outcomes = tuple((each,) for each in session.learning_outcomes)
    for name, rows in (("scaling", scores), ("frameworks", links), ("outcomes", outcomes)):
        if rows or (name in _PORTFOLIO and is_of_two(session)):
            yield heading(name)
            yield from table(name, rows, session)


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
    texts: dict[str, str] = {"title": "", "date": "", "mode": ""}
    if session:
        mode = modes.get(session.mode, session.mode)
        texts = {"title": session.title, "date": session.date.isoformat(), "mode": mode, "id": session.id}
        safe, event = session.safeguarding, session.event
        raised = ("yes" if safe.raised else "no") + (f", {safe.on}" if safe.on else "") if safe else ""
        group = f"{event.id}, group {event.group} of {event.groups}" if event else ""
        more = {"setting": session.setting, "focus": session.focus, "themes": ", ".join(session.themes)}
        own = session.roles.get(Role.PRESENTER, ()) if is_alone(session) else ()
        more |= {"presenter": next(iter(own), "")}
        texts |= {key: str(text) for key, text in {"event": group, **more}.items() if text}
        if raised or not session.status.is_ahead:  # where nobody has said, there is room to
            texts["safeguarding"] = raised
    return [(key, ABOUT[key], text) for key, text in texts.items()]


def _who_was_there(guidance: Guidance, session: Session | None) -> Iterable[Block]:
    """Give the roles, of two people as far as they have one."""
    if session and is_alone(session):
        return
    yield heading("who")
    if session is None:
        yield Paragraph(text=HINTS["who"], hint=True)
    rows = _who(guidance, session)
    yield _labelled("who", (row for row in rows if not is_of_two(session) or row[2] or row[0] in _OF_TWO))


def _who(guidance: Guidance, session: Session | None) -> Iterable[tuple[str, str, str]]:
    yield FACILITATOR, "Facilitator", (session.facilitator or "") if session else ""
    for role in guidance.roles:
        yield role.id, role.title, ", ".join(session.roles.get(role.id, ())) if session else ""


def _learning(session: Session) -> Rows:
    return tuple(
        (
            point.text,
            *(TICK if point.scope is scope else "" for scope in (Scope.SPECIFIC, Scope.GENERAL)),
            str(point.matters or ""),
        )
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
