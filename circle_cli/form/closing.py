"""The closing round of those who are not on their own: each by name, as the program asks it."""

from circle_cli.form.pieces import Html, behind, field, only, paragraph, rows, text
from circle_cli.form.questions import part
from circle_cli.form.ways import GROUPS, TWO
from circle_cli.guidance.records import Guidance
from circle_cli.session.body import FOLLOW_UP_PARTS, FOLLOW_UP_SECTION
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.vocabulary import Mode

_NAMELESS = "Whoever says nothing passes. What has no name is from all of you."


def closing_round(guidance: Guidance) -> Html:
    """Draw the closing round: what each noticed, how the session was, what each takes away."""
    noticed = rows(
        "observations",
        "What did you notice?",
        "Good thing",
        field("Who noticed it?", data_field="by", list="people"),
        field("Whom is it told? Left open, the presenter", data_field="to", list="people"),
        text("The good that was seen: in the practice, in how it was asked, in what was shared",
             data_field="text", data_main=True),
        about="It matters a great deal, so keep time for it: one good thing at least; one sentence is plenty.",
        data_named="tellers",
    )  # fmt: skip
    session = rows(
        "feedback_from",
        "How was the session?",
        "Somebody’s view",
        field("Who?", data_field="by", list="people"),
        text("What was good about the session?", data_field="positive", data_main=True),
        text("What would have made the session better still?", data_field="even_better", data_main=True),
        about=_NAMELESS,
        data_named="everybody",
    )
    taken = rows(
        "takeaways",
        "What do you take away, and what will you do with it?",
        "Takeaway",
        field("Who?", data_field="by", list="people"),
        text("What I take away, or will do", data_field="text", data_main=True),
        about=_NAMELESS,
        data_named="everybody",
    )
    shown = Html('<section><h2>The closing round</h2>{}{}<datalist id="people"></datalist></section>')
    inner = shown.format(behind("How to close", guidance.running.closing), noticed + session + taken)
    return only(f"{TWO} {GROUPS}", inner)


def passing_on() -> Html:
    """Draw what those involved are asked at the end; it becomes a part of the follow-up, which goes on from it."""
    return only(
        Mode.COLLABORATIVE,
        part(
            FOLLOW_UP_SECTION,
            "What of this could hold for others too, and how will it be passed on?",
            paragraph("To whom, by whom and when? What is passed on is the idea, never the story."),
            heading=FIXED_HEADINGS[FOLLOW_UP_SECTION],
            under=f"### {FOLLOW_UP_PARTS['sharing']}",
        ),
    )
