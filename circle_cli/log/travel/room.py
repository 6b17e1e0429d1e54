"""The branch on which what waits for readers without the log lies: it has a history of its own, with no session in it.

It is copied, looked through and added to in a repository made for one asking, which has never had an object of the log.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from circle_cli.ids import FOR_READERS
from circle_cli.log.erasing.store import Store
from circle_cli.log.travel.abroad import Answer, answer_of, ask_there, refused
from circle_cli.log.travel.apart import folder_apart, one_commit

REF = f"refs/heads/{FOR_READERS}"
TRACKING = f"refs/remotes/origin/{FOR_READERS}"
"""What a reader's copy last saw of it."""
MESSAGE = "For a reader"

_NONE_THERE = (b"couldn't find remote ref", b"could not find remote branch", b"not found in upstream")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A copy of that branch alone; of an address that has none yet, an empty one."""

    store: Store
    address: str

    @property
    def commit(self) -> str:
        """Give its last commit; nothing where there is none."""
        return self.store.output("rev-parse", "-q", "--verify", REF).out.decode("ascii").strip()

    def files(self) -> dict[str, bytes]:
        """Give all files as they are now."""
        return files_at(self.store, REF) if self.commit else {}

    def every_file(self) -> Iterator[tuple[str, bytes]]:
        """Give every content that a file of any of its commits ever had, with a path of it."""
        return every_file(self.store, REF) if self.commit else iter(())

    def put(self, files: Mapping[str, bytes], day: date) -> bool:
        """Have these files lie there, and no others; False where somebody else has sent something meanwhile.

        Raises:
            CircleError: nothing may be sent there.
        """
        commit = one_commit(REF, sorted(files.items()), day, message=MESSAGE, on=self.commit, anew=True)
        self.store.git("fast-import", "--quiet", "--date-format=raw", given=commit)
        here = b"--git-dir=" + os.fsencode(self.store.folder)
        output = ask_there(here, "push", "-q", "--no-verify", "--no-signed", "--", self.address, f"{REF}:{REF}")
        if answer_of(output) is Answer.MOVED_ON:
            return False
        if output.code != 0:
            raise refused(output, self.address, "Nothing could be left for readers at")
        return True


def every_file(store: Store, commit: str) -> Iterator[tuple[str, bytes]]:
    """Give every content that a file of a commit, or of one before it, ever had, with a path of it."""
    rows = store.git("rev-list", "--objects", commit).splitlines()
    with store.reading() as reading:
        for row in rows:
            name, _, path = row.partition(b" ")
            found = reading.object(name) if path else None
            if found and found.kind == b"blob":
                yield path.decode("utf-8", "replace"), found.content


def clone_room(address: str, folder: Path) -> bool:
    """Make a reader's copy: of that branch alone, object for object; False where an address has none.

    Raises:
        CircleError: the address cannot be reached.
    """
    alone = ("--single-branch", "--branch", FOR_READERS, "--no-tags", "--no-local", "--template=")
    output = ask_there("clone", "-q", *alone, "--", address, os.fsencode(folder))
    if output.code != 0 and not any(words in output.err for words in _NONE_THERE):
        raise refused(output, address, "Nothing could be had from")
    return output.code == 0


def files_at(store: Store, commit: str) -> dict[str, bytes]:
    """Give all files of a commit, with what they hold."""
    rows = store.git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")
    found = (row.partition(b"\t") for row in rows if row)
    with store.reading() as reading:
        return {path.decode("utf-8", "replace"): reading.content(about.split()[2]) for about, _, path in found}


@contextmanager
def room_at(address: str, log_root: Path) -> Iterator[Room]:
    """Fetch that branch, and nothing else, for as long as this lasts; what a kill left goes first.

    Raises:
        CircleError: the address cannot be reached.
    """
    with folder_apart(log_root, "for-readers") as folder:
        Store(folder=folder.parent).git("init", "-q", "--bare", "--template=", "--", os.fsencode(folder))
        here = b"--git-dir=" + os.fsencode(folder)
        output = ask_there(here, "fetch", "-q", "--no-tags", "--", address, f"+{REF}:{REF}")
        if output.code != 0 and not any(words in output.err for words in _NONE_THERE):
            raise refused(output, address, "Nothing could be had from")
        yield Room(store=Store(folder=folder, copy=True), address=address)
