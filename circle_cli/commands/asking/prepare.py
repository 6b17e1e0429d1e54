"""`circle prepare`: what is settled before a session, and the planned session that comes of it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, what_next
from circle_cli.commands.drafts.session_file import (
    file_of,
    file_there,
    fresh_id,
    tell_saved,
    tell_uncommitted,
    turns_in,
)
from circle_cli.commands.drafts.unfinished import Waiting, go_on, own_unfinished
from circle_cli.commands.edge import Asked, is_plain, need_terminal, pick, result, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.own_settings import own_settings
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.records import Guidance
from circle_cli.ids import id_in, short_id
from circle_cli.interview.answers.before import EVENT_IDS, MODE
from circle_cli.interview.answers.during import TITLE
from circle_cli.interview.answers.people import PEOPLE
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_event, compose_plan, decompose_plan
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.before.splitting import groups_of, to_split
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.opening import roles_in_words
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.durable import check_writable
from circle_cli.log.folder import Log, find_session, session_with_id, unused_id
from circle_cli.log.saving import Saved, save_again, save_new
from circle_cli.log.start import start_log
from circle_cli.session.file import parse_session, read_session, render_session, rewrite_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of
from circle_cli.text import decode
from circle_cli.vocabulary import Mode, Role, Status


def prepare(
    asked: Asked, short: str | None, *, mode: Mode | None, groups: int | None, title: str | None, require_commit: bool
) -> None:
    """Prepare a new session, or go on with preparing the one named."""
    from circle_cli.interview.terminal.keyboard import system_keys

    if groups is not None and mode not in (None, Mode.TRAINING):
        raise CircleError(f"--groups is for --mode training; a session of mode {mode} has one group", USAGE)
    log = log_for_sessions(asked)
    need_terminal("take a session whose status is `planned` from a file: circle reflect --from FILE")
    check_writable(log.sessions)
    unfinished = _unfinished(log, short) if short is not None else None
    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    with keys.reading():
        if unfinished is not None:
            go_on(log, unfinished, how, hold_preparation)
            return
        if short is not None:
            _again(log, find_session(log, short), how)
            return
        mode = Mode.TRAINING if groups is not None else mode
        begin_preparing(log, how, mode=mode, groups=groups, title=title)


def _unfinished(log: Log, short: str) -> Waiting | None:
    """Find a preparation that was paused: of the session of that id, or of one that has no file yet."""
    with suppress(CircleError):
        short = id_in(find_session(log, short).name)
    return own_unfinished(log, short, DraftKind.PREPARE)


def begin_preparing(log: Log, how: How, *, mode: Mode | None, groups: int | None, title: str | None) -> None:
    """Begin to prepare a new session."""
    greet("Let us get a session ready. Leave open whatever is not settled yet; it can be added later.", how)
    start = {**(MODE.given(mode) if mode else {}), **(TITLE.given(title) if title else {})}
    head = DraftHead(
        id=fresh_id(log),
        log=str(log.root),
        mode=str(mode or ""),
        date=today().isoformat(),
        kind=DraftKind.PREPARE,
        groups=groups,
        start=start,
    )
    hold_preparation(log, begin_draft(log, head), DraftState(head=head), how)


def _again(log: Log, path: Path, how: How) -> None:
    """Go on with preparing a planned session: what is settled is shown, and asked again only where it is wished."""
    session = read_session(path)
    if session.status is not Status.PLANNED:
        do = f"circle edit {short_id(session.id)} changes it"
        raise CircleError(f"{session.id}: it has taken place already", USAGE, do=do)
    head = DraftHead(
        id=session.id,
        log=str(log.root),
        mode=str(session.mode),
        date=session.date.isoformat(),
        kind=DraftKind.PREPARE,
        deepens=str(path),
        named=session.title,
    )
    greet("Here is what is settled; after it comes what is still open.", how)
    hold_preparation(log, begin_draft(log, head), DraftState(head=head), how)


def hold_preparation(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Ask what is to be settled, and save the planned session or sessions."""
    head = state.head
    path = file_there(log, head) if head.deepens else None
    preparation = Preparation(
        guidance=guidance_to_write_by(log),
        today=today(),
        mode=Mode(head.mode) if head.mode else None,
        groups=head.groups,
        settled=decompose_plan(read_session(path)) if path else {},
        turns={} if path else turns_in(log, but=head.id),
        services=own_settings().services,
    )

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        if log.own:
            start_log(log.root, log.trust)
        if EVENT_IDS.text(answers) or (preparation.of_several_groups(answers) and PEOPLE.text(answers)):
            saved = _save_event(log, preparation, draft, head, answers)
        else:
            saved = [_save_plan(log, preparation, head, answers)]
        return lambda: _last_words(log, saved, preparation.guidance, how)

    hold(log, preparation, draft, state, how, finish)


Made = tuple[Session, Saved]


def _save_plan(log: Log, preparation: Preparation, head: DraftHead, answers: Mapping[str, str | None]) -> Made:
    path = file_of(log, head)
    if path is None:
        mode = preparation.chosen(answers) or Mode.INDIVIDUAL
        session = compose_plan(preparation, answers, new_session(head.id, today(), mode))
        return session, save_new(log, session.id, session.title, render_session(session, preparation.guidance.titles))
    content = content_of(path)
    original = decode(content, str(path))
    before = parse_session(original, str(path))
    session = compose_plan(preparation, {**decompose_plan(before), **answers}, before)
    text = rewrite_session(original, session, preparation.guidance.titles)
    return session, save_again(log, path, text, content, session.id)


def _save_event(
    log: Log, preparation: Preparation, draft: Draft, head: DraftHead, answers: Mapping[str, str | None]
) -> list[Made]:
    """Save a file for each group. The ids are kept first, so that a save cut short goes on where it was.

    Where the event has a file already, from when nobody knew who was coming, the first group has that one.
    """
    there = session_with_id(log, head.id) if head.deepens else None
    before = read_session(there) if there else None
    groups = groups_of(to_split(answers), preparation.groups, answers)
    ids = EVENT_IDS.value(answers)
    if len(ids) != len(groups) + 1:
        ids = (unused_id(log, today(), pick, lambda _: False), head.id) if before else (head.id,)
        while len(ids) <= len(groups):
            ids = (*ids, unused_id(log, today(), pick, ids.__contains__))
        draft.answered(EVENT_IDS.key, EVENT_IDS.notation.write(ids), None)
    base = before or new_session(head.id, today(), Mode.TRAINING)
    known = {**decompose_plan(before), **answers} if before else answers
    made = compose_event(preparation, known, base, ids[0], ids[1:])
    titles = preparation.guidance.titles
    in_turn = sorted(made, key=lambda each: each.id == head.id)  # until all the others are saved, it is one event there
    saved = {each.id: _save_group(log, each, titles) for each in in_turn}
    return [saved[each.id] for each in made]


def _save_group(log: Log, session: Session, titles: Mapping[str, str]) -> Made:
    """Save a group's session; one that is there already, and that somebody has changed since, stays as it is."""
    path = session_with_id(log, session.id)
    if path is None:
        return session, save_new(log, session.id, session.title, render_session(session, titles))
    content = content_of(path)
    text = decode(content, str(path))
    there = parse_session(text, str(path))
    if there.event is None:  # all that was settled of the event before anybody knew who was coming
        there, text = session, rewrite_session(text, session, titles)
    return there, save_again(log, path, text, content, session.id)


def _last_words(log: Log, made: list[Made], guidance: Guidance, how: How) -> None:
    several = f"{len(made)} sessions are planned, one for each group."
    result(f"\n{several if len(made) > 1 else 'The session is planned.'}\n")
    for session, saved in made:
        tell_saved(log, session.title, saved)
        for line in wrapped(_who_does_what(session, guidance), "  "):
            result(line)
    first = made[0][0]
    page = guidance.page_of(first.mode)
    ready = first.plan.ready if first.plan else ()
    still = [check for check in page.readiness if check.id not in ready]
    if still:
        result("\nStill to settle:")
        for check in still:
            needed = " (needed before it can begin)" if check.required and first.mode is Mode.COLLABORATIVE else ""
            for line in wrapped(f"- {check.check}{needed}"):
                result(line)
    if first.mode is not Mode.INDIVIDUAL or first.roles:
        from circle_cli.commands.asking.invitation import invite

        invite(log, first, page)
    result("\nWhat comes next:")
    what_next(*_steps([session for session, _ in made], unsettled=bool(still)))
    for _, saved in made:
        tell_uncommitted(log, saved, how)


def _who_does_what(session: Session, guidance: Guidance) -> str:
    if session.mode is Mode.INDIVIDUAL or not session.roles:
        return ""
    company = Company(people=session.people, facilitator=session.facilitator or "", roles=session.roles)
    return "  " + "; ".join(roles_in_words(guidance.roles, company)).replace("; (", " (")


def _steps(sessions: list[Session], *, unsettled: bool) -> Iterator[tuple[str, str]]:
    first = sessions[0]
    if unsettled and not first.event:
        yield f"circle prepare {short_id(first.id)}", "when more of it is settled"
    for session in sessions:
        begin = f"begin group {session.event.group}" if session.event else "begin it, when everybody is there"
        yield f"circle reflect {short_id(session.id)}", begin if session.mode is not Mode.INDIVIDUAL else "begin it"
    if first.event:
        yield f"circle event {short_id(first.event.id)}", "gather what the groups have found"
    if first.mode is not Mode.INDIVIDUAL:
        encouragers = max(len(session.roles.get(Role.ENCOURAGER, ())) for session in sessions) + 1
        cards = f"circle print cards --mode {first.mode} --encouragers {encouragers}"
        yield cards, "role cards for the table, with a spare one"
        for session in (each for each in sessions if each.roles):
            yield f"circle print cards {short_id(session.id)}", "or a card for each person, by name"
        yield "circle print prompts", "the questions, for whoever asks them"
        for_others = "; each group has its own" if len(sessions) > 1 else ""
        yield f"circle print sheet {short_id(first.id)}", f"the recording sheet, ready to be filled in{for_others}"
