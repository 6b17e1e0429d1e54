"""Which of the branches that came in to a base only take something out: nobody has to read those."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from circle_cli.errors import CircleError, Place
from circle_cli.ids import REPORTS, WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.log.travel.incoming import Branch, Change, branches_in
from circle_cli.points.file import render_withdrawn
from circle_cli.points.notices import parse_notice, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode
from circle_cli.vocabulary import Was


def removing(log: Log) -> tuple[tuple[str, Withdrawn], ...]:
    """Give the notices that came in on branches which do nothing else, each with its branch.

    What the base has not got, nobody takes out of it; what was taken out is passed over.
    """
    return tuple(
        (branch.name, notice)
        for branch in branches_in(log.root)
        for notice in only_removes(branch)
        if has_words(log.root, notice)
    )


def has_words(log_root: Path, notice: Withdrawn) -> bool:
    """Tell whether something stands there still of what a notice takes out: a kill may have come before it went."""
    path, left = what_goes(notice)
    return is_there(log_root / path) and content_of(log_root / path) != left


def only_removes(branch: Branch) -> tuple[Withdrawn, ...]:
    """Give the notices of a branch that does nothing else than to take out what they name; of any other, none."""
    changes = branch.changes or {}
    notices: dict[str, Withdrawn] = {}
    for path, change in changes.items():
        if path.startswith(f"guidance/{WITHDRAWN}/"):
            with suppress(CircleError):
                notices[path] = _notice(path, change.content or b"")
    gone = {path: left for notice in notices.values() for path, left in (what_goes(notice),)}
    others = ((path, change) for path, change in changes.items() if path not in notices)
    return tuple(notices.values()) if all(_is_gone(path, change, gone) for path, change in others) else ()


def what_goes(notice: Withdrawn) -> tuple[str, bytes | None]:
    """Give the file whose words go with a notice, and what is left of it; None where nothing is."""
    if notice.was is Was.REPORT:
        return f"guidance/{REPORTS}/{notice.id}.md", None
    return f"guidance/learning-points/{notice.id}.md", render_withdrawn(notice).encode()


def _notice(path: str, content: bytes) -> Withdrawn:
    notice = parse_notice(decode(content, path), path, PurePosixPath(path).stem)
    if render_notice(notice).encode() != content:
        raise CircleError("says something beside that it was withdrawn", where=Place(path))
    return notice


def _is_gone(path: str, change: Change, gone: Mapping[str, bytes | None]) -> bool:
    """Tell whether a change leaves of a file what its notice leaves of it, and no more."""
    return path in gone and (change.is_taken_out if gone[path] is None else change.content == gone[path])
