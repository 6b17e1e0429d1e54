"""What an interview has to do with the log: ids, turns, its file, and the words that say it is saved."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.interview import How
from circle_cli.commands.edge import pick, result, say, today, where_it_goes
from circle_cli.commands.folders import drafts_folders
from circle_cli.errors import CircleError, Place
from circle_cli.ids import id_in
from circle_cli.interview.draft.lines import DraftHead, DraftKind
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import newest_sessions
from circle_cli.log.folder import Log, id_of, session_files, session_with_id, unused_id
from circle_cli.log.intents import commit_again
from circle_cli.log.reading.turns import turns
from circle_cli.log.saving import Saved
from circle_cli.session.record import Session
from circle_cli.system.no_links import inside

_COMMITTED = "  Committed to the log's own history"


def turns_in(log: Log, but: str) -> Mapping[str, Mapping[str, int]]:
    """Say who has had which role in this log's sessions, `but` this one or those of this event.

    A malformed session counts for nothing here.
    """
    found = newest_sessions(log, Filters(), lambda _: None)
    return turns([each for each in found if but not in (each.session.id, each.session.event and each.session.event.id)])


def met_before(log: Log, but: str) -> int:
    """Count how many sessions of this log, `but` this one, have met the questions, so that their prompts take turns."""
    with suppress(CircleError):
        return sum(id_in(Path(path).name) != but for path in session_files(log))
    return 0


def fresh_id(log: Log, day: date | None = None) -> str:
    """Make a session id that neither the log nor a draft has."""
    folders = drafts_folders(log)
    return unused_id(log, day or today(), pick, lambda made: any(os.path.lexists(f / f"{made}.jsonl") for f in folders))


def head_beside(
    log: Log,
    session: Session,
    path: Path,
    kind: DraftKind,
    start: Mapping[str, str | None],
    *,
    apart: str = "",
    named: str = "",
) -> DraftHead:
    """Give the head of a draft for something that is asked today of a session that has a file.

    `apart` stands behind the session's id where the session may have several drafts.
    """
    return DraftHead(
        id=f"{session.id}{apart}",
        log=str(log.root),
        mode=str(session.mode),
        date=today().isoformat(),
        kind=kind,
        deepens=str(path),
        named=named,
        start=start,
    )


def file_of(log: Log, head: DraftHead) -> Path | None:
    """Find the file that a draft is for: the one it deepens, or one that an interrupted save had finished.

    The path in a draft only says which, where a session of this log has copies: it leads nowhere else.
    """
    session_id = id_in(head.id)
    with suppress(CircleError, ValueError):
        named = inside(log.root, inside(log.sessions, Path(head.deepens or "")))
        if named.suffix == ".md" and named.is_file() and id_of(named) == session_id:
            return named
    return session_with_id(log, session_id)


def file_there(log: Log, head: DraftHead) -> Path:
    """Find the file that a draft is for, which has to be there.

    Raises:
        CircleError: it is gone; the draft stays.
    """
    found = file_of(log, head)
    if found is None:
        do = "put it back (git may have it), then go on"
        raise CircleError("this session's file is gone", where=Place(head.deepens or head.id), do=do)
    return found


def tell_saved(log: Log, title: str, saved: Saved) -> None:
    """Say what was saved, and where."""
    result(f"Saved: {title}")
    result(f"  {saved.path}")
    if saved.commit.done:
        _tell_committed(log)


def _tell_committed(log: Log) -> None:
    elsewhere = where_it_goes(log)
    result(f"{_COMMITTED}." if elsewhere else f"{_COMMITTED}, on this computer only.")
    if elsewhere:
        say(elsewhere)


def tell_uncommitted(log: Log, saved: Saved, how: How) -> None:
    """Say why git does not have it, if so; what only a person can say is asked for first.

    Raises:
        CircleError: a commit was required.
    """
    commit = saved.commit
    if not commit.done:  # it may have been settled for another session a moment ago
        commit = commit_again(log, saved.path) if commit.nameless or commit.lock else commit
        if commit.done:
            result(f"{saved.path.name}:")
            _tell_committed(log)
        say("")
        tell_kept(log, commit, plain=how.plain, required=how.require_commit)
