"""What a session has learnt, at the door: which of it can be shared, why not the rest, and how far each has come."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.overtaken import public_revision
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import short_id
from circle_cli.log.durable import FileChanged, locked
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.points.notices import is_withdrawn
from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.session.record import LearningPoint, Session
from circle_cli.share.proposal import State, path_of, proposed_by, read_proposal
from circle_cli.shown import shortened
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import decode
from circle_cli.vocabulary import Scope, Share

_OF_A_LINE = 160
"""Letters of a learning point, where one of several is to be told from the others."""

_TRIES = 3
"""Somebody may save other words of the session at the same moment; these are kept, and the mark comes after them."""


def choose_learnt(log: Log, session: Session, number: int | None) -> LearningPoint:
    """Give the learning point that is to be shared.

    Raises:
        CircleError: there is none that can be, or there are several and no number.
    """
    short = short_id(session.id)
    if session.status.is_ahead:
        raise CircleError(f"{session.id}: it has yet to take place", USAGE, do=f"circle reflect {short} begins it")
    points = {point.id: point for point in session.learning_points}
    if not points:
        wrong = "it has no learning point yet, and that is what can be shared"
        raise CircleError(f"{session.id}: {wrong}", USAGE, do=f"circle resume {short} offers to add one")
    if number is not None:
        if number not in points:
            raise CircleError(
                f"{session.id}: there is no learning point {number} ({', '.join(map(str, points))})", USAGE
            )
        return _refuse_unfit(log, session, points[number])
    able = [point for point in points.values() if _why_not(log, point) is None]
    fit = [point for point in able if point.share is not Share.PUBLISHED] or able
    if len(fit) == 1:
        return fit[0]
    listed = "".join(
        f"\n  {point.id}  {shortened(point.text, _OF_A_LINE)}{_note(log, point)}" for point in points.values()
    )
    wrong = f"{session.id} has these learning points:…"
    if fit:
        do = f"\nWhich one? Give its number: circle share {short} N"
        raise CircleError(wrong, USAGE, do=do, words=listed)
    raise CircleError(f"{wrong}\nNone of them can be shared now.", USAGE, words=listed)


def need_cast(session: Session) -> None:
    """Refuse to share anything of a session as long as nobody has said who is in its story.

    Raises:
        CircleError: nobody has.
    """
    if session.cast is None:
        wrong = "nobody has said yet who is in its story, and that list keeps names out."
        do = f" circle resume {short_id(session.id)} asks for it; “nobody” is an answer"
        raise CircleError(f"{session.id}: {wrong}", USAGE, do=do)


def _note(log: Log, point: LearningPoint) -> str:
    why = _why_not(log, point)
    return f" ({why})" if why else ""


def _why_not(log: Log, point: LearningPoint) -> str | None:
    if point.scope is None:
        return "kept back: nobody has said yet where it holds; `circle resume` asks"
    if point.scope is not Scope.GENERAL:
        return "kept back: it belongs to this situation, and telling it would tell the story"
    if point.share is Share.PUBLISHED:
        return _why_not_revised(log, point)
    if point.share is Share.PROPOSED and point.point:
        return "waiting for a second reader" if _waits(log, point.point) else None
    return None


def _why_not_revised(log: Log, point: LearningPoint) -> str | None:
    """Say why a published learning point cannot be revised now; None where it can."""
    there = public_revision(log, point.point) if point.point else 0
    if point.point is None or not there or is_withdrawn(log.root / "guidance", point.point):
        return "published already"
    path = path_of(log.root, point.point)
    proposal = read_proposal(path) if path.is_file() else None
    if proposal and proposal.point.revision > there and _waits(log, point.point):
        return "published already, and a revision of it is waiting for a second reader"
    return None


def _waits(log: Log, point_id: str) -> bool:
    """Tell whether it is proposed; what its author's signature does not fit is not, and can be proposed anew."""
    path = path_of(log.root, point_id)
    proposal = read_proposal(path) if path.is_file() else None
    if proposal is None or proposal.state not in (State.PROPOSED, State.APPROVED):
        return False
    return proposal.state is State.APPROVED or proposed_by(proposal) is not None


def _refuse_unfit(log: Log, session: Session, point: LearningPoint) -> LearningPoint:
    why = _why_not(log, point)
    if why:
        raise CircleError(f"{session.id}, learning point {point.id}: {why}", USAGE)
    return point


def mark_learnt(log: Log, path: Path, number: int, share: Share, point_id: str | None) -> None:
    """Say in a session's file how far one of its learning points has come."""
    inside(log.root, path)
    for _ in range(_TRIES):
        with suppress(FileChanged):
            return _mark(log, path, number, share, point_id)
    _mark(log, path, number, share, point_id)


def _mark(log: Log, path: Path, number: int, share: Share, point_id: str | None) -> None:
    with locked(log.root, 2.0):
        content = content_of(path)
        original = decode(content, str(path))
        session = parse_session(original, str(path))
        points = tuple(
            replace(each, share=share, point=point_id) if each.id == number else each
            for each in session.learning_points
        )
        titles = load_guidance(log.guidance).titles
        text = rewrite_session(original, replace(session, learning_points=points), titles)
        if text != original:
            replace_file(path, text.encode("utf-8"), content)
