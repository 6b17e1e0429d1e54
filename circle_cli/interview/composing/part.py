"""The parts that a session's record is made of, and putting them together. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from circle_cli.interview.answers.answer import Answer, Answers, Declared
from circle_cli.interview.answers.listed import AnswerList
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All that composing goes by: what was asked and answered, who took part, and the session as it was before."""

    interview: Interview
    company: Company | None
    answers: Answers
    base: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some fields of a session, the answers that they are made of, and the way there and back."""

    made_of: tuple[Declared, ...]
    compose: Callable[[Telling], Mapping[str, Any]]
    decompose: Callable[[Session], Mapping[str, str | None]]


def whole_fields(declared: Iterable[Declared]) -> Iterator[Part]:
    """Give a part for each of these answers that becomes a field whole: its declaration knows the way."""
    for each in declared:
        if isinstance(each, Answer | AnswerList) and each.field:
            yield Part(made_of=(each,), compose=partial(_whole_field, each), decompose=each.decompose)


def _whole_field(declared: Answer[Any] | AnswerList, telling: Telling) -> Mapping[str, Any]:
    return declared.compose(telling.answers, telling.base)


def all_answers(parts: Iterable[Part]) -> Iterator[Declared]:
    """Give all the answers that some parts are made of."""
    return (each for part in parts for each in part.made_of)


def put_together(parts: Iterable[Part], telling: Telling, before: Answers) -> Session:
    """Put the parts into the session as it was; a part whose answers are those from `before` stays, to the letter."""
    fields: dict[str, Any] = {}
    for part in parts:
        if _changed(part, telling.answers, before):
            fields |= part.compose(telling)
    return replace(telling.base, **fields)


def _changed(part: Part, answers: Answers, before: Answers) -> bool:
    keys = (key for key in {*answers, *before} if any(each.takes(key) for each in part.made_of))
    return any(answers.get(key) != before.get(key) for key in keys)
