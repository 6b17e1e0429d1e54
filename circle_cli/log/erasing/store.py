"""A repository as erasing reads and writes it: its objects and its refs, whatever git features are on."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from circle_cli.errors import DISK, CircleError
from circle_cli.system.running import Output, beside_git, run_git
from circle_cli.waiting import how_far

_LIMIT = 6 * 3600.0  # seconds: a long history takes its time, and nobody is waiting to type
_LARGEST = 1 << 28
"""Bytes of an object that is read whole; a larger one is no text that somebody wrote."""

_DEAF = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "file",
}
_PLAIN = ("--no-replace-objects", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.commitGraph=false")


class Object(NamedTuple):
    """What git keeps under an id."""

    id: bytes
    kind: bytes
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A repository: the log's own, with the settings of whoever works in it, or a `copy`, deaf to all settings."""

    folder: Path
    copy: bool = False

    def output(self, *arguments: str | bytes, given: bytes | None = None, to: int | None = None) -> Output:
        """Run git here, whatever comes of it."""
        return run_git(*self._here(), *arguments, limit=_LIMIT, given=given, to=to, heard=self._heard())

    def git(self, *arguments: str | bytes, given: bytes | None = None, to: int | None = None) -> bytes:
        """Run git here, and give what it printed.

        Raises:
            CircleError: it failed; its words are passed on.
        """
        return _printed(self.output(*arguments, given=given, to=to))

    @contextmanager
    def reading(self) -> Iterator["Reading"]:
        """Open the objects, to be read by their ids one after another."""
        with beside_git(*self._here(), "cat-file", "--batch", heard=self._heard()) as child:
            yield Reading(ask=_there(child.stdin), answers=_there(child.stdout))

    def everything(self) -> Iterator[Object]:
        """Give every object that git keeps here, whether anything leads to it or not."""
        how_far.hear("Looking through all that git keeps")
        every = ("cat-file", "--batch", "--batch-all-objects", "--unordered", "--buffer")
        with beside_git(*self._here(), *every, heard=self._heard()) as child:
            answers = _there(child.stdout)
            while line := answers.readline():
                yield _object(line, answers)
            if child.wait() != 0:
                raise _unreadable()

    def refs(self) -> dict[bytes, bytes]:
        """Give every ref with the object it points to."""
        rows = self.git("for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return {ref: found for ref, _, found in (row.rpartition(b" ") for row in rows)}

    def reset_index(self) -> None:
        """Have the index list what the branch has, whatever it says of files that it saw another time."""
        born = self.output("rev-parse", "-q", "--verify", "HEAD").code == 0
        self.git("read-tree", *(("--reset", "HEAD") if born else ("--empty",)))

    def _here(self) -> tuple[str | bytes, ...]:
        folder = os.fsencode(self.folder)
        return (*_PLAIN, *((b"--git-dir=" + folder,) if self.copy else ("-C", folder)))

    def _heard(self) -> dict[str, str]:
        return _DEAF if self.copy else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A git that gives objects for the asking."""

    ask: IO[bytes]
    answers: IO[bytes]

    def object(self, name: bytes) -> Object | None:
        """Give the object of that id; None if there is none."""
        self.ask.write(name + b"\n")
        self.ask.flush()
        line = self.answers.readline()
        if line.endswith(b" missing\n"):
            return None
        return _object(line, self.answers)

    def content(self, name: bytes) -> bytes:
        """Give what stands in an object that has to be there.

        Raises:
            CircleError: it is not.
        """
        found = self.object(name)
        if found is None:
            raise _unreadable()
        return found.content

    def objects(self, names: Iterable[bytes]) -> Iterator[Object]:
        """Give the objects of those ids that are there."""
        return (found for name in how_far.each(names, "Looking through the history") if (found := self.object(name)))


def clone(bundle: Path, folder: Path) -> Store:
    """Make a copy of all that a bundle holds, from the bundle alone."""
    from_it = ("clone", "-q", "--mirror", "--", os.fsencode(bundle), os.fsencode(folder))
    _printed(run_git(*_PLAIN, *from_it, limit=_LIMIT, heard=_DEAF))
    return Store(folder=folder, copy=True)


def _printed(output: Output) -> bytes:
    if output.code != 0:
        last = "\n".join(output.text.splitlines()[-5:]) or "it was stopped"
        wrong = "git could not do its part: …\nNothing was lost"
        raise CircleError(wrong, DISK, do="put that right and do this again", words=last)
    return output.out


def _object(line: bytes, answers: IO[bytes]) -> Object:
    try:
        name, kind, size = line.split()
        left = int(size)
    except ValueError:
        raise _unreadable() from None
    if left <= _LARGEST:
        content = answers.read(left)
    else:
        content = b""
        while left > 0:
            left -= len(answers.read(min(left, 1 << 20))) or left
    if answers.read(1) != b"\n":
        raise _unreadable()
    return Object(name, kind, content)


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise _unreadable()
    return pipe


def _unreadable() -> CircleError:
    return CircleError("git could not read its own history", DISK, do="git fsck says what is wrong with it")
