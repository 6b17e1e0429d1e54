"""A sheet that was filled in says what was written on it: the session equals the one that was typed."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from sheets import GUIDANCE, as_the_sheet_has_it, drawn_once, from_markdown, from_word

from circle_cli.ids import QUESTIONS
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.script.script import Interview
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.file import read_session, render_session, session_as_json
from circle_cli.session.record import (
    CastEntry,
    Event,
    Feedback,
    Gathered,
    Plan,
    Session,
    Views,
)
from circle_cli.vocabulary import Mode, Scope, Status

Here = Callable[..., tuple[int, str, str]]
FEEDBACK = {"What was positive": "positive", "What would make it even better": "even_better",
            "How the learning will be used": "will_use"}  # fmt: skip


def tables_of(session: Session) -> list[list[list[str]]]:
    """What a person writes into the sheet's tables, below their headers."""
    modes = {mode.id: mode.title for mode in GUIDANCE.modes}
    told = [each for each in session.observations if each.by != "facilitator"]
    own = [each for each in session.observations if each.by == "facilitator"]
    return [
        [[session.title], [session.date.strftime("%d/%m/%Y")], [modes[session.mode]]],
        views_of(session.views or Views()),
        [
            [p.text, *(["x", ""] if p.scope is Scope.SPECIFIC else ["", "✓"]), str(p.matters or "")]
            for p in session.learning_points
        ],
        [[a.what, a.who or "", day(a.by), a.tracked_by or "", day(a.done)] for a in session.action_points],
        [[session.facilitator or ""], *([", ".join(session.roles.get(role.id, ()))] for role in GUIDANCE.roles)],
        [[each.by, each.to, each.text] for each in told],
        [[each.to, each.text] for each in own],
        [],  # what peers said: here the encouragers' table has it
        [[each.by, each.text] for each in session.takeaways],
    ]


def views_of(views: Views) -> list[list[str]]:
    """The crosses, and the names of views that the sheet does not have."""
    rows = [("", view) for view in GUIDANCE.views]
    rows += [(view, view) for view in dict.fromkeys((*views.heard, *views.imagined)) if view not in GUIDANCE.views]
    return [[own, *("x" if view in said else "" for said in (views.heard, views.imagined))] for own, view in rows]


def day(found: date | None) -> str:
    return f"{found.day} {found.strftime('%b')} {found.year}" if found else ""


def texts_of(session: Session) -> dict[str, str]:
    """What a person writes under each heading."""
    headings = {question.title: question.id for question in GUIDANCE.questions}
    headings |= {"The practice situation": "situation", "Jotted notes": "notes"}
    texts = {heading: session.answers.get(name, "") for heading, name in headings.items()}
    feedback = session.feedback or Feedback()
    return texts | {heading: getattr(feedback, key) or "" for heading, key in FEEDBACK.items()}


def filled_in_word(session: Session, sheet: bytes | None = None) -> bytes:
    """Type into a blank sheet as a person would: a paragraph for a paragraph, a row added for more."""
    opened = docx.Document(BytesIO(sheet or drawn_once(recording_sheet(GUIDANCE))))
    texts = texts_of(session)
    heading = ""
    for paragraph in list(opened.paragraphs):
        if (paragraph.style.name or "").startswith("Heading"):
            heading = paragraph.text
        elif paragraph.style.name == "Circle lines" and texts.get(heading):
            *before, last = texts.pop(heading).split("\n\n")
            for text in before:
                paragraph.insert_paragraph_before(text, style="Circle lines")
            paragraph.add_run(last)
    for table, rows in zip(opened.tables, tables_of(session), strict=True):
        for number, row in enumerate(rows, start=1):
            cells = (table.rows[number] if number < len(table.rows) else table.add_row()).cells
            for place, text in zip(cells[-len(row) :], row, strict=True):
                place.text = text or place.text
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def test_every_field_filled_in_word_makes_the_session_that_was_typed(typed: Session) -> None:
    assert from_word(filled_in_word(typed)) == typed


def test_every_field_filled_in_markdown_makes_the_session_that_was_typed(typed: Session) -> None:
    blank = draw_markdown(recording_sheet(GUIDANCE))
    parts = blank.split("\n\n")
    for number, part in enumerate(parts):
        for heading, text in texts_of(typed).items():
            if part.strip().lstrip("#").strip().startswith(heading + " {#"):
                parts[number] = f"{part.strip()}\n\n{text}"
    tables = iter(tables_of(typed))
    for number, part in enumerate(parts):
        if part.strip("\n").startswith("|"):
            parts[number] = filled_table(part.strip("\n").split("\n"), next(tables))
    assert from_markdown("\n\n".join(parts)) == typed


def filled_table(lines: list[str], rows: list[list[str]]) -> str:
    labels = [line.split("|")[1] for line in lines[2:]]
    labelled = any(label.strip() for label in labels) and len(rows[0]) == 1
    for number, row in enumerate(rows):
        cells = [labels[number]] if labelled else []
        cells += [text.replace("|", "\\|").replace("\n", "<br>") for text in row]
        if not labelled and not row[0]:
            cells[0] = labels[number]
        lines[2 + number : 3 + number] = [f"| {' | '.join(cells)} |"]
    return "\n".join(lines)


IN_A_GROUP: dict[str, str | None] = {
    "title": "The key on the hook",
    "situation": "A visit.",
    "people": "Sam, Jo, Cy, Dee, Ade, Bea",
    "facilitator": "Jo",
    "minutes": "60",
    **{question: f"What we said of {question}.\n\nAnd more." for question in QUESTIONS},
    "scores/what-worked": "Sam 8, Jo 6",
    "views/heard": "the child adult or family, her neighbour",
    "views/imagined": "managers",
    "safeguarding/raised": "no",
    "learning-points/1/text": "Ask where the key is.",
    "learning-points/1/scope": "general",
    "action-points/1/what": "Try it",
    "action-points/1/who": "Sam",
    "action-points/1/by": "2026-12-01",
    "observations/practice/Jo": "You waited.",
    "observations/questioning/Ade": "Your second question.",
    "observations/sharing/Bea": "Cy: you knew the article.",
    "observations/sharing/Ade": "Everybody listened.",
    "feedback/who": "Cy",
    "feedback/Cy/positive": "Time.",
    "takeaways/Sam": "I will ask twice.",
    "themes": "relationships",
    "setting": "adults",
    "notes": "- theory: Bowlby",
}


def test_a_session_typed_in_the_group_interview_and_one_written_on_the_sheet_are_the_same() -> None:
    day = date(2026, 11, 23)
    interview = Interview(guidance=GUIDANCE, day=day, today=day, quick=False, mode=Mode.GROUP)
    typed = compose(interview, IN_A_GROUP, new_session("2026-11-24-aaaa", day, Mode.GROUP))
    assert len(typed.observations) == 4 and typed.feedback_from and typed.views and len(typed.scaling) == 2
    on_paper = as_the_sheet_has_it(replace(typed, plan=None))  # how long there was is no part of the sheet
    assert from_word(draw_word(recording_sheet(GUIDANCE, typed))) == on_paper
    assert from_markdown(draw_markdown(recording_sheet(GUIDANCE, typed))) == on_paper
    by_hand = replace(  # what the empty sheet has no room for
        on_paper, scaling=(), feedback_from=(), themes=(), setting=None, safeguarding=None,
        feedback=Feedback(positive="Time."),
    )  # fmt: skip
    assert from_word(filled_in_word(by_hand)) == by_hand


def test_what_the_facilitator_saw_stands_in_their_own_box_by_whichever_name(typed: Session) -> None:
    by_name = tuple(replace(each, by="lee") if each.by == "facilitator" else each for each in typed.observations)
    drawn = draw_markdown(recording_sheet(GUIDANCE, replace(typed, observations=by_name)))
    assert drawn == draw_markdown(recording_sheet(GUIDANCE, typed))


LEFT_IN_THE_FILE = {"cast", "plan", "extra"}
"""What a sheet does not carry, on purpose; nor does it say how far the session and each learning point have come."""


@pytest.mark.parametrize("draw_and_read", ["word", "markdown"])
def test_a_sheet_filled_from_a_session_says_the_same_as_the_session(whole: Session, draw_and_read: str) -> None:
    assert {f.name for f in fields(Session) if not getattr(whole, f.name)} == LEFT_IN_THE_FILE
    sheet = recording_sheet(GUIDANCE, whole)
    back = from_word(draw_word(sheet)) if draw_and_read == "word" else from_markdown(draw_markdown(sheet))
    assert back == whole


def test_a_sheet_that_an_earlier_version_printed_is_read_as_ever(whole: Session) -> None:
    """It has ids for names, no column for how much a point matters, and notes at its end."""
    points = tuple(replace(each, matters=None) for each in whole.learning_points)
    then = replace(whole, learning_points=points, learning_outcomes=(), scaling=whole.scaling[:1])
    assert from_markdown((Path(__file__).parent / "older-sheet.md").read_text(encoding="utf-8")) == then


def held_in(log: Path, session: Session) -> Path:
    path = log / "sessions" / "2026" / f"{session.id}-key.md"
    path.parent.mkdir()
    path.write_text(render_session(session, {}), encoding="utf-8")
    return path


def test_a_sheet_printed_filled_and_taken_in_is_the_session_that_was_typed(
    typed: Session, log: Path, tmp_path: Path, circle_here: Here
) -> None:
    assert circle_here("print", "sheet", "--format", "docx", "--to", "s.docx", "--log", str(log))[0] == 0
    (tmp_path / "s.docx").write_bytes(filled_in_word(typed, (tmp_path / "s.docx").read_bytes()))
    code, out, err = circle_here("reflect", "--from", "s.docx", "--json", "--log", str(log))
    assert (code, err) == (0, "")
    taken = json.loads(out)
    assert taken == session_as_json(typed) | {"id": taken["id"]}


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_a_sheet_with_all_that_it_can_hold_comes_back_whole_in_another_log(
    kind: str, whole: Session, log: Path, circle_here: Here
) -> None:
    held_in(log, whole)
    circle_here("print", "sheet", "aaaa", "--to", f"s.{kind}", "--log", str(log))
    circle_here("init", "other")
    code, out, err = circle_here("reflect", "--from", f"s.{kind}", "--json", "--log", "other")
    assert (code, err) == (0, "")
    assert json.loads(out) == session_as_json(whole)


PLANNED = Session(
    id="2026-11-24-gr2p",
    title="Training in November",
    date=date(2026, 11, 24),
    mode=Mode.TRAINING,
    status=Status.PLANNED,
    cast=(CastEntry(name="Robin Vale"),),
    roles={"presenter": ("Sam",), "encourager": ("Ade", "Bea")},
    facilitator="Lee",
    plan=Plan(at="14:00", minutes=60, ready=("time",)),
    event=Event(id="2026-11-24-ev2n", group=2, groups=3),
    gathered=(Gathered(by="her son", text="She sleeps again."),),
    extra={"from a later version": 1},
)


def test_the_sheet_of_a_planned_group_fills_that_session_in_and_what_it_does_not_carry_stays(
    log: Path, tmp_path: Path, circle_here: Here
) -> None:
    path = held_in(log, PLANNED)
    circle_here("print", "sheet", "gr2p", "--to", "s.docx", "--log", str(log))
    opened = docx.Document(str(tmp_path / "s.docx"))
    assert "2026-11-24-ev2n, group 2 of 3" in opened.tables[0].rows[5].cells[1].text
    line = next(each for each in opened.paragraphs if each.style.name == "Circle lines")
    line.add_run("A cup of tea.")
    opened.tables[0].rows[2].cells[1].text = opened.tables[0].rows[3].cells[1].text = ""
    opened.save(str(tmp_path / "s.docx"))
    code, out, err = circle_here("reflect", "--from", "s.docx", "--log", str(log))
    assert (code, out, err) == (0, f"{path}\n", "")
    assert read_session(path) == replace(PLANNED, status=Status.RECORDED, answers={"situation": "A cup of tea."})
    assert "1 of 3 groups are in. Not in yet: group 1" in circle_here("event", "ev2n", "--log", str(log))[1]

    code, out, err = circle_here("reflect", "--from", "s.docx", "--log", str(log))
    assert (code, out) == (65, "")
    assert "is in the log already" in err and "row “Session”" in err


def test_a_blank_sheet_says_nothing() -> None:
    nothing = SheetContent(values={}, answers={}, preamble="", unplaced=())
    assert read_sheet_docx(drawn_once(recording_sheet(GUIDANCE)), "x", GUIDANCE) == nothing
    assert read_sheet_md(draw_markdown(recording_sheet(GUIDANCE)), "x", GUIDANCE) == nothing
