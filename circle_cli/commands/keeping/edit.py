"""`circle edit`: a session in the person's own editor, never at the cost of what was there."""

import os
import time
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.places import ready
from circle_cli.commands.edge import Asked, drafts_folders, is_plain, need_terminal, say, the_log
from circle_cli.errors import CircleError, Place
from circle_cli.ids import id_in
from circle_cli.interview.terminal.editor import open_editor, unchanged, unused
from circle_cli.log.durable import FileChanged, check_writable
from circle_cli.log.folder import Log, find_session, id_of
from circle_cli.log.saving import save_again
from circle_cli.session.file import parse_session
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode

_AT_ONCE_SECONDS = 1.0
"""An editor that is back so soon, with nothing changed, has probably opened a window and not waited for it."""


def edit(asked: Asked, short: str, *, require_commit: bool) -> None:
    """Edit a session's file; what comes back is checked before it takes the place of what was there."""
    log = the_log(asked)
    path = find_session(log, short)
    need_terminal(f"change the file itself: {path}")
    content = content_of(path)
    before = decode(content, str(path))
    place = unused(_folder(log) / f"{id_in(path.name)}-edit.md")
    session_id = _id(before, path)
    begun = time.monotonic()
    after = open_editor(before, place, os.environ)
    if after == before:
        if time.monotonic() - begun < _AT_ONCE_SECONDS:
            say(str(unchanged(place)))
            return
        place.unlink()
        say("Nothing was changed.")
        return
    _check(after, session_id, place)
    try:
        saved = save_again(log, path, after, content, session_id)
    except FileChanged as error:
        error.add_note(f"Your version is kept in {place}")
        raise
    place.unlink()
    say(f"Saved: {path}")
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


def _id(text: str, path: Path) -> str:
    """Give the session's id: as the file says, or as its name does where the file is malformed and being mended."""
    try:
        return parse_session(text, str(path)).id
    except TwoVersions as error:
        say(str(error))
    except CircleError:
        pass
    return id_of(path) or id_in(path.name)


def _folder(log: Log) -> Path:
    """Give where the file to edit goes: where drafts are kept, or inside the log where that cannot be written."""
    own, inside = drafts_folders(log)
    with suppress(OSError, CircleError):
        check_writable(ready(log, own))
        return own
    return ready(log, inside)


def _check(text: str, session_id: str, place: Path) -> None:
    """Refuse what is not a session, or another one than before; both versions stay."""
    try:
        session = parse_session(text, str(place))
    except CircleError as error:
        error.add_note("The session's file is as it was; your version is kept. Mend it there and copy it over.")
        raise
    if session.id != session_id:
        wrong = f"the id was changed; a session keeps its id ({session_id}). Both versions are kept."
        raise CircleError(wrong, where=Place(place))
