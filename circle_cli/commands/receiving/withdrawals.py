"""`circle review --withdrawals`: a base takes in what only takes something out, for which nobody has to read anything.

It asks nothing, needs no key, and is made for a CI. Whatever else came in is left for an editor.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from circle_cli.commands.checking.found.bases.removing import removing
from circle_cli.commands.drafts.committer import need_git, tell_kept
from circle_cli.commands.edge import Asked, discreetly, is_plain, result, say
from circle_cli.commands.kinds import marked_log
from circle_cli.commands.receiving.taking_in import take_back
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.history.past import is_cut_short
from circle_cli.log.travel.apart import NOBODY
from circle_cli.settings import is_base

_WHO = ("AUTHOR", "COMMITTER")


def take_in_withdrawals(asked: Asked, *, require_commit: bool) -> None:
    """Take in each branch that only takes out what is here; say which, for whoever deletes them.

    Raises:
        CircleError: this is no base, or a clone in which a branch cannot be compared.
    """
    log = marked_log(asked)
    with discreetly(log):
        _take_in(asked, log, require_commit=require_commit)


def _take_in(asked: Asked, log: Log, *, require_commit: bool) -> None:
    if not is_base(log.root):
        wrong = "--withdrawals is for a base; this is none"
        do = "a team takes something back by circle withdraw"
        raise CircleError(wrong, USAGE, where=Place(log.root / MARK), do=do)
    need_git()
    _refuse_shallow(log)
    taken = {notice.id: (branch, notice) for branch, notice in removing(log)}
    commits: list[git.Commit] = []
    with _as_somebody(log), deciding(log.root):
        for _, notice in taken.values():
            commits.append(take_back(log, notice))
    for name in sorted({branch for branch, _ in taken.values()}):
        result(name)
    say(f"Withdrawn here, as was asked: {', '.join(sorted(taken)) or 'nothing'}.")
    if commits:
        tell_kept(log, *commits, plain=is_plain(asked), required=require_commit)


def _refuse_shallow(log: Log) -> None:
    if is_cut_short(log.root):
        wrong = "this copy has the end of the history only, so nobody can tell what a branch changes"
        raise CircleError(wrong, USAGE, where=Place(log.root), do="have the CI fetch all of it (fetch-depth: 0)")


@contextmanager
def _as_somebody(log: Log) -> Iterator[None]:
    """Commit as nobody where git knows no name, as in a CI; a name that it knows stays."""
    if whose.given(log.root).address:
        yield
        return
    name, _, address = NOBODY.removesuffix(">").partition(" <")
    said = {f"GIT_{who}_NAME": name for who in _WHO} | {f"GIT_{who}_EMAIL": address for who in _WHO}
    before = {key: os.environ.get(key) for key in said}
    os.environ.update(said)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                del os.environ[key]
            else:
                os.environ[key] = value
