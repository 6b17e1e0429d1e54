"""`circle review`: a second person reads what is proposed, and approves it, returns it or declines it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from circle_cli.commands.door.approve import Done, carry_out
from circle_cli.commands.door.fit import look, refuse_own
from circle_cli.commands.door.overtaken import (
    Overtaken,
    as_it_stands,
    cut_short,
    is_of_another,
    is_unfinished,
    put_away,
    refuse_overtaken,
    said,
    say_overtaken,
    still_as_read,
)
from circle_cli.commands.door.signing import key_of_reader, own_public_keys
from circle_cli.commands.door.trying.reading import (
    hold_report,
    is_report,
    refuse_report,
    reports_for,
    review_report,
    told_of,
)
from circle_cli.commands.door.words.reading import review_words, title_of
from circle_cli.commands.door.words.waiting import chosen_words, for_others, for_reader, unread_words
from circle_cli.commands.drafts.committer import WHO_READS, name_committer, need_git, tell_kept, who_is_here
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, onward, to_others, what_next
from circle_cli.commands.drafts.unfinished import begun_with, go_on, reopened
from circle_cli.commands.edge import (
    Asked,
    is_plain,
    need_terminal,
    row,
    say,
    say_left_out,
    show,
    today,
    where_it_goes,
)
from circle_cli.commands.pace import pace
from circle_cli.commands.teams.standing import standing, waits_for_a_reader
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import POINT_ID, short_id
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import FileChanged
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.points import sessions_with
from circle_cli.own_words.passages import OwnWords
from circle_cli.settings import load_settings
from circle_cli.share.proposal import (
    Proposal,
    Reading,
    State,
    path_of,
    proposal_copies,
    proposal_files,
    read_proposal,
)
from circle_cli.share.reporting import Reported, reported_files
from circle_cli.share.reviewing import Review, reading_of
from circle_cli.system.copied import in_words
from circle_cli.vocabulary import ReviewKind

_NOTHING = "Nothing is waiting for you to read."


def review_proposed(asked: Asked, log: Log, short: str | None, *, require_commit: bool) -> None:
    """Read a proposal, or a page, and decide; without its id, the one that is waiting, or a list of those that are."""
    need_git()
    is_there = bool(short) or _is_anything_there(log)
    if is_there and whose.identity(log.root) is None:
        name_committer(log.root, WHO_READS, plain=is_plain(asked))
    for line in (*standing(log), *waits_for_a_reader(log)) if short is None else ():
        say(line)
    if not is_there and whose.identity(log.root) is None:
        say(_NOTHING)
        return
    reader = reader_of(log)
    waiting, unread = waiting_for(log, reader), words_for(log, reader, say_left_out)
    reports = [] if short and any(each.point.id.startswith(short) for each in waiting) else reports_for(log, reader)
    words = chosen_words(_unread(log, lambda _: None), short) if short else None
    if short is None and len(unread) == 1 and not waiting and not reports:
        (words,) = unread
    if words:
        review_words(asked, log, words, reader, require_commit=require_commit)
        return
    chosen = _chosen(log, waiting, reports, short, reader, unread)
    if chosen is None:
        return
    if isinstance(chosen, Reported):
        review_report(asked, log, chosen, reader, require_commit=require_commit)
        return
    refuse_own(log, chosen, reader, own_public_keys())
    need_terminal("a second person has to read it; there is no flag for that")
    start = as_it_stands(log, chosen, reader)
    unfinished = begun_with(log, chosen.point.id)
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    head = DraftHead(
        id=chosen.point.id,
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        kind=DraftKind.REVIEW,
        named=chosen.point.title,
        start=start,
    )
    with keys.reading():
        if unfinished is not None and is_of_another(unfinished, start):
            draft, state = reopened(unfinished.path, how)
            changed = Overtaken(f"{head.id}: it is not as it was when you began to read it", USAGE)
            say(str(put_away(draft, state.answers, state.halves, changed)))
        elif unfinished is not None:
            go_on(log, unfinished, how, hold_proposed)
            return
        greet(
            "Please read it as somebody would who would like to know who it is about: a relative, a neighbour, "
            "a colleague, a reporter. You see the text alone, and that is on purpose.",
            how,
        )
        hold_proposed(log, begin_draft(log, head), DraftState(head=head), how)


def reader_of(log: Log) -> str:
    """Give who reads here, by which git knows one person from another."""
    return who_is_here(log, "a reader must be somebody else than the author")


def waiting_for(log: Log, reader: str) -> list[Proposal]:
    """Give the proposals that this person may read, oldest first; what cannot be read is reported.

    Those that they approved themselves, and that a kill kept from being public, are among them.
    """
    single = load_settings(log.root).review is ReviewKind.SINGLE
    is_reader = cache(lambda author: whose.is_same(log.root, author, reader))
    found = [
        proposal
        for proposal in _proposals(log, say_left_out)
        if (proposal.state is State.PROPOSED and (single or not is_reader(proposal.author)))
        or (cut_short(proposal, reader) and is_unfinished(log, proposal))
    ]
    return sorted(found, key=lambda proposal: (proposal.proposed, proposal.point.id))


def returned_to(log: Log, author: str) -> list[str]:
    """Say, for each proposal of this author that was returned, what the reader answered and how to go on."""
    lines: list[str] = []
    is_author = cache(lambda address: whose.is_same(log.root, address, author))
    for proposal in _proposals(log, lambda _: None):
        if proposal.state is State.RETURNED and proposal.readings and is_author(proposal.author):
            lines.append(f"  {proposal.point.title}: “{proposal.readings[-1].comment or 'no comment'}”")
            for found in sessions_with(log, proposal.point.id, lambda _: None):
                numbers = (point.id for point in found.session.learning_points if point.point == proposal.point.id)
                lines += [f"    circle share {short_id(found.session.id)} {number}" for number in numbers]
    return lines


def _proposals(log: Log, report: Callable[[CircleError], None]) -> Iterator[Proposal]:
    for path in proposal_files(log.root):
        try:
            yield read_proposal(path)
        except CircleError as error:
            report(error)
    for path in proposal_copies(log.root):
        report(CircleError(in_words(path), where=Place(path)))


def words_for(log: Log, reader: str, report: Callable[[CircleError], None]) -> list[OwnWords]:
    """Give what of the log's own words this person may read; what cannot be read is reported."""
    return for_reader(log, _unread(log, report), reader)


def _unread(log: Log, report: Callable[[CircleError], None]) -> Sequence[OwnWords]:
    try:
        return unread_words(log)
    except CircleError as error:
        report(error)
        return ()


def _chosen(
    log: Log,
    waiting: list[Proposal],
    reports: list[Reported],
    short: str | None,
    reader: str,
    unread: Sequence[OwnWords],
) -> Proposal | Reported | None:
    wanted = (short or "").strip().lower()
    proposals = [proposal for proposal in waiting if proposal.point.id.startswith(wanted)]
    found: list[Proposal | Reported] = [*proposals, *(each for each in reports if each.report.id.startswith(wanted))]
    if short is None and (len(found) != 1 or unread):
        for id_, name in all_to_read(log, reader):
            row(f"{id_}  {name}")
        what = "its id, or the page" if unread else "its id"
        say(f"To read one: circle review, and {what}." if found or unread else _NOTHING)
        for error in for_others(log, _unread(log, lambda _: None), reader):
            say(f"For somebody else to read: {error}")
        return None
    if len(found) == 1:
        return found[0]
    if found:
        raise CircleError(f"{short}: could be any of {len(found)} proposals", USAGE, do="give more of the id")
    refuse_report(log, wanted, reader)
    own = path_of(log.root, wanted) if POINT_ID.fullmatch(wanted) else None
    there = read_proposal(own) if own and own.is_file() else None
    if there and there.state is not State.PROPOSED and there.readings:
        raise CircleError(f"{short}: it is decided; {said(there.readings[-1])}", USAGE)
    if there and whose.is_same(log.root, there.author, reader):
        do = " Working alone? `review: single` in circle.yml lets you read your own, and the site will say so"
        raise CircleError(f"{short}: you wrote it, so somebody else reads it.", USAGE, do=do)
    wrong = f"{short}: no proposal of that id is waiting"
    raise CircleError(wrong, USAGE, do="`circle review` shows those that are")


def _is_anything_there(log: Log) -> bool:
    """Tell whether anything might wait for somebody: where nothing does, nobody need say who they are."""
    return bool(proposal_files(log.root) or reported_files(log.root) or _unread(log, lambda _: None))


def all_to_read(log: Log, reader: str) -> list[tuple[str, str]]:
    """Give all that this person may read, by id and name; reports from trying and the log's own words last."""
    waiting, reports = waiting_for(log, reader), reports_for(log, reader)
    points = [(each.point.id, each.point.title) for each in waiting]
    words = ((each.called, title_of(each).partition("  ")[2]) for each in words_for(log, reader, lambda _: None))
    return [*points, *((each.report.id, told_of(log, each)) for each in reports), *words]


def hold_proposed(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Put the text and the five questions, and carry out what the reader decides, unless somebody else was first."""
    if is_report(log, state.head.id):
        hold_report(log, draft, state, how, reader=reader_of(log))
        return
    place, start = path_of(log.root, state.head.id), state.head.start
    try:
        proposal, _ = still_as_read(log, place, start, reader_of(log))
    except Overtaken as error:
        raise put_away(draft, state.answers, state.halves, error) from None
    guidance, noticed = load_guidance(log.guidance), look(log, proposal)
    script = Review(guidance=guidance, point=proposal.point, noticed=noticed, hurried=pace())

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        reading = reading_of(answers, reader_of(log), today())
        try:
            done = decide(log, place, start, reading)
        except Overtaken as error:
            return partial(say_overtaken, put_away(draft, answers, {}, error))
        return lambda: _last_words(log, reading.decision, done, how)

    hold(log, script, draft, state, how, finish)


def decide(log: Log, place: Path, start: Answers, reading: Reading) -> Done:
    """Compare the proposal at `place` with what was read, and carry the decision out; nobody else decides meanwhile.

    Raises:
        Overtaken: somebody was first.
        CircleError: it cannot be carried out.
    """
    with deciding(log.root):  # before the decision: two who are the first at once do not both begin the list
        key = key_of_reader(log) if reading.decision is State.APPROVED else None
    with deciding(log.root):
        proposal, content = still_as_read(log, place, start, reading.by)
        refuse_overtaken(log, proposal, start, reading)
        try:
            return carry_out(log, place, content, proposal, reading, key)
        except FileChanged:
            still_as_read(log, place, start, reading.by)  # says what happened, if it was a decision
            raise


_DONE = {
    State.APPROVED: "Approved: thank you for reading it with so much care.",
    State.RETURNED: "Returned to its author, who sees your comment when they type circle. Nothing was published.",
    State.DECLINED: "Declined. It is not published; its author sees your comment on sharing it anew.",
}


def _last_words(log: Log, decision: State, done: Done, how: How) -> None:
    elsewhere = where_it_goes(log) if decision is State.DECLINED else ""
    greet(f"{_DONE[decision]} {elsewhere}".strip(), how)
    show("\n")
    what_next(*(onward(log) if decision is State.APPROVED else to_others(log)))
    tell_kept(log, *done.commits, plain=how.plain, required=how.require_commit)
