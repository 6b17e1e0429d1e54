"""`circle insights`: what keeps working, from all sessions of the log; nobody is counted, scored or compared."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from circle_cli.commands.edge import Asked, as_typed, result, result_json, row, say, say_left_out
from circle_cli.commands.folders import refuse_public
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.paper.delivery import put_new
from circle_cli.commands.sparks.whose import is_shared
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.insights.record import Insights
from circle_cli.insights.seen import look
from circle_cli.insights.telling import TITLE, Part, opening, parts_of, too_few
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import newest_sessions
from circle_cli.log.folder import Log
from circle_cli.session.record import Session
from circle_cli.settings import load_settings
from circle_cli.system.names import refuse_unfit
from circle_cli.vocabulary import LogKind

_MOST = 12
"""So many lines of a part are said at the terminal."""


def show_insights(asked: Asked, *, to: str | None, as_json: bool) -> None:
    """Say what keeps working, or make a page of it."""
    log = log_for_sessions(asked)
    if to is not None and as_json:
        raise CircleError("--json: a page is no JSON", USAGE, do="ask for one of the two")
    found = newest_sessions(log, Filters(), say_left_out)
    insights = _insights(log, [each.session for each in found])
    if as_json:
        result_json(as_values(insights))
    elif to is not None:
        _put(log, insights, to)
    else:
        for line in _lines(insights):
            row(line, "  ")


def _insights(log: Log, sessions: Sequence[Session]) -> Insights:
    guidance, least = load_guidance(log.guidance, say_left_out), _least(log)
    if least == 1:
        return look(sessions, guidance)
    from circle_cli.commands.insights.came import came_into
    from circle_cli.identifiers.lists import load_lists

    came, lists = came_into(log), load_lists(log.root)
    return look(sessions, guidance, least, came=lambda session: came.get(session.id), is_word=lists.is_word)


def _least(log: Log) -> int:
    """Give the smallest number that is told: any in one's own log, those of the site in one that others share."""
    settings = load_settings(log.root)
    shared = settings.kind is LogKind.TEAM or (settings.kind is not LogKind.OWN and is_shared(log))
    return settings.smallest_group if shared else 1


def _put(log: Log, insights: Insights, to: str) -> None:
    from circle_cli.insights.drawing.page import draw_page

    given = Path(as_typed(to)).expanduser()
    path = (given / "circle-insights.html" if given.is_dir() else given).absolute()
    refuse_unfit(path, "--to")
    refuse_public(log, path, "--to")
    put_new(path, draw_page(insights).encode("utf-8"))
    result(str(path))
    say("Open it in a browser, and print it from there. It is made from sessions: keep it as private as they are.")


def _lines(insights: Insights) -> Iterator[str]:
    yield TITLE
    yield opening(insights)
    for part in parts_of(insights):
        yield ""
        yield part.title
        yield part.about
        yield from (f"- {_line(part, texts)}" for texts in part.rows[:_MOST])
        if len(part.rows) > _MOST:
            yield f"And {len(part.rows) - _MOST} more: circle insights --to FILE.html has them all."
    if insights.sessions and (fewer := too_few(insights)):
        yield ""
        yield fewer


def _line(part: Part, texts: tuple[str, ...]) -> str:
    """Say a line of figures without its table: each with what it is of, and nothing of what is none."""
    first, *figures = texts
    said = [_figure(part, head, text) for head, text in zip(part.header[1:], figures, strict=True) if text]
    between = " " if first.endswith("?") else ": "
    return f"{first}{between}{', '.join(said)}" if said else first


def _figure(part: Part, head: str, text: str) -> str:
    if part.id == "actions":
        return text
    if head == "Sessions":
        return f"{text} session{'' if text == '1' else 's'}"
    return f"{head.lower() if part.id == 'views' else head} {text}"


def as_values(insights: Insights) -> dict[str, Any]:
    """Give it as one document."""
    actions = insights.actions
    return {
        "sessions": insights.sessions,
        "first": insights.first and insights.first.isoformat(),
        "last": insights.last and insights.last.isoformat(),
        "periods": list(insights.periods),
        "themes": [
            {
                "theme": each.title,
                "sessions": each.sessions,
                "by_period": None if each.by_period is None else list(each.by_period),
            }
            for each in insights.themes
        ],
        "views": [
            {"view": each.whose, "heard": each.heard, "imagined": each.imagined, "missing": each.missing}
            for each in insights.views
        ],
        "scales": [
            {"asked": each.asked, "sessions": each.sessions, "by_period": list(each.by_period)}
            for each in insights.moved
        ],
        "actions": actions
        and {
            "done": actions.done,
            "open": actions.still_open,
            "which": [
                {"what": each.what, "done": each.on.isoformat(), "session": each.session, "note": each.note}
                for each in actions.which
            ],
        },
        "words": [{"word": each.word, "sessions": each.sessions} for each in insights.again],
        "smallest": insights.least,
        "hidden": insights.hidden,
    }
