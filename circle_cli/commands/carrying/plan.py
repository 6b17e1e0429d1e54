"""What is proposed to be taken in: every session that the files hold, what becomes what, and what is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from circle_cli.commands.carrying.columns import becomes_of
from circle_cli.commands.carrying.there_already import proposed
from circle_cli.commands.edge import say
from circle_cli.errors import CircleError
from circle_cli.importing.as_json import as_json
from circle_cli.importing.composing import Composed, composed, months_first
from circle_cli.importing.entry import Entry, Found, LeftOut
from circle_cli.importing.ours import read_ours
from circle_cli.importing.proposal import Proposed, told
from circle_cli.importing.reading.files import Circle
from circle_cli.importing.sorting import Becomes
from circle_cli.importing.targets import Targets
from circle_cli.log.folder import ERASED, NAMES_WAITING, Log
from circle_cli.session.record import Session
from circle_cli.system.no_links import is_there
from circle_cli.waiting import how_far


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
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

    def as_json(self, taken: Sequence[Composed], saved: Mapping[str, tuple[str, str]], *, dry_run: bool) -> Any:
        """Give it as a value; `saved` are the ids and paths of what was taken in, by where it came from."""
        return as_json(self.proposed, self.forms, self.left_out, taken, saved, dry_run=dry_run)


def planned(log: Log, circle: Circle, found: Found, said: Becomes) -> Plan:
    """Make sessions of all that was found, and find out which of them are there already."""
    entries = [entry for entry in found.entries if entry.ours is None]
    forms = becomes_of(entries, circle.targets, said)
    erased = _erased(log)
    made: list[Composed] = []
    brought: dict[str, str] = {}
    left_out = list(found.left_out)
    months = frozenset(table for form, becomes in forms.items() for table in months_first(_of(entries, form), becomes))
    for entry in how_far.each(found.entries, "Making sessions of it"):
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
    return Plan(proposed=tuple(there), forms=forms, left_out=tuple(left_out), brought=brought)


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
