"""Puts a folder under git."""

import os
from contextlib import suppress
from pathlib import Path

from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history.foreign import note_beginning
from circle_cli.log.history.refused import Commit, in_words
from circle_cli.log.history.repository import find_repository
from circle_cli.log.history.running import Output, run_git
from circle_cli.system.files import make_folder, remove_tree
from circle_cli.system.processes import status_of

_LIMIT = 10.0  # seconds
_BESIDE, _MADE = ".circle", "beginning-"


def init(root: Path, trust: Trust = NO_TRUST) -> Commit:
    """Put `root` (made if missing) under git, on a branch `main`; done if it is a repository's top already.

    Inside somebody else's repository (a home folder kept in git, say) it gets one of its own: what is private must
    not go where that one is pushed to.
    """
    try:
        repository = find_repository(root.resolve())
        if repository is not None and repository.top == repository.folder:
            return in_words("must be run in a work tree", root)
        ours = repository is not None and repository.top == root.resolve()
        output = Output() if ours else _begin(root)
    except OSError as error:
        return Commit(
            done=False,
            reason=f"git could not be used: {error}",
            fix="ask whoever looks after your git: `git status` says more there",
        )
    if output.code == 0 and not ours:
        note_beginning(root, trust)
    return Commit(done=True) if output.code == 0 else in_words(output.text, root)


def _begin(root: Path) -> Output:
    """Make the repository elsewhere, and give it its name when it is whole: git does not go on with half of one."""
    if os.path.lexists(root / ".git"):
        return _init(root)
    _clear_away(root / _BESIDE)
    made = root / _BESIDE / f"{_MADE}{os.getpid()}"
    make_folder(made)
    try:
        output = _init(made)
        if output.code == 0:
            (made / ".git").rename(root / ".git")
        return output
    finally:
        with suppress(OSError):
            remove_tree(made)


def _init(folder: Path) -> Output:
    return run_git("-c", "init.defaultBranch=main", "init", "-q", "--", os.fsencode(folder), limit=_LIMIT)


def _clear_away(folder: Path) -> None:
    """Delete what programs began that are there no longer."""
    for left in folder.glob(f"{_MADE}*"):
        number = left.name.removeprefix(_MADE)
        if number.isdecimal() and status_of(int(number)) is None:
            with suppress(OSError):
                remove_tree(left)
