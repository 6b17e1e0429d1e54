"""The order of an interview: which prompts there are, given what has been answered so far. Pure.

A reply can open more prompts (a score asks whose it is; a learning point asks for another), so the script is drawn
up anew after each one. A prompt whose key is among the answers has been seen; its text is None where it was skipped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from circle_cli.guidance.records import Guidance, Question
from circle_cli.interview.about import about_it
from circle_cli.interview.after import after_question
from circle_cli.interview.answers import Answers
from circle_cli.interview.first import TITLE
from circle_cli.interview.prompts import Kind, Prompt, choice, line


class Script(Protocol):
    """Something that is asked: an interview, or what is settled before a session or asked after it."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those of the eight that it puts, in order."""

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up the script: every prompt, in order, that these answers lead to."""


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

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up the script: every prompt, in order, that these answers lead to."""
        return tuple(_script(self, answers))


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
            yield from after_question(question, interview.today, answers)
    if not interview.quick:
        yield from about_it(interview.guidance, interview.day, answers)


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
