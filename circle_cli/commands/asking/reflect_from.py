"""`circle reflect --from`: a session from a file or from standard input; nothing is asked."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.edge import Asked, pick, result, result_json, say, tell_commit, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.sources import read_source
from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.from_outside import as_text, out_of_mail
from circle_cli.front_matter.reading import has_front_matter
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.log.folder import session_with_id, unused_id
from circle_cli.log.saving import save_new
from circle_cli.paper.kinds import is_sheet, is_word_file, other_kind
from circle_cli.session.file import headings_in, read_session, render_session, session_as_json
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

if TYPE_CHECKING:  # whoever brings no sheet waits for nothing of what is made of one
    from circle_cli.paper.intake.sheet import SheetContent


def take_in(
    asked: Asked, source: str, *, mode: Mode | None, title: str | None, as_json: bool, require_commit: bool
) -> None:
    """Read a session, save it, and print where it lies (or, as JSON, all of it)."""
    log = log_for_sessions(asked)
    guidance = load_guidance(log.guidance)
    where = "standard input" if source == "-" else source
    text, sheet = _as_session(read_source(source), where, guidance, title)
    statements = {each.id: [statement.id for statement in each.statements] for each in guidance.frameworks}
    own = [question.id for question in guidance.own]
    try:
        session, own_id = read_incoming(text, where, today(), statements, mode, title, own)
    except CircleError as error:
        if not has_front_matter(text.lstrip("\n")):
            error.add_note("Notes of any other kind come in with circle import, whatever they look like.")
        raise
    if log.own:
        from circle_cli.log.start import start_log

        start_log(log.root, log.trust)
    path = session_with_id(log, session.id) if own_id else None
    titles = _headings(text, where) | guidance.titles
    if path and not sheet:
        raise _there_twice(session, path, where)
    if not own_id:
        session = replace(session, id=unused_id(log, session.date, pick, lambda _: False))
    if sheet:
        from circle_cli.commands.asking.reflect_sheet import save_sheet, tell

        chosen = {name for name, value in (("title", title), ("mode", mode)) if value}
        session, saved, alike = save_sheet(log, session, path, {*sheet.values}, chosen, where, titles)
    else:
        saved = save_new(log, session.id, session.title, render_session(session, titles))
    if as_json:
        result_json(session_as_json(session))
    else:
        result(str(saved.path))
    if sheet:
        tell(sheet, alike)
    tell_commit(saved.commit, required=require_commit)


def _headings(text: str, where: str) -> dict[str, str]:
    """Give the headings of sections that no guidance here knows, as a session's file from another log has them."""
    file = text.lstrip("\n")
    return headings_in(file, where) if has_front_matter(file) else {}


def _there_twice(session: Session, path: Path, where: str) -> CircleError:
    """Say that a session's file is in the log, and whether it says something else by now."""
    from circle_cli.commands.asking.reflect_sheet import there_already

    if session == read_session(path):
        return there_already(session.id, path, where, "there is nothing to add")
    do = (
        f"it says something else there: circle edit {short_id(session.id)} changes it; or take `id` out to add this one"
    )
    return there_already(session.id, path, where, do)


def _text(content: bytes, where: str) -> str:
    """Give what stands in a file, and say what it took to read it."""
    text, letters = as_text(content, where)
    if letters:
        say(f"{where} is not UTF-8: it was read as {letters}. Look at accents and quotation marks in it.")
    return out_of_mail(text, where)


def _as_session(content: bytes, where: str, guidance: Guidance, title: str | None) -> tuple[str, "SheetContent | None"]:
    """Give a session as text, and the filled-in sheet if it is one."""
    if kind := other_kind(content):
        do = "open it in the program that made it, save it as .docx and try again"
        raise CircleError(f"{kind}, which cannot be taken in", where=Place(where), do=do)
    word = is_word_file(content, where)
    text = "" if word else _text(content, where)
    if not word and not is_sheet(text):
        return text, None
    from circle_cli.paper.intake.sheet import read_sheet_docx, read_sheet_md

    day = today()
    sheet = read_sheet_docx(content, where, guidance, day) if word else read_sheet_md(text, where, guidance, day)
    if title is None and "title" not in sheet.values:
        do = "write a few words there, or give them with --title"
        raise CircleError("the sheet has no name yet", where=Place(where), do=do)
    return sheet.as_yaml(), sheet
