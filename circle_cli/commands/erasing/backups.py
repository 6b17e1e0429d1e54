"""Where a backup goes before a session is erased, and what the runs say there that were interrupted."""

from pathlib import Path

from circle_cli.commands.folders import drafts_folders
from circle_cli.log.folder import Log
from circle_cli.log.history.repository import find_repository


def backup_folder(log: Log) -> Path:
    """Give where the backup goes: the person's own folder, or beside the repository; never inside it or the log."""
    own = drafts_folders(log)[0].parent / "backups"
    repository = find_repository(log.root.resolve())
    top = repository.top if repository else log.root.resolve()
    return top.parent if own.resolve().is_relative_to(top) else own


def half_erased(log: Log) -> tuple[str, ...]:
    """Give the ids of the sessions that somebody confirmed to erase, and that no run has finished."""
    folder = backup_folder(log)
    if not folder.is_dir():
        return ()
    from circle_cli.log.erasing.begun import left_undone  # hardly anybody needs it, and `circle` alone starts here

    return left_undone(folder, log.root.resolve())
