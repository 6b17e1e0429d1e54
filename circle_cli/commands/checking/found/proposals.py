"""Looks at the proposals: each against what is public, and one that waits against what its author signed of it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.checking.found.problem import MALFORMED, Problem, looked_at
from circle_cli.commands.checking.found.public import Known
from circle_cli.errors import CircleError
from circle_cli.points.approval import ApprovalFault
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LearningPoint
from circle_cli.share.proposal import Proposal, State, disagreement, parse_proposal, proposed_by
from circle_cli.share.vetting import PointFault, unsettled, visible

_CUT_SHORT = (
    "approved, and its learning point is not there; `circle resume`, by whoever read it, goes on with it; "
    "or `circle take`, once more, if it came in a file"
)
_ANEW = "so it cannot be approved as it stands; its author proposes it anew: `circle share`"
_UNLIKE = f"it waits for a reader, and is not as its author signed it, {_ANEW}"
_ASKED = f"it waits for a reader, and the check asks by now about words that its author did not explain, {_ANEW}"
_NAMED = f"it waits for a reader, and its author has named more people or places since, {_ANEW}"
_NOBODY = f"it waits for a reader, and its session no longer says who is in its story, {_ANEW}"


def look_at_proposal(path: str, public: Path, known: Known) -> list[Problem]:
    """Read a proposal, and see that it can be approved, and does not disagree with what is public."""

    def look(text: str, where: str) -> Iterator[Problem]:
        proposal = parse_proposal(text, where, Path(where).stem)
        if is_withdrawn(public.parent, proposal.point.id):
            return
        yield from _beside(proposal, Path(where), public / Path(where).name)
        if proposal.state is State.PROPOSED and proposal.statement:
            yield from _waiting(proposal, text, where, known)

    return looked_at(path, look)


def _beside(proposal: Proposal, path: Path, place: Path) -> Iterator[Problem]:
    """Compare it with the learning point that everybody may read; what is wrong with that file is said of it."""
    approved = proposal.state is State.APPROVED
    if approved and not os.path.lexists(place):
        yield Problem(kind=MALFORMED, path=str(path), what=_CUT_SHORT)
    with suppress(CircleError):
        if os.path.lexists(place) and isinstance(there := read_point(place), LearningPoint):
            if wrong := disagreement(proposal, path, there):
                yield Problem(kind=MALFORMED, path=str(path), what=wrong.message)
            if approved and proposal.point.revision > there.revision:
                yield Problem(kind=MALFORMED, path=str(path), what=_CUT_SHORT)


def _waiting(proposal: Proposal, text: str, where: str, known: Known) -> Iterator[Problem]:
    """Tell why a reader could not approve it: what its author signed is another thing, or is not true any more."""
    line = next((number for number, each in enumerate(text.split("\n"), 1) if each.startswith("statement:")), 1)
    if proposed_by(proposal) is None:
        yield Problem(kind=ApprovalFault.FORGED, path=where, line=line, what=_UNLIKE)
        return
    point_id, words = proposal.point.id, [each.words for each in proposal.explained]
    if point_id in known.unsaid:
        yield Problem(kind=PointFault.IDENTIFIER, path=where, line=line, what=_NOBODY)
    for _, said in visible(proposal.point):
        asked = {(each.start, each.end) for each in unsettled(said, (), known.lists, words)}
        for each in unsettled(said, known.cast.get(point_id, ()), known.lists, words):
            what = _ASKED if (each.start, each.end) in asked else _NAMED
            quoted = f"“{said[each.start : each.end]}” {each.reason}; {what}"
            yield Problem(kind=PointFault.IDENTIFIER, path=where, line=line, what=what, detail=quoted)
