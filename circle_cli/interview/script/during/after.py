"""What belongs to a question's answer: what is asked straight after it, and what can be added later. Pure."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date

from circle_cli import days
from circle_cli.guidance.records import Question, Then
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import (
    ACTION_POINTS,
    LEARNING_POINTS,
    RAISED,
    RAISED_ON,
    SAFETY_STEP,
    SAID,
    SCALING,
    SECTION,
)
from circle_cli.interview.answers.listed import ListItem
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.during.said import Step, points_in, steps_in
from circle_cli.interview.script.during.scales import how_much_they_matter, scaled
from circle_cli.interview.script.during.together import scores, views
from circle_cli.interview.script.prompts import Prompt, choice, line, several
from circle_cli.vocabulary import Scope


def before_question(question: Question, answers: Answers) -> tuple[str, ...]:
    """Give what to bear in mind at a question, because of what was answered before."""
    safety = Then.ACTION_POINTS in question.then and SECTION["safety"].text(answers)
    return ("Does anything that you wrote about safety need to go in here?",) if safety else ()


def after_question(question: Question, today: date, answers: Answers, company: Company | None) -> Iterator[Prompt]:
    """Give what cannot wait until the questions are done: whose view it is, and whether anything needs raising.

    `company` are those who take part in a session with others: they show their scores to each other there and then.
    """
    if company and question.views:
        yield from views(question, answers)
    if company and scaled(question) and not SCALING[question.id].given(answers):
        yield from scores(question, company, answers)
    if Then.SAFEGUARDING in question.then:
        yield from _safeguarding(today, answers)


def _safeguarding(today: date, answers: Answers) -> Iterator[Prompt]:
    yield choice(
        RAISED.key,
        "Does anything here need raising under your local safeguarding procedures?",
        (NO, "No"),
        (YES, "Yes"),
        left_open="It stands as not said, neither yes nor no; circle resume asks again.",
        guarded=True,
    )
    if RAISED.value(answers):
        yield ask_day(
            RAISED_ON.key,
            "When was it raised, or when will you raise it?",
            today,
            remark=(
                "Please raise it there, and write it in the case record, not here: here only the day is kept.",
                "A date, today, or tomorrow. Enter to leave it open.",
            ),
        )
        yield line(
            SAFETY_STEP.key,
            "Does any of it need to go into the actions?",
            remark=("Then one step, in a few words and without names. Enter if not.",),
        )


def learning_points(answers: Answers, there: int, scaling: str | None = None) -> Iterator[Prompt]:
    """Ask for learning points, where each holds, and then how much they matter; `there` are as many already."""
    known = {point.text("text") for point in LEARNING_POINTS.given(answers) if point.number <= there}
    able = [point for point in points_in(SECTION["learning"].text(answers)) if point not in known]
    ticked = yield from _ticked("learning-points", "Would you tell any of these to a colleague?", able, answers)
    for point in LEARNING_POINTS.asked(answers):
        stands = _next_of(ticked, point, there)
        yield line(
            point.key("text"),
            "A learning point, in a sentence" if point.first or stands else "Another learning point?",
            remark=("What would you tell a colleague? Enter to go on.",) if point.first else ("Enter to go on.",),
            prefill=stands or "",
        )
        if point.text("text"):
            yield choice(
                point.key("scope"),
                "Where does it hold?",
                (Scope.GENERAL, "It might hold elsewhere too"),
                (Scope.SPECIFIC, "It belongs to this situation, person or team"),
                left_open="As long as nobody has said where it holds, it cannot be shared; circle resume asks again.",
                guarded=True,
            )
    points = LEARNING_POINTS.given(answers)
    if scaling and any(not point.text("matters") for point in points):
        yield how_much_they_matter(scaling, points)


def action_points(today: date, answers: Answers, there: int, *, alone: bool) -> Iterator[Prompt]:
    """Ask for actions: what and by when, and with others who does it and who keeps an eye on it.

    `there` are as many already. Alone, it is one's own unless somebody else was named.
    """
    known = {action.text("what") for action in ACTION_POINTS.given(answers) if action.number <= there}
    steps = _steps_said(answers, today)
    able = {step.in_words(): step for step in steps if step.what not in known}
    ticked = yield from _ticked("action-points", "Is any of these an action?", list(able), answers)
    for action in ACTION_POINTS.asked(answers):
        stands = _next_of(ticked, action, there)
        step = able[stands] if stands else Step(what="")
        yield line(
            action.key("what"),
            "Something to do, so that it can happen again" if action.first or stands else "Another action?",
            remark=("One step, in a few words. Enter to go on.",) if action.first else ("Enter to go on.",),
            prefill=step.what,
        )
        if action.text("what"):
            yield from _who_and_when(action, step, today, alone=alone)


def _steps_said(answers: Answers, today: date) -> Iterator[Step]:
    """Give what reads like a step; where safety is spoken of, only what is plainly still to be done."""
    yield from steps_in(SECTION["actions"].text(answers), today)
    yield from (step for step in steps_in(SECTION["safety"].text(answers), today) if step.meant or step.by)


def _who_and_when(action: ListItem, step: Step, today: date, *, alone: bool) -> Iterator[Prompt]:
    if not alone or step.who:
        yield line(action.key("who"), "Who will do it?", remark=("Enter to leave it open.",), prefill=step.who)
    remark = ("Such as 1 Dec, next Friday, or in two weeks. Enter to leave it open.",)
    yield ask_day(action.key("by"), "By when?", today, remark=remark, prefill=days.in_words(step.by) if step.by else "")
    if not alone:
        yield line(action.key("tracked_by"), "Who keeps an eye on it?", remark=("Enter to leave it open.",))


def _ticked(name: str, ask: str, able: Sequence[str], answers: Answers) -> Generator[Prompt, None, list[str]]:
    """Offer what was said already; gives what was ticked of it."""
    if not able:
        return []
    options = {f"said {number}": text for number, text in enumerate(able, start=1)}
    remark = ("From what you wrote; others can be typed next.",)
    yield replace(several(SAID[name].key, ask, *options.items(), remark=remark), enter="takes none")
    return [options[each] for each in SAID[name].value(answers) if each in options]


def _next_of(ticked: Sequence[str], item: ListItem, there: int) -> str | None:
    """Give what was ticked for the item that comes next: the first of it after those that were there."""
    place = item.number - there - 1
    return ticked[place] if 0 <= place < len(ticked) else None
