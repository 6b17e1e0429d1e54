"""The circle itself: the eight questions round a practice situation that is yet to be written there."""

from circle_cli.guidance.records import Guidance
from circle_cli.paper.document import Circle, Document, Field, Heading, Paragraph
from circle_cli.paper.layout import HEADINGS

_USE = "Write the practice situation in the middle, without names. Then go round, beginning with the first question."


def circle_page(guidance: Guidance) -> Document:
    """Make the page: the drawing, and room for notes below it."""
    circle = Circle(
        caption="The eight questions round the practice situation, clockwise from the first",
        middle=HEADINGS["situation"],
        questions=tuple(question.title for question in guidance.questions),
    )
    blocks = (
        Heading(text="The circle", level=1),
        Paragraph(text=_USE, hint=True),
        circle,
        Heading(text="Jotted down"),
        Field(lines=5),
    )
    return Document(title="The circle", blocks=blocks)
