"""A piece of evidence as a document that others may be given. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from circle_cli.days import in_print
from circle_cli.evidence.writing.fields import DAY, FIELDS, Evidence
from circle_cli.evidence.year import Year
from circle_cli.paper.document import Block, Document, Field, Heading, Paragraph

_TITLE = "A piece of learning"
_READ_IT = (
    "Names were replaced by what to say instead, and what the identifier check pointed out was settled by whoever "
    "wrote it. Read it once more before you send it: a check cannot know what those who know the story know."
)
_LEFT_OUT = "Left out."


def evidence_page(evidence: Evidence, year: Year) -> Document:
    """Make the document."""
    return Document(title=_TITLE, blocks=(*_opening(year), *_fields(evidence), Paragraph(text=_READ_IT, hint=True)))


def _opening(year: Year) -> Iterable[Block]:
    yield Heading(text=_TITLE, level=1)
    yield Paragraph(text=f"Registration year: {year.in_words}")


def _fields(evidence: Evidence) -> Iterable[Block]:
    for heading, text in in_turn(evidence):
        yield Heading(text=heading)
        yield Field(text=text or _LEFT_OUT)
        yield Paragraph(text=count_of(text), hint=True)


def in_turn(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Give each field's heading and text, in order."""
    for key, field in FIELDS.items():
        text = evidence.fields.get(key, "")
        yield field.heading, in_print(date.fromisoformat(text)) if key == DAY and text else text


def count_of(text: str) -> str:
    """Say how long a field is, as forms count."""
    words = len(text.split())
    return f"{len(text):,} character{'' if len(text) == 1 else 's'}, {words:,} word{'' if words == 1 else 's'}"
