"""`circle tried`: somebody used a learning point. How it went shows others that learning travels."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import (
    Asked,
    as_typed,
    at_terminal,
    is_plain,
    need_terminal,
    say,
    say_left_out,
    the_log,
    today,
)
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.log.folder import Log, all_session_files
from circle_cli.log.points import find_point
from circle_cli.log.reading.sessions import read_sessions
from circle_cli.log.saving import Saved, anew_if_changed, save_over
from circle_cli.points.approval import refuse_unapproved
from circle_cli.points.file import parse_point, render_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LONGEST_REPORT, LearningPoint, Trial, Withdrawn
from circle_cli.session.record import CastEntry
from circle_cli.share.vetting import unsettled_in_report
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import content_of
from circle_cli.text import decode
from circle_cli.vocabulary import Outcome

FindUnsettled = Callable[[str], Sequence[Finding]]

HOW = choice(
    "outcome",
    "How did it go?",
    (Outcome.WORKED, "It worked"),
    (Outcome.PARTLY, "It worked in part"),
    (Outcome.NOT, "It did not work here"),
    remark=("Each of these helps whoever tries it next.",),
    enter="adds nothing",
)


def tried(asked: Asked, short: str, *, outcome: Outcome | None, differed: str | None, require_commit: bool) -> None:
    """Add to a learning point that somebody tried it: how it went, the year, and what differed in a few words."""
    log = the_log(asked)
    path = find_point(log, short)
    point = _read(log, content_of(path), path)
    check = _checker(log)
    if outcome is None:
        need_terminal("say how it went: --outcome worked, partly or not")
        say(f"“{point.title}”")
        chosen = ask(asked, HOW)
        if chosen is None:
            say("Nothing was added.")
            return
        outcome = Outcome(chosen)
    if differed is None and at_terminal():
        differed = ask(asked, what_differed(check))
    words = _accepted(as_typed(differed or ""), check)
    trial = Trial(outcome=outcome, year=today().year, differed=words or None)
    saved, count = anew_if_changed(lambda: _added(log, path, trial))
    say(_thanks(trial, count))
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)


def _added(log: Log, path: Path, trial: Trial) -> tuple[Saved, int]:
    """Add a trial to what is there now, and give how many there are."""
    content = content_of(path)
    point = _read(log, content, path)
    text = render_point(replace(point, tried=(*point.tried, trial)))
    parse_point(text, str(path), path.stem)  # refuses what nobody could see
    saved = save_over(log, path, text, content, f"Add a trial to learning point {point.id}")
    return saved, len(point.tried) + 1


def _read(log: Log, content: bytes, path: Path) -> LearningPoint:
    point = parse_point(decode(content, str(path)), str(path), path.stem)
    if isinstance(point, Withdrawn) or is_withdrawn(path.parents[1], path.stem):
        raise CircleError(f"{path.stem}: it was withdrawn, so nothing can be added to it", USAGE)
    refuse_unapproved(point, load_readers(log.root), Place(path))
    return point


def _checker(log: Log) -> FindUnsettled:
    """Give the identifier check with everybody known who is in any session; they are read when it is first used."""
    lists = load_lists(log.root)
    everybody = cache(lambda: _everybody(log))
    return lambda text: unsettled_in_report(text, everybody(), lists)


def _everybody(log: Log) -> tuple[CastEntry, ...]:
    entries: dict[tuple[str, ...], CastEntry] = {}
    for each in read_sessions(all_session_files(log), say_left_out):
        entries.update({(entry.name, *entry.also): entry for entry in each.session.cast or ()})
    return tuple(entries.values())


def what_differed(check: FindUnsettled) -> Prompt:
    """Ask what differed, in words that `check` finds nothing in."""

    def reading(typed: str) -> str:
        try:
            return _accepted(typed, check)
        except CircleError as error:
            raise Misread(str(error)) from error

    return line(
        "differed",
        "What differed where you tried it?",
        remark=(
            "A few words that help the next one, such as: by phone, with older adults, it took longer.",
            f"Nobody's name, no place, no date. At most {LONGEST_REPORT} characters; Enter alone leaves it out.",
        ),
        reading=reading,
    )


def _accepted(typed: str, check: FindUnsettled) -> str:
    """Give the words on one line.

    Raises:
        CircleError: there are too many, or some of them might tell who, where or when.
    """
    text = " ".join(typed.split())
    if len(text) > LONGEST_REPORT:
        raise CircleError(f"That has {len(text)} characters", USAGE, do=f"please say it in {LONGEST_REPORT}")
    findings = check(text) if text else ()
    if findings:
        lines = [f"- “{text[each.start : each.end]}” {each.reason}. Instead: {each.suggestion}" for each in findings]
        raise CircleError("Everyone may read this, so please say it in other words:\n…", words="\n".join(lines))
    return text


def _thanks(trial: Trial, count: int) -> str:
    kind = {
        Outcome.WORKED: "Thank you: it worked for somebody else too. That is how learning travels.",
        Outcome.PARTLY: "Thank you: what worked in part tells the next one where to take care.",
        Outcome.NOT: "Thank you: knowing where it does not fit is as useful as knowing where it does.",
    }[trial.outcome]
    return f"{kind}\n{'It is the first report.' if count == 1 else f'There are {count} reports now.'} " + (
        "The site shows it when it is next built."
    )
