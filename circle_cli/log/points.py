"""Learning points as files of a log: found by their id, and traced to their session."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import POINT_FILE, REPORTS
from circle_cli.log.folder import Log, all_session_files, session_files
from circle_cli.system.copied import in_words
from circle_cli.system.no_links import inside, names_in

if TYPE_CHECKING:
    from circle_cli.log.entries.sessions import FoundSession


def points_folder(log: Log) -> Path:
    """Give where everybody may read them."""
    return log.root / "guidance" / "learning-points"


def point_files(log: Log) -> list[Path]:
    """Give the learning points' files, by id; nothing where there are none."""
    folder = inside(log.root, points_folder(log))
    return [path for path in names_in(folder, ".md") if POINT_FILE.fullmatch(path.name)]


def report_files(log: Log) -> list[Path]:
    """Give the files of the reports that everybody may read, by id; nothing where there are none."""
    folder = inside(log.root, log.root / "guidance" / REPORTS)
    return [path for path in names_in(folder, ".md") if POINT_FILE.fullmatch(path.name)]


def find_point(log: Log, short: str) -> Path:
    """Find the file of the learning point whose id is `short` or begins with it.

    Raises:
        CircleError: there is none, there are several, or it is a link to another place, or lies in one.
    """
    wanted = short.strip().lower()
    found = [path for path in point_files(log) if wanted and path.name.startswith(wanted)]
    if not found:
        raise CircleError(f"{short}: no learning point of that id in {points_folder(log)}", USAGE)
    if len(found) > 1:
        names = ", ".join(path.stem for path in found[:5]) + (" ..." if len(found) > 5 else "")
        wrong = f"{short}: could be any of {len(found)} ({names})"
        raise CircleError(wrong, USAGE, do="give a little more of the id")
    for copy in names_in(points_folder(log), ".md"):
        if copy.name.startswith(found[0].stem) and (what := in_words(copy)):
            log.tell(f"{copy}: {what}")
    return inside(log.root, found[0])


def sessions_with(
    log: Log, point_id: str, report: Callable[[CircleError], None], *, copies: bool = False
) -> "list[FoundSession]":
    """Find the sessions that a learning point came from, and `copies` of them; only the private log knows."""
    from circle_cli.log.entries.sessions import read_sessions, spelt_out  # who finds points alone reads no session

    files = all_session_files(log) if copies else session_files(log)
    sought = point_id.encode()
    found = read_sessions(files, report, lambda content: sought in content or spelt_out(content))
    return [each for each in found if any(point.point == point_id for point in each.session.learning_points)]
