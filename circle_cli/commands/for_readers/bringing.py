"""`circle sync` in a reader's copy: what waits comes in, what was decided goes out, and nothing else does either."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from circle_cli.commands.drafts.committer import need_git, offer_to_unlock
from circle_cli.commands.edge import Asked, at_terminal, is_plain, row, say, today
from circle_cli.commands.for_readers.reading import to_read
from circle_cli.commands.teams.telling import LATER, counted
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.privacy import close_pulled
from circle_cli.log.syncing.folder import files_of, finish, go
from circle_cli.log.syncing.history import History, Locked
from circle_cli.log.travel.abroad import address_of
from circle_cli.log.travel.room import REF, TRACKING, Room, room_at
from circle_cli.share.packets.room import FOLDER, decision_on, packets_in, refuse_other
from circle_cli.system.early.heard import WAYS
from circle_cli.system.files import make_folder
from circle_cli.system.no_links import content_of

_TRIES = 5
_ASIDE = Path(".circle") / "not-sent"
_ENDS = ".decision.md"


def bring(asked: Asked, log: Log, address: str | None) -> None:
    """Send what was decided here, and fetch what waits now.

    Raises:
        CircleError: something is there that has no place there; or the folder was changed by hand.
    """
    need_git()
    if address:
        raise CircleError("a reader's copy goes where it came from", USAGE, do="circle sync, without --with")
    for _ in range(_TRIES):
        try:
            _bring(log, History(root=log.root))
            return
        except Locked as error:
            if not at_terminal() or not offer_to_unlock(log.root, error.lock, plain=is_plain(asked)):
                raise


def _bring(log: Log, history: History) -> None:
    with deciding(log.root):
        finish(history)
    there = address_of(history.git("remote", "get-url", "--", "origin").decode("utf-8").strip(), log.root)
    own = _decided_here(log, history)
    for _ in range(_TRIES):
        with ExitStack() as stack:
            try:
                room = stack.enter_context(room_at(there, log.root))
            except CircleError as error:
                say(str(error))
                waits = f"{counted(len(own), 'decision')} to be sent. " if own else ""
                say(f"{waits}Everything here is safe; say circle sync again later.")
                return
            if _brought(log, history, room, own):
                return
    raise CircleError("others are sending there just now", USAGE, do=LATER)


def _decided_here(log: Log, history: History) -> dict[str, bytes]:
    """Give the decisions that were not sent yet, by where they lie."""
    sent = files_of(history, history.commit("HEAD"))
    folder = log.root / FOLDER
    names = [path.name for path in folder.glob(f"*{_ENDS}")] if folder.is_dir() else []
    return {
        place: content_of(log.root / place) for place in (f"{FOLDER}/{name}" for name in names) if place not in sent
    }


def _brought(log: Log, history: History, room: Room, own: Mapping[str, bytes]) -> bool:
    """Send and take over what lies there; False where somebody else has sent something meanwhile."""
    for path, content in room.every_file():
        refuse_other(path, content)
    if not room.commit:
        say("Nothing is there for readers any more. What is here stays as it is.")
        return True
    there = room.files()
    packets = packets_in(there)
    fits = {
        place: content
        for place, content in own.items()
        if place not in there and (packet := packets.get(_point_of(place))) and decision_on(packet, content)
    }
    if fits and not room.put({**there, **fits}, today()):
        return False
    history.git("fetch", "-q", "--no-tags", "--", os.fsencode(room.store.folder), f"+{REF}:{TRACKING}", heard=WAYS)
    before, after, known = history.commit("HEAD"), history.commit(TRACKING), to_read(log).keys()
    for place in [place for place, content in own.items() if place not in fits and there.get(place) != content]:
        _put_aside(log, place)
    if before != after:
        with deciding(log.root):
            go(history, before, after, "circle sync")
        close_pulled(log.root)
    _tell(len(to_read(log).keys() - known), len(fits))
    return True


def _point_of(place: str) -> str:
    return place.removeprefix(f"{FOLDER}/").removesuffix(_ENDS)


def _put_aside(log: Log, place: str) -> None:
    """Keep what was decided too late where nothing sends it."""
    kept = log.root / _ASIDE / Path(place).name
    make_folder(kept.parent)
    (log.root / place).replace(kept)
    say(f"{_point_of(place)}: it waits no longer, or somebody else decided first. What you decided is kept in {kept}")


def _tell(came: int, sent: int) -> None:
    if came:
        row(f"Came in: {counted(came, 'text')} to read. circle review shows {'it' if came == 1 else 'them'}.")
    row(f"Sent: {counted(sent, 'decision')}. Thank you." if sent else "Nothing waits to be sent.")
