"""`circle sync` with nothing to do, told before anything else is loaded: so it takes little longer than git does.

What is kept for that, in the person's own folder, is how all was by which a sync goes, but for the log's files, when
one found nothing to do: the log's settings, circle's own notes there, git's folder but for its objects, git's settings.
Where that is so still, git has every file of the log as it is, and fetching changes nothing either, a whole sync would
find nothing to do. Whatever else is so, or cannot be told, is left to that.
"""

import os
import stat
import sys

from circle_cli import __version__
from circle_cli.system.early.heard import GIT, UMASK, WAYS, asked_to_fetch, asked_what_changed, environment
from circle_cli.system.early.homes import LOG_IN_USE, OWN_SETTINGS, under_home
from circle_cli.system.early.spawned import TooSlowError, can_spawn, spawned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTHING_WAITS = "Nothing waits to be sent."
_WIDE = 40
"""Columns in which the words fit."""
_MARK, _NOT_THERE = "circle.yml", "/.github/workflows"
_FOLDERS = ("", "/.git", "/.circle", "/.circle/intents")
"""Folders in which something that is new, or gone, may change what a sync does."""
_FILES = ("circle.yml", ".circle/synced", ".circle/for-readers")
_WRITTEN_ANYWAY = {f"/.git/{name}" for name in ("FETCH_HEAD", "ORIG_HEAD", "COMMIT_EDITMSG", "objects", "logs")}
"""What git writes into its own folder and does not go by."""
_MOST = 1_000
"""Files in git's folder: of more, as with many branches, nothing is told at once."""
_LOOKS, _ASKS = 10, 3600
"""Seconds that git may take, as in a whole sync."""
_TICK = 2 * 1_000_000_000
"""Nanoseconds in which what changed may change once more, and look the same."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_ODD = (b"include", b"sharedrepository", b"extensions")
"""What git's settings have where it keeps its own otherwise, or other files say more."""


class Fetched:
    """What git said when it asked the other place: a whole sync need not ask once more."""

    def __init__(self, remote: str, code: int | None, err: bytes) -> None:
        """Keep it; without a code it took too long."""
        self.remote, self.code, self.err = remote, code, err


class _CannotTellError(Exception):
    """It is not as it mostly is."""


def sync_at_once() -> "tuple[str, Fetched | None]":
    """Give what is to be said where there is nothing to do; else nothing, and what was heard if git was asked."""
    root = _root()
    place = _place(root)
    if not (place and can_spawn() and _is_wide()):
        return "", None
    try:
        with open(place, "rb") as file:  # noqa: PTH123 (here and below: Path takes as long to load as git to start)
            git, remote, was = file.read().split(b"\0", 2)
        command, name = (os.fsdecode(git), *GIT[1:]), os.fsdecode(remote)
        if state_of(root) != was or _changed(command, root):
            return "", None
        asked = (*command, "-C", root, *asked_to_fetch(name))
    except (OSError, ValueError, TooSlowError):
        return "", None
    try:
        code, _, err = spawned(asked, environment(WAYS), limit=_ASKS, umask=UMASK)
    except OSError:
        return "", None
    except TooSlowError:
        return "", Fetched(name, None, b"")
    return (NOTHING_WAITS, None) if code == 0 and state_of(root) == was else ("", Fetched(name, code, err))


def state_of(root: str) -> bytes | None:
    """Give what stands for all by which a sync goes, but for the log's files; None where that would not tell all."""
    try:
        files = sorted(_inside(f"{root}/.git"))
        told = [__version__, os.environ.get("PATH", ""), *(_as_it_is(f"{root}{each}") for each in _FOLDERS)]
        told += [f"{path} {_stamp(path)}" for path in (*files, *(f"{root}/{name}" for name in _FILES), *_settings())]
    except (OSError, _CannotTellError):
        return None
    return os.fsencode("\0".join(told))


def keep_state(root: "Path", remote: str, state: bytes) -> None:
    """Keep that there was nothing to do when all was so, if it is so still, and as it mostly is."""
    import time
    from contextlib import suppress

    from circle_cli.errors import CircleError
    from circle_cli.log.history.foreign import would_run
    from circle_cli.log.history.repository import find_repository
    from circle_cli.system.programs import find_program

    top, place = os.fspath(root), _place(os.fspath(root))
    git, repository = find_program("git", os.environ), find_repository(root)
    if not place or git is None or repository is None or state != state_of(top):
        return
    settings = (f"{top}/.git/config", *_settings_of_git())
    if would_run(repository) or any(odd in _content(each).lower() for each in settings for odd in _ODD):
        return
    if _newest(top) >= time.time_ns() - _TICK:
        return
    from pathlib import Path

    from circle_cli.log.durable import replace_anywhere
    from circle_cli.system.files import ignore_all, make_folder
    from circle_cli.system.no_links import content_if_there

    with suppress(OSError, CircleError):
        kept = Path(place)
        make_folder(kept.parent)
        ignore_all(kept.parent)
        replace_anywhere(kept, b"\0".join((os.fsencode(git), os.fsencode(remote), state)), content_if_there(kept))


def _root() -> str:
    """Give the log in which somebody stands, else the one that they use; nothing where another is named, or none is."""
    if os.environ.get("CIRCLE_LOG"):
        return ""
    try:
        folder = os.getcwd()  # noqa: PTH109
    except OSError:
        return ""
    while not os.path.isfile(f"{folder}/{_MARK}") or folder.endswith(_NOT_THERE):  # noqa: PTH113
        folder, before = os.path.dirname(folder), folder  # noqa: PTH120
        if folder == before:
            return _in_use()
    return folder


def _in_use() -> str:
    """Give the log that somebody said is to be used, wherever they are."""
    found = os.fsdecode(_content(f"{under_home('config')}/{LOG_IN_USE}").rstrip(b"\r\n"))
    return found if found.startswith("/") and os.path.isfile(f"{found}/{_MARK}") else ""  # noqa: PTH113


def _place(root: str) -> str:
    """Give where it is kept; nothing where that is not known at once, or it would be among files of a log."""
    state, name = under_home("state"), os.fsencode(root).hex()
    apart = len({state, under_home("data"), under_home("config")}) == len(("state", "data", "config"))
    return (
        f"{state}/in-step/{name}" if root and state and apart and len(name) <= os.pathconf("/", "PC_NAME_MAX") else ""
    )


def _is_wide() -> bool:
    """Tell whether the words fit on a line, wherever they go."""
    try:
        if sys.stdout is None or not sys.stdout.isatty():
            return sys.stdout is not None
        return int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns) > _WIDE
    except (OSError, ValueError):
        return False


def _changed(command: tuple[str, ...], root: str) -> bool:
    """Tell whether git has not every file of the log as it is, or does not say."""
    asked = (*command, "--no-optional-locks", "-C", root, *asked_what_changed((".",)))
    code, out, _ = spawned(asked, environment(), limit=_LOOKS, umask=UMASK)
    return code != 0 or bool(out)


def _inside(git: str) -> "Iterator[str]":
    """Give the files in git's own folder by which it goes.

    Raises:
        OSError: it is no folder, or may not be looked into.
        _CannotTellError: there is a link, or very much.
    """
    folders, left = [git], _MOST
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                left -= 1
                if entry.is_symlink() or not left:
                    raise _CannotTellError
                if entry.path.removeprefix(git.removesuffix("/.git")) in _WRITTEN_ANYWAY:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry.path


def _as_it_is(folder: str) -> str:
    """Say whose a folder is, for whom, and what is in it.

    Raises:
        _CannotTellError: it is a link, or no folder, or others may look into it.
    """
    try:
        found = os.lstat(folder)
    except FileNotFoundError:
        return ""
    if not stat.S_ISDIR(found.st_mode) or (found.st_mode & _OTHERS and not folder.endswith(_FOLDERS[2:])):
        raise _CannotTellError
    names = "/".join(sorted(os.listdir(folder)))  # noqa: PTH208
    return f"{found.st_dev} {found.st_ino} {found.st_uid} {found.st_mode} {names}"


def _stamp(path: str) -> str:
    """Tell a file, and where it is a link that to which it leads, from what it was; nothing where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_dev} {found.st_ino} {found.st_mode}"


def _newest(root: str) -> int:
    """Give when the last of these files was changed."""
    return max(int(said.split(" ")[1]) for path in _inside(f"{root}/.git") if (said := _stamp(path)))


def _settings() -> tuple[str, ...]:
    """Give the files in which somebody's own settings stand, circle's and git's."""
    return (f"{under_home('config')}/{OWN_SETTINGS}", *_settings_of_git())


def _settings_of_git() -> tuple[str, ...]:
    home, config = os.environ.get("HOME", ""), os.environ.get("XDG_CONFIG_HOME", "")
    named = [f"{home}/.gitconfig", f"{config or f'{home}/.config'}/git/config", "/etc/gitconfig"]
    return (*named, *filter(None, [os.environ.get("GIT_CONFIG_GLOBAL")]))


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""
