"""What is waiting to be gone on with: `circle resume`."""

import os
from dataclasses import dataclass
from pathlib import Path

from circle_cli.commands.edge import Asked, drafts_folders, is_plain, need_terminal, result, say, the_log
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import QUESTIONS
from circle_cli.interview.draft import is_open
from circle_cli.interview.draft_lines import DraftState, read_draft
from circle_cli.log.folder import Log, find_session

_DOING = {
    "prepare": "being prepared",
    "follow-up": "being followed up",
    "share": "a learning point being shared",
    "review": "being read, to be approved or not",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An unfinished interview: its draft, and whether another terminal has it open."""

    path: Path
    state: DraftState
    open_elsewhere: bool

    @property
    def worth_it(self) -> bool:
        """Tell whether there is anything to go on with."""
        return self.state.written and not self.open_elsewhere

    @property
    def title(self) -> str:
        """What it is called so far."""
        named = self.state.answers.get("title") or self.state.head.start.get("title") or self.state.head.named
        return named or self.state.halves.get("title") or "not named yet"

    def line(self) -> str:
        """Say what it is, in a line."""
        head, answers = self.state.head, {**self.state.head.start, **self.state.known}
        written = sum(bool(answers.get(name)) for name in QUESTIONS)
        total = 3 if head.quick else len(QUESTIONS)
        elsewhere = ", open in another terminal" if self.open_elsewhere else ""
        done = _DOING.get(head.kind) or f"{written} of {total} questions answered"
        return f"{head.id}  {self.title} ({done}{elsewhere})"


def waiting_in(log: Log) -> list[Waiting]:
    """Find the drafts for this log, and those whose own log is gone; newest first. Damaged ones are reported."""
    found: list[Waiting] = []
    folders = dict.fromkeys(drafts_folders(log))
    for path in [path for folder in folders for path in _drafts(folder)]:
        try:
            if path.stat().st_size == 0:  # begun and killed before a key was pressed
                continue
            elsewhere = is_open(path)
            state = read_draft(path)
        except OSError as error:
            say(f"{path}: could not be read: {error.strerror}")
        except CircleError as error:
            say(str(error))
        else:
            if _belongs(state.head.log, log):
                found.append(Waiting(path=path, state=state, open_elsewhere=elsewhere))
    return found


def _drafts(folder: Path) -> list[Path]:
    """Give the drafts in a folder, newest first; none where there is no such folder, or it may not be looked into."""
    try:
        return sorted((path for path in folder.iterdir() if path.suffix == ".jsonl"), reverse=True)
    except OSError:
        return []


def _belongs(place: str, log: Log) -> bool:
    """Tell whether a draft is for this log, by whatever name, or for one that is gone."""
    return os.path.realpath(place) == os.path.realpath(log.root) or not os.path.isdir(place)  # noqa: PTH112 (Path's own raises where it may not look)


def resume(asked: Asked, short: str | None, *, require_commit: bool, bell: bool = False) -> None:
    """Go on with an unfinished session; list them where there are several; deepen a saved one."""
    log = the_log(asked)
    waiting = waiting_in(log)
    if short is None:
        free = [each for each in waiting if each.worth_it]
        if len(free) != 1:
            _list([each for each in waiting if each.worth_it or each.open_elsewhere])
            return
        chosen: Waiting | None = free[0]
    elif short.endswith(".jsonl"):
        chosen = _elsewhere(Path(short))
    else:
        chosen = _chosen(waiting, short.strip().lower())
    path = chosen.path if chosen else find_session(log, short or "")
    need_terminal("`circle show` reads a session, `circle edit` changes one")
    from circle_cli.commands.holding import How
    from circle_cli.commands.interviewing import begin_planned, deepen
    from circle_cli.commands.resuming import go_on
    from circle_cli.interview.terminal.keyboard import system_keys
    from circle_cli.session.file import read_session
    from circle_cli.session.record import Status

    do, keys = go_on, system_keys()
    if chosen is None:
        do = begin_planned if read_session(path).status in (Status.PLANNED, Status.IN_PROGRESS) else deepen
    with keys.reading():
        do(log, path, How(plain=is_plain(asked), keys=keys, require_commit=require_commit, bell=bell))


def _chosen(waiting: list[Waiting], wanted: str) -> Waiting | None:
    found = [each for each in waiting if wanted and any(each.path.stem.startswith(wanted, at) for at in (0, 11))]
    exact = [each for each in found if each.path.stem == wanted]
    if len(exact) == 1:
        return exact[0]
    if len(found) > 1:
        raise CircleError(f"{wanted}: could be any of {len(found)} unfinished sessions; give more of the id", USAGE)
    return found[0] if found else None


def _elsewhere(path: Path) -> Waiting:
    """Take a draft by its file: one that was moved to another folder when the disk was full."""
    try:
        return Waiting(path=path.absolute(), state=read_draft(path), open_elsewhere=False)
    except OSError as error:
        raise CircleError(f"{path}: could not be read: {error.strerror}; check the name", USAGE) from error


def resumed(asked: Asked, short: str, kind: str, *, require_commit: bool) -> bool:
    """Go on with what is unfinished under this id, if there is something of this kind; False if there is nothing.

    Raises:
        CircleError: something of another kind is unfinished there; two at once would get in each other's way.
    """
    waiting = [each for each in waiting_in(the_log(asked)) if each.state.written or each.open_elsewhere]
    found = _chosen(waiting, short.strip().lower())
    if found is None:
        return False
    name = found.path.stem
    if found.state.head.kind != kind:
        doing = _DOING.get(found.state.head.kind, "being reflected on")
        raise CircleError(f"{name}: it is still {doing}; circle resume {name[11:]} goes on with that first", USAGE)
    resume(asked, name, require_commit=require_commit)
    return True


def unfinished(log: Log, draft_id: str, **start: str) -> bool:
    """Tell whether a draft of exactly this id, begun with these values, is there to go on with."""
    return any(
        each.path.stem == draft_id and each.state.written and start.items() <= each.state.head.start.items()
        for each in waiting_in(log)
    )


def _list(waiting: list[Waiting]) -> None:
    if not waiting:
        say("Nothing is unfinished. `circle reflect` begins a new session.")
        return
    for each in waiting:
        result(each.line())
    say("To go on with one: circle resume, and its id or the last four letters of it.")
