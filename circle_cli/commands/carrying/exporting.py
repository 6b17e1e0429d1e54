"""`circle export`: sessions on their way out, as a document to hand on, as JSON, or as tables."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from circle_cli.commands.carrying.without_names import without_names
from circle_cli.commands.edge import Asked, as_typed, result, say, say_left_out, show_file, today
from circle_cli.commands.folders import refuse_public
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.paper.delivery import deliver, kind_in, put_new, refuse_taken
from circle_cli.commands.reading.whom import name_typed, names_of
from circle_cli.errors import USAGE, CircleError
from circle_cli.exporting.account import account
from circle_cli.exporting.instead import Exported
from circle_cli.exporting.tables import tables, too_long
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.log.entries.entry import entry_of
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import FoundSession, newest_sessions
from circle_cli.log.folder import Log, find_session
from circle_cli.session.file import headings_in, read_session, session_as_json
from circle_cli.system.names import refuse_unfit
from circle_cli.text import text_of
from circle_cli.vocabulary import ExportFormat, Format

_READ_IT = (
    "Days stand there as they are. Only people can tell that nobody is recognisable: read it before you hand it on."
)


def export(
    asked: Asked,
    ids: Sequence[str],
    filters: Filters,
    *,
    who: str | None,
    kind: ExportFormat | None,
    to: str | None,
    as_told: bool,
) -> None:
    """Write the sessions that are named, or those that the filters let through; all of them where nothing is said.

    Raises:
        CircleError: there is none, a name would stand there, or the file cannot go where it is to go.
    """
    log = log_for_sessions(asked)
    chosen = _kind(kind, to)
    guidance = load_guidance(log.guidance)
    exported = [_as_told(each, guidance) for each in _found(log, ids, filters, who)]
    told = exported if as_told else without_names(asked, log, exported)
    if told is None:
        return
    name = f"circle-export-{exported[0].session.id if len(exported) == 1 else today().isoformat()}"
    _put(log, told, guidance, name, chosen, to, as_told=as_told)
    if not as_told:
        say(_READ_IT)
    elif to != "-":
        say("The names in it are those of the session: keep it as private as the session itself.")


def _kind(kind: ExportFormat | None, to: str | None) -> ExportFormat:
    """Give what was asked for, else what the file's name ends in, else HTML."""
    if kind is not None:
        return kind
    return ExportFormat(ending) if (ending := kind_in(to, list(ExportFormat))) else ExportFormat.HTML


def _found(log: Log, ids: Sequence[str], filters: Filters, who: str | None) -> list[FoundSession]:
    """Find the sessions, the oldest first."""
    name = name_typed(who)
    filters = filters.of(names_of(log, name)) if name else filters
    if ids:
        paths = dict.fromkeys(find_session(log, each) for each in ids)
        found = [FoundSession(path=path, session=read_session(path)) for path in paths]
        found = [each for each in found if filters.let_through(entry_of(each.session))]
    else:
        found = newest_sessions(log, filters, say_left_out)
    if not found:
        raise CircleError(
            "No session is like that, and nothing was written", USAGE, do="circle list says which there are"
        )
    return sorted(found, key=lambda each: (each.session.date, each.session.id))


def _as_told(found: FoundSession, guidance: Guidance) -> Exported:
    """Give a session with the headings of those of its sections that are not known here."""
    if set(found.session.own_questions) <= guidance.titles.keys():
        return Exported(session=found.session, headings={})
    headings = headings_in(text_of(found.path), str(found.path))
    unknown = {name: text for name, text in headings.items() if name in found.session.own_questions}
    return Exported(session=found.session, headings=unknown)


def _put(
    log: Log,
    exported: Sequence[Exported],
    guidance: Guidance,
    name: str,
    kind: ExportFormat,
    to: str | None,
    *,
    as_told: bool,
) -> None:
    if kind is ExportFormat.CSV:
        _put_files(log, _table_files(tables(exported, guidance), name, to))
        say("Three tables: Excel opens each as it is, LibreOffice asks how (UTF-8, with commas).")
        say("A ' in front keeps a text from being a formula.")
        for long in too_long(exported):
            say(f"{short_id(long)} has an answer that is longer than a cell of Excel can show: it is whole in JSON.")
        return
    if kind is ExportFormat.JSON:
        values = [session_as_json(each.session) for each in exported]
        content = (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
        show_file(content) if to == "-" else _put_files(log, {_place(to, f"{name}.json"): content})
        return
    document = account(exported, guidance, as_told=as_told)
    deliver({name: document}, Format(kind), "-" if to == "-" else _place(to, f"{name}.{kind}"), private_to=log)
    if to != "-" and kind is ExportFormat.HTML:
        say("For a PDF, choose “Save as PDF” where a printer is chosen.")


def _place(to: str | None, name: str) -> str:
    """Say where a file goes: into a folder, one that is there or a name without an ending, or what `to` names."""
    if to is None:
        return name
    given = Path(as_typed(to)).expanduser()
    return os.path.join(to, name) if given.is_dir() or not given.suffix else to  # noqa: PTH118  # it is told on as typed


def _table_files(made: Mapping[str, bytes], name: str, to: str | None) -> dict[str, bytes]:
    """Say where each table goes: beside each other, by the name of the file that was asked for."""
    if to == "-":
        raise CircleError("--to -: these are three tables", USAGE, do="name a folder with --to")
    place = Path(_place(to, f"{name}.csv"))
    stem = place.name.removesuffix(place.suffix)
    return {str(place.with_name(f"{stem}-{table}.csv")): content for table, content in made.items()}


def _put_files(log: Log, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, or none of them."""
    paths = {Path(as_typed(name)).expanduser().absolute(): content for name, content in files.items()}
    for path, content in paths.items():
        refuse_unfit(path, "--to")
        refuse_public(log, path, "--to")
        refuse_taken(path, content)
    for path, content in paths.items():
        put_new(path, content)
        result(str(path))
