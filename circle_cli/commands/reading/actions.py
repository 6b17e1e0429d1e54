"""`circle actions`: what is still to do, across all sessions, on the screen or as a calendar file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from circle_cli.commands.edge import (
    Asked,
    as_typed,
    at_terminal,
    now,
    result,
    result_json,
    say,
    say_left_out,
    show_file,
    text_width,
    today,
)
from circle_cli.commands.folders import refuse_public
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.whom import name_typed, names_of
from circle_cli.days import WAYS, in_brief, in_words, read_day
from circle_cli.errors import PERMISSION, USAGE, CircleError, Place
from circle_cli.interview.terminal.wrapping import most_shown
from circle_cli.log.folder import Log
from circle_cli.log.reading.actions import OpenAction, still_to_do
from circle_cli.shown import lines_of, shortened


def list_actions(asked: Asked, *, who: str | None, due: str | None, as_json: bool, ics: str | None) -> None:
    """List the open actions: overdue first, then by their day, then those without one."""
    if ics is not None and as_json:
        raise CircleError("--ics makes a calendar file and --json a document", USAGE, do="leave one of them out")
    log, day = log_for_sessions(asked), today()
    until, name = _until(due, day), name_typed(who)
    names = names_of(log, name) if name else ()
    actions = [
        each
        for each in still_to_do(log, say_left_out).actions
        if (until is None or each.is_due(until)) and (name is None or each.is_for(*names))
    ]
    if as_json:
        result_json([_as_json(each, day) for each in actions])
    elif not actions:
        say(_nothing(name, until))
    elif ics is not None:
        _make_calendar(log, actions, as_typed(ics))
    else:
        most = most_shown()
        for each in actions:
            for line in lines(each, day, most):
                result(line)
        if most and (cut := next((each for each in actions if len(each.what) > most), None)):
            say(f"What ends in ... goes on: circle show {cut.short} has all of it.")
        if at_terminal():
            say(f"When one is done, type for example: circle done {actions[0].short} {actions[0].number}")


def _nothing(name: str | None, until: date | None) -> str:
    if name or until:
        return f"Nothing is open{f' for {name}' if name else ''}{' by then' if until else ''}."
    return "Nothing is open just now. What you agree to do in a session is listed here until it is done."


def lines(each: OpenAction, today: date, most: int | None = None) -> list[str]:
    """Set an action out in lines: its session and number and what it is; then who, by when, and who keeps track.

    Of what has more letters than `most` its beginning is told.
    """
    what = _one_line(each.what) if most is None else shortened(each.what, most)
    tracked = [f"{each.tracked_by} keeps an eye on it"] if each.tracked_by else []
    about = ", ".join((each.who or "nobody named yet", when(each.by, today), *tracked))
    return [*wrapped(f"{each.short} {each.number}  {what}"), *wrapped(f"    {_one_line(about)}")]


def when(by: date | None, today: date) -> str:
    """Say by when something is to be done."""
    if by is None:
        return "no date"
    if by < today:
        return f"overdue since {in_brief(by, today)}"
    return "due today" if by == today else f"by {in_brief(by, today)}"


def _until(due: str | None, today: date) -> date | None:
    """Understand `--due`, and say how."""
    if due is None:
        return None
    typed = as_typed(due)
    day = read_day(typed, today)
    if day is None:
        raise CircleError(f"--due {typed}: not a date", USAGE, do=f"write it as {WAYS}")
    say(f"Due by {in_words(day)}:")
    return day


def _as_json(each: OpenAction, today: date) -> dict[str, Any]:
    return {
        "session": each.session,
        "number": each.number,
        "what": each.what,
        "who": each.who,
        "by": each.by and each.by.isoformat(),
        "overdue": each.is_overdue(today),
        "tracked_by": each.tracked_by,
        "note": each.note,
        "title": each.title,
        "path": each.path,
    }


def _make_calendar(log: Log, actions: Sequence[OpenAction], to: str) -> None:
    """Write the actions that have a date as a calendar file."""
    from circle_cli.log.reading.ics import draw_calendar, is_plausible

    dated = [each for each in actions if each.by]
    left_out = len(actions) - len(dated)
    if not dated:
        say("No open action has a date, so there is nothing to put into a calendar.")
        return
    moment = now()
    content = draw_calendar(dated, moment)
    if to == "-":
        show_file(content)
    else:
        result(str(_put(log, Path(to).expanduser(), content)))
        say("Import it into your calendar. Importing a newer one later updates what is there.")
    if left_out:
        say(f"Left out, without a date: {left_out}.")
    if not is_plausible(moment):
        say(f"This computer's clock says {in_words(moment.date())}: set it right, and make the file anew.")
    say("It says who will do what: keep it as private as a session, and import it only where that may be kept.")


def _put(log: Log, path: Path, content: bytes) -> Path:
    """Write the calendar file, over an earlier one of ours at most."""
    from circle_cli.log.durable import replace_anywhere
    from circle_cli.log.reading.ics import is_ours
    from circle_cli.system.names import refuse_unfit

    path = (path / "circle-actions.ics" if path.is_dir() else path).absolute()
    refuse_unfit(path, "--ics")
    refuse_public(log, path, "--ics")
    try:
        before = path.read_bytes() if path.is_file() else None
    except OSError as error:
        wrong = f"could not be read: {error.strerror}"
        raise CircleError(wrong, PERMISSION, where=Place(path), do="name another file") from error
    if path.exists() and (before is None or not is_ours(before)):
        wrong = "there is something else of that name, and nothing was overwritten"
        raise CircleError(wrong, USAGE, where=Place(path), do="give another name with --ics")
    replace_anywhere(path, content, before, option="--ics")
    return path


def _one_line(text: str) -> str:
    return " ".join(text.split())


def wrapped(text: str) -> list[str]:
    """Break a line where the window ends; a long word, such as an address, stays whole."""
    return lines_of(text, text_width(), "    ")
