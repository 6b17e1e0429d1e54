"""Where things lie: a person's own log, what is kept beside it, drafts out of git's sight; where nothing private is."""

import os
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.folder import Log
from circle_cli.system.early.homes import LOG_IN_USE, OWN_SETTINGS, under_home
from circle_cli.system.files import ignore_all, leads_elsewhere, make_folder
from circle_cli.system.no_links import a_link

HIDDEN, _DRAFTS = ".circle", "drafts"

_PUBLIC = ("guidance", "site")
"""Folders of a log that anybody may read."""


def own_log_folder() -> Path:
    """Give the place of a person's own log."""
    return _own("data")


def drafts_folders(log: Log) -> tuple[Path, Path]:
    """Give where drafts are kept, and where they go if that cannot be written: inside the log, out of git's sight."""
    inside = log.root / HIDDEN / _DRAFTS
    own = own_folder()
    return (inside if own is None else own / _DRAFTS), inside


def own_folder() -> Path | None:
    """Give where a person's own things are kept that are no log's; None where they have no home."""
    state = _state_folder()
    return state / HIDDEN if state is not None and _is_own_log(state) else state


def earlier_drafts() -> Path | None:
    """Give where earlier versions kept drafts among the files of the person's own log; None where they did not."""
    state = _state_folder()
    return state / _DRAFTS if state is not None and _is_own_log(state) else None


def place_of_log_in_use() -> Path:
    """Give the file that names the log that circle uses, where `circle use` said so.

    It stands beside the person's other settings and not among them: a folder's name need not be text.
    """
    return _config_folder() / LOG_IN_USE


def place_of_own_settings() -> Path:
    """Give the file of a person's own settings."""
    return _config_folder() / OWN_SETTINGS


def _config_folder() -> Path:
    folder = _own("config")
    return folder / HIDDEN if _is_own_log(folder) else folder


def log_in_use() -> Path | None:
    """Give the log that circle uses where nothing else names one; None where that is the person's own."""
    try:
        place = place_of_log_in_use()
        found = Path(os.fsdecode(place.read_bytes().rstrip(b"\r\n")))
    except (OSError, CircleError):
        return None
    return found if found.is_absolute() else None


def invitations(log: Log) -> Path:
    """Give where invitations to planned sessions lie: in the log, for its owner alone and out of git's sight."""
    return log.root / HIDDEN / "invitations"


def decided_folder(log: Log) -> Path:
    """Give where what was decided about the words of sessions for a portfolio is kept."""
    return log.root / HIDDEN / "portfolios"


def refuse_public(log: Log, path: Path, option: str) -> None:
    """Keep what is private out of the folders that anybody may read: of this log, and of any other.

    Raises:
        CircleError: it would go there; `option` chooses another place.
    """
    place = path.expanduser().resolve()
    logs = (*(folder for folder in place.parents if (folder / MARK).is_file()), log.root.resolve())
    public = next((name for root in logs for name in _PUBLIC if place.is_relative_to(root / name)), None)
    if public:
        wrong = f"a session is private, and anybody may read what is in {public}/"
        raise CircleError(wrong, USAGE, where=Place(path), do=f"choose another folder with {option}")


def forget_invitation(log: Log, known_as: str) -> None:
    """Take away the invitation to a session, or to an event, that is called off or is another one now."""
    for ending in (".txt", ".ics"):
        with suppress(OSError):
            (invitations(log) / f"{known_as}{ending}").unlink(missing_ok=True)


def _state_folder() -> Path | None:
    try:
        return _own("state")
    except CircleError:
        return None


def _is_own_log(folder: Path) -> bool:
    """Tell whether a folder is that of the person's own log: macOS and Windows keep data and state in one."""
    try:
        return folder == own_log_folder()
    except CircleError:
        return False


def _own(what: str) -> Path:
    """Give the person's folder for what is kept of this kind: `data`, `config` or `state`."""
    if found := under_home(what):
        folder = Path(found)
    else:
        import platformdirs

        folder = getattr(platformdirs, f"user_{what}_path")("circle", appauthor=False)
    if not folder.is_absolute():  # `~` stays as it is where nobody knows whose home it is
        raise CircleError("You have no home folder here", USAGE, do="name the learning log with --log DIR")
    return folder


def hide_from_git(folder: Path) -> None:
    """Make a folder for drafts, and keep it, and all that lies beside it, out of git's sight.

    Raises:
        CircleError: git would be told by a file that lies elsewhere.
    """
    mark = folder.parent / ".gitignore"
    if leads_elsewhere(mark):
        raise a_link(mark)
    with suppress(OSError):
        make_folder(folder)
        ignore_all(folder.parent)
