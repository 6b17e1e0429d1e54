"""Carrying out what a reader decided: the public file, its commit, and what the private log keeps of it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.commands.door.fit import approval_of
from circle_cli.commands.door.learnt import mark_learnt
from circle_cli.commands.door.signing import own_public_keys, signed
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.durable import create
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.entries.sessions import FoundSession
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.history.keys import Key
from circle_cli.log.intents import intended
from circle_cli.log.points import points_folder, sessions_with
from circle_cli.points.approval import digest, refuse_unapproved
from circle_cli.points.file import read_point, render_point
from circle_cli.points.history import was_withdrawn
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import (
    Proposal,
    Reading,
    State,
    render_proposal,
)
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import content_of, inside
from circle_cli.vocabulary import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The commits that were made, the public one first where there is one."""

    commits: tuple[git.Commit, ...]


def carry_out(log: Log, place: Path, before: bytes, proposal: Proposal, reading: Reading, key: Key | None) -> Done:
    """Publish, return or decline, as a reader in this log decided; an approval is signed with their `key`.

    Raises:
        CircleError: reader and author are the same, or it may not be approved, or somebody else was first.
    """
    approved = None
    if reading.decision is State.APPROVED:
        if key is None:
            raise AssertionError("an approval is signed")
        approval = approval_of(log, proposal, reading, {key.public, *own_public_keys()})
        approved = signed(proposal.point, approval, key)
    return apply(log, place, before, proposal, reading, approved)


def apply(
    log: Log, place: Path, before: bytes, proposal: Proposal, reading: Reading, approved: LearningPoint | None
) -> Done:
    """Carry a decision out. The proposal's file, which must still hold `before`, is what decides: it goes first.

    Raises:
        CircleError: somebody else was first, or what is public under this id is something else.
    """
    if approved:
        _is_there(log, _public(log, approved), approved)  # said before anything is decided
    point_id = proposal.point.id
    sessions = sessions_with(log, point_id, lambda _: None)
    touched = [place, *(found.path for found in sessions)]
    message = f"Record the reading of learning point {point_id}"
    commits: list[git.Commit] = []
    with intended(log.root, touched, message, log.tell, log.trust) as commit:
        recorded = _recorded(place, before, proposal, reading)
        if approved:
            commits.append(_made_public(log, approved, undo=lambda: replace_file(place, before, recorded)))
        share = {State.APPROVED: Share.PUBLISHED, State.RETURNED: Share.PROPOSED}.get(reading.decision, Share.NO)
        if proposal.point.revision > 1:  # an earlier wording is there, whatever becomes of this one
            share = Share.PUBLISHED
        _mark_sessions(log, sessions, point_id, share)
        commits.append(commit())
    return Done(commits=tuple(commits))


def _recorded(place: Path, before: bytes, proposal: Proposal, reading: Reading) -> bytes:
    """Keep the reading with the proposal, unless a kill came right after this step; gives what its file holds now."""
    if proposal.state is reading.decision:
        return before
    text = render_proposal(replace(proposal, state=reading.decision, readings=(*proposal.readings, reading)))
    replace_file(place, text.encode("utf-8"), before)
    return text.encode("utf-8")


def _made_public(log: Log, point: LearningPoint, undo: Callable[[], None]) -> git.Commit:
    """Put a learning point where everybody may read it; where that fails, nothing was decided either."""
    message = f"{'Add' if point.revision == 1 else 'Revise'} learning point {point.id}"
    try:
        public = _public(log, point)
        with intended(log.root, [public], message, log.tell, log.trust) as commit:
            _publish(log, public, point)
            return commit()
    except CircleError:
        undo()
        raise


def _public(log: Log, point: LearningPoint) -> Path:
    return inside(log.root, points_folder(log) / f"{point.id}.md")


def _publish(log: Log, path: Path, point: LearningPoint) -> None:
    """Create the public file; one that an interrupted approval of the same words has made already stays as it is.

    Raises:
        CircleError: a file of that name holds other words.
    """
    try:
        create(path, render_point(point).encode("utf-8"))
    except FileExistsError:
        if not _is_there(log, path, point):
            _take_the_place(path, point)
    path.chmod(0o644)


def _take_the_place(path: Path, point: LearningPoint) -> None:
    """Put a wording in the place of the one before it; what an earlier version was told of that stays with it."""
    content, earlier = content_of(path), read_point(path)
    tried = earlier.tried if isinstance(earlier, LearningPoint) else ()
    replace_file(path, render_point(replace(point, tried=tried)).encode("utf-8"), content)


def _is_there(log: Log, path: Path, point: LearningPoint) -> bool:
    """Tell whether the learning point is public already, in this wording; the one before it may be there.

    Raises:
        CircleError: a file of that name holds other words.
    """
    if was_withdrawn(log.root / "guidance", point.id):
        do = "its author can propose one like it anew: circle share"
        raise CircleError(f"{point.id}: it was withdrawn, and stays so", USAGE, do=do)
    if not os.path.lexists(path):
        return False
    published = read_point(path)
    if isinstance(published, LearningPoint) and published.revision == point.revision - 1:
        return False
    if not isinstance(published, LearningPoint) or digest(published) != digest(point):
        wrong = "holds other words already, and nothing was changed"
        raise CircleError(wrong, where=Place(path), do="look at it first")
    refuse_unapproved(published, load_readers(log.root), Place(path))
    return True


def _mark_sessions(log: Log, sessions: Sequence[FoundSession], point_id: str, share: Share) -> None:
    """Say in the private sessions how far their learning point has come; the reader is shown nothing of it."""
    for found in sessions:
        for point in found.session.learning_points:
            if point.point == point_id:
                mark_learnt(log, found.path, point.id, share, point_id)
