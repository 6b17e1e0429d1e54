"""The six fields of a piece of evidence, as regulators ask for them, and the answers they are declared as. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Declared
from circle_cli.interview.answers.notation import TEXT, YES
from circle_cli.share.proposing.answers import FINDING, MEANT, REASON, REWORDING


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceField:
    """A field: its heading on paper, and what is said where it is asked for."""

    heading: str
    about: str
    needed: str = ""


KIND, WHAT, DAY, LEARNT, CHANGED, PEER = "type", "what", "date", "learnt", "changed", "peer"

FIELDS: Mapping[str, EvidenceField] = {
    KIND: EvidenceField(
        heading="Type",
        about="What kind of learning it was: your own reflection, group supervision, a discussion with a colleague.",
        needed="A word or two is enough: my own reflection.",
    ),
    WHAT: EvidenceField(
        heading="What it was, and why it matters",
        about="The kind of work, your part in it, and why it matters for what you do. In general words: no people.",
        needed="A sentence is enough.",
    ),
    DAY: EvidenceField(heading="Date", about="The day on which you did it.", needed="Please type a day."),
    LEARNT: EvidenceField(
        heading="What I learnt",
        about="In the first person, and in your own words.",
        needed="A sentence is enough.",
    ),
    CHANGED: EvidenceField(
        heading="What it changed, for my practice and for people",
        about="What is different, or will be: in what you do, and for the people you work with. An example helps.",
        needed="A sentence is enough; what you expect is an answer, too.",
    ),
    PEER: EvidenceField(
        heading="What I learnt from a peer",
        about="This one nobody can begin for you. One of your two pieces needs it; in the other it may stay empty.",
    ),
}
"""By key, in the order in which they are asked and set."""

ANSWERS = {key: Answer(f"evidence/{key}", TEXT) for key in FIELDS}
WRITTEN = tuple(answer for key, answer in ANSWERS.items() if key != DAY)
"""What the identifier check reads: a date has to be there."""

TO = Answer("to", TEXT, unrecorded="it says where the document goes")
COPY = Answer("copy", TEXT, unrecorded="it says that the fields are to be copied")
MADE = AnswerForEach("made {}", TEXT, unrecorded="it says what is made of the fields")

IN_WORD, IN_MARKDOWN, TO_COPY = "docx", "md", "copy"
"""What can be made of them."""

WRITING: tuple[Declared, ...] = (*ANSWERS.values(), FINDING, REWORDING, REASON, MEANT, MADE, TO, COPY)
"""All that is answered to write a piece of evidence."""


def asked_for(to: str, *, copy: bool) -> dict[str, str | None]:
    """Give the answers that say what was asked for beside the command."""
    return {**(TO.given(to) if to else {}), **(COPY.given(YES) if copy else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A piece of evidence as it was made: its `fields` by their keys, and the words `explained` in them."""

    session: str
    made: date
    fields: Mapping[str, str]
    explained: Mapping[str, str] = field(default_factory=dict)
