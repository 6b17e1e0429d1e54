"""A handout of a training event: what the groups learnt, what they will do and what they said, without any story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from circle_cli.confided.words import OF_AN_EVENT
from circle_cli.days import in_print
from circle_cli.paper.document import Block, Bullets, Document, Field, Heading, Paragraph, Table
from circle_cli.paper.layout import FEEDBACK, HEADINGS

_FOR_OTHERS = "What others may read is a learning point that its group has shared, and that a second person has read."


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What several groups have in common to take home; an action has a day, where one was agreed.

    `feedback` is by its parts, as in a session's front matter.
    """

    days: tuple[date, ...]
    groups: int
    learnt: tuple[str, ...]
    actions: tuple[tuple[str, date | None], ...]
    feedback: Mapping[str, tuple[str, ...]]


def handout_page(handout: Handout) -> Document:
    """Make the page. Whose anything is, and in which group it was said, does not stand there."""
    title = "What we learnt together"
    groups = "one group" if handout.groups == 1 else f"{handout.groups} groups"
    blocks: list[Block] = [
        Heading(text=title, level=1),
        Paragraph(text=f"Training event of {_when(handout.days)}, {groups}"),
        Paragraph(text=f"{OF_AN_EVENT} {_FOR_OTHERS}", hint=True),
        *_listed("What there is to learn", handout.learnt),
    ]
    if handout.actions:
        rows = tuple((what, in_print(day) if day else "") for what, day in handout.actions)
        blocks += [
            Heading(text="What we will do"),
            Table(caption="What we will do", header=("What", "By when"), widths=(75, 25), rows=rows),
        ]
    blocks += [*_said(handout.feedback), Heading(text="What I take with me"), Field(lines=4)]
    return Document(title=title, blocks=tuple(blocks))


def _when(days: Iterable[date]) -> str:
    first, *more = sorted(set(days))
    return f"{in_print(first)} to {in_print(more[-1])}" if more else in_print(first)


def _listed(heading: str, items: tuple[str, ...]) -> Iterable[Block]:
    if items:
        yield Heading(text=heading)
        yield Bullets(items=items)


def _said(feedback: Mapping[str, tuple[str, ...]]) -> Iterable[Block]:
    if any(feedback.values()):
        yield Heading(text="What we said of it")
    for name, key in FEEDBACK.items():
        if said := feedback.get(key):
            yield Heading(text=HEADINGS[name], level=3)
            yield Bullets(items=said)
