"""Where drafts lie, and which of those that lie inside a log are this person's own.

A log may have come from somebody else, with drafts in it that would be gone on with. A draft of one's own says which
number its file has on this disk: nobody who makes a copy elsewhere can know that.
"""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.edge import say
from circle_cli.commands.folders import drafts_folders, earlier_drafts, hide_from_git
from circle_cli.errors import CircleError
from circle_cli.interview.draft.holding import is_open
from circle_cli.interview.draft.lines import DraftHead, DraftState
from circle_cli.log.folder import Log
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import inside
from circle_cli.system.running import run_git
from circle_cli.system.typed import typed

if TYPE_CHECKING:  # for the name alone: whoever lists drafts begins none
    from circle_cli.interview.draft.draft import Draft

_LIMIT = 10.0  # seconds for git
_ERASED = "`circle erase`, with the id of its session, takes it out of the history"


def drafts_in(log: Log) -> Iterator[Path]:
    """Give the files that may be drafts of this log or another, newest first within a folder."""
    _bring_in(log)
    for folder in dict.fromkeys(drafts_folders(log)):
        if _is_inside(log, folder):
            try:
                inside(log.root, folder)
            except CircleError as error:
                say(str(error))
                continue
        if found := _drafts(folder):
            with suppress(CircleError):
                hide_from_git(folder)
        yield from found


def refusal(log: Log, path: Path, state: DraftState) -> str:
    """Say why a draft inside a log is left alone; nothing where it is this person's own, and of this log."""
    if not _is_inside(log, path):
        return ""
    if not _is_own(log, path, state):
        return f"Left alone: a draft that was not begun here by you. If it is yours: circle resume {typed(str(path))}"
    if not belongs(state.head, log):
        return f"{path}: a draft of another log, so it is left alone"
    return ""


def say_if_git_has(log: Log, path: Path) -> None:
    """Say that git has a draft: somebody added it by force, or before it was kept out of git's sight."""
    top = _top(path)
    if top is not None and _git_has(path):
        how = _ERASED if _is_inside(log, path) else "Nothing that circle can do takes it out of there"
        say(f"{path}: git has a copy of this draft, in {top}. {how}.")


def belongs(head: DraftHead, log: Log) -> bool:
    """Tell whether a draft is for this log, by whatever name, or for one that is gone or no longer known."""
    return os.path.realpath(head.log) == os.path.realpath(log.root) or not os.path.isdir(head.log)  # noqa: PTH112 (Path's own raises where it may not look)


def ready(log: Log, folder: Path) -> Path:
    """Make a folder for drafts ready, so that git takes nothing of it.

    Raises:
        CircleError: it is inside the log and leads out of it, or git cannot be kept from it.
    """
    if _is_inside(log, folder):
        inside(log.root, folder)
    hide_from_git(folder)
    return folder


def out_of_sight(log: Log, draft: "Draft") -> None:
    """Go on with a draft where git does not see it, if git does where it lies; it stays there where that fails."""
    if _top(draft.path) and run_git("-C", str(draft.path.parent), "check-ignore", draft.path.name, limit=_LIMIT).code:
        with suppress(CircleError):
            draft.move_to(ready(log, drafts_folders(log)[0]))


def _drafts(folder: Path) -> Sequence[Path]:
    """Give the drafts in a folder, newest first; none where there is no such folder, or it may not be looked into."""
    try:
        return sorted((path for path in folder.iterdir() if path.suffix == ".jsonl"), reverse=True)
    except OSError:
        return []


def _is_inside(log: Log, path: Path) -> bool:
    return path.is_relative_to(log.root) or path.parent.resolve().is_relative_to(log.root.resolve())


def _is_own(log: Log, path: Path, state: DraftState) -> bool:
    """Tell whether a draft in a log is this person's own.

    In the person's own log, where some systems have the only place for drafts, it may have come back from a backup, and
    its file has another number then: there, git must know nothing of it.
    """
    found = path.lstat()
    private = sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    if not private or state.number == found.st_ino:
        return private
    return earlier_drafts() is not None and path.parent == drafts_folders(log)[0] and not _git_has(path)


def _bring_in(log: Log) -> None:
    """Move what earlier versions left among the files that git keeps, and say so; git may have it by now."""
    earlier, own = earlier_drafts(), drafts_folders(log)[0]
    if earlier is None or not earlier.is_dir() or leads_elsewhere(earlier):
        return
    with suppress(OSError, CircleError):
        hide_from_git(own)
        files = [path for path in sorted(earlier.iterdir()) if stat.S_ISREG(path.lstat().st_mode)]
        moved = [path.stem for path in files if _moved(path, own) and path.suffix == ".jsonl"]
        if moved:
            say(f"Moved what you have not finished ({', '.join(moved)}) to where git does not take it: {own}")
        for path in _drafts(earlier):
            if _git_has(path):
                again = f"To go on with it: circle resume {typed(str(path))}"
                say(f"{path}: git has this draft: it was committed, or came with the log. {_ERASED}. {again}")
        earlier.rmdir()


def _moved(path: Path, own: Path) -> bool:
    """Move a file of a draft; not one that git has, nor one that an earlier version has open."""
    draft = path.with_suffix(".jsonl")
    place = own / path.name
    if os.path.lexists(place) or _git_has(path) or (draft.exists() and is_open(draft)):
        return False
    path.rename(place)
    if path.suffix == ".jsonl":
        from circle_cli.interview.draft.draft import Draft

        with suppress(CircleError):  # a damaged one is said when it is looked at
            Draft.reopen(place).close()  # so that it says that it is this person's own
    return True


def _top(path: Path) -> Path | None:
    """Give the folder above that git keeps, if there is one."""
    return next((above for above in path.parents if (above / ".git").exists()), None)


def _git_has(path: Path) -> bool:
    """Tell whether git has a file, or had it once on any branch."""
    asks = (("ls-files",), ("log", "--all", "-1", "--format=%h"))
    return any(run_git("-C", str(path.parent), *ask, "--", path.name, limit=_LIMIT).out.strip() for ask in asks)
