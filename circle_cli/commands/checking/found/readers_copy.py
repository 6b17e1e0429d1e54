"""What is wrong with a reader's copy: something else is in it, or in its history, than what waits for a reader."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.checking.found.problem import Problem, malformed
from circle_cli.errors import CircleError
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import Log
from circle_cli.log.travel.room import every_file
from circle_cli.settings import is_readers_copy
from circle_cli.share.packets.room import FOLDER, refuse_other
from circle_cli.system.no_links import content_of

_NO_PLACE = "private-in-readers-copy"


def look_at_readers_copy(log: Log) -> Iterator[Problem]:
    """Give each file of a reader's copy, as it is and as any commit here has it, that has no place in it."""
    if not _is_one(log):
        return
    try:
        found = [*_in_the_folder(log.root), *every_file(Store(folder=log.root), "--all")]
    except CircleError as error:
        yield malformed(error, str(log.root))
        return
    for path, content in found:
        try:
            refuse_other(path, content)
        except CircleError as error:
            what = f"{error.message}; delete this copy, and have it anew: circle join --reader"
            yield Problem(kind=_NO_PLACE, path=str(log.root / path), what=what)


def _is_one(log: Log) -> bool:
    with suppress(CircleError):  # what is wrong with its settings is said elsewhere
        return is_readers_copy(log.root)
    return False


def _in_the_folder(root: Path) -> Iterator[tuple[str, bytes]]:
    folders = ((root / name).rglob("*") for name in (FOLDER, "sessions", "sparks", "proposals"))
    for path in (path for found in folders for path in found if path.is_file()):
        yield path.relative_to(root).as_posix(), content_of(path)
