"""What is left of a session beside its file: drafts, what an editor or an interrupted save left behind."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import PERMISSION, CircleError, Place


def left_of(session_id: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Find the files whose names begin with the id, be there a dot or the like before it."""
    found: list[Path] = []
    for folder in folders:
        with suppress(OSError):
            here = (path for path in folder.iterdir() if path.name.lstrip(".#~$").startswith(session_id))
            found += sorted(path for path in here if path.is_symlink() or path.is_file())
    return tuple(found)


def remove_all(paths: Iterable[Path]) -> None:
    """Delete files; one that is gone already is no matter.

    Raises:
        CircleError: one could not be deleted; it is named.
    """
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            wrong = f"could not be deleted: {error.strerror}"
            raise CircleError(wrong, PERMISSION, where=Place(path), do="delete it by hand") from error
