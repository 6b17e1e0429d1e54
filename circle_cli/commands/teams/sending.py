"""What came of fetching and sending, told: what was sent and where to, what waits, and what the other place answers."""

from circle_cli.commands.edge import result, row, say
from circle_cli.commands.teams.telling import told_paths, told_waiting
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.log.syncing.history import History, There
from circle_cli.log.syncing.network import Asked, send
from circle_cli.log.travel.abroad import Answer, in_words

_SAFE = "Everything here is safe"
_AWAY = (Answer.UNREACHABLE, Answer.NOTHING_THERE, Answer.UNCLEAR, Answer.TOO_SLOW)
"""Of these nobody can tell one from another: a server that is off, a disk that is not plugged in."""


def tell_apart(history: History, there: There, fetched: Asked) -> None:
    """Say that nothing can be reached just now, and what waits.

    Raises:
        CircleError: it was reached, and whoever asks may not.
    """
    address = history.address(there.remote)
    if fetched.answer is Answer.REFUSED:
        wrong, do = (
            f"{address} does not let you in{_said(fetched)}",
            "ask whoever looks after it for access to this log",
        )
        raise CircleError(wrong, USAGE, do=do)
    if fetched.answer not in _AWAY:
        wrong, do = in_words(fetched.answer)
        raise CircleError(f"{address}: {wrong}{_said(fetched)}", USAGE, do=do)
    waiting = told_waiting(history.changed(history.commit(there.tracking), "HEAD"))
    say(f"{address} cannot be reached just now. {waiting} {_SAFE}; say circle sync again later.")


def tell_sent(log: Log, history: History, there: There, answered: Asked, waiting: tuple[str, ...]) -> None:
    """Say what was sent, and where to."""
    address = history.address(there.remote) if answered.answer is not Answer.DONE else ""
    if answered.answer is Answer.DONE:
        row(f"Sent: {told_paths(waiting)}." if waiting else "Nothing waits to be sent.")
        _tell_addresses(answered)
    elif answered.answer is Answer.NOT_TAKEN:
        _send_apart(log, history, there, waiting, answered)
    elif answered.answer is Answer.REFUSED:
        say(f"{address} lets you read, and not send. {told_waiting(waiting)}{_said(answered)}")
        say(f"Ask whoever looks after it to let you send; {_SAFE.lower()}.")
    elif answered.answer is Answer.ONE_FILE:
        say(f"{address} is one file, from which circle takes and to which it sends nothing. {told_waiting(waiting)}")
        say(f"Ask whoever gave it to you for an address to send to; {_SAFE.lower()}.")
    else:
        tell_apart(history, there, answered)


def _send_apart(log: Log, history: History, there: There, waiting: tuple[str, ...], before: Asked) -> None:
    """Send to a branch of one's own where nobody may send to the log's own."""
    from circle_cli.log.history.whose import given
    from circle_cli.log.saving import slug_of

    person = given(log.root)
    name = slug_of(person.name or person.address.partition("@")[0], 30) or "somebody"
    head = history.commit("HEAD")
    answered = before
    for branch in (f"sync/{name}", f"sync/{name}-{head[:8]}"):
        own = There(remote=there.remote, branch=branch)
        if history.commit(own.tracking) == head:
            row(f"Sent before: {told_paths(waiting)}. It waits on the branch {branch} until it is let in.")
            return
        answered = send(history, own, head)
        if answered.answer is Answer.DONE:
            row(f"Sent: {told_paths(waiting)}, to the branch {branch}: here, {there.branch} takes nothing directly.")
            _tell_addresses(answered)
            say("Once whoever looks after it has let it in, circle sync brings it home.")
            return
        if answered.answer is not Answer.MOVED_ON:
            break
    say(f"{history.address(there.remote)} took nothing. {told_waiting(waiting)}{_said(answered)}")
    say(f"Ask whoever looks after it to let you send; {_SAFE.lower()}.")


def _said(answered: Asked) -> str:
    """Give the server's own words, below ours."""
    return "".join(f"\nIt says: {line}" for line in answered.lines)


def _tell_addresses(answered: Asked) -> None:
    for address in answered.addresses:
        result(f"The answer: {address}")
