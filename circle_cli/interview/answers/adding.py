"""What can be added once the eight questions are saved, and the answers that each of it is made of. Pure."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from circle_cli.interview.answers.answer import Declared
from circle_cli.interview.answers.during import (
    ACTION_POINTS,
    CAST,
    CHANGED,
    CHANGED_TEXT,
    FRAMEWORKS,
    LEARNING_POINTS,
    MATTERS,
    OUTCOMES,
    SCALES,
    SCALING,
    SETTING,
    STORY,
    THEMES,
)


class Addition(StrEnum):
    """Something that nobody is asked for unasked: it is added after the questions, at once or another day.

    The last of them adds nothing: an answer that is there is changed.
    """

    LEARNING_POINTS = "learning-points"
    ACTIONS = "actions"
    SCALES = "scales"
    PEOPLE = "people"
    THEMES = "themes"
    FRAMEWORKS = "frameworks"
    CHANGE = "change"


MADE_OF: Mapping[Addition, tuple[Declared, ...]] = {
    Addition.LEARNING_POINTS: (LEARNING_POINTS, MATTERS),
    Addition.ACTIONS: (ACTION_POINTS,),
    Addition.SCALES: (*SCALING.values(), *SCALES.values()),
    Addition.PEOPLE: (CAST, STORY),
    Addition.THEMES: (THEMES, SETTING),
    Addition.FRAMEWORKS: (FRAMEWORKS, OUTCOMES),
    Addition.CHANGE: (CHANGED, CHANGED_TEXT),
}


def added_in(keys: Iterable[str]) -> tuple[Addition, ...]:
    """Give those of which something was asked: drafts of earlier versions asked for them among the questions."""
    asked = set(keys)
    return tuple(
        addition for addition, answers in MADE_OF.items() if any(each.takes(key) for each in answers for key in asked)
    )
