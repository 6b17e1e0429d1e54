"""`circle review` in a reader's copy: what waits is listed, and read as a packet is."""

from circle_cli.commands.door.packets.reading import decision_beside, review_file
from circle_cli.commands.edge import Asked, row, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.share.packets.packet import Packet
from circle_cli.share.packets.room import FOLDER, packet_place, packets_in
from circle_cli.system.no_links import content_of, is_there


def review_sent(asked: Asked, log: Log, short: str | None) -> None:
    """Read what waits in a reader's copy; without its id, the one that does, or a list of those that do.

    Raises:
        CircleError: nothing of that id waits, or several do.
    """
    wanted = (short or "").strip().lower()
    found = {name: packet for name, packet in to_read(log).items() if name.startswith(wanted)}
    if len(found) == 1:
        review_file(asked, str(log.root / packet_place(*found)))
    elif found and short:
        raise CircleError(f"{short}: could be any of {len(found)}", USAGE, do="give more of the id")
    elif short and is_there(log.root / packet_place(wanted)):
        raise CircleError(f"{short}: somebody has decided on it", USAGE, do="circle sync sends what you decided")
    elif short:
        wrong = f"{short}: nothing of that id waits"
        raise CircleError(wrong, USAGE, do="circle review shows what does, and circle sync fetches what is new")
    else:
        for name, packet in found.items():
            row(f"{name}  {packet.point.title}")
        say("To read one: circle review, and its id." if found else "Nothing waits for you. circle sync looks again.")


def to_read(log: Log) -> dict[str, Packet]:
    """Give what waits here and nobody has decided on, by the ids of the learning points."""
    names = sorted((log.root / FOLDER).glob("*.md")) if (log.root / FOLDER).is_dir() else []
    files = {f"{FOLDER}/{path.name}": content_of(path) for path in names if path.is_file()}
    there = packets_in(files)
    return {name: each for name, each in there.items() if not is_there(decision_beside(log.root / packet_place(name)))}
