"""Looks at what a log says on its site in its own words: may any of it tell who, where or when? Pure.

Where a name or a contact belongs, it is no finding; a name there excuses nothing anywhere else. A reader can explain
what the check takes for an identifier and is none, but for what cannot be anything else: a number with a code's form,
a telephone number, an address.
"""

import html
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from circle_cli.errors import Place
from circle_cli.guidance.files import DRAWN, PAGES
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.identifiers.lists import Lists
from circle_cli.own_words.passages import Belongs, OwnWords, Passage

NEVER_EXPLAINED = frozenset(
    (
        Identifier.CAST,
        Identifier.NHS,
        Identifier.NI,
        Identifier.UPN,
        Identifier.PHONE,
        Identifier.POSTCODE,
        Identifier.VEHICLE,
        Identifier.COURT,
        Identifier.EMAIL,
    )
)
"""What is an identifier wherever it stands; contacts have their place in `circle.yml`."""

_NAMES = frozenset((Identifier.ORGANISATION, Identifier.PLACE, Identifier.NAME, Identifier.WORD, Identifier.LETTERS))
_AT_HOME: Mapping[Belongs, frozenset[Identifier]] = {
    Belongs.NOTHING: frozenset(),
    Belongs.NAME: _NAMES,
    Belongs.EMAIL: _NAMES | {Identifier.EMAIL, Identifier.LINK},
    Belongs.TELEPHONE: frozenset((Identifier.PHONE, Identifier.NUMBER, Identifier.CODE)),
    Belongs.POST: _NAMES | {Identifier.POSTCODE, Identifier.NUMBER},
    Belongs.ADDRESS: frozenset((Identifier.LINK,)),
    Belongs.PICTURE: frozenset(Identifier),
}
"""By what belongs at a place: the kinds that are no findings there."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_HOME = re.compile(
    r"(?i)\b\d{1,4}[a-z]?,?\s+(?:[\w'’-]+\s+){1,3}(?:avenue|close|court|crescent|drive|gardens?|green|grove|house|lane|"
    r"mews|parade|place|road|row|square|street|terrace|view|walk|way)\b"
)
"""A home's address: a number, and the name of a street."""

_MARKS = re.compile(r"[*_`~\\]")
_LINK = re.compile(r"(?<=\])\(((?:\.\./)*)([a-z-]+(?:/[a-z-]+)?\.md)\)")
_BESIDE = frozenset(page.rpartition("/")[2] for page in PAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the check asks about: where, and how to say it without its words (`what`), or with them."""

    place: Place
    kind: Identifier
    words: str
    reason: str
    may_be_explained: bool

    @property
    def what(self) -> str:
        """Say it so that anybody may read it."""
        beyond = "" if self.may_be_explained else "; nobody can explain that here"
        return f"may tell who, where or when ({self.kind}){beyond}"


def unsettled_in(words: OwnWords, lists: Lists) -> tuple[Asked, ...]:
    """Give what has to be settled before others may read it: what no reader has explained."""
    return tuple(each for each in asked_about(words, lists) if not _is_explained(each, words.explained))


def asked_about(words: OwnWords, lists: Lists) -> Iterator[Asked]:
    """Give what the check asks about in what is new, explained or not."""
    for passage in words.passages:
        text = _LINK.sub(_without_target, passage.text)
        for found in find_identifiers(text, (), lists):
            at_home = _is_at_home(found, text, passage) or _is_a_contact(found, text, words.contacts)
            if not found.only_warns and _is_new(found, text, passage) and not at_home:
                yield _asked(found, text, passage)


def _is_explained(asked: Asked, explained: Collection[str]) -> bool:
    return asked.may_be_explained and asked.words in explained


def _without_target(link: "re.Match[str]") -> str:
    """Take out where a link leads, if that is a page that every site has; all else is as long as it was."""
    known = link[2] in PAGES or link[2] in DRAWN or link[2] in _BESIDE
    return " " * len(link[0]) if known else link[0]


def _is_new(found: Finding, text: str, passage: Passage) -> bool:
    first, last = (text.count("\n", 0, place) for place in (found.start, found.end))
    return any(number in passage.new for number in range(first, last + 1))


def _is_at_home(found: Finding, text: str, passage: Passage) -> bool:
    if passage.key and found.kind is Identifier.HIDDEN:
        return True  # a value is shown as it stands, signs and all
    if passage.belongs is Belongs.NAME and _YEAR.fullmatch(text[found.start : found.end]):
        return True
    return found.kind in _AT_HOME[passage.belongs] and (found.may_stay or passage.belongs is not Belongs.NAME)


def _is_a_contact(found: Finding, text: str, contacts: Collection[str]) -> bool:
    """Tell whether it is, whole, how to reach those whose log it is, as the settings say; or is below their address."""
    said = text[found.start : found.end]
    return any(said == each or (found.kind is Identifier.LINK and said.startswith(f"{each}/")) for each in contacts)


def _asked(found: Finding, text: str, passage: Passage) -> Asked:
    words = " ".join(text[found.start : found.end].split())
    line = passage.line + (text.count("\n", 0, found.start))
    return Asked(
        place=Place(passage.path, line),
        kind=found.kind,
        words=words,
        reason=found.reason,
        may_be_explained=_may_stay(found, passage) and not _is_in_an_address(found, text),
    )


def _may_stay(found: Finding, passage: Passage) -> bool:
    """Tell whether a reader can say that it identifies nobody: of a full name only where an organisation bears it.

    What a page hides behind its marks, such as where a link leads, its reader sees as it was typed.
    """
    if found.kind in NEVER_EXPLAINED:
        return False
    return found.may_stay or found.kind is Identifier.HIDDEN or passage.belongs is Belongs.NAME


def _is_in_an_address(found: Finding, text: str) -> bool:
    words = _plain(text[found.start : found.end])
    return any(words in home[0] or home[0] in words for home in _HOME.finditer(_plain(text)))


def _plain(text: str) -> str:
    """Give a text as it is read: without marks inside its words, and with its entities as letters."""
    return " ".join(_MARKS.sub("", html.unescape(text)).split())
