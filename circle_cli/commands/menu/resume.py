"""`circle resume`: going on with a draft, whatever it is a draft of, exactly where it was left; deepening a session."""

from collections.abc import Mapping
from pathlib import Path

from circle_cli.commands.asking.eight_questions import begin_planned, deepen, hold_reflection, how_far
from circle_cli.commands.asking.follow_up import hold_follow_up
from circle_cli.commands.asking.prepare import hold_preparation
from circle_cli.commands.by_kind import hold_review
from circle_cli.commands.door.packets.reading import say_which_file
from circle_cli.commands.door.share import hold_sharing
from circle_cli.commands.drafts.interview import How, greet
from circle_cli.commands.drafts.places import belongs, out_of_sight
from circle_cli.commands.drafts.unfinished import WELCOME_BACK, Hold, Waiting, chosen_among, reopened, waiting_in
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, say
from circle_cli.commands.evidence.evidence import hold_evidence
from circle_cli.commands.evidence.portfolio import hold_portfolio
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import short_id
from circle_cli.interview.draft.lines import DraftKind, read_draft
from circle_cli.interview.terminal.keyboard import system_keys
from circle_cli.log.folder import Log, find_session
from circle_cli.session.file import read_session
from circle_cli.system.typed import typed

GOES_ON: Mapping[DraftKind, Hold] = {
    DraftKind.REFLECT: hold_reflection,
    DraftKind.PREPARE: hold_preparation,
    DraftKind.FOLLOW_UP: hold_follow_up,
    DraftKind.SHARE: hold_sharing,
    DraftKind.REVIEW: hold_review,
    DraftKind.PACKET: say_which_file,
    DraftKind.EVIDENCE: hold_evidence,
    DraftKind.PORTFOLIO: hold_portfolio,
}
"""What goes on with each kind of draft."""


def resume(asked: Asked, short: str | None, *, require_commit: bool, bell: bool = False) -> None:
    """Go on with an unfinished session; list them where there are several; deepen a saved one."""
    log = log_for_sessions(asked)
    waiting = waiting_in(log)
    if short is None:
        free = [each for each in waiting if each.worth_it]
        if len(free) != 1:
            _list([each for each in waiting if each.worth_it or each.open_elsewhere])
            return
        chosen: Waiting | None = free[0]
    elif short.endswith(".jsonl"):
        chosen = _elsewhere(log, Path(short))
    else:
        chosen = chosen_among(waiting, short.strip().lower())
    path = chosen.path if chosen else find_session(log, short or "")
    need_terminal("`circle show` reads a session, `circle edit` changes one")
    do, keys = _go_on, system_keys()
    if chosen is None:
        do = begin_planned if read_session(path).status.is_ahead else deepen
    with keys.reading():
        do(log, path, How(plain=is_plain(asked), keys=keys, require_commit=require_commit, bell=bell))


def _elsewhere(log: Log, path: Path) -> Waiting:
    """Take a draft by its file: one that was moved to another folder, or that is not known to be the person's own.

    Raises:
        CircleError: it cannot be read, or belongs to another log.
    """
    state = read_draft(path.absolute())
    if not belongs(state.head, log):
        do = f"circle --log {typed(state.head.log)} resume {typed(str(path))}"
        raise CircleError("a draft of another log", USAGE, where=Place(path), do=do)
    return Waiting(path=path.absolute(), state=state)


def reflect_planned(asked: Asked, short: str, *, require_commit: bool, bell: bool) -> None:
    """Begin the planned session named; go on with it where it was begun already."""
    log = log_for_sessions(asked)
    session = read_session(find_session(log, short))
    if not session.status.is_ahead:
        do = f"circle resume {short_id(session.id)} goes on with what was left out"
        raise CircleError(f"{session.id}: it has taken place already", USAGE, do=do)
    resume(asked, session.id, require_commit=require_commit, bell=bell)


def _go_on(log: Log, path: Path, how: How) -> None:
    """Go on with the draft at `path`."""
    draft, state = reopened(path, how)
    out_of_sight(log, draft)
    kind = state.head.kind
    in_the_eight = kind is DraftKind.REFLECT and not state.head.adding
    greet(how_far(log, state) if in_the_eight else WELCOME_BACK, how)
    GOES_ON[kind](log, draft, state, how)


def _list(waiting: list[Waiting]) -> None:
    if not waiting:
        say("Nothing is unfinished. `circle reflect` begins a new session.")
        return
    for each in waiting:
        result(each.line())
    say("To go on with one: circle resume, and its id or the last four letters of it.")
