"""Dealing the roles: everybody gets one, and turns go round from session to session. Pure.

Source: guidance/roles/. The facilitator may be questioner; in a collaborative session, questioner and boundary
setter; several can be encouragers. Who presents is asked, and never dealt; with those involved, nothing is: they all
look for good practice, until somebody would like to do something else.
"""

from collections.abc import Mapping, Sequence
from itertools import cycle

from circle_cli.interview.answers.people import Roles
from circle_cli.session.people import folded
from circle_cli.vocabulary import Mode, Role

_DEALT = (Role.QUESTIONER, Role.RECORDER, Role.BOUNDARY_SETTER)

Turns = Mapping[str, Mapping[str, int]]
"""How often each person (by their name, folded) has had each role."""


def deal(
    people: Sequence[str],
    facilitator: str,
    mode: Mode,
    turns: Turns,
    presenter: str = "",
    agreed: Roles | None = None,
) -> Roles:
    """Propose who has which role: whoever had it least often so far, then in the order of the names.

    `facilitator` takes part where they are among `people`; in training they may lead several groups and be in none.
    What was `agreed` before somebody else came, or could not come, stands for those who are here. Nobody presents
    where nobody has said that they would like to.
    """
    roles = _settled(people, facilitator, mode, presenter, agreed or {})
    left = list(without_role(people, roles))

    def give(role: str, name: str) -> None:
        roles[role] = (name,)
        if name in left:
            left.remove(name)

    def give_fairly(role: str) -> None:
        free = left or [name for name in people if name not in roles.get(Role.PRESENTER, ())]
        give(role, min(free, key=lambda name: (_had(name, role, turns), _loaded(name, roles), people.index(name))))

    for role in () if mode is Mode.COLLABORATIVE else _DEALT:
        if role not in roles:
            give_fairly(role)
    if left:
        roles[Role.ENCOURAGER] = tuple(left)
    elif mode is not Mode.COLLABORATIVE:
        others = [name for name in people if name not in roles.get(Role.PRESENTER, ())]
        give(Role.ENCOURAGER, min(others, key=lambda name: (_had(name, Role.ENCOURAGER, turns), _loaded(name, roles))))
    return {role: roles[role] for role in Role if role in roles}


def _settled(
    people: Sequence[str], facilitator: str, mode: Mode, presenter: str, agreed: Roles
) -> dict[str, tuple[str, ...]]:
    """Give the roles that go round no more: the presenter's, what was agreed, and what a facilitator does.

    Whoever presents now, and was to do something else, is free of that.
    """
    roles: dict[str, tuple[str, ...]] = {Role.PRESENTER: (presenter,)} if presenter in people else {}
    busy = roles.get(Role.PRESENTER, ()) if presenter not in agreed.get(Role.PRESENTER, ()) else ()
    for role, names in agreed.items():
        here = [name for name in names if name in people and name not in busy]
        if here and role != Role.ENCOURAGER:
            roles.setdefault(role, (here[0],))
    leads = facilitator in people and facilitator not in roles.get(Role.PRESENTER, ())
    if leads and Role.QUESTIONER not in roles:
        roles[Role.QUESTIONER] = (facilitator,)
        if mode is Mode.COLLABORATIVE:
            roles[Role.BOUNDARY_SETTER] = (facilitator,)
    return roles


def _had(name: str, role: str, turns: Turns) -> int:
    return turns.get(folded(name), {}).get(role, 0)


def _loaded(name: str, roles: Roles) -> int:
    return sum(name in names for names in roles.values())


def by_turn(people: Sequence[str], facilitator: str, turns: Turns) -> str:
    """Give who would present by turn: so it was where nobody was asked, and so drafts of earlier versions have it."""
    free = [name for name in people if name != facilitator] or people
    return min(free, key=lambda name: (_had(name, Role.PRESENTER, turns), people.index(name)))


def doubled(roles: Roles) -> tuple[str, ...]:
    """Give those who have more than one role."""
    names = [name for holders in roles.values() for name in holders]
    return tuple(dict.fromkeys(name for name in names if names.count(name) > 1))


def without_role(people: Sequence[str], roles: Roles) -> tuple[str, ...]:
    """Give those who have none."""
    held = {name for holders in roles.values() for name in holders}
    return tuple(name for name in people if name not in held)


def split_evenly(people: Sequence[str], groups: int) -> tuple[tuple[str, ...], ...]:
    """Split people into groups whose sizes differ by one at most, keeping neighbours in the list apart."""
    made: list[list[str]] = [[] for _ in range(groups)]
    for name, group in zip(people, cycle(made), strict=False):
        group.append(name)
    return tuple(tuple(group) for group in made)
