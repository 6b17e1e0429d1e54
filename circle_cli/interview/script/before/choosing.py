"""Which way to use the circle: chosen at once, or found by two short questions. Pure."""

from collections.abc import Iterator

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import (
    HELP,
    HOW_MANY,
    INVOLVED,
    MANY,
    MODE,
    ONE,
    SOME,
    SUGGESTED_MODE,
)
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.vocabulary import Mode


def which_mode(guidance: Guidance, answers: Answers) -> Iterator[Prompt]:
    """Ask how the circle will be used."""
    modes = tuple((page.id, f"{page.title}. {page.summary}") for page in guidance.modes)
    yield choice(
        MODE.key,
        "How will you use the circle?",
        *modes,
        (HELP, "Two short questions, to find the one that fits"),
        needed="Please choose one; the last helps you to find it.",
    )
    if MODE.text(answers) != HELP:
        return
    yield from _two_questions()
    if not (HOW_MANY.text(answers) and INVOLVED.text(answers)):
        return
    fits = suggested(answers)
    page = guidance.page_of(fits)
    yield choice(
        SUGGESTED_MODE.key,
        f"This seems to fit: {page.title}",
        *((page.id, page.title) for page in guidance.modes),
        remark=(page.summary,),
        default=fits,
    )


def _two_questions() -> Iterator[Prompt]:
    yield choice(
        HOW_MANY.key,
        "How many of you will there be?",
        (ONE, "Just me, or one other person and me"),
        (SOME, "One group: a team, or some of it"),
        (MANY, "More than one group at the same time: a training day, or supervision of several groups"),
        needed="Please choose one.",
    )
    yield choice(
        INVOLVED.key,
        "Will people take part who were involved in the situation: a family, a carer, other services?",
        (YES, "Yes"),
        (NO, "No"),
        needed="Please choose one.",
        guarded=True,
    )


def chosen_mode(answers: Answers) -> Mode | None:
    """Give the way that was chosen, None while it is open."""
    chosen = (SUGGESTED_MODE if MODE.text(answers) == HELP else MODE).text(answers)
    return Mode(chosen) if chosen in list(Mode) else None


def suggested(answers: Answers) -> Mode:
    """Give the way to use the circle that fits the answers: training is for several groups, and one is a group."""
    if INVOLVED.value(answers):
        return Mode.COLLABORATIVE
    if HOW_MANY.text(answers) == MANY:
        return Mode.TRAINING
    return Mode.GROUP if HOW_MANY.text(answers) == SOME else Mode.INDIVIDUAL
