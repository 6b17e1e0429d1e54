"""Carrying out what a reader decided on a report: the public file, its commit, and what the private one keeps of it."""

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from circle_cli import __version__
from circle_cli.commands.door.signing import own_public_keys, signature_of
from circle_cli.commands.door.trying.known import known_to, refuse_gone, refuse_own, refuse_twice
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.durable import create
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.history.keys import Key
from circle_cli.log.intents import intended
from circle_cli.log.points import points_folder
from circle_cli.points.approval import digest, refuse_unapproved
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.file import read_point
from circle_cli.points.history import was_withdrawn
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import Approval, LearningPoint, Report
from circle_cli.points.report import place_of, read_report, render_report
from circle_cli.settings import load_settings
from circle_cli.share.proposal import Reading, State
from circle_cli.share.release.unfit import unfit
from circle_cli.share.reporting import Reported, render_reported, told_by
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import inside
from circle_cli.vocabulary import CastCheck, ReviewKind


def carry_out(
    log: Log, place: Path, before: bytes, reported: Reported, reading: Reading, key: Key | None
) -> tuple[git.Commit, ...]:
    """Publish, return or decline a report. Its private file, which must still hold `before`, decides: it goes first.

    Raises:
        CircleError: it may not be approved, or somebody else was first.
    """
    approved = _approved(log, reported, reading, key) if reading.decision is State.APPROVED else None
    if approved:
        _is_there(log, approved)  # said before anything is decided
    report_id = reported.report.id
    commits: list[git.Commit] = []
    with intended(log.root, [place], f"Record the reading of report {report_id}", log.tell, log.trust) as commit:
        recorded = _recorded(place, before, reported, reading)
        if approved:
            commits.append(_made_public(log, approved, place, before, recorded))
        commits.append(commit())
    return tuple(commits)


def kind_of(log: Log, reported: Reported, by: str, keys: Collection[str]) -> ReviewKind:
    """Tell which kind of review it is, if this person reads it.

    Raises:
        CircleError: they told it themselves, and the log wants a second person.
    """
    if not whose.is_same(log.root, reported.author, by) and told_by(reported) not in keys:
        return ReviewKind.SECOND
    if load_settings(log.root).review is ReviewKind.SINGLE:
        return ReviewKind.SINGLE
    do = " Working alone? `review: single` in circle.yml lets you read your own, and the site will say so"
    raise CircleError(f"{reported.report.id}: you told it, so somebody else reads it.", USAGE, do=do)


def point_of(log: Log, report: Report) -> LearningPoint | None:
    """Give the learning point that a report speaks of; None where it was withdrawn, or is not there."""
    path = points_folder(log) / f"{report.point}.md"
    if is_withdrawn(log.root / "guidance", report.point) or not os.path.lexists(path):
        return None
    point = read_point(path)
    return point if isinstance(point, LearningPoint) else None


def obstacle_to(log: Log, reported: Reported) -> str:
    """Say, without a word of it, what keeps a report from being approved as it stands; nothing where nothing does."""
    if told_by(reported) is None:
        return "It is not as whoever told it signed it, so it cannot be approved."
    differed = reported.report.differed
    if why := differed and unfit(differed, known_to(log)(differed)):
        return f"It {why}, so it cannot be approved as it stands."
    return ""


def _approved(log: Log, reported: Reported, reading: Reading, key: Key | None) -> Report:
    if key is None:
        raise AssertionError("an approval is signed")
    report, teller = reported.report, told_by(reported)
    kind = kind_of(log, reported, reading.by, {key.public, *own_public_keys()})
    if not may_be_of_base(log.root / "guidance", report.point):
        refuse_gone(point_of(log, report), report)
    keys = (teller,) if teller else ()
    if report.outcome and not reported.letter:
        refuse_own(log, report.point, reported.author, keys)
        refuse_twice(log, report, reported.author, keys)
    if wrong := obstacle_to(log, reported):
        raise CircleError(f"{report.id}: {wrong}", do=" Return it to whoever told it")
    approval = Approval(
        sha256=digest(report), review=kind, tool=__version__, lists=load_lists(log.root).version, cast=CastCheck.CHECKED
    )
    return replace(report, approval=signature_of(report, approval, key))


def _recorded(place: Path, before: bytes, reported: Reported, reading: Reading) -> bytes:
    """Keep the reading with the report, unless a kill came right after this step; gives what its file holds now."""
    if reported.state is reading.decision:
        return before
    text = render_reported(replace(reported, state=reading.decision, readings=(*reported.readings, reading)))
    replace_file(place, text.encode("utf-8"), before)
    return text.encode("utf-8")


def _made_public(log: Log, report: Report, place: Path, before: bytes, recorded: bytes) -> git.Commit:
    """Put a report where everybody may read it; where that fails, nothing was decided either."""
    public = _public(log, report)
    try:
        with intended(log.root, [public], f"Add report {report.id}", log.tell, log.trust) as commit:
            if not _is_there(log, report):
                create(public, render_report(report).encode("utf-8"))
            public.chmod(0o644)
            return commit()
    except CircleError:
        replace_file(place, before, recorded)
        raise


def _public(log: Log, report: Report) -> Path:
    return inside(log.root, place_of(log.root / "guidance", report.id))


def _is_there(log: Log, report: Report) -> bool:
    """Tell whether the report is public already.

    Raises:
        CircleError: it was withdrawn, or a file of that name holds something else, or no reader has approved that.
    """
    path = _public(log, report)
    if was_withdrawn(log.root / "guidance", report.id):
        raise CircleError(f"{report.id}: it was withdrawn, and stays so", USAGE)
    if not os.path.lexists(path):
        return False
    published = read_report(path)
    if digest(published) != digest(report):
        wrong = "holds something else already, and nothing was changed"
        raise CircleError(wrong, where=Place(path), do="look at it first")
    refuse_unapproved(published, load_readers(log.root), Place(path))
    return True
