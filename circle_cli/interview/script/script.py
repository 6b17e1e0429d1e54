"""The order of an interview: which prompts there are, given what has been answered so far. Pure.

A reply can open more prompts (a score asks whose it is; a learning point asks for another), so the script is drawn
up anew after each one. A prompt whose key is among the answers has been seen; its text is None where it was skipped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Protocol

from circle_cli.guidance.records import Guidance, Question
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import SECTION, section
from circle_cli.interview.answers.together import CLOSING_ROUND, OPENING
from circle_cli.interview.script.agenda import CLOSING
from circle_cli.interview.script.bearing import to_bear_in_mind
from circle_cli.interview.script.company import Company, company_of, one_to_one, who_is_here
from circle_cli.interview.script.dealing import Turns
from circle_cli.interview.script.during.adding import added
from circle_cli.interview.script.during.after import after_question, before_question
from circle_cli.interview.script.during.passing_on import passing_on
from circle_cli.interview.script.during.round import closing_round, pair_of
from circle_cli.interview.script.first import TITLE
from circle_cli.interview.script.opening import minutes_of, opening, opening_of_two
from circle_cli.interview.script.prompts import Prompt, PromptKind, writing
from circle_cli.session.record import CastEntry, Gathered
from circle_cli.vocabulary import ME, Mode, Setting


class Script(Protocol):
    """Something that is asked: an interview, or what is asked before a session, after it, or at the door."""

    @property
    def guidance(self) -> Guidance:
        """What it goes by."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those of the eight that it puts, in order."""

    def company(self, answers: Answers) -> Company | None:
        """Give those who take part, in a session with others."""

    def minutes(self, answers: Answers) -> int | None:
        """Give how long there is for all of it, where the time is watched."""

    def recalled(self, question: Question) -> tuple[str, ...]:
        """Give what was said before the session and belongs to this question."""

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up the script: every prompt, in order, that these answers lead to."""


class Beside:
    """What is asked beside a session, at the door too: none of the eight questions, and nobody else in the room."""

    __slots__ = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """None of the eight."""
        return ()

    def company(self, answers: Answers) -> Company | None:
        """Nobody."""
        return None

    def minutes(self, answers: Answers) -> int | None:
        """As long as it takes."""
        return None

    def recalled(self, question: Question) -> tuple[str, ...]:
        """Nothing: there are no questions to which it could belong."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What an interview asks about: the guidance, the session's day, and whether it is the quick path.

    `today` is what "tomorrow" is counted from; it differs from `day` when a session is gone on with later. `turns` says
    who has had which role in earlier sessions; `expected` who was to come, `wishes` what they would like to do,
    `settled` what the situation was to be, `gathered` whose view is known, and `seen` which names stand in what was
    written. `adding` is what somebody adds once the questions are saved, `points` and `actions` how many of these
    there are, `themes` and `outcomes` which; `saved` tells that they are saved, so that they are not put again. `me` is
    whose an action is that somebody alone gives to nobody else, and `services` those they work in.
    """

    guidance: Guidance
    day: date
    today: date
    quick: bool
    mode: Mode = Mode.INDIVIDUAL
    turns: Turns = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    settled: str = ""
    gathered: tuple[Gathered, ...] = ()
    seen: tuple[CastEntry, ...] = ()
    themes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    points: int = 0
    actions: int = 0
    me: str = ME
    services: Setting | None = None
    adding: tuple[Addition, ...] = ()
    saved: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that will be put, in order: eight, or those of the quick path; none where they are saved.

        Those that a log has beside the eight follow them.
        """
        put = () if self.saved else self.guidance.asked
        return tuple(question for question in put if question.quick or not self.quick)

    def company(self, answers: Answers) -> Company | None:
        """Give those who take part, in a session with others; None as long as there are not two."""
        if self.mode is Mode.INDIVIDUAL:
            return None
        company = company_of(self.mode, answers, self.turns)
        return company if len(company.people) > 1 else None

    def minutes(self, answers: Answers) -> int | None:
        """Give how long there is, as somebody said."""
        return minutes_of(self.guidance, self.mode, answers, self.turns)

    def recalled(self, question: Question) -> tuple[str, ...]:
        """Give the views that were gathered beforehand, at the question that asks for views."""
        return tuple(f"{each.by}: {each.text}" for each in self.gathered) if question.views else ()

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
    if not interview.saved:
        yield from _questions(interview, answers)
    for addition in interview.adding:
        yield from added(addition, interview, answers)


def _questions(interview: Interview, answers: Answers) -> Iterator[Prompt]:
    """Give the questions, and what cannot wait until they are saved."""
    guidance, company = interview.guidance, interview.company(answers)
    pair = pair_of(answers) if interview.mode is Mode.INDIVIDUAL and not interview.quick else None
    bear_in_mind = to_bear_in_mind(guidance.page_of(interview.mode))
    yield replace(TITLE, more=bear_in_mind)
    if interview.mode is not Mode.INDIVIDUAL:
        yield from who_is_here(guidance, interview.mode, answers, interview.turns, interview.expected)
    if company:
        yield from opening(guidance, interview.questions, interview.mode, answers, interview.turns, interview.wishes)
    elif pair and (OPENING.key in answers or SECTION["situation"].key not in answers):
        yield opening_of_two(guidance)  # none for a draft of an earlier version, which is past it
    if not interview.quick or company:
        remark = ("In a few words: what was going on, and what was your work in it?",)
        situation = writing(
            SECTION["situation"].key, "The practice situation", remark=remark, prefill=interview.settled
        )
        yield replace(situation, more=bear_in_mind)
    if interview.mode is Mode.INDIVIDUAL:
        yield from one_to_one(answers)
    for question in interview.questions:
        last = company and question is interview.questions[-1]
        yield Prompt(
            key=section(question.id).key,
            kind=PromptKind.WRITING,
            ask=question.title,
            remark=before_question(question, answers),
            question=question,
            prefill=interview.settled if interview.quick and question is interview.questions[0] and not company else "",
            echo=partial(_closing_begins, guidance.running.closing) if last else None,
        )
        if not interview.quick:
            yield from after_question(question, interview.today, answers, company)
    if together := company or pair:
        yield from closing_round(together, answers)
    if interview.mode is Mode.COLLABORATIVE and company:
        yield passing_on()


def _closing_begins(lines: Sequence[str], _: str) -> str:
    """Say, once the last question is answered, what comes now."""
    return "\n".join(("The closing round", *lines))


def part_at(script: tuple[Prompt, ...], key: str) -> str:
    """Name the part of the session that a prompt falls in: a question's id, the closing round, or none of them."""
    part = ""
    for prompt in script:
        if prompt.question:
            part = prompt.question.id
        elif any(answer.takes(prompt.key) for answer in CLOSING_ROUND):
            part = CLOSING
        elif part == CLOSING:
            part = ""
        if prompt.key == key:
            return part
    return ""
