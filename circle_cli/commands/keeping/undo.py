"""`circle undo`: the last change that circle made is undone by a new one; nothing that came since is touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import certain
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, say, the_log
from circle_cli.commands.keeping.delete import refuse_shared
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import SPARKS, id_in
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.past import Past, content_at, past_changes, same, touched
from circle_cli.log.index.forgetting import forget_gone
from circle_cli.log.intents import left_behind
from circle_cli.log.privacy import is_private
from circle_cli.log.saving import Saved, change
from circle_cli.log.sparks.keeping import BEGUN, KEPT
from circle_cli.session.file import parse_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of
from circle_cli.system.running import is_there
from circle_cli.text import decode

_AGAIN = "Undo: "
_OF_SESSIONS = ("Record session ", "Update session ", "Rename session ", "Delete session ", "Call off session ")
_OURS = (*_OF_SESSIONS, "Take in ", KEPT, BEGUN)
_TRIALS = ("Report on learning point ", "Add a trial to learning point ")
"""The second is how an earlier version began."""

_AT_THE_DOOR = {
    "Propose learning point ": "a learning point was proposed: have it returned or declined in circle review",
    "Add learning point ": "a learning point was approved: circle withdraw takes it back",
    "Revise learning point ": "a learning point was revised: circle share proposes other words anew",
    "Add report ": "a report was approved: circle withdraw, and its id, takes it back",
    "Withdraw report ": "a report was withdrawn: circle tried tells it anew",
    "Admit ": "a reader was admitted: circle readers --end ends them",
    "End ": "a reader was ended: circle readers --admit admits their key anew",
    "Ask to admit ": "somebody asked to become a reader: a reader need not admit them",
    "Record the reading of ": "it was returned or declined: its author proposes it anew",
    "Approve ": "words of the log's own were approved: whoever changes them has them read anew",
    "Sign approvals": "approvals were signed; circle withdraw takes a learning point back",
    "Link learning points ": "two learning points were linked: circle same, and both ids, with --undo, takes it back",
    "Unlink learning points ": "two learning points were told apart: circle same, and both ids, links them again",
    "Return ": "what came in was returned: its team revises it, and sends it anew",
    "Say which theme ": "it was noted what a team's theme means: a line of the file themes-of-teams",
    "Withdraw learning point ": "a learning point was withdrawn: circle share proposes one like it anew",
}
_WHOSE = "Nobody has said here who you are, so nobody can tell from here whether this change is yours"
_BY_HAND = "`circle edit` changes a session, `circle done --not` opens an action again"
_MANY, _LONG = 8, 100
"""How many lines that go, or come back, are shown, and how much of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of the change: what it held before, and what it holds since."""

    path: Path
    before: bytes | None
    since: bytes | None


def undo(asked: Asked, *, yes: bool, require_commit: bool) -> None:
    """Undo it, once somebody has read what that is."""
    log = the_log(asked)
    if not is_there():
        wrong = "git was not found on this computer, and only its history knows what was there before"
        raise CircleError(wrong, USAGE, do=_BY_HAND)
    own = whose.identity(log.root)
    last = _last(log, own)
    if yes and own is None:
        raise CircleError(_WHOSE, USAGE, do="at a terminal, without --yes, `circle undo` says who made it, and asks")
    files = [_file(log, last, path) for path in touched(log.root, last.id)]
    for each in files:
        _refuse(log, each)
    say(_told(last, files, known=own is not None))
    if not yes:
        say("\n".join(line for each in files for line in _differences(each)))
        need_terminal("--yes undoes it without asking")
        if not certain(asked, "Undo this?", "Yes, undo it", "No, leave it as it is"):
            say("Nothing was changed.")
            return
    saved = list(_undone(log, last, files))
    forget_gone(log, (each.path for each in files if is_private(log.root, each.path)))
    result(f"Undone: {last.message}")
    say("circle undo, once more, brings it back.")
    tell_kept(log, *(each.commit for each in saved), plain=is_plain(asked), required=require_commit)


def _last(log: Log, own: str | None) -> Past:
    """Find the last change that this person made with circle; of whoever it is, where nobody knows who they are.

    Raises:
        CircleError: there is none, or it is one that is not undone like this.
    """
    if left_behind(log.root):
        raise CircleError(
            "The last change is not in the log's history yet", USAGE, do="`circle check` says what is not"
        )
    for past in past_changes(log.root):
        if own is not None and past.address != own:
            continue
        for begins, instead in _AT_THE_DOOR.items():
            if past.message.startswith(begins):
                wrong = f"The last change is not undone like this ({past.message}, {past.when})"
                raise CircleError(wrong, USAGE, do=f" {instead[0].upper()}{instead[1:]}.")
        if past.message.startswith((*_OURS, _AGAIN, *_TRIALS)):
            return past
    raise CircleError("There is no change in this log's history that could be undone", USAGE, do=_BY_HAND)


def _file(log: Log, last: Past, path: Path) -> _File:
    now = content_of(path) if path.exists() else None
    found = _File(
        path=path, before=content_at(log.root, f"{last.id}^", path), since=content_at(log.root, last.id, path)
    )
    if not same(now, found.since):
        wrong = "changed since, so nothing was undone"
        raise CircleError(wrong, USAGE, where=Place(path), do=f"circle edit opens it ({last.message}, {last.when})")
    return _File(path=path, before=found.before, since=now)


def _refuse(log: Log, each: _File) -> None:
    """Refuse what would bring a session and the door apart."""
    if each.path.resolve().is_relative_to(log.sessions.resolve()):
        before, since = _session(each.path, each.before), _session(each.path, each.since)
        if since and before is None:
            refuse_shared(log, since)
        elif since and before and _shared(since) != _shared(before):
            wrong = "the last change has to do with sharing, and is not undone like this"
            raise CircleError(wrong, USAGE, where=Place(each.path), do="circle review or circle withdraw settles that")


def _shared(session: Session) -> list[tuple[object, object]]:
    return sorted(((each.point or "", str(each.share)) for each in session.learning_points if each.point), key=str)


def _session(path: Path, content: bytes | None) -> Session | None:
    try:
        return None if content is None else parse_session(decode(content, str(path)), str(path))
    except CircleError:
        return None


def _told(last: Past, files: list[_File], *, known: bool) -> str:
    whose_it_is = f"that you made with circle, {last.when}" if known else f"made with circle, {last.when}, by {last.by}"
    lines = [f"The last change {whose_it_is}: {last.message}.", *(() if known else (f"{_WHOSE}.",)), "Undoing it"]
    for each in files:
        if each.before is None:
            lines.append(f"- takes {_named(each.path, each.since)} out of the folder; the history keeps it")
        elif each.since is None:
            lines.append(f"- brings {_named(each.path, each.before)} back")
        else:
            lines.append(f"- makes {_named(each.path, each.since)} again what it was before")
    return "\n".join(lines)


def _differences(each: _File) -> Iterator[str]:
    """Say which lines go, and which come back, where a file stays."""
    if each.before is None or each.since is None:
        return
    now, then = (content.decode("utf-8", "replace").splitlines() for content in (each.since, each.before))
    changes = [line for line in unified_diff(now, then, n=0, lineterm="") if line[:3] not in ("---", "+++")]
    for sign, words in (("-", "These lines go:"), ("+", "These come back:")):
        lines = [line[1:].strip()[:_LONG] for line in changes if line.startswith(sign) and line[1:].strip()]
        if lines:
            yield words
            yield from (f"    {line}" for line in lines[:_MANY])
            if len(lines) > _MANY:
                yield f"    and {len(lines) - _MANY} more"


def _named(path: Path, content: bytes | None) -> str:
    session = _session(path, content)
    if session is None and path.parent.name == SPARKS:
        return f"the sparks of {path.stem}"
    return f"“{session.title}” ({session.id})" if session else id_in(path.name)


def _undone(log: Log, last: Past, files: list[_File]) -> Iterator[Saved]:
    again = last.message.startswith(_AGAIN)
    message = last.message.removeprefix(_AGAIN) if again else f"{_AGAIN}{last.message}"
    for each in files:
        yield change(log, each.path, each.before, each.since, message)
