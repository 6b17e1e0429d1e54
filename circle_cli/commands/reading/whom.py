"""Whom somebody means by `--who`."""

from circle_cli.commands.edge import as_typed
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.shown import one_line
from circle_cli.vocabulary import ME


def name_typed(who: str | None) -> str | None:
    """Give the name behind `--who`; None where nobody is asked for.

    Raises:
        CircleError: there is none in it.
    """
    name = None if who is None else " ".join(one_line(as_typed(who)).split())
    if name == "":
        raise CircleError("--who: whose?", USAGE, do=" Give a name, or leave --who out for everybody's")
    return name


def names_of(log: Log, name: str) -> tuple[str, ...]:
    """Give by which names somebody is meant: whoever types here is "me" in a log of their own."""
    from circle_cli.commands.own_settings import my_name

    mine = my_name(log)
    if name.casefold() == ME:
        return (name, mine) if mine else (name,)
    return (name, ME) if name.casefold() in (mine.casefold(), *mine.casefold().split()) else (name,)
