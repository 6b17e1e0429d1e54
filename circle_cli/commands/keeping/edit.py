"""`circle edit`: a session in the person's own editor, never at the cost of what was there or of what they wrote."""

from contextlib import suppress
from enum import StrEnum, auto
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.in_editor import Editing, edited
from circle_cli.commands.drafts.interview import How, plain_or_screen
from circle_cli.commands.drafts.places import ready
from circle_cli.commands.edge import Asked, at_terminal, is_plain, say
from circle_cli.commands.folders import drafts_folders
from circle_cli.commands.keeping.version import Version, at_it, new_version, versions_of
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import id_in, short_id
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Asker, Paused, Where
from circle_cli.interview.script.prompts import choice, writing
from circle_cli.interview.terminal.editor import put_down
from circle_cli.interview.terminal.keyboard import system_keys
from circle_cli.log.durable import FileChanged, check_writable
from circle_cli.log.folder import Log, find_session, id_of
from circle_cli.log.saving import save_again
from circle_cli.session.file import parse_session, with_new_sections_named
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, brought_together, decode, two_versions

_HERE = writing(
    "file", "The session's file", remark=("Change what you like. What stands above the second --- is for programs.",)
)


_NAMES = ("what you wrote", "the session as it is now")
_SETTLE = "keep what is right of both, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"


class Way(StrEnum):
    """What to edit, where something was written before and never saved."""

    ON = auto()
    BOTH = auto()
    ANEW = auto()


def edit(asked: Asked, short: str, *, require_commit: bool) -> None:
    """Edit a session's file; what comes back is checked before it takes the place of what was there."""
    log = log_for_sessions(asked)
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
        way = _chosen(asker, earlier[0], before) if earlier else Way.ANEW
        version = earlier[0] if way is Way.ON else new_version(_folder(log), session_id, before)
        if way is Way.BOTH:
            _bring_together(asker, earlier[0], version, before)
        with at_it(version):
            editing = Editing(
                asker=asker,
                keys=keys,
                place=version.place,
                check=lambda text: _check(text, session_id, version.place),
                here=None if how.plain else _HERE,
            )
            after = _with_own_questions(log, before, _looked_at(log, asker, _edited(before, editing, version)))
    if after == before:
        version.drop()
        say("Nothing was changed.")
        return
    try:
        saved = save_again(log, path, after, content, session_id)
    except CircleError as error:
        error.add_note(f"Your version is kept in {version.place}")
        if isinstance(error, FileChanged):
            error.add_note(f"{_again(session_id)} offers to bring both together.")
        raise
    version.drop()
    say(f"Saved: {path}")
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


def _with_own_questions(log: Log, before: str, after: str) -> str:
    """Name in the file the log's own questions that somebody has answered in it by a heading of theirs."""
    own = [question.id for question in guidance_to_write_by(log).own] if "{#" in after else []
    try:
        return with_new_sections_named(before, after, own) if own else after
    except CircleError:  # it was malformed before, and its own question is not known from its words
        return after


def _looked_at(log: Log, asker: Asker, text: str) -> str:
    """Ask, where two people wrote at once, whether that is as it should be now: then it is looked at no more."""
    if "\nlook_at:" not in text:
        return text
    from circle_cli.commands.teams.telling import changed_at_once
    from circle_cli.merging.sessions import looked_at

    marks = parse_session(text, "").to_look_at
    prompt = choice(
        "looked-at",
        f"Two people wrote here at once: {changed_at_once(log, marks)}. Is it as it should be now?",
        ("yes", "Yes, it need not be looked at any more"),
        ("no", "Not yet: circle goes on saying so"),
        enter="leaves it to be looked at",
        left_open="It stays to be looked at.",
    )
    with suppress(Paused):
        return looked_at(text) if choose(asker, prompt, Where.ALONE) == "yes" else text
    return text


def _edited(before: str, editing: Editing, version: Version) -> str:
    """Have it edited; whoever leaves is told that both versions are there."""
    try:
        return edited(before, editing)
    except CircleError as error:
        if not version.place.exists():
            version.drop()
        else:
            again = _again(id_in(version.place.name))
            error.add_note(f"The session's file is as it was. {again} offers what you wrote again.")
        raise


def _again(session_id: str) -> str:
    return f"circle edit {short_id(session_id)}"


def _chosen(asker: Asker, version: Version, text: str) -> Way:
    """Offer what was written before and never saved."""
    when = f"on {in_words(version.when.date())} at {version.when:%H:%M}"
    remark = [f"What you wrote {when} was never saved. It is in {version.place}"]
    first = (str(Way.ON), "Go on with what you wrote")
    if not version.made_of(text):
        remark.append("The session was changed since, so it cannot simply be saved.")
        first = (str(Way.BOTH), "Bring both together, and look at what comes of it")
    prompt = choice(
        "earlier",
        "What would you like to do?",
        first,
        (str(Way.ANEW), "Begin with the session as it is; what you wrote stays there"),
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
    if found not in list(Way):
        raise CircleError("Nothing was changed", USAGE)
    return Way(found)


def _bring_together(asker: Asker, earlier: Version, version: Version, text: str) -> None:
    """Put what somebody wrote, and the session as it is now, into one file to be edited; neither loses a line.

    Raises:
        CircleError: what was written is no text; it stays where it is.
    """
    wrote = decode(content_of(earlier.place), str(earlier.place))
    together, twice = brought_together(wrote, text, earlier.made_from(), _NAMES)
    put_down(together, version.place)
    earlier.drop()
    said = "Both are in the file that opens now: look at it before you save it."
    if twice:
        where = "One passage was" if twice == 1 else f"{twice} passages were"
        said = f"Both are in the file that opens now. {where} changed in both, one version below the other: {_SETTLE}."
    asker.say(said)


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
    """Refuse what is not a session, or another one than before, or holds two versions of a passage."""
    if lines := two_versions(text):
        raise CircleError("two versions of a passage begin here", where=Place(place, lines[0]), do=_SETTLE)
    session = parse_session(text, str(place))
    if session.id != session_id:
        wrong = f"the id was changed; a session keeps its id ({session_id})"
        raise CircleError(wrong, where=Place(place), do="put it back")
