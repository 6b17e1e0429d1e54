"""Who has told what already, and all that this log knows of identifiers: what a report is compared with."""

from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.edge import say_left_out
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LearningPoint, Report
from circle_cli.share.proposal import State, read_proposal
from circle_cli.share.proposal import path_of as proposal_of
from circle_cli.share.reporting import Reported, read_reported, reported_files, told_by

if TYPE_CHECKING:
    from circle_cli.share.release.unfit import Known


def known_to(log: Log) -> Callable[[str], "Known"]:
    """Give what reads, of all that the log knows, what may be in some words: when it is wanted, and of each once."""
    return cache(lambda words: _known(log, words))


def _known(log: Log, words: str) -> "Known":
    from circle_cli.commands.erasing.names_kept import finding_erased  # who says no words waits for none of this
    from circle_cli.identifiers.known.cast.shapes import make_cast
    from circle_cli.identifiers.lists import load_lists
    from circle_cli.log.index.casts import Sought, in_sessions
    from circle_cli.share.release.may_name import may_name, may_name_a_session
    from circle_cli.share.release.terms import make_terms
    from circle_cli.share.release.unfit import Known

    lists = load_lists(log.root)
    sought = Sought(among=may_name(words, lists).among, ids=may_name_a_session(words))
    people, ids = in_sessions(log, sought, say_left_out)
    terms = make_terms(people, ids, lists)
    return Known(lists=lists, everybody=make_cast(people, lists), terms=terms, erased=finding_erased(log))


def all_reported(log: Log, report: Callable[[CircleError], None] = say_left_out) -> Iterator[tuple[Path, Reported]]:
    """Give every report of the log, with its private file; what cannot be read is reported."""
    for path in reported_files(log.root):
        try:
            yield path, read_reported(path)
        except CircleError as error:
            report(error)


def refuse_own(log: Log, point_id: str, by: str, keys: Collection[str]) -> None:
    """Refuse a report by whoever wrote the learning point, or recorded its session: only what others report is counted.

    Raises:
        CircleError: so; or nobody can tell who wrote it.
    """
    path = proposal_of(log.root, point_id)
    if not path.exists():
        return
    from circle_cli.commands.door.own import Own, why_own  # git's history is read where it is from here

    own = why_own(log, read_proposal(path), by, keys)
    if own not in (None, Own.UNKNOWN):
        wrong = f"{point_id}: you wrote it, and only what others report is counted ({own})"
        raise CircleError(wrong, USAGE, do="ask a colleague to try it")


def refuse_twice(log: Log, report: Report, by: str, keys: Collection[str]) -> None:
    """Refuse a second report by one person on the same wording: each person counts once.

    One that was returned, declined or withdrawn does not count. One that cannot be read might be theirs.

    Raises:
        CircleError: so.
    """
    for _, other in all_reported(log, _stop):
        earlier = other.report
        if (earlier.point, earlier.revision) != (report.point, report.revision) or earlier.id == report.id:
            continue
        if other.letter or not earlier.outcome:
            continue  # somebody else's, whom nobody knows; or words, of which nobody counts who suggests them
        if other.state not in (State.PROPOSED, State.APPROVED) or is_withdrawn(log.root / "guidance", earlier.id):
            continue
        if whose.is_same(log.root, other.author, by) or told_by(other) in keys:
            wrong = f"{report.point}: there is a report by the same person already ({earlier.id}), and each counts once"
            do = f"it is there for everyone; `circle withdraw {earlier.id}` takes it back"
            if other.state is State.PROPOSED:
                do = "it waits for a second reader, who can return it; `circle undo`, if it was the last change"
            raise CircleError(wrong, USAGE, do=do)


def refuse_gone(point: LearningPoint | None, report: Report) -> LearningPoint:
    """Refuse a report on what is no longer there, or not yet."""
    if point is None or report.revision > point.revision:
        wrong = f"{report.point}: the learning point that this speaks of is not there"
        raise CircleError(wrong, USAGE, do="`circle check` may say why")
    return point


def _stop(error: CircleError) -> None:
    raise error
