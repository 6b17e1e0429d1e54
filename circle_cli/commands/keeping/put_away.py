"""What was put away: kept beside the drafts for a month, so that it can be had back."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from circle_cli.commands.drafts.places import ready
from circle_cli.commands.edge import now
from circle_cli.commands.folders import drafts_folders
from circle_cli.errors import CircleError
from circle_cli.log.durable import create
from circle_cli.log.folder import Log
from circle_cli.system.files import sync

DAYS = 30
_FOLDER = "put-away"


def is_session(path: Path) -> bool:
    """Tell whether a file that was put away is a session that was deleted, and no draft nor what an editor left."""
    beside = {each.suffix for each in path.parent.iterdir()}
    return path.suffix == ".md" and not beside & {".jsonl", ".base"} and "-edit" not in path.stem


def put_away(log: Log, session_id: str, contents: Mapping[str, bytes]) -> Path:
    """Keep files that are about to go; give the folder that holds them.

    Raises:
        CircleError: it cannot be written.
    """
    folder = _new_folder(log, drafts_folders(log)[0], session_id)
    for name, content in contents.items():
        create(folder / name, content)
    return folder


def move_away(log: Log, session_id: str, paths: list[Path]) -> Path:
    """Move files that lie in one folder; give the folder that holds them now."""
    folder = _new_folder(log, paths[0].parent, session_id)
    for path in paths:
        path.rename(folder / path.name)
    for each in (folder, paths[0].parent):
        sync(each)
    return folder


def put_away_of(log: Log, session_id: str) -> list[Path]:
    """Give the folders with what was put away under this id, or its last letters; newest first."""
    folders = [folder / _FOLDER for folder in dict.fromkeys(drafts_folders(log))]
    found: list[Path] = []
    for folder in folders:
        with suppress(OSError):
            found += [each for each in folder.iterdir() if any(each.name.startswith(session_id, at) for at in (0, 11))]
    return sorted(found, key=lambda each: each.name.rpartition("--")[2], reverse=True)


def move_back(folder: Path) -> list[Path]:
    """Move what was put away to where it lay; give the files, as they lie there.

    Raises:
        CircleError: something of the same name is there.
    """
    there = folder.parent.parent
    paths = sorted(folder.iterdir())
    if taken := [path.name for path in paths if os.path.lexists(there / path.name)]:
        raise CircleError(f"{there / taken[0]}: another one has begun meanwhile", do=f"it stays in {folder}")
    for path in paths:
        path.rename(there / path.name)
    folder.rmdir()
    sync(there)
    return [there / path.name for path in paths]


def clear_old(log: Log) -> None:
    """Delete what was put away longer than a month ago."""
    for folder in dict.fromkeys(drafts_folders(log)):
        with suppress(OSError):
            for each in (folder / _FOLDER).iterdir():
                if _old(each):
                    for path in each.iterdir():
                        path.unlink()
                    each.rmdir()


def _old(folder: Path) -> bool:
    try:
        then = datetime.strptime(folder.name.rpartition("--")[2], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return False
    return now() - then > timedelta(days=DAYS)


_WHEN = "%Y%m%dT%H%M%S%fZ"


def _new_folder(log: Log, beside: Path, session_id: str) -> Path:
    ready(log, beside)
    folder = beside / _FOLDER / f"{session_id}--{now():{_WHEN}}"
    try:
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise CircleError(f"{folder}: could not be made: {error.strerror}", do="nothing was changed") from error
    return folder
