"""A question on the page, and what is asked straight after it."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from circle_cli.form.pieces import (
    NOTHING,
    Html,
    attributes,
    behind,
    bullets,
    choice,
    day,
    field,
    group,
    joined,
    only,
    paragraph,
    rows,
    text,
    tick,
)
from circle_cli.form.ways import GROUPS, ONE_OR_TWO
from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question, Then
from circle_cli.interview.script.during.together import NAMED_UP_TO
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.vocabulary import Length, Scope, View

_TO_TEN = tuple((str(number), str(number)) for number in range(1, 11))
_VIEWS = ((View.TOLD, "They told it"), (View.IMAGINED, "It is imagined"))


def question_part(question: Question) -> Html:
    """Draw one of the questions with its aims, its prompts and room to write; what follows it is asked at length."""
    after: dict[Then, Callable[[], Html]] = {
        Then.LEARNING_POINTS: partial(_learning_points, question.scaling),
        Then.ACTION_POINTS: _action_points,
        Then.SAFEGUARDING: _safeguarding,
    }
    drawn = part(
        question.id,
        question.title,
        joined(paragraph(aim) for aim in question.aims[:1]),
        bullets(question.at_once),
        behind("More to think about", (*question.aims[1:], *question.behind, *question.notes, question.more)),
        after=only(Length.FULL, _views(question), _scale(question), *(after[each]() for each in question.then)),
    )
    return drawn if question.quick else only(Length.FULL, drawn)


def part(
    name: str, title: str, *above: Html, after: Html = NOTHING, heading: str = "", under: str | Literal[False] = False
) -> Html:
    """Draw a section of the session's file: its title, what helps, room to write, and what is asked after it.

    `heading` is its own in the file where the title is another, `under` one of a part that its words stand under.
    """
    shown = Html(
        '<section><h2 id="title-{0}">{1}</h2><div id="help-{0}">{2}</div>'
        '<textarea rows="6" aria-labelledby="title-{0}" aria-describedby="help-{0}"{3}></textarea>{4}</section>'
    )
    room = attributes(name=f"answer {name}", data_section=name, data_heading=heading or title, data_under=under)
    return shown.format(name, title, joined(above), room, after)


def notes() -> Html:
    """Draw room for what has no other place."""
    return part("notes", FIXED_HEADINGS["notes"], paragraph("Anything that comes to mind, whenever it does."))


def _views(question: Question) -> Html:
    """Draw a row for everybody whose view it asks for: heard, imagined, or neither."""
    if not question.views:
        return NOTHING
    views = joined(
        Html('<div class="pair" role="group" aria-label="{0}"><span>{0}</span>{1}</div>').format(
            view,
            joined(tick(kind.capitalize(), name=kind, value=view) for kind in ("heard", "imagined")),
        )
        for view in question.views
    )
    others = joined(
        field(f"Somebody else’s view, {kind}", name=f"others {kind}", type="text") for kind in ("heard", "imagined")
    )
    asked = ours("Whose view have you really heard, and whose have you imagined?")
    about = paragraph("Heard is what you have from them, in their own words or ways.")
    return group(asked, about, views, others)


def _scale(question: Question) -> Html:
    if not question.scaling or Then.LEARNING_POINTS in question.then:  # there each point has a number of its own
        return NOTHING
    own = only(ONE_OR_TWO, paragraph("Your own; and if you like that of somebody who is not here, told or imagined."))
    kept = f"With more than {NAMED_UP_TO} of you, it is not kept whose number is whose."
    each = only(GROUPS, paragraph(f"From each who likes; of somebody who is not here, told or imagined. {kept}"))
    return rows(
        f"scale {question.id}",
        ours(question.scaling),
        "Number",
        choice("A number", _TO_TEN, data_field="score", data_main=True),
        field("Whose, if it is not yours?", data_field="by", list="people"),
        choice("Of somebody who is not here", _VIEWS, data_field="view"),
        about=own + each,
        data_scale=question.id,
        data_asked=question.scaling,
    )


def _learning_points(scaling: str | None) -> Html:
    holds = ((Scope.GENERAL, "It might hold elsewhere too"), (Scope.SPECIFIC, "This situation, person or team alone"))
    return rows(
        "learning_points",
        "What you would tell a colleague",
        "Learning point",
        text("A learning point, in a sentence", data_field="text", data_main=True),
        choice("Where does it hold?", holds, data_field="scope"),
        *([choice(ours(scaling), _TO_TEN, data_field="matters")] if scaling else []),
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
        about="Does anything that you wrote about safety need to go in here?",
    )


def _safeguarding() -> Html:
    ways = (("", "Not said"), ("no", "No"), ("yes", "Yes"))
    boxes = (tick(words, "radio", name="raised", value=value, checked=not value) for value, words in ways)
    return group(
        "Does anything here need raising under your local safeguarding procedures?",
        paragraph("Please raise it there, and write it in the case record, not here: here only the day is kept."),
        joined(boxes),
        day("When was it raised, or when will you raise it?", name="raised_on"),
        field("Does any of it need to go into the actions? One step, without names", name="safety_step", type="text"),
    )
