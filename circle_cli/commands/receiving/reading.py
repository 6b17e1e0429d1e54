"""`circle review` in a base: an editor reads once more what a team sent, and takes it in or returns it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from circle_cli.commands.door.overtaken import Overtaken, put_away, say_overtaken
from circle_cli.commands.door.review import all_to_read, reader_of, review_proposed
from circle_cli.commands.door.signing import key_of_reader, own_public_keys
from circle_cli.commands.door.withdraw import EXPLAINED, REALLY
from circle_cli.commands.drafts.committer import WHO_READS, name_committer, need_git, tell_kept
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, onward, to_others, what_next
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.drafts.unfinished import begun_with, go_on
from circle_cli.commands.edge import (
    Asked,
    at_own_terminal,
    is_plain,
    need_terminal,
    result,
    row,
    say,
    show,
    today,
)
from circle_cli.commands.pace import pace
from circle_cli.commands.receiving.arrived import Arrived, Incoming, by_id, incoming
from circle_cli.commands.receiving.meaning import ask_what_is_meant
from circle_cli.commands.receiving.taking_in import give_back, take_in
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.interview.script.script import Script
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.points.approval import approved_by, digest
from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.settings import load_settings
from circle_cli.share.noticing import notice
from circle_cli.share.proposal import Reading, State
from circle_cli.share.reporting import asked_of
from circle_cli.share.reviewing import DIGEST, SEEN, Review, reading_of
from circle_cli.share.reviewing_reports import ReportReview, named
from circle_cli.share.statement import Explained
from circle_cli.signing.lists import LISTS_FOLDER, own_lists
from circle_cli.signing.readers import load_readers
from circle_cli.vocabulary import CastCheck, ReviewKind

_WHO = """\
A team has approved this and sent it. Please read it as somebody would who would like to know who it is about: a
relative, a neighbour, a colleague, a reporter. You see the text alone, and that is on purpose."""
_PEOPLE = {
    CastCheck.CHECKED: "Its session is in its team's log. Its reader there compared it with the people of its story.",
    CastCheck.STATED: "Its session is in its team's log. Its author compared the text with the people of its story.",
}
_ALONE = " Its author alone approved it: nobody else has read it yet."
_STAYS = "its first reader agreed that it is no identifier"
_SEND = "Others have it so once it was sent to them: circle sync."


def review_incoming(asked: Asked, log: Log, short: str | None, *, require_commit: bool) -> None:
    """Read what came in; what a base says in its own words is read as everywhere."""
    need_git()
    if whose.identity(log.root) is None:
        name_committer(log.root, WHO_READS, plain=is_plain(asked))
    found = incoming(log)
    chosen = by_id(found, (short or "").strip().lower())
    if len(chosen) == 1:
        (only,) = chosen.values()
        _read(asked, log, only, require_commit=require_commit)
    elif chosen:
        raise CircleError(f"{short}: could be any of {len(chosen)} that came in", USAGE, do="give more of the id")
    elif short is None and (found.arrived or found.set_aside):
        _list(log, found)
    else:
        review_proposed(asked, log, short, require_commit=require_commit)


def all_that_came_in(log: Log, reader: str) -> list[tuple[str, str]]:
    """Give all that this person may read, by id and name, what came in first."""
    return [*((each.id, _named(log, each)) for each in incoming(log).arrived), *all_to_read(log, reader)]


def _list(log: Log, found: Incoming) -> None:
    """List what came in; what is set aside stops nothing."""
    for each in found.arrived:
        row(f"{each.id}  {_named(log, each)}")
        if each.obstacle:
            say(f"  It cannot be taken in as it stands: {each.obstacle}.")
    for where, why in found.set_aside:  # a stranger's name for a file may say anything, so a CI is told the branch
        say(f"Set aside: {where if at_own_terminal() else where.partition(':')[0]}: {why}.")
    for id_, name in all_to_read(log, reader_of(log)):
        row(f"{id_}  {name}")
    if found.arrived:
        say("To read one: circle review, and its id.")


def _named(log: Log, each: Arrived) -> str:
    new = ", by a key that is new here" if each.admits else ""
    team = f"  ({each.team}{new})" if each.team else ""
    match each.what:
        case LearningPoint():
            again = f", wording {each.what.revision}" if each.what.revision > 1 else ""
            return f"{each.what.title}{again}{team}"
        case Report():
            return f"{named(each.what, _title(log, each.what))}{team}"
        case _:
            return "its team has withdrawn it"


def _title(log: Log, report: Report) -> str:
    try:
        point = read_point(log.root / "guidance" / "learning-points" / f"{report.point}.md")
    except CircleError:
        return report.point
    return point.title if isinstance(point, LearningPoint) else report.point


def _read(asked: Asked, log: Log, each: Arrived, *, require_commit: bool) -> None:
    if not isinstance(each.what, Withdrawn):
        _refuse_own(log, each.what)
    need_terminal("an editor has to read it; there is no flag for that")
    if isinstance(each.what, Withdrawn):
        _take_back(asked, log, each, require_commit=require_commit)
        return
    if ask_what_is_meant(asked, log, each, require_commit=require_commit):
        each = by_id(incoming(log), each.id)[each.id]
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    head = DraftHead(
        id=each.id,
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        kind=DraftKind.REVIEW,
        named=_named(log, each),
        start=_start(each),
    )
    unfinished = begun_with(log, head.id)
    with keys.reading():
        if unfinished is not None:
            go_on(log, unfinished, how, hold_incoming)
            return
        greet(" ".join(_WHO.split()) + by_whom(log, each), how)
        hold_incoming(log, begin_draft(log, head), DraftState(head=head), how)


def _refuse_own(log: Log, what: LearningPoint | Report) -> None:
    """Refuse what nobody but this person has read yet, unless the base says that one is enough."""
    alone = what.approval and what.approval.review is ReviewKind.SINGLE and approved_by(what) in own_public_keys()
    if alone and load_settings(log.root).review is not ReviewKind.SINGLE:
        wrong = f"{what.id}: it is yours, and nobody else has read it yet, so another editor does"
        raise CircleError(wrong, USAGE, do="no other editor? `review: single` in circle.yml lets you read your own")


def _take_back(asked: Asked, log: Log, each: Arrived, *, require_commit: bool) -> None:
    say(f"Its team has withdrawn {each.id}. Withdraw it here, too?\n{EXPLAINED}")
    if ask(asked, REALLY) != "yes":
        say("Nothing was changed: others can read it as before.")
        return
    with deciding(log.root):
        key_of_reader(log)
        commits = take_in(log, each)
    say(f"Withdrawn: {each.id}. The site shows it until you build it anew, and the history keeps it. {_SEND}")
    tell_kept(log, *commits, plain=is_plain(asked), required=require_commit)


def _start(each: Arrived) -> Answers:
    """Give what a reading begins from: exactly these bytes."""
    if isinstance(each.what, Withdrawn):
        raise AssertionError("a notice is not read")
    return {**DIGEST.given(digest(each.what)), **SEEN.given(hashlib.sha256(each.content).hexdigest())}


def hold_incoming(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Put the text and the questions, and carry out what the editor decides, unless somebody else was first."""
    try:
        each = _as_read(log, state)
    except Overtaken as error:
        raise put_away(draft, state.answers, state.halves, error) from None
    script, asked = _script(log, each)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        try:
            reading = _reading(log, each, answers, asked)
            kept, commits = _decided(log, state, reading)
        except Overtaken as error:
            return partial(say_overtaken, put_away(draft, answers, {}, error))
        return lambda: _last_words(log, each, kept, commits, how)

    hold(log, script, draft, state, how, finish)


def _as_read(log: Log, state: DraftState) -> Arrived:
    """Give what came in, if it is what the editor began to read.

    Raises:
        Overtaken: it is not, or somebody has settled it.
    """
    each = by_id(incoming(log), state.head.id).get(state.head.id)
    if each is None or isinstance(each.what, Withdrawn):
        wrong = f"{state.head.id}: it was taken in, returned or withdrawn meanwhile"
        raise Overtaken(wrong, USAGE)
    if _start(each) != state.head.start:
        raise Overtaken(f"{state.head.id}: another wording came in meanwhile", USAGE, do="circle review reads that")
    return each


def _script(log: Log, each: Arrived) -> tuple[Script, tuple[str, ...] | None]:
    """Give what is asked about it, and which of the five questions are."""
    guidance = load_guidance(log.guidance)
    if isinstance(each.what, Report):
        title, asked = _title(log, each.what), asked_of(each.what)
        report = ReportReview(guidance=guidance, report=each.what, title=title, obstacle=each.obstacle, hurried=pace())
        return report, asked
    if isinstance(each.what, Withdrawn):
        raise AssertionError("a notice is not read")
    approval, lists = each.what.approval, load_lists(log.root)
    explained = tuple(Explained(words=words, reason=_STAYS) for words in (approval.explained if approval else ()))
    fewer = {f"{LISTS_FOLDER}/{name}": load_lists(log.root, without=name) for name, _ in own_lists(log.root)}
    noticed = notice(each.what, explained, lists, None, None, is_stated=True, fewer=fewer)
    people = _PEOPLE[(approval and approval.cast) or CastCheck.STATED]
    alone = _ALONE if approval and approval.review is ReviewKind.SINGLE else ""
    noticed = replace(noticed, people=people + alone, obstacle=each.obstacle or noticed.obstacle)
    return Review(guidance=guidance, point=each.what, noticed=noticed, hurried=pace()), None


def by_whom(log: Log, each: Arrived) -> str:
    """Say of a key that is new here for whom it says that it reads: whoever may send here can say so of any team."""
    if not each.admits or not each.team:
        return ""
    known = each.team in {team for _, team in load_readers(log.root).teams}
    ask = f" Others read for {each.team} already: if you cannot tell, ask the team." if known else ""
    return f" The key that approved it is new here, and says that it is {each.team}'s.{ask}"


def _reading(log: Log, each: Arrived, answers: Answers, asked: tuple[str, ...] | None) -> Reading:
    by = reader_of(log)
    reading = reading_of(answers, by, today()) if asked is None else reading_of(answers, by, today(), asked)
    if reading.decision is State.APPROVED and each.obstacle:
        raise CircleError(each.obstacle)
    return reading


def _decided(log: Log, state: DraftState, reading: Reading) -> tuple[Path | None, tuple[git.Commit, ...]]:
    """Take it in or return it; gives where the comment is kept, if it was returned."""
    with deciding(log.root):
        key_of_reader(log)
    with deciding(log.root):
        each = _as_read(log, state)
        if reading.decision is State.APPROVED:
            return None, take_in(log, each)
        return give_back(log, each, reading.comment or "")


def _last_words(log: Log, each: Arrived, kept: Path | None, commits: tuple[git.Commit, ...], how: How) -> None:
    greet("".join(_told(each, kept)), how)
    show("\n")
    if kept:
        result(str(kept))
    what_next(*(to_others(log) if kept else onward(log)))
    tell_kept(log, *commits, plain=how.plain, required=how.require_commit)


def _told(each: Arrived, kept: Path | None) -> Iterator[str]:
    if kept is None:
        yield f"Taken in: thank you for reading it with so much care. {_SEND}"
        return
    team = each.team or "its team"
    yield f"Returned: the base notes that, and nothing of why. Your comment is for {team} alone, and stays on this "
    yield "computer: send them this file as you would any message to a colleague."
