"""Reads the pages of `guidance/`: their front matter is the questionnaire.

A learning log may hold its own copy of any page; what it lacks comes from the program's own pages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.guidance.files import find, listed_lines, own_id, own_pages, own_question_files, read_page, refuse_twice
from circle_cli.guidance.frameworks import load_frameworks, load_themes
from circle_cli.guidance.questions import own_question_page, question_page
from circle_cli.guidance.records import (
    Facilitator,
    Guidance,
    ModePage,
    Question,
    ReadinessCheck,
    RolePage,
    Running,
    Turn,
)
from circle_cli.ids import QUESTIONS
from circle_cli.system.no_links import names_in, own_folder
from circle_cli.vocabulary import Focus, Mode, Role


class _Ordered(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def order(self) -> int: ...


T = TypeVar("T")
Known = TypeVar("Known", bound=StrEnum)
Ranked = TypeVar("Ranked", bound=_Ordered)
Folders = Sequence[Path]
Broken = Callable[[CircleError], None]
"""Is told what cannot be used."""

_QUESTIONS = "questions"


def load_guidance(log_pages: Path | None = None, broken: Broken | None = None) -> Guidance:
    """Read the guidance; pages in the log's own `guidance/` folder stand before the program's.

    Where somebody is about to write, `broken` is told of what cannot be used of the log's own, and ours stands in.

    Raises:
        CircleError: a page is malformed, missing, there twice, or behind a link; file and line are named.
    """
    return _load(log_pages, broken) if log_pages is not None and own_folder(log_pages) else _ours()


@cache
def _ours() -> Guidance:
    return _load(None, None)


def _load(log_pages: Path | None, broken: Broken | None) -> Guidance:
    source = _Source(folders=tuple(filter(None, (log_pages, own_pages()))), broken=broken)
    themes, concerns, conditions = source.usable(load_themes)
    return Guidance(
        questions=source.pages(_QUESTIONS, QUESTIONS, question_page),
        own=source.own_questions(),
        roles=source.pages("roles", tuple(Role), _role),
        modes=source.pages("modes", tuple(Mode), _mode),
        frameworks=source.usable(lambda folders: load_frameworks(folders[0] if len(folders) > 1 else None)),
        themes=themes,
        concerns=concerns,
        conditions=conditions,
        running=source.usable(lambda folders: _running(read_page(find(folders, "running.md")))),
        turns=source.usable(lambda folders: _turns(read_page(find(folders, "bringing-back.md")))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where pages come from: the log's own folder, if it has one, and ours; and who is told of what is broken there."""

    folders: tuple[Path, ...]
    broken: Broken | None

    def usable(self, read: Callable[[Folders], T], folders: Folders = ()) -> T:
        """Read from the folders; where the log's own cannot be used, ours stands in, if that may be."""
        where = folders or self.folders
        try:
            return read(where)
        except CircleError as error:
            if self.broken is None or len(where) == 1:
                raise
            self.broken(error)
            return read(where[1:])

    def pages(self, kind: str, ids: Sequence[str], build: Callable[[Located, str], Ranked]) -> tuple[Ranked, ...]:
        """Read the pages of one kind, in their order, from the first folder that has each."""

        def one(name: str, folders: Folders) -> Ranked:
            return self.usable(lambda where: build(read_page(find(where, f"{kind}/{name}.md")), name), folders)

        def read(folders: Folders) -> tuple[Ranked, ...]:
            _refuse_strays(folders, kind, ids)
            return _ordered(tuple(one(name, folders) for name in ids), folders, kind)

        return self.usable(read)

    def own_questions(self) -> tuple[Question, ...]:
        """Read the questions that the log has beside the eight, in their order; one that is broken is left out."""
        found: list[Question] = []
        for path in self.usable(lambda folders: own_question_files(folders[0]) if len(folders) > 1 else []):
            try:
                found.append(own_question_page(read_page(path), path.stem))
            except CircleError as error:
                if self.broken is None:
                    raise
                self.broken(error)
        return tuple(sorted(found, key=lambda question: (question.order, question.id)))


def _refuse_strays(folders: Folders, kind: str, ids: Sequence[str]) -> None:
    for folder in folders:
        for path in names_in(folder / kind, ".md"):
            if path.stem not in ids and kind != _QUESTIONS:  # any other is one of the log's own
                wrong = f"… is none of the {len(ids)} {kind}"
                raise CircleError(wrong, where=Place(path), do="rename it or take it out", words=f"`{path.stem}`")


def _role(source: Located, stem: str) -> RolePage:
    page = Fields(source)
    role = RolePage(
        id=own_id(page, stem),
        title=page.text("title"),
        order=page.number("order", 1, len(Role)),
        duties=listed_lines(page, "duties"),
        several=page.truth("several"),
    )
    page.nothing_more()
    return role


def _mode(source: Located, stem: str) -> ModePage:
    page = Fields(source)
    mode = ModePage(
        id=own_id(page, stem),
        title=page.text("title"),
        order=page.number("order", 1, len(Mode)),
        summary=page.text("summary"),
        considerations=listed_lines(page, "considerations"),
        roles=_ids(page, "roles", Role),
        facilitator=page.one_of("facilitator", Facilitator),
        minutes=None if page.left.get("minutes", "") is None else page.number("minutes", 1, 600),
        focus=_ids(page, "focus", Focus),
        readiness=_checks(page),
    )
    page.take("minutes")
    page.nothing_more()
    return mode


def _ids(page: Fields, key: str, known: type[Known]) -> tuple[Known, ...]:
    found = listed_lines(page, key)
    for item in found:
        if item not in list(known):
            do = f"use some of: {', '.join(known)}"
            raise page.problem(key, "… is not known", do=do, words=quoted(item))
    return tuple(known(item) for item in found)


def _checks(page: Fields) -> tuple[ReadinessCheck, ...]:
    def build(entry: Fields) -> ReadinessCheck:
        check = ReadinessCheck(id=entry.text("id"), check=entry.text("check"), required=entry.truth("required"))
        entry.nothing_more()
        return check

    if "readiness" not in page.left:
        raise page.problem("readiness", "missing", do="add `readiness: []` or a list of checks")
    checks = page.records("readiness", build) or ()
    refuse_twice(page, "readiness", (check.id for check in checks))
    return checks


def _running(source: Located) -> Running:
    page = _titled(source)
    running = Running(
        opening=listed_lines(page, "opening"),
        during=listed_lines(page, "during"),
        closing=listed_lines(page, "closing"),
    )
    page.nothing_more()
    return running


def _turns(source: Located) -> tuple[Turn, ...]:
    def build(entry: Fields) -> Turn:
        turn = Turn(heard=entry.text("heard"), instead=listed_lines(entry, "instead"))
        entry.nothing_more()
        return turn

    page = _titled(source)
    turns = page.records("turns", build) or ()
    if not turns:
        raise page.problem("turns", "missing", do="list what is heard, and what to ask instead")
    page.nothing_more()
    return turns


_LISTS = {"running": ("opening", "during", "closing"), "bringing-back": ("turns",)}
"""What else the front matter of a page holds that is neither a question, a role nor a way to use the circle."""


def heading_of(source: Located, stem: str) -> tuple[str, str]:
    """Give the title and the description of such a page.

    Raises:
        CircleError: one of them is missing, or there is something else; file and line are named.
    """
    page = Fields(source)
    title, description = page.text("title"), page.text("description")
    for name in _LISTS.get(stem, ()):
        page.take(name)  # read with the guidance, as a record
    page.nothing_more()
    return title, description


def _titled(source: Located) -> Fields:
    """Read a page that has a title and a description for the site."""
    page = Fields(source)
    page.text("title")
    page.text("description")
    return page


def _ordered(found: tuple[Ranked, ...], folders: Sequence[Path], kind: str) -> tuple[Ranked, ...]:
    """Sort by `order`, of which each page has its own; where two have the same, the log's own page is to blame."""
    for page in found:
        same = [find(folders, f"{kind}/{other.id}.md") for other in found if other.order == page.order]
        if len(same) > 1:
            path = next((path for path in same[1:] if path.is_relative_to(folders[0])), same[0])
            wrong, do = f"another page has {page.order} too", f"give each of 1 to {len(found)} once"
            raise read_page(path).problem(("order",), wrong, do=do)
    return tuple(sorted(found, key=lambda page: page.order))
