"""What files and folders need on one system and not on another."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

BINARY: int = getattr(os, "O_BINARY", 0)
"""For `os.open`: without it Windows writes each `\\n` as two bytes, and ends a file at Ctrl-Z."""

_NOTHING = b"*\n"
"""What tells git to take nothing of a folder."""
_TRIES, _PAUSE = 20, 0.05
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}  # some network and USB disks
_A_LINK = 0xA0000000, 0xA0000003  # what Windows calls a symbolic link, and a junction


def leads_elsewhere(path: Path | str) -> bool:
    """Tell whether a name leads to another place: a symbolic link, or a junction of Windows, which is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in _A_LINK


def refuse(error: OSError) -> NoReturn:
    """Stop a walk through folders at one that cannot be read: `os.walk` would pass over it, and nobody would know."""
    raise error


def to_the_disk(descriptor: int) -> None:
    """Bring an open file to the disk itself: on macOS `fsync` ends at the disk's own memory."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # a network disk does not know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync(path: Path) -> None:
    """Bring the names in a folder (or a file) to the disk: without it a power cut may take a new one.

    Raises:
        OSError: the disk reports a fault; that it does not know how to is none.
    """
    if sys.platform == "win32":
        return  # folders cannot be opened there
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:
        return  # a folder in which one may create but not look
    try:
        to_the_disk(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, and those above it, and bring its name to the disk.

    Raises:
        NotADirectoryError: a file is in the way.
        OSError: the disk refuses.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        patiently(lambda: folder.mkdir(mode=0o700))
    except FileExistsError:
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "a file is where its folder should be") from None
    sync(folder.parent)


def ignore_all(folder: Path) -> None:
    """Tell git to take nothing of a folder, in one step: half a word of it, after a kill, would tell it nothing.

    Raises:
        OSError: the disk refuses.
    """
    mark = folder / ".gitignore"
    if mark.is_file() and not leads_elsewhere(mark) and mark.read_bytes() == _NOTHING:
        return
    fresh = folder / "..gitignore.tmp-0"  # a name like those that `log/durable.py` gives; after a kill it is used up
    fresh.unlink(missing_ok=True)
    with contextlib.suppress(FileExistsError), fresh.open("xb") as file:  # never through a link
        file.write(_NOTHING)
    with contextlib.suppress(FileNotFoundError):  # somebody else did the same in this moment
        patiently(lambda: os.replace(fresh, mark))  # noqa: PTH105  # nothing that a Path adds


def first_unused(names: Iterable[Path]) -> Path:
    """Give the first of these names that nothing has: what lies there already is not written over."""
    return next(path for path in names if not os.path.lexists(path))


def patiently(
    call: Callable[[], None],
    *,
    pause: Callable[[float], None] = time.sleep,
    windows: bool = sys.platform == "win32",
) -> None:
    """Do what Windows refuses while another program has the file open: a virus scanner, a synced folder, an editor.

    Raises:
        OSError: it is still refused after a second.
    """
    left = _TRIES
    while True:
        try:
            return call()
        except InterruptedError:  # Python itself goes on after a signal for open, write and fsync only
            continue
        except PermissionError:
            left -= 1
            if not windows or not left:
                raise
            pause(_PAUSE)


def remove_tree(folder: Path) -> None:
    """Delete a folder with all that is in it: also what is read-only, as git's own files are on Windows.

    Raises:
        OSError: something cannot be deleted.
    """
    import shutil  # here: a save does without it

    if sys.version_info >= (3, 12):
        shutil.rmtree(folder, onexc=_allowed_to)
    else:
        shutil.rmtree(folder, onerror=_allowed_to)


def _allowed_to(call: Callable[[str], object], path: str, why: object) -> None:
    """Try once more what could not be deleted, now that it may be."""
    if sys.platform != "win32":
        raise why if isinstance(why, BaseException) else why[1]  # type: ignore[index]  # what sys.exc_info() gives
    os.chmod(path, stat.S_IWRITE | stat.S_IREAD)  # noqa: PTH101  # rmtree hands over text
    call(path)
