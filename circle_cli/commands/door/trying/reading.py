"""`circle review` of a report from trying a learning point: a second person reads it, as they read a proposal."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from circle_cli.commands.door.overtaken import Overtaken, put_away, said, say_overtaken
from circle_cli.commands.door.signing import key_of_reader, own_public_keys
from circle_cli.commands.door.trying.known import all_reported, known_to
from circle_cli.commands.door.trying.publishing import carry_out, kind_of, obstacle_to, point_of
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, onward, to_others, what_next
from circle_cli.commands.drafts.unfinished import begun_with, go_on
from circle_cli.commands.edge import Asked, is_plain, need_terminal, show, today
from circle_cli.commands.pace import pace
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import POINT_ID
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import FileChanged
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.points.approval import digest
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.report import place_of
from circle_cli.settings import load_settings
from circle_cli.share.proposal import Reading, State
from circle_cli.share.release.unfit import warnings_in
from circle_cli.share.reporting import Reported, asked_of, parse_reported, path_of, read_reported, whole_digest
from circle_cli.share.reviewing import DIGEST, SEEN, reading_of
from circle_cli.share.reviewing_reports import ReportReview, named
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import decode
from circle_cli.vocabulary import ReviewKind


def reports_for(log: Log, reader: str) -> list[Reported]:
    """Give the reports that this person may read, oldest first; what they approved and a kill cut short among them.

    What is told of a point that was withdrawn meanwhile waits for nobody: it could not be published.
    """
    single = load_settings(log.root).review is ReviewKind.SINGLE
    found = [
        each
        for _, each in all_reported(log)
        if (each.state is State.PROPOSED and (single or not whose.is_same(log.root, each.author, reader)))
        or (each.state is State.APPROVED and each.readings[-1:] and each.readings[-1].by == reader and _cut(log, each))
    ]
    still = [each for each in found if not is_withdrawn(log.root / "guidance", each.report.point)]
    return sorted(still, key=lambda each: (each.proposed, each.report.id))


def _cut(log: Log, reported: Reported) -> bool:
    guidance, id_ = log.root / "guidance", reported.report.id
    return not os.path.lexists(place_of(guidance, id_)) and not is_withdrawn(guidance, id_)


def told_of(log: Log, reported: Reported) -> str:
    """Name a report: what it speaks of, and how it went."""
    return named(reported.report, _title(log, reported))


def reports_returned_to(log: Log, author: str) -> list[str]:
    """Say, for each report of this person's that was returned, what the reader said and how to go on."""
    lines: list[str] = []
    for _, each in all_reported(log, lambda _: None):
        if each.state is State.RETURNED and each.readings and whose.is_same(log.root, each.author, author):
            what = "A report by e-mail" if each.letter else "Your report"
            lines.append(f"  {what} on {_title(log, each)}: “{each.readings[-1].comment or 'no comment'}”")
            lines.append(f"    circle tried {each.report.point}{' --from FILE' if each.letter else ''}")
    return lines


def _title(log: Log, reported: Reported) -> str:
    try:
        point = point_of(log, reported.report)
    except CircleError:
        point = None
    if point is None and may_be_of_base(log.root / "guidance", reported.report.point):
        return f"{reported.report.point}, on the site of your base"
    return point.title if point else reported.report.point


def is_report(log: Log, known: str) -> bool:
    """Tell whether an id is that of a report."""
    return os.path.lexists(path_of(log.root, known))


def refuse_report(log: Log, known: str, reader: str) -> None:
    """Say why a report of exactly this id is not to be read by this person; nothing where there is none.

    Raises:
        CircleError: so.
    """
    if not POINT_ID.fullmatch(known) or not is_report(log, known):
        return
    reported = read_reported(path_of(log.root, known))
    if reported.state is not State.PROPOSED and reported.readings:
        raise CircleError(f"{known}: it is decided; {said(reported.readings[-1])}", USAGE)
    kind_of(log, reported, reader, ())


def review_report(asked: Asked, log: Log, reported: Reported, reader: str, *, require_commit: bool) -> None:
    """Read a report and decide."""
    kind_of(log, reported, reader, own_public_keys())
    need_terminal("a second person has to read it; there is no flag for that")
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=require_commit)
    start = {**SEEN.given(whole_digest(_as_it_stood(reported, reader))), **DIGEST.given(digest(reported.report))}
    head = DraftHead(
        id=reported.report.id,
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        kind=DraftKind.REVIEW,
        named=_title(log, reported),
        start=start,
    )
    unfinished = begun_with(log, head.id)
    go = partial(hold_report, reader=reader)
    with keys.reading():
        if unfinished is not None:
            go_on(log, unfinished, how, go)
            return
        greet(
            "Somebody tried a learning point and told how it went. Please read it as somebody would who would like to "
            "know who or where it was.",
            how,
        )
        go(log, begin_draft(log, head), DraftState(head=head), how)


def hold_report(log: Log, draft: Draft, state: DraftState, how: How, *, reader: str) -> None:
    """Put the text and the questions, and carry out what the reader decides, unless somebody else was first."""
    place, start = path_of(log.root, state.head.id), state.head.start
    try:
        reported, _ = _still_as_read(log, place, start, reader)
    except Overtaken as error:
        raise put_away(draft, state.answers, state.halves, error) from None
    differed = reported.report.differed
    script = ReportReview(
        guidance=load_guidance(log.guidance),
        report=reported.report,
        title=_title(log, reported),
        notes=warnings_in(differed, known_to(log)(differed)) if differed else (),
        obstacle=obstacle_to(log, reported),
        hurried=pace(),
    )

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        reading = reading_of(answers, reader, today(), asked_of(reported.report))
        try:
            commits = decide(log, place, start, reading)
        except Overtaken as error:
            return partial(say_overtaken, put_away(draft, answers, {}, error))
        return lambda: _last_words(log, reading.decision, commits, how)

    hold(log, script, draft, state, how, finish)


def decide(log: Log, place: Path, start: Answers, reading: Reading) -> tuple[git.Commit, ...]:
    """Compare the report at `place` with what was read, and carry the decision out; nobody else decides meanwhile.

    Raises:
        Overtaken: somebody was first.
        CircleError: it cannot be carried out.
    """
    key = None
    if reading.decision is State.APPROVED:
        with deciding(log.root):
            key = key_of_reader(log)
    with deciding(log.root):
        reported, content = _still_as_read(log, place, start, reading.by)
        if reported.state is not State.PROPOSED and reading.decision is not reported.state:
            raise _overtaken(reported)
        try:
            return carry_out(log, place, content, reported, reading, key)
        except FileChanged:
            _still_as_read(log, place, start, reading.by)  # says what happened, if it was a decision
            raise


def _still_as_read(log: Log, place: Path, start: Answers, reader: str) -> tuple[Reported, bytes]:
    """Give the report and its file's bytes, if it is what the reader has read; or if a kill cut short this reading.

    Raises:
        Overtaken: it is not.
    """
    if not os.path.lexists(place):
        raise Overtaken(f"{place.stem}: it is no longer in this log: whoever told it took it back", USAGE)
    content = content_of(inside(log.root, place))
    reported = parse_reported(decode(content, str(place)), str(place), place.stem)
    if whole_digest(_as_it_stood(reported, reader)) != SEEN.text(start):
        raise _overtaken(reported)
    return reported, content


def _as_it_stood(reported: Reported, reader: str) -> Reported:
    """Give a report as it was before this reader's own decision, which a kill may have cut short."""
    last = reported.readings[-1] if reported.readings else None
    if last is None or last.by != reader or last.decision is not reported.state:
        return reported
    return replace(reported, state=State.PROPOSED, readings=reported.readings[:-1])


def _overtaken(reported: Reported) -> Overtaken:
    what = said(reported.readings[-1]) if reported.readings else "it was changed"
    return Overtaken(f"{reported.report.id}: meanwhile, {what}", USAGE)


_DONE = {
    State.APPROVED: "Approved: thank you.",
    State.RETURNED: "Returned to whoever told it, who sees your comment when they type circle. Nothing was published.",
    State.DECLINED: "Declined. It is not published.",
}


def _last_words(log: Log, decision: State, commits: tuple[git.Commit, ...], how: How) -> None:
    greet(_DONE[decision], how)
    show("\n")
    what_next(*(onward(log) if decision is State.APPROVED else to_others(log)))
    tell_kept(log, *commits, plain=how.plain, required=how.require_commit)
