"""Reads the pages of questions: the eight, and those that a log has beside them."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.guidance.files import listed_lines, own_id, refuse_twice
from circle_cli.guidance.records import NoteKind, Question, Then
from circle_cli.ids import QUESTIONS, may_be_own_question
from circle_cli.system.names import unfit

Known = TypeVar("Known", bound=StrEnum)

_LAST = 999
_ABOUT_OWN = ("A question of our own, beside the eight.",)
_MORE_OF_OWN = "What else comes to mind?"


def question_page(source: Located, stem: str) -> Question:
    """Read one of the eight."""
    page = Fields(source)
    question = Question(
        id=own_id(page, stem),
        title=_title(page),
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


def own_question_page(source: Located, stem: str) -> Question:
    """Read a question that a log has beside the eight; it needs no more than its id, its title and its place.

    Raises:
        CircleError: it is malformed, or asks for what only the eight have; file and line are named.
    """
    page = Fields(source)
    if not may_be_own_question(stem) or unfit(stem):
        do = "name the file in small letters from a to z, digits and single hyphens, at most 40, and not as one of ours"
        raise CircleError("… cannot be an own question's id", where=Place(source.where), do=do, words=quoted(stem))
    order = page.left.get("order")
    if isinstance(order, int) and order <= len(QUESTIONS):  # as a copy of one of ours under another name has it
        do = f"rename it or take it out, or give it an `order` from {len(QUESTIONS) + 1} up: then it is one of your own"
        wrong = f"… is none of the {len(QUESTIONS)} questions"
        raise CircleError(wrong, where=Place(source.where), do=do, words=quoted(stem))
    for key in ("scaling", "then"):
        if page.take(key):
            raise page.problem(key, "only the eight questions have this", do="take it out")
    question = Question(
        id=own_id(page, stem),
        title=_title(page),
        short=page.optional_text("short") or source.values["title"],
        order=page.number("order", len(QUESTIONS) + 1, _LAST),
        aims=listed_lines(page, "aims", empty=True) if "aims" in page.left else (),
        prompts=listed_lines(page, "prompts", empty=True) if "prompts" in page.left else (),
        notes=listed_lines(page, "notes", empty=True) if "notes" in page.left else (),
        quick="quick" in page.left and page.truth("quick"),
        minutes=page.number("minutes", 1, 60) if "minutes" in page.left else 5,
        more=page.optional_text("more") or _MORE_OF_OWN,
        scaling=None,
        then=(),
        recalls=_closed(page, "recalls", NoteKind),
        everyone="everyone" in page.left and page.truth("everyone"),
        views=(),
    )
    page.nothing_more()
    return question if question.aims else replace(question, aims=_ABOUT_OWN)


def _title(page: Fields) -> str:
    """Take the title, which is a heading in a session's file: one line."""
    title = page.line("title")
    if not title:
        raise page.problem("title", "missing", do="add a line `title: ...`")
    return title


def _closed(page: Fields, key: str, kind: type[Known]) -> tuple[Known, ...]:
    found = page.texts(key)
    for item in found:
        if item not in list(kind):
            do = f"use one of: {', '.join(kind)}"
            raise page.problem(key, "… is not known", do=do, words=quoted(item))
    return tuple(kind(item) for item in found)
