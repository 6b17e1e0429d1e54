"""The names of all casts of a log, to be looked for in what everyone may read."""

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.log.entries.sessions import FoundSession, read_sessions
from circle_cli.log.folder import Log, all_session_files
from circle_cli.log.reading.misspelt import refuse_misspelt
from circle_cli.session.record import Session
from circle_cli.share.release.terms import Terms, make_terms
from circle_cli.text import text_of


def names_in_casts(log: Log, lists: Lists) -> Terms:
    """Gather what belongs to the sessions.

    Raises:
        CircleError: a session cannot be read, so nobody can tell whose names are in it.
    """
    sessions = [_read_whole(found) for found in read_sessions(all_session_files(log), _stop)]
    casts = (entry for session in sessions for entry in session.cast or ())
    return make_terms(casts, (session.id for session in sessions), lists)


def _read_whole(found: FoundSession) -> Session:
    """Refuse a session with a key that is nearly one of ours: what stands under it was not read."""
    try:
        refuse_misspelt(found.session, text_of(found.path), str(found.path))
    except CircleError as error:
        _stop(error)
    return found.session


def _stop(error: CircleError) -> None:
    error.add_note("Until this session can be read, nobody can tell whose names are in it; nothing was published.")
    raise error
