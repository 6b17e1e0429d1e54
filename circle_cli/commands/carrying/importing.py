"""`circle import`: notes, documents and tables of other programs become sessions; a table of it all is shown first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from circle_cli.commands.carrying.columns import changed, remember, said_on_the_line
from circle_cli.commands.carrying.gathering import gathered
from circle_cli.commands.carrying.plan import Plan, planned
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import (
    Asked,
    is_plain,
    need_terminal,
    pick,
    result,
    result_json,
    say,
    today,
    where_it_goes,
)
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Found, LeftOut, joined, labels_in
from circle_cli.importing.ours import headings_of
from circle_cli.importing.reading.files import Circle, circle_of
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.folder import Log, unused_id
from circle_cli.log.history.git import Commit
from circle_cli.log.saving import save_all
from circle_cli.log.start import start_log
from circle_cli.session.file import render_session
from circle_cli.waiting import how_far


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saved:
    """What was taken in: the id and the file of each session, by where it came from."""

    places: Mapping[str, tuple[str, str]]
    commit: Commit


def import_files(
    asked: Asked,
    names: Sequence[str],
    *,
    columns: Sequence[str],
    yes: bool,
    dry_run: bool,
    as_json: bool,
    require_commit: bool,
) -> None:
    """Take files in, once somebody has seen what would become of them.

    Raises:
        CircleError: nothing of them could be read; or nobody can be asked, and nothing was said by a flag.
    """
    if as_json and not (yes or dry_run):
        raise CircleError("--json asks nobody", USAGE, do="give it --dry-run, or --yes to take it in")
    log = log_for_sessions(asked)
    circle = circle_of(load_guidance(log.guidance), today())
    found = joined(gathered(names, circle))
    if not found.entries:
        raise _nothing(found.left_out)
    said = said_on_the_line(columns, labels_in(found.entries), circle.targets)
    if as_json:
        plan = planned(log, circle, found, said)
        settled: tuple[Plan, list[Composed]] | None = plan, plan.taken(again=False)
    else:
        settled = _settled(asked, log, circle, found, said, yes=yes, dry_run=dry_run)
    if settled is None:
        return
    plan, taken = settled
    if not plan.proposed:
        raise _nothing(plan.left_out)
    if dry_run:  # as JSON; else it was told
        result_json(plan.as_json(taken, {}, dry_run=True))
        return
    saved = _save(log, circle, taken, plan) if taken else None
    if as_json:
        result_json(plan.as_json(taken, saved.places if saved else {}, dry_run=False))
    if saved:
        _tell(asked, log, saved, as_json=as_json, require_commit=require_commit)
    else:
        say("Nothing was added: all that could be taken in is in the log already.")
    remember(plan.forms, said)


def _nothing(left_out: Sequence[LeftOut]) -> CircleError:
    """Say of each file why nothing came of it."""
    error = CircleError("Nothing was found that could be taken in.")
    for each in left_out:
        error.add_note(f"  {each.where}: {each.why}")
    return error


def _settled(
    asked: Asked, log: Log, circle: Circle, found: Found, said: dict[str, str], *, yes: bool, dry_run: bool
) -> tuple[Plan, list[Composed]] | None:
    """Show what is proposed until somebody is content with it; `said` gathers what they say of the labels.

    Raises:
        CircleError: nobody can be asked.
    """
    again = False
    while True:
        plan = planned(log, circle, found, said)
        taken = plan.taken(again=again)
        for line in plan.lines(circle.targets, again=again, whole=dry_run):
            result(line) if dry_run else say(line)
        if dry_run:
            return None
        if yes or not (taken or _may_change(plan)):
            return plan, taken
        need_terminal("--yes takes it in as it is told here; --dry-run tells it and writes nothing")
        match ask(asked, _question(plan, taken, again=again, beside=where_it_goes(log))):
            case "yes":
                return plan, taken
            case "change":
                said |= changed(asked, labels_in(found.entries), plan.forms, circle.targets)
            case "again":
                again = True
            case _:
                say("Nothing was taken in.")
                return None


def _may_change(plan: Plan) -> bool:
    """Tell whether something would be taken in if somebody said so."""
    return any(each.composed.entry.where not in plan.brought for each in plan.proposed)


def _question(plan: Plan, taken: Sequence[Composed], *, again: bool, beside: str) -> Prompt:
    ways = [("yes", f"Yes, take in {_count(len(taken))}")] if taken else []
    if any(form for form in plan.forms):
        ways.append(("change", "Change what becomes what"))
    if not again and len(plan.taken(again=True)) > len(taken):
        ways.append(("again", "Those that are in the log already, too"))
    ways.append(("no", "No, leave it"))
    return choice("import", "Take this in?", *ways, remark=(beside,) if beside else (), enter="takes nothing in")


def _count(number: int) -> str:
    return "1 session" if number == 1 else f"{number} sessions"


def _save(log: Log, circle: Circle, taken: Sequence[Composed], plan: Plan) -> _Saved:
    if log.own:
        start_log(log.root, log.trust)
    texts: dict[str, tuple[str, str]] = {}
    for each in how_far.each(taken, "Writing the sessions"):
        own = plan.brought.get(each.entry.where)
        name = own or unused_id(log, each.session.date, pick, texts.__contains__)
        session = replace(each.session, id=name)
        texts[name] = (session.title, render_session(session, {**headings_of(each.entry), **circle.guidance.titles}))
    try:
        paths, commit = save_all(log, texts)
    except FileExistsError as error:
        wrong, do = "something else has the name of a session's file, and was left alone", "look at it first"
        raise CircleError(wrong, USAGE, where=Place(error.filename or log.root), do=do) from None
    saved = zip(taken, texts, map(str, paths), strict=True)
    return _Saved(places={each.entry.where: (name, path) for each, name, path in saved}, commit=commit)


def _tell(asked: Asked, log: Log, saved: _Saved, *, as_json: bool, require_commit: bool) -> None:
    for _, path in () if as_json else saved.places.values():
        result(path)
    it = "it" if len(saved.places) == 1 else "all of them"
    say(f"Taken in: {_count(len(saved.places))}. circle resume deepens one, and circle undo takes {it} out again.")
    tell_kept(log, saved.commit, plain=is_plain(asked), required=require_commit)
