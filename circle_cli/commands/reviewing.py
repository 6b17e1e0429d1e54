"""`circle review`: a second person reads what is proposed, and approves it, returns it or declines it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli import __version__
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, say, show, the_log, today, uncommitted
from circle_cli.commands.holding import How, begin_draft, greet, hold, what_next
from circle_cli.commands.sharing import mark_learnt
from circle_cli.commands.waiting import resume, unfinished
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.draft import Draft
from circle_cli.interview.draft_lines import DraftHead, DraftState
from circle_cli.log import git
from circle_cli.log.durable import create
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.points import sessions_with
from circle_cli.log.settings import Review as Readers
from circle_cli.log.settings import load_settings
from circle_cli.points.file import digest, read_point, refuse_unapproved, render_point
from circle_cli.points.record import Approval, LearningPoint
from circle_cli.session.record import Share
from circle_cli.share.lists import load_lists
from circle_cli.share.proposal import (
    INTRUDER,
    Proposal,
    Reading,
    State,
    path_of,
    proposal_files,
    read_proposal,
    render_proposal,
)
from circle_cli.share.reviewing import Review, decided
from circle_cli.share.vetting import unsettled, visible


def review(asked: Asked, short: str | None, *, require_commit: bool) -> None:
    """Read a proposal and decide; without an id, the one that is waiting, or a list of those that are."""
    log = the_log(asked)
    reader = _reader(log)
    waiting = waiting_for(log, reader)
    chosen = _chosen(log, waiting, short, reader)
    if chosen is None:
        return
    need_terminal("a second person has to read it; there is no flag for that")
    if unfinished(log, chosen.point.id, digest=digest(chosen.point)):
        resume(asked, chosen.point.id, require_commit=require_commit)
        return
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    head = DraftHead(
        id=chosen.point.id,
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        quick=False,
        kind="review",
        start={"digest": digest(chosen.point)},
    )
    with keys.reading():
        greet(
            "Please read it as somebody would who would like to know who it is about: a relative, a neighbour, "
            "a colleague, a reporter. You see the text alone, and that is on purpose.",
            how,
        )
        hold_review(log, begin_draft(log, head), DraftState(head=head), how)


def _reader(log: Log) -> str:
    reader = git.identity(log.root)
    if reader is None:
        raise CircleError(
            "git does not know who you are, and a reader must be somebody else than the author.\n"
            'To put that right: git config --global user.email "you@example.org"',
            USAGE,
        )
    return reader


def waiting_for(log: Log, reader: str) -> list[Proposal]:
    """Give the proposals that this person may read, oldest first; what cannot be read is reported."""
    single = load_settings(log).review is Readers.SINGLE
    found = [
        proposal
        for proposal in _proposals(log, lambda error: say(f"Left out: {error}"))
        if proposal.state is State.PROPOSED and (single or proposal.author != reader)
    ]
    return sorted(found, key=lambda proposal: (proposal.proposed, proposal.point.id))


def returned_to(log: Log, author: str) -> list[str]:
    """Say, for each proposal of this author that was returned, what the reader said and how to go on."""
    said: list[str] = []
    for proposal in _proposals(log, lambda _: None):
        if proposal.state is State.RETURNED and proposal.author == author and proposal.readings:
            said.append(f"  {proposal.point.title}: “{proposal.readings[-1].comment or 'no comment'}”")
            for found in sessions_with(log, proposal.point.id, lambda _: None):
                numbers = (point.id for point in found.session.learning_points if point.point == proposal.point.id)
                said += [f"    circle share {found.session.id[11:]} {number}" for number in numbers]
    return said


def _proposals(log: Log, report: Callable[[CircleError], None]) -> Iterator[Proposal]:
    for path in proposal_files(log.root):
        try:
            yield read_proposal(path)
        except CircleError as error:
            report(error)


def _chosen(log: Log, waiting: list[Proposal], short: str | None, reader: str) -> Proposal | None:
    wanted = (short or "").strip().lower()
    found = [proposal for proposal in waiting if proposal.point.id.startswith(wanted)]
    if short is None and len(found) != 1:
        for proposal in found:
            result(f"{proposal.point.id}  {proposal.point.title}")
        say("To read one: circle review, and its id." if found else "Nothing is waiting for you to read.")
        return None
    if len(found) == 1:
        return found[0]
    if found:
        raise CircleError(f"{short}: could be any of {len(found)} proposals; give more of the id", USAGE)
    own = path_of(log.root, wanted)
    if re.fullmatch("[a-z0-9]{8}", wanted) and own.is_file() and read_proposal(own).author == reader:
        raise CircleError(
            f"{short}: you wrote it, so somebody else reads it. Working alone? `review: single` in circle.yml "
            "lets you read your own, and the site will say so",
            USAGE,
        )
    raise CircleError(f"{short}: no proposal of that id is waiting; `circle review` shows those that are", USAGE)


def hold_review(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Put the text and the five questions, and carry out what the reader decides."""
    place = path_of(log.root, state.head.id)
    script = Review(guidance=load_guidance(log.guidance), proposal=read_proposal(place))

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        proposal = read_proposal(place)
        if digest(proposal.point) != state.head.start.get("digest"):
            raise CircleError(f"{place}: its author changed the text meanwhile; please read it anew: circle review")
        reading = _reading(log, answers)
        _refuse_decided(proposal, reading)
        done = carry_out(log, place, proposal, reading)
        return lambda: _last_words(reading.decision, done, how)

    hold(log, script, draft, state, how, finish)


def _reading(log: Log, answers: Mapping[str, str | None]) -> Reading:
    return Reading(
        by=_reader(log),
        on=today(),
        decision=decided(answers),
        answers=tuple((key, answers.get(f"intruder/{key}") or "unsure") for key in INTRUDER),
        comment=(answers.get("comment") or "").strip() or None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The commits that were made, the public one first where there is one, and whether that one is signed."""

    commits: tuple[git.Commit, ...]
    signature: git.Signature | None = None


def carry_out(log: Log, place: Path, proposal: Proposal, reading: Reading) -> Done:
    """Publish, return or decline.

    Raises:
        CircleError: reader and author are the same, or the check asks about words that nobody explained.
    """
    commits: list[git.Commit] = []
    signature: git.Signature | None = None
    point = proposal.point
    if reading.decision is State.APPROVED:
        _refuse_unfit(log, proposal, reading)
        approval = Approval(
            sha256=digest(point),
            tool=__version__,
            lists=load_lists(log.root).version,
            explained=_explained_in(proposal),
        )
        public = log.root / "guidance" / "learning-points" / f"{point.id}.md"
        _publish(public, replace(point, approval=approval))
        commits.append(git.commit(log.root, [public], f"Add learning point {point.id}"))
        signature = git.signature(log.root) if commits[0].done else None
    if proposal.state is not reading.decision:  # else a kill came right after this step
        text = render_proposal(replace(proposal, state=reading.decision, readings=(*proposal.readings, reading)))
        replace_file(place, text.encode("utf-8"), place.read_bytes())
    share = {State.APPROVED: Share.PUBLISHED, State.RETURNED: Share.PROPOSED}.get(reading.decision, Share.NO)
    sessions = _mark_session(log, point.id, share)
    commits.append(git.commit(log.root, [place, *sessions], f"Record the reading of learning point {point.id}"))
    return Done(commits=tuple(commits), signature=signature)


def _explained_in(proposal: Proposal) -> tuple[str, ...]:
    """Give the explained words that stand in the text: others, written into the file by hand, would be published."""
    texts = [" ".join(text.split()) for _, text in visible(proposal.point)]
    return tuple(each.words for each in proposal.explained if any(each.words in text for text in texts))


def _refuse_decided(proposal: Proposal, reading: Reading) -> None:
    """Refuse what no longer waits, unless it was this very reading that a kill cut short."""
    last = proposal.readings[-1] if proposal.readings else None
    mine = last and (last.by, last.decision) == (reading.by, reading.decision) and last.decision is proposal.state
    if proposal.state is not State.PROPOSED and not mine:
        raise CircleError(f"{proposal.point.id}: somebody else read it meanwhile, and it is {proposal.state}", USAGE)


def _publish(path: Path, point: LearningPoint) -> None:
    """Create the public file; one that an interrupted approval of the same words has made already stays as it is.

    Raises:
        CircleError: a file of that name holds other words.
    """
    try:
        create(path, render_point(point).encode("utf-8"))
    except FileExistsError:
        there = read_point(path)
        if not isinstance(there, LearningPoint) or digest(there) != digest(point):
            raise CircleError(f"{path}: holds other words already, and nothing was changed; look at it first") from None
        refuse_unapproved(there, str(path))
    path.chmod(0o644)


def _refuse_unfit(log: Log, proposal: Proposal, reading: Reading) -> None:
    """Refuse to publish. Names that came into the cast since are never said: a reader does not see the cast."""
    if reading.by == proposal.author and load_settings(log).review is not Readers.SINGLE:
        raise CircleError(f"{proposal.point.id}: whoever wrote it cannot approve it; somebody else reads it", USAGE)
    point, guidance = proposal.point, load_guidance(log.guidance)
    statements = {(each.id, statement.id) for each in guidance.frameworks for statement in each.statements}
    linked = {(each.framework, each.statement) for each in point.frameworks}
    if not linked <= statements or not set(point.themes) <= {theme.id for theme in guidance.themes}:
        raise CircleError(f"{point.id}: names a theme or a framework that the guidance does not know; return it")
    lists = load_lists(log.root)
    explained = [each.words for each in proposal.explained]
    asked = [
        text[found.start : found.end] for _, text in visible(point) for found in unsettled(text, (), lists, explained)
    ]
    if asked:
        said = ", ".join(f"“{words}”" for words in dict.fromkeys(asked))
        raise CircleError(
            f"The identifier check asks about {said}, and nobody has explained it; return it to its author"
        )
    cast = [entry for found in sessions_with(log, point.id, _unreadable) for entry in found.session.cast or ()]
    if any(unsettled(text, cast, lists, explained) for _, text in visible(point)):
        raise CircleError(f"{point.id}: its author has named more people or places since; return it to its author")


def _unreadable(error: CircleError) -> None:
    raise CircleError(
        "A session cannot be read, so nobody can tell who is in it; circle check says which", error.exit_code
    )


def _mark_session(log: Log, point_id: str, share: Share) -> list[Path]:
    """Say in the private session how far its learning point has come; the reader is shown nothing of it."""
    changed: list[Path] = []
    for found in sessions_with(log, point_id, lambda _: None):
        for point in found.session.learning_points:
            if point.point == point_id:
                mark_learnt(log, found.path, point.id, share, point_id)
                changed.append(found.path)
    return changed


_DONE = {
    State.APPROVED: "Approved: thank you for reading it with so much care. `circle site` builds it into the site.",
    State.RETURNED: "Returned to its author, who sees your comment when they type circle. Nothing was published.",
    State.DECLINED: "Declined. It stays private; its author sees your comment on sharing it anew.",
}


_SIGNED = {
    git.Signature.GOOD: "The approval is signed with your key, and git has verified it.",
    git.Signature.NONE: "The approval is not signed: git believes the name in its settings. Signing keys make it sure.",
    git.Signature.BAD: "The approval is signed, but git could not verify the signature: have a look at `git log -1 "
    "--show-signature` before you build the site.",
}


def _last_words(decision: State, done: Done, how: How) -> None:
    greet(_DONE[decision], how)
    if done.signature:
        greet(_SIGNED[done.signature], how)
    show("\n")
    if decision is State.APPROVED:
        what_next(("circle site", "build the site, with the new learning point"))
    failed = next((commit for commit in done.commits if not commit.done), None)
    if failed:
        uncommitted(failed.reason, failed.fix, required=how.require_commit)
