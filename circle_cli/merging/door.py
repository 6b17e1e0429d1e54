"""Two versions of what is on its way through the door, or has passed it. Pure: never a doubt is decided for the bolder.

Returned beats approved, withdrawn beats everything, and no text is made of two: somebody signed each as it stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from circle_cli.errors import CircleError
from circle_cli.merging.values import together
from circle_cli.points.approval import canonical
from circle_cli.points.file import parse_point
from circle_cli.points.record import Withdrawn
from circle_cli.share.proposal import Proposal, Reading, State, parse_proposal, render_proposal
from circle_cli.share.reporting import Reported, parse_reported, render_reported
from circle_cli.signing.readers import Admitted, Reader, parse_readers, render_readers

Waits = TypeVar("Waits", Proposal, Reported)
_STRONGER = (State.PROPOSED, State.APPROVED, State.RETURNED, State.DECLINED)


def merge_proposals(name: str, base: str | None, one: str, other: str) -> tuple[str, bool]:
    """Give one proposal of two versions, and whether all that both say is in it.

    Raises:
        CircleError: one of them is malformed.
    """
    first, second = (parse_proposal(text, "", name) for text in (one, other))
    came_of = _read(parse_proposal, name, base)
    before = list(came_of.readings) if came_of else []
    if (_said(first)) == _said(second):
        return render_proposal(_decided(before, first, second, first.state, second.state)), True
    newer, older = sorted((first, second), key=lambda each: _age(each, came_of), reverse=True)
    state = older.state if older.state in (State.RETURNED, State.DECLINED) else newer.state
    return render_proposal(_decided(before, newer, older, newer.state, state)), False


def merge_reported(name: str, base: str | None, one: str, other: str) -> tuple[str, bool]:
    """Give one report that waits of two versions of it, and whether all that both say is in it.

    Raises:
        CircleError: one of them is malformed.
    """
    first, second = (parse_reported(text, "", name) for text in (one, other))
    came_of = _read(parse_reported, name, base)
    before = list(came_of.readings) if came_of else []
    alike = replace(first, state=second.state, readings=second.readings) == second
    return render_reported(_decided(before, first, second, first.state, second.state)), alike


def _said(proposal: Proposal) -> Proposal:
    return replace(proposal, state=State.PROPOSED, readings=())


def _age(proposal: Proposal, came_of: Proposal | None) -> tuple[int, bool]:
    """Give what makes one of two wordings the newer: never the day on it, since a computer's clock may be wrong."""
    return proposal.point.revision, came_of is not None and _said(proposal) != _said(came_of)


def _read(parse: Callable[[str, str, str], Waits], name: str, base: str | None) -> Waits | None:
    try:
        return parse(base, "", name) if base is not None else None
    except CircleError:
        return None


def _decided(before: list[Reading], kept: Waits, beside: Waits, *states: State) -> Waits:
    readings = _in_order(before, together(before, list(kept.readings), list(beside.readings)))
    return replace(kept, state=max(states, key=_STRONGER.index), readings=readings)


def _in_order(before: list[Reading], readings: list[Reading]) -> tuple[Reading, ...]:
    """Give first those that both had, as they stood, then the others, with the one last that counts."""
    had = [each for each in before if each in readings]
    return (*had, *sorted((each for each in readings if each not in before), key=_weight))


def _weight(reading: Reading) -> tuple[int, date, str, tuple[tuple[str, str], ...]]:
    return _STRONGER.index(reading.decision), reading.on, reading.by, reading.answers


def merge_points(name: str, one: str, other: str) -> str | None:
    """Give the version of a public learning point that counts; None where nobody can say which.

    Raises:
        CircleError: one of them is malformed.
    """
    first, second = (parse_point(text, "", name) for text in (one, other))
    if isinstance(first, Withdrawn) or isinstance(second, Withdrawn):
        return one if isinstance(first, Withdrawn) else other
    if first.revision != second.revision:
        return one if first.revision > second.revision else other
    if canonical(first) == canonical(second) and (first.tried == second.tried):
        return one  # two readers approved the same words: either will do
    return None


def merge_readers(base: str | None, one: str, other: str) -> str:
    """Give the readers that either admitted, each ended where either ended them.

    Raises:
        CircleError: a line is no reader, or a key would be there twice, or somebody in two teams.
    """
    where = Path()
    first, second = parse_readers(one, where), parse_readers(other, where)
    named: dict[str, list[Reader]] = {}
    for each in (*first.readers, *second.readers):
        named.setdefault(each.name, []).append(each)
    readers = tuple(_one_reader(versions) for versions in named.values())
    before = parse_readers(base, where) if base is not None else Admitted()
    admitted = {each.key for each in readers}
    asking = together(list(before.asking), list(first.asking), list(second.asking))
    comments = together(list(before.comments), list(first.comments), list(second.comments))
    found = Admitted(
        readers=readers,
        asking=tuple(each for each in asking if each[1] not in admitted),
        teams=tuple(
            dict.fromkeys((*first.teams, *second.teams))
        ),  # for good: a base's own reader is nobody's by a merge
        comments=tuple(comments),
    )
    text = render_readers(found)
    parse_readers(text, where)
    return text


def _one_reader(versions: Iterable[Reader]) -> Reader:
    """Ended beats current; what had been approved by then stays approved."""
    all_ = list(versions)
    if len({each.key for each in all_}) > 1:
        raise CircleError("one name, and two readers")
    ends = [each.until for each in all_ if each.until]
    stood = frozenset().union(*(each.stood for each in all_))
    return replace(all_[0], since=min(each.since for each in all_), until=min(ends, default=None), stood=stood)
