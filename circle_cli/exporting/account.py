"""Sessions as a document that one would hand to somebody: what was learnt and will be done first, then the account."""

from collections.abc import Iterator, Sequence
from datetime import date

from circle_cli.confided.words import AS_TOLD, INSTEAD
from circle_cli.days import in_print
from circle_cli.exporting.instead import Exported
from circle_cli.guidance.records import Guidance
from circle_cli.ids import SECTIONS, own_questions
from circle_cli.paper.document import Block, Bullets, Document, Field, Heading, PageBreak, Paragraph, Table
from circle_cli.paper.layout import ABOUT, FEEDBACK, HEADINGS
from circle_cli.paper.statements import named
from circle_cli.session.record import ActionPoint, LearningPoint, Session
from circle_cli.vocabulary import Scope, Setting

_MANY = "From our practice learning circle"
_NOTHING = "Nothing has been written in it yet."
_HOLDS = {Scope.SPECIFIC: "In this situation", Scope.GENERAL: "Elsewhere, too"}
_SERVICES = {Setting.CHILDREN: "children's services", Setting.ADULTS: "adults' services", Setting.BOTH: "both services"}


def account(exported: Sequence[Exported], guidance: Guidance, *, as_told: bool) -> Document:
    """Make the document: a session, or several with a list of them in front, each on a page of its own."""
    told = Paragraph(text=AS_TOLD if as_told else INSTEAD, hint=True)
    if len(exported) == 1:
        blocks: list[Block] = [*_account(exported[0], guidance, as_told=as_told), told]
        return Document(title=exported[0].session.title, blocks=tuple(blocks), report=True)
    blocks = [Heading(text=_MANY, level=1), Paragraph(text=_when([each.session.date for each in exported])), told]
    rows = tuple((in_print(each.session.date), each.session.title, _count(each.session)) for each in exported)
    blocks.append(Table(caption="The sessions", header=("Day", "Session", "Learnt"), widths=(25, 57, 18), rows=rows))
    for each in exported:
        blocks += [PageBreak(), *_account(each, guidance, as_told=as_told)]
    return Document(title=_MANY, blocks=tuple(blocks), report=True)


def _when(days: Sequence[date]) -> str:
    first, last = min(days), max(days)
    return f"{len(days)} sessions, {in_print(first)}" + (f" to {in_print(last)}" if first != last else "")


def _count(session: Session) -> str:
    number = len(session.learning_points)
    return "" if not number else "1 point" if number == 1 else f"{number} points"


def _account(exported: Exported, guidance: Guidance, *, as_told: bool) -> Iterator[Block]:
    session = exported.session
    yield Heading(text=_line(session.title), level=1)
    yield Paragraph(text=_facts(session, guidance, as_told=as_told), hint=True)
    parts = [*_in_short(session), *_answered(exported, guidance), *_together(session)]
    yield from parts or [Paragraph(text=_NOTHING)]


def _facts(session: Session, guidance: Guidance, *, as_told: bool) -> str:
    mode = next((page.title for page in guidance.modes if page.id == session.mode), session.mode)
    safe = session.safeguarding
    day = "No day is settled yet" if session.is_undated else in_print(session.date)
    facts = [day, mode, *([_SERVICES[session.setting]] if session.setting else [])]
    themes = {theme.id: theme.title for theme in guidance.themes}
    facts += [f"themes: {', '.join(themes.get(each, each) for each in session.themes)}"] if session.themes else []
    facts += [f"took part: {', '.join(session.people)}"] if as_told and session.people else []
    if safe:
        on = f" on {in_print(safe.on)}" if safe.on else ""
        facts.append(f"{ABOUT['safeguarding'].lower()}: {'yes' + on if safe.raised else 'no'}")
    return _line("; ".join(facts)) + "."


def _in_short(session: Session) -> Iterator[Block]:
    if session.learning_points:
        yield Heading(text="What was learnt")
        yield from _learnt(session.learning_points)
    if session.action_points:
        yield Heading(text="What will be done")
        yield _agreed(session.action_points)


def _learnt(points: Sequence[LearningPoint]) -> Iterator[Block]:
    if any(point.scope for point in points):
        rows = tuple((each.text, _HOLDS[each.scope] if each.scope else "") for each in points)
        yield Table(caption="What was learnt", header=("Learning point", "Where it holds"), widths=(76, 24), rows=rows)
    else:
        yield Bullets(items=tuple(_line(point.text) for point in points))


def _agreed(actions: Sequence[ActionPoint]) -> Table:
    """Make the table of what was agreed, with what became of it where that is known of any."""
    known = any(map(_became, actions))
    rows = tuple((each.what, each.who or "", _day(each.by), *[_became(each)] * known) for each in actions)
    header = ("What", "Who", "By when", *["What became of it"] * known)
    widths = (33, 17, 17, 33) if known else (55, 22, 23)
    return Table(caption="What will be done", header=header, widths=widths, rows=rows)


def _became(action: ActionPoint) -> str:
    done = f"Done on {in_print(action.done)}" if action.done else ""
    return ". ".join(part for part in (done, action.note or "") if part)


def _answered(exported: Exported, guidance: Guidance) -> Iterator[Block]:
    """Give each answer under its question, the situation first; what was noted beside them comes last."""
    session, answers = exported.session, exported.session.answers
    titles = {**exported.headings, **HEADINGS, **guidance.titles}
    if session.preamble:
        yield Field(text=session.preamble)
    sections = [name for name in SECTIONS if name not in ("notes", "follow-up")]
    for name in (*sections, *own_questions(answers), "notes", "follow-up"):
        more = list(_beside(name, session, guidance))
        if answers.get(name) or more:
            yield Heading(text=_line(titles.get(name, name)))
            yield from [Field(text=answers[name])] if answers.get(name) else []
            yield from more


def _beside(name: str, session: Session, guidance: Guidance) -> Iterator[Block]:
    """Give what was asked beside a question: scales, and whose views there were."""
    scores = [each for each in session.scaling if each.question == name]
    if scores:
        rows = tuple((each.asked, each.by, f"{each.score}{_seen(each.view)}") for each in scores)
        yield Table(caption="On a scale", header=("Asked", "By", "1 to 10"), widths=(58, 22, 20), rows=rows)
    if name == "perspectives" and (views := session.views):
        known = {"Heard": views.heard, "Imagined": views.imagined, "Missing": views.missing(guidance.views)}
        items = tuple(_line(f"{label}: {', '.join(them)}") for label, them in known.items() if them)
        yield from [Bullets(items=items)] if items else []
    if name == "perspectives" and session.gathered:
        told = tuple((each.by, each.text) for each in session.gathered)
        yield Table(
            caption=HEADINGS["gathered"], header=("Gathered before", "What was said"), widths=(28, 72), rows=told
        )
    if name == "actions" and session.frameworks:
        yield Heading(text=HEADINGS["frameworks"], level=3)
        shown = tuple((", ".join(named(guidance, each)), each.how or "") for each in session.frameworks)
        yield Table(caption=HEADINGS["frameworks"], header=("Statement", "How"), widths=(45, 55), rows=shown)
    if name == "actions" and session.learning_outcomes:
        yield Heading(text=HEADINGS["outcomes"], level=3)
        yield Bullets(items=tuple(map(_line, session.learning_outcomes)))


def _seen(view: str | None) -> str:
    return f" ({view})" if view else ""


def _together(session: Session) -> Iterator[Block]:
    """Give what people said to one another, take away and said of the session."""
    seen = tuple((each.by, each.to, each.text) for each in session.observations)
    taken = tuple((each.by, each.text) for each in session.takeaways)
    if seen:
        yield Heading(text="What people saw and said")
        yield Table(caption="What people saw", header=("By", "To", "What"), widths=(20, 20, 60), rows=seen)
    if taken:
        yield Heading(text=HEADINGS["takeaways"])
        yield Table(caption=HEADINGS["takeaways"], header=("Who", "What"), widths=(24, 76), rows=taken)
    said = [(part, text) for part, key in FEEDBACK.items() for text in _said(session, key)]
    if said:
        yield Heading(text=HEADINGS["feedback"])
        rows = tuple((HEADINGS[part], text) for part, text in said)
        yield Table(caption=HEADINGS["feedback"], header=("Of what", "What was said"), widths=(34, 66), rows=rows)


def _said(session: Session, key: str) -> list[str]:
    spoke = (session.feedback, *session.feedback_from)
    return [text for each in spoke if each and (text := getattr(each, key))]


def _day(day: date | None) -> str:
    return in_print(day) if day else ""


def _line(text: str) -> str:
    return " ".join(text.split())
