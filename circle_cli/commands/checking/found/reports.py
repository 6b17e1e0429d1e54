"""Looks at the reports from trying learning points: those that everyone may read, and the private side of each."""

import os
import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from circle_cli.commands.checking.found.problem import MALFORMED, Problem
from circle_cli.errors import CircleError, Place
from circle_cli.ids import WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.points.approval import ApprovalFault, approval_error, approval_fault
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.file import read_point
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.points.report import place_of, read_report
from circle_cli.share.proposal import State
from circle_cli.share.release.unfit import Known, unfit
from circle_cli.share.reporting import parse_reported, told_by
from circle_cli.share.vetting import PointFault
from circle_cli.signing.readers import Admitted

_LEFT_OUT = "; the site leaves this report out"


Wordings = MutableMapping[str, int]
"""Of learning points that were read, by id, which wording there is; 0 where nothing can be told of."""


def of_public(where: str, readers: Admitted, known: Known, wordings: Wordings) -> Iterator[Problem]:
    """Give all that keeps a report from being shown; learning points that it has to read are added to `wordings`.

    Raises:
        CircleError: it is malformed.
    """
    path = Path(where)
    guidance = path.parents[1]
    if is_withdrawn(guidance, path.stem):
        what = f"it was withdrawn, and its words are back; `circle withdraw {path.stem}` takes them out again"
        yield Problem(kind=WITHDRAWN, path=where, what=what)
        return
    report = read_report(path)
    if fault := approval_fault(report, readers):
        yield Problem(kind=fault, path=where, what=approval_error(fault, Place("")).message)
    if why := unfit(report.differed, known):
        yield Problem(kind=PointFault.IDENTIFIER, path=where, what=f"{why}{_LEFT_OUT}", detail=report.differed)
    if not is_withdrawn(guidance, report.point) and not _is_there(guidance, report, wordings):
        what = f"speaks of a learning point, or of a wording of it, that is not there{_LEFT_OUT}"
        yield Problem(kind=MALFORMED, path=where, what=what)


def speaks_of(path: Path) -> str:
    """Give the id of the learning point that a report speaks of; nothing of what cannot be read, which is said."""
    try:
        return read_report(path).point
    except CircleError:
        return ""


def _is_there(guidance: Path, report: Report, wordings: Wordings) -> bool:
    if report.point not in wordings and may_be_of_base(guidance, report.point):
        return True
    if report.point not in wordings:
        wordings[report.point] = _wording(guidance / POINTS_FOLDER / f"{report.point}.md")
    return wordings[report.point] >= report.revision


def _wording(path: Path) -> int:
    try:
        return wording_of(read_point(path))
    except CircleError:
        return 0


def wording_of(point: LearningPoint | Withdrawn) -> int:
    """Give which wording it is; of one that was taken back, whichever somebody speaks of."""
    return point.revision if isinstance(point, LearningPoint) else sys.maxsize


def of_private(text: str, where: str, log: Log) -> Iterator[Problem]:
    """Give what is wrong with the private side of a report.

    Raises:
        CircleError: it is malformed.
    """
    reported = parse_reported(text, where, Path(where).stem)
    if told_by(reported) is None:
        what = "not as whoever told it signed it; have it returned or declined in `circle review`"
        yield Problem(kind=ApprovalFault.FORGED, path=where, what=what)
    guidance, report_id = log.root / "guidance", reported.report.id
    there, gone = os.path.lexists(place_of(guidance, report_id)), is_withdrawn(guidance, report_id)
    if reported.state is State.APPROVED and not there and not gone:
        what = "approved, and it is not there for everyone; `circle review`, by whoever read it, goes on with it"
        yield Problem(kind=MALFORMED, path=where, what=what)
    if reported.state is not State.APPROVED and there and not gone:
        what = f"there for everybody, and here it is {reported.state}; `circle withdraw {report_id}` takes it back"
        yield Problem(kind=MALFORMED, path=where, what=what)
