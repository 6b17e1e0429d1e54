"""What is asked straight after a question's answer: scores, safeguarding, learning points, actions. Pure."""

from collections.abc import Iterator
from datetime import date

from circle_cli.guidance.records import Question, Then
from circle_cli.interview.script.answers import Answers, items
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.during.together import scores, views
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.vocabulary import Role


def after_question(question: Question, today: date, answers: Answers, company: Company | None) -> Iterator[Prompt]:
    """Give what the question's page says should follow its answer; days are counted from `today`.

    `company` are those who take part in a session with others.
    """
    if company and question.views:
        yield from views(question, answers)
    if question.scaling and company and not answers.get(f"scaling/{question.id}/1/score"):
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
    for stem in items(f"scaling/{question.id}", "score", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/score",
            question.scaling or "" if first else "Another score: somebody else's, or one you imagine?",
            remark=("A number from 1 to 10, or Enter to go on. You can add a question of your own after the number.",)
            if first
            else ("1 to 10, or Enter to go on.",),
            reading=_read_score,
        )
        if answers.get(f"{stem}/score"):
            yield line(f"{stem}/by", "Whose view is that?", remark=("Enter: the presenter's.",), default=Role.PRESENTER)


def _read_score(said: str) -> str:
    number, _, asked = said.partition(" ")
    if not (number.isdecimal() and 1 <= int(number) <= 10):
        raise Misread("Please type a number from 1 to 10, or press Enter to go on.")
    return f"{int(number)} {asked.strip()}".strip()


def _safeguarding(today: date, answers: Answers) -> Iterator[Prompt]:
    yield choice(
        "safeguarding/raised",
        "Does anything here need raising under your local safeguarding procedures?",
        ("no", "No"),
        ("yes", "Yes"),
    )
    if answers.get("safeguarding/raised") == "yes":
        yield ask_day(
            "safeguarding/on",
            "When was it raised, or when will you raise it?",
            today,
            remark=(
                "Please raise it there, and write it in the case record, not here: here only the day is kept.",
                "A date, today, or tomorrow. Enter to leave it open.",
            ),
        )


def _learning_points(answers: Answers) -> Iterator[Prompt]:
    for stem in items("learning-points", "text", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/text",
            "A learning point, in a sentence" if first else "Another learning point?",
            remark=("What would you tell a colleague? Enter to go on.",) if first else ("Enter to go on.",),
        )
        if answers.get(f"{stem}/text"):
            yield choice(
                f"{stem}/scope",
                "Where does it hold?",
                ("general", "It might hold elsewhere too"),
                ("specific", "It belongs to this situation, person or team"),
            )


def _action_points(today: date, answers: Answers) -> Iterator[Prompt]:
    for stem in items("action-points", "what", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/what",
            "Something to do, so that it can happen again" if first else "Another action?",
            remark=("One step, in a few words. Enter to go on.",) if first else ("Enter to go on.",),
        )
        if answers.get(f"{stem}/what"):
            yield line(f"{stem}/who", "Who will do it?", remark=("Enter to leave it open.",))
            remark = ("Such as 1 Dec, next Friday, or in two weeks. Enter to leave it open.",)
            yield ask_day(f"{stem}/by", "By when?", today, remark=remark)
            yield line(f"{stem}/tracked-by", "Who keeps an eye on it?", remark=("Enter to leave it open.",))
