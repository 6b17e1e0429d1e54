"""Files that are whole or absent.

A file is written beside its final name, brought to the disk, and only then given that name. Whatever
stops the program in between, what is found under the final name is a whole file or none.
"""

import contextlib
import errno
import itertools
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import DISK, PERMISSION, CircleError, Place
from circle_cli.system.files import BINARY, make_folder, patiently, sync, to_the_disk
from circle_cli.system.names import is_too_long, refuse_unfit
from circle_cli.system.processes import left_by_the_dead

if sys.platform != "win32":
    import fcntl  # here, not where it is used: in the middle of a save nothing is left to load

_ELSEWHERE = "choose another folder with {option}"
_SPACE = "free some space and do this again"
_IN_WORDS = {  # errno -> what is wrong, what to do next
    errno.EACCES: ("you are not allowed to write here", f"ask whoever owns it, or {_ELSEWHERE}"),
    errno.EPERM: ("you are not allowed to write here", f"ask whoever owns it, or {_ELSEWHERE}"),
    errno.EROFS: ("this disk can be read but not written", _ELSEWHERE),
    errno.ENOSPC: ("the disk is full", _SPACE),
    errno.EDQUOT: ("your share of the disk (quota) is used up", _SPACE),
    errno.EFBIG: ("the file is larger than is allowed here", _ELSEWHERE),
    errno.EIO: ("the disk reported a fault", f"{_ELSEWHERE}, on another disk, and have this one checked"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "choose a shorter title or folder and do this again"),
}
_TOO_LONG = "the path is longer than Windows takes"
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
_NO_NAMELESS = {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL, errno.ENOSYS}
_NUMBERS = itertools.count()  # no name twice in a process: one thread must not tidy away another's file
LONGEST = 80
"""Of a session's file's name, in characters: longer ones fail on some systems."""

_PATIENCE = 2.0  # seconds that a replacement waits for another one in the same folder


class FileChanged(CircleError):
    """The file on disk is not the one that was read; nothing was overwritten."""


def create(path: Path, content: bytes, *, option: str = "--log") -> bool:
    """Create `path`, readable by its owner only, and bring it to the disk; never overwrite.

    Returns False if exactly these bytes were there already: an interrupted save had finished.
    An error means that nothing was saved, even where the disk failed at the very last step; `option` is what chooses
    another folder.

    Raises:
        FileExistsError: the name is taken by another content; choose another name.
        CircleError: permission (77) or disk (74), or a name that the system cannot have.
    """
    refuse_unfit(path, option)
    with _explained(path, option):
        make_folder(path.parent)
        with _written_beside(path, content, mode=None) as temporary:
            created = _give_name(temporary, path, content)
        try:
            sync(path.parent)
        except OSError:
            if created:  # a name that may not survive a power cut is not a saved file
                _remove(path)
            raise
        return created


def create_anywhere(path: Path, content: bytes, *, option: str) -> bool:
    """As `create`, of a file that no intent speaks of: what a run that was killed had begun of it goes first."""
    clear_begun(path)
    return create(path, content, option=option)


def replace_anywhere(path: Path, content: bytes, expected: bytes | None, *, option: str = "--log") -> None:
    """As `replace`, of such a file."""
    clear_begun(path)
    replace(path, content, expected, option=option)


def clear_begun(path: Path) -> None:
    """Clear away what runs that were killed had begun to write of a file, or had just given its name."""
    with contextlib.suppress(OSError):
        for left in left_by_the_dead(path.parent, f".{path.name}.tmp-"):
            _remove(left)


def replace(path: Path, content: bytes, expected: bytes | None, *, option: str = "--log") -> None:
    """Replace `path` in one step, provided that it still holds `expected` (None: that it is absent).

    Keeps the file's mode, and a symbolic link a link: what it points to is replaced. `option` is as for `create`.

    Raises:
        FileChanged: somebody else changed, removed or made the file meanwhile.
        CircleError: permission (77) or disk (74).
    """
    if expected is None:
        try:
            create(path, content, option=option)
        except FileExistsError:
            raise _changed(path) from None
        return
    with _explained(path, option):
        target = path.resolve()
        if _read(target) != expected:  # asked early so that a lost race costs no writing
            raise _changed(path)
        mode = stat.S_IMODE(target.stat().st_mode)
        with _written_beside(target, content, mode) as temporary, locked(target.parent, _PATIENCE):
            if _read(target) != expected:
                raise _changed(path)
            patiently(lambda: os.replace(temporary, target))  # noqa: PTH105  # nothing that a Path adds
        sync(target.parent)


def remove(path: Path, expected: bytes) -> None:
    """Take a file away, provided that it still holds `expected`.

    Raises:
        FileChanged: somebody else changed or removed it meanwhile.
        CircleError: permission (77) or disk (74).
    """
    with _explained(path), locked(path.parent, _PATIENCE):
        if _read(path) != expected:
            raise _changed(path)
        path.unlink()
        sync(path.parent)


def check_writable(folder: Path) -> None:
    """Make `folder` if it is missing, and try whether a file can be created in it, with as long a name as any.

    Raises:
        CircleError: permission (77) or disk (74), before a person has typed anything.
    """
    with _explained(folder):
        make_folder(folder)
        trial_name = "circle".ljust(len("2026/") + LONGEST, "-")
        if _takes_nameless(folder, trial_name):
            return
        descriptor, trial = _open_beside(folder / trial_name)
        os.close(descriptor)
        _remove(trial)


def _takes_nameless(folder: Path, name: str) -> bool:
    """Create a file without a name, which no kill can leave behind; False where this disk knows none."""
    if sys.platform != "linux":
        return False
    try:
        with contextlib.suppress(FileNotFoundError):
            os.lstat(folder / name)  # whether names may be as long as this
        os.close(os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o600))
    except OSError as error:
        if error.errno not in _NO_NAMELESS:
            raise
        return False
    return True


@contextlib.contextmanager
def locked(folder: Path, patience: float) -> Iterator[None]:
    """Keep other runs of this program out of `folder` meanwhile; leaves no lock file behind.

    Advice, not a wall: after `patience` seconds, and where folders cannot be locked, it goes on without.
    """
    with contextlib.ExitStack() as stack:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                descriptor = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, descriptor)
                end = time.monotonic() + patience
                while time.monotonic() < end:
                    try:
                        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        break
                    except BlockingIOError:
                        time.sleep(0.01)
        yield


@contextlib.contextmanager
def _explained(path: Path, option: str = "--log") -> Iterator[None]:
    """Say an OSError in plain words; FileExistsError passes, for it is the caller's to answer."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        wrong, do = _IN_WORDS.get(error.errno or 0, (error.strerror or str(error), _ELSEWHERE))
        if error.errno == errno.ENOENT and is_too_long(error.filename or path):
            wrong, do = _TOO_LONG, f"{_ELSEWHERE}, nearer to the top of the disk"
        code = PERMISSION if error.errno in _REFUSED else DISK
        do = do.format(option=option)
        raise CircleError(f"cannot save here, {wrong}", code, where=Place(path), do=do) from error


def _changed(path: Path) -> FileChanged:
    wrong = "changed by somebody else meanwhile, nothing was overwritten"
    return FileChanged(wrong, where=Place(path), do="look at it and do this again")


def _open_beside(path: Path) -> tuple[int, Path]:
    """Open a new file for `path`'s content, never one that a killed run or another machine left there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    while True:
        temporary = path.with_name(f".{path.name}.tmp-{os.getpid()}-{next(_NUMBERS)}")
        with contextlib.suppress(FileExistsError):
            return os.open(temporary, flags, 0o600), temporary


@contextlib.contextmanager
def _written_beside(path: Path, content: bytes, mode: int | None) -> Iterator[Path]:
    """Give a temporary file that holds `content`, on the disk, and see that it is gone afterwards."""
    descriptor, temporary = _open_beside(path)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if mode is not None and sys.platform != "win32":
                os.fchmod(descriptor, mode)
            to_the_disk(descriptor)
        finally:
            with contextlib.suppress(InterruptedError):  # closed all the same
                os.close(descriptor)
        yield temporary
    finally:
        _remove(temporary)


def _give_name(temporary: Path, path: Path, content: bytes) -> bool:
    """Name the file `path` unless the name is taken; False if it is, by the same content."""
    try:
        if sys.platform == "win32":
            patiently(lambda: os.rename(temporary, path))  # noqa: PTH104  # which refuses a taken name there
        else:
            _link(temporary, path)
    except FileExistsError:
        with contextlib.suppress(OSError):
            if _read(path) == content:
                sync(path)  # the run that wrote it may have been stopped before it was on the disk
                return False
        raise
    return True


def _link(temporary: Path, path: Path) -> None:
    """Add the name, or move to it where the disk knows one name per file only."""
    try:
        patiently(lambda: os.link(temporary, path))
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A claim beside it, not an empty file under the final name: that would look like a lost session.
        claim = path.with_name(f".{path.name}.claim")
        os.close(os.open(claim, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            patiently(lambda: os.rename(temporary, path))  # noqa: PTH104
        finally:
            _remove(claim)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        patiently(path.unlink)
