"""What can be added once the questions are saved: offered on one screen, asked only where somebody wants it. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from circle_cli.guidance.records import Guidance, Then
from circle_cli.interview.answers.adding import MADE_OF, Addition
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import SCALING, SECTION, THEMES
from circle_cli.interview.answers.listed import AnswerList
from circle_cli.interview.answers.people import PEOPLE, PRESENTER, QUESTIONER, is_alone
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.about import changed, framework_links, learning_outcomes, themes, who_and_where
from circle_cli.interview.script.during.after import action_points, learning_points
from circle_cli.interview.script.during.said import steps_in
from circle_cli.interview.script.during.scales import scale, scaled
from circle_cli.interview.script.during.together import how_kept
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.session.record import CastEntry
from circle_cli.vocabulary import Mode, Setting

_NAMES = {
    Addition.LEARNING_POINTS: "Learning points",
    Addition.ACTIONS: "Actions",
    Addition.SCALES: "Scales from 1 to 10",
    Addition.PEOPLE: "People and places",
    Addition.THEMES: "Themes",
    Addition.FRAMEWORKS: "Frameworks and learning outcomes",
    Addition.CHANGE: "Change an answer",
}
READ = "?"
"""What asks to read what was written, where additions are offered."""


class Known(Protocol):
    """What is known of a session to which something is added; days are counted from `today`.

    `seen` are names that stand in what was written; `points` and `actions` tell how many there are already, `themes`
    and `outcomes` which of these, and `services` where whoever is asked works.
    """

    @property
    def guidance(self) -> Guidance: ...  # noqa: D102  # the class says what each of them is

    @property
    def mode(self) -> Mode: ...  # noqa: D102

    @property
    def day(self) -> date: ...  # noqa: D102

    @property
    def today(self) -> date: ...  # noqa: D102

    @property
    def seen(self) -> Sequence[CastEntry]: ...  # noqa: D102

    @property
    def points(self) -> int: ...  # noqa: D102

    @property
    def actions(self) -> int: ...  # noqa: D102

    def company(self, answers: Answers) -> Company | None: ...  # noqa: D102

    @property
    def services(self) -> Setting | None: ...  # noqa: D102

    @property
    def themes(self) -> Sequence[str]: ...  # noqa: D102

    @property
    def outcomes(self) -> Sequence[str]: ...  # noqa: D102


def offer(known: Known, answers: Answers) -> Prompt:
    """Offer what can be added to a session; what could have nothing in it is left out."""
    able = [each for each in Addition if each is Addition.PEOPLE or any(added(each, known, answers))]
    return choice(
        "add",
        "Would you like to add anything?",
        *((each.value, _NAMES[each] + _so_far(each, answers)) for each in able),
        (READ, f"{READ} Read through what you wrote"),
        enter="ends it; each can wait for another day",
    )


def says_a_step(known: Known, answers: Answers) -> bool:
    """Tell whether somebody wrote that they will do something, which nobody would see among the actions."""
    return any(step.meant for step in steps_in(SECTION["actions"].text(answers), known.today))


def _so_far(addition: Addition, answers: Answers) -> str:
    lists = [each for each in MADE_OF[addition] if isinstance(each, AnswerList)]
    if addition is Addition.CHANGE:
        return ""
    count = sum(len(each.given(answers)) for each in lists) if lists else len(THEMES.value(answers))
    return f" ({count} so far)" if count else ""


def added(addition: Addition, known: Known, answers: Answers) -> Iterator[Prompt]:
    """Give the prompts of one addition."""
    if addition is Addition.LEARNING_POINTS:
        scaling = next((each.scaling for each in known.guidance.questions if Then.LEARNING_POINTS in each.then), None)
        yield from learning_points(answers, known.points, scaling)
    elif addition is Addition.ACTIONS:
        yield from action_points(known.today, answers, known.actions, alone=is_alone(known.mode, answers))
    elif addition is Addition.SCALES:
        there = [name for each in (PEOPLE, PRESENTER, QUESTIONER) for name in each.value(answers)]
        company = known.company(answers)
        for question in known.guidance.questions:
            shown = company and SCALING[question.id].given(answers)
            if scaled(question) and SECTION[question.id].text(answers) and not shown:
                yield scale(question, there, *([how_kept(company)] if company else []))
    elif addition is Addition.PEOPLE:
        yield who_and_where(answers, known.seen)
    elif addition is Addition.THEMES:
        yield from themes(known.guidance, known.services, known.themes)
    elif addition is Addition.CHANGE:
        yield from changed(known.guidance, answers)
    else:
        ask = ("Which part of a professional framework does it show?",)
        yield from framework_links(known.guidance, known.day, answers, ask, services=known.services)
        yield learning_outcomes(known.outcomes)
