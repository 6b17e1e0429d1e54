"""What others report from trying the learning points: each report in a file of its own, with an approval of its own.

One that does not count (it is malformed, not approved by a reader of the log, or speaks of a learning point that is not
there) is left out and named, and all else is shown: nobody should be able to take a whole site down with a report.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import REPORTS
from circle_cli.points.approval import approved_by, digest_of_readers, refuse_unapproved
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.open_folder import Look, OfFile, files_in, look_each_time, read_anew, refuse_stray
from circle_cli.points.record import LearningPoint, Report, Trial
from circle_cli.points.report import refuse_other_bytes, report_in
from circle_cli.settings import Settings, load_settings
from circle_cli.signing.readers import Admitted
from circle_cli.system.no_links import content_of
from circle_cli.vocabulary import LogKind

_MALFORMED = "not as it should be written; circle check says more at a terminal"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A report that is not shown, where it stands, and why; `what` holds no word of it."""

    place: Place
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of each learning point, by its id; and what was left out."""

    of: Mapping[str, tuple[Trial, ...]]
    left_out: tuple[LeftOut, ...] = ()


def read_told(
    guidance: Path, points: Sequence[LearningPoint], withdrawn: frozenset[str], readers: Admitted,
    of_file: OfFile = read_anew, look: Look = look_each_time,
) -> Told:  # fmt: skip
    """Read all reports on these learning points; what was `withdrawn` is passed over.

    Raises:
        CircleError: their folder is none, or may not be looked into.
    """
    known = {point.id: point for point in points}
    found: dict[str, list[Report]] = {}
    left_out: list[LeftOut] = []
    for path in files_in(guidance / REPORTS):
        if path.stem in withdrawn:
            continue
        try:
            report = of_file(path, readers, partial(_counting, path, readers, look))
        except CircleError as error:
            left_out.append(LeftOut(place=error.where or Place(path), what=why(error)))
            continue
        if report.point in withdrawn:
            continue
        if report.point not in known and may_be_of_base(guidance, report.point):
            continue  # it is on its way there
        if wrong := _speaks_of_nothing(report, known):
            left_out.append(LeftOut(place=Place(path), what=wrong))
        else:
            found.setdefault(report.point, []).append(report)
    settings = load_settings(guidance.parent)
    trials = {id_: tuple(_trials(reports, readers, settings)) for id_, reports in found.items()}
    return Told(of=trials, left_out=tuple(left_out))


def why(error: CircleError) -> str:
    """Say what is wrong with a report, without a word of it."""
    return _MALFORMED if error.words is not None else error.what


def _counting(path: Path, readers: Admitted, look: Look) -> Report:
    refuse_stray(path, "this is no report")
    content = content_of(path)
    report = report_in(content, path)

    def examine() -> Sequence[CircleError]:
        refuse_other_bytes(report, content, path)
        refuse_unapproved(report, readers, Place(path))
        return ()

    look(("approval", content, digest_of_readers(readers)), examine)
    return report


def _speaks_of_nothing(report: Report, known: Mapping[str, LearningPoint]) -> str:
    if report.point not in known:
        return "speaks of a learning point that is not there"
    if report.revision > known[report.point].revision:
        return "speaks of a later wording of its learning point than the one that is there"
    return ""


def _trials(reports: Sequence[Report], readers: Admitted, settings: Settings) -> Iterator[Trial]:
    """Give them in their order; in a base, each with its team where enough told of the same wording."""
    in_base = settings.kind is LogKind.BASE
    teams = {each.id: readers.team_of_key(approved_by(each)) for each in reports} if in_base else {}
    for each in sorted(reports, key=lambda each: (each.year, each.id)):
        if in_base:
            told = {teams[other.id] for other in reports if other.revision == each.revision} - {""}
            yield replace(each.as_trial(), team=teams[each.id] if len(told) >= settings.smallest_group else "")
        else:
            yield each.as_trial()
