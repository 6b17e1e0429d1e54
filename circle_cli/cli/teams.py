"""What can be told to the commands for a log that several people share: `join`, `use`, `sync`, `copy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Argument, Command, Option, Require, SessionId
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import Unsure


def join(
    asked: Asked,
    address: Annotated[str, Argument("ADDRESS", "Where it is, as whoever looks after it says.")],
    folder: Annotated[str | None, Argument("[DIR]", "Where to; by its name, here, if left out.")] = None,
    reader: Annotated[bool, Option("--reader", "Only what waits to be read; no session comes along.")] = False,
) -> None:
    """Have a team's log on this computer too."""
    if reader:
        from circle_cli.commands.for_readers.joining import join_as_reader

        join_as_reader(asked, address, folder)
        return
    from circle_cli.commands.teams.join import join

    join(asked, address, folder)


def use(
    _: Asked,
    folder: Annotated[str | None, Argument("[DIR]", "A log's folder; left out, it says which is in use.")] = None,
    own: Annotated[bool, Option("--own", "Your own log again.")] = False,
) -> None:
    """Say which log circle is to use, wherever you are."""
    from circle_cli.commands.teams.use import use

    if own and folder:
        raise CircleError("--own is your own log, and DIR another", USAGE, do="give one of them")
    use(folder, own=own)


def sync(
    asked: Asked,
    address: Annotated[
        str | None, Option("--with", "Where its copy is to be, the first time.", metavar="ADDRESS")
    ] = None,
    driver: Annotated[bool, Option("--driver", "For git alone: bring two versions of a file together.")] = False,
    files: Annotated[list[str] | None, Argument("[FILES]", "For git alone, with --driver: %O %A %B %P.")] = None,
) -> None:
    """Bring in what others did, and send what you did."""
    if driver:
        from circle_cli.commands.teams.driver import drive

        drive(files or [])
        return
    if files:
        raise CircleError("sync takes the whole log", USAGE, do="circle sync --with ADDRESS says where its copy is")
    from circle_cli.commands.for_readers.syncing import sync

    sync(asked, address)


def copy(
    asked: Asked,
    session: SessionId,
    to: Annotated[str | None, Option("--to", "The folder of the log that it goes into.", metavar="LOG")] = None,
    with_cast: Annotated[bool, Option("--with-cast", "With the names of its people, and the list of them.")] = False,
    say_instead: Annotated[bool, Option("--say-instead", "With what to say instead of each name.")] = False,
    unsure: Annotated[
        Unsure | None, Option("--unsure", "What becomes of words that are a name, or an ordinary word.")
    ] = None,
    again: Annotated[bool, Option("--again", "Though it, or one like it, is there already.")] = False,
    require_commit: Require = False,
) -> None:
    """Copy a session into your team's log."""
    from circle_cli.commands.copying.copy import copy
    from circle_cli.commands.copying.retold import Told, Way

    if to is None:
        raise CircleError("it is not said where it goes", USAGE, do="--to LOG names the folder of your team's log")
    if with_cast and say_instead:
        raise CircleError("--with-cast and --say-instead are two ways", USAGE, do="give one of them")
    way = Way.CAST if with_cast else Way.INSTEAD if say_instead else None
    copy(asked, session, to, Told(way=way, unsure=unsure, again=again), require_commit=require_commit)


COMMANDS: dict[str, Command] = {"join": join, "use": use, "sync": sync, "copy": copy}
