"""Whether a list of the log names somebody who is in any of its sessions; which session, and who, nobody is told."""

from collections.abc import Callable
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.entries.sessions import read_sessions
from circle_cli.log.folder import Log, all_session_files
from circle_cli.share.release.listed import TOLD, lines_with_names
from circle_cli.share.release.terms import Terms, make_terms
from circle_cli.signing.lists import own_lists
from circle_cli.text import text_of


def names_of_all(log: Log, report: Callable[[CircleError], None]) -> Terms:
    """Gather the names of every cast, as the tool's own lists tell names from words: a list of the log excuses none."""
    sessions = [found.session for found in read_sessions(all_session_files(log), report)]
    return make_terms((entry for session in sessions for entry in session.cast or ()), (), load_lists())


def places_with_names(log: Log, terms: Terms) -> tuple[tuple[Path, int], ...]:
    """Give the file and line of every entry that names somebody."""
    return tuple((path, line) for _, path in own_lists(log.root) for line in lines_with_names(text_of(path), terms))


def refuse_names_in_lists(log: Log) -> None:
    """Refuse a list that names somebody of any cast.

    Raises:
        CircleError: one does, or a session cannot be read; file and line are named, and no word.
    """
    if next(own_lists(log.root), None) is None:
        return
    for path, line in places_with_names(log, names_of_all(log, _stop)):
        raise CircleError(TOLD, where=Place(path, line), do="take it out")


def _stop(error: CircleError) -> None:
    error.add_note("Until this session can be read, nobody can tell whether a list of the log names somebody in it.")
    raise error
