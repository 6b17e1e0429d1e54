"""A proposal: a learning point on its way through the door, in the log's `proposals/<its id>.md`. Private.

The front matter says how far it has come; below it stands the exact text that others would read.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID, PROPOSALS
from circle_cli.points.approval import canonical
from circle_cli.points.file import parse_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.statement import (
    Explained,
    Statement,
    explained_out,
    read_explained,
    read_statement,
    stated_by,
    statement_out,
)
from circle_cli.system.copied import copied_from
from circle_cli.system.no_links import content_of, inside, names_in
from circle_cli.text import decode

PROPOSAL_FORMAT = 1
INTRUDER = ("who", "where", "when", "unique", "mind")
"""The five questions of a motivated intruder, by key."""


class State(StrEnum):
    """How far a proposal has come."""

    PROPOSED = "proposed"
    RETURNED = "returned"
    DECLINED = "declined"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader decided: who (a git identity), on which day, what they answered, and a comment."""

    by: str
    on: date
    decision: State
    answers: tuple[tuple[str, str], ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A learning point as its author proposed it, and what readers said.

    `statement` is what its author signed; earlier versions signed nothing.
    """

    point: LearningPoint
    state: State
    author: str
    proposed: date
    explained: tuple[Explained, ...] = ()
    statement: Statement | None = None
    readings: tuple[Reading, ...] = ()


def path_of(log_root: Path, point_id: str) -> Path:
    """Give the file of a proposal.

    Raises:
        CircleError: that is no id; where else it might lead, nothing is read or written.
    """
    if not POINT_ID.fullmatch(point_id):
        raise CircleError("… is no learning point's id; one looks like k3f9abcd", words=quoted(point_id))
    return log_root / PROPOSALS / f"{point_id}.md"


def proposal_files(log_root: Path) -> tuple[Path, ...]:
    """Give the files of all proposals, by id."""
    return tuple(path for path in names_in(log_root / PROPOSALS, ".md") if POINT_ID.fullmatch(path.stem))


def proposal_copies(log_root: Path) -> tuple[Path, ...]:
    """Give the copies that a synchronising program left beside proposals: another decision may stand in one."""
    folder = log_root / PROPOSALS
    found = folder.glob("*.md") if folder.is_dir() else ()
    return tuple(sorted(path for path in found if copied_from(path)))


def read_proposal(path: Path) -> Proposal:
    """Read a proposal's file, or a copy of it.

    Raises:
        CircleError: it is a link, or malformed; file and line are named.
    """
    content = content_of(inside(path.parents[1], path))
    return parse_proposal(decode(content, str(path)), str(path), (copied_from(path) or path).stem)


def parse_proposal(text: str, where: str, name: str) -> Proposal:
    """Read a proposal from a normalised text.

    Raises:
        CircleError: it is malformed; file and line are named.
    """
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=1))
    if keys.take("circle") != PROPOSAL_FORMAT or keys.take("kind") != "proposal":
        raise keys.problem("kind", f"expected `circle: {PROPOSAL_FORMAT}` and `kind: proposal`")
    proposed = day_of(keys, "proposed")
    inner = body.lstrip("\n")
    point = parse_point(inner, where, name, text.count("\n", 0, len(text) - len(inner)))
    if not isinstance(point, LearningPoint):
        raise CircleError("holds a withdrawn learning point; it cannot be reviewed", where=Place(where))
    keys.texts("warnings")  # of earlier versions: what a reader is to look at is found anew on their side
    proposal = Proposal(
        point=point,
        state=keys.one_of("state", State),
        author=keys.text("author"),
        proposed=proposed,
        explained=keys.records("explained", read_explained) or (),
        statement=keys.record("statement", read_statement),
        readings=keys.records("readings", read_reading) or (),
    )
    keys.nothing_more()
    return proposal


def day_of(keys: Fields, key: str) -> date:
    """Read a day that has to be there."""
    found = keys.day(key)
    if found is None:
        raise keys.problem(key, "missing", do="add the day, such as 2026-11-23")
    return found


def read_reading(keys: Fields, asked: tuple[str, ...] = INTRUDER) -> Reading:
    """Read what one reader decided, who was `asked` these questions, from the fields of a file."""
    reading = Reading(
        by=keys.text("by"),
        on=day_of(keys, "on"),
        decision=keys.one_of("decision", State),
        answers=tuple((key, keys.text(key)) for key in asked),
        comment=keys.optional_text("comment"),
    )
    keys.nothing_more()
    return reading


def render_proposal(proposal: Proposal) -> str:
    """Write a proposal as its file's text."""
    front: dict[str, Value] = {
        "circle": PROPOSAL_FORMAT,
        "kind": Plain("proposal"),
        "state": Plain(proposal.state),
        "author": proposal.author,
        "proposed": proposal.proposed,
    }
    front |= explained_out(proposal.explained)
    if proposal.statement:
        front["statement"] = statement_out(proposal.statement)
    if proposal.readings:
        front["readings"] = [reading_out(each) for each in proposal.readings]
    return f"---\n{write(front)}---\n\n{canonical(proposal.point)}"


def proposed_by(proposal: Proposal) -> str | None:
    """Give the public key with which its author signed it, as it stands, name and explained words included."""
    return stated_by(proposal.point, proposal.explained, proposal.statement, proposal.author)


def disagreement(proposal: Proposal, where: Path, public: LearningPoint) -> CircleError | None:
    """Make the error for a proposal whose learning point is public, where it says that nobody approved it; else None.

    Two copies of a log may have come together, in one of which it was approved and in the other it was not. That
    another wording of it waits, or was not approved, is another matter.
    """
    if proposal.state is State.APPROVED or proposal.point.revision > public.revision:
        return None
    wrong = f"its learning point is there for everybody, and here it is {proposal.state}"
    do = f"`circle withdraw {proposal.point.id}` takes it back; or find out who read it last, and put that here"
    return CircleError(wrong, where=Place(where), do=do)


def whole_digest(proposal: Proposal) -> str:
    """Give the sha256 of all that a proposal says: the text, what is noted beside it, and who read it before."""
    return hashlib.sha256(render_proposal(proposal).encode("utf-8")).hexdigest()


def reading_out(reading: Reading) -> dict[str, Value]:
    """Give what one reader decided as it is written."""
    comment = {"comment": reading.comment} if reading.comment else {}
    return {
        "by": reading.by, "on": reading.on, "decision": Plain(reading.decision), **dict(reading.answers), **comment
    }  # fmt: skip
