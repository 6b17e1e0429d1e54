"""`circle share`: a learning point of a session is proposed to a second reader. Nothing is published by it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from circle_cli.commands.asking.eight_questions import ask_who_and_where
from circle_cli.commands.door.learnt import choose_learnt, mark_learnt, need_cast
from circle_cli.commands.door.overtaken import public_revision, said
from circle_cli.commands.door.signing import own_keys, state
from circle_cli.commands.drafts.committer import WHO_READS, name_committer, need_git, tell_kept, who_is_here
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, to_others, what_next
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.drafts.session_file import file_there, head_beside
from circle_cli.commands.drafts.unfinished import begun_with, go_on
from circle_cli.commands.edge import (
    Asked,
    at_terminal,
    is_plain,
    need_terminal,
    pick,
    result,
    say,
    tell_commit,
    today,
)
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.sources import read_source
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import new_point_id
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.interview.script.prompts import choice
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log, find_session
from circle_cli.log.history import git, whose
from circle_cli.log.intents import intended
from circle_cli.points.record import LearningPoint as PublicPoint
from circle_cli.session.file import read_session
from circle_cli.session.record import LearningPoint, Session
from circle_cli.share.proposal import Proposal, State, parse_proposal, path_of, read_proposal, render_proposal
from circle_cli.share.proposing.answers import LEARNT_NUMBER, POINT_ID
from circle_cli.share.proposing.from_file import read_sharing
from circle_cli.share.proposing.script import Sharing, proposed_point
from circle_cli.share.proposing.settling import FindIdentifiers
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import decode
from circle_cli.vocabulary import Scope, Share

REVISE = choice(
    "revise",
    "It is published already. Revise it?",
    ("no", "No, leave it as it is"),
    ("yes", "Yes, propose other words"),
    remark=("A second person reads them, and they take the place of those that are there; its name stays.",),
    enter="leaves it as it is",
    left_open="It stays as it is.",
    guarded=True,
)


def share(asked: Asked, short: str, number: int | None, *, require_commit: bool) -> None:
    """Propose a learning point of the session."""
    log = log_for_sessions(asked)
    need_git()
    path = find_session(log, short)
    session = read_session(path)
    learnt = choose_learnt(log, session, number)
    if not at_terminal():
        need_cast(session)
    need_terminal("give the five parts in a file: circle share ID --from FILE")
    own_keys()  # whoever cannot sign is told before they write
    begun = begun_with(log, head_of(log, session, path, learnt.id).id)
    if learnt.share is Share.PUBLISHED and begun is None and ask(asked, REVISE) != "yes":
        say("Nothing was changed: others can read it as before.")
        return
    head = head_of(log, session, path, learnt.id)
    unfinished = begun
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    _ask_who_proposes(log, how)
    with keys.reading():
        if session.cast is None:
            greet(
                "Before others may read of it: who is in the story? That list is never shown, and keeps names out.", how
            )
            ask_who_and_where(log, path, how)
            need_cast(read_session(path))
        if unfinished is not None:
            go_on(log, unfinished, how, hold_sharing)
            return
        greet(
            "Let us make it something that others can use. You write what is general, and leave the story here. "
            "Whatever might tell who, where or when is pointed out, and you decide. "
            "A second person reads it before anything is published.",
            how,
        )
        _say_kept_back(session, how)
        hold_sharing(log, begin_draft(log, head), DraftState(head=head), how)


def share_from(asked: Asked, short: str, number: int | None, source: str, *, require_commit: bool) -> None:
    """Propose a learning point from a file that holds its parts and what was decided; nothing is asked."""
    log = log_for_sessions(asked)
    need_git()
    path = find_session(log, short)
    session = read_session(path)
    learnt = choose_learnt(log, session, number)
    need_cast(session)
    sharing = sharing_of(log, path, learnt.id)
    where = "standard input" if source == "-" else source
    answers = read_sharing(decode(read_source(source), where), where, sharing.guidance, sharing.check)
    point_id = learnt.point or new_point_id(pick)
    commit = save_proposal(log, sharing, answers, path, point_id)
    result(str(path_of(log.root, point_id)))
    tell_commit(commit, required=require_commit)


def head_of(log: Log, session: Session, path: Path, number: int) -> DraftHead:
    """Give the head of a draft for sharing one learning point."""
    return head_beside(log, session, path, DraftKind.SHARE, LEARNT_NUMBER.given(number), apart=f"-{number}")


def _say_kept_back(session: Session, how: How) -> None:
    kept = [point for point in session.learning_points if point.scope is Scope.SPECIFIC]
    if kept:
        many = "One learning point belongs" if len(kept) == 1 else f"{len(kept)} learning points belong"
        stay = "is not shared: telling it" if len(kept) == 1 else "are not shared: telling them"
        greet(f"{many} to this situation alone, and {stay} would tell the story.", how)


def _ask_who_proposes(log: Log, how: How) -> None:
    """Ask for an address where none is known: whoever cannot be told from a reader is told before they write."""
    if whose.identity(log.root) is None:
        name_committer(log.root, WHO_READS, plain=how.plain)
    _author(log)


def hold_sharing(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Ask, settle what is found, and save the proposal."""
    _ask_who_proposes(log, how)  # of a draft from elsewhere, or from before, nobody was asked
    head = state.head
    path = file_there(log, head)
    sharing = sharing_of(log, path, LEARNT_NUMBER.value(head.start) or 0)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        point_id = sharing.learnt.point or POINT_ID.text(answers) or new_point_id(pick)
        if not POINT_ID.text(answers):
            draft.answered(POINT_ID.key, point_id, None)
        commit = save_proposal(log, sharing, answers, path, point_id)
        return lambda: _last_words(log, point_id, commit, how)

    hold(log, sharing, draft, state, how, finish)


def sharing_of(log: Log, path: Path, number: int) -> Sharing:
    """Give what is asked about a learning point of the session at `path`, as its file has it now."""
    session = read_session(path)
    learnt = next((point for point in session.learning_points if point.id == number), None)
    if learnt is None or session.cast is None:
        wrong = f"the learning point {number}, or the cast, is no longer there"
        raise CircleError(wrong, USAGE, where=Place(path), do="begin anew")
    if learnt.scope is not Scope.GENERAL:
        wrong = f"the learning point {number} is no longer said to hold elsewhere, so it is not shared"
        raise CircleError(wrong, USAGE, where=Place(path))
    lists, cast = load_lists(log.root), session.cast

    @lru_cache(maxsize=512)
    def find(text: str) -> tuple[object, ...]:
        return find_identifiers(text, cast, lists)

    check: FindIdentifiers = find  # type: ignore[assignment]  # the cache hides the type of what it keeps
    return Sharing(
        guidance=load_guidance(log.guidance),
        session=session,
        learnt=learnt,
        today=today(),
        check=check,
        earlier=_earlier(log, learnt),
    )


def _earlier(log: Log, learnt: LearningPoint) -> Proposal | None:
    path = path_of(log.root, learnt.point) if learnt.point else None
    return read_proposal(path) if path and path.is_file() else None


def _author(log: Log) -> str:
    """Give who proposes here, by which they are told from the second reader."""
    return who_is_here(log, "the second reader must be somebody else")


def save_proposal(
    log: Log, sharing: Sharing, answers: Mapping[str, str | None], path: Path, point_id: str
) -> git.Commit:
    """Save the proposal and mark the learning point in its session; both go into one private commit.

    Raises:
        CircleError: something is not settled, git does not know who proposes, or a file was changed meanwhile.
    """
    author = _author(log)
    point, explained = proposed_point(sharing, answers, point_id)
    point = replace(point, revision=public_revision(log, point_id) + 1)
    place = inside(log.root, path_of(log.root, point_id))
    statement = state(point, explained, load_lists(log.root).version, own_keys()[0], author)
    with deciding(log.root):
        before = content_of(place) if place.is_file() else None
        earlier = parse_proposal(decode(before, str(place)), str(place), place.stem) if before else None
        _refuse_overtaken(log, sharing, author, earlier, path)
        _refuse_the_same(sharing, point)
        proposal = Proposal(
            point=point,
            state=State.PROPOSED,
            author=author,
            proposed=sharing.today,
            explained=explained,
            statement=statement,
            readings=earlier.readings if earlier else (),
        )
        message = f"Propose learning point {point_id}"
        with intended(log.root, [place, path], message, log.tell, log.trust) as commit:
            share = Share.PUBLISHED if point.revision > 1 else Share.PROPOSED
            mark_learnt(log, path, sharing.learnt.id, share, point_id)  # first: it keeps the id
            text = render_proposal(proposal).encode("utf-8")
            if text != before:
                replace_file(place, text, before)
            return commit()


def _refuse_the_same(sharing: Sharing, point: PublicPoint) -> None:
    """Refuse a revision in which nothing is revised: a second person would read it for nothing.

    Raises:
        CircleError: so.
    """
    earlier = sharing.earlier
    if earlier and earlier.state is State.APPROVED and replace(earlier.point, revision=point.revision) == point:
        wrong = f"{point.id}: it says the same as what is published"
        raise CircleError(wrong, USAGE, do="say something in it in other words")


def _refuse_overtaken(log: Log, sharing: Sharing, author: str, earlier: Proposal | None, path: Path) -> None:
    """Refuse to propose over what somebody else did while its author was writing; the draft stays.

    Raises:
        CircleError: so; who it was, and what they said.
    """
    known = sharing.earlier.readings if sharing.earlier else ()
    revised = sharing.earlier is not None and sharing.earlier.state is State.APPROVED
    if earlier and earlier.state is State.APPROVED and not revised:
        wrong = f"{earlier.point.id}: a second person approved it meanwhile"
        raise CircleError(wrong, USAGE, do="circle withdraw takes it back")
    if earlier and len(earlier.readings) > len(known):
        raise CircleError(f"{earlier.point.id}: meanwhile, {said(earlier.readings[-1])}", USAGE, do="read that first")
    if earlier and earlier.state is State.PROPOSED and not whose.is_same(log.root, earlier.author, author):
        wrong = f"{earlier.point.id}: {earlier.author} proposed it meanwhile, and it waits for a second reader"
        raise CircleError(wrong, USAGE, do="circle review shows it")
    now = next((each for each in read_session(path).learning_points if each.id == sharing.learnt.id), None)
    if (
        now is None
        or now.scope is not Scope.GENERAL
        or now.point not in (sharing.learnt.point, earlier and earlier.point.id)
    ):
        wrong = "this learning point of the session was changed, or proposed, by somebody else meanwhile"
        raise CircleError(wrong, USAGE, where=Place(path), do="look at it first")


def _last_words(log: Log, point_id: str, commit: git.Commit, how: How) -> None:
    greet(
        "Thank you. It is proposed, and nothing is published yet. "
        "A second person, who was not the author, reads it next:\n",
        how,
    )
    what_next(*to_others(log), (f"circle review {point_id}", "what they type, in this log, under their own name"))
    tell_kept(log, commit, plain=how.plain, required=how.require_commit)
