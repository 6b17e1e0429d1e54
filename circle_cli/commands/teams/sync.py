"""`circle sync`: what others did comes in, what was done here goes out, and both stand together."""

from collections.abc import Callable
from dataclasses import dataclass

from circle_cli.commands.edge import Asked, at_terminal, is_plain, result, say, the_log, where_it_goes
from circle_cli.commands.teams.kept import keep_changes
from circle_cli.commands.teams.telling import told_both, told_paths, told_waiting
from circle_cli.commands.teams.whose import note_synced, refuse_another
from circle_cli.errors import NOT_COMMITTED, USAGE, CircleError, Place
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.history.repository import find_repository
from circle_cli.log.history.whose import given
from circle_cli.log.privacy import close_pulled
from circle_cli.log.saving import slug_of
from circle_cli.log.syncing.folder import finish, go
from circle_cli.log.syncing.history import History, Locked, There
from circle_cli.log.syncing.network import Answer, fetch, send
from circle_cli.log.syncing.network import Asked as Answered
from circle_cli.log.syncing.together import Brought, bring_together, clear_away
from circle_cli.system.running import is_there

_TRIES = 5
_NO_COPY = """\
This log has no copy elsewhere yet, so there is nothing to bring it together with.
With a new folder on a drive that only your team can open, or an address from whoever looks after your team's git:
circle sync --with ADDRESS"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """What came in: the files, and those of them that two people had changed at once."""

    paths: tuple[str, ...] = ()
    brought: Brought | None = None


Then = Callable[[Log], bool]
"""Does what is left once both are together, and tells whether there is something new to be sent."""


def _nothing(_: Log) -> bool:
    return False


def sync(asked: Asked, address: str | None, log: Log | None = None, then: Then = _nothing) -> None:
    """Bring this log and its copy elsewhere together; said again, it goes on where it was stopped.

    Raises:
        CircleError: git is in the middle of something, or the other place is not this log's.
    """
    log = log or the_log(asked)
    _need_git()
    for _ in range(_TRIES):
        try:
            _sync(asked, log, address, then)
            return
        except Locked as error:
            if not at_terminal() or not _unlocked(asked, log, error):
                raise


def _need_git() -> None:
    if not is_there():
        from circle_cli.commands.drafts.committer import need_git

        need_git()


def _unlocked(asked: Asked, log: Log, error: Locked) -> bool:
    from circle_cli.commands.drafts.committer import offer_to_unlock

    return offer_to_unlock(log.root, error.lock, plain=is_plain(asked))


def _sync(asked: Asked, log: Log, address: str | None, then: Then) -> None:
    history = _history(log)
    clear_away(history)
    with deciding(log.root):
        if finish(history, history.commit("HEAD")):
            say("An earlier sync was stopped in the middle. It is finished now, or starts anew.")
    commit = keep_changes(log)
    if not commit.done:  # what can ask loads much, and mostly there is nothing to ask
        from circle_cli.commands.drafts.committer import settled

        commit = settled(log, commit, plain=is_plain(asked), tell=say)
    if not commit.done:
        raise CircleError(f"Nothing was sent or fetched: {commit.reason}", NOT_COMMITTED, do=commit.fix)
    if address:
        from circle_cli.commands.teams.beginning import begin_with

        begin_with(history, address)
        say(where_it_goes(log))
    there = history.there()
    if there is None:
        say(_NO_COPY)
        return
    if _in_turns(log, history, there) and then(log):
        _in_turns(log, history, there)


def _history(log: Log) -> History:
    repository = find_repository(log.root.resolve())
    if repository is None:
        raise CircleError("this log has no history yet", USAGE, where=Place(log.root), do="circle init begins one")
    if repository.top != log.root.resolve():
        wrong = f"this log is only a part of what git keeps in {repository.top}"
        raise CircleError(wrong, USAGE, where=Place(log.root), do="ask whoever looks after that: git pull, git push")
    if unready := git.unready(repository, log.trust):
        raise CircleError(f"Nothing was sent or fetched: {unready.reason}", USAGE, do=unready.fix)
    return History(root=log.root)


def _in_turns(log: Log, history: History, there: There) -> bool:
    """Fetch, bring together and send, and again where somebody else has sent something meanwhile.

    Tells whether the other place was reached.
    """
    came = _Came()
    for _ in range(_TRIES):
        fetched = fetch(history, there)
        if fetched.answer is not Answer.DONE:
            _tell_apart(history, there, fetched)
            return False
        came = _brought_in(log, history, there, came)
        sent_before = history.commit(there.tracking)
        waiting = history.changed(sent_before, "HEAD")
        head = history.commit("HEAD")
        answered = send(history, there, head) if head and head != sent_before else Answered(answer=Answer.DONE)
        if answered.answer is not Answer.MOVED_ON:
            _tell(log, came)
            _tell_sent(log, history, there, answered, waiting)
            return True
    do = "say circle sync again in a minute. If it stays so, a git was stopped there: ask whoever looks after it"
    raise CircleError("others are sending to this log just now", USAGE, do=do)


def _brought_in(log: Log, history: History, there: There, before: _Came) -> _Came:
    """Take the folder to where both sides are together."""
    theirs, ours = history.commit(there.tracking), history.commit("HEAD")
    if not theirs or (ours and history.holds(theirs, ours)):
        return before
    refuse_another(log, history, ours, theirs)
    paths = history.changed(ours, theirs) if ours else history.changed("", theirs)
    brought = None
    with deciding(log.root):
        if ours and not history.holds(ours, theirs):
            from circle_cli.commands.teams.merging import merge

            made = bring_together(history, ours, theirs, merge)
            target, brought = made.commit, made.brought
        else:
            target = theirs
        go(history, ours, target, "circle sync")
    close_pulled(log.root)
    return _Came(paths=tuple(dict.fromkeys((*before.paths, *paths))), brought=brought or before.brought)


def _tell_apart(history: History, there: There, fetched: Answered) -> None:
    """Say that nothing can be reached just now, and what waits.

    Raises:
        CircleError: it was reached, and whoever asks may not.
    """
    address = history.address(there.remote)
    if fetched.answer is Answer.REFUSED:
        wrong, do = f"{address} does not let you in", "ask whoever looks after it for access to this log"
        raise CircleError(wrong, USAGE, do=do)
    waiting = told_waiting(history.changed(history.commit(there.tracking), "HEAD"))
    say(f"{address} cannot be reached just now. {waiting} Everything here is safe; say circle sync again later.")


def _tell(log: Log, came: _Came) -> None:
    if came.paths:
        result(f"Came in: {told_paths(came.paths)}.")
    if came.brought:
        for line in told_both(log, came.brought):
            result(line)


def _tell_sent(log: Log, history: History, there: There, answered: Answered, waiting: tuple[str, ...]) -> None:
    """Say what was sent, and where to."""
    if answered.answer is Answer.DONE:
        note_synced(history, there)
        result(f"Sent: {told_paths(waiting)}." if waiting else "Nothing waits to be sent.")
        _tell_answer(answered)
    elif answered.answer is Answer.NOT_TAKEN:
        _send_apart(log, history, there, waiting)
    elif answered.answer is Answer.REFUSED:
        say(f"{history.address(there.remote)} lets you read, and not send. {told_waiting(waiting)}")
        say("Ask whoever looks after it to let you send; everything here is safe.")
    else:
        _tell_apart(history, there, answered)


def _send_apart(log: Log, history: History, there: There, waiting: tuple[str, ...]) -> None:
    """Send to a branch of one's own where nobody may send to the log's own."""
    person = given(log.root)
    name = slug_of(person.name or person.address.partition("@")[0], 30) or "somebody"
    head = history.commit("HEAD")
    for branch in (f"sync/{name}", f"sync/{name}-{head[:8]}"):
        own = There(remote=there.remote, branch=branch)
        if history.commit(own.tracking) == head:
            result(f"Sent before: {told_paths(waiting)}. It waits on the branch {branch} until it is let in.")
            return
        answered = send(history, own, head)
        if answered.answer is Answer.DONE:
            result(f"Sent: {told_paths(waiting)}, to the branch {branch}: here, {there.branch} takes nothing directly.")
            _tell_answer(answered)
            say("Once whoever looks after it has let it in, circle sync brings it home.")
            return
        if answered.answer is not Answer.MOVED_ON:
            break
    say(f"{history.address(there.remote)} took nothing. {told_waiting(waiting)}")
    say("Ask whoever looks after it to let you send; everything here is safe.")


def _tell_answer(answered: Answered) -> None:
    for address in answered.addresses:
        result(f"The answer: {address}")
