"""A draft's file on the disk: private, no link, and brought to the disk so that a power cut loses nothing."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from circle_cli.errors import DISK, PERMISSION, CircleError, Place
from circle_cli.interview.draft.lines import DraftState, read_typing
from circle_cli.system.files import (
    BINARY,
    first_unused,
    ignore_all,
    leads_elsewhere,
    make_folder,
    patiently,
    sync,
    to_the_disk,
)
from circle_cli.system.no_links import a_link, content_of

_OUT_OF_GIT = ".circle-drafts"
_NO_WAITING: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def out_of_git(folder: Path) -> Path:
    """Give a folder for drafts that git will not take: `folder`, or one in it where that lies among what git keeps."""
    for above in (folder, *folder.parents):
        with suppress(OSError):
            if (above / ".gitignore").read_bytes().strip() == b"*":
                return folder
        if (above / ".git").exists():
            break
    else:
        return folder
    hidden = folder / _OUT_OF_GIT
    make_folder(hidden)
    ignore_all(hidden)
    return hidden


def create_file(path: Path, content: bytes = b"") -> BinaryIO:
    """Make a new file and open it; what stands under the name already is never written over.

    Raises:
        CircleError: it cannot be written; nothing is left of it.
    """
    made = False
    try:
        make_folder(path.parent)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600), "r+b", buffering=0)
        made = True
        write_all(file, content)
        to_the_disk(file.fileno())
        sync(path.parent)
    except OSError as error:
        if made:
            file.close()
            with suppress(OSError):
                path.unlink()  # half a file must not pass for the draft
        raise not_kept(path, error) from error
    return file


def open_file(path: Path, how: int = os.O_RDWR) -> BinaryIO:
    """Open a draft to go on with it, or only to look.

    Raises:
        CircleError: it cannot be written, or is no file.
    """
    try:
        if leads_elsewhere(path):
            raise a_link(path)
        descriptor = os.open(path, how | BINARY | _NO_WAITING)
    except OSError as error:
        raise not_kept(path, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise CircleError("a folder, pipe or device, and no draft", where=Place(path), do="take it out")
    return os.fdopen(descriptor, "r+b" if how == os.O_RDWR else "rb", buffering=0)


def append(file: BinaryIO, lines: bytes) -> int:
    """Add lines at the end, on the disk, and give the size then; half a line at the end keeps to itself.

    Raises:
        OSError: the disk refuses; the file is as it was.
    """
    start = os.fstat(file.fileno()).st_size
    try:
        file.seek(max(0, start - 1))
        if start and file.read(1) != b"\n":
            lines = b"\n" + lines  # after half a line, from a power cut
        file.seek(0, os.SEEK_END)
        write_all(file, lines)
        to_the_disk(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(start)
        raise
    return start + len(lines)


def write_all(file: BinaryIO, content: bytes) -> None:
    """Write it all, however little the system takes at once."""
    written = 0
    while written < len(content):
        written += file.write(content[written:])


def content_of_open(file: BinaryIO) -> bytes:
    """Give all that an open file holds."""
    file.seek(0)
    return file.read()


def replace_beside(path: Path, content: bytes, *, on_the_disk: bool = True) -> None:
    """Write a small file anew in one step, on the disk; or only so that it outlives the program, which is quick."""
    fresh = path.with_name(f"{path.name}-{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        if on_the_disk:
            to_the_disk(file.fileno())
    patiently(lambda: os.replace(fresh, path))  # noqa: PTH105  # nothing that a Path adds
    if on_the_disk:
        sync(path.parent)


def keep_typing(path: Path, state: DraftState, replies: int) -> Path | None:
    """Put out of the way what lies where the text being typed goes, if it is not understood, or old and nowhere else.

    Gives where it is now.
    """
    newest, place = read_typing(path), path.with_suffix(".typing")
    if newest is not None:
        (key, text, after), found = newest
        with suppress(OSError):
            if found != place and after >= replies:
                found.replace(place)
        if after >= replies or text.strip() in (state.answers.get(key) or "") + state.halves.get(key, ""):
            return None
    with suppress(OSError, CircleError):
        if content_of(place).strip(b"\0\r\n "):
            kept = unused_name(path.with_suffix(".kept-typing"))
            place.rename(kept)
            sync(path.parent)
            return kept
    return None


def end_of(path: Path, *, keep: bool) -> Path | None:
    """Delete a draft with all that lies beside it; one to `keep` gets another name, which is given."""
    kept = unused_name(path.with_suffix(".kept")) if keep else None
    beside = (f"{path.stem}.typing-", f"{path.stem}.taking-")
    with suppress(OSError):
        if kept:
            path.rename(kept)
        leftovers = [each for each in path.parent.iterdir() if each.name.startswith(beside)]
        delete_files([*leftovers, path.with_suffix(".typing"), path])
    return kept if kept and kept.exists() else None


def delete_files(paths: Sequence[Path]) -> None:
    """Delete files, also on the disk; what cannot be deleted stays."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in dict.fromkeys(path.parent for path in paths):
        with suppress(OSError):
            sync(folder)


def same_file(file: BinaryIO, path: Path) -> bool | None:
    """Tell whether an open file is the one of that name; None where there is none of that name."""
    try:
        there, here = os.lstat(path), os.fstat(file.fileno())
    except FileNotFoundError:
        return None
    return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)


def unused_name(path: Path) -> Path:
    """Give a name, or one like it that nothing has yet: `a.kept`, `a.kept-2`."""
    return first_unused(chain([path], (path.with_name(f"{path.name}-{number}") for number in count(2))))


def not_kept(path: Path, error: OSError) -> CircleError:
    """Say in words that something could not be kept."""
    denied = isinstance(error, PermissionError) or error.errno == 30  # EROFS
    reason = error.strerror or "the disk does not answer"
    return CircleError(
        f"the draft could not be kept: {reason}",
        PERMISSION if denied else DISK,
        where=Place(path.parent),
        do="make room or choose another place",
    )
