"""What is in a year, as values: nothing is scored, and nobody is compared with anybody. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from circle_cli.evidence.pieces import Piece, two_pieces
from circle_cli.evidence.year import Year
from circle_cli.guidance.records import Framework, FrameworkStatement
from circle_cli.session.record import ActionPoint, Session
from circle_cli.sparks.record import Spark
from circle_cli.vocabulary import Mode

_HALF_A_MONTH = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Something that was learnt, in the person's words, and the session it came from."""

    session: Session
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An action that a session led to."""

    session: Session
    action: ActionPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A session of which evidence was made, and whether it says what was learnt from a peer."""

    session: Session
    with_peer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A framework, and of its statements those that a session of the year speaks to, and those that none does yet.

    `by_statement` has the sessions for each that is spoken to.
    """

    framework: Framework
    by_statement: Mapping[str, tuple[Session, ...]]
    not_yet: tuple[FrameworkStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSeen:
    """A year as its sessions and sparks tell it. `quiet` are months (a year and a month) of which there is neither.

    The month that it is now is quiet at the earliest when half of it is over.
    """

    year: Year
    today: date
    sessions: tuple[Session, ...]
    ahead: tuple[Session, ...]
    learnt: tuple[Learnt, ...]
    actions: tuple[Agreed, ...]
    sparks: tuple[Spark, ...]
    spoken: tuple[Spoken, ...]
    quiet: tuple[tuple[int, int], ...]
    made: tuple[Made, ...]
    pieces: tuple[Piece, ...]

    @property
    def kinds(self) -> dict[Mode, int]:
        """Count the sessions of each kind."""
        return {mode: count for mode in Mode if (count := sum(each.mode is mode for each in self.sessions))}

    @property
    def days_left(self) -> int:
        """Count the days that are left of the year."""
        return self.year.days_left(self.today)


def look_at_year(
    year: Year,
    today: date,
    sessions: Iterable[Session],
    sparks: Iterable[Spark],
    frameworks: Sequence[Framework],
    whose: Iterable[str] | None = None,
    made: Mapping[str, bool] = MappingProxyType({}),
) -> YearSeen:
    """Put together what is in a year; of the actions, where it is said `whose`, only those.

    `made` has the ids of sessions of which evidence was made, and whether it says what was learnt from a peer: they are
    proposed for it last. Of sparks the newest come first.
    """
    mine = None if whose is None else frozenset(whose)
    inside = sorted((each for each in sessions if year.holds(each.date)), key=lambda each: (each.date, each.id))
    held = tuple(each for each in inside if not each.status.is_ahead)
    kept = tuple(sorted((each for each in reversed([*sparks]) if year.holds(each.day)), key=lambda each: each.day))
    days = {(day.year, day.month) for day in (*(each.date for each in held), *(each.day for each in kept))}
    return YearSeen(
        year=year,
        today=today,
        sessions=held,
        ahead=tuple(each for each in inside if each.status.is_ahead),
        learnt=tuple(learnt for each in held for learnt in learnt_in(each)),
        actions=tuple(
            Agreed(session=each, action=action)
            for each in held
            for action in each.action_points
            if mine is None or (action.who or "").casefold() in mine
        ),
        sparks=kept,
        spoken=tuple(_spoken(held, frameworks)),
        quiet=tuple(
            month
            for month in year.months(today)
            if month not in days and (month != (today.year, today.month) or today.day > _HALF_A_MONTH)
        ),
        made=tuple(Made(session=each, with_peer=made[each.id]) for each in held if each.id in made),
        pieces=two_pieces(held, tuple(made)),
    )


def learnt_in(session: Session) -> tuple[Learnt, ...]:
    """Give what was learnt in a session: its learning points, or else what was answered to that question."""
    texts = [each.text for each in session.learning_points] or [session.answers.get("learning", "")]
    return tuple(Learnt(session=session, text=" ".join(text.split())) for text in texts if text.strip())


def _spoken(sessions: Sequence[Session], frameworks: Sequence[Framework]) -> Iterable[Spoken]:
    """Give the frameworks that a session speaks to, in the order in which they are known."""
    for framework in frameworks:
        found: dict[str, tuple[Session, ...]] = {}
        for statement in framework.statements:
            link = (framework.id, statement.id)
            those = tuple(each for each in sessions if link in [(x.framework, x.statement) for x in each.frameworks])
            if those:
                found[statement.id] = those
        if found:
            not_yet = tuple(each for each in framework.statements if each.id not in found)
            yield Spoken(framework=framework, by_statement=found, not_yet=not_yet)
