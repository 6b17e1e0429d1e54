"""Two histories of a log, brought together in one commit of both, without git's own merging.

How two files become one comes in as a function: what they mean is not this room's business.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import NOT_COMMITTED, CircleError, Place
from circle_cli.log.erasing.store import Store
from circle_cli.log.history.refused import in_words
from circle_cli.log.history.whose import given
from circle_cli.log.syncing.folder import files_of
from circle_cli.log.syncing.history import History
from circle_cli.log.syncing.interrupted import INDEX

MESSAGE = "Bring two versions of this log together"
Listed = Mapping[str, tuple[str, str]]
Contents = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """All files of what came of two versions: of each its mode, and the id of its content or a new content."""

    files: Mapping[str, tuple[str, str | bytes]]
    both: tuple[str, ...] = ()
    """The files that hold both people's changes."""
    beside: tuple[str, ...] = ()
    """Those that were kept beside others."""


Merge = Callable[[Listed, Listed, Listed, Contents], Brought]
"""Makes one of what two versions both came of, ours, and theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """The commit of both, which nothing leads to yet, and what came of the files."""

    commit: str
    brought: Brought


def bring_together(history: History, ours: str, theirs: str, merge: Merge) -> Bringing:
    """Make a commit that holds two histories; nothing in the folder, and no branch, is changed.

    Raises:
        CircleError: git does not know who commits here, or could not do its part.
    """
    versions = [files_of(history, each) for each in (history.base(ours, theirs), ours, theirs)]
    _refuse_filters(history, versions[2])
    with Store(folder=history.root).reading() as reading:
        brought = merge(versions[0], versions[1], versions[2], lambda name: reading.content(name.encode("ascii")))
    tree = _tree(history, brought)
    return Bringing(commit=_commit(history, tree, ours, theirs), brought=brought)


def _refuse_filters(history: History, theirs: Listed) -> None:
    """Leave alone a log whose files git itself changes on their way: what it has is not what stands in the folder."""
    if ".gitattributes" in theirs and b"filter=" in history.git("cat-file", "blob", theirs[".gitattributes"][1]):
        wrong, do = "git changes files of this log on their way (filter=)", "ask whoever set that up: git pull"
        raise CircleError(wrong, where=Place(history.root / ".gitattributes"), do=do)


def _tree(history: History, brought: Brought) -> str:
    rows = b""
    for path, (mode, content) in brought.files.items():
        name = content if isinstance(content, str) else _kept(history, content)
        rows += f"{mode} {name}\t".encode("ascii") + os.fsencode(path) + b"\0"
    with _index(history) as heard:
        history.git("update-index", "--add", "-z", "--index-info", given=rows, heard=heard)
        return history.git("write-tree", heard=heard).decode("ascii").strip()


def _kept(history: History, content: bytes) -> str:
    return history.git("hash-object", "-w", "--stdin", given=content).decode("ascii").strip()


@contextmanager
def _index(history: History) -> Iterator[dict[str, str]]:
    """Give an index of its own to put a tree together in: the log's is its owner's."""
    place = _gits(history) / f"{INDEX}{os.getpid()}-index"
    try:
        yield {"GIT_INDEX_FILE": str(place)}
    finally:
        for each in (place, place.with_suffix(".lock")):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _gits(history: History) -> Path:
    return history.root / os.fsdecode(history.git("rev-parse", "--git-dir").rstrip(b"\r\n"))


def _commit(history: History, tree: str, ours: str, theirs: str) -> str:
    command = ("commit-tree", tree, "-p", ours, "-p", theirs, "-m", MESSAGE)
    output = history.output("-c", "user.useConfigOnly=true", *command)
    if output.code != 0 and (person := given(history.root)).address:
        output = history.output(*person.as_settings, *command)
    if output.code != 0:
        refused = in_words(output.text, history.root)
        raise CircleError(f"{refused.reason}", NOT_COMMITTED, do=refused.fix)
    return output.out.decode("ascii").strip()
