"""`circle list`: the newest sessions, and what is unfinished, a line each; and how a search prints what it found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from circle_cli.commands.edge import Asked, at_terminal, result_json, rows, say, say_left_out, today
from circle_cli.commands.folders import drafts_folders
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.whom import name_typed, names_of
from circle_cli.commands.teams.standing import standing, to_look_at
from circle_cli.ids import id_in, short_id
from circle_cli.log.entries.entry import Entry, FoundEntry
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.matching import written
from circle_cli.log.folder import Log, session_files
from circle_cli.log.index.finding import newest_entries
from circle_cli.log.syncing.refs import has_a_copy
from circle_cli.shown import one_line, shortened
from circle_cli.vocabulary import ME, Status

if TYPE_CHECKING:  # for the names alone: a list has no sparks, and nothing unfinished has no need of drafts
    from circle_cli.commands.drafts.unfinished import Waiting
    from circle_cli.log.sparks.finding import FoundSpark

_NO_SESSIONS = ("review", "packet", "portfolio")
"""Kinds of drafts that are of no session: what others wrote is read, or many sessions are gathered."""

_OF_A_LINE = 100
"""Letters of a line in which a search found something."""


class Row(NamedTuple):
    """One of the list: its day and file, what gives its line and what JSON says of it, its id if it is unfinished."""

    day: str
    path: str
    line: Callable[[], str]
    summary: Callable[[], dict[str, Any]]
    begun: str


def list_sessions(asked: Asked, filters: Filters, limit: int | None, *, who: str | None, as_json: bool) -> None:
    """List the newest sessions, and what is unfinished among them."""
    log = log_for_sessions(asked)
    if name := name_typed(who):
        filters = filters.of(names_of(log, name))
    found = newest_entries(log, filters, limit, say_left_out)
    begun = _unfinished(log)
    listed = sorted(_of_sessions(found, begun), key=lambda each: each.day, reverse=True)
    if drafts := _of_drafts(log, begun, filters):
        listed = sorted((*listed, *drafts), key=lambda each: (each.day, written(each.path)), reverse=True)[:limit]
    if as_json:
        result_json([each.summary() for each in listed])
        return
    if not listed:
        say(_nothing(log, filters))
    rows(each.line() for each in listed)
    if at_terminal() and (begun_here := [short_id(each.begun) for each in listed if each.begun]):
        say(f"To go on with one that is unfinished, type for example: circle resume {begun_here[0]}")
    for line in (*to_look_at(log, {each.entry.id: each.entry.look_at for each in found}), *standing(log)):
        say(line)


def _nothing(log: Log, filters: Filters) -> str:
    if filters != Filters():
        return "No session is like that."
    if session_files(log):
        return "None of the sessions here can be read."
    others = "; `circle sync` brings in what others wrote" if has_a_copy(log.root) else ""
    return f"No sessions here yet. `circle reflect` begins one{others}."


def print_found(found: list[FoundEntry], sparks: Sequence["FoundSpark"], *, as_json: bool) -> None:
    """Print sessions, a line each with the lines that hold what was sought, then sparks; or say that there are none."""
    if as_json:
        result_json([*(_summary(each) for each in found), *_sparks_as_json(sparks)])
        return
    if not (found or sparks):
        say("Nothing found.")
    rows(line for each in found for line in (_line(each.entry), *map(_of_a_hit, each.lines[:3])))
    if sparks:
        from circle_cli.commands.sparks.told import line_of, say_what_is_cut  # most searches find none
        from circle_cli.interview.terminal.wrapping import most_shown

        most = most_shown()
        rows(f"Spark: {line_of(spark, today(), most)}" for spark in sparks)
        say_what_is_cut(sparks, most)


def _of_a_hit(line: str) -> str:
    return f"    {shortened(line, _OF_A_LINE)}"


def _sparks_as_json(sparks: Sequence["FoundSpark"]) -> list[dict[str, Any]]:
    if not sparks:
        return []
    from circle_cli.commands.sparks.told import spark_as_json

    return [spark_as_json(each) for each in sparks]


def _unfinished(log: Log) -> Mapping[str, Sequence["Waiting"]]:
    """Give what is unfinished of sessions, by their ids."""
    if not any(_holds_something(folder) for folder in drafts_folders(log)):
        return {}
    from circle_cli.commands.drafts.unfinished import waiting_in

    begun: dict[str, list[Waiting]] = {}
    for each in waiting_in(log):
        if (each.state.written or each.open_elsewhere) and each.state.head.kind not in _NO_SESSIONS:
            begun.setdefault(id_in(each.path.stem), []).append(each)
    return begun


def _holds_something(folder: Path) -> bool:
    """Tell whether drafts lie there, and not only such as were begun and left without a word."""
    try:
        drafts = [path for path in folder.iterdir() if path.suffix == ".jsonl"]
    except OSError:
        return False
    if not drafts:
        return False
    from circle_cli.interview.draft.glance import is_idle

    return not all(map(is_idle, drafts))


def _of_sessions(found: Sequence[FoundEntry], begun: Mapping[str, Sequence["Waiting"]]) -> list[Row]:
    return [_of_session(each, "; ".join(draft.so_far for draft in begun.get(each.entry.id, ()))) for each in found]


def _of_session(found: FoundEntry, so_far: str) -> Row:
    entry = found.entry
    return Row(
        day=entry.day,
        path=found.path,
        line=partial(_line, entry, so_far),
        summary=partial(_summary, found, so_far),
        begun=entry.id if so_far else "",
    )


def _of_drafts(log: Log, begun: Mapping[str, Sequence["Waiting"]], filters: Filters) -> list[Row]:
    """Give what was begun and is no session yet. Of what is written there nothing is shown but what it is called."""
    if not begun:
        return []
    saved = {id_in(Path(path).name) for path in session_files(log)}
    drafts = [each for session_id, those in begun.items() if session_id not in saved for each in those]
    return [found for each in drafts if (found := _of_draft(each, filters))]


def _of_draft(draft: "Waiting", filters: Filters) -> Row | None:
    day, mode = date.fromisoformat(draft.path.stem[:10]), draft.mode
    own = not filters.who or ME in (name.casefold() for name in filters.who)
    if not own or not filters.let_through_begun(day, mode):
        return None
    about = ", ".join(filter(None, (mode, f"unfinished: {draft.so_far}")))
    summary: dict[str, Any] = {
        "id": id_in(draft.path.stem),
        "title": draft.title,
        "date": day.isoformat(),
        "mode": mode or None,
        "status": "unfinished",
        "setting": None,
        "themes": [],
        "answered": draft.answered,
        "path": str(draft.path),
        "unfinished": draft.so_far,
    }
    line = one_line(f"{draft.path.stem}  {draft.title}  ({about})")
    return Row(
        day=day.isoformat(), path=str(draft.path), line=lambda: line, summary=lambda: summary, begun=summary["id"]
    )


def _line(entry: Entry, so_far: str = "") -> str:
    unfinished = f"unfinished: {so_far}" if so_far else ""
    about = ", ".join(filter(None, (entry.mode, _status(entry), unfinished, *entry.themes)))
    return one_line(f"{entry.id}  {entry.title}  ({about})")


def _status(entry: Entry) -> str:
    if entry.status != Status.PLANNED:
        return entry.status
    if entry.undated:
        return "planned, no day yet"
    from circle_cli.days import in_words  # takes longer to load than a list to show

    return f"planned for {in_words(date.fromisoformat(entry.day))}"


def _summary(found: FoundEntry, so_far: str = "") -> dict[str, Any]:
    entry = found.entry
    summary: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "date": entry.day,
        "mode": entry.mode,
        "status": entry.status,
        "setting": entry.setting,
        "themes": list(entry.themes),
        "answered": entry.answered,
        "path": found.path,
    }
    lines = {"lines": list(found.lines)} if found.lines else {}
    return {**summary, **lines, **({"unfinished": so_far} if so_far else {})}
