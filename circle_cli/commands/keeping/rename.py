"""`circle rename`: a session gets another title. Its id stays, and so does its file's name, by which others know it."""

from dataclasses import replace
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.edge import Asked, as_typed, is_plain, say
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log, find_session
from circle_cli.log.history.refused import Commit
from circle_cli.log.intents import commit_again
from circle_cli.log.saving import anew_if_changed, save_over
from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.system.no_links import content_of
from circle_cli.text import decode


def rename(asked: Asked, short: str, title: str, *, require_commit: bool) -> None:
    """Give a session a new title, and leave all else in its file as it is."""
    log = log_for_sessions(asked)
    path = find_session(log, short)
    new = " ".join(as_typed(title).split())
    if not new:
        raise CircleError("A session needs a title", USAGE, do="say what it is to be called")
    before, commit = anew_if_changed(lambda: _renamed(log, path, new))
    if before == new:
        say(f"It is called that already: {new}")
    else:
        say(f"Renamed: “{before}” is now “{new}”. Its id and its file's name stay: {path.name}")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def _renamed(log: Log, path: Path, title: str) -> tuple[str, Commit]:
    """Save it under another title; gives the one that it had, and how the commit went."""
    content = content_of(path)
    text = decode(content, str(path))
    session = parse_session(text, str(path))
    if session.title == title:
        return title, commit_again(log, path)
    renamed = rewrite_session(text, replace(session, title=title), {})
    return session.title, save_over(log, path, renamed, content, f"Rename session {session.id}").commit
