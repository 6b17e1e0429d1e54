"""`circle share ID --packet FILE`: what is proposed goes into one file, for a second reader who has not got the log."""

from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.fit import explained_in, refuse_named, refuse_unsettled
from circle_cli.commands.door.own import unreadable_session
from circle_cli.commands.door.packets.reading import decision_beside
from circle_cli.commands.door.share import share, share_from
from circle_cli.commands.door.signing import own_keys, state
from circle_cli.commands.drafts.interview import what_next
from circle_cli.commands.edge import Asked, result, say
from circle_cli.commands.folders import refuse_public
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.durable import create_anywhere
from circle_cli.log.entries.sessions import FoundSession
from circle_cli.log.folder import Log, find_session
from circle_cli.log.history.keys import Key
from circle_cli.log.points import sessions_with
from circle_cli.session.file import read_session
from circle_cli.share.packets.packet import Packet, render_packet
from circle_cli.share.proposal import Proposal, State, path_of, proposed_by, read_proposal
from circle_cli.share.statement import Explained
from circle_cli.share.vetting import unsettled, visible
from circle_cli.system.typed import typed

_KEPT = "the author's reason is not sent, since it may tell of the story"


def share_packet(
    asked: Asked, short: str, number: int | None, source: str | None, named: str, *, require_commit: bool
) -> None:
    """Write the packet of what is proposed; what is not proposed yet is first."""
    log, path = log_for_sessions(asked), Path(named).expanduser()
    refuse_public(log, path, "--packet")
    own_keys()  # whoever cannot sign is told before they write
    waited = _waiting(log, short, number)
    if source is not None:
        share_from(asked, short, number, source, require_commit=require_commit)
    elif not waited:
        share(asked, short, number, require_commit=require_commit)
    waiting = _waiting(log, short, number)
    chosen = {key: each for key, each in waiting.items() if key not in waited} or waiting
    if len(chosen) > 1:
        do = f"give its number: circle share {short} N --packet {typed(named)}"
        raise CircleError(f"{short}: {len(chosen)} of its learning points wait for a second reader", USAGE, do=do)
    for proposal in chosen.values():
        _write(log, proposal, path)


def _waiting(log: Log, short: str, number: int | None) -> dict[int, Proposal]:
    """Find what of a session waits for a second reader, by the numbers of its learning points."""
    session = read_session(find_session(log, short))
    known = {each.id: path_of(log.root, each.point) for each in session.learning_points if each.point}
    found = {key: read_proposal(path) for key, path in known.items() if path.is_file() and number in (None, key)}
    return {key: each for key, each in found.items() if each.state is State.PROPOSED and proposed_by(each)}


def _write(log: Log, proposal: Proposal, path: Path) -> None:
    key = next((key for key in own_keys() if key.public == proposed_by(proposal)), None)
    if key is None:
        wrong = f"{proposal.point.id}: it was proposed with another key, and only its author can sign that it is safe"
        raise CircleError(wrong, USAGE, do="its author writes the file, on the computer where they proposed it")
    content = render_packet(packet_of(log, proposal, key)).encode("utf-8")
    try:
        create_anywhere(path, content, option="--packet")
    except FileExistsError:
        wrong = "is there already, and nothing was written over it"
        raise CircleError(wrong, USAGE, where=Place(path), do="choose another name with --packet") from None
    result(str(path))
    told = (
        "It holds the text that everyone might read, and your signed word that it was compared with the people of its "
        "story: nothing else of the session, and no name of yours. Send it to your second reader, who types the first "
        "of these and sends the other file back. Then you type the second:"
    )
    say("\n".join(("", *wrapped(told), "")))
    what_next(
        (typed("circle", "review", path.name), f"they read it; what they decide is in {decision_beside(path).name}"),
        (typed("circle", "take", decision_beside(path).name), "you take it into this log"),
    )


def packet_of(log: Log, proposal: Proposal, key: Key) -> Packet:
    """Make the packet of a proposal, which is compared with the people of its session once more.

    Raises:
        CircleError: something may tell who, where or when; or its session is not there to compare it with.
    """
    lists, sessions = load_lists(log.root), sessions_with(log, proposal.point.id, unreadable_session, copies=True)
    if not sessions:
        wrong = f"{proposal.point.id}: its session is not in this log, so nothing can be compared with it"
        raise CircleError(wrong, USAGE, do="write the file in the log that it comes from")
    refuse_unsettled(log, proposal, lists)
    refuse_named(proposal, sessions, lists)
    explained = _without_the_story((*_in_the_text(proposal), *_known_here(proposal, lists)), sessions, lists)
    return Packet(
        point=proposal.point, explained=explained, statement=state(proposal.point, explained, lists.version, key)
    )


def _in_the_text(proposal: Proposal) -> tuple[Explained, ...]:
    return tuple(each for each in proposal.explained if each.words in explained_in(proposal))


def _known_here(proposal: Proposal, lists: Lists) -> tuple[Explained, ...]:
    """Name the words that this log's own lists excuse: a reader's computer, which has not got them, asks about them."""
    words = [each.words for each in proposal.explained]
    texts = [text for _, text in visible(proposal.point)]
    found = [text[each.start : each.end] for text in texts for each in unsettled(text, (), load_lists(), words)]
    known = dict.fromkeys(" ".join(each.split()) for each in found)
    return tuple(Explained(words=each, reason="a list of its author's log has it") for each in known)


def _without_the_story(
    explained: tuple[Explained, ...], sessions: list[FoundSession], lists: Lists
) -> tuple[Explained, ...]:
    """Leave out a reason that may tell of the session: it was written for readers in this log alone."""
    cast = [entry for found in sessions for entry in found.session.cast or ()]
    words = [each.words for each in explained]
    told = {each for each in explained if unsettled(each.reason, cast, lists, words)}
    return tuple(replace(each, reason=_KEPT) if each in told else each for each in explained)
