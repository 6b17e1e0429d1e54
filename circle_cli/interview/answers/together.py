"""The answers of a session with others: while the questions go round, and in the closing round. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.notation import CHOSEN, LIST, TEXT, Notation, optional
from circle_cli.interview.answers.typed import GivenScore
from circle_cli.vocabulary import View

K = TypeVar("K")

BETWEEN = TEXT.between
"""What comes between several things that one person said, where they stand in one line."""

PRACTICE, QUESTIONING, SHARING = "practice", "questioning", "sharing"
FEEDBACK_PARTS = ("positive", "even_better", "will_use")


def _read_scores(text: str) -> Mapping[str, int]:
    parts = (part.rpartition(" ") for part in text.split(", ") if part)
    return {name: int(score) for name, _, score in parts}


def _write_scores(scores: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {score}" for name, score in scores.items())


def _write_views(views: tuple[str, ...]) -> str:
    return ", ".join(without_commas(view) for view in views)


def _read_viewed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read whose view was heard, and behind the word `imagined` whose was imagined; `heard` goes back."""
    found: dict[str, list[str]] = {"heard": [], "imagined": []}
    into = "heard"
    for part in LIST.read(text):
        word = VIEWED_AS.match(part)
        into = "imagined" if word and word[1].lower().startswith("i") else "heard" if word else into
        found[into] += filter(None, [part[word.end() :] if word else part])
    return tuple(dict.fromkeys(found["heard"])), tuple(dict.fromkeys(found["imagined"]))


def _write_viewed(views: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    heard, imagined = (tuple(without_commas(view) for view in each) for each in views)
    return ", ".join((*heard, *((f"imagined {imagined[0]}", *imagined[1:]) if imagined else ())))


def without_commas(view: str) -> str:
    """Give a view as it stands among others in one line."""
    return view.replace(",", "")


SCORES_BY_NAME = Notation(_read_scores, _write_scores)
"""Such as `Sam 8, Jo 6`."""


def _read_numbers(text: str) -> tuple[GivenScore, ...]:
    found = (_NUMBER.fullmatch(part) for part in text.split(", ") if part)
    return tuple(GivenScore(each[1], int(each[2]), View(each[3]) if each[3] else None) for each in found if each)


def _write_numbers(numbers: Sequence[GivenScore]) -> str:
    return ", ".join(f"{name} {score}{f' {view}' if view else ''}" for name, score, view in numbers)


_NUMBER = re.compile(r"(.+) ([0-9]+)(?: (told|imagined))?")
NUMBERS_BY_NAME: Notation[Sequence[GivenScore]] = Notation(_read_numbers, _write_numbers, between=", ")
"""Such as `Sam 8, Jo 6, her gran 9 told`."""

VIEWS = Notation(LIST.read, _write_views, LIST.between)

SPOKEN = optional(str, str, between="\n")
"""What was said one after another, a line each."""

VIEWED_AS = re.compile(r"(heard|imagined?)\b:?\s*", re.IGNORECASE)
"""The words that say of those behind them how their view came in."""

OPENING = Answer("opening", CHOSEN)
ALL_READY, ON = "ready", "on"
"""What is said when the session, and its closing round, can begin."""

NUMBERS = {question: Answer(f"numbers/{question}", NUMBERS_BY_NAME) for question in QUESTIONS}
"""What each gave, and those who are not there, as told or imagined; whose it was is not kept among many."""

SCORES = {question: Answer(f"scores/{question}", SCORES_BY_NAME) for question in QUESTIONS}
"""As it was asked before, by name, and kept by role: drafts have it."""

EARLIER_SCORES = AnswerForEach("scaling/{}/everyone", TEXT, unrecorded="first drafts had it; they are asked for anew")
VIEWED = Answer("views/both", Notation(_read_viewed, _write_viewed, between=", heard "))
"""Whose view was heard, and whose imagined: `the GP, imagined managers`."""

HEARD = Answer("views/heard", VIEWS)
IMAGINED = Answer("views/imagined", VIEWS)
"""As it was asked before, one after the other: drafts have it."""


CLOSING = Answer("closing", CHOSEN)
NOTICED = AnswerForEach("noticed/{}", SPOKEN)
"""What each person noticed, of whomever: a line each, with the name first where it is not for the presenter."""

SAID_OF_IT = {"positive": Answer("round/positive", SPOKEN), "even_better": Answer("round/even-better", SPOKEN)}
"""What all of them said of the session, a line each, whoever said it first."""

TAKEN_AWAY = Answer("round/taken-away", SPOKEN)

OBSERVATIONS = {kind: AnswerForEach(f"observations/{kind}/{{}}", TEXT) for kind in (PRACTICE, QUESTIONING, SHARING)}
FEEDBACK_FROM = Answer("feedback/who", LIST)
FEEDBACK = {part: AnswerForEach(f"feedback/{{}}/{part}", TEXT) for part in FEEDBACK_PARTS}
TAKEAWAYS = AnswerForEach("takeaways/{}", TEXT)
"""As it was asked before, one by one: drafts have it. Of each person's feedback, what they will use still is."""

EARLIER_ROUND: tuple[Declared, ...] = (CLOSING, *OBSERVATIONS.values(), FEEDBACK_FROM, *FEEDBACK.values(), TAKEAWAYS)
CLOSING_ROUND: tuple[Declared, ...] = (NOTICED, *SAID_OF_IT.values(), TAKEN_AWAY, *EARLIER_ROUND)
ASKED_BEFORE: tuple[Declared, ...] = (*EARLIER_ROUND, HEARD, IMAGINED, *SCORES.values())
"""What earlier versions asked for, and what is asked otherwise now, or later; of scores, those of some questions."""

TOGETHER: tuple[Declared, ...] = (
    OPENING,
    *NUMBERS.values(),
    *SCORES.values(),
    EARLIER_SCORES,
    VIEWED,
    HEARD,
    IMAGINED,
    *CLOSING_ROUND,
)


def each_given(declared: Mapping[K, AnswerForEach[str | None]], answers: Answers) -> Iterator[tuple[K, str, str]]:
    """Give whatever was said, in the order in which it was: what it is about, by whom, and the text."""
    for key, text in answers.items():
        for what, each in declared.items():
            if text and text.strip() and (name := each.name_in(key)):
                yield what, name, text
