"""The prompt sheet: the eight questions, for whoever asks them."""

from circle_cli.guidance.ours import MEANS, ours
from circle_cli.guidance.records import Guidance, Question
from circle_cli.paper.document import Block, Bullets, Document, Heading, Paragraph

_USE = (
    "For the curious questioner or the facilitator. Ask in your own words, and let the answers lead you; "
    "nobody needs every prompt. Keep time at the end for the encouragers."
)


def prompt_sheet(guidance: Guidance) -> Document:
    """Make the sheet: each question with its aims, prompts, notes, minutes and scaling question."""
    minutes = sum(question.minutes for question in guidance.questions)
    blocks: list[Block] = [
        Heading(text="The eight questions", level=1),
        Paragraph(text=_USE),
        Paragraph(text=MEANS, hint=True),
        Paragraph(
            text=ours(f"All eight take about {minutes} minutes, without the welcome and the closing round."), hint=True
        ),
        Heading(text="While they go round", level=3),
        Bullets(items=guidance.running.during),
    ]
    for number, question in enumerate(guidance.asked, start=1):
        if question in guidance.own[:1]:
            blocks += [Heading(text="And our own")]
        blocks += _question(number, question)
    return Document(title="The eight questions", blocks=tuple(blocks))


def _question(number: int, question: Question) -> list[Block]:
    blocks: list[Block] = [
        Heading(text=f"{number}. {question.title}"),
        Paragraph(text=ours(f"About {question.minutes} minutes"), hint=True),
        Heading(text="What it is for", level=3),
        Bullets(items=question.aims),
        Heading(text="What to ask", level=3),
        Bullets(items=(*question.prompts, ours(question.more))),
    ]
    if question.views:
        blocks += [Heading(text="Whose view to ask for", level=3), Bullets(items=question.views)]
    if question.notes:
        blocks += [Heading(text="Good to know", level=3), Bullets(items=question.notes)]
    if question.scaling:
        blocks += [Heading(text="On a scale of 1 to 10", level=3), Bullets(items=(ours(question.scaling),))]
    return blocks
