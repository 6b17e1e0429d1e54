"""A question on the page, and what is asked straight after it."""

from collections.abc import Callable
from functools import partial

from circle_cli.form.pieces import (
    Html,
    attributes,
    behind,
    bullets,
    choice,
    day,
    field,
    group,
    joined,
    paragraph,
    rows,
    text,
    tick,
)
from circle_cli.guidance.records import Question, Then
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.vocabulary import Length, Scope

_TO_TEN = tuple((str(number), str(number)) for number in range(1, 11))
_FULL = str(Length.FULL)


def question_part(question: Question) -> Html:
    """Draw one of the questions with its aims, its prompts and room to write; what follows it is asked at length."""
    after: dict[Then, Callable[[], Html]] = {
        Then.LEARNING_POINTS: partial(_learning_points, question.scaling),
        Then.ACTION_POINTS: _action_points,
        Then.SAFEGUARDING: _safeguarding,
    }
    length = "" if question.quick else _FULL
    return part(
        question.id,
        question.title,
        joined(paragraph(aim) for aim in question.aims[:1]),
        bullets(question.at_once),
        behind("More to think about", (*question.aims[1:], *question.behind, *question.notes, question.more)),
        after=(_views(question), _scale(question), *(after[each]() for each in question.then)),
        length=length,
    )


def part(name: str, title: str, *above: Html, after: tuple[Html, ...] = (), length: str = "") -> Html:
    """Draw a section of the session's file: its heading, what helps, room to write, and what is asked after it."""
    shown = Html(
        '<section{}><h2 id="title-{}">{}</h2><div id="help-{}">{}</div>'
        '<textarea rows="6" aria-labelledby="title-{}" aria-describedby="help-{}"{}></textarea>{}</section>'
    )
    room = attributes(name=f"answer {name}", data_section=name, data_heading=title)
    outer = attributes(data_length=length or False)
    return shown.format(outer, name, title, name, joined(above), name, name, room, joined(after))


def notes() -> Html:
    """Draw room for what has no other place."""
    return part("notes", FIXED_HEADINGS["notes"], paragraph("Anything that comes to mind, whenever it does."))


def _views(question: Question) -> Html:
    """Draw a row for everybody whose view it asks for: heard, imagined, or neither."""
    if not question.views:
        return Html("")
    views = joined(
        Html('<div class="pair" role="group" aria-label="{0}"><span>{0}</span>{1}</div>').format(
            view,
            joined(
                tick(kind.capitalize(), name=kind, value=view, data_told=view, data_says=kind)
                for kind in ("heard", "imagined")
            ),
        )
        for view in question.views
    )
    title = "Whose view was heard, and whose was imagined"
    return group(title, views, data_length=_FULL, data_block=True, data_title=title)


def _scale(question: Question) -> Html:
    if not question.scaling or Then.LEARNING_POINTS in question.then:  # there each point has a number of its own
        return Html("")
    asked = choice(
        question.scaling, _TO_TEN, name=f"scale {question.id}", data_scale=question.id, data_asked=question.scaling
    )
    title = f"On a scale: {question.short}"
    return Html("<div{}>{}</div>").format(attributes(data_length=_FULL, data_block=True, data_title=title), asked)


def _learning_points(scaling: str | None) -> Html:
    holds = ((Scope.GENERAL, "It might hold elsewhere too"), (Scope.SPECIFIC, "This situation, person or team alone"))
    return rows(
        "learning_points",
        "What you would tell a colleague",
        "Learning point",
        text("A learning point, in a sentence", data_field="text", data_main=True),
        choice("Where does it hold?", holds, data_field="scope"),
        *([choice(scaling, _TO_TEN, data_field="matters")] if scaling else []),
        data_length=_FULL,
    )


def _action_points() -> Html:
    return rows(
        "action_points",
        "Something to do, so that it can happen again",
        "Action",
        text("One step, in a few words", data_field="what", data_main=True),
        field("Who will do it?", data_field="who"),
        day("By when?", data_field="by"),
        field("Who keeps an eye on it?", data_field="tracked_by"),
        data_length=_FULL,
    )


def _safeguarding() -> Html:
    ways = (("", "Not said"), ("no", "No"), ("yes", "Yes"))
    told = "Raised under local safeguarding procedures"
    boxes = (
        tick(words, "radio", name="raised", value=value, checked=not value, data_told=told, data_says=words)
        for value, words in ways
    )
    return group(
        "Does anything here need raising under your local safeguarding procedures?",
        paragraph("Please raise it there, and write it in the case record, not here: here only the day is kept."),
        joined(boxes),
        day("When was it raised, or when will you raise it?", name="raised_on"),
        data_length=_FULL,
        data_block=True,
        data_title="Safeguarding",
    )
