"""The one error a user sees, and the exit codes, on which scripts rely: they never change."""

from os import PathLike
from typing import NamedTuple

FINDINGS = 1
USAGE = 2
NOT_COMMITTED = 3
BAD_DATA = 65
DISK = 74
PERMISSION = 77
PAUSED = 130


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
        return "\n".join((f"{key}{what}{do}", *getattr(self, "__notes__", ())))

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def unreadable(path: str | PathLike[str], error: OSError) -> CircleError:
    """Make the error for a file that is there and that the system does not hand over."""
    return CircleError(f"could not be read: {error.strerror}", where=Place(path), do="check its permissions")
