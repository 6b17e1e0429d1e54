"""What `circle` alone says of a session that has just been: looking back at it keeps what was learnt. Said once."""

import os
from datetime import date, timedelta

from circle_cli.commands.folders import own_folder
from circle_cli.commands.remembered import told_before
from circle_cli.errors import CircleError
from circle_cli.ids import short_id
from circle_cli.log.entries.entry import entry_of
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import read_sessions
from circle_cli.log.folder import Log, session_files
from circle_cli.session.record import Session
from circle_cli.vocabulary import Status

_FROM, _TO = timedelta(days=1), timedelta(days=14)
_BEGUN = timedelta(days=100)
"""How long before, at most, such a session was begun or prepared: its file's name says so, and older ones stay shut."""


def looking_back(log: Log, today: date) -> list[str]:
    """Suggest, once for each, following up the newest session of the last days; nothing where there is none.

    Where it cannot be remembered that it was said, it is not said at all.
    """
    own = own_folder()
    wanted = Filters(since=today - _TO, until=today - _FROM, status=Status.RECORDED)
    begun = (today - _BEGUN).isoformat()
    try:
        files = [each for each in session_files(log, _nothing) if each.rpartition(os.sep)[2] >= begun] if own else []
        sessions = [
            each.session for each in read_sessions(files, _nothing) if wanted.let_through(entry_of(each.session))
        ]
    except CircleError:
        return []
    for session in sorted(sessions, key=lambda each: (each.date, each.id), reverse=True):
        if not told_before(own, log.root, f"follow up {session.id}"):
            return [_suggested(session)]
    return []


def _nothing(_: CircleError) -> None:
    """Name no file that cannot be read here, where somebody wants to begin."""


def _suggested(session: Session) -> str:
    return (
        f"\n“{session.title}” was a little while ago. If you like, look back at it: what was the main learning, is it "
        f"worth passing on? A quarter of an hour (ours) is plenty: circle follow-up {short_id(session.id)}"
    )
