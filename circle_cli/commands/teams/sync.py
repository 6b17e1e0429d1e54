"""`circle sync`: what others did comes in, what was done here goes out, and both stand together."""

import os
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from circle_cli.commands.edge import Asked, at_terminal, is_plain, row, say, the_log, where_it_goes
from circle_cli.commands.teams.at_once import NOTHING_WAITS, Fetched
from circle_cli.commands.teams.kept import keep_changes
from circle_cli.commands.teams.whose import note_synced
from circle_cli.errors import NOT_COMMITTED, USAGE, CircleError, Place
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.history.looking import unready
from circle_cli.log.history.repository import Repository, find_repository
from circle_cli.log.syncing.history import History, Locked, There
from circle_cli.log.syncing.interrupted import NOTE, clear_away
from circle_cli.log.syncing.network import fetch, heard
from circle_cli.log.syncing.refs import branches_of
from circle_cli.log.travel.abroad import Answer
from circle_cli.system.running import TOO_SLOW, Output, is_there

if TYPE_CHECKING:  # what tells of changes is loaded where there are any
    from circle_cli.commands.teams.telling import Came

_TRIES = 5
_NO_COPY = """\
This log has no copy elsewhere yet, so there is nothing to bring it together with.
With a new folder on a drive that only your team can open, or an address from whoever looks after your team's git:
circle sync --with ADDRESS"""


Then = Callable[[Log], bool]
"""Does what comes first; or what is left once both are together, and tells whether to do so once more."""


class _End(Enum):
    """What became of a sync."""

    NOT_REACHED = auto()
    NOTHING_TO_DO = auto()
    TOGETHER = auto()


def _nothing(_: Log) -> bool:
    return False


def sync(
    asked: Asked,
    address: str | None,
    log: Log | None = None,
    first: Then = _nothing,
    then: Then = _nothing,
    fetched: Fetched | None = None,
) -> str:
    """Bring this log and its copy elsewhere together; said again, it goes on where it was stopped.

    `fetched` is what git said just now of its copy. Gives git's name of that where there was nothing to do.

    Raises:
        CircleError: git is in the middle of something, or the other place is not this log's.
    """
    log = log or the_log(asked)
    _need_git()
    if address and at_terminal():  # elsewhere nobody can be asked, and whoever wrote the line named the place
        from circle_cli.commands.teams.beginning import is_to_be_shared

        if not is_to_be_shared(asked, log, address):
            return ""
    for _ in range(_TRIES):
        try:
            return _sync(asked, log, address, first, then, fetched)
        except Locked as error:
            if not at_terminal() or not _unlocked(asked, error):
                raise
            fetched = None
    return ""


def _need_git() -> None:
    if not is_there():
        from circle_cli.commands.drafts.committer import need_git

        need_git()


def _unlocked(asked: Asked, error: Locked) -> bool:
    from circle_cli.commands.drafts.committer import offer_to_unlock

    return offer_to_unlock(error.top, error.lock, plain=is_plain(asked), shared=error.shared)


def _sync(asked: Asked, log: Log, address: str | None, first: Then, then: Then, fetched: Fetched | None) -> str:
    repository = _repository(log)
    history = History(root=log.root)
    clear_away(repository.folder, log.root / ".circle")
    for lock in (repository.folder / name for name in ("index.lock", "HEAD.lock")):
        if at_terminal() and lock.exists():  # what was stopped may have left it at its very end, when nothing needed it
            raise Locked(f"Unable to create '{lock}': File exists", log.root, lock)
    with deciding(log.root):
        if os.path.lexists(log.root / NOTE) and _finished(history):
            say("An earlier sync was stopped in the middle. It is finished now, or starts anew.")
    _keep_own(asked, log)
    first(log)
    if address:
        from circle_cli.commands.teams.beginning import begin_with
        from circle_cli.settings import is_base

        begin_with(history, address)
        if not is_base(log.root):  # a base is for everybody to read
            say(f"What becomes of this log: {where_it_goes(log)}")
    there = history.there()
    if there is None:
        say(_NO_COPY)
        return ""
    for _ in range(_TRIES):
        end = _in_turns(log, history, there, fetched)
        fetched = None
        if end is not _End.NOT_REACHED and address:
            from circle_cli.commands.teams.beginning import tell_colleagues

            tell_colleagues(history, there)
            address = None
        if end is _End.NOT_REACHED or not then(log):
            return there.remote if end is _End.NOTHING_TO_DO else ""
    return ""


def _finished(history: History) -> bool:
    from circle_cli.log.syncing.folder import finish

    return finish(history)


def _keep_own(asked: Asked, log: Log) -> None:
    """Commit what was not, so that nothing of it can be lost by what comes in."""
    commit = keep_changes(log)
    if commit is not None and not commit.done:  # what can ask loads much, and mostly there is nothing to ask
        from circle_cli.commands.drafts.committer import settled

        commit = settled(log, commit, plain=is_plain(asked), tell=say)
        if not commit.done:
            raise CircleError(f"Nothing was sent or fetched: {commit.reason}", NOT_COMMITTED, do=commit.fix)


def _repository(log: Log) -> Repository:
    repository = find_repository(log.root.resolve())
    if repository is None:
        raise CircleError("this log has no history yet", USAGE, where=Place(log.root), do="circle init begins one")
    if repository.top != log.root.resolve():
        wrong = f"this log is only a part of what git keeps in {repository.top}"
        raise CircleError(wrong, USAGE, where=Place(log.root), do="ask whoever looks after that: git pull, git push")
    if why_not := unready(repository, log.trust):
        raise CircleError(f"Nothing was sent or fetched: {why_not.reason}", USAGE, do=why_not.fix)
    return repository


def _in_turns(log: Log, history: History, there: There, said: Fetched | None) -> _End:
    """Fetch, if that was not done just now, bring together and send; again if somebody else has sent something then."""
    came: Came | None = None
    for _ in range(_TRIES):
        known, said = said if said and said.remote == there.remote else None, None
        fetched = heard(history, _output(known)) if known else fetch(history, there)
        if fetched.answer is not Answer.DONE:
            from circle_cli.commands.teams.sending import tell_apart

            tell_apart(history, there, fetched)
            return _End.NOT_REACHED
        if came is None and (both := _both_have(history, there)):
            row(NOTHING_WAITS)
            note_synced(history, both, both)
            return _End.NOTHING_TO_DO
        from circle_cli.commands.teams.bringing import exchange

        came, sent = exchange(log, history, there, came)
        if sent:
            return _End.TOGETHER
    from circle_cli.commands.teams.telling import LATER
    from circle_cli.log.syncing.network import lock_there

    if lock := lock_there(history, there):
        raise Locked(f"Unable to create '{lock}': File exists", lock.parents[2], lock, shared=True)
    raise CircleError("others are sending to this log just now", USAGE, do=LATER)


def _output(fetched: Fetched) -> Output:
    return Output(code=fetched.code, err=TOO_SLOW.encode() if fetched.code is None else fetched.err)


def _both_have(history: History, there: There) -> str:
    """Give the commit at which this log and its copy are, as git's own files say; nothing where that may differ."""
    seen = branches_of(history.root)
    return seen.get("HEAD", "") if seen.get("HEAD") == seen.get(there.tracking) else ""
