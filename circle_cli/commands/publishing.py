"""`circle site`: the guidance and the learning points as a site. What builds it never opens a session.

Sessions are opened here for one thing: their casts, so that the built site can be swept for them.
"""

from collections.abc import Sequence
from pathlib import Path

from circle_cli.commands.edge import Asked, result, say, the_log
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log, session_files
from circle_cli.log.running import run
from circle_cli.log.sessions import read_sessions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from circle_cli.share.lists import Lists
    from circle_cli.share.terms import Terms
    from circle_cli.site.building.build import Stages


def site(asked: Asked, *, serve: bool) -> None:
    """Build the site and say where it lies, or show it on this computer."""
    from circle_cli.site.building.build import build_site
    from circle_cli.site.building.build import serve as serve_here

    log = the_log(asked)
    if serve:
        serve_here(log.root)
        return
    built = build_site(log.root, stages_for(log))
    result(str(built))
    say(f"The site is built. Open {built / 'index.html'} in a browser.")


def stages_for(log: Log) -> "Stages":
    """Give what a log's site has to pass."""
    from functools import partial

    from circle_cli.share.gate import inspect
    from circle_cli.share.lists import load_lists
    from circle_cli.share.sweep import sweep
    from circle_cli.site.building.build import Stages
    from circle_cli.site.building.mkdocs_yml import names_of_site
    from circle_cli.site.building.words import Words, find_program

    lists = load_lists(log.root)
    return Stages(
        inspect=partial(inspect, lists=lists),
        sweep=partial(sweep, terms=_terms(log, lists), named=names_of_site(log.root)),
        words=Words(program=find_program(), run=_run),
    )


def _run(command: Sequence[str], folder: Path, limit: float) -> str:
    """Run Pagefind; gives what went wrong."""
    said = run(command, limit=limit, cwd=folder)
    match said.code:
        case 0:
            return ""
        case None:
            return f"it took longer than {limit:.0f} seconds"
        case 127:
            return "it could not be started; install the extra `search` again"
    return said.text or f"it ended with {said.code}"


def _terms(log: Log, lists: "Lists") -> "Terms":
    """Gather what belongs to the sessions.

    Raises:
        CircleError: a session cannot be read, so nobody can tell whose names are in it.
    """
    from circle_cli.share.terms import make_terms

    sessions = [found.session for found in read_sessions(session_files(log), _stop)]
    casts = (entry for session in sessions for entry in session.cast or ())
    return make_terms(casts, (session.id for session in sessions), lists)


def _stop(error: CircleError) -> None:
    said = f"{error}\nUntil this session can be read, nobody can tell whose names are in it; nothing was published."
    raise CircleError(said, error.exit_code)
