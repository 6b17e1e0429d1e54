"""Files opened, and paths gone along, without following a link to another place.

What a log holds may have come from somebody else: a name in it must not make a command read, change or commit a file
that lies elsewhere, nor wait for ever at a pipe.
"""

import errno
import os
import stat
from pathlib import Path

from circle_cli.errors import CircleError, Place, unreadable
from circle_cli.system.files import BINARY, leads_elsewhere

LARGEST = 64 << 20
"""Bytes: no file that somebody wrote, or filled in, is larger."""

_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_FLAGS = os.O_RDONLY | BINARY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0)
_A_LINK = {errno.ELOOP, errno.EMLINK}


class ALink(CircleError):
    """A link where a file or folder of the log should be."""


def content_of(path: str | os.PathLike[str]) -> bytes:
    """Read a file whole, in as few steps as there are: over ten thousand sessions each one counts.

    Raises:
        CircleError: it is a link, no file at all (a folder, a pipe, a device), or the system does not hand it over.
    """
    if not _NO_FOLLOW and leads_elsewhere(Path(path)):
        raise a_link(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in _A_LINK and leads_elsewhere(Path(path)):
            raise a_link(path) from error
        if error.errno == errno.ENXIO:
            raise _no_file(path) from error
        raise unreadable(path, error) from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _no_file(path)
        if found.st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        content = os.read(descriptor, found.st_size + 1)
        while len(content) != found.st_size and (more := os.read(descriptor, 1 << 16)):  # a network disk gives pieces
            content += more
            if len(content) > LARGEST:  # it grows while it is read, or the system calls it empty, and it has no end
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except OSError as error:
        raise unreadable(path, error) from error
    finally:
        os.close(descriptor)
    return content


def is_there(path: Path) -> bool:
    """Tell whether anything is there, be it a link that leads nowhere.

    Raises:
        CircleError: the folder around it may not be looked into: it may well hold it.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise unreadable(path.parent, error, "looked into") from error
    return True


def content_if_there(path: Path) -> bytes | None:
    """Read a file whole; None where nothing is there. Raises as `is_there` and `content_of` do."""
    return content_of(path) if is_there(path) else None


def names_in(folder: Path, ending: str = "") -> list[Path]:
    """Give what is in a folder under names that end so, in their order; nothing where there is no such folder.

    Raises:
        CircleError: it may not be looked into, is none, or is a link.
    """
    if leads_elsewhere(folder):
        raise a_link(folder)
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # ten thousand Paths sort slowly
        return [folder / name for name in names if name.endswith(ending)]
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not os.path.lexists(folder):
            return []
        raise unreadable(folder, error, "looked into") from error


def own_folder(folder: Path) -> Path | None:
    """Give a folder of the log back; None where nothing is there.

    Raises:
        CircleError: a link or a file is in its place, or the folder around it may not be looked into.
    """
    if not is_there(folder):
        return None
    if leads_elsewhere(folder):
        raise a_link(folder)
    try:
        if folder.is_dir():
            return folder
    except OSError as error:
        raise unreadable(folder, error, "looked into") from error
    raise unreadable(folder, NotADirectoryError(errno.ENOTDIR, ""), "looked into")


def inside(root: Path, path: Path) -> Path:
    """Give a path of the log at `root` back, if no part of it below `root` leads elsewhere.

    Raises:
        CircleError: one does, or it is no path of that log.
    """
    if not path.is_relative_to(root):  # the same log by another name: its own folder may well be reached by a link
        root, path = root.resolve(), path.parent.resolve() / path.name
    if not path.is_relative_to(root) or ".." in path.relative_to(root).parts:
        raise CircleError("not in this learning log", where=Place(path), do="name the log it belongs to with --log")
    place = root
    for part in path.relative_to(root).parts:
        place /= part
        if leads_elsewhere(place):
            raise a_link(place)
    return path


def a_link(path: str | os.PathLike[str]) -> ALink:
    """Make the error for one."""
    wrong = "a link to another place, which may be private"
    return ALink(wrong, where=Place(path), do="put the file or folder itself there, or take the link out")


def _no_file(path: str | os.PathLike[str]) -> CircleError:
    return CircleError("a folder, pipe or device, and no file", where=Place(path), do="take it out")
