"""The settings of a learning log, in its circle.yml; all of them are optional.

The commands read them, and so does the site: also where plain `mkdocs build` makes it.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.fields import Fields
from circle_cli.front_matter.reading import read
from circle_cli.ids import MARK
from circle_cli.look.record import Look, read_look
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import text_of
from circle_cli.vocabulary import LogKind, ReviewKind

LEAST = 5
"""Of how many learning points a site says that they have something in common: a smaller group may point to somebody."""

_NO_GROUP = 2
"""One or two are no group: no setting makes them one."""

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?:\D*\d){3}.*")
_CRITERION = re.compile(r"[1-4]\.[1-5]\.\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where readers of the site can turn: one line each, empty where there is none."""

    email: str = ""
    telephone: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """Something on the site that not everybody can use: the criterion of WCAG that it fails, and when it is mended."""

    what: str
    criterion: str
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What the organisation says of its site; `problems` is None where it has not said, and empty where it has none."""

    written: date | None = None
    reviewed: date | None = None
    tested_by: str = ""
    problems: tuple[Barrier, ...] | None = None
    burden: tuple[str, ...] = ()
    out_of_scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What circle.yml says; what it leaves out is as here."""

    kind: LogKind | None = None
    for_readers: str = ""
    """Where what waits for readers without the log goes: a folder or an address; a team's goes where its log does."""
    base: str = ""
    """Where what is published goes: a folder, seen from the log's own, or an address."""
    review: ReviewKind = ReviewKind.SECOND
    smallest_group: int = LEAST
    organisation: str = ""
    contact: Contact = field(default_factory=Contact)
    reply_within: str = ""
    accessibility: Accessibility = field(default_factory=Accessibility)
    look: Look = field(default_factory=Look)
    evidence_limit: int | None = None
    """How many characters a field of a form may have, where somebody knows; only a warning comes of it."""


def load_settings(log_root: Path) -> Settings:
    """Read a log's settings.

    Raises:
        CircleError: a key or value is not known; file and line are named. Nothing is guessed.
    """
    path = log_root / MARK
    if not is_there(path):
        return Settings()
    keys = Fields(read(text_of(path), str(path)))
    settings = Settings(
        kind=keys.optional_one_of("kind", LogKind),
        for_readers=keys.line("for-readers"),
        base=keys.line("base"),
        review=keys.optional_one_of("review", ReviewKind) or ReviewKind.SECOND,
        smallest_group=keys.number("smallest-group", _NO_GROUP + 1, 1000) if "smallest-group" in keys.left else LEAST,
        organisation=keys.line("organisation"),
        contact=keys.record("contact", _contact) or Contact(),
        reply_within=keys.line("reply-within"),
        accessibility=keys.record("accessibility", _accessibility) or Accessibility(),
        look=read_look(keys),
        evidence_limit=keys.optional_number("evidence-limit", 1, 1_000_000) if "evidence-limit" in keys.left else None,
    )
    keys.line("logo")  # read with its picture, in own_words/picture.py
    keys.nothing_more()
    return settings


def can_be_read(log_root: Path) -> bool:
    """Tell whether a log's settings are keys and values, whichever."""
    try:
        Fields(read(text_of(log_root / MARK), str(log_root / MARK)))
    except CircleError:
        return False
    return True


def kind_in(text: str, where: str) -> LogKind | None:
    """Read, of the settings of a log that is elsewhere, of which kind it is."""
    return Fields(read(text, where)).optional_one_of("kind", LogKind)


def is_base(log_root: Path) -> bool:
    """Tell whether a log is a base, which is public and can hold no session; nothing more is read where it is none.

    Raises:
        CircleError: its settings cannot be read, and it might be one.
    """
    path = log_root / MARK
    return is_there(path) and b"base" in content_of(path) and load_settings(log_root).kind is LogKind.BASE


def is_readers_copy(log_root: Path) -> bool:
    """Tell whether it is a reader's copy of what waits for them, in which no session has a place.

    Raises:
        CircleError: its settings cannot be read, and it might be one.
    """
    path = log_root / MARK
    return is_there(path) and b"reader" in content_of(path) and load_settings(log_root).kind is LogKind.READER


def _contact(keys: Fields) -> Contact:
    contact = Contact(
        email=keys.line("email", _EMAIL, "expected an address such as team@example.org"),
        telephone=keys.line("telephone", _TELEPHONE, "expected a number such as 01632 960000"),
        post=keys.line("post"),
    )
    keys.nothing_more()
    return contact


def _accessibility(keys: Fields) -> Accessibility:
    accessibility = Accessibility(
        written=keys.day("written"),
        reviewed=keys.day("reviewed"),
        tested_by=keys.line("tested-by"),
        problems=keys.records("problems", _barrier),
        burden=_lines(keys, "burden"),
        out_of_scope=_lines(keys, "out-of-scope"),
    )
    keys.nothing_more()
    return accessibility


def _barrier(keys: Fields) -> Barrier:
    for key in ("what", "criterion"):
        if keys.left.get(key) in (None, ""):
            raise keys.problem(key, "missing", do=f"add `{key}: ...`")
    barrier = Barrier(
        what=keys.line("what"),
        criterion=keys.line("criterion", _CRITERION, "expected the number of a WCAG criterion, such as 1.4.3"),
        by=keys.day("by"),
    )
    keys.nothing_more()
    return barrier


def _lines(keys: Fields, key: str) -> tuple[str, ...]:
    """Take a list of such texts."""
    lines = tuple(text.strip() for text in keys.texts(key))
    if not all(text and text.isprintable() for text in lines):
        raise keys.problem(key, "expected words on one line in each entry", do="fill it in, or take it out")
    return lines
