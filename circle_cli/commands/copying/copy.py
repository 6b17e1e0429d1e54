"""`circle copy`: a session goes from one's own log into the team's; both live on separately from then on."""

from dataclasses import replace
from pathlib import Path

from circle_cli.commands.copying.known_there import refuse_erased, why_twice
from circle_cli.commands.copying.retold import Told, Way, chosen_way, without_names
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.drafts.unfinished import waiting_in
from circle_cli.commands.edge import Asked, is_plain, need_terminal, pick, result, say, where_it_goes
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import MARK
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log, find_session, unused_id
from circle_cli.log.saving import save_new
from circle_cli.log.syncing.refs import has_a_copy
from circle_cli.session.file import parse_session, render_session, rewrite_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of, is_there
from circle_cli.system.typed import typed
from circle_cli.text import decode
from circle_cli.vocabulary import Share

_AGAIN = choice(
    "again",
    "Copy it all the same?",
    ("no", "No, leave it as it is"),
    ("yes", "Yes, as one more session"),
    enter="copies nothing",
    left_open="Nothing is copied.",
    guarded=True,
)


def copy(asked: Asked, short: str, to: str, told: Told, *, require_commit: bool) -> None:
    """Copy a session into the log `to`: its file, in a commit of its own there, and nothing else.

    Raises:
        CircleError: that is no log for sessions, or this one; or something has to be said by a flag or at a terminal.
    """
    log = log_for_sessions(asked)
    there = _other_log(asked, to, log)
    path = find_session(log, short)
    text = decode(content_of(path), str(path))
    session = parse_session(text, str(path))
    say(" ".join((f"“{session.title}” ({session.id}) is to go into {there.root}.", where_it_goes(there))).strip())
    made = _made(asked, log, session, text, told) if _is_meant(asked, there, session, told) else None
    if made is None:
        say("Nothing was copied.")
        return
    copied, text = made
    refuse_erased(there, copied)
    if why_twice(there, session, by_id=True):
        copied = replace(copied, id=unused_id(there, session.date, pick, lambda _: False))
        text = rewrite_session(text, copied, {})
    try:
        saved = save_new(there, copied.id, copied.title, text)
    except FileExistsError as error:
        wrong, do = "something else has its name there, and was left alone", "look at it first"
        raise CircleError(wrong, USAGE, where=Place(error.filename or there.root), do=do) from None
    result(str(saved.path))
    _last_words(log, there, session, copied)
    tell_kept(there, saved.commit, plain=is_plain(asked), required=require_commit)


def _other_log(asked: Asked, to: str, log: Log) -> Log:
    there = log_for_sessions(replace(asked, log=str(Path(to).expanduser().resolve())))
    if there.root.resolve() == log.root.resolve():
        raise CircleError("that is the log in which the session is", USAGE, where=Place(there.root), do="name another")
    if not is_there(there.root / MARK):
        do = "give the folder of a log on this computer; circle join gets a team's"
        raise CircleError(f"there is no learning log here: no {MARK}", USAGE, where=Place(there.root), do=do)
    return there


def _is_meant(asked: Asked, there: Log, session: Session, told: Told) -> bool:
    """Tell whether it is to go there, though it may be there already; nobody has it twice unawares.

    Raises:
        CircleError: nobody can be asked.
    """
    why = why_twice(there, session)
    if why is None or told.again:
        return True
    say(why)
    need_terminal("--again copies it all the same")
    return ask(asked, _AGAIN) == "yes"


def _made(asked: Asked, log: Log, session: Session, text: str, told: Told) -> tuple[Session, str] | None:
    """Make what goes there, and its file's text; None where somebody would rather not copy it.

    How far something of it has come at the door of this log is this log's business.
    """
    points = tuple(replace(each, share=Share.NO, point=None) for each in session.learning_points)
    own, titles = replace(session, learning_points=points), load_guidance(log.guidance).titles
    way = chosen_way(asked, session, told)
    if way is None:
        return None
    if way is Way.CAST:
        return own, rewrite_session(text, own, titles)
    retold = without_names(asked, log, own, told)
    return (retold, render_session(retold, titles)) if retold else None


def _last_words(log: Log, there: Log, session: Session, copied: Session) -> None:
    say("Copied. Both live on separately: what is changed, deleted or erased in one stays as it is in the other.")
    if any(each.point for each in session.learning_points):
        say("What was shared of it stays shared from here. There, nothing of it is.")
    if copied.cast is None and session.cast:
        say("Its list of people stays here, so its learning is shared from here, and not from there.")
    if any(each.state.head.id.startswith(session.id) and each.state.written for each in waiting_in(log)):
        say("Something that belongs to it is unfinished, and stays here.")
    say("Nothing else went along: drafts, and pages made for one person, stay here.")
    if has_a_copy(there.root):
        say(f"The others have it after the next {typed('circle', '--log', str(there.root), 'sync')}")
