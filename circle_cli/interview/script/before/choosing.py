"""Which way to use the circle: chosen at once, or found by three short questions. Pure."""

from collections.abc import Iterator

from circle_cli.guidance.records import Guidance
from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.vocabulary import Mode

_QUESTIONS = ("people", "involved", "learning")


def which_mode(guidance: Guidance, answers: Answers) -> Iterator[Prompt]:
    """Ask how the circle will be used."""
    modes = tuple((page.id, f"{page.title}. {page.summary}") for page in guidance.modes)
    yield choice(
        "mode",
        "How will you use the circle?",
        *modes,
        ("help", "Three short questions, to find the one that fits"),
        needed="Please choose one; the last helps you to find it.",
    )
    if answers.get("mode") != "help":
        return
    yield from _three_questions()
    if not all(answers.get(f"choose/{part}") for part in _QUESTIONS):
        return
    fits = suggested(answers)
    page = next(page for page in guidance.modes if page.id == fits)
    yield choice(
        "mode-suggested",
        f"This seems to fit: {page.title}",
        *((page.id, page.title) for page in guidance.modes),
        remark=(page.summary,),
        default=fits,
    )


def _three_questions() -> Iterator[Prompt]:
    yield choice(
        "choose/people",
        "How many of you will there be?",
        ("one", "Just me, or one other person and me"),
        ("some", "One group: a team, or some of it"),
        ("many", "More than one group at the same time"),
        needed="Please choose one.",
    )
    yield choice(
        "choose/involved",
        "Will people take part who were involved in the situation: a family, a carer, other services?",
        ("yes", "Yes"),
        ("no", "No"),
        needed="Please choose one.",
    )
    yield choice(
        "choose/learning",
        "Is it a training day, or group supervision led by a trainer or educator?",
        ("yes", "Yes"),
        ("no", "No"),
        needed="Please choose one.",
    )


def chosen_mode(answers: Answers) -> Mode | None:
    """Give the way that was chosen, None while it is open."""
    said = answers.get("mode-suggested") if answers.get("mode") == "help" else answers.get("mode")
    return Mode(said) if said in list(Mode) else None


def suggested(answers: Answers) -> Mode:
    """Give the way to use the circle that fits the three answers."""
    if answers.get("choose/involved") == "yes":
        return Mode.COLLABORATIVE
    if answers.get("choose/people") == "many" or answers.get("choose/learning") == "yes":
        return Mode.TRAINING
    return Mode.GROUP if answers.get("choose/people") == "some" else Mode.INDIVIDUAL
