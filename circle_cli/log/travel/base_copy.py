"""A copy of a base, made for one sending, that has never seen an object of the log: files are copied in as bytes.

What is sent is one new commit on the base's own last one. Nobody is its author, its time is that of a whole day, and
its message is the same for everybody.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import INCOMING
from circle_cli.log.erasing.store import Store
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.travel.abroad import answered, ask_there, refused
from circle_cli.log.travel.apart import folder_apart, one_commit

MESSAGE = "For an editor of this base to read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The branch on which something was sent, and what the server answered."""

    branch: str
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseCopy:
    """A copy of a base, and the branch that is its own."""

    store: Store
    address: str

    def files(self, branch: str = "HEAD") -> Mapping[str, str]:
        """Give the files of a branch by their paths, each with the id of what it holds."""
        rows = self.store.git("ls-tree", "-r", "-z", branch).split(b"\0")
        found = (row.partition(b"\t") for row in rows if row)
        return {path.decode("utf-8", "replace"): head.split()[2].decode() for head, _, path in found}

    def incoming(self) -> tuple[str, ...]:
        """Give the branches that wait for the base's editors."""
        return tuple(ref.decode() for ref in self.store.refs() if ref.startswith(b"refs/heads/" + INCOMING.encode()))

    def content(self, path: str, branch: str = "HEAD") -> bytes | None:
        """Give what a file of a branch holds; None where there is none."""
        found = self.store.output("cat-file", "blob", f"{branch}:{path}")
        return found.out if found.code == 0 else None

    def send(self, files: Sequence[tuple[str, bytes | None]], branch: str, day: date) -> Sent:
        """Send files, in this order, as one commit on a branch of its own; None takes one out.

        Raises:
            CircleError: the base did not take it; nothing was changed there.
        """
        tip = self.store.git("rev-parse", "HEAD").decode().strip()
        ref = f"refs/heads/{branch}"
        commit = one_commit(ref, files, day, message=MESSAGE, on=tip)
        self.store.git("fast-import", "--quiet", "--date-format=raw", given=commit)
        here = b"--git-dir=" + os.fsencode(self.store.folder)
        output = ask_there(here, "push", "--no-verify", "--no-signed", "--", self.address, f"{ref}:{ref}")
        if output.code != 0:
            raise refused(output, self.address, "Nothing was sent to")
        return Sent(branch=branch, answer=answered(output))


def id_of(content: bytes, like: str) -> str:
    """Give the id that git gives these bytes, in a repository that has ids `like` this one."""
    whole = b"blob %d\0%b" % (len(content), content)
    return (hashlib.sha1(whole, usedforsecurity=False) if len(like) == 40 else hashlib.sha256(whole)).hexdigest()


@contextmanager
def copy_of_base(address: str, log_root: Path) -> Iterator[BaseCopy]:
    """Copy a base, out of sight of the log's git, for as long as this lasts; what a kill left goes first.

    Raises:
        CircleError: it cannot be reached, or has nothing in it.
    """
    with folder_apart(log_root, "publishing") as folder:
        wanted = ("--bare", "--no-tags", "--depth=1", "--no-single-branch", "--template=")
        output = ask_there("clone", "-q", *wanted, "--", address, os.fsencode(folder))
        if output.code != 0:
            raise refused(output, address, "Nothing could be had from")
        copied = BaseCopy(store=Store(folder=folder, copy=True), address=address)
        if copied.store.output("rev-parse", "-q", "--verify", "HEAD").code != 0:
            wrong = f"{without_password(address)}: nothing is in it yet, so nobody can tell that it is a base"
            raise CircleError(wrong, USAGE, do="its editors begin it with `circle init --base`, and send that there")
        yield copied
