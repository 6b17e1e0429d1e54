"""The eight questions, asked at a terminal and put into a session's file: begun, gone on with, deepened."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from circle_cli.commands.asking.last_words import Offers, Told, last_words, offer_more
from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold
from circle_cli.commands.drafts.session_file import file_of, fresh_id, met_before, tell_uncommitted, turns_in
from circle_cli.commands.edge import pick, today, where_it_goes
from circle_cli.commands.own_settings import my_name, own_settings
from circle_cli.commands.sparks.begun import begun_with, first_words, first_words_of
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.interview.answers.adding import Addition, added_in
from circle_cli.interview.answers.during import LEARNING_POINTS, SECTION, THEMES, TITLE, in_their_places
from circle_cli.interview.answers.people import COMPANY, PEOPLE, WITH_SOMEBODY
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.compose_plan import decompose_plan
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftState
from circle_cli.interview.script.during.adding import says_a_step
from circle_cli.interview.script.script import Interview
from circle_cli.log.folder import Log, unused_id
from circle_cli.log.history.elsewhere import places
from circle_cli.log.saving import Saved, save_again, save_new
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.log.start import start_log
from circle_cli.session.file import parse_session, read_session, render_session, rewrite_session
from circle_cli.session.record import CastEntry, Session, on_its_day
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode
from circle_cli.vocabulary import ME, Mode, Status


def begin(
    log: Log,
    how: How,
    *,
    quick: bool,
    mode: Mode,
    title: str | None,
    one_to_one: bool,
    spark: FoundSpark | None = None,
) -> None:
    """Begin a new session, with the words of a `spark` if there is one, to be changed where they are asked for.

    Its title prompt stands on the screen already, unless `title` is given.
    """
    first = first_words_of(guidance_to_write_by(log), spark.spark.text, quick=quick) if spark else {}
    given = {**(TITLE.given(title) if title else {}), **(COMPANY.given(WITH_SOMEBODY) if one_to_one else {})}
    head = DraftHead(
        id=fresh_id(log),
        log=str(log.root),
        mode=mode,
        date=today().isoformat(),
        quick=quick,
        start={**given, **first},
        anew=tuple(first),
    )
    draft = begin_draft(log, head)
    if spark:
        begun_with(log, spark, head.id)
    hold_reflection(log, draft, DraftState(head=head), how, heading_shown=title is None)


def begin_planned(log: Log, path: Path, how: How) -> None:
    """Begin the session that was planned in the file at `path`.

    Raises:
        CircleError: it is collaborative, and something that protects people is not settled yet.
    """
    session = read_session(path)
    refuse_unready(session, guidance_to_write_by(log))
    greet(
        f"{session.title}\nTake your time: everything is kept as you type. "
        f"{where_it_goes(log) or 'It is private.'} It is no case record.",
        how,
    )
    later = {key for key, text in decompose(session).items() if text is None}
    start = {key: text for key, text in known_of(session).items() if key not in later}
    head = _head(log, path, session, start, day=today(), anew=(PEOPLE.key, SECTION["situation"].key))
    hold_reflection(log, begin_draft(log, head), DraftState(head=head), how)


def known_of(session: Session) -> dict[str, str | None]:
    """Give what a session holds; of one that is planned, who will present too, so that others may stay away."""
    return decompose_plan(session) if session.status.is_ahead else decompose(session)


def deepen(log: Log, path: Path, how: How) -> None:
    """Open a saved session again and ask what it does not hold yet."""
    session = read_session(path)
    start = decompose(session)
    head = _head(log, path, session, start, day=session.date)
    interview = interview_of(log, DraftState(head=head))
    if all(prompt.key in start for prompt in interview.draw_up(start)):
        greet(f"{session.title}\nEverything that you were asked is there.", how)
        offer_more(Told(log=log, path=path, session=session, interview=interview, how=how, add=add))
        return
    greet("What you wrote is there already; Ctrl-B (or .back) goes back to it. Here is what comes next.", how)
    hold_reflection(log, begin_draft(log, head), DraftState(head=head), how)


def add(log: Log, path: Path, addition: Addition, how: How) -> None:
    """Add something to a saved session, and nothing else."""
    session = read_session(path)
    anew = (THEMES.key,) if addition is Addition.THEMES else ()
    head = _head(log, path, session, decompose(session), day=session.date, anew=anew, adding=addition)
    hold_reflection(log, begin_draft(log, head), DraftState(head=head), how)


def ask_who_and_where(log: Log, path: Path, how: How) -> None:
    """Ask who is in the story of a saved session, where something else has to know it, and save that."""
    session = read_session(path)
    head = _head(log, path, session, decompose(session), day=session.date, adding=Addition.PEOPLE)
    state = DraftState(head=head)
    interview = interview_of(log, state)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        saved, _ = _save(log, interview, head, answers)
        return partial(tell_uncommitted, log, saved, how)

    hold(log, interview, begin_draft(log, head), state, how, finish)


def _head(
    log: Log,
    path: Path,
    session: Session,
    start: Mapping[str, str | None],
    *,
    day: date,
    anew: tuple[str, ...] = (),
    adding: Addition | None = None,
) -> DraftHead:
    """Give the head of a draft for a session that has a file already."""
    return DraftHead(
        id=session.id,
        log=str(log.root),
        mode=str(session.mode),
        date=day.isoformat(),
        deepens=str(path),
        start=start,
        anew=anew,
        adding=adding,
    )


def how_far(log: Log, state: DraftState) -> str:
    """Greet somebody who comes back, and say how far they have come."""
    answers = state.known
    asked = [page.id for page in guidance_to_write_by(log).questions if page.quick or not state.head.quick]
    done = sum(bool(SECTION[name].text(answers)) for name in asked)
    return f"Welcome back. {done} of {len(asked)} questions are answered; here is where you were."


def hold_reflection(log: Log, draft: Draft, state: DraftState, how: How, *, heading_shown: bool = False) -> None:
    """Put the questions, from the first or wherever the draft stands, and save the session."""
    interview = interview_of(log, state)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        saved, session = _save(log, interview, state.head, answers)
        told = Told(log=log, path=saved.path, session=session, interview=interview, how=how, add=add)
        step = interview.quick and says_a_step(interview, answers)
        offers = Offers.ACTIONS if step else Offers.NOTHING if interview.quick else Offers.ALL
        return partial(last_words, told, saved, offers=offers, again=interview.saved)

    hold(log, interview, draft, state, how, finish, heading_shown=heading_shown)


def interview_of(log: Log, state: DraftState) -> Interview:
    """Give what a draft asks about."""
    head, mode = state.head, Mode(state.head.mode)
    planned = _base(log, head)
    return Interview(
        guidance=guidance_to_write_by(log).turned(met_before(log, but=head.id)),
        day=date.fromisoformat(head.date),
        today=today(),
        quick=head.quick,
        mode=mode,
        turns=turns_in(log, but=head.id) if mode is not Mode.INDIVIDUAL else {},
        expected=PEOPLE.value(decompose(planned)) if planned else (),
        wishes=planned.plan.wishes if planned and planned.plan else (),
        settled=planned.answers.get("situation", "") if planned else first_words(head),
        gathered=planned.gathered if planned else (),
        seen=_seen(log, planned) if head.adding == Addition.PEOPLE else (),
        me=_me(log),
        services=own_settings().services,
        themes=planned.themes if planned else (),
        outcomes=planned.learning_outcomes if planned else (),
        points=len(planned.learning_points) if planned else 0,
        actions=len(planned.action_points) if planned else 0,
        adding=_additions(state),
        saved=head.adding is not None,
    )


def _me(log: Log) -> str:
    """Say whose an action is that somebody gives to nobody else: by their name where others read it."""
    return (my_name(log) if places(log.root) else "") or ME


def _seen(log: Log, session: Session | None) -> tuple[CastEntry, ...]:
    from circle_cli.commands.asking.seen import names_seen

    return names_seen(log, session) if session else ()


def _additions(state: DraftState) -> tuple[Addition, ...]:
    """Give what is asked beside the questions: what is added, and what a draft of an earlier version had asked for.

    Of a saved session, a learning point of which nobody has said where it holds is asked about once more.
    """
    if state.head.adding:
        return (Addition(state.head.adding),)
    asked = added_in([*state.answers, *state.halves, *filter(None, (state.at,))])
    open_points = any(not point.text("scope") for point in LEARNING_POINTS.given(state.known))
    return asked if not open_points else tuple(dict.fromkeys((Addition.LEARNING_POINTS, *asked)))


def _base(log: Log, head: DraftHead) -> Session | None:
    """Give the session that a draft began from, as its file has it now; None where there is none, or none to read.

    Raises:
        TwoVersions: git left two in it; nothing more is asked, since nothing could be saved.
    """
    try:
        path = file_of(log, head) if head.deepens else None
        return read_session(path) if path else None
    except TwoVersions:
        raise
    except (OSError, CircleError):
        return None


def refuse_unready(session: Session, guidance: Guidance) -> None:
    """Keep a collaborative session from beginning before it is safe for those in it.

    Raises:
        CircleError: a check that has to hold does not; what is missing is named.
    """
    page = guidance.page_of(session.mode)
    ready = session.plan.ready if session.plan else ()
    missing = [check.check for check in page.readiness if check.required and check.id not in ready]
    if session.mode is Mode.COLLABORATIVE and session.status is Status.PLANNED and missing:
        listed_checks = "\n".join(f"- {check}" for check in missing)
        raise CircleError(
            "This session cannot begin yet: people's own lives are in the room, and these checks protect them.\n"
            f"{listed_checks}",
            USAGE,
            do=f"\nOnce they are settled: circle prepare {short_id(session.id)}",
        )


def _save(log: Log, interview: Interview, head: DraftHead, answers: Mapping[str, str | None]) -> tuple[Saved, Session]:
    """Put the answers into the session's file: a new one, or the one that is there."""
    titles = interview.guidance.titles
    if log.own:
        start_log(log.root, log.trust)
    path = file_of(log, head)
    if path is None:
        if not TITLE.text(answers):
            from circle_cli.commands.asking.seen import quiet_name

            answers = {**answers, **TITLE.given(quiet_name(log, answers))}
        session = compose(interview, answers, new_session(head.id, interview.day, interview.mode))
        try:
            return save_new(log, session.id, session.title, render_session(session, titles)), session
        except FileExistsError:  # never over another file: this session takes another id
            session = replace(session, id=unused_id(log, session.date, pick, lambda _: False))
            return save_new(log, session.id, session.title, render_session(session, titles)), session
    content = content_of(path)
    original = decode(content, str(path))
    base = parse_session(original, str(path))
    session = compose(interview, merge(in_their_places(answers), head.start, known_of(base)), base)
    if base.status.is_ahead:
        session = replace(on_its_day(session, interview.day), status=Status.RECORDED)
    return save_again(log, path, rewrite_session(original, session, titles), content, session.id), session
