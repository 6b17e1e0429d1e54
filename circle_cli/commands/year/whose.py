"""Which sessions of a log are in somebody's own year: all of one's own log, and of a team's those that are theirs."""

from collections.abc import Iterable, Sequence

from circle_cli.commands.edge import say
from circle_cli.commands.own_settings import my_name
from circle_cli.commands.sparks.whose import is_shared
from circle_cli.errors import CircleError
from circle_cli.log.entries.named import is_among
from circle_cli.log.entries.sessions import FoundSession
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.past import who_wrote
from circle_cli.session.people import folded, people_of
from circle_cli.vocabulary import ME, Mode

NOBODY = (
    "This log is not yours alone, and nobody knows here which sessions are yours: say your name in circle settings, as "
    "the sessions have it."
)


def names_of_mine(log: Log) -> tuple[str, ...] | None:
    """Give by which names somebody's part in a log is known; None where all of it is theirs."""
    name = my_name(log)
    return (ME, *dict.fromkeys((name, *name.split()))) if is_shared(log) else None


def mine_among(log: Log, found: Iterable[FoundSession]) -> list[FoundSession]:
    """Give those sessions in which whoever types here took part.

    One of somebody alone, whom it does not name, is theirs who committed it.
    """
    names = names_of_mine(log)
    if names is None:
        return list(found)
    if names == (ME, ""):
        say(NOBODY)
    return [each for each in found if _is_mine(log, each, names)]


def _is_mine(log: Log, found: FoundSession, names: Sequence[str]) -> bool:
    people = people_of(found.session)
    if people or found.session.mode is not Mode.INDIVIDUAL:
        known = {folded(name) for name in names if name}
        return any(folded(person) in known for person in people) or (
            bool(my_name(log)) and is_among((my_name(log),), people)
        )
    own, here = whose.identity(log.root), whose.given(log.root)
    try:
        wrote = who_wrote(log.root, found.path)
    except CircleError:
        return False
    return not wrote or any(
        whose.by_name_alone(each, here) or (own and whose.one_spelling(each.address) == whose.one_spelling(own))
        for each in wrote
    )
