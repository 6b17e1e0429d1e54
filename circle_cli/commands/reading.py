"""`circle list`, `show` and `search`: reading the log back."""

import shutil
import textwrap
from pathlib import Path
from typing import Any

from circle_cli.commands.edge import Asked, result, result_json, say, the_log
from circle_cli.errors import CircleError
from circle_cli.ids import QUESTIONS
from circle_cli.log.folder import find_session
from circle_cli.log.sessions import Filters, Found, listed, searched
from circle_cli.session.file import read_session, session_as_json
from circle_cli.session.record import Session


def list_sessions(asked: Asked, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """List the newest sessions."""
    log = the_log(asked)
    _print(listed(log, filters, limit, _report), as_json=as_json, nothing="No sessions here yet.")


def search(asked: Asked, text: str, filters: Filters, limit: int | None, *, as_json: bool) -> None:
    """Show the sessions that hold every word, with the lines that do."""
    log = the_log(asked)
    _print(searched(log, text, filters, limit, _report), as_json=as_json, nothing="Nothing found.")


def show_session(asked: Asked, short: str, *, as_json: bool) -> None:
    """Show one session whole."""
    path = find_session(the_log(asked), short)
    session = read_session(path)
    if as_json:
        result_json(session_as_json(session))
    else:
        for line in _readable(session, path):
            result(line)


def _report(error: CircleError) -> None:
    say(f"Left out: {error}")


def _print(found: list[Found], *, as_json: bool, nothing: str) -> None:
    if as_json:
        result_json([_summary(each) for each in found])
        return
    if not found:
        say(f"{nothing} `circle reflect` begins a session.")
    for each in found:
        session = each.session
        about = ", ".join((str(session.mode), str(session.status), *session.themes))
        result(_one_line(f"{session.id}  {session.title}  ({about})"))
        for line in each.lines[:3]:
            result(f"    {textwrap.shorten(line, 100, placeholder=' ...')}")


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


def _readable(session: Session, path: Path) -> list[str]:
    """Set a session out for reading; only lines that a terminal would break anyhow are wrapped."""
    title = _one_line(session.title)
    kind = (session.mode, session.status, session.setting, session.focus)
    lines = [title, "=" * min(len(title), 60), "", " · ".join((session.id, *(str(said) for said in kind if said)))]
    for name, said in _front(session):
        lines += _paragraph(_one_line(f"{name}: {said}"))
    if session.preamble:
        lines += ["", *_wrapped(session.preamble)]
    headings = _headings(path)
    for name, text in session.answers.items():
        lines += ["", headings.get(name, name), "-" * min(len(headings.get(name, name)), 60), *_wrapped(text)]
    for heading, items in _points(session):
        if items:
            lines += ["", heading, "-" * len(heading)]
            for item in items:
                lines += _paragraph(f"- {item}")
    return lines


def _headings(path: Path) -> dict[str, str]:
    """Give the sections' headings as they stand in the file."""
    from circle_cli.front_matter import decode, split
    from circle_cli.session.body import split_body

    _, sections = split_body(split(decode(path.read_bytes(), str(path)), str(path))[1], str(path))
    return {each.id: each.source.split("\n", 1)[0].lstrip("# ").rsplit("{#", 1)[0].strip() for each in sections}


def _front(session: Session) -> list[tuple[str, str]]:
    people = "; ".join(f"{role}: {', '.join(names)}" for role, names in session.roles.items())
    cast = "; ".join(
        ", ".join((entry.name, *entry.also)) + (f" (say: {entry.say})" if entry.say else "")
        for entry in session.cast or ()
    )
    links = "; ".join(f"{link.framework} {link.statement} {link.how or ''}".strip() for link in session.frameworks)
    safe = session.safeguarding
    raised = "" if safe is None else "yes" + (f", {safe.on.isoformat()}" if safe.on else "") if safe.raised else "no"
    named = [
        ("Themes", ", ".join(session.themes)),
        ("Roles", people),
        ("In the story (never published)", cast),
        ("Frameworks", links),
        ("Raised under safeguarding procedures", raised),
    ]
    return [(name, said) for name, said in named if said]


def _points(session: Session) -> list[tuple[str, list[str]]]:
    learning = [f"{point.text} ({point.scope})" for point in session.learning_points]
    actions = []
    for action in session.action_points:
        parts = (action.who, action.by and f"by {action.by.isoformat()}", action.done and f"done {action.done}")
        tracked = action.tracked_by and f"{action.tracked_by} keeps an eye on it"
        about = ", ".join(part for part in (*parts, tracked) if part)
        actions.append(f"{action.what} ({about})" if about else action.what)
    scores = [f"{score.asked} {score.score} of 10 ({score.by})" for score in session.scaling]
    told = [f"{each.text} ({each.by} to {each.to})" for each in session.observations]
    feedback = session.feedback
    said = [feedback.positive, feedback.even_better, feedback.will_use] if feedback else []
    return [
        ("Learning points", learning),
        ("Actions", actions),
        ("On a scale of 1 to 10", scores),
        ("Observations", told),
        ("Feedback on the session", [text for text in said if text]),
    ]


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _wrapped(text: str) -> list[str]:
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph)]


def _paragraph(text: str) -> list[str]:
    width = max(20, min(shutil.get_terminal_size().columns - 1, 78))
    if len(text) <= width:
        return [text]
    return textwrap.wrap(text, width, subsequent_indent="  " if text.startswith("- ") else "") or [""]
