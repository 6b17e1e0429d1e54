"""What of a log may leave it for a base, once all is checked as for a site: learning points, reports, notices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.commands.checking.examined import examine
from circle_cli.commands.checking.found.problem import Problem
from circle_cli.commands.edge import at_own_terminal
from circle_cli.commands.erasing.names_kept import finding_erased
from circle_cli.commands.site.settled import refuse_unsettled
from circle_cli.commands.site.swept import refuse_unseen
from circle_cli.discreet import nameless
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.files import own_pages
from circle_cli.ids import POINT_ID, PROPOSALS, REPORTS, WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.log.history.past import GET_THE_REST, NOBODY_CAN_TELL, is_cut_short
from circle_cli.log.points import point_files, points_folder, report_files
from circle_cli.points.file import read_point, render_point
from circle_cli.points.notices import is_withdrawn, read_notices, render_notice
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.points.report import read_report, render_report
from circle_cli.share.vetting import visible

POINTS_THERE, REPORTS_THERE, NOTICES_THERE = (f"guidance/{name}" for name in ("learning-points", REPORTS, WITHDRAWN))
"""Where they lie in a base, as in any log."""

_BY_ID = (POINTS_THERE, REPORTS_THERE, NOTICES_THERE)
_STAYS_HERE = (PROPOSALS, "guidance", "approvals", "site", "mkdocs.yml")
"""What is wrong there is not wrong with what goes: none of it goes, and no check of what goes rests on it."""
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Something that may leave: a learning point, a report, or the notice that one of either was taken back."""

    what: LearningPoint | Report | Withdrawn

    @property
    def id(self) -> str:
        """Its id."""
        return self.what.id

    @property
    def path(self) -> str:
        """Give where it lies in a base."""
        folder = {LearningPoint: POINTS_THERE, Report: REPORTS_THERE, Withdrawn: NOTICES_THERE}[type(self.what)]
        return f"{folder}/{self.id}.md"

    @property
    def content(self) -> bytes:
        """Give its bytes: the file's own, but for what earlier versions wrote there and nobody has signed."""
        match self.what:
            case LearningPoint():
                return render_point(replace(self.what, tried=())).encode()
            case Report():
                return render_report(self.what).encode()
            case Withdrawn():
                return render_notice(self.what).encode()


def ready(log: Log, named: Sequence[str]) -> tuple[Ready, ...]:
    """Give what was named, or all that may leave, once nothing is found that would stop it.

    Raises:
        CircleError: something is found, or nothing of that name is published here; or it may have been withdrawn.
    """
    if is_cut_short(log.root):
        raise CircleError(f"{NOBODY_CAN_TELL}; nothing was sent", where=Place(log.root), do=GET_THE_REST)
    refuse_unsettled(log)
    refuse_unseen(log)
    there = _there(log)
    chosen = _chosen(log, there, named)
    _refuse_found(log, [each for each in examine(log, with_site=False).findings if _concerns(each, log, chosen)])
    found = tuple(_read(log, chosen))
    said = [text for each in found if isinstance(each.what, LearningPoint) for _, text in visible(each.what)]
    if finding_erased(log)(said):
        wrong = "somebody of an erased session is named in what would go, so nothing was sent"
        raise CircleError(wrong, where=Place(points_folder(log)), do="circle site says where")
    return found


def _there(log: Log) -> frozenset[str]:
    """Give the ids of all that everyone may read, of what it speaks of elsewhere, and of what was taken back."""
    notices = {each.id for each in read_notices(log.root / "guidance")}
    files = {path.stem for path in (*point_files(log), *report_files(log))}
    return frozenset({*files, *notices, *map(_speaks_of, report_files(log))} - {""})


def _chosen(log: Log, there: frozenset[str], named: Sequence[str]) -> frozenset[str]:
    """Give the ids that are meant, and those of the reports on a learning point that is."""
    if not named:
        return there
    chosen = {_meant(log, there, short.strip().lower()) for short in named}
    return frozenset(chosen | {path.stem for path in report_files(log) if _speaks_of(path) in chosen})


def _meant(log: Log, there: frozenset[str], short: str) -> str:
    found = sorted(id_ for id_ in there if short and id_.startswith(short))
    if len(found) == 1:
        return found[0]
    if found:
        raise CircleError(f"{short}: could be any of {len(found)}", USAGE, do="give a little more of the id")
    waits = POINT_ID.fullmatch(short) and (log.root / PROPOSALS / f"{short}.md").exists()
    do = "a second person reads it first: circle review" if waits else f"`{points_folder(log)}` has what is"
    raise CircleError(f"{short}: nothing of that id is published here", USAGE, do=do)


def _speaks_of(path: Path) -> str:
    try:
        return read_report(path).point
    except CircleError:  # said with all else that is found
        return ""


def _concerns(found: Problem, log: Log, chosen: frozenset[str]) -> bool:
    """Tell whether something found is about what would go, or about what its checks rest on."""
    path = Path(found.path)
    name = path.relative_to(log.root).as_posix() if path.is_relative_to(log.root) else found.path
    if name.rpartition("/")[0] in _BY_ID:
        return path.stem in chosen
    return name == "guidance" or name.partition("/")[0] not in _STAYS_HERE  # that folder itself: git did not answer


def _refuse_found(log: Log, found: Sequence[Problem]) -> None:
    """Refuse to send anything; where many may read what is said, no word of a file is."""
    if not found:
        return
    private = at_own_terminal()
    places = (each.path if private else nameless(each.path, log.root, own_pages()) for each in found)
    lines = [f"{place}:{each.line}: {each.what}" for place, each in zip(places, found, strict=True)]
    more = [f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    told = "\n".join((*lines[:_SHOWN], *more))
    raise CircleError(f"{told}\nNothing was sent", do="circle check shows it; put it right, and publish again")


def _read(log: Log, chosen: frozenset[str]) -> Iterator[Ready]:
    """Read what goes; what was taken back goes as its notice alone."""
    guidance = log.root / "guidance"
    notices = {each.id: each for each in read_notices(guidance)}
    for path in point_files(log):
        if path.stem in chosen and not is_withdrawn(guidance, path.stem):
            point = read_point(path)
            if isinstance(point, Withdrawn):
                notices[point.id] = point
            else:
                yield Ready(what=point)
    for path in report_files(log):
        if path.stem in chosen and not is_withdrawn(guidance, path.stem):
            yield Ready(what=read_report(path))
    yield from (Ready(what=each) for id_, each in sorted(notices.items()) if id_ in chosen)
