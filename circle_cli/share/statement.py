"""What an author states, and signs, of a text that others may read: that it was compared with the people of its story.

It is what a reader goes by where the session is not there to compare with. A name is under the signature only where the
statement stays in the log: in a packet, which goes to a reader elsewhere, nothing says who wrote it.
"""

from dataclasses import dataclass

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value
from circle_cli.points.approval import canonical
from circle_cli.points.approval_fields import lists_version, signature_line, tool_version
from circle_cli.points.record import LearningPoint
from circle_cli.signing.beside import to_sign
from circle_cli.signing.signatures import signer
from circle_cli.vocabulary import CastCheck

STATEMENT = "circle-statement"
"""What a stating signature is for: it is valid for nothing else, and approves nothing."""

_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Words that the identifier check asks about, and why they are no identifier."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is stated: that the text was compared, by which versions. Which words were explained stands beside it."""

    cast: CastCheck = CastCheck.CHECKED
    tool: str
    lists: str
    signature: str | None = None


def stated(
    point: LearningPoint, explained: tuple[Explained, ...], statement: Statement, author: str | None = None
) -> bytes:
    """Give the bytes that an author signs: what is stated and explained, and below it the canonical text."""
    front: dict[str, Value] = {
        "circle": _FORMAT,
        "kind": Plain("statement"),
        "point": point.id,
        **({"author": author} if author else {}),
        **_said(statement),
        **explained_out(explained),
    }
    return to_sign(front, canonical(point))


def stated_by(
    point: LearningPoint, explained: tuple[Explained, ...], statement: Statement | None, author: str | None = None
) -> str | None:
    """Give the public key that signed that the people of the story were looked for; None where none did."""
    if statement is None or statement.signature is None or statement.cast is not CastCheck.CHECKED:
        return None
    return signer(stated(point, explained, statement, author), statement.signature, STATEMENT)


def read_statement(keys: Fields) -> Statement:
    """Read a statement from the fields of its file."""
    statement = Statement(
        cast=keys.one_of("cast", CastCheck),
        tool=tool_version(keys),
        lists=lists_version(keys),
        signature=signature_line(keys),
    )
    keys.nothing_more()
    return statement


def statement_out(statement: Statement) -> dict[str, Value]:
    """Give a statement as it is written."""
    return {**_said(statement), **({"signature": statement.signature} if statement.signature else {})}


def read_explained(keys: Fields) -> Explained:
    """Read one of the explained words."""
    explained = Explained(words=keys.text("words"), reason=keys.text("reason"))
    keys.nothing_more()
    return explained


def explained_out(explained: tuple[Explained, ...]) -> dict[str, Value]:
    """Give the explained words as they are written; nothing where there are none."""
    return {"explained": [{"words": each.words, "reason": each.reason} for each in explained]} if explained else {}


def _said(statement: Statement) -> dict[str, Value]:
    return {"cast": Plain(statement.cast), "tool": statement.tool, "lists": statement.lists}
