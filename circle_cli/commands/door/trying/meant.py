"""Which learning point somebody tried: one that is here, or one that they read on the site of their base."""

from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK, POINT_ID
from circle_cli.interview.script.prompts import Misread, Prompt, line
from circle_cli.log.folder import Log
from circle_cli.log.points import find_point, point_files
from circle_cli.points.approval import refuse_unapproved
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.signing.readers import load_readers

_LATEST = 99
"""A wording that nobody comes to: a larger number was mistyped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What was tried, in which wording (None: not said, and not known here), and what it is called."""

    id: str
    revision: int | None
    title: str


def meant(log: Log, short: str, wording: int | None) -> Meant:
    """Find what is meant; its words need not be here where the log publishes to a base.

    Raises:
        CircleError: there is none of that id, or no such wording of it; or it was withdrawn.
    """
    if wording is not None and not 0 < wording <= _LATEST:
        raise CircleError(f"--wording {wording}: wordings are counted from 1", USAGE)
    wanted = short.strip().lower()
    if not any(path.stem.startswith(wanted) for path in point_files(log)) and POINT_ID.fullmatch(wanted):
        if is_withdrawn(log.root / "guidance", wanted):
            raise _gone(wanted)
        if may_be_of_base(log.root / "guidance", wanted):
            return Meant(id=wanted, revision=wording, title=f"{wanted}, on the site of your base")
    point = read_public(log, _found(log, short))
    if wording is not None and wording > point.revision:
        wrong = f"{point.id}: there is no wording {wording}; the one that is here is wording {point.revision}"
        raise CircleError(wrong, USAGE)
    return Meant(id=point.id, revision=wording or point.revision, title=point.title)


def _found(log: Log, short: str) -> Path:
    try:
        return find_point(log, short)
    except CircleError as error:
        if POINT_ID.fullmatch(short.strip().lower()):
            error.add_note(f"Is it of your organisation's base? Then say where that is: `base:` in {log.root / MARK}")
        raise


def read_public(log: Log, path: Path) -> LearningPoint:
    """Read a learning point that everybody may read.

    Raises:
        CircleError: it was withdrawn, or its approval does not count.
    """
    if is_withdrawn(log.root / "guidance", path.stem):
        raise _gone(path.stem)
    point = read_point(path)
    if isinstance(point, Withdrawn):
        raise _gone(path.stem)
    refuse_unapproved(point, load_readers(log.root), Place(path))
    return point


def _gone(id_: str) -> CircleError:
    return CircleError(f"{id_}: it was withdrawn, so nothing can be added to it", USAGE)


def which_wording() -> Prompt:
    """Ask in which wording it was tried, where nothing here knows."""

    def reading(typed: str) -> str:
        if not typed.strip().isdigit() or not 0 < int(typed) <= _LATEST:
            raise Misread("A number, please, such as 2; Enter alone: the first.")
        return str(int(typed))

    return line(
        "wording",
        "Which wording of it did you try?",
        remark=("Below its text the page says so, if it was ever revised. Enter alone: the first.",),
        reading=reading,
    )
