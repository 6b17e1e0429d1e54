"""`circle edit`: a session in the person's own editor, never at the cost of what was there or of what they wrote."""

from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.in_editor import Editing, edited
from circle_cli.commands.drafts.interview import How, plain_or_screen
from circle_cli.commands.drafts.places import ready
from circle_cli.commands.edge import (
    Asked,
    at_terminal,
    drafts_folders,
    is_plain,
    say,
    the_log,
)
from circle_cli.commands.keeping.version import Version, at_it, new_version, versions_of
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import id_in, short_id
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Asker, Paused, Where
from circle_cli.interview.script.prompts import choice, writing
from circle_cli.interview.terminal.keyboard import system_keys
from circle_cli.log.durable import check_writable
from circle_cli.log.folder import Log, find_session, id_of
from circle_cli.log.saving import save_again
from circle_cli.session.file import parse_session
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode

_HERE = writing(
    "file", "The session's file", remark=("Change what you like. What stands above the second --- is for programs.",)
)


def edit(asked: Asked, short: str, *, require_commit: bool) -> None:
    """Edit a session's file; what comes back is checked before it takes the place of what was there."""
    log = the_log(asked)
    path = find_session(log, short)
    content = content_of(path)
    before = decode(content, str(path))
    session_id = _id(before, path)
    earlier = versions_of(session_id, drafts_folders(log))
    if not at_terminal():
        raise _no_terminal(path, earlier)
    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    asker = plain_or_screen(how, lambda text: text)
    with keys.reading():
        version = _chosen(asker, earlier, before) if earlier else None
        version = version or new_version(_folder(log), session_id, before)
        with at_it(version):
            editing = Editing(
                asker=asker,
                keys=keys,
                place=version.place,
                check=lambda text: _check(text, session_id, version.place),
                here=None if how.plain else _HERE,
            )
            after = _edited(before, editing, version)
    if after == before:
        version.drop()
        say("Nothing was changed.")
        return
    try:
        saved = save_again(log, path, after, content, session_id)
    except CircleError as error:
        error.add_note(f"Your version is kept in {version.place}")
        raise
    version.drop()
    say(f"Saved: {path}")
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


def _edited(before: str, editing: Editing, version: Version) -> str:
    """Have it edited; whoever leaves is told that both versions are there."""
    try:
        return edited(before, editing)
    except CircleError as error:
        if not version.place.exists():
            version.drop()
        else:
            again = f"circle edit {short_id(id_in(version.place.name))}"
            error.add_note(f"The session's file is as it was. {again} offers what you wrote again.")
        raise


def _chosen(asker: Asker, earlier: list[Version], text: str) -> Version | None:
    """Offer what was written before and never saved; None where somebody begins with the session as it is."""
    version = earlier[0]
    when = f"on {in_words(version.when.date())} at {version.when:%H:%M}"
    remark = [f"What you wrote {when} was never saved. It is in {version.place}"]
    ways = [
        ("on", "Go on with what you wrote"),
        ("anew", "Begin with the session as it is; what you wrote stays there"),
    ]
    if not version.made_of(text):
        remark.append("The session was changed since, so it cannot simply be saved: copy from that file what you need.")
        ways = ways[1:]
    prompt = choice(
        "earlier",
        "What would you like to do?",
        *ways,
        ("leave", "Leave both as they are"),
        remark=tuple(remark),
        needed="Please choose one of these.",
    )
    try:
        found = choose(asker, prompt, Where.ALONE)
    except Paused as paused:
        if paused.interrupted:
            raise KeyboardInterrupt from None
        found = None
    if found not in ("on", "anew"):
        raise CircleError("Nothing was changed", USAGE)
    return version if found == "on" else None


def _no_terminal(path: Path, earlier: list[Version]) -> CircleError:
    error = CircleError("There is no terminal to ask questions in", USAGE, do=f"change the file itself: {path}")
    for version in earlier:
        error.add_note(f"What you wrote earlier and did not save is in {version.place}")
    return error


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
    """Refuse what is not a session, or another one than before."""
    session = parse_session(text, str(place))
    if session.id != session_id:
        wrong = f"the id was changed; a session keeps its id ({session_id})"
        raise CircleError(wrong, where=Place(place), do="put it back")
