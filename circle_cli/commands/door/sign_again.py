"""`circle review --sign`: approvals of an earlier version, which signed nothing, are signed by whoever gave them."""

from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.fit import approval_of
from circle_cli.commands.door.review import reader_of
from circle_cli.commands.door.signing import key_of_reader, own_public_keys, signed
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, row, say, say_left_out, the_log
from circle_cli.errors import CircleError
from circle_cli.interview.script.prompts import choice
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.intents import intended
from circle_cli.log.points import points_folder
from circle_cli.points.approval import ApprovalFault, approval_fault, digest
from circle_cli.points.file import read_point, render_point
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import Proposal, Reading, State, proposal_files, read_proposal
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import content_of

SIGN = choice(
    "sign",
    "You approved these. Sign them with your key?",
    ("no", "No, leave them as they are"),
    ("yes", "Yes, sign them"),
    enter="leaves them as they are",
    left_open="Nothing is signed.",
    guarded=True,
)


def sign_again(asked: Asked, *, require_commit: bool) -> None:
    """Show what this person approved and nobody signed, and sign all of it once they say so."""
    log = the_log(asked)
    reader = reader_of(log)
    unsigned = [found for path in proposal_files(log.root) if (found := _unsigned(log, path, reader))]
    if not unsigned:
        say("Nothing that you approved lacks a signature.")
        return
    for _, point, _, _ in unsigned:
        row(f"{point.id}  {point.title}")
    need_terminal("only whoever approved them can sign them; there is no flag for that")
    if ask(asked, SIGN) != "yes":
        say("Nothing was signed.")
        return
    with deciding(log.root):
        key = key_of_reader(log)
    paths = [path for path, *_ in unsigned]
    with deciding(log.root), intended(log.root, paths, "Sign approvals", log.tell, log.trust) as commit:
        for path, point, proposal, reading in unsigned:
            before = content_of(path)
            earlier = point.approval
            if earlier is None:
                raise AssertionError("it was approved, as was seen above")
            said = approval_of(log, proposal, reading, {key.public, *own_public_keys()}, unsigned=True)
            approval = replace(said, lists=earlier.lists, explained=earlier.explained)
            replace_file(path, render_point(signed(point, approval, key)).encode(), before)
        made = commit()
    say(f"Signed: {len(unsigned)}. Thank you.")
    tell_kept(log, made, plain=is_plain(asked), required=require_commit)


def _unsigned(log: Log, place: Path, reader: str) -> tuple[Path, LearningPoint, Proposal, Reading] | None:
    """Find what was approved by this reader, and stands as it was, without a signature."""
    path = points_folder(log) / place.name
    if not path.exists():
        return None
    try:
        proposal, point = read_proposal(place), read_point(path)
    except CircleError as error:
        say_left_out(error)
        return None
    if not isinstance(point, LearningPoint) or not proposal.readings:
        return None
    reading = proposal.readings[-1]
    theirs = reading.decision is State.APPROVED and reading.by == reader and digest(proposal.point) == digest(point)
    unsigned = approval_fault(point, load_readers(log.root)) is ApprovalFault.UNSIGNED
    return (path, point, proposal, reading) if theirs and unsigned else None
