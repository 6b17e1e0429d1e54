"""What is left of a session beside its file: drafts, what an editor or an interrupted save left behind."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def left_of(session_id: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Find the files whose names begin with the id, be there a dot or the like before it."""
    found: list[Path] = []
    for folder in folders:
        with suppress(OSError):
            here = (path for path in folder.iterdir() if path.name.lstrip(".#~$").startswith(session_id))
            found += sorted(path for path in here if path.is_symlink() or path.is_file())
    return tuple(found)


def removed(paths: Iterable[Path], session_id: str) -> tuple[Path, ...]:
    """Delete files, and folders that were called after the session; give those that could not be deleted."""
    return tuple(path for path in paths if not _gone(path, session_id))


def _gone(path: Path, session_id: str) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    for folder in (above for above in path.parents if session_id in above.name):
        with suppress(OSError):
            folder.rmdir()
    return True
