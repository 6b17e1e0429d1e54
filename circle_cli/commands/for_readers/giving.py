"""A log's side of its readers elsewhere: what waits is left where they come for it, and what they decided is taken.

Only its author can sign what goes into a packet, so each one's own are left there; anybody's sync takes a decision.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from circle_cli.commands.door.overtaken import is_unfinished
from circle_cli.commands.door.packets.taking import take_decision
from circle_cli.commands.door.packets.writing import packet_of
from circle_cli.commands.door.signing import own_keys, own_public_keys
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.edge import Asked, is_plain, row, say, today
from circle_cli.commands.folders import own_folder
from circle_cli.commands.remembered import told_before
from circle_cli.commands.teams.telling import LATER, counted
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import FOR_READERS
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import Log
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.syncing.history import History
from circle_cli.log.travel.abroad import address_of
from circle_cli.log.travel.room import files_at, room_at
from circle_cli.points.approval import digest
from circle_cli.settings import load_settings
from circle_cli.share.packets.packet import Packet, packed_by, render_packet
from circle_cli.share.packets.room import ALWAYS, decision_on, decision_place, packet_place, packets_in
from circle_cli.share.proposal import Proposal, State, proposal_files, proposed_by, read_proposal
from circle_cli.system.typed import typed
from circle_cli.vocabulary import LogKind

_TRIES = 5
_SAME = (
    "No session is in what they get. But the log itself lies at the same address: whoever may read there can read "
    "sessions as well. Before somebody outside the team gets it, give what waits for them an address of its own: "
    "for-readers: ADDRESS in circle.yml."
)
_OWN = "No session is at that address: whoever may read there reads what waits, and nothing else."


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Whether the log is to be synced once more, and whether all that waits for readers is where they come.

    Once more: a decision was taken into it, or something waits there that somebody may have proposed just now.
    """

    again: bool = False
    all_there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """The address at which readers come; of the log's own, git knows what it last saw there."""

    address: str
    seen: str = ""


def give(asked: Asked, log: Log, *, sure: bool) -> Given:
    """Leave there what waits, take out what waits no longer, and take what was decided into the log.

    Whoever proposes sends the log first: what is unknown here may be newer than what came in, until that is `sure`.
    """
    where = _where(log)
    if where is None:
        return Given()
    taken, told, newer = set[str](), set[str](), set[str]()
    known = set[str]()
    if where.seen or not load_settings(log.root).for_readers:
        there = files_at(Store(folder=log.root), where.seen) if where.seen else {}
        waiting, known = _waiting(log), {*packets_in(there)}
        if not _decided(waiting, there) and _wanted(log, waiting, there, told) == there:
            return Given()
    try:
        for _ in range(_TRIES):
            with room_at(where.address, log.root) as room:
                there = room.files()
                taken |= _take(asked, log, there, told)
                newer = set() if sure else _unknown(log, there) - known
                wanted = _wanted(log, _waiting(log), there, told, newer)
                if wanted == there or room.put(wanted, today()):
                    _tell(log, where, [each for each in packets_in(wanted) if packet_place(each) not in there])
                    return Given(again=bool(taken or newer), all_there=not told and not newer)
        raise CircleError("others are leaving something there just now", USAGE, do=LATER)
    except CircleError as error:
        say(f"For readers elsewhere: {error}")
        return Given(again=bool(taken), all_there=False)


def _where(log: Log) -> _Where | None:
    settings = load_settings(log.root)
    if settings.for_readers:
        return _Where(address=address_of(settings.for_readers, log.root))
    history = History(root=log.root)
    there = history.there() if settings.kind is LogKind.TEAM else None
    if there is None:
        return None
    address = history.git("remote", "get-url", "--", there.remote).decode("utf-8", "surrogateescape").strip()
    seen = f"refs/remotes/{there.remote}/{FOR_READERS}"
    return _Where(address=address_of(address, log.root), seen=seen if history.commit(seen) else "")


def _waiting(log: Log) -> dict[str, Proposal]:
    """Find what waits for a second reader, as its author signed it; or whose approval was cut short by a kill."""
    found: dict[str, Proposal] = {}
    for path in proposal_files(log.root):
        try:
            proposal = read_proposal(path)
        except CircleError:  # `circle check` says what is wrong with it
            continue
        waits = proposal.state is State.PROPOSED or is_unfinished(log, proposal)
        if waits and proposed_by(proposal):
            found[proposal.point.id] = proposal
    return found


def _packets(waiting: Mapping[str, Proposal], there: Mapping[str, bytes]) -> dict[str, Packet]:
    """Give the packets that lie there, and are what waits: the same words, signed by the same author."""
    return {
        name: packet
        for name, packet in packets_in(there).items()
        if name in waiting
        and digest(packet.point) == digest(waiting[name].point)
        and packed_by(packet) == proposed_by(waiting[name])
    }


def _decided(waiting: Mapping[str, Proposal], there: Mapping[str, bytes]) -> bool:
    packets = _packets(waiting, there)
    return any(decision_on(packet, there.get(decision_place(name))) for name, packet in packets.items())


def _unknown(log: Log, there: Mapping[str, bytes]) -> set[str]:
    """Name what lies there and was never proposed in this log, as far as it came in."""
    return packets_in(there).keys() - {path.stem for path in proposal_files(log.root)}


def _wanted(
    log: Log,
    waiting: Mapping[str, Proposal],
    there: Mapping[str, bytes],
    told: set[str],
    newer: Collection[str] = (),
) -> Mapping[str, bytes]:
    """Give what is to lie there: of what waits its packet, and the decision on it that was not taken yet."""
    packets, own = _packets(waiting, there), own_public_keys()
    places = [place for name in newer for place in (packet_place(name), decision_place(name))]
    wanted = {place: there[place] for place in places if place in there}
    for name, proposal in waiting.items():
        place = packet_place(name)
        if name in packets:
            wanted[place] = there[place]
            if decision_on(packets[name], there.get(decision_place(name))):
                wanted[decision_place(name)] = there[decision_place(name)]
        elif proposed_by(proposal) in own and (made := _made(log, proposal, told)):
            wanted[place] = made
    return {**ALWAYS, **wanted} if wanted or there else {}


def _made(log: Log, proposal: Proposal, told: set[str]) -> bytes | None:
    try:
        key = next(key for key in own_keys() if key.public == proposed_by(proposal))
        return render_packet(packet_of(log, proposal, key)).encode("utf-8")
    except CircleError as error:
        if proposal.point.id not in told:
            say(f"Not left for readers elsewhere: {error}")
        told.add(proposal.point.id)
        return None


def _take(asked: Asked, log: Log, there: Mapping[str, bytes], told: set[str]) -> set[str]:
    """Take what was decided on what waits; what cannot be taken is said, and stays there."""
    found = set[str]()
    for name, packet in _packets(_waiting(log), there).items():
        decision = decision_on(packet, there.get(decision_place(name)))
        if decision is None or name in told:
            continue
        say(f"A reader elsewhere has decided on “{packet.point.title}” ({name}).")
        try:
            done = take_decision(asked, log, decision, Path(decision_place(name)))
        except CircleError as error:
            say(f"It was not taken: {error}")
            told.add(name)
            continue
        found.add(name)
        tell_kept(log, *done.commits, plain=is_plain(asked), required=False)
    return found


def _tell(log: Log, where: _Where, new: list[str]) -> None:
    if not new:
        return
    address = without_password(where.address)
    row(f"Left for readers elsewhere: {counted(len(new), 'text')} to read.")
    if not told_before(own_folder(), log.root, f"for readers: {address}"):
        say("Your team reads it in this log. Whoever is to read it without:")
        say(typed("circle", "join", "--reader", address))
        say(_OWN if load_settings(log.root).for_readers else _SAME)
