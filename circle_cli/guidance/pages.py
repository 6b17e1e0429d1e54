"""Reads the pages of `guidance/`: their front matter is the questionnaire.

A learning log may hold its own copy of any page; what it lacks comes from the program's own pages.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.guidance.files import find, listed_lines, own_id, own_pages, read_page, refuse_twice
from circle_cli.guidance.frameworks import load_frameworks, load_themes
from circle_cli.guidance.records import (
    Facilitator,
    Guidance,
    ModePage,
    NoteKind,
    Question,
    ReadinessCheck,
    RolePage,
    Running,
    Then,
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


def load_guidance(log_pages: Path | None = None) -> Guidance:
    """Read the guidance; pages in the log's own `guidance/` folder stand before the program's.

    Raises:
        CircleError: a page is malformed, missing, there twice, or behind a link; file and line are named.
    """
    return _load(log_pages) if log_pages is not None and own_folder(log_pages) else _ours()


@cache
def _ours() -> Guidance:
    return _load(None)


def _load(log_pages: Path | None) -> Guidance:
    folders = [folder for folder in (log_pages, own_pages()) if folder is not None]
    themes, concerns, conditions = load_themes(folders)
    return Guidance(
        questions=_ordered(_pages(folders, "questions", QUESTIONS, _question), folders, "questions"),
        roles=_ordered(_pages(folders, "roles", tuple(Role), _role), folders, "roles"),
        modes=_ordered(_pages(folders, "modes", tuple(Mode), _mode), folders, "modes"),
        frameworks=load_frameworks(log_pages),
        themes=themes,
        concerns=concerns,
        conditions=conditions,
        running=_running(read_page(find(folders, "running.md"))),
        turns=_turns(read_page(find(folders, "bringing-back.md"))),
    )


def _pages(folders: Sequence[Path], kind: str, ids: Sequence[str], build: Callable[[Located, str], T]) -> tuple[T, ...]:
    """Read the pages of one kind, in the order of `ids`, from the first folder that has each."""
    for folder in folders:
        for path in names_in(folder / kind, ".md"):
            if path.stem not in ids:
                wrong = f"… is none of the {len(ids)} {kind}"
                raise CircleError(wrong, where=Place(path), do="rename it or take it out", words=f"`{path.stem}`")
    return tuple(build(read_page(find(folders, f"{kind}/{name}.md")), name) for name in ids)


def _closed(page: Fields, key: str, kind: type[Known]) -> tuple[Known, ...]:
    found = page.texts(key)
    for item in found:
        if item not in list(kind):
            do = f"use one of: {', '.join(kind)}"
            raise page.problem(key, "… is not known", do=do, words=quoted(item))
    return tuple(kind(item) for item in found)


def _question(source: Located, stem: str) -> Question:
    page = Fields(source)
    question = Question(
        id=own_id(page, stem),
        title=page.text("title"),
        short=page.text("short"),
        order=page.number("order", 1, len(QUESTIONS)),
        aims=listed_lines(page, "aims"),
        prompts=listed_lines(page, "prompts"),
        notes=listed_lines(page, "notes", empty=True),
        quick=page.truth("quick"),
        minutes=page.number("minutes", 1, 60),
        more=page.text("more"),
        scaling=page.optional_text("scaling"),
        then=_closed(page, "then", Then),
        recalls=_closed(page, "recalls", NoteKind),
        everyone="everyone" in page.left and page.truth("everyone"),
        views=listed_lines(page, "views") if "views" in page.left else (),
    )
    refuse_twice(page, "views", question.views)
    page.nothing_more()
    return question


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
