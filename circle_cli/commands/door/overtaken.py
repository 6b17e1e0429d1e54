"""What happened to a proposal while somebody read it: compared with what was read, told, and no reading lost."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.drafts.unfinished import Waiting
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.draft.draft import Draft
from circle_cli.log.durable import create_anywhere
from circle_cli.log.folder import Log
from circle_cli.log.points import points_folder, sessions_with
from circle_cli.points.approval import digest
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import Withdrawn
from circle_cli.share import reviewing
from circle_cli.share.proposal import Proposal, Reading, State, parse_proposal, whole_digest
from circle_cli.share.reviewing import CAME_FROM, COMMENT, DIGEST, SEEN
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import decode

_DID = {
    State.APPROVED: "approved it",
    State.RETURNED: "returned it to its author",
    State.DECLINED: "declined it: it is not published",
}
_ANEW = "please read it anew: circle review"


class Overtaken(CircleError):
    """Somebody else decided, or changed what is decided on, while it was being read; nothing was changed by this."""


def as_it_stands(log: Log, proposal: Proposal, reader: str) -> dict[str, str | None]:
    """Give what a reading begins from, so that it can be compared when somebody decides."""
    read = _before_the_last(proposal) if cut_short(proposal, reader) else proposal
    return {
        **DIGEST.given(digest(proposal.point)),
        **SEEN.given(whole_digest(read)),
        **CAME_FROM.given(_where_it_came_from(log, proposal.point.id)),
    }


def _where_it_came_from(log: Log, point_id: str) -> str:
    """Give a digest of what its author's sessions say of it; the reader is shown nothing of that."""
    said = [
        (found.session.id, point.text, str(point.scope), found.session.cast is None)
        for found in sessions_with(log, point_id, lambda _: None)
        for point in found.session.learning_points
        if point.point == point_id
    ]
    return hashlib.sha256(repr(sorted(said)).encode("utf-8")).hexdigest()


def still_as_read(log: Log, place: Path, start: Answers, reader: str) -> tuple[Proposal, bytes]:
    """Give the proposal and its file's bytes, if it is what the reader has read; or if a kill cut short this reading.

    Raises:
        Overtaken: it is not, and what happened is said.
    """
    try:
        content = content_of(inside(log.root, place))
    except CircleError as error:
        if os.path.lexists(place):
            raise
        wrong = "it is no longer in this log: its session was erased, or somebody deleted it"
        raise Overtaken(f"{place.stem}: {wrong}", USAGE) from error
    proposal = parse_proposal(decode(content, str(place)), str(place), place.stem)
    if not _is_as_read(proposal, start, reader):
        raise _overtaken(log, proposal)
    return proposal, content


def _is_as_read(proposal: Proposal, start: Answers, reader: str) -> bool:
    if SEEN.text(start):
        before = _before_the_last(proposal) if cut_short(proposal, reader) else proposal
        return whole_digest(before) == SEEN.text(start)
    waits = proposal.state is State.PROPOSED or cut_short(proposal, reader)  # begun with an earlier version
    return waits and digest(proposal.point) == DIGEST.text(start)


def cut_short(proposal: Proposal, reader: str) -> bool:
    """Tell whether the last decision is this reader's own."""
    last = proposal.readings[-1] if proposal.readings else None
    return last is not None and last.by == reader and last.decision is proposal.state


def is_of_another(unfinished: Waiting, start: Answers) -> bool:
    """Tell whether a reading was begun of what is there no longer; an earlier version noted less of what it was."""
    begun = unfinished.state.head.start
    return any(begun.get(key, text) != text for key, text in start.items())


def is_unfinished(log: Log, proposal: Proposal) -> bool:
    """Tell whether it was approved, and a kill came before its learning point was there for everyone."""
    gone = is_withdrawn(log.root / "guidance", proposal.point.id)
    there = public_revision(log, proposal.point.id)
    return proposal.state is State.APPROVED and not gone and there < proposal.point.revision


def public_revision(log: Log, point_id: str) -> int:
    """Tell which wording of a learning point is there for everyone; 0 for none, 1 where it cannot be read."""
    path = points_folder(log) / f"{point_id}.md"
    if not os.path.lexists(path):
        return 0
    try:
        point = read_point(path)
    except CircleError:
        return 1
    return 1 if isinstance(point, Withdrawn) else point.revision


def _before_the_last(proposal: Proposal) -> Proposal:
    return replace(proposal, state=State.PROPOSED, readings=proposal.readings[:-1])


def refuse_overtaken(log: Log, proposal: Proposal, start: Answers, reading: Reading) -> None:
    """Refuse a decision that is another than this reader's own earlier one, or whose session was changed meanwhile.

    Raises:
        Overtaken: so.
    """
    point_id = proposal.point.id
    if proposal.state is not State.PROPOSED:
        if reading.decision is not proposal.state:
            raise _overtaken(log, proposal)
    elif reading.decision is State.APPROVED and CAME_FROM.text(start) not in ("", _where_it_came_from(log, point_id)):
        wrong = "its author changed, meanwhile, what their session says of it"
        raise Overtaken(f"{point_id}: {wrong}", USAGE, do=_ANEW)


def _overtaken(log: Log, proposal: Proposal) -> Overtaken:
    point_id, state = proposal.point.id, proposal.state
    last = proposal.readings[-1] if proposal.readings else None
    if state is State.PROPOSED:
        earlier = f" Before that: {said(last)}." if last else ""
        wrong = f"its author, {proposal.author}, proposed it anew meanwhile, on {in_words(proposal.proposed)}.{earlier}"
        return Overtaken(f"{point_id}: {wrong}", USAGE, do=" Please read it anew: circle review")
    if last is None or last.decision is not state:
        return Overtaken(f"{point_id}: somebody else read it meanwhile, and it is {state}", USAGE)
    return Overtaken(f"{point_id}: meanwhile, {said(last)}{_taken_back(log, point_id)}", USAGE)


def said(reading: Reading) -> str:
    """Say who decided what, and when; a reader may know what another said of it, since both have read it."""
    comment = f", saying “{reading.comment.strip()}”" if reading.comment else ""
    return f"{reading.by} {_DID[reading.decision]}, on {in_words(reading.on)}{comment}"


def _taken_back(log: Log, point_id: str) -> str:
    try:
        gone = is_withdrawn(log.root / "guidance", point_id) or isinstance(
            read_point(points_folder(log) / f"{point_id}.md"), Withdrawn
        )
    except CircleError:
        return ""
    return ". It was withdrawn since" if gone else ""


def say_overtaken(error: Overtaken) -> None:
    """Say it once an interview has ended.

    Raises:
        Overtaken: always.
    """
    raise error


def put_away(draft: Draft, answers: Answers, halves: Mapping[str, str], error: Overtaken) -> Overtaken:
    """Keep what the second reader had answered in a file of its own, for them alone, and close the draft.

    Raises:
        CircleError: it cannot be kept there; then the draft stays.
    """
    if any(answers.values()) or any(halves.values()):
        told = reviewing.in_words(answers, halves.get(COMMENT.key, ""))
        kept = _keep(draft.path, f"{error.message}\n\n{told}\n".encode())
        error.add_note(f"Your reading was not used. What you had answered is kept in {kept}")
    draft.remove()
    return error


def _keep(draft: Path, content: bytes) -> Path:
    number = 1
    while True:
        place = draft.with_name(f"{draft.stem}-your-reading{f'-{number}' if number > 1 else ''}.txt")
        try:
            create_anywhere(place, content, option="--log")
        except FileExistsError:
            number += 1
        else:
            return place
