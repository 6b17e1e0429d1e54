"""`circle review FILE`: a reader without the log reads a packet; the decision lies beside it, signed."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from circle_cli import __version__
from circle_cli.commands.door.overtaken import Overtaken, put_away
from circle_cli.commands.door.signing import own_keys, own_public_keys, signed
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold
from circle_cli.commands.drafts.unfinished import WELCOME_BACK, begun_with, reopened
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, say, today
from circle_cli.commands.folders import own_log_folder
from circle_cli.commands.pace import pace
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import MARK
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.log.durable import clear_begun, create_anywhere
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.keys import Key, sign
from circle_cli.points.approval import digest
from circle_cli.points.record import Approval
from circle_cli.settings import is_readers_copy
from circle_cli.share.noticing import notice
from circle_cli.share.packets.decision import DECISION, Decision, decided, render_decision
from circle_cli.share.packets.packet import Packet, packed_by, parse_packet
from circle_cli.share.packets.room import FOLDER
from circle_cli.share.proposal import Reading, State
from circle_cli.share.proposing.settling import RECENT
from circle_cli.share.reviewing import DIGEST, SEEN, Review, reading_of
from circle_cli.signing.signatures import fingerprint
from circle_cli.system.no_links import content_of
from circle_cli.system.typed import typed
from circle_cli.vocabulary import CastCheck, ReviewKind

_SAYS_SO = re.compile(rb"(?m)^kind: (?:packet|decision)\r?$")
_BEGINNING = 1000
_WORDS = {
    State.APPROVED: "Approved: thank you for reading it with so much care.",
    State.RETURNED: "Returned, with your comment. Thank you.",
    State.DECLINED: "Declined, with your comment. Thank you.",
}


def names_a_file(named: str | None) -> bool:
    """Tell whether what stands behind `circle review` is a file that somebody sent: no proposal's id, no page's name.

    In the folder of a log only what says that it is one counts; elsewhere any file is looked at.
    """
    path = Path(named or "").expanduser().absolute()
    if not named or not os.path.isfile(path):  # noqa: PTH113 (Path's own raises where it may not look)
        return False
    with path.open("rb") as file:
        says_so = _SAYS_SO.search(file.read(_BEGINNING)) is not None
    return says_so or not any((above / MARK).exists() for above in path.parents)


def decision_beside(packet: Path) -> Path:
    """Give where the decision on a packet lies."""
    return packet.with_name(f"{packet.stem}.decision.md")


def review_file(asked: Asked, named: str) -> None:
    """Show what is in a packet, ask a second reader's questions, and write what they decide beside it, signed."""
    path = Path(named).expanduser().absolute()
    packet = _packet(path)
    key = own_keys()[0]
    if packed_by(packet) in {key.public, *own_public_keys()}:
        raise CircleError("Its author has the same key as you, so somebody else reads it", USAGE, where=Place(path))
    _refuse_decided(path, key)
    need_terminal("a second person has to read it; there is no flag for that")
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=False)
    with keys.reading():
        draft, state = _opened(path, packet, how)
        _hold(path, packet, key, draft, state, how)


def say_which_file(_log: Log, draft: Draft, state: DraftState, _how: How) -> None:
    """Say how to go on with a reading: no path that stands in a draft is followed."""
    draft.close()
    named = typed("circle", "review", state.head.deepens or "FILE")
    raise CircleError(f"{state.head.id}: it is read from a file", USAGE, do=f"to go on with it: {named}")


def _packet(path: Path) -> Packet:
    packet = parse_packet(content_of(path), str(path))
    if packed_by(packet) is None:
        wrong = "its author's signature does not fit what is in it"
        raise CircleError(wrong, where=Place(path), do="ask whoever sent it to send it again, as an attachment")
    return packet


def _refuse_decided(path: Path, key: Key) -> None:
    beside = decision_beside(path)
    clear_begun(beside)
    if os.path.lexists(beside):
        wrong = f"is there already: somebody has decided. If it was you, your key is {fingerprint(key.public)}"
        raise CircleError(wrong, USAGE, where=Place(beside), do="to decide anew, move it away first")


def _opened(path: Path, packet: Packet, how: How) -> tuple[Draft, DraftState]:
    """Begin to read, or go on where this reading was left; one of other words is put away."""
    log = Log(root=own_log_folder(), own=True)
    head = DraftHead(
        id=f"packet-{packet.point.id}",
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        kind=DraftKind.PACKET,
        deepens=str(path),
        named=packet.point.title,
        start=_start(packet),
    )
    unfinished = begun_with(log, head.id)
    if unfinished is not None:
        draft, state = reopened(unfinished.path, how)
        if state.head.start == head.start:
            greet(WELCOME_BACK, how)
            return draft, state
        changed = Overtaken(f"{path}: it is not as it was when you began to read it", USAGE)
        say(str(put_away(draft, state.answers, state.halves, changed)))
    greet(
        "Please read it as somebody would who would like to know who it is about: a relative, a neighbour, "
        "a colleague, a reporter. You see the text alone, and that is on purpose.",
        how,
    )
    return begin_draft(log, head), DraftState(head=head)


def _start(packet: Packet) -> Answers:
    """Give what a reading begins from: these words, with this signature."""
    return {**DIGEST.given(digest(packet.point)), **SEEN.given(packet.statement.signature)}


def _hold(path: Path, packet: Packet, key: Key, draft: Draft, state: DraftState, how: How) -> None:
    recent = may_be_recent(packet.point.year, today())
    noticed = notice(packet.point, packet.explained, load_lists(), None, None, is_stated=True, may_be_recent=recent)
    script = Review(guidance=load_guidance(None), point=packet.point, noticed=noticed, hurried=pace())

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        reading = reading_of(answers, whose.identity(path.parent) or fingerprint(key.public), today())
        if reading.decision is State.APPROVED and noticed.obstacle:
            raise CircleError(noticed.obstacle)
        if _start(_packet(path)) != state.head.start:
            raise put_away(draft, answers, {}, Overtaken(f"{path}: somebody changed it while you read it", USAGE))
        beside = _written(path, made(packet, reading, key))
        return lambda: _last_words(path, beside, reading.decision, key, how)

    hold(Log(root=own_log_folder(), own=True), script, draft, state, how, finish)


def may_be_recent(year: int, on: date) -> bool:
    """Tell whether what was proposed in a year may be of a session of the last days; no day is in a packet."""
    return (on - date(year, 12, 31)).days < RECENT


def made(packet: Packet, reading: Reading, key: Key) -> Decision:
    """Make a decision on a packet, signed."""
    approval = None
    if reading.decision is State.APPROVED:
        said = Approval(
            sha256=digest(packet.point),
            review=ReviewKind.SECOND,
            tool=__version__,
            lists=load_lists().version,
            cast=CastCheck.STATED,
            explained=tuple(each.words for each in packet.explained),
        )
        approval = signed(packet.point, said, key).approval
    decision = Decision(point=packet.point.id, sha256=digest(packet.point), reading=reading, approval=approval)
    return replace(decision, signature=sign(decided(decision), DECISION, key))


def _written(path: Path, decision: Decision) -> Path:
    beside = decision_beside(path)
    try:
        create_anywhere(beside, render_decision(decision).encode("utf-8"), option="--log")
    except FileExistsError:
        raise CircleError("is there already", USAGE, where=Place(beside), do="move it away first") from None
    return beside


def _last_words(path: Path, beside: Path, decision: State, key: Key, how: How) -> None:
    if path.parent.name == FOLDER and is_readers_copy(path.parent.parent):
        greet(f"{_WORDS[decision]} Nothing is published by it yet. circle sync sends it.\n", how)
        greet(
            "It is signed with your key. Before it counts, the team may ask you to read out which one that is:\n", how
        )
        result(fingerprint(key.public))
        return
    greet(
        f"{_WORDS[decision]} Nothing is published by it yet. Send this file back to whoever sent you {path.name}:\n",
        how,
    )
    result(str(beside))
    greet("It is signed with your key. Before it counts, its author may ask you to read out which one that is:\n", how)
    result(fingerprint(key.public))
