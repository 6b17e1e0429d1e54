"""`circle review --withdrawals`: a base takes in what only takes something out, for which nobody has to read anything.

It asks nothing, needs no key, and is made for a CI. Whatever else came in is left for an editor.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath

from circle_cli.commands.drafts.committer import need_git, tell_kept
from circle_cli.commands.edge import Asked, is_plain, result, say
from circle_cli.commands.kinds import marked_log
from circle_cli.commands.publishing.ready import NOTICES_THERE, what_goes
from circle_cli.commands.receiving.taking_in import take_back
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.deciding import deciding
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.points import point_files, report_files
from circle_cli.log.travel.base_copy import NOBODY
from circle_cli.log.travel.incoming import Branch, Change, branches_in
from circle_cli.points.notices import is_withdrawn, parse_notice, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.settings import is_base
from circle_cli.text import decode

_WHO = ("AUTHOR", "COMMITTER")


def take_in_withdrawals(asked: Asked, *, require_commit: bool) -> None:
    """Take in each branch that only takes out what is here; say which, for whoever deletes them.

    Raises:
        CircleError: this is no base, or a clone in which a branch cannot be compared.
    """
    log = marked_log(asked)
    if not is_base(log.root):
        wrong = "--withdrawals is for a base; this is none"
        raise CircleError(
            wrong, USAGE, where=Place(log.root / MARK), do="a team takes something back by circle withdraw"
        )
    need_git()
    _refuse_shallow(log)
    here = {path.stem for path in (*point_files(log), *report_files(log))}
    taken: dict[str, str] = {}
    commits: list[git.Commit] = []
    with _as_somebody(log), deciding(log.root):
        for branch in branches_in(log.root):
            for notice in only_removes(branch):
                if notice.id in here and not is_withdrawn(log.root / "guidance", notice.id):
                    commits.append(take_back(log, notice))
                    taken[notice.id] = branch.name
    for name in sorted({*taken.values()}):
        result(name)
    say(f"Withdrawn here, as was asked: {', '.join(sorted(taken)) or 'nothing'}.")
    if commits:
        tell_kept(log, *commits, plain=is_plain(asked), required=require_commit)


def _refuse_shallow(log: Log) -> None:
    if Store(folder=log.root).output("rev-parse", "--is-shallow-repository").out.strip() == b"true":
        wrong = "this copy has the end of the history only, so nobody can tell what a branch changes"
        raise CircleError(wrong, USAGE, where=Place(log.root), do="have the CI fetch all of it (fetch-depth: 0)")


def only_removes(branch: Branch) -> tuple[Withdrawn, ...]:
    """Give the notices of a branch that does nothing else than to take out what they name; of any other, none."""
    changes = branch.changes or {}
    notices: dict[str, Withdrawn] = {}
    for path, change in changes.items():
        if path.startswith(f"{NOTICES_THERE}/"):
            with suppress(CircleError):
                notices[path] = _notice(path, change.content or b"")
    gone = {path: left for notice in notices.values() for path, left in (what_goes(notice),)}
    others = ((path, change) for path, change in changes.items() if path not in notices)
    return tuple(notices.values()) if all(_is_gone(path, change, gone) for path, change in others) else ()


def _notice(path: str, content: bytes) -> Withdrawn:
    notice = parse_notice(decode(content, path), path, PurePosixPath(path).stem)
    if render_notice(notice).encode() != content:
        raise CircleError("says something beside that it was withdrawn", where=Place(path))
    return notice


def _is_gone(path: str, change: Change, gone: Mapping[str, bytes | None]) -> bool:
    """Tell whether a change leaves of a file what its notice leaves of it, and no more."""
    return path in gone and (change.is_taken_out if gone[path] is None else change.content == gone[path])


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
