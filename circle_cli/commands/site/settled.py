"""What has to be settled in a log before anything of it is published: two versions, and two opinions."""

from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.points import points_folder
from circle_cli.log.unsettled import unsettled
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import disagreement, proposal_copies, proposal_files, read_proposal
from circle_cli.system.copied import copied_from
from circle_cli.text import TwoVersions


def refuse_unsettled(log: Log) -> None:
    """Refuse to publish while git has two versions of a file, or a proposal and what is public disagree.

    Raises:
        CircleError: so; the file is named.
    """
    for error in _in_the_way(log):
        error.add_note("Until that is settled, nobody can tell what everyone may read; nothing was published.")
        raise error


def _in_the_way(log: Log) -> Iterator[CircleError]:
    yield from unsettled(log)
    for path in (*proposal_files(log.root), *proposal_copies(log.root)):
        try:
            if error := _disagreeing(path, points_folder(log) / (copied_from(path) or path).name):
                yield error
        except CircleError as error:
            yield error


def _disagreeing(path: Path, public: Path) -> CircleError | None:
    """Compare a proposal with its learning point.

    Raises:
        CircleError: git left two versions of it; or it cannot be read, and is of something that is public.
    """
    try:
        proposal = read_proposal(path)
    except TwoVersions:
        raise
    except CircleError:
        if public.exists():
            raise
        return None
    if is_withdrawn(public.parents[1], public.stem) or not public.exists():
        return None
    point = read_point(public)
    return disagreement(proposal, path, point) if isinstance(point, LearningPoint) else None
