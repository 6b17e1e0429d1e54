"""A passage in a log's own words that everyone may read on its site, and all of them together that are read at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from circle_cli.front_matter.located import KeyPath, Located, Value
from circle_cli.points.approval import ApprovalFault
from circle_cli.points.record import Approval

BESIDE = "beside"
"""How the names of words begin that stand in a base beside its pages, and the folder of their approvals."""


class Belongs(StrEnum):
    """What may stand at a place, because that is what the place is for: it is excused there, and nowhere else."""

    NOTHING = "nothing"
    NAME = "the name of an organisation"
    EMAIL = "an e-mail address"
    TELEPHONE = "a telephone number"
    POST = "a postal address"
    ADDRESS = "a web address"
    PICTURE = "the logo"

    @property
    def is_to_be_read(self) -> bool:
        """Whether somebody else has to read, or look at, what stands at such a place."""
        return self in (Belongs.NOTHING, Belongs.PICTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A value under a `key`, or a paragraph, with the file's line on which it begins.

    `new` are the lines in it that the program's own page has not, counted from 0; the others say what they belong to.
    """

    path: Path
    line: int
    text: str
    key: str = ""
    new: frozenset[int]
    belongs: Belongs = Belongs.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What is read and approved at once: one file of the guidance, or what the settings say.

    `text` is what an approval is given to, whole, and `passages` are what is new in it. `fault` says why the approval
    does not count; None where it does, or where nobody need read it. What is not `on_site` stands in a base beside it,
    and may say there how to reach those whose base it is: their `contacts`.
    """

    name: str
    path: Path
    text: str
    passages: tuple[Passage, ...]
    approval: Approval | None = None
    fault: ApprovalFault | None = None
    on_site: bool = True
    contacts: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """By what they are known to people: the file, or the settings."""
        return self.name.removeprefix(f"{BESIDE}/")

    @property
    def explained(self) -> tuple[str, ...]:
        """The words of which a reader said that they are no identifiers, if that counts."""
        return self.approval.explained if self.approval and self.fault is None else ()


def value_at(source: Located, at: KeyPath, text: str, belongs: Belongs = Belongs.NOTHING) -> Passage:
    """Make the passage for a value."""
    nearest = at
    while nearest and nearest not in source.lines:
        nearest = nearest[:-1]
    key = ".".join(str(part) for part in at if isinstance(part, str))
    lines = frozenset(range(text.count("\n") + 1))
    line = source.lines.get(nearest, 1)
    return Passage(path=Path(source.where), line=line, text=text, key=key, new=lines, belongs=belongs)


def texts_in(value: Value, at: KeyPath = (), *, keys: bool = False) -> Iterator[tuple[KeyPath, str]]:
    """Give every text in a value, at any depth; with `keys`, those too by which it is reached."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if keys:
                yield (*at, key), key
            yield from texts_in(inner, (*at, key), keys=keys)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_in(inner, (*at, number), keys=keys)
    elif isinstance(value, str) and value.strip():
        yield at, value
