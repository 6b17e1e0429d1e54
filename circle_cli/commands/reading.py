"""`circle list`, `show` and `search`: reading the log back."""

import textwrap
from pathlib import Path
from typing import Any

from circle_cli.commands.edge import Asked, result, result_json, say, text_width, the_log
from circle_cli.errors import CircleError
from circle_cli.ids import QUESTIONS
from circle_cli.log.folder import Log, find_session
from circle_cli.log.sessions import Filters, Found, listed, searched
from circle_cli.session.file import read_session, session_as_json
from circle_cli.session.record import Session, Status
from circle_cli.shown import one_line


def list_sessions(asked: Asked, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """List the newest sessions."""
    log = the_log(asked)
    empty = "No sessions here yet. `circle reflect` begins one."
    nothing = empty if filters == Filters() else "No session is like that."
    _print(listed(log, filters, limit, _report), as_json=as_json, nothing=nothing)


def search(asked: Asked, text: str, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """Show the sessions that hold every word, with the lines that do."""
    log = the_log(asked)
    _print(searched(log, text, filters, limit, _report), as_json=as_json, nothing="Nothing found.")


def show_session(asked: Asked, short: str, *, as_json: bool) -> None:
    """Show one session whole."""
    log = the_log(asked)
    path = find_session(log, short)
    session = read_session(path)
    if as_json:
        result_json(session_as_json(session))
        return
    from circle_cli.commands.setting_out import session_lines  # a list has no need of it

    for line in session_lines(session, _headings(path), _views_asked_for(session, log), text_width()):
        result(line)


def _report(error: CircleError) -> None:
    say(f"Left out: {error}")


def _print(found: list[Found], *, as_json: bool, nothing: str) -> None:
    if as_json:
        result_json([_summary(each) for each in found])
        return
    if not found:
        say(nothing)
    for each in found:
        session = each.session
        about = ", ".join((str(session.mode), _status(session), *session.themes))
        result(one_line(f"{session.id}  {session.title}  ({about})"))
        for line in each.lines[:3]:
            result(f"    {textwrap.shorten(line, 100, placeholder=' ...')}")


def _status(session: Session) -> str:
    if session.status is not Status.PLANNED:
        return str(session.status)
    from circle_cli.days import in_words  # takes longer to load than a list to show

    return f"planned for {in_words(session.date)}"


def _summary(found: Found) -> dict[str, Any]:
    session = found.session
    summary = {
        "id": session.id,
        "title": session.title,
        "date": session.date.isoformat(),
        "mode": str(session.mode),
        "status": str(session.status),
        "setting": session.setting and str(session.setting),
        "themes": list(session.themes),
        "answered": sum(bool(session.answers.get(name)) for name in QUESTIONS),
        "path": str(found.path),
    }
    return {**summary, "lines": list(found.lines)} if found.lines else summary


def _headings(path: Path) -> dict[str, str]:
    """Give the sections' headings as they stand in the file."""
    from circle_cli.front_matter import decode, split
    from circle_cli.session.body import split_body

    _, sections = split_body(split(decode(path.read_bytes(), str(path)), str(path))[1], str(path))
    return {each.id: each.source.split("\n", 1)[0].lstrip("# ").rsplit("{#", 1)[0].strip() for each in sections}


def _views_asked_for(session: Session, log: Log) -> tuple[str, ...]:
    """Give whose views the guidance asks for; it is read only for a session that says something about them."""
    if session.views is None:
        return ()
    from circle_cli.guidance.pages import load_guidance

    return load_guidance(log.guidance).views
