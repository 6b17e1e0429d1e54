"""`circle done`: an action is marked as done, and nothing else in the session's file is touched."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.edge import Asked, as_typed, is_plain, say, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log, find_session
from circle_cli.log.history.refused import Commit
from circle_cli.log.intents import commit_again
from circle_cli.log.saving import anew_if_changed, save_again
from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.session.record import ActionPoint, Session
from circle_cli.shown import shortened
from circle_cli.system.no_links import content_of
from circle_cli.text import decode

_OF_A_LINE = 160
"""Letters of an action, where one of several is to be told from the others."""


def done(asked: Asked, short: str, number: int, *, note: str | None, require_commit: bool) -> None:
    """Mark an action as done today, with a note if there is one; one that was done keeps its day."""
    log, day, words = log_for_sessions(asked), today(), _one_line(as_typed(note or ""))

    def finish(action: ActionPoint) -> ActionPoint:
        return replace(action, done=action.done or day, note=action.noted(words))

    with _keeping(words):
        action, session, commit = anew_if_changed(lambda: _changed(log, find_session(log, short), number, finish))
    already = f"Done already, on {in_words(action.done or day)}"
    if finish(action) == action:
        say(f"{already}: {_one_line(action.what)}")
    else:
        say(f"{f'{already}; the note is kept' if action.done else 'Done'}: {_one_line(action.what)}")
        say(_what_is_left(session))
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def undone(asked: Asked, short: str, number: int, *, require_commit: bool) -> None:
    """Open an action again that was marked as done; what was noted of it stays."""
    log = log_for_sessions(asked)

    def reopen(action: ActionPoint) -> ActionPoint:
        return replace(action, done=None)

    action, session, commit = anew_if_changed(lambda: _changed(log, find_session(log, short), number, reopen))
    if action.done is None:
        say(f"Still open, as it was: {_one_line(action.what)}")
    else:
        say(f"Open again: {_one_line(action.what)}")
        say(_what_is_left(session))
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def _changed(
    log: Log, path: Path, number: int, becomes: Callable[[ActionPoint], ActionPoint]
) -> tuple[ActionPoint, Session, Commit]:
    """Save what an action becomes; gives it as it was before, the session as it is now, and how the commit went."""
    content = content_of(path)
    text = decode(content, str(path))
    session = parse_session(text, str(path))
    action = _numbered(session, number)
    if becomes(action) == action:  # an earlier command may have been stopped before git had it
        return action, session, commit_again(log, path)
    session = _with(session, becomes(action))
    return action, session, save_again(log, path, rewrite_session(text, session, {}), content, session.id).commit


@contextmanager
def _keeping(words: str) -> Iterator[None]:
    """See that a note which could not be saved stands there to be copied."""
    try:
        yield
    except CircleError as error:
        if words and error.exit_code != USAGE:
            error.add_note(f"Your note, for another time: {words}")
        raise


def _numbered(session: Session, number: int) -> ActionPoint:
    for action in session.action_points:
        if action.id == number:
            return action
    wrong = f"{session.id}: there is no action {number} here. …"
    raise CircleError(wrong, USAGE, words=_what_is_left(session))


def _with(session: Session, finished: ActionPoint) -> Session:
    points = tuple(finished if action.id == finished.id else action for action in session.action_points)
    return replace(session, action_points=points)


def _what_is_left(session: Session) -> str:
    left = [
        f"  {action.id}  {shortened(action.what, _OF_A_LINE)}" for action in session.action_points if not action.done
    ]
    return "\n".join(["Still open in this session:", *left]) if left else "Nothing is open in this session."


def _one_line(text: str) -> str:
    return " ".join(text.split())
