"""How a log stands in git, with nothing changed by it: whether a commit can be made there, and what has none yet."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.errors import CircleError, Place
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history.foreign import digest, not_agreed_to, without_filters
from circle_cli.log.history.repository import Repository, find_repository
from circle_cli.system.early.heard import asked_what_changed
from circle_cli.system.running import run_git

if TYPE_CHECKING:  # why there can be no commit is loaded where there can be none
    from circle_cli.log.history.refused import Commit

_LIMIT = 10.0  # seconds


def uncommitted(root: Path, folders: Sequence[str], trust: Trust = NO_TRUST) -> tuple[str, ...]:
    """Name the files below these folders of `root` that git has not as they are; none where there is no git."""
    try:
        here: tuple[str | bytes, ...] = (*without_filters(root.resolve(), trust), "-C", os.fsencode(root))
        output = run_git("--no-optional-locks", *here, *asked_what_changed((*folders,)), limit=_LIMIT)
    except OSError:
        return ()
    return tuple(os.fsdecode(entry[3:]) for entry in output.out.split(b"\0") if entry) if output.code == 0 else ()


def kept_or_new(root: Path, trust: Trust = NO_TRUST) -> tuple[str, ...]:
    """Name the files of `root` that git has, and those that it would take in, with `/`; where there is no git, all.

    Raises:
        CircleError: git does not say.
    """
    if find_repository(root.resolve()) is None:
        found = (path for path in root.rglob("*") if not path.is_dir())
        return tuple(sorted(path.relative_to(root).as_posix() for path in found))
    here: tuple[str | bytes, ...] = (*without_filters(root.resolve(), trust), "-C", os.fsencode(root))
    listed = run_git(*here, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", limit=_LIMIT)
    if listed.code != 0:
        raise CircleError("git did not say which files are in it", where=Place(root), do="try again")
    return tuple(sorted({os.fsdecode(name) for name in listed.out.split(b"\0") if name}))


def unready(repository: Repository, trust: Trust) -> "Commit | None":
    """Say why nothing can be committed here as things are; None where it can."""
    is_bare = repository.top == repository.folder
    found = not_agreed_to(repository, trust)
    if not (is_bare or found or repository.unfinished) and repository.on_branch:
        return None
    from circle_cli.log.history.refused import LATER, Commit, detached, in_words, unfinished

    if is_bare:
        return in_words("must be run in a work tree", repository.top)
    if found:
        reason = f"this log came with settings by which git would run other programs ({'; '.join(found)})"
        fix = f"circle, at a terminal, asks whether they may; {LATER}"
        return Commit(done=False, reason=reason, fix=fix, would_run=found, agreed=digest(found, repository))
    return unfinished(*repository.unfinished) if repository.unfinished else detached()
