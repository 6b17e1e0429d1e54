"""A piece of evidence as a document that others may be given. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from circle_cli.confided.words import OF_LEARNING
from circle_cli.days import in_print
from circle_cli.evidence.writing.fields import DAY, FIELDS, KIND, Evidence
from circle_cli.evidence.year import Year, year_with
from circle_cli.paper.document import Block, Document, Field, Heading, Paragraph

_TITLE = "A piece of learning"
_LEFT_OUT = "Left out."


def evidence_page(evidence: Evidence, year: Year) -> Document:
    """Make the document; `year` is one as this person's years are."""
    blocks = (*_opening(evidence, year), *_fields(evidence), Paragraph(text=OF_LEARNING, hint=True))
    return Document(title=_TITLE, blocks=blocks, report=True)


def _opening(evidence: Evidence, year: Year) -> Iterable[Block]:
    day = date.fromisoformat(evidence.fields[DAY])
    yield Heading(text=_TITLE, level=1)
    yield Paragraph(text=f"Registration year: {year_with(day, (year.first.month, year.first.day)).in_words}")


def _fields(evidence: Evidence) -> Iterable[Block]:
    for key, (heading, text) in zip(FIELDS, in_turn(evidence), strict=True):
        yield Heading(text=heading)
        yield Field(text=text or _LEFT_OUT)
        if text and key not in (KIND, DAY):
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
