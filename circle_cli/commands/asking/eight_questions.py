"""The eight questions, asked at a terminal and put into a session's file: begun, gone on with, deepened."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, to_others, what_next
from circle_cli.commands.drafts.session_file import file_of, fresh_id, tell_saved, tell_uncommitted, turns_in
from circle_cli.commands.edge import pick, result, show, today, where_it_goes
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.interview.answers.during import SECTION, TITLE
from circle_cli.interview.answers.people import PEOPLE
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.compose_plan import decompose_plan
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftState
from circle_cli.interview.script.script import Interview
from circle_cli.log.folder import Log, unused_id
from circle_cli.log.saving import Saved, save_again, save_new
from circle_cli.log.start import start_log
from circle_cli.session.file import parse_session, read_session, render_session, rewrite_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of
from circle_cli.text import TwoVersions, decode
from circle_cli.vocabulary import Mode, Scope, Share, Status


def begin(log: Log, how: How, *, quick: bool, mode: Mode, title: str | None) -> None:
    """Begin a new session. Its title prompt stands on the screen already, unless `title` is given."""
    head = DraftHead(
        id=fresh_id(log),
        log=str(log.root),
        mode=mode,
        date=today().isoformat(),
        quick=quick,
        start=TITLE.given(title) if title else {},
    )
    draft = begin_draft(log, head)
    hold_reflection(log, draft, DraftState(head=head), how, heading_shown=title is None)


def begin_planned(log: Log, path: Path, how: How) -> None:
    """Begin the session that was planned in the file at `path`.

    Raises:
        CircleError: it is collaborative, and something that protects people is not settled yet.
    """
    session = read_session(path)
    refuse_unready(session, load_guidance(log.guidance))
    greet(
        f"{session.title}\nTake your time: everything is kept as you type. "
        f"{where_it_goes(log) or 'It is private.'} It is no case record.",
        how,
    )
    later = {key for key, text in decompose(session).items() if text is None}
    start = {key: text for key, text in known_of(session).items() if key not in later}
    _open(log, path, session, start, how, day=today(), anew=(PEOPLE.key, SECTION["situation"].key))


def known_of(session: Session) -> dict[str, str | None]:
    """Give what a session holds; of one that is planned, who will present too, so that others may stay away."""
    return decompose_plan(session) if session.status.is_ahead else decompose(session)


def deepen(log: Log, path: Path, how: How) -> None:
    """Open a saved session again and ask what it does not hold yet."""
    session = read_session(path)
    greet("What you wrote is there already; Ctrl-B (or .back) goes back to it. Here is what comes next.", how)
    _open(log, path, session, decompose(session), how, day=session.date)


def _open(
    log: Log,
    path: Path,
    session: Session,
    start: Mapping[str, str | None],
    how: How,
    *,
    day: date,
    anew: tuple[str, ...] = (),
) -> None:
    head = DraftHead(
        id=session.id,
        log=str(log.root),
        mode=str(session.mode),
        date=day.isoformat(),
        deepens=str(path),
        start=start,
        anew=anew,
    )
    hold_reflection(log, begin_draft(log, head), DraftState(head=head), how)


def how_far(log: Log, state: DraftState) -> str:
    """Greet somebody who comes back, and say how far they have come."""
    answers = state.known
    asked = [page.id for page in load_guidance(log.guidance).questions if page.quick or not state.head.quick]
    done = sum(bool(SECTION[name].text(answers)) for name in asked)
    return f"Welcome back. {done} of {len(asked)} questions are answered; here is where you were."


def hold_reflection(log: Log, draft: Draft, state: DraftState, how: How, *, heading_shown: bool = False) -> None:
    """Put the questions, from the first or wherever the draft stands, and save the session."""
    head, mode = state.head, Mode(state.head.mode)
    planned = _base(log, head)
    interview = Interview(
        guidance=load_guidance(log.guidance),
        day=date.fromisoformat(head.date),
        today=today(),
        quick=head.quick,
        mode=mode,
        turns=turns_in(log, but=head.id) if mode is not Mode.INDIVIDUAL else {},
        expected=PEOPLE.value(decompose(planned)) if planned else (),
        settled=planned.answers.get("situation", "") if planned else "",
        gathered=planned.gathered if planned else (),
    )

    def finish(answers: Mapping[str, str | None]) -> "LastWords":
        saved, session = _save(log, interview, head, answers)
        return LastWords(log, saved, session, interview.guidance, how)

    hold(log, interview, draft, state, how, finish, heading_shown=heading_shown)


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
        session = compose(interview, answers, new_session(head.id, interview.day, interview.mode))
        try:
            return save_new(log, session.id, session.title, render_session(session, titles)), session
        except FileExistsError:  # never over another file: this session takes another id
            session = replace(session, id=unused_id(log, session.date, pick, lambda _: False))
            return save_new(log, session.id, session.title, render_session(session, titles)), session
    content = content_of(path)
    original = decode(content, str(path))
    base = parse_session(original, str(path))
    session = compose(interview, merge(answers, head.start, known_of(base)), base)
    if base.status.is_ahead:
        session = replace(session, status=Status.RECORDED, date=interview.day)
    return save_again(log, path, rewrite_session(original, session, titles), content, session.id), session


class LastWords:
    """Says what was saved, where, whether git has it, and what one might do next."""

    def __init__(self, log: Log, saved: Saved, session: Session, guidance: Guidance, how: How) -> None:
        self.log, self.saved, self.session, self.guidance, self.how = log, saved, session, guidance, how

    def __call__(self) -> None:
        """Say it."""
        show("\nThank you for taking the time to look at what went well.\n\n")
        tell_saved(self.log, self.session.title, self.saved)
        result("\nWhat you might do next:")
        sent = to_others(self.log)
        for_others = steps_to_others(self.session) if sent else ()
        what_next(*next_steps(self.session, self.guidance), *for_others, *sent)
        tell_uncommitted(self.log, self.saved, self.how)


def next_steps(session: Session, guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Give what one might do next with a session, each with the command for it."""
    short = short_id(session.id)
    yield f"circle show {short}", "read it again"
    yield f"circle edit {short}", "change it in your editor"
    unanswered = [question for question in guidance.questions if question.id not in session.answers]
    if unanswered:
        others = "the one question" if len(unanswered) == 1 else f"the {len(unanswered)} questions"
        yield f"circle resume {short}", f"go on to {others} you left out"
    elif still_open := ", and ".join(_still_open(session)):
        yield f"circle resume {short}", f"say {still_open}: that is open yet"
    if session.mode is not Mode.INDIVIDUAL:
        yield f"circle takeaway {short}", "a page for each of you, to keep"
        yield f"circle follow-up {short}", "in the next day or two, while you remember"
    yield "circle list", "see all your sessions"


def steps_to_others(session: Session) -> Iterator[tuple[str, str]]:
    """Give what one might do next in a log that is shared: say what may hold elsewhere too in words for others."""
    able = [each for each in session.learning_points if each.scope is Scope.GENERAL and each.share is Share.NO]
    if able and session.cast is not None:
        yield f"circle share {short_id(session.id)}", "put what you learnt into words for others"


def _still_open(session: Session) -> Iterator[str]:
    """Name what protects somebody and was left open, where nothing else leads back to it."""
    if session.safeguarding is None:
        yield "whether anything needs raising"
    if any(point.scope is None for point in session.learning_points):
        yield "where a learning point holds"
