"""Evidence by statement, as values: what each session shows, what none does, and what other editions named. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from circle_cli.days import in_print
from circle_cli.guidance.records import Framework, FrameworkStatement
from circle_cli.session.record import FrameworkLink, Session

_EDITION = re.compile(r"-[0-9]{4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a session shows of a statement, or for an outcome; `key` names the text among all of the portfolio's."""

    session: Session
    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A framework in one edition, and what the sessions of a time show of its statements, by their ids.

    `outcomes` are by their words. `elsewhere` says, a line each, what was named in another edition, or is not known.
    """

    framework: Framework
    first: date | None
    last: date | None
    sessions: tuple[Session, ...]
    by_statement: Mapping[str, tuple[Shown, ...]]
    outcomes: tuple[tuple[str, tuple[Session, ...]], ...]
    elsewhere: tuple[str, ...]
    moved: tuple[str, ...]

    @property
    def spoken_to(self) -> tuple[FrameworkStatement, ...]:
        """Give the statements to which a session speaks."""
        return tuple(each for each in self.framework.statements if self.by_statement.get(each.id))

    @property
    def not_yet(self) -> tuple[FrameworkStatement, ...]:
        """Give the statements to which none does."""
        return tuple(each for each in self.framework.statements if not self.by_statement.get(each.id))

    @property
    def in_it(self) -> tuple[Session, ...]:
        """Give the sessions that stand in it, oldest first."""
        shown = {each.session.id for found in self.by_statement.values() for each in found}
        shown |= {session.id for _, sessions in self.outcomes for session in sessions}
        return tuple(each for each in self.sessions if each.id in shown)

    @property
    def not_in_force(self) -> tuple[Session, ...]:
        """Give the sessions in it that took place while this edition was not in force."""
        return tuple(each for each in self.in_it if not self.framework.in_force(each.date))

    @property
    def texts(self) -> Iterator[tuple[Session, str, str]]:
        """Give every text of a session that others would read: its session, its key, its words."""
        for session in self.in_it:
            yield session, title_key(session), session.title
        for found in self.by_statement.values():
            yield from ((each.session, each.key, each.text) for each in found if each.text)
        for number, (words, sessions) in enumerate(self.outcomes):
            yield sessions[0], outcome_key(sessions[0], number), words


def title_key(session: Session) -> str:
    """Name a session's title among the texts."""
    return f"{session.id}/title"


def outcome_key(session: Session, number: int) -> str:
    """Name a learning outcome among the texts, by the first session that speaks to it."""
    return f"{session.id}/outcome/{number}"


def gather(
    framework: Framework,
    known: Sequence[Framework],
    sessions: Iterable[Session],
    first: date | None = None,
    last: date | None = None,
) -> Portfolio:
    """Gather what these sessions show of a framework; `known` are all those whose editions may be told apart."""
    held = sorted((each for each in sessions if not each.status.is_ahead), key=lambda each: (each.date, each.id))
    of_time = [each for each in held if (first or each.date) <= each.date <= (last or each.date)]
    editions = [each for each in known if each.id != framework.id and _is_same(each, framework)]
    ids = {each.id for each in framework.statements}
    by_statement: dict[str, list[Shown]] = {}
    elsewhere: list[str] = []
    for session in of_time:
        for number, link in enumerate(session.frameworks):
            if link.framework == framework.id and link.statement in ids:
                key = f"{session.id}/{link.statement}/{number}"
                shown = Shown(session=session, key=key, text=(link.how or "").strip())
                by_statement.setdefault(link.statement, []).append(shown)
            elif line := _named_elsewhere(framework, editions, session, link):
                elsewhere.append(line)
    return Portfolio(
        framework=framework,
        first=first,
        last=last,
        sessions=tuple(of_time),
        by_statement={key: tuple(found) for key, found in by_statement.items()},
        outcomes=_outcomes(of_time),
        elsewhere=tuple(elsewhere),
        moved=tuple(line for each in editions for line in differences(framework, each)),
    )


def _outcomes(sessions: Iterable[Session]) -> tuple[tuple[str, tuple[Session, ...]], ...]:
    found: dict[str, list[Session]] = {}
    for session in sessions:
        for words in dict.fromkeys(each.strip() for each in session.learning_outcomes):
            if words:
                found.setdefault(words, []).append(session)
    return tuple((words, tuple(each)) for words, each in found.items())


def _is_same(one: Framework, other: Framework) -> bool:
    return _family(one.id) == _family(other.id) or one.title.casefold() == other.title.casefold()


def _family(framework: str) -> str:
    """Give a framework's id without its edition."""
    return _EDITION.sub("", framework)


def _named_elsewhere(framework: Framework, editions: Sequence[Framework], session: Session, link: FrameworkLink) -> str:
    """Say that a session names a statement that this edition has not; nothing where it is of another framework."""
    when = f"the session of {in_print(session.date)}"
    if link.framework == framework.id:
        return f"{framework.short} {link.statement}, named in {when}: this edition has no such statement."
    edition = next((each for each in editions if each.id == link.framework), None)
    if edition is None:
        if _family(link.framework) != _family(framework.id):
            return ""
        return f"{link.framework} {link.statement}, named in {when}: that edition is not known here."
    named = edition.named(link.statement) or f"{edition.short}, {link.statement}"
    here = next((each for each in framework.statements if each.id == link.statement), None)
    now = f"here, {here.id} is {here.title}" if here else "here, no statement has that number"
    return f"{named}, named in {when}: {now}."


def differences(framework: Framework, edition: Framework) -> Iterator[str]:
    """Say how the statements of another edition stand in this one, where they do not stand as they did."""
    here = {each.id: each.title for each in framework.statements}
    number = {title.casefold(): each for each, title in here.items()}
    for each in edition.statements:
        if here.get(each.id, "").casefold() == each.title.casefold():
            continue
        if (moved := number.get(each.title.casefold())) is not None:
            now = f"has the number {moved} here"
        elif each.id in here:
            now = f"{each.id} is {here[each.id]} here"
        else:
            now = "is not here under that name or number"
        yield f"{edition.short}, {each.id} {each.title}: {now}."
