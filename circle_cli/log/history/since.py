"""What is different in a log's folder from what a commit of its history held."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history.foreign import without_filters
from circle_cli.log.history.past import GET_THE_REST
from circle_cli.log.history.repository import find_repository
from circle_cli.system.running import run_git

_LIMIT = 120.0  # seconds
_COMPARED = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", "--ignore-submodules=none")
_PASSED_OVER = (b"S", b"s", b"h")
"""How git marks what it takes for unchanged without looking."""

_COMMIT = re.compile("[0-9a-f]{40,64}")


def changed_since(root: Path, rev: str, trust: Trust = NO_TRUST) -> tuple[str, frozenset[str]]:
    """Give the commit that `rev` names, and all files of the log that are not as they were there.

    Where two branches have parted, that is where they did: what others have changed since is not this one's. Files
    that git does not know are among them, whether it is told to pass them over or not; so are those that it is told to
    take for unchanged, and all files of a history of its own inside this one, of which git tells the folder alone.

    Raises:
        CircleError: there is no git history, or no such commit in it.
    """
    if find_repository(root.resolve()) is None:
        wrong, do = "there is no git history here to compare with", "leave --since out, and all is looked at"
        raise CircleError(wrong, USAGE, where=Place(root), do=do)
    here: tuple[str | bytes, ...] = (*without_filters(root.resolve(), trust), "-C", os.fsencode(root))
    found = run_git(*here, "rev-parse", "-q", "--verify", "--end-of-options", f"{rev}^{{commit}}", limit=_LIMIT)
    commit = found.out.decode().strip()
    if found.code != 0 or not _COMMIT.fullmatch(commit):  # `^HEAD` names all that is no part of one
        raise _unknown(root)
    parted = run_git(*here, "merge-base", "HEAD", commit, limit=_LIMIT)
    before = parted.out.decode().strip() if parted.code == 0 else commit
    compared = run_git(*here, *_COMPARED, before, "--", ".", limit=_LIMIT)
    beside = run_git(*here, "ls-files", "-z", "--others", "--", ".", limit=_LIMIT)
    marked = run_git(*here, "ls-files", "-v", "-z", "--", ".", limit=_LIMIT)
    if compared.code or beside.code or marked.code:
        raise CircleError("git did not say what has changed", where=Place(root), do="leave --since out")
    named = (each for out in (compared.out, beside.out) for each in out.split(b"\0") if each)
    passed_over = (each[2:] for each in marked.out.split(b"\0") if each[:1] in _PASSED_OVER)
    every = (os.fsdecode(each) for each in (*named, *passed_over))
    return before, frozenset(name for each in every for name in _files(root, each))


def _files(root: Path, name: str) -> Iterator[str]:
    """Give a file, or every file of a folder."""
    yield name.rstrip("/")
    for folder, _, names in os.walk(root / name):
        yield from (Path(folder, each).relative_to(root).as_posix() for each in names)


def _unknown(root: Path) -> CircleError:
    wrong = "git knows of no such commit here, so nobody can tell what has changed since"
    do = (
        "name a commit, a tag or a branch with --since, such as origin/main; where this is a copy of the last commits "
        f"only, {GET_THE_REST}"
    )
    return CircleError(wrong, USAGE, where=Place(root), do=do)
