"""`circle erase`: a session is taken out of the log, its history and its drafts; said plainly, and confirmed."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, drafts_folders, need_terminal, now, result, say, the_log
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import SESSION_ID
from circle_cli.interview.draft import is_open
from circle_cli.interview.script.prompts import Misread, Prompt, line
from circle_cli.log.debris import left_of, remove_all
from circle_cli.log.folder import Log, find_session, id_of, session_files
from circle_cli.log.history import erasing
from circle_cli.log.history.git import Repository
from circle_cli.log.history.traces import Traces, find_traces
from circle_cli.log.points import point_files
from circle_cli.points.record import ID
from circle_cli.session.file import read_session
from circle_cli.session.record import Session
from circle_cli.share.proposal import path_of
from circle_cli.vocabulary import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doomed:
    """A session that is to be erased, and all that is known to hold it; `session` where its file can be read.

    `proposals` came of it and were never approved: they go with it, be they still there or in the history alone.
    """

    id: str
    files: tuple[Path, ...]
    proposals: tuple[Path, ...]
    session: Session | None
    repository: Repository | None
    traces: Traces
    remotes: tuple[erasing.Remote, ...]
    debris: tuple[Path, ...]
    backup_folder: Path
    backup: Path | None

    def backups(self) -> list[Path]:
        """Give the backups that hold it, those of an erasing that was interrupted among them."""
        return sorted(self.backup_folder.glob(f"{self.id}-*.bundle"))


def erase(asked: Asked, short: str, *, confirm: str | None) -> None:
    """Erase a session for good, once its id has been typed."""
    log = the_log(asked)
    doomed = _look(log, short)
    if confirm is None:
        need_terminal(f"--confirm {doomed.id} erases it without asking")
    elif confirm.strip() != doomed.id:
        raise CircleError(f"--confirm {confirm}: not its id, which is {doomed.id}; nothing was erased", USAGE)
    for sentence in _explained(doomed):
        say(sentence)
    if confirm is None and ask(asked, _confirmation(doomed.id)) is None:
        say("Nothing was erased.")
        return
    _erase(doomed)
    say(f"\nErased: {doomed.id}. No file of it is left in this log, and no version of one in its git.")
    for sentence in _still_to_do(doomed):
        say(sentence)
    for backup in doomed.backups():
        result(str(backup))


def _look(log: Log, short: str) -> _Doomed:
    """Find the session: by its file, or, where that is gone already, in the history by its whole id."""
    session_id = _id(log, short)
    files = tuple(_real(path) for path in map(Path, session_files(log)) if id_of(path) == session_id)
    session = _read(files)
    proposals = _never_approved(log, session)
    folders = dict.fromkeys((*drafts_folders(log), *(path.parent for path in files)))
    readings = (left for path in proposals for left in left_of(path.stem, drafts_folders(log)))
    debris = (*(each for each in left_of(session_id, folders) if each not in files), *readings)
    if any(each.suffix == ".jsonl" and is_open(each) for each in debris):
        raise CircleError(f"{session_id}: it is open in another terminal", USAGE, do="finish or leave it there first")
    repository = erasing.repository_of(log.root)
    if repository:
        erasing.refuse_unsaved(repository.top, _within(repository, (*proposals, *files)))
    also = (
        [os.fsencode(path.relative_to(repository.top)) for path in _within(repository, proposals)] if repository else ()
    )
    traces = find_traces(repository.top, session_id, also) if repository else Traces()
    if not (files or traces.any or debris):
        raise CircleError(f"{session_id}: no such session in {log.root}, nor in its history", USAGE)
    folder = _backups(log, repository)
    return _Doomed(
        id=session_id,
        files=files,
        proposals=proposals,
        session=session,
        repository=repository,
        traces=traces,
        remotes=erasing.remotes_holding(repository.top, traces) if repository else (),
        debris=debris,
        backup_folder=folder,
        backup=folder / f"{session_id}-{now():%Y%m%dT%H%M%SZ}.bundle" if traces.any else None,
    )


def _id(log: Log, short: str) -> str:
    if SESSION_ID.fullmatch(short):
        return short
    path = find_session(log, short)
    session_id = id_of(path)
    if session_id is None:
        raise CircleError("there is no session's id in it", USAGE, where=Place(path), do="delete it by hand")
    return session_id


def _never_approved(log: Log, session: Session | None) -> tuple[Path, ...]:
    """Name the proposals that came of a session and that nobody approved; a file may be gone, and its history not."""
    public = {path.stem for path in point_files(log)}
    points = session.learning_points if session else ()
    ids = [each.point for each in points if each.point and each.share is not Share.PUBLISHED]
    return tuple(_real(path_of(log.root, id_)) for id_ in ids if re.fullmatch(ID, id_) and id_ not in public)


def _real(path: Path) -> Path:
    return path.parent.resolve() / path.name


def _within(repository: Repository, files: Iterable[Path]) -> tuple[Path, ...]:
    """Give the files that lie in the repository, and not behind a link that leads out of it."""
    return tuple(path for path in files if path.is_relative_to(repository.top))


def _read(files: Iterable[Path]) -> Session | None:
    for path in files:
        with suppress(CircleError, OSError):
            return read_session(path)
    return None


def _backups(log: Log, repository: Repository | None) -> Path:
    """Give where the backup goes: the person's own folder, or beside the repository; never inside it or the log."""
    own = drafts_folders(log)[0].parent / "backups"
    top = repository.top if repository else log.root.resolve()
    return top.parent if own.resolve().is_relative_to(top) else own


def _confirmation(session_id: str) -> Prompt:
    def exactly(typed: str) -> str:
        if typed != session_id:
            raise Misread(f"That is not {session_id}. Type the whole id, or Enter alone to leave all as it is.")
        return typed

    return line("erase", "To erase it, type its id", reading=exactly, remark=("Enter alone leaves all as it is.",))


def _erase(doomed: _Doomed) -> None:
    """Do it; the session's own files go last, so that whatever is interrupted can be done again."""
    if doomed.repository:
        if doomed.backup:
            erasing.erase_from(doomed.repository, doomed.id, doomed.traces, doomed.backup)
        erasing.forget(
            doomed.repository, doomed.traces, doomed.id, _within(doomed.repository, (*doomed.proposals, *doomed.files))
        )
    remove_all((*doomed.debris, *doomed.proposals, *doomed.files))


def _explained(doomed: _Doomed) -> list[str]:
    title = f"“{doomed.session.title}” ({doomed.id})" if doomed.session else doomed.id
    lines = [f"This erases {title} for good:"]
    lines += [f"- its file, {path}" for path in doomed.files]
    lines += [f"- what was proposed from it and never approved, {path}" for path in doomed.proposals if path.exists()]
    lines += [f"- what is left of it in {each}" for each in doomed.debris]
    if doomed.repository and doomed.traces.any:
        commits = len(doomed.traces.commits)
        lines += [
            f"- every version of it in the history of {doomed.repository.top}, from {commits} "
            f"commit{'' if commits == 1 else 's'}. That history is written anew: the commits after them get new "
            "numbers, signatures on those are lost, and git no longer knows where branches stood before.",
            f"Before that, the whole history goes into a backup that only you can read:\n  {doomed.backup}",
        ]
    elif doomed.repository:
        lines += ["- what git may still keep of it; git will no longer know where branches stood before."]
    return [*lines, "It cannot reach:", *_out_of_reach(doomed)]


def _out_of_reach(doomed: _Doomed) -> list[str]:
    lines = [f"- {each.name}, {_has(each)}" for each in doomed.remotes]
    lines += ["- clones of this log, backups of this computer, and copies that somebody made"]
    lines += ["- pages that were printed, takeaways and calendar files that were written, sites that were built"]
    for point in doomed.session.learning_points if doomed.session else ():
        if point.point and point.share is Share.PUBLISHED:
            lines += [f"- the learning point that came of it: circle withdraw {point.point}"]
    return lines


def _has(remote: erasing.Remote) -> str:
    return "which has it" if remote.has_it else "if it was ever there: as far as git knows here, it was not"


def _still_to_do(doomed: _Doomed) -> list[str]:
    pushed = [each.name for each in doomed.remotes if each.has_it]
    lines: list[str] = []
    if doomed.repository and pushed:
        here = f"git -C {quote(str(doomed.repository.top))} push --force"
        lines += ["Still to do, before anybody pulls (a pull would bring it back):"]
        lines += [f"- {here} --all {quote(name)} && {here} --tags {quote(name)}" for name in pushed]
        lines += ["- ask whoever runs that place to clear what no branch leads to; its server may show it until then"]
        lines += ["- ask everybody with a clone to delete it and to clone anew; take what was pushed as read"]
    if doomed.backups():
        lines += ["A backup still holds it. Once you are sure that all is well, delete it:"]
    return lines
