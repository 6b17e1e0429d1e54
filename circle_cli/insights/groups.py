"""Which sessions a log that others share tells of: whole groups alone, so that neither one look nor two tell of fewer.

The sessions are counted in groups, in the order in which they came into the log. A line of figures grows only where a
group ends, and only by so many sessions of so many people; so what is different between two looks is never of fewer.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from circle_cli.session.people import folded
from circle_cli.session.record import Session
from circle_cli.vocabulary import ME, Role

FEWEST_PEOPLE = 3
"""Of two, each could tell what is the other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How a session came into a log: as the how manyth, and by whom."""

    number: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The sessions of a log in groups, by their ids; `whose` are the people whose session each is."""

    least: int = 1
    each: tuple[tuple[str, ...], ...] = ()
    whose: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def told(self, those: Iterable[Session]) -> list[Session]:
        """Give those of these sessions that may be told together; all of them in somebody's own log."""
        if self.least == 1:
            return list(those)
        by_id = {each.id: each for each in those}
        found: list[Session] = []
        waiting: list[Session] = []
        for group in self.each:
            waiting += [by_id[each] for each in group if each in by_id]
            if self.are_enough(waiting):
                found, waiting = [*found, *waiting], []
        return found

    def are_enough(self, those: Sequence[Session]) -> bool:
        """Tell whether these are so many sessions, of so many people."""
        people = frozenset[str]().union(*(self.whose[each.id] for each in those))
        return self.least == 1 or (len(those) >= self.least and len(people) >= FEWEST_PEOPLE)


def groups_of(sessions: Iterable[Session], came: Callable[[Session], Came | None], least: int) -> Groups:
    """Put the sessions of a log that others share in groups; the newest are in none while they are too few."""
    known = [(each, came(each)) for each in sessions]
    last = len(known)
    ordered = sorted(known, key=lambda pair: (pair[1].number if pair[1] else last, pair[0].date, pair[0].id))
    alone = Groups(least=least, whose={each.id: _whose(each, how.by if how else "") for each, how in known})
    groups: list[tuple[str, ...]] = []
    waiting: list[Session] = []
    for session, _ in ordered:
        waiting.append(session)
        if alone.are_enough(waiting):
            groups.append(tuple(each.id for each in waiting))
            waiting = []
    return Groups(least=least, each=tuple(groups), whose=alone.whose)


def _whose(session: Session, by: str) -> frozenset[str]:
    """Give whose session it is, by first names alone: whoever presents, or else whoever brought it into the log."""
    named = [folded(name) for name in session.roles.get(Role.PRESENTER, ())]
    people = [name for name in named if name and name != ME] or [folded(by)]
    return frozenset(name.split()[0] if name else session.id for name in people)
