"""Carrying out what a reader decided: the public file, its commit, and what the private log keeps of it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli import __version__
from circle_cli.commands.door.learnt import mark_learnt
from circle_cli.commands.door.signing import signed
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.durable import create
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.history.keys import Key
from circle_cli.log.intents import intended
from circle_cli.log.points import points_folder, sessions_with
from circle_cli.log.reading.sessions import FoundSession
from circle_cli.points.approval import digest, refuse_unapproved
from circle_cli.points.file import read_point, render_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import Approval, LearningPoint
from circle_cli.settings import load_settings
from circle_cli.share.proposal import (
    Proposal,
    Reading,
    State,
    render_proposal,
)
from circle_cli.share.vetting import unsettled, visible
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import inside
from circle_cli.vocabulary import CastCheck, ReviewKind, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The commits that were made, the public one first where there is one."""

    commits: tuple[git.Commit, ...]


def carry_out(log: Log, place: Path, before: bytes, proposal: Proposal, reading: Reading, key: Key | None) -> Done:
    """Publish, return or decline. The proposal's file, which must still hold `before`, is what decides: it goes first.

    Raises:
        CircleError: reader and author are the same, or the check asks about words that nobody explained, or somebody
            else was first.
    """
    approved = _approved(log, proposal, reading, key) if reading.decision is State.APPROVED else None
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
        _mark_sessions(log, sessions, point_id, share)
        commits.append(commit())
    return Done(commits=tuple(commits))


def _approved(log: Log, proposal: Proposal, reading: Reading, key: Key | None) -> LearningPoint:
    if key is None:
        raise AssertionError("an approval is signed")
    refuse_unfit(log, proposal, reading)
    return signed(proposal.point, approval_of(log, proposal, reading), key)


def approval_of(log: Log, proposal: Proposal, reading: Reading) -> Approval:
    """Give what an approval says, before it is signed."""
    return Approval(
        sha256=digest(proposal.point),
        review=ReviewKind.SINGLE if reading.by == proposal.author else ReviewKind.SECOND,
        tool=__version__,
        lists=load_lists(log.root).version,
        cast=CastCheck.CHECKED,
        explained=_explained_in(proposal),
    )


def _recorded(place: Path, before: bytes, proposal: Proposal, reading: Reading) -> bytes:
    """Keep the reading with the proposal, unless a kill came right after this step; gives what its file holds now."""
    if proposal.state is reading.decision:
        return before
    text = render_proposal(replace(proposal, state=reading.decision, readings=(*proposal.readings, reading)))
    replace_file(place, text.encode("utf-8"), before)
    return text.encode("utf-8")


def _made_public(log: Log, point: LearningPoint, undo: Callable[[], None]) -> git.Commit:
    """Put a learning point where everybody may read it; where that fails, nothing was decided either."""
    message = f"Add learning point {point.id}"
    try:
        public = _public(log, point)
        with intended(log.root, [public], message, log.tell, log.trust) as commit:
            _publish(log, public, point)
            return commit()
    except CircleError:
        undo()
        raise


def _explained_in(proposal: Proposal) -> tuple[str, ...]:
    """Give the explained words that stand in the text: others, written into the file by hand, would be published."""
    texts = [" ".join(text.split()) for _, text in visible(proposal.point)]
    return tuple(each.words for each in proposal.explained if any(each.words in text for text in texts))


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
        _is_there(log, path, point)
    path.chmod(0o644)


def _is_there(log: Log, path: Path, point: LearningPoint) -> bool:
    """Tell whether the learning point is public already.

    Raises:
        CircleError: a file of that name holds other words.
    """
    if is_withdrawn(log.root / "guidance", point.id):
        do = "its author can propose one like it anew: circle share"
        raise CircleError(f"{point.id}: it was withdrawn, and stays so", USAGE, do=do)
    if not os.path.lexists(path):
        return False
    published = read_point(path)
    if not isinstance(published, LearningPoint) or digest(published) != digest(point):
        wrong = "holds other words already, and nothing was changed"
        raise CircleError(wrong, where=Place(path), do="look at it first")
    refuse_unapproved(published, load_readers(log.root), Place(path))
    return True


def refuse_unfit(log: Log, proposal: Proposal, reading: Reading) -> None:
    """Refuse to publish. Names that came into the cast since are never said: a reader does not see the cast."""
    if reading.by == proposal.author and load_settings(log.root).review is not ReviewKind.SINGLE:
        raise CircleError(
            f"{proposal.point.id}: whoever wrote it cannot approve it", USAGE, do="somebody else reads it"
        )
    point, guidance = proposal.point, load_guidance(log.guidance)
    linked = {(each.framework, each.statement) for each in point.frameworks}
    if not linked <= guidance.known_statements or not set(point.themes) <= guidance.known_themes:
        wrong = "names a theme or a framework that the guidance does not know"
        raise CircleError(f"{point.id}: {wrong}", do="return it")
    lists = load_lists(log.root)
    explained = [each.words for each in proposal.explained]
    asked = [
        text[found.start : found.end] for _, text in visible(point) for found in unsettled(text, (), lists, explained)
    ]
    if asked:
        quoted = ", ".join(f"“{words}”" for words in dict.fromkeys(asked))
        wrong = "The identifier check asks about …, and nobody has explained it"
        raise CircleError(wrong, do="return it to its author", words=quoted)
    sessions = sessions_with(log, point.id, _unreadable, copies=True)
    if not sessions:
        wrong = "the session that it comes from is not in this log, so nobody compared it with the people in it"
        raise CircleError(f"{point.id}: {wrong}", do="return it to its author")
    cast = [entry for found in sessions for entry in found.session.cast or ()]
    if any(unsettled(text, cast, lists, explained) for _, text in visible(point)):
        wrong = "its author has named more people or places since"
        raise CircleError(f"{point.id}: {wrong}", do="return it to its author")


def _unreadable(error: CircleError) -> None:
    wrong = "A session cannot be read, so nobody can tell who is in it"
    raise CircleError(wrong, error.exit_code, do="circle check says which")


def _mark_sessions(log: Log, sessions: Sequence[FoundSession], point_id: str, share: Share) -> None:
    """Say in the private sessions how far their learning point has come; the reader is shown nothing of it."""
    for found in sessions:
        for point in found.session.learning_points:
            if point.point == point_id:
                mark_learnt(log, found.path, point.id, share, point_id)
