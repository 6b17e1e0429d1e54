"""`circle join --reader`: what waits to be read in a team's log, on this computer; no session comes along."""

from pathlib import Path

from circle_cli.commands.edge import Asked, result, say
from circle_cli.commands.teams.join import had
from circle_cli.commands.teams.telling import counted
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.erasing.store import Store
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.travel.abroad import address_of
from circle_cli.log.travel.room import clone_room, every_file, files_at
from circle_cli.settings import is_readers_copy
from circle_cli.share.packets.room import packets_in, refuse_other
from circle_cli.system.typed import typed


def join_as_reader(asked: Asked, address: str, folder: str | None) -> None:
    """Have what waits for a reader there, and nothing else.

    Raises:
        CircleError: nothing is there for readers, or something else is; or the folder holds something else.
    """
    log = had(address, folder, _clone)
    if not is_readers_copy(log.root):
        wrong = "a whole log is there already"
        raise CircleError(wrong, USAGE, where=Place(log.root), do="name another folder")
    result(str(log.root))
    texts = packets_in(files_at(Store(folder=log.root), "HEAD"))
    say(f"A reader's copy: {counted(len(texts), 'text')} to read, and no session.")
    say("This copy never asks for more. Whether its address would give more is up to whoever looks after that.")
    say(f"To read: {typed('circle', '--log', str(log.root), 'review')}. To send what you decide: circle sync, there.")


def _clone(address: str, made: Path) -> None:
    if not clone_room(address_of(address, Path.cwd()), made):
        shown = without_password(address)
        wrong = f"nothing is at {shown} for readers yet"
        do = (
            "if it is a team's, have somebody there propose something and say circle sync, and say this again; a base "
            f"is for everybody to read: {typed('circle', 'join', shown)}"
        )
        raise CircleError(wrong, USAGE, do=do)
    for path, content in every_file(Store(folder=made), "HEAD"):
        refuse_other(path, content)
