"""`circle import`: notes, documents and tables of other programs become sessions; a table of it all is shown first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from circle_cli.commands.carrying.columns import becomes_of, changed, remember, said_on_the_line
from circle_cli.commands.carrying.gathering import gathered
from circle_cli.commands.carrying.there_already import proposed
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, pick, result, say, today, where_it_goes
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.importing.composing import Composed, composed, months_first
from circle_cli.importing.entry import Entry, Found, LeftOut, joined, labels_in
from circle_cli.importing.ours import headings_of, read_ours
from circle_cli.importing.proposal import Proposed, told
from circle_cli.importing.reading.files import Circle, circle_of
from circle_cli.importing.sorting import Becomes
from circle_cli.importing.targets import Targets
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.folder import ERASED, NAMES_WAITING, Log, unused_id
from circle_cli.log.saving import save_all
from circle_cli.log.start import start_log
from circle_cli.session.file import render_session
from circle_cli.session.record import Session
from circle_cli.system.no_links import is_there


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is proposed: each session, what becomes what, and what is left out."""

    proposed: tuple[Proposed, ...]
    forms: Mapping[tuple[str, ...], Becomes]
    left_out: tuple[LeftOut, ...]
    brought: Mapping[str, str]

    def taken(self, *, again: bool) -> list[Composed]:
        """Give what is to be taken in; `again` what is there already, too, but for what has an id of its own."""
        wanted = (each for each in self.proposed if each.is_new or again)
        return [each.composed for each in wanted if each.is_new or each.composed.entry.where not in self.brought]

    def lines(self, targets: Targets, *, again: bool, whole: bool) -> Iterator[str]:
        """Tell of it."""
        count = len(self.taken(again=again))
        return told(self.proposed, self.forms, targets, self.left_out, count, again=again, whole=whole)


def import_files(
    asked: Asked, names: Sequence[str], *, columns: Sequence[str], yes: bool, dry_run: bool, require_commit: bool
) -> None:
    """Take files in, once somebody has seen what would become of them.

    Raises:
        CircleError: nothing of them could be read; or nobody can be asked, and nothing was said by a flag.
    """
    log = log_for_sessions(asked)
    circle = circle_of(load_guidance(log.guidance), today())
    found = joined(gathered(names, circle))
    if not found.entries:
        raise _nothing(found)
    said = said_on_the_line(columns, labels_in(found.entries), circle.targets)
    settled = _settled(asked, log, circle, found, said, yes=yes, dry_run=dry_run)
    if settled is None:
        return
    plan, taken = settled
    if not plan.proposed:
        raise CircleError("Nothing of this could be taken in")
    if taken:
        _take_in(asked, log, circle, taken, plan, require_commit=require_commit)
    else:
        say("Nothing was added: all that could be taken in is in the log already.")
    remember(plan.forms, said)


def _nothing(found: Found) -> CircleError:
    """Say of each file why nothing came of it."""
    error = CircleError("Nothing was found that could be taken in.")
    for each in found.left_out:
        error.add_note(f"  {each.where}: {each.why}")
    return error


def _settled(
    asked: Asked, log: Log, circle: Circle, found: Found, said: dict[str, str], *, yes: bool, dry_run: bool
) -> tuple[_Plan, list[Composed]] | None:
    """Show what is proposed until somebody is content with it; `said` gathers what they say of the labels.

    Raises:
        CircleError: nobody can be asked.
    """
    again = False
    while True:
        plan = _plan(log, circle, found, said)
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
                said |= changed(asked, labels_in(found.entries), circle.targets)
            case "again":
                again = True
            case _:
                say("Nothing was taken in.")
                return None


def _may_change(plan: _Plan) -> bool:
    """Tell whether something would be taken in if somebody said so."""
    return any(each.composed.entry.where not in plan.brought for each in plan.proposed)


def _question(plan: _Plan, taken: Sequence[Composed], *, again: bool, beside: str) -> Prompt:
    ways = [("yes", f"Yes, take in {_count(len(taken))}")] if taken else []
    if any(form for form in plan.forms):
        ways.append(("change", "Change what becomes what"))
    if not again and len(plan.taken(again=True)) > len(taken):
        ways.append(("again", "Those that are in the log already, too"))
    ways.append(("no", "No, leave it"))
    return choice("import", "Take this in?", *ways, remark=(beside,) if beside else (), enter="takes nothing in")


def _count(number: int) -> str:
    return "1 session" if number == 1 else f"{number} sessions"


def _plan(log: Log, circle: Circle, found: Found, said: Becomes) -> _Plan:
    entries = [entry for entry in found.entries if entry.ours is None]
    forms = becomes_of(entries, circle.targets, said)
    erased = _erased(log)
    made: list[Composed] = []
    brought: dict[str, str] = {}
    left_out = list(found.left_out)
    months = frozenset(table for form, becomes in forms.items() for table in months_first(_of(entries, form), becomes))
    for entry in found.entries:
        try:
            each, own = _composed(entry, forms, circle, months)
        except CircleError as error:
            left_out.append(LeftOut(where=str(error.where or entry.where), why=error.message))
            continue
        if erased(each.session):
            left_out.append(
                LeftOut(where=entry.where, why="it names somebody of a session that was erased from this log")
            )
            continue
        if own and (first := next((where for where, name in brought.items() if name == own), None)):
            left_out.append(LeftOut(where=entry.where, why=f"{first} has the same id, {own}"))
            continue
        made.append(each)
        brought |= {entry.where: own} if own else {}
    there = proposed(log, made, [brought.get(each.entry.where) for each in made])
    return _Plan(proposed=tuple(there), forms=forms, left_out=tuple(left_out), brought=brought)


def _erased(log: Log) -> Callable[[Session], bool]:
    """Give what tells whether a session names somebody who was erased from the log for good; mostly nobody was."""
    if not (is_there(log.root / ERASED) or is_there(log.root / NAMES_WAITING)):
        return lambda _: False
    from circle_cli.commands.copying.known_there import naming_erased

    say("Looking for the names of sessions that were erased from this log; that may take a while.")
    return naming_erased(log)


def _of(entries: Sequence[Entry], form: tuple[str, ...]) -> list[Entry]:
    return [entry for entry in entries if entry.form == form]


def _composed(
    entry: Entry, forms: Mapping[tuple[str, ...], Becomes], circle: Circle, months: frozenset[str]
) -> tuple[Composed, str | None]:
    if entry.ours is not None:
        return read_ours(entry, circle.guidance, circle.today)
    return composed(entry, forms[entry.form], circle.today, month_first=entry.table in months), None


def _take_in(
    asked: Asked, log: Log, circle: Circle, taken: Sequence[Composed], plan: _Plan, *, require_commit: bool
) -> None:
    if log.own:
        start_log(log.root, log.trust)
    texts: dict[str, tuple[str, str]] = {}
    for each in taken:
        own = plan.brought.get(each.entry.where)
        name = own or unused_id(log, each.session.date, pick, texts.__contains__)
        session = replace(each.session, id=name)
        texts[name] = (session.title, render_session(session, {**headings_of(each.entry), **circle.guidance.titles}))
    try:
        paths, commit = save_all(log, texts)
    except FileExistsError as error:
        wrong, do = "something else has the name of a session's file, and was left alone", "look at it first"
        raise CircleError(wrong, USAGE, where=Place(error.filename or log.root), do=do) from None
    for path in paths:
        result(str(path))
    it = "it" if len(paths) == 1 else "all of them"
    say(f"Taken in: {_count(len(paths))}. circle resume deepens one, and circle undo takes {it} out again.")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)
