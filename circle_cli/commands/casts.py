"""The names of all casts of a log, to be looked for in what everyone may read."""

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.log.folder import Log, all_session_files
from circle_cli.log.reading.sessions import read_sessions
from circle_cli.share.release.terms import Terms, make_terms


def names_in_casts(log: Log, lists: Lists) -> Terms:
    """Gather what belongs to the sessions.

    Raises:
        CircleError: a session cannot be read, so nobody can tell whose names are in it.
    """
    sessions = [found.session for found in read_sessions(all_session_files(log), _stop)]
    casts = (entry for session in sessions for entry in session.cast or ())
    return make_terms(casts, (session.id for session in sessions), lists)


def _stop(error: CircleError) -> None:
    error.add_note("Until this session can be read, nobody can tell whose names are in it; nothing was published.")
    raise error
