"""`circle follow-up`: what is done in the days after a session, so that what was learnt is kept and used."""

from collections.abc import Callable, Mapping

from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, what_next
from circle_cli.commands.drafts.session_file import file_there, head_beside, tell_saved, tell_uncommitted
from circle_cli.commands.drafts.unfinished import go_on, own_unfinished
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import short_id
from circle_cli.interview.composing.compose_follow_up import compose_follow_up, decompose_follow_up
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftKind, DraftState
from circle_cli.interview.script.following import FollowUp
from circle_cli.log.folder import Log, find_session
from circle_cli.log.saving import Saved, save_again
from circle_cli.session.file import parse_session, read_session, rewrite_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of
from circle_cli.text import decode
from circle_cli.vocabulary import Mode, Status

_FIRST_WORDS = "A quarter of an hour is plenty (ours). Skip what does not fit."


def follow_up(asked: Asked, short: str, *, require_commit: bool) -> None:
    """Follow up a session: summary, references, the presenter's manager, sharing, what became of the actions."""
    from circle_cli.interview.terminal.keyboard import system_keys

    log = log_for_sessions(asked)
    path = find_session(log, short)
    session = read_session(path)
    if session.status.is_ahead:
        do = f"circle reflect {short_id(session.id)} begins it"
        raise CircleError(f"{session.id}: it has yet to take place", USAGE, do=do)
    need_terminal(f"change the file itself: {path}")
    unfinished = own_unfinished(log, session.id, DraftKind.FOLLOW_UP)
    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    head = head_beside(log, session, path, DraftKind.FOLLOW_UP, decompose_follow_up(session))
    with keys.reading():
        if unfinished is not None:
            go_on(log, unfinished, how, hold_follow_up)
            return
        again = session.status is Status.FOLLOWED_UP
        words = "What you wrote is there already; Ctrl-B (or .back) goes back to it." if again else _FIRST_WORDS
        greet(f"Following up: {session.title}\n{words}", how)
        hold_follow_up(log, begin_draft(log, head), DraftState(head=head), how)


def hold_follow_up(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Ask, and put the answers into the session's file."""
    path = file_there(log, state.head)
    script = FollowUp(guidance=guidance_to_write_by(log), session=read_session(path), today=today())

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        titles = script.guidance.titles
        content = content_of(path)
        original = decode(content, str(path))
        before = parse_session(original, str(path))
        merged = merge(answers, state.head.start, decompose_follow_up(before))
        session = compose_follow_up(script, merged, before)
        saved = save_again(log, path, rewrite_session(original, session, titles), content, session.id)
        return lambda: _last_words(log, session, saved, how)

    hold(log, script, draft, state, how, finish)


def _last_words(log: Log, session: Session, saved: Saved, how: How) -> None:
    short = short_id(session.id)
    result("\nThank you: what is followed up is not lost.\n")
    tell_saved(log, session.title, saved)
    result("\nWhat you might do next:")
    takeaway = [(f"circle takeaway {short}", "a page for each who took part")] * (session.mode is not Mode.INDIVIDUAL)
    read = (f"circle show {short}", "read it, and copy what you want to pass on")
    what_next(read, *takeaway, ("circle actions", "all that is still to be done"))
    tell_uncommitted(log, saved, how)
