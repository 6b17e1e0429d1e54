"""`circle list`: the newest sessions, a line each; and how a search prints what it found."""

import textwrap
from typing import Any

from circle_cli.commands.edge import Asked, result, result_json, row, say, say_left_out
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.teams.standing import standing, to_look_at
from circle_cli.ids import QUESTIONS
from circle_cli.log.folder import Log, session_files
from circle_cli.log.reading.sessions import Filters, FoundSession, newest_sessions
from circle_cli.log.syncing.refs import has_a_copy
from circle_cli.session.record import Session
from circle_cli.shown import one_line
from circle_cli.vocabulary import Status


def list_sessions(asked: Asked, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """List the newest sessions."""
    log = log_for_sessions(asked)
    found = newest_sessions(log, filters, limit, say_left_out)
    print_found(found, as_json=as_json, nothing="" if found else _nothing(log, filters))
    for line in [] if as_json else [*to_look_at(each.session for each in found), *standing(log)]:
        say(line)


def _nothing(log: Log, filters: Filters) -> str:
    if filters != Filters():
        return "No session is like that."
    if session_files(log):
        return "None of the sessions here can be read."
    others = "; `circle sync` brings in what others wrote" if has_a_copy(log.root) else ""
    return f"No sessions here yet. `circle reflect` begins one{others}."


def print_found(found: list[FoundSession], *, as_json: bool, nothing: str) -> None:
    """Print sessions, a line each with the lines that hold what was sought; or say that there is `nothing`."""
    if as_json:
        result_json([_summary(each) for each in found])
        return
    if not found:
        say(nothing)
    for each in found:
        session = each.session
        about = ", ".join((str(session.mode), _status(session), *session.themes))
        row(one_line(f"{session.id}  {session.title}  ({about})"))
        for line in each.lines[:3]:
            result(f"    {textwrap.shorten(line, 100, placeholder=' ...')}")


def _status(session: Session) -> str:
    if session.status is not Status.PLANNED:
        return str(session.status)
    from circle_cli.days import in_words  # takes longer to load than a list to show

    return f"planned for {in_words(session.date)}"


def _summary(found: FoundSession) -> dict[str, Any]:
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
