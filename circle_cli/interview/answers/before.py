"""The answers by which a session is prepared. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.listed import AnswerList
from circle_cli.interview.answers.notation import (
    BODY,
    CHOSEN,
    LIST,
    NUMBER,
    TEXT,
    TIDY,
    YES_OR_NO,
    Notation,
    one_of,
    optional,
)
from circle_cli.interview.answers.people import NAMES
from circle_cli.session.record import Gathered
from circle_cli.vocabulary import Focus

HELP = "help"
"""Said instead of a way to use the circle, by whoever would like to be helped to find it."""

ONE, SOME, MANY = "one", "some", "many"

EVIDENCE = "evidence"
"""Said where what to bear in mind is shown, by whoever will use the session as evidence."""

TIME = optional(str, str)
"""A time of day, such as `14:00`."""


def _read_when(text: str) -> tuple[date | None, str | None]:
    day, _, at = text.partition(" ")
    return (date.fromisoformat(day) if day else None), at or None


def _write_when(when: tuple[date | None, str | None]) -> str:
    day, at = when
    return f"{day.isoformat() if day else ''} {at or ''}".strip()


DAY_AND_TIME = Notation(_read_when, _write_when)
"""A day, and behind it the time where both were said at once: `2026-12-04 14:00`."""

WISHES_APART: Notation[tuple[str, ...]] = Notation(
    lambda text: tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip()), "; ".join, between="; "
)
"""What several people would like, with semicolons between."""

IDS: Notation[tuple[str, ...]] = Notation(lambda text: tuple(text.split()), " ".join)

_FINDS_MODE = "it helps to find the mode, which is recorded"
_SPLITS = "it says who is in which group, and each group's session records its own people"

MODE = Answer("mode", CHOSEN)
SUGGESTED_MODE = Answer("mode-suggested", CHOSEN)
HOW_MANY = Answer("choose/people", CHOSEN, unrecorded=_FINDS_MODE)
INVOLVED = Answer("choose/involved", YES_OR_NO, unrecorded=_FINDS_MODE)
LEARNING = Answer("choose/learning", YES_OR_NO, unrecorded="earlier drafts had it; several groups are what tells")
ONE_GROUP = Answer("one-group", YES_OR_NO, unrecorded=_FINDS_MODE)
"""Whether what was to be training, and has one group, is a group session."""

CONSIDERED = Answer("considered", CHOSEN, unrecorded="it says that the considerations were read")
AGAIN = Answer("again", LIST, unrecorded="it says what of a plan is asked once more")

FOCUS = Answer("focus", one_of(Focus), field="focus", stays=True)
DATE = Answer("date", DAY_AND_TIME)
"""The day, and the time if that was said with it; left open, the session has no day yet."""

AT = Answer("at", TIME)
PLACE = Answer("place", TIDY)
WISHES = Answer("wishes", WISHES_APART)
GATHERED = AnswerList(
    "gathered",
    Gathered,
    {"by": Answer("by", TEXT), "text": Answer("text", BODY)},
    needs=("text",),
    field="gathered",
)
READY = AnswerForEach("ready/{}", YES_OR_NO)
"""Whether a check of the page on the mode holds, by its id."""

BRINGING = Answer("bringing", NAMES, unrecorded="it says who presents in a group, which that group's session records")
GROUPS = Answer("groups", NUMBER, unrecorded=_SPLITS)
SPLIT = AnswerForEach("split of {}", CHOSEN, unrecorded=_SPLITS)
"""Whether a proposed split is taken: the people are in the key, so that it is asked anew for others."""

GROUP = AnswerForEach("group/{}", NAMES, unrecorded=_SPLITS)
EVENT_IDS = Answer("event/ids", IDS, unrecorded="the sessions were given these ids before they were composed")
"""The ids of a training event and of its sessions: a save that was cut short makes none twice."""


def split_of(people: Sequence[str], groups: int) -> Answer[str | None]:
    """Give the answer by which a split of these people into so many groups is agreed."""
    return SPLIT.of(f"{groups}: {', '.join(people)}")


def group_of(left: Sequence[str], number: int) -> Answer[tuple[str, ...]]:
    """Give the answer that says who of those left is in a group; where an earlier group changes, it is asked anew."""
    return GROUP.of(f"{number} of {', '.join(left)}")


BEFORE: tuple[Declared, ...] = (
    MODE,
    SUGGESTED_MODE,
    HOW_MANY,
    INVOLVED,
    LEARNING,
    CONSIDERED,
    AGAIN,
    FOCUS,
    DATE,
    AT,
    PLACE,
    WISHES,
    GATHERED,
    READY,
    BRINGING,
    ONE_GROUP,
    GROUPS,
    SPLIT,
    GROUP,
    EVENT_IDS,
)


def day_of(answers: Answers) -> date | None:
    """Give the day, where one is settled."""
    return DATE.value(answers)[0]


def time_of(answers: Answers) -> str:
    """Give when it begins, such as `14:00`: as was said with the day, or else by itself."""
    return DATE.value(answers)[1] or AT.text(answers)
