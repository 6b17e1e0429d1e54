"""A file on its way into the log, a session's mostly: first the file, then a commit that holds nothing else."""

import sys
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import quoted
from circle_cli.ids import SESSION_ID
from circle_cli.log.durable import LONGEST, FileChanged, create, remove, replace
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.intents import intended
from circle_cli.log.privacy import is_private
from circle_cli.system.no_links import inside
from circle_cli.waiting import how_far

_TRIES = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where a session lies, and whether git has it."""

    path: Path
    commit: git.Commit


def file_name(session_id: str, title: str) -> str:
    """Name a session's file: its id, and what of its title every system can hold."""
    slug = slug_of(title, LONGEST - len(session_id) - len("-.md"))
    return f"{session_id}-{slug}.md" if slug else f"{session_id}.md"


def slug_of(text: str, longest: int) -> str:
    """Give what of a text every system can hold in a file's name; that may be nothing."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = "".join(letter if letter.isalnum() else " " for letter in ascii_only.replace("'", "")).split()
    return "-".join(words)[:longest].strip("-")


def save_new(log: Log, session_id: str, title: str, text: str) -> Saved:
    """Save a new session; one that is there already, to the byte, counts as saved.

    Raises:
        FileExistsError: a file of that name holds something else.
        CircleError: that is no session's id, or the disk refused (74, 77).
    """
    if not SESSION_ID.fullmatch(session_id):  # a draft may have been written by anybody; it names a file
        raise CircleError("… is no session id; one looks like 2026-11-23-k3f9", words=quoted(session_id))
    path = inside(log.root, log.sessions / session_id[:4] / file_name(session_id, title))
    message = f"Record session {session_id}"
    with intended(log.root, [path], message, log.tell, log.trust) as commit:
        create(path, text.encode("utf-8"))
        return Saved(path=path, commit=commit())


def save_all(log: Log, sessions: Mapping[str, tuple[str, str]]) -> tuple[tuple[Path, ...], git.Commit]:
    """Save new sessions, a title and a text by their ids, in one commit; give where they lie, and whether git has them.

    Should the disk refuse one of them, those before it are saved, and committed.

    Raises:
        FileExistsError: a file of one's name holds something else.
        CircleError: one of them is no session's id, or the disk refused (74, 77).
    """
    if wrong := next((name for name in sessions if not SESSION_ID.fullmatch(name)), None):
        raise CircleError("… is no session id; one looks like 2026-11-23-k3f9", words=quoted(wrong))
    places = {name: log.sessions / name[:4] / file_name(name, title) for name, (title, _) in sessions.items()}
    paths = {name: inside(log.root, place) for name, place in places.items()}
    contents = {name: text.encode("utf-8") for name, (_, text) in sessions.items()}
    count = len(paths)
    message = f"Take in {count} session{'s' if count > 1 else ''}"
    with intended(log.root, list(paths.values()), message, log.tell, log.trust) as commit:
        saved: list[Path] = []
        try:
            for name, content in how_far.each(contents.items(), "Saving the sessions"):
                create(paths[name], content)
                saved.append(paths[name])
        except BaseException:
            git.commit(log.root, saved, message, log.tell, trust=log.trust)
            raise
        return tuple(paths.values()), commit()


def save_again(log: Log, path: Path, text: str, before: bytes, session_id: str) -> Saved:
    """Save over a session's file, which must still hold `before`.

    Raises:
        CircleError: it was changed meanwhile, or the disk refused.
    """
    return save_over(log, path, text, before, f"Update session {session_id}")


def save_over(log: Log, path: Path, text: str, before: bytes, message: str) -> Saved:
    """Save over a file of the log, which must still hold `before`, in a commit that holds nothing else.

    Raises:
        CircleError: it was changed meanwhile, or the disk refused.
    """
    inside(log.root, path)
    with intended(log.root, [path], message, log.tell, log.trust) as commit:
        _close(log, path)
        replace(path, text.encode("utf-8"), before)
        return Saved(path=path, commit=commit())


def anew_if_changed(attempt: Callable[[], T]) -> T:
    """Make a change again from what is there now, where somebody else saved the same file in between.

    Raises:
        FileChanged: that happened again and again.
    """
    for _ in range(_TRIES - 1):
        with suppress(FileChanged):
            return attempt()
    return attempt()


def change(log: Log, path: Path, after: bytes | None, before: bytes | None, message: str) -> Saved:
    """Give a file of the log another content, in a commit of its own; none takes it away, or makes it anew.

    Raises:
        CircleError: it no longer holds `before`, or the disk refused.
    """
    inside(log.root, path)
    with intended(log.root, [path], message, log.tell, log.trust) as commit:
        if after is None and before is not None:
            remove(path, before)
        elif after is not None:
            replace(path, after, before)
        return Saved(path=path, commit=commit())


def _close(log: Log, path: Path) -> None:
    """Have a private file readable by its owner alone, as one that we made is: a clone or a pull made it otherwise."""
    if is_private(log.root, path) and sys.platform != "win32" and path.stat().st_mode & 0o077:
        with suppress(OSError):  # another's, who may do with it what they like
            path.chmod(0o600)
