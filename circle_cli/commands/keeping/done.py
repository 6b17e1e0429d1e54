"""`circle done`: an action is marked as done, and nothing else in the session's file is touched."""

from dataclasses import replace
from datetime import date

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.edge import Asked, as_typed, is_plain, say, the_log, today
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import find_session
from circle_cli.log.intents import commit_again
from circle_cli.log.saving import save_again
from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.session.record import ActionPoint, Session
from circle_cli.system.no_links import content_of
from circle_cli.text import decode


def done(asked: Asked, short: str, number: int, *, note: str | None, require_commit: bool) -> None:
    """Mark an action as done today, with a note if there is one; one that was done keeps its day."""
    log = the_log(asked)
    path = find_session(log, short)
    content = content_of(path)
    text = decode(content, str(path))
    session, day = parse_session(text, str(path)), today()
    action = _numbered(session, number)
    finished = _finished(action, day, _one_line(as_typed(note or "")))
    already = f"Done already, on {in_words(action.done or day)}"
    if finished == action:
        say(f"{already}: {_one_line(action.what)}")
        commit = commit_again(log.root, path)  # an earlier command may have been stopped before git had it
        tell_kept(log, commit, plain=is_plain(asked), required=require_commit)
        return
    session = _with(session, finished)
    saved = save_again(log, path, rewrite_session(text, session, {}), content, session.id)
    say(f"{f'{already}; the note is kept' if action.done else 'Done'}: {_one_line(action.what)}")
    say(_what_is_left(session))
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


def undone(asked: Asked, short: str, number: int, *, require_commit: bool) -> None:
    """Open an action again that was marked as done; what was noted of it stays."""
    log = the_log(asked)
    path = find_session(log, short)
    content = content_of(path)
    text = decode(content, str(path))
    session = parse_session(text, str(path))
    action = _numbered(session, number)
    if action.done is None:
        say(f"Still open, as it was: {_one_line(action.what)}")
        commit = commit_again(log.root, path)
    else:
        session = _with(session, replace(action, done=None))
        commit = save_again(log, path, rewrite_session(text, session, {}), content, session.id).commit
        say(f"Open again: {_one_line(action.what)}")
        say(_what_is_left(session))
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def _numbered(session: Session, number: int) -> ActionPoint:
    for action in session.action_points:
        if action.id == number:
            return action
    wrong = f"{session.id}: there is no action {number} here. …"
    raise CircleError(wrong, USAGE, words=_what_is_left(session))


def _finished(action: ActionPoint, today: date, note: str) -> ActionPoint:
    """Give the action done, with the note added to one that is there already, unless that says it."""
    return replace(action, done=action.done or today, note=action.noted(note))


def _with(session: Session, finished: ActionPoint) -> Session:
    points = tuple(finished if action.id == finished.id else action for action in session.action_points)
    return replace(session, action_points=points)


def _what_is_left(session: Session) -> str:
    left = [f"  {action.id}  {_one_line(action.what)}" for action in session.action_points if not action.done]
    return "\n".join(["Still open in this session:", *left]) if left else "Nothing is open in this session."


def _one_line(text: str) -> str:
    return " ".join(text.split())
