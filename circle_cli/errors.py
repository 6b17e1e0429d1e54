"""The one error a user sees, and the exit codes, on which scripts rely: they never change."""

import errno
import os
from os import PathLike
from typing import NamedTuple

FINDINGS = 1
USAGE = 2
NOT_COMMITTED = 3
BAD_DATA = 65
DISK = 74
PERMISSION = 77
PAUSED = 130

_REFUSED = {
    errno.EISDIR: ("it is a folder, and no file", "move it away", BAD_DATA),
    errno.ENOTDIR: ("there is a file where a folder should be", "move it away", BAD_DATA),
    errno.ELOOP: ("it is a link that leads nowhere", "put there what it should lead to, or take it out", BAD_DATA),
    errno.ENXIO: ("it is a pipe or a device, and no file", "take it out", BAD_DATA),
    errno.EAGAIN: ("it is a pipe or a device, and no file", "take it out", BAD_DATA),
    errno.EFBIG: ("it is larger than any file of ours", "take it out", BAD_DATA),
    errno.ENOENT: ("No such file or directory", "check the name", BAD_DATA),
}
"""What the system's reasons mean here, what to do, and the exit code."""


class Place(NamedTuple):  # every start pays for this module, and a dataclass would cost eight times as much
    """Where something stands: in which file, on which line (1 is the first), under which key, as far as is known."""

    path: str | PathLike[str]
    line: int | None = None
    key: str = ""
    unknown_key: bool = False
    """Whether the key is none of ours, and so a word of the file."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else str(self.path)


class CircleError(Exception):
    """Something a person can put right; every other exception is a bug and keeps its traceback.

    Shown, it reads `path:line: key: what is wrong; what to do`, and below that what callers had to say (`add_note`).
    Nobody takes that text apart again: all its parts are here.
    """

    def __init__(
        self,
        what: str,
        exit_code: int = BAD_DATA,
        *,
        where: Place | None = None,
        do: str = "",
        words: str | None = None,
    ) -> None:
        """Carry what is wrong, where, and what to do about it, with the exit code with which the program will end.

        `words` are quoted from a file, so that not everybody may read them: they are said where `what` has its last
        `…`. A `do` that is a sentence of its own begins with the space or the newline before it.
        """
        super().__init__(what)
        self.what, self.exit_code, self.where, self.do, self.words = what, exit_code, where, do, words

    @property
    def message(self) -> str:
        """The message without the file and the line."""
        key = f"{self.where.key}: " if self.where and self.where.key else ""
        what = self.what if self.words is None else self.words.join(self.what.rsplit("…", 1))
        do = self.do if not self.do or self.do[0].isspace() else f"; {self.do}"
        if do.startswith(" ") and what and (what[-1].isalnum() or what[-1] in ")”`"):
            what += "."  # a sentence of its own follows
        return "\n".join((f"{key}{what}{do}", *getattr(self, "__notes__", ())))

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def refused(error: OSError) -> CircleError:
    """Make the error for whatever else the system refuses."""
    if isinstance(error, FileNotFoundError) and error.filename is None:  # asked where we are, the system does not know
        gone = "The folder that you are in is not there any more"
        return CircleError(gone, USAGE, do="go to another one, such as `cd ~`, and try again")
    place = Place(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    permission = isinstance(error, PermissionError)
    do = "check its permissions" if permission else "see that the disk has room, and that nothing stands in its place"
    what = f"the system refused it: {error.strerror or error}"
    return CircleError(what, PERMISSION if permission else DISK, where=place, do=do)


def unreadable(path: str | PathLike[str], error: OSError, done: str = "read") -> CircleError:
    """Make the error for what the system does not hand over: a file to be read, a folder to be `looked into`."""
    if isinstance(error, PermissionError) and not (done == "read" and os.path.isdir(path)):  # noqa: PTH112 (a string)
        what, do, code = "Permission denied", "check its permissions", PERMISSION
    elif error.errno == errno.ENOENT and os.path.islink(path):  # noqa: PTH114 (the same)
        what, do, code = _REFUSED[errno.ELOOP]
    else:
        number = errno.EISDIR if isinstance(error, PermissionError) else error.errno or 0  # as Windows has it
        what, do, code = _REFUSED.get(number, (error.strerror or str(error), "", DISK))
    return CircleError(f"could not be {done}: {what}", code, where=Place(path), do=do)
