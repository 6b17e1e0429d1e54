"""The order of an interview: which prompts there are, given what has been answered so far. Pure.

A reply can open more prompts (a score asks whose it is; a learning point asks for another), so the script is drawn
up anew after each one. A prompt whose key is among the answers has been seen; its text is None where it was skipped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from circle_cli.guidance.records import Framework, Guidance, Question, Then
from circle_cli.interview.dates import read_day
from circle_cli.interview.first import TITLE
from circle_cli.interview.prompts import Kind, Misread, Prompt, choice, line

Answers = Mapping[str, str | None]
"""Replies by prompt key; None where a prompt was seen and left empty."""

NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What an interview asks about: the guidance, the session's day, and whether it is the quick path.

    `today` is what "tomorrow" is counted from; it differs from `day` when a session is gone on with later.
    """

    guidance: Guidance
    day: date
    today: date
    quick: bool

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that will be put, in order: eight, or those of the quick path."""
        return tuple(question for question in self.guidance.questions if question.quick or not self.quick)


def draw_up(interview: Interview, answers: Answers) -> tuple[Prompt, ...]:
    """Draw up the script: every prompt, in order, that these answers lead to."""
    return tuple(_script(interview, answers))


def next_prompt(script: tuple[Prompt, ...], answers: Answers, after: str | None) -> Prompt | None:
    """Find the first prompt after the one named that was not seen yet, else the first of all; None when done."""
    keys = [prompt.key for prompt in script]
    start = keys.index(after) + 1 if after in keys else 0
    unseen = [prompt for prompt in (*script[start:], *script[:start]) if prompt.key not in answers]
    return unseen[0] if unseen else None


def previous_prompt(script: tuple[Prompt, ...], key: str) -> Prompt | None:
    """Find the prompt before the one named; None at the start."""
    keys = [prompt.key for prompt in script]
    at = keys.index(key) if key in keys else len(keys)
    return script[at - 1] if at > 0 else None


def _script(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    yield TITLE
    if not interview.quick:
        yield Prompt(
            key="situation",
            kind=Kind.WRITING,
            ask="The practice situation",
            remark=("In a few words: what was going on, and what was your work in it?",),
        )
        yield from _company(answers)
    for question in interview.questions:
        yield Prompt(key=question.id, kind=Kind.WRITING, ask=question.title, question=question)
        if not interview.quick:
            yield from _after(question, interview, answers)
    if not interview.quick:
        yield from _closing(interview, answers)


def _company(answers: Answers) -> Iterator[Prompt]:
    yield choice(
        "company",
        "Are you on your own?",
        ("alone", "On my own"),
        ("with", "One to one, with somebody who asks the questions"),
    )
    if answers.get("company") == "with":
        yield line("presenter", "Whose practice is it?", remark=("A first name is enough; Enter to leave it out.",))
        yield line("questioner", "Who asks the questions?", remark=("A first name is enough; Enter to leave it out.",))


def _after(question: Question, interview: Interview, answers: Answers) -> Iterator[Prompt]:
    if question.scaling:
        yield from _scaling(question, answers)
    if Then.SAFEGUARDING in question.then:
        yield from _safeguarding(interview, answers)
    if Then.LEARNING_POINTS in question.then:
        yield from _learning_points(answers)
    if Then.ACTION_POINTS in question.then:
        yield from _action_points(interview, answers)


def _items(group: str, field: str, answers: Answers) -> Iterator[str]:
    """Give the stem of each item of a group, and of the one that may come next; nothing given is ever left out."""
    number = 1
    while True:
        yield f"{group}/{number}"
        later = any(answers.get(f"{group}/{n}/{field}") for n in range(number + 1, number + 100))
        if not (answers.get(f"{group}/{number}/{field}") or later):
            return
        number += 1


def _scaling(question: Question, answers: Answers) -> Iterator[Prompt]:
    for stem in _items(f"scaling/{question.id}", "score", answers):
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
            yield line(f"{stem}/by", "Whose view is that?", remark=("Enter: the presenter's.",), default="presenter")


def _read_score(said: str) -> str:
    number, _, asked = said.partition(" ")
    if not (number.isdecimal() and 1 <= int(number) <= 10):
        raise Misread("Please type a number from 1 to 10, or press Enter to go on.")
    return f"{int(number)} {asked.strip()}".strip()


def _safeguarding(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    yield choice(
        "safeguarding/raised",
        "Does anything here need raising under your local safeguarding procedures?",
        ("no", "No"),
        ("yes", "Yes"),
    )
    if answers.get("safeguarding/raised") == "yes":
        yield line(
            "safeguarding/on",
            "When was it raised, or when will you raise it?",
            remark=(
                "Please raise it there, and write it in the case record, not here: here only the day is kept.",
                "A date, today, or tomorrow. Enter to leave it open.",
            ),
            reading=lambda said: read_day(said, interview.today),
        )


def _learning_points(answers: Answers) -> Iterator[Prompt]:
    for stem in _items("learning-points", "text", answers):
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


def _action_points(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    for stem in _items("action-points", "what", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/what",
            "Something to do, so that it can happen again" if first else "Another action?",
            remark=("One step, in a few words. Enter to go on.",) if first else ("Enter to go on.",),
        )
        if answers.get(f"{stem}/what"):
            yield line(f"{stem}/who", "Who will do it?", remark=("Enter to leave it open.",))
            yield line(
                f"{stem}/by",
                "By when?",
                remark=("Such as 1 Dec, in 2 weeks, or 2026-12-01. Enter to leave it open.",),
                reading=lambda said: read_day(said, interview.today),
            )
            yield line(f"{stem}/tracked-by", "Who keeps an eye on it?", remark=("Enter to leave it open.",))


def _closing(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    themes = tuple((theme.id, theme.title) for theme in interview.guidance.themes)
    yield Prompt(
        key="themes",
        kind=Kind.SEVERAL,
        ask="What is it about?",
        remark=("Choose as many as fit, or use words of your own.",),
        options=choice("", "", *themes).options,
    )
    yield choice(
        "setting",
        "Which services does it belong to?",
        ("children", "Children's"),
        ("adults", "Adults'"),
        ("both", "Both"),
    )
    yield from _frameworks(interview, answers)
    yield from _cast(answers)


def _frameworks(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    known = {framework.id: framework for framework in interview.guidance.frameworks}
    open_now = [framework for framework in known.values() if framework.in_force(interview.day)]
    if not open_now:
        return
    for stem in _items("frameworks", "framework", answers):
        first = stem.endswith("/1")
        yield choice(
            f"{stem}/framework",
            "Do you want to link it to a professional framework?" if first else "Another one?",
            ("", "No, go on"),
            *((framework.id, _named(framework)) for framework in open_now),
        )
        chosen = known.get(answers.get(f"{stem}/framework") or "")
        if chosen:
            yield choice(f"{stem}/statement", "Which part?", *_statements(chosen))
            yield line(f"{stem}/how", "How does it show there?", remark=("One line; Enter to leave it out.",))


def _statements(framework: Framework) -> Iterator[tuple[str, str]]:
    """Give a framework's statements; a number of its own is said only where it differs from the place in the list."""
    for place, statement in enumerate(framework.statements, start=1):
        yield statement.id, statement.title + ("" if statement.id == str(place) else f" (its number {statement.id})")


def _named(framework: Framework) -> str:
    return f"{framework.title} ({framework.short})"


def _cast(answers: Answers) -> Iterator[Prompt]:
    for stem in _items("cast", "name", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/name",
            "Who and where is in this story?" if first else "Anybody or anywhere else?",
            remark=(
                "Names of people, places, schools, teams: one at a time. If there are none, type nobody.",
                "This list is never published: it helps to keep the names out, should you share what you learnt.",
            )
            if first
            else ("Enter when that is everyone.",),
        )
        name = answers.get(f"{stem}/name")
        if name and name.strip().casefold() == NOBODY and first:
            return
        if name:
            yield line(
                f"{stem}/also", f"What else is {name} called?", remark=("Short names, nicknames. Enter for none.",)
            )
            yield line(
                f"{stem}/say",
                f"What could be said instead of {name}?",
                remark=("Such as the young person, his daughter, the school. Enter to leave it open.",),
            )
