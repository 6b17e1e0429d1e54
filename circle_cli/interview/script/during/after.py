"""What is asked straight after a question's answer: scores, safeguarding, learning points, actions. Pure."""

from collections.abc import Iterator
from datetime import date

from circle_cli.guidance.records import Question, Then
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import ACTION_POINTS, LEARNING_POINTS, RAISED, RAISED_ON, SCALING, SCORE
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.during.together import scores, views
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.vocabulary import Scope


def after_question(question: Question, today: date, answers: Answers, company: Company | None) -> Iterator[Prompt]:
    """Give what the question's page says should follow its answer; days are counted from `today`.

    `company` are those who take part in a session with others.
    """
    if company and question.views:
        yield from views(question, answers)
    if question.scaling and company and not SCALING[question.id].given(answers):
        yield from scores(question, company)
    elif question.scaling:
        yield from _scaling(question, answers)
    if Then.SAFEGUARDING in question.then:
        yield from _safeguarding(today, answers)
    if Then.LEARNING_POINTS in question.then:
        yield from _learning_points(answers)
    if Then.ACTION_POINTS in question.then:
        yield from _action_points(today, answers)


def _scaling(question: Question, answers: Answers) -> Iterator[Prompt]:
    for score in SCALING[question.id].asked(answers):
        yield line(
            score.key("score"),
            question.scaling or "" if score.first else "Another score: somebody else's, or one you imagine?",
            remark=("A number from 1 to 10, or Enter to go on. You can add a question of your own after the number.",)
            if score.first
            else ("1 to 10, or Enter to go on.",),
            reading=_read_score,
        )
        if score.text("score"):
            remark = ("Enter: the presenter's.",)
            yield line(score.key("by"), "Whose view is that?", remark=remark, default=score.parts["by"].usual)


def _read_score(typed: str) -> str:
    number, _, asked = typed.partition(" ")
    if not (number.isdecimal() and 1 <= int(number) <= 10):
        raise Misread("Please type a number from 1 to 10, or press Enter to go on.")
    return SCORE.write((int(number), asked.strip()))


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


def _learning_points(answers: Answers) -> Iterator[Prompt]:
    for point in LEARNING_POINTS.asked(answers):
        yield line(
            point.key("text"),
            "A learning point, in a sentence" if point.first else "Another learning point?",
            remark=("What would you tell a colleague? Enter to go on.",) if point.first else ("Enter to go on.",),
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


def _action_points(today: date, answers: Answers) -> Iterator[Prompt]:
    for action in ACTION_POINTS.asked(answers):
        yield line(
            action.key("what"),
            "Something to do, so that it can happen again" if action.first else "Another action?",
            remark=("One step, in a few words. Enter to go on.",) if action.first else ("Enter to go on.",),
        )
        if action.text("what"):
            yield line(action.key("who"), "Who will do it?", remark=("Enter to leave it open.",))
            remark = ("Such as 1 Dec, next Friday, or in two weeks. Enter to leave it open.",)
            yield ask_day(action.key("by"), "By when?", today, remark=remark)
            yield line(action.key("tracked_by"), "Who keeps an eye on it?", remark=("Enter to leave it open.",))
