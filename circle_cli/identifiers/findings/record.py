"""What the identifier check finds: a place in a text that nothing accounts for, and what could be said instead."""

from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """What something found may be; the spelling is read by other programs."""

    CAST = "cast"
    PERSON = "person"
    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    ROLE = "role"
    FAMILY = "family"
    FACT = "fact"
    CONDITION = "condition"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    NUMBER = "number"
    NHS = "nhs-number"
    NI = "ni-number"
    UPN = "pupil-number"
    PHONE = "phone"
    POSTCODE = "postcode"
    VEHICLE = "vehicle"
    COURT = "court-number"
    CODE = "code"
    EMAIL = "email"
    LINK = "link"
    HANDLE = "handle"
    WORD = "word"
    LETTERS = "letters"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person must look at before others may read the text.

    `start` and `end` (exclusive) count characters of the text as it was given; `line` is the first one's, from 1.
    `only_warns` is True for what somebody must think about, False for what must be settled.
    `may_stay` is True where somebody may say why it identifies nobody; else it is said otherwise, or left out.
    `entry` is the number of the cast entry it belongs to, from 0.
    """

    kind: Identifier
    start: int
    end: int
    line: int
    reason: str
    suggestion: str
    only_warns: bool = False
    may_stay: bool = True
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding in the making: its place in the text as it is seen, not yet in the text as it was given."""

    kind: Identifier
    start: int
    end: int
    reason: str
    suggestion: str
    only_warns: bool = False
    may_stay: bool = True
    entry: int | None = None
