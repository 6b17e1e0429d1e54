"""`circle show`: one session whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.edge import Asked, result_json, say, text_width
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.pager import read_through
from circle_cli.commands.reading.session_lines import session_lines
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log, find_session
from circle_cli.session.file import headings_in, read_session, session_as_json
from circle_cli.session.record import Session

if TYPE_CHECKING:
    from circle_cli.guidance.records import Guidance


def show(asked: Asked, short: str, *, as_json: bool, paged: bool) -> None:
    """Show one session whole."""
    log = log_for_sessions(asked)
    path = find_session(log, short)
    session = read_session(path)
    if as_json:
        result_json(session_as_json(session))
        return
    guidance = _guidance_for(session, log)
    views = guidance.views if guidance and session.views else ()
    ids = [(link.framework, link.statement) for link in session.frameworks]
    links = {each: guidance.named(*each) for each in ids} if guidance else {}
    lines = session_lines(session, _headings(path), views, text_width(), links)
    read_through(lines, asked, wanted=paged)


def _headings(path: Path) -> dict[str, str]:
    """Give the sections' headings as they stand in the file."""
    from circle_cli.system.no_links import content_of
    from circle_cli.text import decode

    return headings_in(decode(content_of(path), str(path)), str(path))


def _guidance_for(session: Session, log: Log) -> "Guidance | None":
    """Give the guidance; it is read only for a session of which it has something to say."""
    if session.views is None and not session.frameworks:
        return None
    from circle_cli.guidance.pages import load_guidance

    try:
        return load_guidance(log.guidance)
    except CircleError as error:
        say(f"Left out, whose view was asked for, and the names of frameworks: {error}")
        return None
