"""`circle take FILE`: what a reader elsewhere decided is taken into the author's log, once all is checked again."""

import os
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.approve import Done, apply
from circle_cli.commands.door.fit import refuse_named, refuse_unsettled
from circle_cli.commands.door.overtaken import is_unfinished, said
from circle_cli.commands.door.own import unreadable_session, why_own
from circle_cli.commands.door.packets.reading import decision_beside
from circle_cli.commands.door.signing import admit, own_public_keys
from circle_cli.commands.drafts.committer import need_git, tell_kept
from circle_cli.commands.drafts.interview import to_everyone, to_others, what_next
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, row, say
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.script.prompts import choice
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.points import sessions_with
from circle_cli.points.approval import ApprovalFault, approved_by, digest
from circle_cli.points.record import LearningPoint
from circle_cli.share.packets.decision import Decision, decided_by, parse_decision
from circle_cli.share.packets.packet import PACKET, kind_of
from circle_cli.share.proposal import Proposal, State, parse_proposal, path_of, proposed_by
from circle_cli.share.vetting import problems_of
from circle_cli.signing.readers import Admitted, load_readers
from circle_cli.signing.signatures import fingerprint
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import decode
from circle_cli.vocabulary import CastCheck, ReviewKind

ADMIT = choice(
    "admit",
    "Is it your second reader's key?",
    ("no", "No, or I have not asked them yet: take nothing"),
    ("yes", "Yes: they have read these letters to me"),
    remark=("Anybody could have made the file. Ring them, and have them read the letters after SHA256 to you.",),
    enter="takes nothing",
    left_open="Nothing is taken.",
    guarded=True,
)
_ANEW = "write the file for your reader anew: circle share, with --packet"
_TAKEN = {
    State.APPROVED: "It is approved.",
    State.RETURNED: "It came back to you, and nothing was published. `circle share` proposes it anew.",
    State.DECLINED: "It was declined, and is not published.",
}


def take(asked: Asked, named: str, *, require_commit: bool) -> None:
    """Take a decision into the log: the file that came back, or the packet that it lies beside."""
    log = log_for_sessions(asked)
    need_git()
    decision, where = _decision(Path(named).expanduser())
    done = take_decision(asked, log, decision, where)
    what_next(*to_others(log))
    tell_kept(log, *done.commits, plain=is_plain(asked), required=require_commit)


def take_decision(asked: Asked, log: Log, decision: Decision, where: Path) -> Done:
    """Take a decision into the log, and say what it is.

    Raises:
        CircleError: something about it does not hold; nothing was changed.
    """
    key = decided_by(decision)
    if key is None:
        wrong = "its signature does not fit what is in it, so nothing was taken"
        raise CircleError(wrong, where=Place(where), do="ask your reader to send it again, as an attachment")
    _fit(log, decision, key)
    _see_admitted(asked, log, key)
    done = taken(log, decision, key)
    reading = decision.reading
    row(f"{decision.point}: {said(reading)}")
    say(_TAKEN[reading.decision])
    if reading.decision is State.APPROVED:
        what_next(*to_everyone(log))
    return done


def taken(log: Log, decision: Decision, key: str) -> Done:
    """Carry a decision out, if everything about it holds now, and its key is a reader's.

    Raises:
        CircleError: something does not hold; nothing was changed.
    """
    with deciding(log.root):
        if not _is_reader(load_readers(log.root), key):
            raise CircleError(f"{fingerprint(key)} is no reader's key here", USAGE, do="`circle readers` shows them")
        proposal, content, approved = _fit(log, decision, key)
        return apply(log, path_of(log.root, decision.point), content, proposal, decision.reading, approved)


def _decision(path: Path) -> tuple[Decision, Path]:
    content = content_of(path)
    if kind_of(content, str(path)) == PACKET:
        packet, path = path, decision_beside(path)
        if not os.path.lexists(path):
            do = f"put there what your reader sent back: {path.name}"
            raise CircleError("no decision lies beside it yet", USAGE, where=Place(packet), do=do)
        content = content_of(path)
    return parse_decision(content, str(path)), path


def _fit(log: Log, decision: Decision, key: str) -> tuple[Proposal, bytes, LearningPoint | None]:
    """Give the proposal that was decided on, its file's bytes, and the learning point as it was approved.

    Raises:
        CircleError: the text is another by now, or the reader is no second one, or what they approved cannot stand.
    """
    place = path_of(log.root, decision.point)
    if not os.path.lexists(place):
        wrong = f"{decision.point}: nothing of that id is proposed in this log"
        raise CircleError(wrong, USAGE, do="go to the log that it comes from, or name it with --log DIR")
    content = content_of(inside(log.root, place))
    proposal = parse_proposal(decode(content, str(place)), str(place), place.stem)
    _refuse_decided(log, proposal, decision)
    if digest(proposal.point) != decision.sha256:
        raise CircleError(f"{decision.point}: its text was changed since it was sent", USAGE, do=_ANEW)
    if proposed_by(proposal) is None:
        wrong = f"{decision.point}: what its author stated is not signed, or was changed since"
        raise CircleError(wrong, do="propose it anew: circle share")
    _refuse_own(log, proposal, decision, key)
    return proposal, content, _approved(log, proposal, decision, key) if decision.approval else None


def _refuse_decided(log: Log, proposal: Proposal, decision: Decision) -> None:
    """Refuse where somebody decided already; what a kill cut short is finished."""
    if proposal.state is State.PROPOSED:
        return
    last = proposal.readings[-1] if proposal.readings else None
    if last == decision.reading and is_unfinished(log, proposal):
        return
    how = said(last) if last else f"it is {proposal.state}"
    raise CircleError(f"{decision.point}: it is decided already; {how}", USAGE)


def _refuse_own(log: Log, proposal: Proposal, decision: Decision, key: str) -> None:
    """Refuse a decision of the author's own, by key and by address, whatever kind of review the log allows."""
    by, own = decision.reading.by, own_public_keys()
    if proposed_by(proposal) in own and key in own:
        why: str | None = "it was decided with a key of your own"
    elif by.startswith("SHA256:"):
        why = "it names another key than the one that signed it" if by != fingerprint(key) else None
        why = why or why_own(log, proposal, "", {key})
    else:
        why = why_own(log, proposal, by, {key})
    if why:
        wrong = f"{decision.point}: whoever wrote it cannot approve it ({why}), so nothing was taken"
        raise CircleError(wrong, USAGE, do="somebody else reads it")


def _approved(log: Log, proposal: Proposal, decision: Decision, key: str) -> LearningPoint:
    """Give the learning point with the approval that came back, if it can stand beside what this log knows."""
    point, approval, lists = (
        replace(proposal.point, approval=decision.approval),
        decision.approval,
        load_lists(log.root),
    )
    if (
        approval is None
        or approved_by(point) != key
        or (approval.sha256, approval.review, approval.cast) != (decision.sha256, ReviewKind.SECOND, CastCheck.STATED)
        or any(answer != "no" for _, answer in decision.reading.answers)
    ):
        raise CircleError(f"{point.id}: this is no approval that circle would have made", do="ask for it anew")
    sessions = sessions_with(log, point.id, unreadable_session, copies=True)
    if not sessions:
        wrong = f"{point.id}: its session is not in this log, so nothing can be compared with it again"
        raise CircleError(wrong, USAGE, do="take it in the log that it comes from")
    refuse_unsettled(log, proposal, lists)
    refuse_named(proposal, sessions, lists)
    cast = [entry for found in sessions for entry in found.session.cast or ()]
    themes = load_guidance(log.guidance).known_themes
    problems = problems_of(point, lists, themes, load_readers(log.root), cast)
    if any(each.fault is not ApprovalFault.NO_READER for each in problems):  # whose key it is, is asked next
        raise CircleError(f"{point.id}: what was approved could not be published here", do=_ANEW)
    return point


def _see_admitted(asked: Asked, log: Log, key: str) -> None:
    """Ask about a key that is no reader's here yet, and admit it.

    Raises:
        CircleError: nobody can be asked, or it is not theirs, or somebody else has to admit it.
    """
    admitted, own = load_readers(log.root), own_public_keys()
    if _is_reader(admitted, key):
        return
    how = f'circle readers --admit "{key}"'
    if admitted.by_key(key):
        wrong = f"This key was ended as a reader's here: {fingerprint(key)}"
        raise CircleError(wrong, USAGE, do=f"if that was a mistake: {how}")
    if admitted.current and not own & {each.key for each in admitted.current}:
        wrong = f"This key is no reader's here yet, and only a reader admits one: {fingerprint(key)}"
        raise CircleError(wrong, USAGE, do=f"ask one to type {how}")
    say("\n".join((*wrapped("This log does not know the key yet that it is signed with:"), fingerprint(key))))
    need_terminal(f"have your reader read these letters to you; then {how}, and do this again")
    if ask(asked, ADMIT) != "yes":
        raise CircleError("Nothing was taken", USAGE, do="when you have asked them, do this again")
    with deciding(log.root):
        name = admit(log, key)
    told = f"They are a reader of this log from today on, as {name}: no name of theirs is written down for it."
    say("\n".join(wrapped(told)))


def _is_reader(admitted: Admitted, key: str) -> bool:
    return any(each.key == key for each in admitted.current)
