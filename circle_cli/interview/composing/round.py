"""What the closing round becomes of a session: observations, feedback, and what each takes away. Pure.

A line that the session held already stays what it was, to the letter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.interview.answers.together import (
    BETWEEN,
    FEEDBACK,
    FEEDBACK_FROM,
    NOTICED,
    OBSERVATIONS,
    SAID_OF_IT,
    TAKEAWAYS,
    TAKEN_AWAY,
    each_given,
)
from circle_cli.interview.composing.earlier_round import told_before
from circle_cli.interview.composing.part import Part, Telling
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.round import pair_of, tellers
from circle_cli.interview.script.during.spoken import CONTINUED, as_line, named_first, said_in
from circle_cli.interview.script.during.told import everybody, told_to, whom
from circle_cli.interview.script.people import EVERYONE
from circle_cli.session.people import FACILITATOR
from circle_cli.session.record import Feedback, FeedbackFrom, Observation, Session, Takeaway

T = TypeVar("T")

_ALL = ""
"""Whose it is that nobody's name stands before: everybody's."""


def _observations(telling: Telling) -> Mapping[str, Any]:
    company, base = telling.company or pair_of(telling.answers), telling.base
    if company is None:
        return {}
    order = {name: place for place, name in enumerate(tellers(company))}
    made = list(told_before(company, telling.answers))
    for _, by, text in each_given({"": NOTICED}, telling.answers):
        there = [each for each in base.observations if _teller(each, base) == by]
        for line in said_in(text, whom(company)):
            told = told_to(line, by, company)
            before = [each for each in there if line == _as_said(each, base) or told == (each.to, each.text)]
            if before:
                there.remove(before[0])
            made += before[:1] or [Observation(by=by, to=told[0], text=told[1])]
    found = sorted(_once(made, base.observations), key=lambda each: order.get(_teller(each, base), len(order)))
    return {"observations": tuple(found)}


def _once(made: Sequence[T], before: Sequence[T]) -> Iterator[T]:
    """Leave out what was said twice, by two ways of writing a name; not what stood in the file twice."""
    for place, each in enumerate(made):
        if made[:place].count(each) < max(1, before.count(each)):
            yield each


def _observations_of(session: Session) -> Mapping[str, str | None]:
    said: dict[str, list[str]] = {}
    for each in session.observations:
        said.setdefault(_teller(each, session), []).append(as_line(_as_said(each, session)))
    return {key: text for by, lines in said.items() for key, text in NOTICED.of(by).given("\n".join(lines)).items()}


def _teller(observation: Observation, session: Session) -> str:
    """Give who told it, whom a sheet names by what they did."""
    led = observation.by == FACILITATOR and session.facilitator
    return session.facilitator or "" if led else observation.by


def _as_said(observation: Observation, session: Session) -> str:
    """Write an observation as somebody would, so that it reaches whom it is for."""
    company = Company(people=session.people, facilitator=session.facilitator or "", roles=session.roles)
    to, text = observation.to, observation.text
    plain = not text.startswith(CONTINUED) and told_to(text, _teller(observation, session), company) == (to, text)
    return text if plain else f"{to}: {text}"


def _said(telling: Telling) -> Mapping[str, Any]:
    """Give what was said of the session and what each takes away; without a name it is said by all."""
    company, base, answers = telling.company or pair_of(telling.answers), telling.base, telling.answers
    if company is None:
        return {}
    people, parts = everybody(company), {**SAID_OF_IT, "will_use": TAKEN_AWAY}
    said = {part: list(_each_said(answer, part, people, telling)) for part, answer in parts.items()}
    return {
        "takeaways": _takeaways(said["will_use"], answers, base),
        "feedback_from": _feedback_from(said, answers, base),
        "feedback": _feedback(said, base),
    }


def _each_said(
    answer: Answer[str | None], part: str, people: Sequence[str], telling: Telling
) -> Iterator[tuple[str, str]]:
    """Give by whom each line was said, and the words."""
    before = {line: (name, text) for line, name, text in _lines(telling.base, part, people)}
    for line in said_in(answer.text(telling.answers), people):
        names, words = named_first(line, people)
        known = before.get(line)
        yield from [known] if known else [(_ALL if name == EVERYONE else name, words) for name in names or (_ALL,)]


def _lines(session: Session, part: str, people: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Give each line of a part, with whoever said it, and the words; what is said by all comes first."""
    of_all = (getattr(session.feedback, part) if session.feedback else None) or ""
    apart = [line for line in of_all.split("\n") if line.strip()]
    for text in apart if "\n".join(apart) == of_all else [of_all]:
        plain = not text.startswith(CONTINUED) and named_first(text, people) == ((), text)
        yield text if plain else f"{EVERYONE}: {text}", _ALL, text
    for each in session.takeaways if part == "will_use" else session.feedback_from:
        text = each.text if isinstance(each, Takeaway) else getattr(each, part)
        if text:
            yield f"{each.by}: {text}", each.by, text


def _takeaways(said: Sequence[tuple[str, str]], answers: Answers, base: Session) -> tuple[Takeaway, ...]:
    there, made = list(base.takeaways), list[Takeaway]()
    asked_before = [(name, text) for _, name, text in each_given({"": TAKEAWAYS}, answers)]
    for name, words in (*asked_before, *said):
        before = [each for each in there if (each.by, each.text) == (name, words)]
        if before:
            there.remove(before[0])
        made += before[:1] or ([Takeaway(by=name, text=words)] if name != _ALL else [])
    return tuple(_once(made, base.takeaways))


def _feedback_from(
    said: Mapping[str, Sequence[tuple[str, str]]], answers: Answers, base: Session
) -> tuple[FeedbackFrom, ...]:
    """Give each person's feedback; one that was there stays unless they said something else."""
    given: dict[str, dict[str, list[str]]] = {each.by: {} for each in base.feedback_from}
    asked_now = [(part, name, words) for part in SAID_OF_IT for name, words in said[part]]
    for part, name, words in (*each_given(FEEDBACK, answers), *asked_now):
        texts = given.setdefault(name, {}).setdefault(part, [])
        texts += [words] if words not in texts and name != _ALL else []
    made: list[FeedbackFrom] = []
    for name, parts in given.items():
        before = [each for each in base.feedback_from if each.by == name]
        now = {part: BETWEEN.join(texts) for part, texts in parts.items() if texts}
        extra = before[0].extra if before else {}
        made += before if now == _offered(before) else [FeedbackFrom(by=name, **now, extra=extra)] if now else []
    return tuple(made)


def _offered(given: Sequence[FeedbackFrom]) -> dict[str, str]:
    """Give what one person said of the session, by what it is about."""
    found = {part: dict.fromkeys(text for each in given if (text := getattr(each, part))) for part in FEEDBACK}
    return {part: BETWEEN.join(texts) for part, texts in found.items() if texts}


def _feedback(said: Mapping[str, Sequence[tuple[str, str]]], base: Session) -> Feedback | None:
    of_all = {part: dict.fromkeys(words for name, words in each if name == _ALL) for part, each in said.items()}
    texts: dict[str, Any] = {part: "\n".join(words) or None for part, words in of_all.items()}
    made = replace(base.feedback or Feedback(), **texts)
    return made if made != Feedback() else None


def _said_of(session: Session) -> Mapping[str, str | None]:
    people = everybody(Company(people=session.people, facilitator=session.facilitator or "", roles=session.roles))
    answers: dict[str, str | None] = {}
    for part, answer in {**SAID_OF_IT, "will_use": TAKEN_AWAY}.items():
        lines = [as_line(line) for line, _, _ in _lines(session, part, people)]
        answers |= answer.given("\n".join(lines)) if lines else {}
    for name in dict.fromkeys(each.by for each in session.feedback_from):
        will_use = _offered([each for each in session.feedback_from if each.by == name]).get("will_use")
        answers |= FEEDBACK["will_use"].of(name).given(will_use) if will_use else {}
    return answers


ROUND = (
    Part(made_of=(NOTICED, *OBSERVATIONS.values()), compose=_observations, decompose=_observations_of),
    Part(
        made_of=(*SAID_OF_IT.values(), TAKEN_AWAY, TAKEAWAYS, FEEDBACK_FROM, *FEEDBACK.values()),
        compose=_said,
        decompose=_said_of,
    ),
)
