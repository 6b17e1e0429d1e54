"""The agenda: how the time there is goes round the questions, with the closing round protected. Pure.

Seconds are those of whatever clock the edge has; only differences count, so midnight is an hour like any other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question

_OPENING, _CLOSING = 1 / 12, 1 / 6
_CLOSING_MINUTES = 10
"""The closing round has a sixth of the time; ten minutes at least (guidance/running.md), but a third at most."""

CLOSING = "closing"
"""The name of the closing round, as a part of the session beside the questions' ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Minutes for each part: the opening, each question by its id, the closing round."""

    opening: int
    questions: Mapping[str, int]
    closing: int

    def in_words(self) -> str:
        """Say how the time will go."""
        asked = sum(self.questions.values())
        opening = _in_minutes(self.opening)
        return ours(f"The time: {opening} to open, {asked} for the questions, {self.closing} to close.")


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
    """How long a part may take: begun at `begun`, for so many `seconds`.

    `closing` is when the closing round begins; None in the closing round itself.
    """

    begun: float
    seconds: float
    closing: float | None

    @property
    def about(self) -> str:
        """Say the whole of it, such as "About 8 minutes"."""
        return ours(f"About {_in_minutes(self.minutes)}")

    @property
    def minutes(self) -> int:
        """Give the whole of it in minutes."""
        return max(1, round(self.seconds / 60))

    def over(self, now: float) -> bool:
        """Tell whether the time for this part is used."""
        return now - self.begun > self.seconds

    def in_words(self, now: float) -> str:
        """Say how the time stands, in a few words; when it is used, the boundary setter's cue stands above them."""
        used = int((now - self.begun) // 60)
        if not self.over(now):
            return f"{used} of {self.minutes} min used, {max(1, self.minutes - used)} left{self._ahead(now)}"
        cue = "time to move on, kindly" if self.closing is not None else "time to finish, kindly"
        return f"Boundary setter: {cue}.\n{used} min used of {self.minutes}{self._ahead(now)}"

    def _ahead(self, now: float) -> str:
        if self.closing is None:
            return ""
        until = round((self.closing - now) / 60)
        return f"; closing round in {until} min" if until > 0 else "; time for the closing round"


class Watch:
    """Keeps the time of one session: what a part takes longer is taken from the questions that follow, not the end.

    It starts at `now`, with the opening; a session that is gone on with at the part `first` has the time that the
    agenda gives from there on.
    """

    def __init__(self, agenda: Agenda, now: float, first: str = "") -> None:
        self._agenda = agenda
        self._timings: dict[str, Timing] = {}
        opening = 0 if first else agenda.opening
        self._closing = now + 60 * (opening + sum(self._from(first or next(iter(agenda.questions)))))

    def at(self, part: str, now: float) -> Timing | None:
        """Give the timing of a question, by its id, or of the closing round; it begins when it is first asked for."""
        if part not in self._timings:
            if part == CLOSING:
                self._timings[part] = Timing(begun=now, seconds=60.0 * self._agenda.closing, closing=None)
            elif part in self._agenda.questions:
                share = self._agenda.questions[part] / (sum(self._from(part)) or 1)
                seconds = max(60.0, (self._closing - now) * share)
                self._timings[part] = Timing(begun=now, seconds=seconds, closing=self._closing)
        return self._timings.get(part)

    def _from(self, part: str) -> list[int]:
        """Give the minutes of a question and of those that follow it."""
        ids = list(self._agenda.questions)
        return [self._agenda.questions[each] for each in ids[ids.index(part) :]] if part in ids else []


def _in_minutes(count: int) -> str:
    return f"{count} minute" if count == 1 else f"{count} minutes"
