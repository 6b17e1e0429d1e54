"""The answers by which a portfolio is settled: what was asked for, and what was decided about what the check found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.notation import DAY, TEXT, YES
from circle_cli.share.proposing.answers import FINDING, MEANT, REASON, REWORDING

FRAMEWORK = Answer("framework", TEXT, unrecorded="it says which framework is meant")
FIRST = Answer("from", DAY, unrecorded="it says from when on sessions are gathered")
LAST = Answer("until", DAY, unrecorded="it says until when sessions are gathered")
TO = Answer("to", TEXT, unrecorded="it says where the document goes")
ANEW = Answer("anew", TEXT, unrecorded="it says that what was decided before is asked again")
READY = AnswerForEach("ready {}", TEXT, unrecorded="it says that the portfolio may be made")
WORDS = AnswerForEach("words/{}", TEXT, unrecorded="it is read from the sessions each time")
"""A text of a session that stands in the portfolio: no answer, but what the decisions are about."""

SHOWING: tuple[Declared, ...] = (FINDING, REWORDING, REASON, MEANT, READY, FRAMEWORK, FIRST, LAST, TO, ANEW)
"""All that is answered on the way to a portfolio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for: a framework by its id, the sessions of a time, and where the document goes.

    `anew`: what was decided before is asked again.
    """

    framework: str
    first: date | None = None
    last: date | None = None
    to: str = ""
    anew: bool = False

    def as_answers(self) -> Mapping[str, str | None]:
        """Give it as a draft keeps it."""
        given = {**FRAMEWORK.given(self.framework), **FIRST.given(self.first), **LAST.given(self.last)}
        return {**given, **TO.given(self.to or None), **ANEW.given(YES if self.anew else None)}


def wanted_in(answers: Answers) -> Wanted:
    """Read what was asked for."""
    return Wanted(
        framework=FRAMEWORK.text(answers),
        first=FIRST.value(answers),
        last=LAST.value(answers),
        to=TO.text(answers),
        anew=bool(ANEW.text(answers)),
    )
