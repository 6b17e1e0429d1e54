"""The agenda: how the time there is goes round the questions, with the closing round protected. Pure.

Seconds are those of whatever clock the edge has; only differences count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from circle_cli.guidance.records import Question

_OPENING, _CLOSING = 1 / 12, 1 / 6
_CLOSING_MINUTES = 10
"""The closing round has ten minutes at least, or a third of a short session. Source: the running page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Minutes for each part: the opening, each question by its id, the closing round."""

    opening: int
    questions: Mapping[str, int]
    closing: int


def fit(questions: Sequence[Question], minutes: int) -> Agenda:
    """Fit the parts into so many minutes, each question by the weight that its page gives it."""
    closing = round(max(minutes * _CLOSING, min(_CLOSING_MINUTES, minutes / 3)))
    opening = round(minutes * _OPENING)
    room = minutes - closing - opening
    weights = sum(question.minutes for question in questions)
    ends = [round(room * sum(each.minutes for each in questions[: place + 1]) / weights)
            for place in range(len(questions))]  # fmt: skip
    spans = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    return Agenda(
        opening=opening,
        questions={question.id: span for question, span in zip(questions, spans, strict=True)},
        closing=closing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long a question may take: begun at `begun`, for so many `seconds`; the closing round begins at `closing`."""

    begun: float
    seconds: float
    closing: float

    @property
    def minutes(self) -> int:
        """Give the whole of it in minutes."""
        return max(1, round(self.seconds / 60))

    def over(self, now: float) -> bool:
        """Tell whether the time for this question is used."""
        return now - self.begun > self.seconds

    def said(self, now: float) -> str:
        """Say how the time stands, in a few words."""
        used = int((now - self.begun) // 60)
        until = round((self.closing - now) / 60)
        closing = f"closing round in {until} min" if until > 0 else "time for the closing round"
        if self.over(now):
            return f"{used} of {self.minutes} min used: boundary setter, time to move on, kindly; {closing}"
        return f"{used} of {self.minutes} min used; {closing}"


class Watch:
    """Keeps the time of one session: what a question takes longer is taken from those that follow, not from the end."""

    def __init__(self, questions: Sequence[Question], agenda: Agenda) -> None:
        self._questions, self._agenda = list(questions), agenda
        self._timings: dict[str, Timing] = {}
        self._closing: float | None = None

    def at(self, question: Question, now: float) -> Timing:
        """Give the timing of a question, which begins when it is first asked for.

        A session that is gone on with has the time that the agenda gave to the questions from here on.
        """
        if question.id not in self._timings:
            place = [each.id for each in self._questions].index(question.id)
            left = [self._agenda.questions[each.id] for each in self._questions[place:]]
            if self._closing is None:
                self._closing = now + 60 * sum(left)
            share = self._agenda.questions[question.id] / (sum(left) or 1)
            seconds = max(60.0, (self._closing - now) * share)
            self._timings[question.id] = Timing(begun=now, seconds=seconds, closing=self._closing)
        return self._timings[question.id]
