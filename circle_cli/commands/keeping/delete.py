"""`circle delete`: a session is taken out of the folder, or a planned one called off; no word of it is lost."""

import os
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.unfinished import waiting_in
from circle_cli.commands.edge import Asked, is_plain, result, say, the_log
from circle_cli.commands.folders import forget_invitation
from circle_cli.commands.keeping.confirmed import confirmed
from circle_cli.commands.keeping.put_away import DAYS, clear_old, put_away
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import id_in, short_id
from circle_cli.log.folder import Log, find_session, id_of
from circle_cli.log.history.past import has_as_it_is
from circle_cli.log.history.repository import find_repository
from circle_cli.log.index.forgetting import forget
from circle_cli.log.saving import change
from circle_cli.session.file import parse_session
from circle_cli.session.record import Session
from circle_cli.share.proposal import path_of
from circle_cli.system.no_links import content_of
from circle_cli.system.typed import typed
from circle_cli.text import decode
from circle_cli.vocabulary import Share


def delete(asked: Asked, short: str, *, confirm: str | None, require_commit: bool) -> None:
    """Delete a session; one that git has not as it is goes into a place of its own first."""
    log = the_log(asked)
    clear_old(log)
    path = find_session(log, short)
    content = content_of(path)
    session = _read(path, content)
    session_id = session.id if session else id_of(path) or id_in(path.name)
    _refuse_begun(log, session_id)
    if session:
        refuse_shared(log, session)
    planned = session is not None and session.status.is_ahead
    history = find_repository(log.root.resolve()) is not None
    say(_told(session.title if session else path.name, session_id, planned=planned, history=history))
    question = _CALL_OFF if planned else _DELETE
    if not confirmed(asked, confirm, session_id, question):
        say("Nothing was changed.")
        return
    kept = None if has_as_it_is(log.root, path, content) else put_away(log, session_id, {path.name: content})
    saved = change(log, path, None, content, f"{'Call off' if planned else 'Delete'} session {session_id}")
    forget(log, path)
    if planned:
        forget_invitation(log, session_id)
    result(f"{'Called off' if planned else 'Deleted'}: {session.title if session else session_id}")
    if kept:
        again = f"circle reflect --from {typed(str(kept / path.name))}"
        say(
            f"The log's history does not have it as it was, so it is kept for {DAYS} days. To have it back: {again}",
        )
    else:
        say("The log's history keeps it. circle undo brings it back.")
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


_DELETE = ("Delete it?", "Yes, delete it", "No, leave it as it is")
_CALL_OFF = ("Call it off?", "Yes, call it off", "No, leave it planned")


def refuse_shared(log: Log, session: Session) -> None:
    """Refuse to take away a session of which something is at the door.

    Raises:
        CircleError: a learning point of it is on the site, or proposed.
    """
    for point in session.learning_points:
        if point.share is Share.PUBLISHED:
            wrong = f"{session.id}: a learning point of it is where anybody may read it"
            raise CircleError(wrong, USAGE, do=f"first take that back: circle withdraw {point.point or 'POINT'}")
        if point.share is Share.PROPOSED:
            place = path_of(log.root, point.point) if point.point else "proposals/"
            wrong = f"{session.id}: a learning point of it is proposed for sharing"
            raise CircleError(wrong, USAGE, do=f"first withdraw that: have it declined in circle review ({place})")


def _refuse_begun(log: Log, session_id: str) -> None:
    if any(each.state.head.id.startswith(session_id) and each.state.written for each in waiting_in(log)):
        short = short_id(session_id)
        do = f"circle resume {short} goes on with that, circle discard {short} puts it away"
        raise CircleError(f"{session_id}: something that belongs to it is unfinished", USAGE, do=do)


def _read(path: Path, content: bytes) -> Session | None:
    """Read it; one that is malformed can be deleted all the same."""
    try:
        return parse_session(decode(content, str(path)), os.fspath(path))
    except CircleError:
        return None


def _told(title: str, session_id: str, *, planned: bool, history: bool) -> str:
    if planned:
        return f"“{title}” ({session_id}) is planned. Called off, it is no longer in the log's folder."
    if not history:
        return f"“{title}” ({session_id}) is taken out of the log's folder. No history is kept here."
    return (
        f"“{title}” ({session_id}) is taken out of the log's folder. The log's history keeps it, and so do its copies "
        f"elsewhere: anybody who may read that can read it. If it must go from there too: circle erase {session_id}"
    )
